"""Claims in columns: label or sentence, id and place, aligned over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Claim
from argmap.model.text import one_line
from argmap.views.phrases import claim_spans
from argmap.views.rows import Row, Span, Wrapped
from argmap.views.theme import STYLES

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
    from rich.padding import Padding

_NARROW = 60  # columns, below which ids and places follow the text instead
_WIDEST = (26, 12)  # columns of ids and places, which are wrapped past them
_GAP = 2


class Entry(NamedTuple):
    """A claim, with what stands before it, such as its status."""

    claim: Claim
    lead: Span = ("", "")


class Columns:
    """Rows and claims, in the order of the parts; the claims are indented, and aligned."""

    def __init__(self, parts: Sequence[Row | Entry], indent: int = 0) -> None:
        """Take the parts, and how many columns to indent claims by."""
        self.parts = parts
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the rows, and a grid for the claims between them."""
        entries = [part for part in self.parts if isinstance(part, Entry)]
        room = options.max_width - self.indent
        widths = _widths(entries, room) if entries and room >= _NARROW else None
        for _, run in groupby(self.parts, lambda part: isinstance(part, Entry)):
            parts = list(run)
            claims = [part for part in parts if isinstance(part, Entry)]
            if claims and widths:
                yield self._grid(claims, widths)
            else:
                yield Wrapped(self._row(p) if isinstance(p, Entry) else p for p in parts)

    def _row(self, entry: Entry) -> Row:
        indent = " " * self.indent
        lead = [entry.lead, ("  ", "")] if entry.lead[0] else []
        return Row([*lead, *claim_spans(entry.claim)], indent, indent + "  ")

    def _grid(self, entries: Sequence[Entry], widths: Sequence[int]) -> Padding:
        from rich.padding import Padding
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, _GAP, 0, 0))
        for number, width in enumerate(widths, 1):
            if width:
                justify: JustifyMethod = "right" if number == len(widths) else "left"
                grid.add_column(width=width, overflow="fold", justify=justify)
        for entry in entries:
            cells = zip(_cells(entry), widths, strict=True)
            grid.add_row(*(Text(text, STYLES.get(style, "")) for (text, style), w in cells if w))
        return Padding(grid, (0, 0, 0, self.indent), expand=False)


def _cells(entry: Entry) -> tuple[Span, Span, Span, Span]:
    """Return what stands before a claim, its headline, id and place."""
    claim = entry.claim
    headline = claim_spans(claim)[0]
    return entry.lead, headline, (one_line(claim.id), "id"), (one_line(claim.place), "quiet")


def _widths(entries: Sequence[Entry], room: int) -> tuple[int, int, int, int]:
    """Return the widths of the columns, 0 for one that is empty; the text has what is left."""
    from rich.cells import cell_len

    columns = zip(*map(_cells, entries), strict=True)
    lead, text, name, place = (max(cell_len(cell) for cell, _ in column) for column in columns)
    name, place = min(name, _WIDEST[0]), min(place, _WIDEST[1])
    others = sum(width + _GAP for width in (lead, name, place) if width)
    return lead, min(text, room - others), name, place
