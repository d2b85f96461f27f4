"""The legend of an outline: the signs that occur in it, with their meanings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis.outline import Form, Join, Outline, Row
from argmap.analysis.tree import Mark
from argmap.model import Claim, Passage, RelationKind
from argmap.views.phrases import glyph_span
from argmap.views.theme import MARK_MEANINGS, Glyphs

_VERBS = {kind: str(kind) for kind in RelationKind}
_PARTICIPLES = {
    RelationKind.SUPPORTS: "supported from above",
    RelationKind.ATTACKS: "attacked from above",
    RelationKind.UNDERCUTS: "undercut from above",
    RelationKind.CONTRADICTS: "contradicts",
    RelationKind.RESTATES: "restates",
    RelationKind.ANSWERS: "answered from above",
}


def legend(
    outlined: Outline,
    glyphs: Glyphs,
    unit: str,
    *,
    is_inverted: bool,
    has_italics: bool,
    among: Sequence[Row] | None = None,
) -> list[str]:
    """Return the signs with their meanings; ``unit`` is what the places count.

    ``among`` are all rows, where those of the outline are some of them.
    """
    whole = outlined.rows if among is None else among
    found = {
        entry
        for row in outlined.rows
        for entry in _of_row(row, whole, glyphs, is_inverted=is_inverted)
    }
    signs = [f"{sign} {meaning}" for _, sign, meaning in sorted(found)]
    claims = [row.node for row in outlined.rows if isinstance(row.node, Claim)]
    if has_italics and any(claim.implicit for claim in claims):
        signs.append("italic: unsaid")
    if any(isinstance(place, Passage) for claim in claims for place in claim.at):
        signs.append("n: place in the source" if unit == "place" else f"n: {unit}")
        if any(claim.place_names for claim in claims):
            signs.append("other places by name")
    return signs


def _of_row(
    row: Row, rows: Sequence[Row], glyphs: Glyphs, *, is_inverted: bool
) -> Iterator[tuple[int, str, str]]:
    relation = row.relation
    if relation is not None and row.form is not Form.MORE:
        rank = list(RelationKind).index(relation.kind)
        is_sign = row.join is Join.LONE or row.on_step
        if is_sign:
            verb = (_PARTICIPLES if is_inverted else _VERBS)[relation.kind]
            is_backing = row.on_step and relation.kind is RelationKind.SUPPORTS
            if is_backing:
                verb = "backs the step"
            elif relation.kind is RelationKind.UNDERCUTS and not is_inverted:
                verb = "undercuts the step"
            elif relation.kind is RelationKind.ANSWERS and not is_inverted:
                above = None if row.parent is None else rows[row.parent].node.id
                verb = verb if above == relation.target else "another answer"
            sign = glyph_span(relation, glyphs, on_step=row.on_step)[0]
            yield 2 * rank + is_backing, sign, verb
        if row.join is not Join.LONE:
            bracket = glyphs.bracket(relation.kind)
            signs = f"{bracket.first}{bracket.last}"
            if relation.kind is RelationKind.SUPPORTS:
                yield 20, signs, "together or not at all"
            else:
                yield 21, signs, "the same, against"
    if row.mark is not None:
        yield 30 + list(Mark).index(row.mark), glyphs.marks[row.mark], MARK_MEANINGS[row.mark]
