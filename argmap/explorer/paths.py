"""Short names of files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import chain, count
from pathlib import Path

from rich.cells import cell_len


def short_path(path: str | Path) -> str:
    """Return a path relative to the working folder or to ``~`` if possible, else absolute."""
    whole = Path(path).absolute()
    for where, sign in ((Path.cwd, ""), (Path.home, "~/")):
        folder = _folder(where)
        if folder is not None and whole.is_relative_to(folder):
            return f"{sign}{whole.relative_to(folder)}"
    return str(whole)


def _folder(where: Callable[[], Path]) -> Path | None:
    try:
        return where()
    except (OSError, RuntimeError):  # removed, or no home directory
        return None


def free_name(name: str) -> str:
    """Return a name, with a number if a file in the working folder has it already."""
    stem, dot, suffix = name.rpartition(".")
    names = chain([name], (f"{stem}-{number}{dot}{suffix}" for number in count(2)))
    return next(each for each in names if not os.path.lexists(each))


def elided(path: str, width: int, sign: str = "…") -> str:
    """Return a path in at most ``width`` columns.

    Folders in the middle are left out first, then the beginning of the file name.
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
    kept = 1 if folders and folders[0] else 2  # an absolute path begins with an empty name
    for first in range(kept + 1, len(folders) + 1):
        yield "/".join([*folders[:kept], sign, *folders[first:], name])
    if folders:
        yield f"{sign}/{name}"
