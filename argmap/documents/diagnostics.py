"""The errors in a text, collected so that one run reports them all, up to a limit."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable

from argmap.model import Diagnostic, FileText, InvalidMapError, Location
from argmap.suggestions import Near

REPORTED_AT_MOST = 50

Hint = str | Callable[[], str | None] | None


class Diagnostics:
    """What is wrong with one text; ``near`` finds names spelled like a wrong one.

    Of more than ``REPORTED_AT_MOST`` errors, those that stand first in the text are
    reported, in whatever order they are found; the others are counted.
    """

    def __init__(self, file: FileText) -> None:
        """Begin without an error."""
        self.near = Near()
        self.count = 0  # of all errors, reported or not
        self._file = file
        self._first: list[Diagnostic] = []  # by place: those to report, and one more

    def add(self, offset: int, code: str, message: str, hint: Hint = None) -> None:
        """Add an error at ``offset``; the other arguments are the fields of Diagnostic.

        A hint that takes time may be a function, which is called only where the error is
        not too far down to be reported.
        """
        self.count += 1
        place = self._file.location(offset)
        if len(self._first) <= REPORTED_AT_MOST or place[1:] < self._first[-1].location[1:]:
            self._insert(Diagnostic(code, message, place, hint() if callable(hint) else hint))

    def add_part(self, error: InvalidMapError, offset: int) -> None:
        """Add the errors of a part of the text that starts at ``offset`` and was read alone."""
        self.count += error.count
        file, line, column = self._file.location(offset)
        for each in error.diagnostics:
            place = each.location
            shift = column - 1 if place.line == 1 else 0
            location = Location(file, line + place.line - 1, place.column + shift)
            self._insert(each._replace(location=location))

    def _insert(self, diagnostic: Diagnostic) -> None:
        insort(self._first, diagnostic, key=lambda each: each.location[1:])
        del self._first[REPORTED_AT_MOST + 1 :]

    def raise_any(self) -> None:
        """Raise InvalidMapError with the errors so far, if there are any.

        Its last diagnostic, ``more-errors``, says how many are not reported, and stands
        at the first of them.
        """
        if not self.count:
            return
        found = self._first[:REPORTED_AT_MOST]
        more = self.count - len(found)
        if more:
            message = f"{more:,} more error{'s' if more > 1 else ''}, the first of them here"
            place = self._first[REPORTED_AT_MOST].location
            found.append(Diagnostic("more-errors", message, place))
        raise InvalidMapError(found, self._file, self.count)
