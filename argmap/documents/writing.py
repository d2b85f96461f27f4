"""Writing a file: whole or not at all, by one writer at a time, keeping its attributes."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from argmap.documents.files import exists, is_folder
from argmap.errors import ArgmapError, brief, reason


def write_text(path: str | Path, text: str) -> None:
    """Write a file as UTF-8, as ``write_bytes`` does."""
    write_bytes(path, text.encode())


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file, whole or not at all; raises ArgmapError where that is not possible.

    An existing file keeps its owner, mode, attributes and links, see ``replace``. Links
    are followed. What is not a regular file (a pipe, a device) is written to directly,
    and so is an open file that is named by its number, such as /dev/stdout. Raises
    BrokenPipeError where the reader of a pipe is gone.
    """
    refuse_folder(path)
    _explained(path, lambda: _write(path, data))


def write_new(path: str | Path, data: bytes) -> None:
    """Write a file that must not exist yet; otherwise as ``write_bytes``."""
    from argmap.documents._locking import locked

    def write() -> None:
        with locked(path):
            if exists(path, even_dangling=True):
                raise ArgmapError(f"there is a file '{path}' already", "choose another name")
            _write(path, data)

    refuse_folder(path)
    _explained(path, write)


def write_over(path: str | Path, data: bytes, known: bytes) -> None:
    """Write a file that must still have its ``known`` content; otherwise as ``write_bytes``."""
    from argmap.documents._locking import locked

    def write() -> None:
        with locked(path):
            if Path(path).read_bytes() != known:
                message = f"'{path}' has changed since it was read, and is not written"
                raise ArgmapError(message, "run the command again")
            _write(path, data)

    refuse_unchangeable(path)
    _explained(path, write)


class Editing(NamedTuple):
    """Whether a file is locked against other writers, and notes on files that were recovered."""

    is_locked: bool
    notes: list[str]


@contextmanager
def editing(path: str | Path) -> Iterator[Editing]:
    """Lock a file that is to be changed in place, from before it is read.

    A file that a killed writer left half written is finished first. Raises ArgmapError
    for what cannot be changed in place, and where another writer keeps the lock.
    """
    from argmap.documents._locking import locked
    from argmap.documents._replacing import clear, recover

    refuse_unchangeable(path)
    with ExitStack() as stack:
        how = Editing(is_locked=True, notes=[])
        if exists(path):  # or else reading it raises an error
            try:
                is_locked = stack.enter_context(locked(path))
                folder = Path(os.path.realpath(path)).parent
                how = Editing(is_locked, notes=[])
                if is_locked and os.access(folder, os.W_OK):
                    clear(folder)  # here as well: an edit that changes nothing writes nothing
                    how.notes.extend(recover(folder))
            except OSError as error:
                raise ArgmapError(f"cannot change '{path}': {reason(error)}") from None
        yield how


def refuse_unchangeable(path: str | Path) -> None:
    """Raise ArgmapError for something that cannot be changed in place, such as a pipe."""
    if not exists(path) or is_folder(path):
        return  # reading it raises an error
    mode = Path(path).stat().st_mode
    if _open_file(path) is not None:
        kind = "an open file"
    elif stat.S_ISREG(mode):
        return
    else:
        kind = "a pipe" if stat.S_ISFIFO(mode) else "no regular file"
    raise ArgmapError(f"'{path}' is {kind}, which cannot be changed in place", "name a map file")


def refuse_folder(path: str | Path) -> None:
    """Raise ArgmapError where a path to write to is a folder, or ends like one."""
    if not str(path):
        raise ArgmapError("the file to write has an empty name", "name a file")
    if str(path).endswith(("/", os.sep)) or is_folder(path):
        raise ArgmapError(f"cannot write '{path}': it is a folder", "name a file in it")


def _explained(path: str | Path, write: Callable[[], None]) -> None:
    """Call ``write``; raise an ArgmapError for what the operating system refuses."""
    try:
        write()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ArgmapError(f"cannot write '{brief(str(path))}': {reason(error)}") from None
    except ValueError as error:  # a null character in the path
        raise ArgmapError(f"cannot write '{path!r}': {error}") from None


def _write(path: str | Path, data: bytes) -> None:
    opened = _open_file(path)
    if opened is not None:
        _write_to_open_file(*opened, data)
        return
    try:
        is_regular = stat.S_ISREG(Path(path).stat().st_mode)
    except FileNotFoundError:
        is_regular = True
    if not is_regular:
        with Path(path).open("wb") as stream:
            stream.write(data)
        return
    # Imported here, as most commands only read.
    from argmap.documents._locking import locked
    from argmap.documents._replacing import clear, replace

    target = Path(os.path.realpath(path))
    with locked(target) as is_locked:
        if is_locked:
            clear(target.parent)
        replace(target, data)


_OPEN_FILES = re.compile(r"/dev/fd|/proc/(?P<process>\d+)(?:/task/\d+)?/fd")
_MOST_LINKS = 40  # as many as Linux follows


def _open_file(path: str | Path) -> tuple[Path, int | None] | None:
    """Return the open file that a path names, as /dev/stdout and /proc/self/fd/1 do, or None.

    That is its name, and its number if it is open in this process.
    """
    name = Path(path)
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(name.parent)
        found = _OPEN_FILES.fullmatch(folder)
        name = Path(folder, name.name)
        if found and name.name.isdigit():
            process = found["process"]
            is_ours = process is None or int(process) == os.getpid()
            return name, int(name.name) if is_ours else None
        if not name.is_symlink():
            return None
        name = Path(folder, name.readlink())
    return None


def _write_to_open_file(name: Path, number: int | None, data: bytes) -> None:
    """Write to an open file at its position; to that of another process, at its end."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    descriptor = os.open(name, os.O_WRONLY | os.O_APPEND) if number is None else os.dup(number)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
