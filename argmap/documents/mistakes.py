"""The mistakes in a text, collected so that one run reports them.

A text may be nothing but mistakes: the first are told, the others counted.
"""

from __future__ import annotations

from argmap.model import Diagnostic, FileText, InvalidMapError
from argmap.suggestions import Near

TOLD_AT_MOST = 50


class Mistakes:
    """What is wrong with one text so far; ``near`` finds near names for wrong ones."""

    def __init__(self, file: FileText) -> None:
        """Start with nothing wrong."""
        self.near = Near()
        self.number = 0  # of all, those told and those counted
        self._file = file
        self._found: list[Diagnostic] = []
        self._first_untold = 0

    @property
    def is_full(self) -> bool:
        """Whether a further mistake is counted alone, so that a hint would be wasted on it."""
        return self.number >= TOLD_AT_MOST

    def add(self, offset: int, code: str, message: str, hint: str | None = None) -> None:
        """Note a mistake at ``offset``, with a stable ``code`` and a hint at what to do."""
        self.number += 1
        if self.number <= TOLD_AT_MOST:
            self._tell(offset, code, message, hint)
        elif self.number == TOLD_AT_MOST + 1:
            self._first_untold = offset

    def _tell(self, offset: int, code: str, message: str, hint: str | None = None) -> None:
        self._found.append(Diagnostic(code, message, self._file.location(offset), hint))

    def report(self) -> None:
        """Raise InvalidMapError with the mistakes told, and how many more there are, if any."""
        more = self.number - TOLD_AT_MOST
        if more > 0:
            what = "mistakes" if more > 1 else "mistake"
            message = f"{more:,} more {what}, the first of them here"
            self._tell(self._first_untold, "more-mistakes", message)
        if self._found:
            raise InvalidMapError(self._found, self._file)
