"""What is wrong with a map, and where, so that a person can mend it."""

from __future__ import annotations

from typing import NamedTuple

from argmap.errors import ArgmapError
from argmap.model.location import FileText, Location


class Diagnostic(NamedTuple):
    """One error: a stable ``code``, a sentence, its place, and what to do about it."""

    code: str
    message: str
    location: Location
    hint: str | None = None
    severity: str = "error"

    def __str__(self) -> str:
        """Return ``file:line:column: error: message`` and the hint, on one line."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.location}: {self.severity}: {self.message}{hint}"


class InvalidMapError(ArgmapError):
    """A file that is not a valid map.

    ``diagnostics`` are its errors in file order; ``count`` is their number, which
    includes those too many to be listed.
    """

    def __init__(
        self, diagnostics: list[Diagnostic], file: FileText, count: int | None = None
    ) -> None:
        """Take the errors (at least one), the text they stand in, and how many there are."""
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: d.location[1:]))
        self.file = file
        self.count = len(diagnostics) if count is None else count
        super().__init__("\n".join(map(str, self.diagnostics)))
