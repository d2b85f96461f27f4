"""One of the texts that are merged."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import ArgumentMap


class Side(NamedTuple):
    """A map, the bytes it was read from, and the format they are in."""

    map: ArgumentMap
    data: bytes
    format: str

    @property
    def text(self) -> str:
        """The bytes as text, without a byte order mark."""
        return self.data.decode("utf-8-sig")
