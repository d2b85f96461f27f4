"""The tree of a map, as rows and as plain data, from the lines of a walk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from argmap.analysis.tree import TreeLine
from argmap.model import Claim, Relation, RelationKind
from argmap.model.plain import plain_relation
from argmap.model.text import one_line
from argmap.views.phrases import claim_spans, glyph_span, listed, scheme_span
from argmap.views.rows import BLANK, Row, Span, spaced
from argmap.views.theme import MARK_MEANINGS, Glyphs


class Judgement(NamedTuple):
    """The evaluation of a line: a sign before it, words after it.

    ``legend``, if the line needs one, is the rank of the entry, a sign and its
    meaning.
    """

    sign: Span | None = None
    after: tuple[Span, ...] = ()
    legend: tuple[int, str, str] | None = None


Judge = Callable[[TreeLine], Judgement]

_LONG = 300  # characters, from which on plain data has a text or relation only once
NO_JUDGEMENT = Judgement()
_JUDGEMENTS_IN_LEGEND = len(RelationKind)  # after the relations, before all else


def tree_rows(
    lines: Iterable[TreeLine],
    glyphs: Glyphs,
    *,
    inverted: bool = False,
    unit: str | None = None,
    judge: Judge | None = None,
) -> Iterator[Row]:
    """Yield a row a line, a blank one between trees, and a legend of the signs that occur.

    ``unit`` is what the places count, for the legend; None for no legend.
    ``judge`` returns the evaluation of a line.
    """
    guides: list[str] = []
    voices: list[str | None] = []
    seen: Signs = set()
    is_first = True
    for line in lines:
        del guides[max(line.depth - 1, 0) :], voices[line.depth :]
        if line.depth == 0 and not is_first:
            yield BLANK
        is_first = False
        before = "".join(guides)
        above = voices[-1] if voices else None
        judged = judge(line) if judge else NO_JUDGEMENT
        spans, voice = line_spans(line, above, glyphs, judged, inverted=inverted)
        voices.append(voice)
        note_signs(seen, line, glyphs, judged, unit or "", inverted=inverted)
        if line.depth == 0:
            yield Row(spans, before, before)
            continue
        yield Row(
            spans,
            before + (glyphs.last if line.is_last else glyphs.branch),
            before + (glyphs.gap if line.is_last else glyphs.bar),
        )
        guides.append(glyphs.gap if line.is_last else glyphs.bar)
    if unit is not None and seen:
        yield BLANK
        yield legend(seen)


def line_spans(
    line: TreeLine, above: str | None, glyphs: Glyphs, judged: Judgement, *, inverted: bool
) -> tuple[list[Span], str | None]:
    """Return the spans of a line, and the voice that applies below it.

    ``above`` is the voice that applies to the line unless the claim has another,
    which is then shown.
    """
    node, relation = line.node, line.relation
    sign: Span | None = None
    if relation is not None:
        on_step = line.on_step or (inverted and isinstance(node, Relation))
        sign = glyph_span(relation, glyphs, on_step=on_step)
    elif line.depth:
        sign = (glyphs.linked, "quiet")
    mark = (glyphs.marks[line.mark], "mark") if line.mark else None
    # Inverted, a relation has a line for each of its premises.
    scheme = scheme_span(relation, again=inverted) if relation is not None else None
    continued = ("continued:", "quiet") if line.continued else None
    if isinstance(node, Relation):
        about = _relation_spans(node, inverted=inverted)
        spans = spaced(continued, sign, judged.sign, *about, scheme)
        return [*spans, *judged.after, *_after(mark)], above
    claim = claim_spans(node, voice=node.voice != above, again=line.again)
    companions = None
    if inverted and relation is not None and relation.is_linked:
        companions = (f"linked premise{'s' if len(relation.premises) > 2 else ''} of", "quiet")
    before = spaced(continued, sign, companions, judged.sign)
    gap: list[Span] = [(" ", "")] if before else []
    spans = [*before, *gap, *claim, *_after(scheme), *judged.after, *_after(mark)]
    return spans, node.voice or above


def _after(span: Span | None) -> list[Span]:
    return [(" ", ""), span] if span else []


def _relation_spans(relation: Relation, *, inverted: bool) -> list[Span]:
    if inverted:
        premises, target = one_line(listed(relation.premises)), one_line(relation.target)
        return [("the step from", "quiet"), (premises, "id"), ("to", "quiet"), (target, "id")]
    name = "" if relation.has_default_id else one_line(relation.id)
    return [("linked premises", "quiet"), (name, "id")]


Signs = set[tuple[int, str, str]]
"""Entries of a legend: rank, sign and meaning."""


def note_signs(
    seen: Signs,
    line: TreeLine,
    glyphs: Glyphs,
    judged: Judgement,
    unit: str,
    *,
    inverted: bool,
) -> None:
    """Add the signs in a line to ``seen``; ``unit`` is what the places count."""
    if judged.legend:
        rank, sign, meaning = judged.legend
        seen.add((_JUDGEMENTS_IN_LEGEND + rank, sign, meaning))
    relation, node = line.relation, line.node
    if relation is not None:
        on_step = line.on_step or (inverted and isinstance(node, Relation))
        sign = glyph_span(relation, glyphs, on_step=on_step)[0]
        place = list(RelationKind).index(relation.kind)
        seen.add((place, sign, _meaning(relation.kind, on_step=on_step, inverted=inverted)))
    elif line.depth and not inverted:
        seen.add((10, glyphs.linked, "together or not at all"))
    if isinstance(node, Claim) and node.at:
        seen |= {(11, sign, meaning) for sign, meaning in node.place_signs(unit)}
    if isinstance(node, Claim) and node.voice:
        seen.add((12, "<v>", "voice, where it changes"))
    if line.mark is not None:
        place = 13 + list(MARK_MEANINGS).index(line.mark)
        seen.add((place, glyphs.marks[line.mark], MARK_MEANINGS[line.mark]))


def _meaning(kind: RelationKind, *, on_step: bool, inverted: bool) -> str:
    verb = "backs" if on_step and kind is RelationKind.SUPPORTS else str(kind)
    if inverted:  # the line shows what the line above bears on
        return f"{_PARTICIPLES[verb]} from above"
    return f"{verb} the step above" if on_step else verb


_PARTICIPLES = {
    "supports": "supported",
    "backs": "backed",
    "attacks": "attacked",
    "undercuts": "undercut",
    "contradicts": "contradicted",
    "restates": "restated",
}


def legend(seen: Signs) -> Row:
    """Return the signs with their meanings."""
    spans: list[Span] = [(f"{sign} {meaning}", "quiet") for _, sign, meaning in sorted(seen)]
    return Row(spans, between="  ")


def tree_data(
    lines: Iterable[TreeLine], judge: Callable[[TreeLine], dict[str, Any]] | None = None
) -> list[dict[str, Any]]:
    """Return the trees as nested plain data, one mapping a line.

    Each has ``claim`` (id, or null for a line of linked premises), ``relation``
    (as in a map file, or null), ``on_step``, ``mark`` (null, ``shown``,
    ``cycle``, ``cut``, ``continues`` or ``limit``), ``continued`` and
    ``children``; and what ``judge`` returns for the line. A long text or relation
    that was given further up already is null.
    """
    trees: list[dict[str, Any]] = []
    children = [trees]
    given: set[str] = set()  # ids of the relations given so far
    for line in lines:
        del children[line.depth + 1 :]
        data = _line_data(line, given) | (judge(line) if judge else {})
        data["children"] = data.pop("children")  # last, for readability
        children[-1].append(data)
        children.append(data["children"])
    return trees


def _line_data(line: TreeLine, given: set[str]) -> dict[str, Any]:
    claim = line.node if isinstance(line.node, Claim) else None
    text = claim.text if claim else None
    if line.again and text and len(text) > _LONG:
        text = None
    relation = plain_relation(line.relation) if line.relation else None
    if line.relation and line.relation.id in given and len(str(relation)) > _LONG:
        relation = None
    if line.relation:
        given.add(line.relation.id)
    return {
        "claim": claim.id if claim else None,
        "text": text,
        "relation": relation,
        "on_step": line.on_step,
        "mark": line.mark.value if line.mark else None,
        "continued": line.continued,
        "children": [],
    }
