"""Putting new content in the place of a regular file, so that no kill leaves half of it.

As a rule a new file is written beside the old one and renamed to it. Where the old
one has other names (hard links), or has what a new one cannot be given, it is written
in place instead, after a copy of old and new content beside it. Whoever is killed in
between leaves a file whose name begins with ``.argmap-``, and ``clear`` and ``recover``
deal with it: writers have the folder locked, so what is there belongs to none that runs.
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

_MARK = ".argmap-"
_NEW = ".tmp"  # new content, to be renamed
_COPY = ".copy"  # old and new content of a file that is written in place

# What the system says where a file can be written, but another not put in its place:
# of a sticky folder, of a file that is mounted.
_NOT_REPLACEABLE = {errno.EPERM, errno.EACCES, errno.EBUSY, errno.EXDEV}
_NO_ATTRIBUTES = {errno.ENOTSUP, errno.ENOSYS}
_EFFECTIVE = os.access in os.supports_effective_ids


class _NotKeptError(Exception):
    """Something belongs to the old file that a new one cannot be given."""


def replace(target: Path, data: bytes) -> None:
    """Put ``data`` in the place of a regular file, or of none, whole or not at all.

    ``target`` is no link. An old file keeps its owner, group, mode, attributes,
    access lists and links. The file and its folder are written through to the disk.
    Raises OSError where the system refuses, and ArgmapError where something could
    not be kept.
    """
    try:
        old = target.lstat()
    except FileNotFoundError:
        _rename(target, data, None)
        return
    # Who may do anything (root) is to respect a file that nobody is to write, too.
    if not old.st_mode & 0o222 or not os.access(target, os.W_OK, effective_ids=_EFFECTIVE):
        raise PermissionError(errno.EACCES, "the file is read-only")
    obstacle = "it has several names (hard links)"
    if old.st_nlink == 1:
        try:
            _rename(target, data, old)
        except _NotKeptError as why:
            obstacle = str(why)
        except OSError as error:
            if error.errno not in _NOT_REPLACEABLE:
                raise
            obstacle = f"no file can be put in its place ({reason(error)})"
        else:
            return
    try:
        _write_in_place(target, data)
    except OSError as error:
        both = f"{obstacle}, and it cannot be written in place ({reason(error)})"
        raise ArgmapError(f"cannot write '{target}': {both}") from None


def clear(folder: Path) -> None:
    """Remove new files that killed writers left in a locked folder before they got their names."""
    for path in _left_in(folder, _NEW):
        path.unlink()


def recover(folder: Path) -> list[str]:
    """Finish what killed writers left half written in a locked folder; return notes on files.

    A file that was half written in place gets its new content. One that has been
    changed since then stays as it is.
    """
    notes = []
    for path in _left_in(folder, _COPY):
        notes += _finish(path)
        path.unlink()
    return notes


def _left_in(folder: Path, ending: str) -> list[Path]:
    with os.scandir(folder) as entries:
        ours = [Path(e.path) for e in entries if e.name.startswith(_MARK) and _is_ours(e)]
    return [path for path in ours if path.suffix == ending]


def _is_ours(entry: os.DirEntry[str]) -> bool:
    """Return whether a file is one of this user's: in /tmp others may put theirs."""
    found = entry.stat(follow_symlinks=False)
    user = os.geteuid() if hasattr(os, "geteuid") else found.st_uid
    return stat.S_ISREG(found.st_mode) and found.st_uid == user


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f"{_MARK}{secrets.token_hex(8)}{ending}")


def _rename(target: Path, data: bytes, old: os.stat_result | None) -> None:
    """Write a new file, with what belongs to the old one, and give it the name of that."""
    new = _beside(target, _NEW)
    try:
        # Without an old file the system decides on the mode; with one, nobody looks in before.
        with _created(new, 0o666 if old is None else 0o600) as stream:
            stream.write(data)
            stream.flush()
            if old is not None:
                _copy_metadata(stream.fileno(), target, old)
            os.fsync(stream.fileno())
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _created(path: Path, mode: int) -> IO[bytes]:
    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    return open(path, "xb", opener=opener)


def _copy_metadata(descriptor: int, target: Path, old: os.stat_result) -> None:
    """Give a new file owner, group, attributes and mode of an old one.

    Raises _NotKeptError where that is not allowed.
    """
    if not hasattr(os, "fchown"):  # on Windows
        return
    try:
        new = os.fstat(descriptor)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            os.fchown(descriptor, old.st_uid, old.st_gid)
        wanted, present = _attributes(target), _attributes(descriptor)
        for name in present.keys() - wanted.keys():  # as of the access list of the folder
            os.removexattr(descriptor, name)
        for name, value in wanted.items():
            if present.get(name) != value:
                os.setxattr(descriptor, name, value)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))  # last: a new owner takes setuid away
        new = os.fstat(descriptor)
    except OSError as error:
        raise _NotKeptError(f"what belongs to it cannot be kept ({reason(error)})") from None
    kept = (new.st_uid, new.st_gid, new.st_mode) == (old.st_uid, old.st_gid, old.st_mode)
    if not kept or _attributes(descriptor) != wanted:
        raise _NotKeptError("its owner, mode or attributes cannot be kept")


def _attributes(file: Path | int) -> dict[str, bytes]:
    """Return the extended attributes of a file, access lists among them."""
    if not hasattr(os, "listxattr"):  # on other systems than Linux
        return {}
    try:
        return {name: os.getxattr(file, name) for name in os.listxattr(file)}
    except OSError as error:
        if error.errno in _NO_ATTRIBUTES:
            return {}
        raise


def _sync_folder(folder: Path) -> None:
    """Write a folder through to the disk, so that a name in it outlasts a power cut."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # it may be written to and not be listed; or this is Windows
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, *_NO_ATTRIBUTES}:  # a file system without that
            raise
    finally:
        os.close(descriptor)


class _Copy(NamedTuple):
    """The old and the new content of a file that is written in place, and which file that is.

    ``inodes`` are the device, and on it the numbers of the file and of the copy
    itself. What came into a folder from elsewhere, as in an archive that somebody
    made up, cannot know them.
    """

    name: str
    inodes: tuple[int, int, int]
    old: bytes
    new: bytes

    def to_bytes(self) -> bytes:
        """Return it as it is written beside the file."""
        content = self.old + self.new
        digest = hashlib.sha256(content).hexdigest()
        head = json.dumps([self.name, *self.inodes, len(self.old), digest])
        return head.encode() + b"\n" + content

    @classmethod
    def from_bytes(cls, data: bytes) -> _Copy | None:
        """Return what was written, or None where it is not whole."""
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
        """Return whether a content is neither old nor new, but at each place one of them.

        That is so wherever the writing was broken off, or the undoing of it.
        """
        if content in {self.old, self.new}:
            return False
        shorter, longer = sorted((len(self.old), len(self.new)))
        places = zip_longest(content, self.old, self.new)
        return shorter <= len(content) <= longer and all(
            char in {old, new} for char, old, new in islice(places, len(content))
        )


_LONGEST_HEAD = 4000  # bytes: a name of 255, all escaped, and numbers


def _write_in_place(target: Path, data: bytes) -> None:
    """Write over a file, after a copy of what it has and will have beside it.

    Raises OSError where it cannot, and ArgmapError where it is half written for now.
    """
    with target.open("r+b", buffering=0) as stream:
        old = stream.readall()
        path = _beside(target, _COPY)
        try:
            with _created(path, 0o600) as copy:
                found = os.fstat(copy.fileno())
                inodes = found.st_dev, os.fstat(stream.fileno()).st_ino, found.st_ino
                copy.write(_Copy(target.name, inodes, old, data).to_bytes())
                copy.flush()
                os.fsync(copy.fileno())
            _sync_folder(target.parent)
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
    """Let signals wait, as of somebody who presses Ctrl-C again, until something is undone."""
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


def _finish(path: Path) -> list[str]:
    """Write what a copy says where the file it is of is half written; return notes."""
    with path.open("rb") as stream:
        own = os.fstat(stream.fileno())
        copy = _Copy.from_bytes(stream.read())
    if copy is None or "/" in copy.name or copy.inodes[::2] != (own.st_dev, own.st_ino):
        return []
    try:
        descriptor = os.open(path.parent / copy.name, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:  # it is gone, or a link, or not to be written any more
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
