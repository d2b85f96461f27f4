"""Reading files, and looking up what a path names, which may be any text that was typed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import IO

from argmap.documents.document import fail
from argmap.errors import ArgmapError, brief, reason
from argmap.model import Diagnostic, FileText, InvalidMapError
from argmap.suggestions import nearest, one_of

MOST_BYTES = 512 << 20
"""The size of the biggest file that is read; a map of a million claims is a fifth of that."""

_PIECE = 1 << 20  # bytes that are read at once
# No encoding of text has these; a terminal's escape and the end of a file of DOS may be there.
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x19\x1c-\x1f]")


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a file; raises ArgmapError where it cannot be read, or is too big."""
    try:
        with Path(path).open("rb") as stream:
            return read_stream(stream, f"'{brief(str(path))}'")
    except FileNotFoundError:
        hint = similar_file(Path(path))
        raise ArgmapError(f"there is no file '{brief(str(path))}'", hint) from None
    except OSError as error:
        raise ArgmapError(f"cannot read '{brief(str(path))}': {reason(error)}") from None
    except ValueError as error:  # a null character in the path
        raise ArgmapError(f"cannot read '{brief(repr(path))}': {error}") from None


def read_stream(stream: IO[bytes], name: str) -> bytes:
    """Return the rest of a stream; raises ArgmapError where it is longer than ``MOST_BYTES``."""
    pieces: list[bytes] = []
    while len(pieces) * _PIECE <= MOST_BYTES:
        piece = stream.read(_PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
    limit = f"{MOST_BYTES >> 20} MB"
    raise ArgmapError(f"{name} has more than the {limit} that argmap reads", "name a smaller file")


def is_file(path: str | Path) -> bool:
    """Return whether a path names something to read: a file, a pipe, a device."""
    return exists(path) and not is_folder(path)


def is_folder(path: str | Path) -> bool:
    """Return whether a path names a folder."""
    return os.path.isdir(path)  # noqa: PTH112 Path.is_dir raises for a null character


def exists(path: str | Path, *, even_dangling: bool = False) -> bool:
    """Return whether a path exists; with ``even_dangling``, a link to nothing counts as well."""
    return (os.path.lexists if even_dangling else os.path.exists)(path)


def similar_file(path: Path) -> str | None:
    """Return "did you mean 'a.yaml'?" for files of similar names in the same folder, or None."""
    try:
        names = tuple(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except (OSError, ValueError):
        return None
    near = [str(path.with_name(name)) for name in nearest(path.name, names)]
    return one_of([f"./{name}" if name.startswith("-") else name for name in near])  # no option


def decode(data: bytes, name: str) -> FileText:
    """Return UTF-8 text without its byte order mark; raises InvalidMapError at a bad byte."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return FileText(data.decode(), name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        wide = next((name for mark, name in _WIDE if data.startswith(mark)), None)
        if wide or _CONTROL.search(data, 0, _PIECE):  # no line of it could be shown
            place = FileText(before).location(len(before))._replace(file=name)
            hint = f"this looks like {wide}; save the file as UTF-8" if wide else _BINARY
            diagnostic = Diagnostic("encoding", message, place, hint)
            raise InvalidMapError([diagnostic], FileText("", name)) from None
        line = data[error.start :].split(b"\n", 1)[0].decode(errors="replace")
        fail(
            FileText(before + line, name),
            len(before),
            "encoding",
            message,
            "save the file as UTF-8",
        )


_WIDE = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BINARY = "this looks like binary data, and a map is text: name another file"
