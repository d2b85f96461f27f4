"""Names that are spelled like a wrong one, to say "did you mean 'a'?"."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def nearest(name: str, known: tuple[str, ...]) -> list[str]:
    """Return up to three of ``known`` that are spelled like ``name``, best first."""
    from difflib import get_close_matches

    by_key: dict[str, str] = {}
    for candidate in known:
        by_key.setdefault(candidate.casefold(), candidate)
    close = get_close_matches(name.casefold(), by_key, n=3, cutoff=0.6)
    if not close and len(name) > 2:
        close = [key for key in by_key if name.casefold() in key][:3]
    return [by_key[key] for key in close]


# Comparing each wrong name with every known one could take longer than everything
# else in a big file with many errors; comparing two long names takes the square
# of their length.
_COMPARISONS_AT_MOST = 100_000  # of short names
_SHORT_NAME = 25  # characters
_LONGEST_NAME = 100  # characters; nobody mistypes a longer one


class Near:
    """Finds near names for the wrong names of one text, until that is too much work."""

    def __init__(self) -> None:
        """Start with no name compared."""
        self._comparisons = 0.0

    def may_compare(self, name: str, number: int) -> bool:
        """Return whether a name may still be compared with so many others; count it if so."""
        self._comparisons += number * max(len(name) / _SHORT_NAME, 1) ** 2
        is_little = self._comparisons <= max(_COMPARISONS_AT_MOST, number)
        return is_little and len(name) <= _LONGEST_NAME

    def __call__(self, name: str, *known: Collection[str]) -> str | None:
        """Return "did you mean 'a'?", or None where nothing is near or it was too much work."""
        if not self.may_compare(name, sum(map(len, known))):
            return None
        short = [each for some in known for each in some if len(each) <= _LONGEST_NAME]
        return did_you_mean(name, tuple(short))


def did_you_mean(name: str, known: tuple[str, ...]) -> str | None:
    """Return "did you mean 'a' or 'b'?" for the names nearest to ``name``, or None."""
    return one_of(nearest(name, known))


def one_of(names: Sequence[str]) -> str | None:
    """Return "did you mean 'a' or 'b'?" for names, or None where there is none."""
    quoted = [f"'{name}'" for name in names]
    if not quoted:
        return None
    last = quoted[-1]
    return f"did you mean {', '.join(quoted[:-1])}{' or ' if quoted[1:] else ''}{last}?"
