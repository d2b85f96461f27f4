"""A map as the plain data that the scripts of a page use.

Claims are numbered from 0 in the order of the file, and relations continue from there.
Rows, and what joins them, are those of the outline. All texts are ready to be shown:
characters that could reorder or hide others are escaped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from argmap.analysis.balancing.weighing import in_words
from argmap.analysis.outline import Form, Guide, Join, Outline, Row, Shape, rows_against
from argmap.analysis.outline import outline as outline_of
from argmap.analysis.provenance import passages
from argmap.analysis.quoting.quotations import marks, quotations
from argmap.analysis.tree import Mark
from argmap.formats.html.what_if import numbered
from argmap.model import ArgumentMap, Citation, Claim, Relation, RelationKind, Status
from argmap.model.citing import described, link, quoted
from argmap.model.text import one_line, paragraphs, part_of_line

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome
    from argmap.model.paragraph import CountedText
    from argmap.pictures.picture import Picture

# The same signs and marks as in the terminal, which a test ensures.
SIGNS = {
    "supports": "▲",
    "backs": "△",
    "attacks": "▼",
    "undercuts": "⊘",
    "contradicts": "↯",
    "restates": "≡",
    "answers": "?",
    "in": "●",
    "out": "○",
    "undecided": "◐",
    "in some only": "◐",
}
MARKS = {
    Mark.SHOWN: ("↗", "stands elsewhere"),
    Mark.CYCLE: ("↻", "a cycle: stands above"),
    Mark.CONTINUES: ("↓", "goes on below"),
}

_FORMS, _JOINS, _SHAPES, _KINDS = list(Form), list(Join), list(Shape), list(RelationKind)


def content(argument_map: ArgumentMap, picture: Picture) -> dict[str, Any]:
    """Return the data of a map, with the outcome and the highlighted chain of ``picture``."""
    numbers = _numbers(argument_map)
    outcome = picture.outcome
    chain = picture.highlighted or ()
    unit = one_line((argument_map.source.unit if argument_map.source else None) or "place")
    claims = argument_map.claims.values()
    words = _words(argument_map, picture.text) if picture.text else {}
    cuts = _cuts(words, picture.text) if picture.text else {}
    return {
        "title": one_line(argument_map.title or ""),
        "source": _source(argument_map),
        "unit": unit,
        "places": sorted({each for claim in claims for each in claim.place_signs(unit)}),
        "voices": {one_line(name): one_line(text) for name, text in argument_map.voices.items()},
        "verbs": [str(kind) for kind in _KINDS],
        "signs": SIGNS,
        "marks": {str(mark.value): words for mark, words in MARKS.items()},
        "semantics": outcome.semantics if outcome else None,
        "gradual": bool(outcome and outcome.is_gradual),
        "summary": _summary(outcome) if outcome else "",
        "assumed": _supposed(outcome.assumed, numbers) if outcome else [],
        "rejected": _supposed(outcome.rejected, numbers) if outcome else [],
        "chain": [numbers[name] for name in chain if name in numbers],
        "claims": [_claim(claim, unit, outcome, words.get(claim.id, {}), cuts) for claim in claims],
        "relations": [
            _relation(relation, numbers, outcome) for relation in argument_map.relations.values()
        ],
        "counted": picture.text.unit if picture.text else None,
        "paragraphs": _paragraphs(words, picture.text),
        # A part of a map is evaluated with the whole, which the page does not have.
        "framework": None if picture.claims_of_whole else numbered(argument_map, numbers),
        **_outline(outline_of(argument_map), numbers),
    }


def _outline(found: Outline, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return the rows of a map as lists: see ``_row``; where blocks begin; and the links.

    A block is its first row, its section, and whether it continues one further up; a
    link is its relation, then the rows of its claim, of its use and of what that is under.
    """
    rows = zip(found.rows, rows_against(found), strict=True)
    return {
        "rows": [_row(row, numbers, is_pale=is_pale) for row, is_pale in rows],
        "blocks": [
            [block.first, str(block.section.value), int(block.continued)] for block in found.blocks
        ],
        "links": [
            [numbers[link.relation.id], link.source, link.at, link.target] for link in found.links
        ],
    }


def _row(row: Row, numbers: Mapping[str, int], *, is_pale: bool) -> list[Any]:
    """Return node, relation, depth, parent, end, form, join, flags, guides, mark and hidden.

    Form, join and the shape of a guide are numbers in the order of their enumerations;
    a guide that belongs to a bracket has five times the number of its kind added. What
    is None is -1, and ``hidden`` is a number.
    """
    return [
        numbers[row.node.id],
        -1 if row.relation is None else numbers[row.relation.id],
        row.depth,
        -1 if row.parent is None else row.parent,
        row.end,
        _FORMS.index(row.form),
        _JOINS.index(row.join),
        row.on_step + 2 * is_pale,
        list(map(_guide, row.guides)),
        row.mark.value if row.mark else "",
        len(row.hidden),
    ]


def _guide(guide: Guide) -> int:
    kind = 0 if guide.relation is None else _KINDS.index(guide.relation.kind)
    return _SHAPES.index(guide.shape) + len(_SHAPES) * kind


Words = dict[int, Sequence[tuple[int, int]]]
"""The paragraphs that a claim cites or quotes, by number, each with the words it quotes."""


def _words(argument_map: ArgumentMap, text: CountedText) -> dict[str, Words]:
    """Return what claims cite and quote of the source, by their ids."""
    words: dict[str, Words] = {
        claim.id: {each.number: () for each in passages(claim, text)}
        for claim in argument_map.claims.values()
    }
    for name, quotes in groupby(quotations(argument_map, text), lambda each: each.claim.id):
        words[name] |= marks(quotes)
    return words


def _paragraphs(words: Mapping[str, Words], text: CountedText | None) -> dict[int, list[str]]:
    """Return the paragraphs of the source that some claim cites or quotes, by number.

    Each is cut where words begin or end that some claim quotes: see ``_cuts``.
    """
    if text is None:
        return {}
    return {
        number: [part_of_line(text.paragraphs[number].text[a:b]) for a, b in pairwise(cuts)]
        for number, cuts in _cuts(words, text).items()
    }


def _cuts(words: Mapping[str, Words], text: CountedText) -> dict[int, list[int]]:
    """Return where paragraphs are cut, by their numbers: at both ends, and where quotes end."""
    found: dict[int, set[int]] = {}
    for of_claim in words.values():
        for number, spans in of_claim.items():
            whole = len(text.paragraphs[number].text)
            found.setdefault(number, {0, whole}).update(*spans)
    return {number: sorted(found[number]) for number in sorted(found)}


def _numbers(argument_map: ArgumentMap) -> dict[str, int]:
    names = (*argument_map.claims, *argument_map.relations)
    return {name: number for number, name in enumerate(names)}


def _supposed(names: Iterable[str], numbers: Mapping[str, int]) -> list[int | str]:
    """Return the number of each, or the id of what is not in this part of the map."""
    return [numbers.get(name, one_line(name)) for name in names]


def _source(argument_map: ArgumentMap) -> dict[str, str]:
    fields = argument_map.source._asdict() if argument_map.source else {}
    return {name: one_line(value) for name, value in fields.items() if value}


def _claim(
    claim: Claim,
    unit: str,
    outcome: Outcome | None,
    words: Words,
    cuts: Mapping[int, Sequence[int]],
) -> dict[str, Any]:
    """Return the fields of a claim; ``name`` is its id where that needs escapes to be shown.

    ``where`` is its places in words where they are not all numbers; ``cites``, the numbers
    of the paragraphs of the source, and ``marked`` which of the parts of each it quotes;
    ``asked`` is that it is a question.
    """
    marked = {
        number: [n for start, end in spans for n in _parts_between(cuts[number], start, end)]
        for number, spans in words.items()
        if spans
    }
    name = one_line(claim.id)
    fields = {
        "name": None if name == claim.id else name,
        "text": "\n".join(paragraphs(claim.text)),
        "label": claim.label and one_line(claim.label),
        "kind": claim.kind and one_line(claim.kind),
        "voice": claim.voice and one_line(claim.voice),
        "at": one_line(claim.place),
        "where": one_line(claim.place_by(unit)) if claim.place_names else None,
        "weight": claim.weight,
        "implicit": claim.implicit or None,
        "tags": list(map(one_line, claim.tags)),
        "note": claim.note and " ".join(paragraphs(claim.note)),
        "standard": claim.standard and f"{claim.standard}: {in_words(claim.standard)}",
        "assumed": claim.assumed,
        "quote": quoted(claim.quote),
        "citations": list(map(_citation, claim.citations)),
        "cites": sorted(words),
        "marked": marked,
        "asked": claim.is_question or None,
        "choose": claim.choose,
    }
    given = {key: value for key, value in fields.items() if value not in (None, "", [], {})}
    return {"id": claim.id, **given, **_verdict(claim.id, outcome)}


def _parts_between(cuts: Sequence[int], start: int, end: int) -> range:
    """Return the numbers of the parts of a paragraph from one cut to another."""
    return range(bisect_left(cuts, start), bisect_left(cuts, end))


def _citation(citation: Citation) -> list[str]:
    """Return a citation in words, what is shown of its address, and, if it may be one, a link."""
    words, address = described(citation, with_url=False), one_line(citation.url or "")
    return [words, address, *filter(None, (link(citation.url),))]


def _relation(
    relation: Relation, numbers: Mapping[str, int], outcome: Outcome | None
) -> dict[str, Any]:
    fields = {
        "scheme": relation.scheme and one_line(relation.scheme),
        "weight": None if relation.weight is None else f"{relation.weight:g}",
        "raises": relation.raises and one_line(str(relation.raises)),
        "note": relation.note and " ".join(paragraphs(relation.note)),
    }
    return {
        "kind": str(relation.kind),
        "from": [numbers[premise] for premise in relation.premises],
        "to": numbers[relation.target],
        **{key: value for key, value in fields.items() if value},
        **_verdict(relation.id, outcome),
    }


def _verdict(name: str, outcome: Outcome | None) -> dict[str, Any]:
    """Return the status or strength of a claim or relation; None where it is unsettled."""
    if outcome is None:
        return {}
    if outcome.is_gradual:
        return {"verdict": outcome.strengths[name]} if name in outcome.strengths else {}
    status = outcome.statuses.get(name)
    if status is Status.UNDECIDED and outcome.has_several and name in outcome.in_some:
        return {"verdict": "in some only"}
    return {"verdict": None if status is None else str(status)}


def _summary(outcome: Outcome) -> str:
    """Return what the page says of claims, as text to follow their number."""
    if outcome.is_gradual:
        return f"; strengths by {outcome.semantics}"
    if not outcome.has_extension:
        return f"; {outcome.semantics} has no extension"
    return f"; statuses by {outcome.semantics}"
