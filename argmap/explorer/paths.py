"""What a file is called where there is little room: short, and still true."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import chain, count
from pathlib import Path

from rich.cells import cell_len


def short_path(path: str | Path) -> str:
    """Return the shortest true form of a path: from the working folder, from ``~``, or whole."""
    whole = Path(path).absolute()
    for where, sign in ((Path.cwd, ""), (Path.home, "~/")):
        folder = _folder(where)
        if folder is not None and whole.is_relative_to(folder):
            return f"{sign}{whole.relative_to(folder)}"
    return str(whole)


def _folder(where: Callable[[], Path]) -> Path | None:
    try:
        return where()
    except (OSError, RuntimeError):  # it was removed, or nobody's home is known
        return None


def free_name(name: str) -> str:
    """Return a name that no file in the working folder has: this one, or one with a number."""
    stem, dot, suffix = name.rpartition(".")
    names = chain([name], (f"{stem}-{number}{dot}{suffix}" for number in count(2)))
    return next(each for each in names if not os.path.lexists(each))


def elided(path: str, width: int, sign: str = "…") -> str:
    """Return a path in at most so many columns: folders in its middle go first.

    Then the beginning of the file's name goes, whose end says what it is.
    """
    for shorter in (path, *_with_fewer_folders(path, sign)):
        if cell_len(shorter) <= width:
            return shorter
    name, room = path.rpartition("/")[2], max(width - len(sign), 0)
    while cell_len(name) > room:
        name = name[1:]
    return (sign + name)[:width]


def _with_fewer_folders(path: str, sign: str) -> Iterator[str]:
    *folders, name = path.split("/")
    kept = 1 if folders and folders[0] else 2  # an absolute path begins with no name at all
    for first in range(kept + 1, len(folders) + 1):
        yield "/".join([*folders[:kept], sign, *folders[first:], name])
    if folders:
        yield f"{sign}/{name}"
