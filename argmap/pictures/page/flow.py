"""Rows in columns: none is cut, and where a block is cut its head is repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

_STEPS = 24  # of a search for the least height of columns


class Item(NamedTuple):
    """Something that takes room: ``gap`` is left above it unless it is the first in a column.

    ``head`` is the number of the item that is repeated above it where a column begins with
    it, None if none is; ``keeps`` is how many items after it must be in its column.
    """

    height: float
    gap: float = 0.0
    head: int | None = None
    keeps: int = 0


class Spot(NamedTuple):
    """The place of an item in a column; ``is_again`` marks the head of a block repeated."""

    item: int
    top: float
    is_again: bool = False


Column = list[Spot]


def flowed(items: Sequence[Item], heights: Callable[[int], float], again: float) -> list[Column]:
    """Return items in columns, of which the nth, from 0, is at most ``heights(n)`` high.

    An item that is higher than any column has one of its own. ``again`` is the height
    of a repeated head.
    """
    columns: list[Column] = [[]]
    top = 0.0
    for number, item in enumerate(items):
        above = item.gap if columns[-1] else 0.0
        needed = item.height
        for each in items[number + 1 : number + 1 + item.keeps]:
            needed += each.gap + each.height
        if columns[-1] and top + above + needed > heights(len(columns) - 1):
            columns.append([])
            top = above = 0.0
            if item.head is not None:
                columns[-1].append(Spot(item.head, 0.0, is_again=True))
                top = again
        top += above
        columns[-1].append(Spot(number, top))
        top += item.height
    return columns


def balanced(items: Sequence[Item], number: int, again: float) -> list[Column]:
    """Return items in at most ``number`` columns that are as low as they can be."""
    most = sum(item.gap + item.height for item in items)
    if number == 1:
        return flowed(items, lambda _: most + 1, again)
    least = most / number
    best = flowed(items, lambda _: most + 1, again)
    for _ in range(_STEPS):
        tried = (least + most) / 2
        columns = flowed(items, lambda _, tried=tried: tried, again)  # type: ignore[misc]
        if len(columns) > number:
            least = tried
        else:
            best, most = columns, tried
    return best
