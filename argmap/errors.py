"""What can go wrong, and the exit status each answer has.

``ArgmapError`` is the base of every error argmap raises on purpose: its text
is a whole sentence for a person, and the command prints it without a
traceback.
"""

from __future__ import annotations

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
        super().__init__(f"there is no {what} '{name}'", hint)
        self.name = name


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


def did_you_mean(name: str, known: tuple[str, ...]) -> str | None:
    """Return "did you mean 'a' or 'b'?" for the names nearest to ``name``, or None."""
    close = [f"'{candidate}'" for candidate in nearest(name, known)]
    if not close:
        return None
    return (
        f"did you mean {' or '.join([', '.join(close[:-1]), close[-1]] if close[1:] else close)}?"
    )
