"""Pieces of a text replaced by others, and the lines of the text they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Splice(NamedTuple):
    """Text to stand in place of what is from ``start`` to ``end``, not counted in."""

    start: int
    end: int
    text: str


class Splices:
    """A text and what is to be replaced in it; the original is what offsets count in."""

    def __init__(self, text: str) -> None:
        """Begin with nothing to replace."""
        self.text = text
        found = _LINE_END.search(text)
        self.newline = found.group() if found else "\n"
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._splices: list[Splice] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text``, with plain line ends, in place of a piece of the original."""
        self._splices.append(Splice(start, end, text.replace("\n", self.newline)))

    def insert(self, at: int, text: str) -> None:
        """Put ``text`` in at a place; what is put at the same place later comes after it."""
        self.replace(at, at, text)

    def result(self) -> str:
        """Return the text with everything replaced."""
        parts, at = [], 0
        for start, end, text in sorted(self._splices, key=lambda splice: splice[:2]):
            parts += [self.text[at:start], text]
            at = max(at, end)
        return "".join([*parts, self.text[at:]])

    def line_start(self, at: int) -> int:
        """Return where the line of a place starts."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return where the line of a place ends, before its line end."""
        line = bisect_right(self._starts, at)
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        start = self._starts[line - 1]
        return start + len(self.text[start:end].rstrip("\r\n"))

    def next_line(self, at: int) -> int | None:
        """Return where the line after that of a place starts; None in the last one."""
        line = bisect_right(self._starts, at)
        return self._starts[line] if line < len(self._starts) else None

    def line_end_before(self, at: int) -> int | None:
        """Return where the line before that of a place ends; None in the first one."""
        start = self.line_start(at)
        return self.line_end(start - 1) if start else None

    def before(self, at: int) -> str:
        """Return what stands before a place in its line."""
        return self.text[self.line_start(at) : at]

    def column(self, at: int) -> str:
        """Return what a new line has to begin with, to stand under a place."""
        before = self.before(at)
        return before if not before.strip() else " " * len(before)
