"""Where everything on the sheets of a page is, in the units of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.pictures.page.values import BETWEEN, HEADING, HEADING_HEIGHT, Laid, foot_height


class Placed(NamedTuple):
    """The place of a row: its column, the left side of that, and its top."""

    column: int
    left: float
    top: float


class Extent(NamedTuple):
    """The left side of a column, and the top and bottom of the rows in it."""

    left: float
    top: float
    bottom: float


class Places:
    """The places of rows by their indices, and those of columns.

    ``again`` are the heads of blocks repeated at the tops of columns, ``headings`` where
    what is not joined to the theses begins.
    """

    def __init__(self, laid: Laid) -> None:
        """Take a page that is laid out."""
        self._laid = laid
        self.rows: dict[int, Placed] = {}
        self.again: list[tuple[int, Placed]] = []
        self.headings: list[Placed] = []
        self.columns: list[Extent] = []
        self._place()

    def _place(self) -> None:
        laid, frame = self._laid, self._laid.frame
        step = laid.metrics.room + BETWEEN * laid.metrics.size
        for column, spots in enumerate(laid.columns):
            left = frame.margin + step * (column % frame.columns)
            down = frame.margin + (laid.head if column < frame.columns else 0.0)
            ends: list[tuple[float, float]] = []
            for spot in spots:
                placed = Placed(column, left, down + spot.top)
                if spot.is_again:
                    self.again.append((spot.item, placed))
                elif spot.item == HEADING:
                    self.headings.append(placed)
                    ends.append((placed.top, placed.top + HEADING_HEIGHT * laid.metrics.size))
                else:
                    self.rows[spot.item] = placed
                    ends.append((placed.top, placed.top + laid.rows[spot.item].height))
            top, bottom = (ends[0][0], ends[-1][1]) if ends else (down, down)
            self.columns.append(Extent(left, top, bottom))

    def sheet(self, column: int) -> int:
        """Return the sheet that a column is on."""
        return column // self._laid.frame.columns

    def middle(self, at: int) -> float:
        """Return the height of the middle of the first line of a row."""
        return self.rows[at].top + self._laid.metrics.line / 2

    def pieces(
        self, first: int, start: float, last: int, end: float
    ) -> Iterator[tuple[int, float, float]]:
        """Yield what leads from a height at one row to a height at another, by column.

        Each piece is a column, and from where to where it leads down in it.
        """
        begin, finish = self.rows[first].column, self.rows[last].column
        for column in range(begin, finish + 1):
            extent = self.columns[column]
            top = start if column == begin else extent.top
            bottom = end if column == finish else extent.bottom
            if bottom > top:
                yield column, top, bottom

    def notes_top(self) -> float:
        """Return where the notes on the first sheet begin."""
        laid, frame, size = self._laid, self._laid.frame, self._laid.metrics.size
        bottom = self._bottom(0)
        if frame.height is None:
            return bottom + size
        foot = foot_height(size) if laid.sheets > 1 else 0.0
        at_foot = frame.height - frame.margin - foot - laid.notes.height
        return max(at_foot, bottom + 0.5 * size)

    def height(self, sheet: int) -> float:
        """Return how high a sheet is: as its paper is, unless a row is higher."""
        laid, frame = self._laid, self._laid.frame
        bottom = self._bottom(sheet)
        if sheet == 0 and laid.notes.parts:
            bottom = self.notes_top() + laid.notes.height
        if frame.height is None:
            return bottom + frame.margin
        foot = foot_height(laid.metrics.size) if laid.sheets > 1 else 0.0
        needed = bottom + foot + frame.margin
        return needed if needed > frame.height + 0.01 else frame.height

    def _bottom(self, sheet: int) -> float:
        """Return where the rows on a sheet end."""
        laid, number = self._laid, self._laid.frame.columns
        columns = self.columns[sheet * number : (sheet + 1) * number]
        return max((each.bottom for each in columns), default=laid.frame.margin + laid.head)
