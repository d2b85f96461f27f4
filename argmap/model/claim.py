"""A claim: a statement that can be supported or attacked."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """Where a claim stands in the source: units ``first`` to ``last``, both counted in.

    What a unit is (paragraph, page, …) the map's ``Source.unit`` says.
    """

    first: int
    last: int

    def __str__(self) -> str:
        """Return ``3`` or ``4-5``, as a map file writes it."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Claim(NamedTuple):
    """A statement that can be supported or attacked (an I-node of AIF).

    A named tuple, because a map has many and nothing immutable in Python is quicker
    to make. ``weight`` is a base score in [0, 1], or None
    when the map gives none; ``implicit`` marks what the source leaves unsaid
    but needs; ``assumed`` says whether it may stand on its own, None when the
    map leaves that to its place in it. Where the claim stands in the *map file*
    is not part of it: see ``ArgumentMap.locations``.
    """

    id: str
    text: str
    label: str | None = None
    kind: str | None = None
    voice: str | None = None
    at: tuple[Passage, ...] = ()
    weight: float | None = None
    implicit: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    assumed: bool | None = None

    @property
    def headline(self) -> str:
        """The label, or the text where there is none."""
        return self.label or self.text

    @property
    def place(self) -> str:
        """The source places as one string, such as ``1, 4-5``; empty when there are none."""
        return ", ".join(map(str, self.at))
