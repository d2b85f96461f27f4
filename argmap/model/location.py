"""Places in a map file."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Location(NamedTuple):
    """A place in a file; ``line`` and ``column`` count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``file:line:column``, which editors and terminals can follow."""
        return f"{self.file}:{self.line}:{self.column}"


class FileText:
    """The text of a file under the name to show for it, with offsets turned to places."""

    def __init__(self, text: str, name: str = "<text>") -> None:
        """Take ``text``, decoded and without a byte order mark."""
        self.text = text
        self.name = name

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def location(self, offset: int) -> Location:
        """Return the place of the character at ``offset``, which may be the end of the text."""
        starts = self._line_starts
        line = bisect_right(starts, offset)
        return Location(self.name, line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line ``number``, from 1, without its line end; empty past the last."""
        starts = self._line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def around(self, place: Location, before: int, after: int) -> tuple[str, str]:
        """Return up to ``before`` characters left of ``place`` and ``after`` from it."""
        starts = self._line_starts
        if not 1 <= place.line <= len(starts):
            return "", ""
        start = starts[place.line - 1]
        end = starts[place.line] if place.line < len(starts) else len(self.text)
        at = min(start + place.column - 1, end)
        left = self.text[max(start, at - before) : at]
        return left, self.text[at : min(end, at + after)].rstrip("\r\n")
