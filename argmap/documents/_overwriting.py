"""Overwriting a regular file in place, so that a killed writer can be made up for.

A copy of old and new content is written beside the file first, and removed at the end.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, zip_longest
from pathlib import Path
from typing import IO, NamedTuple

from argmap.errors import ArgmapError, reason

MARK = ".argmap-"
COPY = ".copy"

_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}  # not every file system can


def beside(target: Path, ending: str) -> Path:
    """Return a name for a temporary file in the folder of another file."""
    return target.with_name(f"{MARK}{secrets.token_hex(8)}{ending}")


def created(path: Path, mode: int) -> IO[bytes]:
    """Return a new file with a mode, opened for writing."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    return open(path, "xb", opener=opener)


def sync_folder(folder: Path) -> None:
    """Sync a folder to disk, so that a name in it survives a power cut."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # it may be writable and not readable; or this is Windows
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


class Copy(NamedTuple):
    """The old and new content of a file that is overwritten in place, with its name.

    ``inodes`` are the device and the inodes of the file and of the copy itself, which a
    forged copy, as from an archive, cannot know.
    """

    name: str
    inodes: tuple[int, int, int]
    old: bytes
    new: bytes

    def to_bytes(self) -> bytes:
        """Return the content of the copy."""
        content = self.old + self.new
        digest = hashlib.sha256(content).hexdigest()
        head = json.dumps([self.name, *self.inodes, len(self.old), digest])
        return head.encode() + b"\n" + content

    @classmethod
    def from_bytes(cls, data: bytes) -> Copy | None:
        """Return the copy with this content, or None where it is incomplete."""
        first, _, content = data.partition(b"\n")
        try:
            about = json.loads(first) if len(first) <= _LONGEST_HEAD else None
        except ValueError:
            return None
        match about:
            case [str(name), int(device), int(file), int(copy), int(length), str(digest)]:
                if digest == hashlib.sha256(content).hexdigest():
                    return cls(name, (device, file, copy), content[:length], content[length:])
        return None

    def is_half_done(self, content: bytes) -> bool:
        """Return whether each byte of a content is that of the old or of the new one.

        That is so wherever overwriting or undoing it was interrupted.
        """
        if content in {self.old, self.new}:
            return False
        shorter, longer = sorted((len(self.old), len(self.new)))
        places = zip_longest(content, self.old, self.new)
        return shorter <= len(content) <= longer and all(
            char in {old, new} for char, old, new in islice(places, len(content))
        )


_LONGEST_HEAD = 4000  # bytes: a name of 255, all escaped, and numbers


def write_in_place(target: Path, data: bytes) -> None:
    """Overwrite a file, after writing a copy of its old and new content beside it.

    Raises OSError where that fails, and ArgmapError where it leaves the file half written.
    """
    with target.open("r+b", buffering=0) as stream:
        old = stream.readall()
        path = beside(target, COPY)
        try:
            with created(path, 0o600) as copy:
                found = os.fstat(copy.fileno())
                inodes = found.st_dev, os.fstat(stream.fileno()).st_ino, found.st_ino
                copy.write(Copy(target.name, inodes, old, data).to_bytes())
                copy.flush()
                os.fsync(copy.fileno())
            sync_folder(target.parent)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        try:
            _overwrite(stream.fileno(), data)
        except BaseException:
            with _signals_blocked():
                _restore(stream.fileno(), old, target)
                path.unlink()
            raise
    path.unlink()


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Block signals, such as a second Ctrl-C, while something is undone."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _restore(descriptor: int, old: bytes, target: Path) -> None:
    try:
        _overwrite(descriptor, old)
    except OSError as error:
        message = f"'{target}' is half written: {reason(error)}"
        raise ArgmapError(message, "any argmap edit in its folder will finish it") from None


def _overwrite(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    os.lseek(descriptor, 0, os.SEEK_SET)
    while view:
        view = view[os.write(descriptor, view) :]
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def finish(path: Path) -> list[str]:
    """Finish the file of a copy where it is half written; return notes."""
    with path.open("rb") as stream:
        own = os.fstat(stream.fileno())
        copy = Copy.from_bytes(stream.read())
    if copy is None or "/" in copy.name or copy.inodes[::2] != (own.st_dev, own.st_ino):
        return []
    try:
        descriptor = os.open(path.parent / copy.name, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:  # it is gone, a link, or read-only
        return []
    with os.fdopen(descriptor, "r+b", buffering=0) as stream:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or copy.inodes[:2] != (found.st_dev, found.st_ino):
            return []
        content = stream.readall()
        if content in {copy.old, copy.new}:
            return []
        if not copy.is_half_done(content):
            return [f"'{copy.name}' has been changed since an edit of it was killed"]
        _overwrite(descriptor, copy.new)
    return [f"'{copy.name}' was half written, and has been finished"]
