"""Which grounds lie under the rows of a page: pale where it is against the theses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.analysis.outline import Row
from argmap.pictures.page.places import Placed


class Ground(NamedTuple):
    """A ground under the rows ``first`` to ``last``, both counted in, of one column."""

    first: int
    last: int
    depth: int
    is_pale: bool


class _Span(NamedTuple):
    first: int
    end: int
    depth: int
    is_pale: bool


def grounds(
    rows: Sequence[Row], pale: Sequence[bool], places: Mapping[int, Placed]
) -> Iterator[Ground]:
    """Yield the grounds of the rows that have places, what lies in another after it.

    A row has one, which spans all that hangs under it, where it differs from what it hangs
    under. Rows beside one another share theirs.
    """
    shown = sorted(places)
    for span in _spans(rows, pale, shown):
        low, high = bisect_left(shown, span.first), bisect_left(shown, span.end)
        while low < high:  # a piece a column
            column, stop = places[shown[low]].column, low
            while stop < high and places[shown[stop]].column == column:
                stop += 1
            yield Ground(shown[low], shown[stop - 1], span.depth, span.is_pale)
            low = stop


def _spans(rows: Sequence[Row], pale: Sequence[bool], shown: Sequence[int]) -> list[_Span]:
    spans: list[_Span] = []
    for at in shown:
        row = rows[at]
        around = row.parent is not None and pale[row.parent]
        if pale[at] == around:
            continue
        span = _Span(at, row.end, row.depth, pale[at])
        is_next = spans and spans[-1][1:] == (at, row.depth, pale[at])
        if is_next and row.parent is not None:
            span = span._replace(first=spans.pop().first)
        spans.append(span)
    return spans
