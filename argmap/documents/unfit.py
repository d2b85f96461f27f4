"""A value that a key of the map format may not hold."""

from __future__ import annotations

from argmap.documents.document import Path


class UnfitError(Exception):
    """A value that a key may not hold: the code, message and hint of a diagnostic.

    ``path`` leads to the error from the value; ``others`` are further errors in it.
    """

    def __init__(self, code: str, message: str, hint: str | None = None, path: Path = ()) -> None:
        """Take the fields of a diagnostic, with a path for its place."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.path = path
        self.others: list[UnfitError] = []
