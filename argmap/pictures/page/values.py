"""The values of a page that is laid out, and of what it is laid out from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.analysis.outline import Outline
from argmap.model import ArgumentMap
from argmap.pictures.page.arcs import Drawn, Use
from argmap.pictures.page.entries import Entry
from argmap.pictures.page.flow import Column
from argmap.pictures.page.furniture import Part
from argmap.pictures.page.metrics import AIRY, Metrics, Spacing
from argmap.pictures.page.setting import SetRow
from argmap.pictures.picture import Picture

BETWEEN = 1.6
"""The room between columns, in letters."""

HEADING_HEIGHT = 2.4
"""The height of a heading, in letters."""

HEADING = -1
"""The item that is the heading of what no relation joins to the theses."""


class Frame(NamedTuple):
    """The room on a sheet, in its units; ``height`` is None for as much as it takes."""

    width: float
    height: float | None
    margin: float
    scale: float  # points a unit
    columns: int
    spacing: Spacing = AIRY


class Content(NamedTuple):
    """What is to be laid out, whatever the size."""

    map: ArgumentMap
    picture: Picture
    outline: Outline
    entries: list[Entry]
    uses: list[Use]
    pale: list[bool]


class Laid(NamedTuple):
    """A map laid out: everything has its place, in columns that follow one another.

    ``columns`` have the indices of ``rows`` as items, or -1 for the heading of islands.
    ``stubs`` are the numbers of links by the rows they are at. ``pale`` says of each row
    whether it speaks against the theses.
    """

    map: ArgumentMap
    picture: Picture
    outline: Outline
    frame: Frame
    metrics: Metrics
    rows: Sequence[SetRow]
    columns: Sequence[Column]
    arcs: Drawn
    stubs: dict[int, int]
    pale: Sequence[bool]
    title: Part
    legend: Part
    notes: Part

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return max(-(-len(self.columns) // self.frame.columns), 1)

    @property
    def head(self) -> float:
        """The height of title and legend, and the gap below them."""
        return head_height(self.title, self.legend, self.metrics.size)


def head_height(title: Part, legend: Part, size: float) -> float:
    """Return the height of title and legend, and of the gap below them."""
    return title.height + legend.height + (size if title.parts or legend.parts else 0.0)


def foot_height(size: float) -> float:
    """Return the height of the number of a sheet, and of the gap above it."""
    return 1.8 * size
