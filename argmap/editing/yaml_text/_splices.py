"""Pieces of a text replaced by others, and the lines of the text they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from argmap.editing.yaml_text._gaps import LINE_END


class Splice(NamedTuple):
    """Text to replace what is from ``start`` up to ``end``."""

    start: int
    end: int
    text: str


class Splices:
    """A text and what is to be replaced in it; offsets are those of the original.

    A new line gets the line end of the one before it, and no other line end changes.
    """

    def __init__(self, text: str) -> None:
        """Begin with nothing to replace."""
        self.text = text
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        self._splices: list[Splice] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text``, with plain line ends, in place of a piece of the original."""
        if "\n" in text:
            text = text.replace("\n", self._newline(start))
        self._splices.append(Splice(start, end, text))

    def insert(self, at: int, text: str) -> None:
        """Put ``text`` in at a place; what is put at the same place later comes after it."""
        self.replace(at, at, text)

    def add_lines(self, at: int, lines: Iterable[str]) -> None:
        """Put lines in below the line of a place."""
        below = self.next_line(at)
        if below is None:
            self._splices.append(
                Splice(len(self.text), len(self.text), self._newline(at).join(["", *lines]))
            )
        else:
            newline = self._newline(at)
            self._splices.append(Splice(below, below, "".join(line + newline for line in lines)))

    def add_lines_above(self, at: int, lines: Iterable[str]) -> None:
        """Put lines in above the line of a place."""
        start, newline = self.line_start(at), self._newline(at)
        self._splices.append(Splice(start, start, "".join(line + newline for line in lines)))

    def remove_lines(self, start: int, end: int) -> None:
        """Take out the lines from that of ``start`` to that of ``end``, with their line ends."""
        below = self.next_line(end)
        self.replace(self.line_start(start), len(self.text) if below is None else below, "")

    def result(self) -> str:
        """Return the text with everything replaced."""
        parts, at = [], 0
        for start, end, text in sorted(self._splices, key=lambda splice: splice[:2]):
            parts += [self.text[at:start], text]
            at = max(at, end)
        return "".join([*parts, self.text[at:]])

    def first(self) -> int:
        """Return the first place where something is replaced; the start where nothing is."""
        return min((splice.start for splice in self._splices), default=0)

    def touches(self, start: int, end: int) -> bool:
        """Return whether something is replaced in a piece of the text."""
        return any(each.start < end and each.end > start for each in self._splices)

    def line_start(self, at: int) -> int:
        """Return where the line of a place starts."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return where the line of a place ends, before its line end."""
        line = bisect_right(self._starts, at)
        if line == len(self._starts):
            return len(self.text)
        end = self._starts[line] - 1
        return end - (self.text[max(end - 1, 0) : end + 1] == "\r\n")

    def next_line(self, at: int) -> int | None:
        """Return where the line after that of a place starts; None in the last one."""
        line = bisect_right(self._starts, at)
        return self._starts[line] if line < len(self._starts) else None

    def line_before(self, at: int) -> int | None:
        """Return where the line before that of a place starts; None in the first one."""
        line = bisect_right(self._starts, at) - 1
        return self._starts[line - 1] if line else None

    def before(self, at: int) -> str:
        """Return what stands before a place in its line."""
        return self.text[self.line_start(at) : at]

    def rest(self, at: int) -> str:
        """Return what stands after a place in its line."""
        return self.text[at : self.line_end(at)]

    def is_blank_line(self, at: int | None) -> bool:
        """Return whether the line of a place is blank, or there is no such place."""
        return at is None or not (self.before(at) + self.rest(at)).strip()

    def column(self, at: int) -> str:
        """Return the indentation of a new line that is to begin under a place."""
        before = self.before(at)
        return before if not before.strip() else " " * len(before)

    def _newline(self, at: int) -> str:
        """Return the line end of a place; in the last line, that of the one before it."""
        line = bisect_right(self._starts, at)
        if line == len(self._starts):
            line -= 1
        return self.text[self.line_end(self._starts[line - 1]) : self._starts[line]] or "\n"
