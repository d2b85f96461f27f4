"""One writer at a time, by locks that end with the process that holds them."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from argmap.errors import ArgmapError

try:
    import fcntl
except ImportError:  # on Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 30.0  # seconds to wait for a lock of another process
_PAUSE = 0.02  # seconds

# Some network file systems have no locks, or none on folders.
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.EINVAL, errno.EACCES}


class _Mine(threading.local):
    """What this thread has locked, by device and inode."""

    def __init__(self) -> None:
        self.inodes: set[tuple[int, int]] = set()


_mine = _Mine()


@contextmanager
def locked(path: str | Path) -> Iterator[bool]:
    """Lock a file against other writers; may be nested within a thread.

    Locks its folder, as the file itself may be replaced; a file with several names
    (hard links) is locked as well, as its other names may be in other folders. Yields
    whether there is a lock: not every file system has them. Raises ArgmapError where
    another writer keeps it for longer than ``PATIENCE``, and OSError where there is no
    such folder.
    """
    target = Path(os.path.realpath(path))
    with ExitStack() as stack:
        is_locked = stack.enter_context(_locked(target.parent))
        if target.is_file() and target.stat().st_nlink > 1:
            is_locked = stack.enter_context(_locked(target)) and is_locked
        yield is_locked


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    try:
        descriptor = None if fcntl is None else os.open(path, os.O_RDONLY)
    except PermissionError:  # it may be writable, though not readable
        descriptor = None
    if descriptor is None:
        yield False
        return
    try:
        found = os.fstat(descriptor)
        inode = found.st_dev, found.st_ino
        if inode in _mine.inodes:
            yield True
        elif not _take(descriptor, path):
            yield False
        else:
            _mine.inodes.add(inode)
            try:
                yield True
            finally:
                _mine.inodes.discard(inode)
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> bool:
    """Return whether the file system gives a lock; raises ArgmapError where another keeps it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                message = f"another command has had '{path}' locked for {PATIENCE:.0f} seconds"
                raise ArgmapError(message, "let it end, or end it, and run this again") from None
            time.sleep(_PAUSE)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            raise
        else:
            return True
