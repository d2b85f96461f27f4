"""Near names for a wrong one, as long as looking for them stays in proportion."""

from __future__ import annotations

from collections.abc import Collection

from argmap.errors import did_you_mean

# Each wrong name is compared with every name there is; in a big file with many
# mistakes that would take longer than everything else together.
_COMPARISONS_AT_MOST = 200_000
_LONGEST_NAME = 100  # characters; nobody mistypes a longer one


class Near:
    """Finds near names for the wrong names of one text, until that is too much work."""

    def __init__(self) -> None:
        """Start with no name compared."""
        self._comparisons = 0

    def may_compare(self, name: str, number: int) -> bool:
        """Return whether a name may still be compared with so many others; count it if so."""
        self._comparisons += number
        is_little = self._comparisons <= max(_COMPARISONS_AT_MOST, number)
        return is_little and len(name) <= _LONGEST_NAME

    def __call__(self, name: str, *known: Collection[str]) -> str | None:
        """Return "did you mean 'a'?", or None where nothing is near or it was too much work."""
        if not self.may_compare(name, sum(map(len, known))):
            return None
        short = [each for some in known for each in some if len(each) <= _LONGEST_NAME]
        return did_you_mean(name, tuple(short))
