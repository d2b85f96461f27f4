"""Putting new content in the place of a regular file, so that no kill leaves half of it.

As a rule a new file is written beside the old one and renamed to it. Where the old
one has other names (hard links), or has what a new one cannot be given, it is written
in place instead, after a copy of old and new content beside it. Whoever is killed in
between leaves a file whose name begins with ``.argmap-``, and ``put_right`` deals
with it: writers have the folder locked, so what is there belongs to none that runs.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import stat
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


def put_right(folder: Path) -> bool:
    """Finish or undo what killed writers left in a locked folder; return whether a file changed.

    A file that was half written in place gets its new content. One that has been
    changed since then stays as it is.
    """
    changed = False
    with os.scandir(folder) as entries:
        left = [Path(e.path) for e in entries if e.name.startswith(_MARK) and _is_ours(e)]
    for path in left:
        if path.suffix == _COPY:
            changed |= _finish(path)
        if path.suffix in {_COPY, _NEW}:
            path.unlink()
    return changed


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
                _give(stream.fileno(), target, old)
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


def _give(descriptor: int, target: Path, old: os.stat_result) -> None:
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
    """The old and the new content of a file that is written in place, and its name."""

    name: str
    old: bytes
    new: bytes

    def to_bytes(self) -> bytes:
        """Return it as it is written beside the file."""
        content = self.old + self.new
        about = [self.name, len(self.old), hashlib.sha256(content).hexdigest()]
        return json.dumps(about).encode() + b"\n" + content

    @classmethod
    def from_bytes(cls, data: bytes) -> _Copy | None:
        """Return what was written, or None where it is not whole."""
        first, _, content = data.partition(b"\n")
        try:
            name, length, digest = json.loads(first)
        except ValueError:
            return None
        if hashlib.sha256(content).hexdigest() != digest:
            return None
        return cls(name, content[:length], content[length:])

    def is_half_done(self, content: bytes) -> bool:
        """Return whether a content begins as the new one and goes on as the old one."""
        pairs = enumerate(zip(content, self.new, strict=False))
        shorter = min(len(content), len(self.new))
        begun = next((at for at, (one, other) in pairs if one != other), shorter)
        return content[begun:] == self.old[begun:] and content not in {self.old, self.new}


def _write_in_place(target: Path, data: bytes) -> None:
    """Write over a file, after a copy of what it has and will have beside it.

    Raises OSError where it cannot, and ArgmapError where it is half written for now.
    """
    with target.open("r+b", buffering=0) as stream:
        old = stream.readall()
        path = _beside(target, _COPY)
        try:
            with _created(path, 0o600) as copy:
                copy.write(_Copy(target.name, old, data).to_bytes())
                copy.flush()
                os.fsync(copy.fileno())
            _sync_folder(target.parent)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        try:
            _overwrite(stream.fileno(), data)
        except BaseException:
            _restore(stream.fileno(), old, target)
            path.unlink()
            raise
    path.unlink()


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


def _finish(path: Path) -> bool:
    """Write what a copy says where the file it is of is half written; return whether it was."""
    copy = _Copy.from_bytes(path.read_bytes())
    target = path.with_name(copy.name) if copy else path
    if copy is None or not target.is_file():
        return False
    with target.open("r+b", buffering=0) as stream:
        if not copy.is_half_done(stream.readall()):
            return False
        _overwrite(stream.fileno(), copy.new)
    return True
