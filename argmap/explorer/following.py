"""Watching the file of a map: whether it has changed, and reading it again."""

from __future__ import annotations

import stat
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.formats import load
from argmap.model import ArgumentMap, InvalidMapError
from argmap.model.text import escaped, one_line
from argmap.views.phrases import counted

_Stamp = tuple[int, int, int] | None


class FollowedFile:
    """A file, and its state when last looked at.

    Create it before the file is first read, so that no change is missed. Anything
    but a regular file, such as a pipe, can be read only once and never changes.
    """

    def __init__(self, path: str | Path, format_: str | None = None) -> None:
        """Take the path and the format, None to detect it."""
        self.path = path
        self._format = format_
        self._read = self._seen = self._stamp()
        self.is_followed = self._read is not None

    def _stamp(self) -> _Stamp:
        try:
            found = Path(self.path).stat()
        except (OSError, ValueError):
            return None
        is_file = stat.S_ISREG(found.st_mode)
        return (found.st_mtime_ns, found.st_size, found.st_ino) if is_file else None

    def has_changed(self) -> bool:
        """Return whether the file differs from what was read, and has not changed since last asked.

        An editor may take a moment to write a file.
        """
        if not self.is_followed:
            return False
        before, self._seen = self._seen, self._stamp()
        return self._seen == before and self._seen != self._read

    def differs(self) -> bool:
        """Return whether the file differs from what was read."""
        self._seen = self._stamp()
        return self.is_followed and self._seen != self._read

    def read(self) -> ArgumentMap:
        """Return the map in the file as it is now; raises ArgmapError if it cannot be read."""
        self._read = self._seen
        return load(self.path, self._format)


def error_line(error: ArgmapError, name: str) -> str:
    """Return an error in the file ``name`` on one line; of several, the first, with its place."""
    if not isinstance(error, InvalidMapError):
        return one_line(error.message)
    first, others = error.diagnostics[0], error.count - 1
    more = f" (and {counted(others, 'more error')})" if others else ""
    place = f"{name}:{first.location.line}:{first.location.column}"
    return f"{escaped(place)}: {one_line(first.message)}{more}"
