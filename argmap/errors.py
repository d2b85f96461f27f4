"""What can go wrong, and the exit status each answer has.

``ArgmapError`` is the base of every error argmap raises on purpose: its text
is a whole sentence for a person, and the command prints it without a
traceback.
"""

from __future__ import annotations

import shlex
import sys

from argmap.suggestions import did_you_mean

DONE = 0
NO = 1  # the answer is no: no chain found, maps differ, a check found errors
UNUSABLE = 2  # wrong usage, or input that cannot be read
INTERRUPTED = 130  # Ctrl-C, as shells report it: 128 + SIGINT


_LISTED = 12  # names, at the most, in a hint


class ArgmapError(Exception):
    """An error that a person can understand and fix.

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


def missing_extra(message: str, extra: str) -> ArgmapError:
    """Return the error that something of an extra is missing, with the command that installs it.

    It is for the very Python that runs, which need not be the one of the user's ``pip``.
    """
    python = sys.executable or "python3"
    command = shlex.join([python, "-m", "pip", "install", f"argmap[{extra}]"])
    return ArgmapError(message, f"install it with: {command}")
