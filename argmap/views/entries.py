"""Claims in columns: label or sentence, id and place, aligned over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.model import Claim
from argmap.model.text import one_line
from argmap.views.outline import compact_place
from argmap.views.rows import GAP, Row, Span, unwrapped, width_of

_ID_AT_MOST = 26  # columns; a longer id or place follows the text
_PLACE_AT_MOST = 12
_TEXT_AT_LEAST = 30  # columns, for there to be others beside it
_TEXT_AT_MOST = 60  # columns before the others where lines are not wrapped


class Entry(NamedTuple):
    """A claim to show, with what stands before its headline, in the first line and the rest.

    ``after`` follows it, in the first column.
    """

    claim: Claim
    first: tuple[Span, ...] = ()
    rest: str = ""
    after: tuple[Span, ...] = ()
    style: str = ""

    @property
    def headline(self) -> Span:
        """The label or sentence; what is left unsaid has a style of its own."""
        claim = self.claim
        return one_line(claim.headline), "implicit" if claim.implicit else self.style


def columned(parts: Sequence[Row | Entry], width: int | None) -> Iterator[Row]:
    """Yield the parts as rows, claims with ids and places in columns.

    ``width`` is that of the terminal, None where lines are not wrapped. Without room
    for columns, ids and places follow the text.
    """
    entries = [part for part in parts if isinstance(part, Entry)]
    names = [width_of(one_line(entry.claim.id)) for entry in entries]
    places = [width_of(compact_place(entry.claim)) for entry in entries]
    of_id = max((each for each in names if each <= _ID_AT_MOST), default=0)
    of_place = max((each for each in places if each <= _PLACE_AT_MOST), default=0)
    room = _TEXT_AT_MOST if width is None else width - of_id - of_place - 2 * len(GAP)
    extent = max((_extent(entry) for entry in entries), default=0)
    column = min(extent, room) + len(GAP) if room >= _TEXT_AT_LEAST else 0
    for part in parts:
        row = part if isinstance(part, Row) else _row(part, column, of_id, of_place)
        yield unwrapped(row) if width is None else row


def _extent(entry: Entry) -> int:
    spans = (*entry.first, entry.headline, *entry.after)
    return sum(width_of(text) for text, _ in spans)


def _row(entry: Entry, column: int, of_id: int, of_place: int) -> Row:
    claim = entry.claim
    name, place = one_line(claim.id), one_line(compact_place(claim))
    right: list[Span] = []
    spans = [entry.headline]
    is_aside = column > 0
    if not is_aside or width_of(name) > of_id:
        spans.append((f"{GAP}{name}", "id"))
        name = ""
    if place and (not is_aside or width_of(place) > of_place):
        spans.append((f" [{place}]", "quiet"))
        place = ""
    if place:
        right.append((name + " " * (of_id - width_of(name)) + GAP, "id"))
        right.append((place.rjust(of_place), "quiet"))
    elif name:
        right.append((name, "id"))
    spans += entry.after
    if not right:
        return Row(spans, entry.first, entry.rest)
    return Row(spans, entry.first, entry.rest, right=tuple(right), column=column)
