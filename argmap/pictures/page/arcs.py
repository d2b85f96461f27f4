"""Arcs that join rows which lie apart, each in a lane of the gutter beside its column.

Lanes are given out by interval colouring, shortest arcs first, inmost lanes first. What
finds no lane, and what would lead further than to the next column, has a number at both
ends instead.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.analysis.outline import Form, Outline
from argmap.model import Relation, RelationKind
from argmap.pictures.page.flow import Column

MOST_LANES = 12
_ENDS_AT_MOST = 5  # arcs that end at one side of a row
_APART = 0.34  # letters between the ends of arcs at one side of a row, where there is room
_OF_LINE = 0.8  # a line that they may take at the most


class Use(NamedTuple):
    """A use of a claim to be shown: from its row to ``end``, the row of what it bears on.

    Where a short row stays, it is the ``end``, and ``is_mention``. ``shorts`` are the rows
    that are left out where an arc is drawn.
    """

    relation: Relation
    start: int
    end: int
    is_mention: bool
    shorts: tuple[int, ...]


class End(NamedTuple):
    """An end of an arc: at a row, at the right side of its column or at the left."""

    row: int
    is_left: bool = False


class Arc(NamedTuple):
    """A use in a lane of the gutter at the right of the column with the number ``gutter``."""

    use: Use
    gutter: int
    lane: int
    start: End
    end: End


class Drawn(NamedTuple):
    """The arcs of a page, and the uses that have numbers instead."""

    arcs: tuple[Arc, ...]
    others: tuple[Use, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the gutter needs that needs most."""
        return max((arc.lane for arc in self.arcs), default=-1) + 1


def uses(outline: Outline) -> list[Use]:
    """Return the uses of claims that stand elsewhere; a symmetric relation is one.

    What answers a question stays under it as a short row: without its answers a question
    says nothing, and where claims are theses an arc would lead over the whole page.
    """
    rows = outline.rows
    ends: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.form is Form.SHORT and row.relation and row.relation.kind.is_symmetric:
            ends[row.relation.id].append(at)
    found = []
    for link in outline.links:
        if link.relation.kind is RelationKind.ANSWERS:
            continue
        shorts = tuple(ends.get(link.relation.id, (link.at,)))
        is_bare = all(rows[at].end == at + 1 and not rows[at].on_step for at in shorts)
        if link.is_alone and is_bare:
            found.append(Use(link.relation, link.source, link.target, False, shorts))
        else:
            found.append(Use(link.relation, link.source, link.at, True, ()))
    return found


def drawn(wanted: Sequence[Use], columns: Sequence[Column], a_sheet: int, most_lanes: int) -> Drawn:
    """Return arcs for the uses that find a lane; ``a_sheet`` is how many columns a sheet has.

    ``columns`` have the indices of rows as items.
    """
    place = {
        spot.item: (number, at)
        for number, column in enumerate(columns)
        for at, spot in enumerate(column)
        if not spot.is_again
    }
    near: list[tuple[int, int, Use]] = []
    across: list[tuple[int, int, Use]] = []
    others: list[Use] = []
    for number, use in enumerate(wanted):
        (first, at), (second, to) = place[use.start], place[use.end]
        if first == second:
            near.append((abs(at - to), number, use))
        elif abs(first - second) == 1 and first // a_sheet == second // a_sheet:
            across.append((abs(at - to), number, use))
        else:
            others.append(use)
    gutters = _Gutters(most_lanes)
    for some in (sorted(near), sorted(across)):
        others += [use for *_, use in some if not gutters.take(use, place)]
    return Drawn(tuple(gutters.arcs), tuple(others))


class _Gutters:
    """The lanes of all gutters, and how many arcs end at each side of a row."""

    def __init__(self, most_lanes: int) -> None:
        self._most = most_lanes
        self._lanes: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self._used: dict[int, int] = defaultdict(int)
        self._ends: dict[End, int] = defaultdict(int)
        self.arcs: list[Arc] = []

    def take(self, use: Use, place: Mapping[int, tuple[int, int]]) -> bool:
        """Draw an arc if there is a lane for it."""
        (first, at), (second, to) = place[use.start], place[use.end]
        gutter = min(first, second)
        start, end = End(use.start, first > gutter), End(use.end, second > gutter)
        if use.start == use.end or max(self._ends[start], self._ends[end]) >= _ENDS_AT_MOST:
            return False
        lane = self._near(gutter, min(at, to), max(at, to)) if first == second else None
        if first != second:
            lane = self._used[gutter]  # a lane of its own, beyond those of the column
        if lane is None or lane >= self._most:
            return False
        self._used[gutter] = max(self._used[gutter], lane + 1)
        self._ends[start] += 1
        self._ends[end] += 1
        self.arcs.append(Arc(use, gutter, lane, start, end))
        return True

    def _near(self, gutter: int, low: int, high: int) -> int | None:
        """Return the inmost lane that is free between two rows, which it then is no more."""
        for lane in range(self._most):
            taken = self._lanes[gutter, lane]
            at = bisect_left(taken, (low, high))
            if at < len(taken) and taken[at][0] <= high:
                continue
            if at and taken[at - 1][1] >= low:
                continue
            insort(taken, (low, high))
            return lane
        return None


def heights(
    arcs: Sequence[Arc], middles: Mapping[int, float], size: float, line: float
) -> dict[tuple[int, bool], float]:
    """Return how far down each end of an arc is, those at one side of a row beside one another.

    Keys are the number of the arc and whether it is its start. Arcs that lead up
    are above those that lead down, so that none of one row cross. ``middles`` are those of
    the first lines of rows, ``line`` is the height of a line in letters of ``size``.
    """
    ends: dict[End, list[tuple[bool, int, int, bool]]] = defaultdict(list)
    for number, arc in enumerate(arcs):
        for this, other, is_start in ((arc.start, arc.end, True), (arc.end, arc.start, False)):
            is_down = middles[other.row] > middles[this.row]
            order = -arc.lane if is_down != this.is_left else arc.lane
            ends[this].append((is_down, order, number, is_start))
    found = {}
    for end, some in ends.items():
        spacing = min(_APART * size, _OF_LINE * line / max(len(some) - 1, 1))
        for place, (_, _, number, is_start) in enumerate(sorted(some)):
            down = (place - (len(some) - 1) / 2) * spacing
            found[number, is_start] = middles[end.row] + down
    return found


def clashing(arcs: Sequence[Arc], down: Mapping[tuple[int, bool], float], least: float) -> set[Use]:
    """Return the uses whose arcs would run over others on their way to the next column.

    ``down`` is what ``heights`` returns, ``least`` how far apart they must be.
    """
    across: dict[int, list[int]] = defaultdict(list)
    for number, arc in enumerate(arcs):
        if arc.start.is_left or arc.end.is_left:
            across[arc.gutter].append(number)
    return {
        arcs[this].use
        for numbers in across.values()
        for this in numbers
        for other in numbers
        if arcs[this].lane < arcs[other].lane
        and abs(down[this, arcs[this].start.is_left] - down[other, arcs[other].end.is_left]) < least
    }
