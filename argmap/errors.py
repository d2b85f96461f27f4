"""What can go wrong, and the exit status each answer has.

``ArgmapError`` is the base of every error argmap raises on purpose: its text
is a whole sentence for a person, and the command prints it without a
traceback.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Collection, Sequence

DONE = 0
NO = 1  # the answer is no: no chain found, maps differ, a check found errors
UNUSABLE = 2  # wrong usage, or input that cannot be read
INTERRUPTED = 130  # Ctrl-C, as shells report it: 128 + SIGINT


_LISTED = 12  # names, at the most, in a hint


class ArgmapError(Exception):
    """A mistake that a person can understand and mend.

    ``message`` says what is wrong and where; ``hint``, if any, what to do.
    ``exit_status`` is what the command ends with.
    """

    exit_status = UNUSABLE

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep ``message`` and ``hint`` for whoever prints the error."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownNameError(ArgmapError):
    """A claim, kind, voice, format or command that is not there."""

    def __init__(self, what: str, name: str, known: tuple[str, ...]) -> None:
        """Say that there is no ``what`` called ``name``, naming the nearest of ``known``."""
        hint = did_you_mean(name, known)
        if hint is None and known:
            hint = f"there is {', '.join(known[:_LISTED])}"
            hint += f" and {len(known) - _LISTED:,} more" if len(known) > _LISTED else ""
        super().__init__(f"there is no {what} '{brief(name)}'", hint)
        self.what = what
        self.name = name


def brief(text: str) -> str:
    """Return a text that somebody typed, cut where it is too long for a message."""
    return text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"


_LONGEST_QUOTED = 160  # characters


def reason(error: OSError) -> str:
    """Return in a few words why the operating system refused."""
    return (error.strerror or str(error)).lower()


def nearest(name: str, known: tuple[str, ...]) -> list[str]:
    """Return up to three of ``known`` that are spelled like ``name``, best first."""
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(candidate.casefold(), candidate)
    close = get_close_matches(name.casefold(), folded, n=3, cutoff=0.6)
    if not close and len(name) > 2:
        close = [key for key in folded if name.casefold() in key][:3]
    return [folded[key] for key in close]


# Each wrong name is compared with every name there is; in a big file with many
# mistakes that would take longer than everything else together. Comparing two
# long names takes the square of their length.
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


def missing_extra(message: str, extra: str) -> ArgmapError:
    """Return the error that something of an extra is missing, with the command that installs it.

    It is for the very Python that runs, which need not be the one of the user's ``pip``.
    """
    python = sys.executable or "python3"
    command = shlex.join([python, "-m", "pip", "install", f"argmap[{extra}]"])
    return ArgmapError(message, f"install it with: {command}")
