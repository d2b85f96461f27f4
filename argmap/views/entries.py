"""Claims in columns: label or sentence, id and place, aligned over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.model import Claim
from argmap.model.text import one_line
from argmap.views.aligned import Columns, columns_for
from argmap.views.rows import Row, Span, unwrapped, width_of


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
    columns = columns_for((entry.claim for entry in entries), map(_extent, entries), width)
    for part in parts:
        row = part if isinstance(part, Row) else _row(part, columns)
        yield unwrapped(row) if width is None else row


def _extent(entry: Entry) -> int:
    spans = (*entry.first, entry.headline, *entry.after)
    return sum(width_of(text) for text, _ in spans)


def _row(entry: Entry, columns: Columns) -> Row:
    inline, right = columns.beside(entry.claim)
    spans = [entry.headline, *inline, *entry.after]
    return Row(spans, entry.first, entry.rest, "", right, columns.start)
