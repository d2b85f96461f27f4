"""The mistakes in a text that may be nothing but mistakes: the first told, the others counted."""

from __future__ import annotations

from argmap.formats._mistakes import Mistakes
from argmap.model import SourceText

TOLD_AT_MOST = 50


class ManyMistakes(Mistakes):
    """What is wrong with one text so far; of what comes after the first fifty, the number."""

    def __init__(self, source: SourceText) -> None:
        """Start with nothing wrong."""
        super().__init__(source)
        self.number = 0  # of all, those told and those counted
        self._first_untold = 0

    @property
    def is_full(self) -> bool:
        """Whether a further mistake is counted alone, so that a hint would be wasted on it."""
        return self.number >= TOLD_AT_MOST

    def add(self, offset: int, code: str, message: str, hint: str | None = None) -> None:
        """Note a mistake at ``offset``, or count it where enough are told already."""
        self.number += 1
        if self.number <= TOLD_AT_MOST:
            super().add(offset, code, message, hint)
        elif self.number == TOLD_AT_MOST + 1:
            self._first_untold = offset

    def report(self) -> None:
        """Raise InvalidMapError with the mistakes told, and how many more there are."""
        more = self.number - TOLD_AT_MOST
        if more > 0:
            verb = "mistakes" if more > 1 else "mistake"
            message = f"{more:,} more {verb}, the first of them here"
            super().add(self._first_untold, "more-mistakes", message)
        super().report()
