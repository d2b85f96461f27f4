"""The first line: the title, file and size of the map."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from argmap.explorer.lines import cut, text_of
from argmap.explorer.paths import elided
from argmap.model import ArgumentMap
from argmap.model.text import one_line
from argmap.views.phrases import counted
from argmap.views.rows import Span
from argmap.views.theme import Glyphs

_BETWEEN = 2  # columns
_FILE_AT_LEAST = 12  # columns, below which a file name is useless
_WIDE = 60  # columns, from which on a long title is cut to show the file


class Header(Widget):
    """The title on the left, file and size on the right, as far as they fit."""

    def __init__(self, glyphs: Glyphs, file: str) -> None:
        """Take the name of the file."""
        super().__init__(id="title")
        self._glyphs = glyphs
        self._file = one_line(file)
        self._title = ""
        self._sizes: list[str] = []

    def show(self, argument_map: ArgumentMap) -> None:
        """Show another map, or another version of it."""
        self._title = one_line(argument_map.title or "")
        claims = counted(len(argument_map.claims), "claim")
        relations = counted(len(argument_map.relations), "relation")
        self._sizes = [f"{claims}, {relations}", claims]
        self.refresh()

    def render(self) -> Text:
        """Return what fits."""
        width = self.size.width
        if not self._title:
            file = elided(self._file, width, self._sign)
            return self._line([(file, "heading")], self._size_in(width - cell_len(file) - _BETWEEN))
        room = width - cell_len(self._title) - _BETWEEN
        if room < _FILE_AT_LEAST and width >= _WIDE:
            room = width // 3
        return self._line([(self._title, "heading")], self._facts(room))

    def _line(self, left: list[Span], right: str) -> Text:
        width = self.size.width
        taken = cell_len(right) + _BETWEEN if right else 0
        text = cut(text_of(left), max(width - taken, 0), self._glyphs)
        gap = " " * max(width - text.cell_len - cell_len(right), 0)
        return text.append_text(text_of([(gap, ""), (right, "quiet")]))

    def _facts(self, room: int) -> str:
        """Return file and size, or only the file, in at most ``room`` columns."""
        size = self._size_in(room - cell_len(self._file) - _BETWEEN)
        if size:
            return f"{self._file}{' ' * _BETWEEN}{size}"
        return elided(self._file, room, self._sign) if room >= _FILE_AT_LEAST else ""

    def _size_in(self, room: int) -> str:
        return next((size for size in self._sizes if cell_len(size) <= room), "")

    @property
    def _sign(self) -> str:
        return "..." if self._glyphs.is_ascii else "…"
