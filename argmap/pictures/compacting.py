"""Keeping a picture from being far wider than high.

Graphviz puts all claims that are equally far from the top into one rank. What
stands under one claim, or beside it at the top, is put into several rows here,
where one row would be too wide, by making some relations span more ranks. Widths
and heights are estimated on the tree of the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from argmap.analysis.outline import Form, Outline, outline
from argmap.model import ArgumentMap, RelationKind
from argmap.pictures.picture import Direction, Picture

LEVEL = 2  # ranks, from a claim to its premises
_FEW = 0.05  # of the lines of a tree, those for a claim that another line shows
_NEVER = 1_000_000  # indents, more than any map that is drawn has
_LEAST = 6  # claims that are never too many for one row
_ONWARD = frozenset(kind for kind in RelationKind if not kind.is_symmetric)

# The square of how many claims are to be side by side, for each claim of the map, where arrows
# point up or down and where they do not: cards and screens are wider than high.
_ACROSS = {True: 1.8, False: 5.6}


class Compaction(NamedTuple):
    """How many ranks more than usual relations span, by id; and what is put below what.

    ``below`` has, for roots of islands in a lower row, the claim they are put
    below, and by how many ranks. ``is_tree``: hardly a claim has several targets,
    so that what is estimated on a tree is true of the map.
    """

    spans: dict[str, int]
    below: dict[str, tuple[str, int]]
    is_tree: bool


class _Box(NamedTuple):
    """How much room something takes: claims side by side, and levels."""

    width: float
    height: int


def compacted(
    argument_map: ArgumentMap, picture: Picture, *, share: float = 1.0, tops_too: bool = False
) -> Compaction:
    """Return how a map is to be compacted.

    ``share`` is the part of the usual room that a row has; with ``tops_too``,
    claims at the top may be put into several rows although they are connected.
    """
    is_upright = picture.direction in {Direction.UP, Direction.DOWN}
    room = max(_LEAST, share * sqrt(_ACROSS[is_upright] * len(argument_map.claims)))
    outlined = outline(
        argument_map, kinds=_ONWARD, deepest=_NEVER, short_at_most=None, has_lemmas=False
    )
    boxes: list[_Box] = [_Box(0, 0)] * len(outlined.rows)
    spans: dict[str, int] = {}
    for at, units in _bottom_up(outlined):
        boxes[at] = _box(outlined, boxes, at, units, room, spans)
    firsts = [block.first for block in outlined.blocks]
    tops = {outlined.rows[first].node.id: boxes[first] for first in firsts}
    again = [outlined.row_of[r.node.id] for r in outlined.rows if r.form is Form.SHORT]
    shared = sum(outlined.rows[at].end > at + 1 for at in again)
    islands = _connected(argument_map, tops)
    if tops_too:
        islands = [[top] for island in islands for top in island]
    return Compaction(spans, _below(islands, tops, room), shared <= len(outlined.rows) * _FEW)


def _below(
    islands: list[list[str]], tops: dict[str, _Box], room: float
) -> dict[str, tuple[str, int]]:
    """Return what ``Compaction`` has of parts of a map, each given by its roots."""
    boxes = [_beside(tops.get(top, _Box(1, 1)) for top in island) for island in islands]
    below: dict[str, tuple[str, int]] = {}
    rows = _rows(boxes, room)
    for upper, lower in pairwise(rows):
        height = max(boxes[number].height for number in upper)
        for at, number in enumerate(lower):
            neighbour = islands[upper[min(at, len(upper) - 1)]][0]
            below.update(dict.fromkeys(islands[number], (neighbour, height * LEVEL)))
    return below


def _connected(argument_map: ArgumentMap, tops: Iterable[str]) -> list[list[str]]:
    """Return the roots of each island; an island without one is named by its first claim."""
    import networkx as nx

    order = {name: number for number, name in enumerate(argument_map.claims)}
    order |= {name: number - len(order) for number, name in enumerate(tops)}
    islands = []
    for part in nx.weakly_connected_components(argument_map.graph):
        found = sorted((name for name in part if name in order), key=order.__getitem__)
        roots = [name for name in found if order[name] < 0]
        islands.append(roots or found[:1])
    return sorted(islands, key=lambda island: order[island[0]])


def _bottom_up(outlined: Outline) -> Iterable[tuple[int, list[list[int]]]]:
    """Return the number of each row with those under it, the lowest first.

    The rows of one relation, with those on the step of linked premises, are together.
    """
    units: list[list[list[int]]] = [[] for _ in outlined.rows]
    of_bracket: dict[int, list[int]] = {}
    for bracket in outlined.brackets:
        unit = [*bracket.members, *bracket.on_step]
        of_bracket |= dict.fromkeys(unit[1:], unit)
    for at, row in enumerate(outlined.rows):
        if row.parent is not None and at not in of_bracket:
            units[row.parent].append([at])
        elif at in of_bracket and of_bracket[at][1] == at and row.parent is not None:
            units[row.parent][-1] = of_bracket[at]
    return reversed(list(enumerate(units)))


def _box(
    outlined: Outline,
    boxes: Sequence[_Box],
    at: int,
    units: list[list[int]],
    room: float,
    spans: dict[str, int],
) -> _Box:
    """Return how much room a row and those under it take; add to ``spans`` what compacts them."""
    if outlined.rows[at].form is Form.SHORT:
        return _Box(0, 0)  # it is drawn where it stands in full
    parts = [_beside(boxes[child] for child in unit) for unit in units]
    rows = _rows(parts, room)
    height = 0
    for numbers in rows:
        for number in numbers:
            first = outlined.rows[units[number][0]]
            if height and first.relation is not None and not first.on_step:
                spans[first.relation.id] = height * LEVEL
        height += max(parts[number].height for number in numbers)
    width = max((_beside(parts[n] for n in numbers).width for numbers in rows), default=0)
    return _Box(max(width, 1), height + 1)


def _beside(boxes: Iterable[_Box]) -> _Box:
    boxes = list(boxes)
    return _Box(sum(box.width for box in boxes), max((box.height for box in boxes), default=0))


def _rows(boxes: Sequence[_Box], room: float) -> list[list[int]]:
    """Return the numbers of boxes in as many rows as are needed, about equally wide.

    Where possible, none is wider than ``room``. Claims without premises are dealt
    out in turn, so that the lines to the lower ones pass between the upper ones,
    not around them all.
    """
    total = sum(box.width for box in boxes)
    count = max(1, min(round(total / room), len(boxes)))
    if all(box.height == 1 for box in boxes) and boxes:
        numbers = range(len(boxes))
        return [list(numbers[start::count]) for start in range(count)]
    rows: list[list[int]] = []
    fair = total / count
    used = 0.0
    for number, box in enumerate(boxes):
        if not rows or (used + box.width / 2 > fair and used):
            rows.append([])
            used = 0.0
        rows[-1].append(number)
        used += box.width
    return rows
