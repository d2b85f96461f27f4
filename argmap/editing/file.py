"""A map file that is read, changed and written back, whole or not at all."""

from __future__ import annotations

from typing import NamedTuple

from argmap.documents.document import fail
from argmap.documents.files import decode, read_bytes
from argmap.documents.writing import refuse_unchangeable, write_over
from argmap.editing.changes import Change
from argmap.editing.rewriting import followed
from argmap.editing.yaml_text import UnfitLayoutError
from argmap.errors import ArgmapError
from argmap.formats import Losses, load_bytes, loads
from argmap.model import ArgumentMap, FileText

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class MapFile(NamedTuple):
    """A map file as it was when it was read: its name, format, bytes, text and map."""

    path: str
    format: str
    data: bytes
    text: str
    argument_map: ArgumentMap

    def edited(self, change: Change) -> str:
        """Return the text with a change of its map, everything else being as it was.

        Raises InvalidMapError, with the place of what is in the way, where the
        text cannot be changed piece by piece: it is left to be changed by hand.
        """
        if change.argument_map == self.argument_map:
            return self.text
        try:
            edited = followed(self.text, self.argument_map, change, is_json=self.format == "json")
            text = edited.result()
            if _says(text, self.format, change.argument_map):
                return text
            raise edited.obstacle()
        except UnfitLayoutError as unfit:
            message = f"not changed: {unfit.message}"
            fail(FileText(self.text, self.path), unfit.at, "layout", message, unfit.hint)

    def write(self, text: str) -> None:
        """Replace the file by a text; raises ArgmapError where it has changed since it was read."""
        mark = _BYTE_ORDER_MARK if self.data.startswith(_BYTE_ORDER_MARK) else b""
        write_over(self.path, mark + text.encode(), self.data)


def _says(text: str, format: str, argument_map: ArgumentMap) -> bool:
    try:
        return loads(text, format) == argument_map
    except ArgmapError:
        return False


def open_map(path: str) -> MapFile:
    """Read a map file to edit it.

    Raises ArgmapError where it cannot be read or is in a format that is not
    edited, InvalidMapError where it is no valid map.
    """
    refuse_unchangeable(path)
    data = read_bytes(path)
    losses = Losses()
    argument_map = load_bytes(data, path, losses=losses)
    if losses.format not in {"yaml", "json"}:
        hint = f"make it a map file first: argmap export -m {path} -o map.yaml"
        raise ArgmapError(f"'{path}' is {losses.format}; argmap edits its own format alone", hint)
    return MapFile(path, losses.format, data, decode(data, path).text, argument_map)
