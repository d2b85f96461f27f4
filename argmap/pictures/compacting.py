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

from argmap.analysis.tree import TreeLine, Walk
from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.pictures.picture import Direction, Picture

LEVEL = 2  # ranks, from a claim to its premises
_FEW = 0.05  # of the lines of a tree, those for a claim that another line shows
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
    walk = Walk(argument_map, kinds=_ONWARD, max_indent=len(argument_map.relations) * 2 + 2)
    lines = list(walk.lines())
    boxes: list[_Box] = [_Box(0, 0)] * len(lines)
    spans: dict[str, int] = {}
    for at, children in _bottom_up(lines):
        boxes[at] = _box(lines, boxes, at, children, room, spans)
    tops = {line.node.id: boxes[at] for at, line in enumerate(lines) if line.depth == 0}
    shared = sum(line.mark is not None for line in lines)
    islands = _connected(argument_map, tops)
    if tops_too:
        islands = [[top] for island in islands for top in island]
    return Compaction(spans, _below(islands, tops, room), shared <= len(lines) * _FEW)


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


def _bottom_up(lines: Sequence[TreeLine]) -> Iterable[tuple[int, list[int]]]:
    """Return the number of each line with those of its children, the lowest first."""
    children: list[list[int]] = [[] for _ in lines]
    above: list[int] = []
    for at, line in enumerate(lines):
        del above[line.depth :]
        if above:
            children[above[-1]].append(at)
        above.append(at)
    return reversed(list(enumerate(children)))


def _box(
    lines: Sequence[TreeLine],
    boxes: Sequence[_Box],
    at: int,
    children: list[int],
    room: float,
    spans: dict[str, int],
) -> _Box:
    """Return how much room a line and those under it take; add to ``spans`` what compacts them."""
    if lines[at].mark is not None:
        return _Box(0, 0)  # it is drawn where it stands for the first time
    if isinstance(lines[at].node, Relation):
        return _beside(boxes[child] for child in children)
    rows = _rows([boxes[child] for child in children], room)
    height = 0
    for row in rows:
        for number in row:
            relation = lines[children[number]].relation
            if height and relation is not None and not lines[children[number]].on_step:
                spans[relation.id] = height * LEVEL
        height += max(boxes[children[number]].height for number in row)
    width = max((_beside(boxes[children[n]] for n in row).width for row in rows), default=0)
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
