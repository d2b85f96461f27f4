"""What joins the rows of a page: signs, brackets, thin lines between siblings, and arcs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from argmap.analysis.outline import Bracket, Join, Row
from argmap.model import RelationKind
from argmap.pictures.colours import mixed
from argmap.pictures.page import shapes
from argmap.pictures.page.arcs import Arc, End, heights
from argmap.pictures.page.canvas import Canvas
from argmap.pictures.picture import Tone

_UNSIGNED = frozenset({RelationKind.SUPPORTS, RelationKind.ATTACKS})


def paint_siblings(canvas: Canvas) -> None:
    """Join what hangs under one claim, between the signs and the brackets, by a thin line."""
    size, places = canvas.metrics.size, canvas.places
    colour = mixed(canvas.colours.frame, canvas.colours.ground, 0.55)
    ends = {
        bracket.members[0]: (*bracket.members, *bracket.on_step)[-1]
        for bracket in canvas.laid.outline.brackets
    }
    for depth, children in _siblings(canvas):
        inside = -1  # the last row of a bracket that was begun
        for this, following in pairwise(children):
            inside = max(inside, ends.get(this, -1))
            if following <= inside:
                continue
            above = max(this, inside)
            start = places.middle(above) + (0.55 * size if inside < this else 0.0)
            end = places.middle(following) - (0.0 if following in ends else 0.55 * size)
            for column, top, bottom in places.pieces(above, start, following, end):
                x = places.columns[column].left + canvas.metrics.sign_at(depth)
                path = canvas.pen.line((x, top), (x, bottom))
                line = shapes.stroked(path, colour, 0.07 * size)
                canvas.column(column).ground.append(line)


def _siblings(canvas: Canvas) -> Iterator[tuple[int, list[int]]]:
    """Yield the rows that hang side by side under one, and how deep they are."""
    rows = canvas.laid.outline.rows
    under: dict[int, list[int]] = defaultdict(list)
    for at in sorted(canvas.places.rows):
        row = rows[at]
        if row.parent is not None and row.depth == rows[row.parent].depth + 1:
            under[row.parent].append(at)
    for parent, children in under.items():
        yield rows[parent].depth + 1, children


def paint_signs(canvas: Canvas) -> None:
    """Draw the sign that joins a row to what it hangs under; brackets are drawn apart."""
    for at in sorted(canvas.places.rows):
        row, placed = canvas.laid.outline.rows[at], canvas.places.rows[at]
        if row.relation is None or row.parent is None:
            continue  # without one to hang under it is a branch that began in another block
        if row.join is Join.LONE or (row.join is Join.FIRST and _is_signed(row)):
            drawn = shapes.sign(
                canvas.pen,
                placed.left + canvas.metrics.sign_at(row.depth),
                canvas.places.middle(at),
                canvas.metrics.size,
                canvas.line_colour(row.relation),
                row.relation.kind,
                on_step=row.on_step,
            )
            canvas.column(placed.column).relations[row.relation.id].append(drawn)


def _is_signed(row: Row) -> bool:
    """Return whether a bracket has the sign of its relation at its first row."""
    return row.on_step or bool(row.relation and row.relation.kind not in _UNSIGNED)


def paint_brackets(canvas: Canvas) -> None:
    """Draw the brackets of linked premises, double for those against something."""
    for bracket in canvas.laid.outline.brackets:
        rows = [at for at in (*bracket.members, *bracket.on_step) if at in canvas.places.rows]
        if rows:
            _paint_bracket(canvas, bracket, rows)


def _paint_bracket(canvas: Canvas, bracket: Bracket, rows: list[int]) -> None:
    size, places, relation = canvas.metrics.size, canvas.places, bracket.relation
    gap = 0.2 * size if relation.kind.is_against else 0.0
    thickness = (0.09 if gap else 0.14) * size
    if canvas.picture.tone(relation.id) is Tone.LIT:
        thickness *= 1.6
    first, last = rows[0], rows[-1]
    start = places.middle(first)
    ticked = rows
    if _is_signed(canvas.laid.outline.rows[first]):
        start, ticked = start + 0.5 * size, rows[1:]
    for column, top, bottom in places.pieces(first, start, last, places.middle(last)):
        x = places.columns[column].left + canvas.metrics.sign_at(bracket.depth)
        ticks = [places.middle(at) for at in ticked if places.rows[at].column == column]
        path = shapes.bracket(canvas.pen, x, top, bottom, ticks, 0.42 * size + gap, gap)
        drawn = shapes.stroked(path, canvas.line_colour(relation), thickness)
        canvas.column(column).relations[relation.id].append(drawn)


def paint_arcs(canvas: Canvas) -> None:
    """Draw the arcs, each in its lane, those of one side of a row at different heights."""
    arcs, metrics = canvas.laid.arcs.arcs, canvas.metrics
    middles = {at: canvas.places.middle(at) for at in canvas.places.rows}
    down = heights(arcs, middles, metrics.size, metrics.line)
    for number, arc in enumerate(arcs):
        start = (_side(canvas, arc.start), down[number, True])
        end = (_side(canvas, arc.end), down[number, False])
        drawn = _arc(canvas, arc, start, end)
        canvas.column(arc.gutter).relations[arc.use.relation.id].append(drawn)


def _side(canvas: Canvas, end: End) -> float:
    """Return where across an arc ends."""
    left = canvas.places.rows[end.row].left
    return left - 0.3 * canvas.metrics.size if end.is_left else left + canvas.metrics.arcs_at


def _arc(canvas: Canvas, arc: Arc, start: shapes.Point, end: shapes.Point) -> str:
    """Return an arc, with a head where it bears on something; to a short row it is fainter."""
    size, relation = canvas.metrics.size, arc.use.relation
    lane = canvas.places.columns[arc.gutter].left + canvas.metrics.lane_at(arc.lane)
    colour, thickness = canvas.line_colour(relation), 0.085 * size
    if arc.use.is_mention:
        colour = mixed(colour, canvas.colours.ground, 0.5)
    if canvas.picture.tone(relation.id) is Tone.LIT:
        thickness *= 1.8
    tips = ""
    if not arc.use.is_mention:
        tips = shapes.tip(canvas.pen, *end, size, colour, to_right=arc.end.is_left)
        end = _behind_tip(end, size, is_left=arc.end.is_left)
        if relation.kind.is_symmetric:
            tips += shapes.tip(canvas.pen, *start, size, colour, to_right=arc.start.is_left)
            start = _behind_tip(start, size, is_left=arc.start.is_left)
    dashes = [part * size for part in shapes.DASHES.get(relation.kind, ())]
    path = shapes.arc(canvas.pen, start, end, lane, 0.45 * size)
    return shapes.stroked(path, colour, thickness, dashes) + tips


def _behind_tip(point: shapes.Point, size: float, *, is_left: bool) -> shapes.Point:
    x, y = point
    return (x + (-0.3 if is_left else 0.3) * size, y)
