"""The mistakes in a text, collected so that one run reports them all."""

from __future__ import annotations

from collections.abc import Collection

from argmap.errors import did_you_mean
from argmap.model import Diagnostic, InvalidMapError, SourceText

# Finding the nearest name compares with every id; in a big file with many
# mistakes that would take longer than everything else together.
_COMPARISONS_AT_MOST = 400_000
_LONGEST_NAME = 100  # characters; nobody mistypes a longer one


class Mistakes:
    """What is wrong with one text so far."""

    def __init__(self, source: SourceText) -> None:
        """Start with nothing wrong."""
        self._source = source
        self._found: list[Diagnostic] = []
        self._comparisons = 0

    def add(self, offset: int, code: str, message: str, hint: str | None = None) -> None:
        """Note a mistake at ``offset``, with a stable ``code`` and a hint at what to do."""
        self._found.append(Diagnostic(code, message, self._source.location(offset), hint))

    def near(self, name: str, *known: Collection[str]) -> str | None:
        """Return "did you mean 'a'?" for a wrong name, or None; after many, always None."""
        comparisons = sum(map(len, known))
        self._comparisons += comparisons
        if self._comparisons > max(_COMPARISONS_AT_MOST, comparisons) or len(name) > _LONGEST_NAME:
            return None
        names = (each for some in known for each in some if len(each) <= _LONGEST_NAME)
        return did_you_mean(name, tuple(names))

    def report(self) -> None:
        """Raise InvalidMapError with every mistake, if there is one."""
        if self._found:
            raise InvalidMapError(self._found, self._source)
