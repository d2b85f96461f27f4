"""Reading a file whole, and writing one whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from argmap.errors import ArgmapError, did_you_mean, reason
from argmap.formats._document import fail
from argmap.model import SourceText


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a file; raises ArgmapError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ArgmapError(f"there is no file '{path}'", _similar_files(Path(path))) from None
    except OSError as error:
        raise ArgmapError(f"cannot read '{path}': {reason(error)}") from None
    except ValueError as error:  # a null character in the path
        raise ArgmapError(f"cannot read '{path!r}': {error}") from None


def _similar_files(path: Path) -> str | None:
    try:
        names = tuple(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        return None
    return did_you_mean(path.name, names)


def decode(data: bytes, name: str) -> SourceText:
    """Return UTF-8 text without its byte order mark; raises InvalidMapError at a bad byte."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return SourceText(data.decode(), name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line = data[error.start :].split(b"\n", 1)[0].decode(errors="replace")
        source = SourceText(before + line, name)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        hint = "save the file as UTF-8"
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            hint = "this looks like UTF-16; " + hint
        fail(source, len(before), "encoding", message, hint)


def write_text(path: str | Path, text: str) -> None:
    """Write a file as UTF-8, as ``write_bytes`` does."""
    write_bytes(path, text.encode())


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file, whole or not at all; raises ArgmapError where it cannot.

    A new file is made beside the old one and put in its place, so that a full
    disk or an interruption leaves the old one as it was. Links are followed;
    what is not a regular file (a pipe, a device) is written to as it stands.
    """
    refuse_folder(path)
    try:
        mode = _mode(Path(path))
        if mode is not None and not stat.S_ISREG(mode):
            with Path(path).open("wb") as stream:
                stream.write(data)
            return
        target = Path(os.path.realpath(path))
        if mode is not None and not mode & 0o222:
            raise ArgmapError(f"cannot write '{path}': the file is read-only")
        _replace(target, data, mode)
    except OSError as error:
        raise ArgmapError(f"cannot write '{path}': {reason(error)}") from None
    except ValueError as error:  # a null character in the path
        raise ArgmapError(f"cannot write '{path!r}': {error}") from None


def refuse_folder(path: str | Path) -> None:
    """Raise ArgmapError where a path to write to is a folder, or is written as one."""
    if str(path).endswith(("/", os.sep)) or Path(path).is_dir():
        raise ArgmapError(f"cannot write '{path}': it is a folder", "name a file in it")


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        # A temporary file is private; give it what the old one or a new one has.
        Path(temporary).chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
