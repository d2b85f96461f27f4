"""What is wrong with a map, described so that a person can fix it."""

from __future__ import annotations

from typing import NamedTuple

from argmap.errors import ArgmapError
from argmap.model.location import Location, SourceText


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
    """A file that is not a valid map; ``diagnostics`` has every error found, in file order."""

    def __init__(self, diagnostics: list[Diagnostic], source: SourceText) -> None:
        """Take the errors (at least one) and the text that they are in."""
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: d.location[1:]))
        self.source = source
        super().__init__("\n".join(map(str, self.diagnostics)))
