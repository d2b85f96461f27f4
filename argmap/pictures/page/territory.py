"""Which grounds lie under the rows of a page: pale where it is against the theses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from argmap.analysis.outline import Row


class _Placed(Protocol):
    @property
    def column(self) -> int: ...


class Ground(NamedTuple):
    """A ground under the rows ``first`` to ``last``, both counted in, of one column."""

    first: int
    last: int
    depth: int
    is_pale: bool


def grounds(
    rows: Sequence[Row], pale: Sequence[bool], places: Mapping[int, _Placed]
) -> Iterator[Ground]:
    """Yield the grounds of the rows that have places, what lies in another after it.

    A row has one, which spans all that hangs under it, where it differs from what it hangs
    under. Rows beside one another share theirs.
    """
    shown = sorted(places)
    at = 0
    open_: Ground | None = None
    spans: list[tuple[int, int, int, bool]] = []  # first, end, depth, is_pale
    for at in shown:
        row = rows[at]
        base = False if row.parent is None else pale[row.parent]
        if pale[at] == base:
            continue
        last = spans[-1] if spans else None
        for_same = last and last[1] == at and last[2] == row.depth and last[3] == pale[at]
        if last and for_same and row.parent is not None:
            spans[-1] = (last[0], row.end, row.depth, pale[at])
        else:
            spans.append((at, row.end, row.depth, pale[at]))
    del open_
    yield from _in_columns(spans, shown, places)


def _in_columns(
    spans: Sequence[tuple[int, int, int, bool]], shown: Sequence[int], places: Mapping[int, _Placed]
) -> Iterator[Ground]:
    from bisect import bisect_left

    for first, end, depth, is_pale in spans:
        low, high = bisect_left(shown, first), bisect_left(shown, end)
        while low < high:
            column = places[shown[low]].column
            stop = low
            while stop < high and places[shown[stop]].column == column:
                stop += 1
            yield Ground(shown[low], shown[stop - 1], depth, is_pale)
            low = stop
