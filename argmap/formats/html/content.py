"""A map as the plain data that the scripts of a page use.

Claims are numbered from 0 in the order of the file, and relations continue from there.
All texts are ready to be shown: characters that could reorder or hide others are
escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from argmap.analysis.tree import Mark, TreeLine, Walk
from argmap.model import KINDS, ArgumentMap, Claim, Relation, Status
from argmap.model.text import one_line, paragraphs

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome
    from argmap.pictures.picture import Picture

# The same signs and marks as in the terminal, which a test ensures.
SIGNS = {
    "supports": "▲",
    "backs": "△",
    "attacks": "▼",
    "undercuts": "⊘",
    "contradicts": "↯",
    "restates": "≡",
    "linked": "&",
    "in": "●",
    "out": "○",
    "undecided": "◐",
    "in some only": "◐",
}
MARKS = {
    Mark.SHOWN: ("(*)", "already shown"),
    Mark.CYCLE: ("(↻)", "a cycle: shown above"),
    Mark.CONTINUES: ("(↓)", "continued further down"),
}

# How many lines deep a branch is indented before it goes on in a tree of its own.
_MAX_INDENT = 12


def content(argument_map: ArgumentMap, picture: Picture) -> dict[str, Any]:
    """Return the data of a map, with the outcome and the highlighted chain of ``picture``."""
    numbers = _numbers(argument_map)
    outcome = picture.outcome
    chain = picture.highlighted or ()
    unit = one_line((argument_map.source.unit if argument_map.source else None) or "place")
    claims = argument_map.claims.values()
    return {
        "title": one_line(argument_map.title or ""),
        "source": _source(argument_map),
        "unit": unit,
        "places": sorted({each for claim in claims for each in claim.place_signs(unit)}),
        "voices": {one_line(name): one_line(text) for name, text in argument_map.voices.items()},
        "kinds": list(KINDS),
        "signs": SIGNS,
        "marks": {str(mark.value): words for mark, words in MARKS.items()},
        "semantics": outcome.semantics if outcome else None,
        "gradual": bool(outcome and outcome.is_gradual),
        "summary": _summary(argument_map, outcome) if outcome else "",
        "assumed": _supposed(outcome.assumed, numbers) if outcome else [],
        "rejected": _supposed(outcome.rejected, numbers) if outcome else [],
        "chain": [numbers[name] for name in chain if name in numbers],
        "claims": [_claim(claim, unit, outcome) for claim in claims],
        "relations": [
            _relation(relation, numbers, outcome) for relation in argument_map.relations.values()
        ],
        "outline": [
            _line(line, numbers) for line in Walk(argument_map, max_indent=_MAX_INDENT).lines()
        ],
    }


def _numbers(argument_map: ArgumentMap) -> dict[str, int]:
    names = (*argument_map.claims, *argument_map.relations)
    return {name: number for number, name in enumerate(names)}


def _supposed(names: Iterable[str], numbers: Mapping[str, int]) -> list[int | str]:
    """Return the number of each, or the id of what is not in this part of the map."""
    return [numbers.get(name, one_line(name)) for name in names]


def _source(argument_map: ArgumentMap) -> dict[str, str]:
    fields = argument_map.source._asdict() if argument_map.source else {}
    return {name: one_line(value) for name, value in fields.items() if value}


def _claim(claim: Claim, unit: str, outcome: Outcome | None) -> dict[str, Any]:
    """Return the fields of a claim; ``name`` is its id where that needs escapes to be shown.

    ``where`` is its places in words where they are not all numbers.
    """
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
        "assumed": claim.assumed,
    }
    given = {key: value for key, value in fields.items() if value not in (None, "", [])}
    return {"id": claim.id, **given, **_verdict(claim.id, outcome)}


def _relation(
    relation: Relation, numbers: Mapping[str, int], outcome: Outcome | None
) -> dict[str, Any]:
    fields = {
        "scheme": relation.scheme and one_line(relation.scheme),
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
        return {"verdict": outcome.strengths[name]}
    status = outcome.statuses.get(name)
    if status is Status.UNDECIDED and outcome.has_several and name in outcome.in_some:
        return {"verdict": "in some only"}
    return {"verdict": None if status is None else str(status)}


def _summary(argument_map: ArgumentMap, outcome: Outcome) -> str:
    """Return the number of claims of each status, as text to follow their total."""
    if outcome.is_gradual:
        return f"; strengths by {outcome.semantics}"
    if not outcome.has_extension:
        return f"; {outcome.semantics} has no extension"
    numbers = Counter(outcome.statuses[claim] for claim in argument_map.claims)
    parts = ", ".join(f"{numbers[status]:,} {status}" for status in Status)
    return f"; {outcome.semantics}: {parts}"


def _line(line: TreeLine, numbers: Mapping[str, int]) -> list[Any]:
    """Return a line of the outline: depth, node, relation or -1, flags, and its mark, if any."""
    relation = -1 if line.relation is None else numbers[line.relation.id]
    flags = line.on_step + 2 * line.continued
    found = [line.depth, numbers[line.node.id], relation, flags]
    return [*found, line.mark.value] if line.mark else found
