"""Replacing the content of a regular file as a whole, even if the writer is killed.

Normally a new file is written beside the old one and renamed to it. Where the old one
has other names (hard links), or attributes that a new one cannot be given, it is
overwritten in place, after a copy of old and new content is written beside it. A writer
that is killed in between leaves a file whose name begins with ``.argmap-``, which
``clear`` and ``recover`` handle. Writers lock the folder, so that such a file belongs to
none that still runs.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from argmap.documents._overwriting import (
    COPY,
    MARK,
    beside,
    created,
    finish,
    sync_folder,
    write_in_place,
)
from argmap.errors import ArgmapError, reason

_NEW = ".tmp"  # new content, to be renamed

# Errors where a file can be written but not replaced: in a sticky folder, or mounted.
_NOT_REPLACEABLE = {errno.EPERM, errno.EACCES, errno.EBUSY, errno.EXDEV}
_NO_ATTRIBUTES = {errno.ENOTSUP, errno.ENOSYS}
_EFFECTIVE = os.access in os.supports_effective_ids


class _NotKeptError(Exception):
    """The old file has an attribute that a new one cannot be given."""


def replace(target: Path, data: bytes) -> None:
    """Write ``data`` to a regular file, new or old, whole or not at all.

    ``target`` is no link. An old file keeps its owner, group, mode, attributes, access
    lists and links. The file and its folder are synced to disk. Raises OSError where
    the system refuses, and ArgmapError where something cannot be kept.
    """
    try:
        old = target.lstat()
    except FileNotFoundError:
        _rename(target, data, None)
        return
    # For root, too, a file that is read-only stays as it is.
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
        write_in_place(target, data)
    except OSError as error:
        both = f"{obstacle}, and it cannot be written in place ({reason(error)})"
        raise ArgmapError(f"cannot write '{target}': {both}") from None


def clear(folder: Path) -> None:
    """Remove the temporary files that killed writers left in a locked folder."""
    for path in _left_in(folder, _NEW):
        path.unlink()


def recover(folder: Path) -> list[str]:
    """Finish files that killed writers left half written in a locked folder; return notes.

    A file that was half written in place gets its new content, unless it has been
    changed since.
    """
    notes = []
    for path in _left_in(folder, COPY):
        notes += finish(path)
        path.unlink()
    return notes


def _left_in(folder: Path, ending: str) -> list[Path]:
    with os.scandir(folder) as entries:
        ours = [Path(e.path) for e in entries if e.name.startswith(MARK) and _is_ours(e)]
    return [path for path in ours if path.suffix == ending]


def _is_ours(entry: os.DirEntry[str]) -> bool:
    """Return whether this user owns a file; in /tmp, others may have theirs."""
    found = entry.stat(follow_symlinks=False)
    user = os.geteuid() if hasattr(os, "geteuid") else found.st_uid
    return stat.S_ISREG(found.st_mode) and found.st_uid == user


def _rename(target: Path, data: bytes, old: os.stat_result | None) -> None:
    """Write a new file with the attributes of the old one, and rename it to that."""
    new = beside(target, _NEW)
    try:
        # Without an old file the umask decides; with one, nobody reads it before it has its mode.
        with created(new, 0o666 if old is None else 0o600) as stream:
            stream.write(data)
            stream.flush()
            if old is not None:
                _copy_metadata(stream.fileno(), target, old)
            os.fsync(stream.fileno())
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _copy_metadata(descriptor: int, target: Path, old: os.stat_result) -> None:
    """Copy owner, group, attributes and mode of an old file to a new one.

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
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))  # last: changing the owner clears setuid
        new = os.fstat(descriptor)
    except OSError as error:
        raise _NotKeptError(
            f"its owner, mode or attributes cannot be kept ({reason(error)})"
        ) from None
    kept = (new.st_uid, new.st_gid, new.st_mode) == (old.st_uid, old.st_gid, old.st_mode)
    if not kept or _attributes(descriptor) != wanted:
        raise _NotKeptError("its owner, mode or attributes cannot be kept")


def _attributes(file: Path | int) -> dict[str, bytes]:
    """Return the extended attributes of a file, which include access lists."""
    if not hasattr(os, "listxattr"):  # on other systems than Linux
        return {}
    try:
        return {name: os.getxattr(file, name) for name in os.listxattr(file)}
    except OSError as error:
        if error.errno in _NO_ATTRIBUTES:
            return {}
        raise
