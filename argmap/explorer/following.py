"""Following the file of a map: whether it has changed, and what it now holds."""

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
    """A file, as it was when last looked at.

    Make one before the file is first read, so that no change is missed. What is
    not a regular file, such as a pipe, can be read only once: it never changes.
    """

    def __init__(self, path: str | Path, format_: str | None = None) -> None:
        """Take the path and the format to read it in; None for whatever it is."""
        self.path = path
        self._format = format_
        self._read = self._seen = self._stamp()
        self.is_followed = self._read is not None

    def _stamp(self) -> _Stamp:
        try:
            found = Path(self.path).stat()
        except (OSError, ValueError):
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino) if _is_file(found.st_mode) else None

    def has_changed(self) -> bool:
        """Return whether the file is another than was read, and was so when last asked.

        Twice the same, because an editor may take a moment to write a file.
        """
        if not self.is_followed:
            return False
        before, self._seen = self._seen, self._stamp()
        return self._seen == before and self._seen != self._read

    def read(self) -> ArgumentMap:
        """Return the map that the file now holds; raises ArgmapError where it holds none."""
        self._read = self._seen
        return load(self.path, self._format)


def _is_file(mode: int) -> bool:
    return stat.S_ISREG(mode)


def mistake(error: ArgmapError, name: str) -> str:
    """Return on one line what is wrong with a file: of several mistakes the first, by its place.

    ``name`` is what the file is called.
    """
    if not isinstance(error, InvalidMapError):
        return one_line(error.message)
    first, others = error.diagnostics[0], error.count - 1
    more = f" (and {counted(others, 'more mistake')})" if others else ""
    place = f"{name}:{first.location.line}:{first.location.column}"
    return f"{escaped(place)}: {one_line(first.message)}{more}"
