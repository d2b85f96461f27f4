"""What Graphviz has laid out, completed by a title, a legend and frames."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.pictures.blocks import Block, statements
from argmap.pictures.digraphs import PAD, Digraphs
from argmap.pictures.frames import framed
from argmap.pictures.layout import Layout, Rectangle
from argmap.pictures.legend import legend_block, scale_of, title_block
from argmap.pictures.picture import Picture

HEAD = "h"  # names of what is in title and legend begin with it
_GAP = 8.0  # points, between blocks in the picture of a small map
_LEGEND = 420.0  # points that a legend may be wide, in the picture of a small map


class Finished(NamedTuple):
    """A digraph in which everything has its place; how wide and high it is, in points."""

    text: str
    width: float
    height: float


class _Placed(NamedTuple):
    """A block, and the place of its upper left corner."""

    block: Block
    left: float
    top: float

    @property
    def area(self) -> Rectangle:
        """What it covers."""
        right, bottom = self.left + self.block.width, self.top - self.block.height
        return Rectangle(self.left, bottom, right, self.top)


def finished(
    layout: Layout, digraphs: Digraphs, argument_map: ArgumentMap, picture: Picture
) -> Finished:
    """Return a digraph in which everything has its place, title and legend included."""
    end = layout.text.rindex("}")
    lines = [layout.text[:end], *framed(layout, digraphs.frames, picture)]
    head = _head(layout, argument_map, picture)
    names = (f"{HEAD}{number}" for number in count(1))
    for block, left, top in head:
        lines += statements(block, left, top, names)
    areas = [layout.whole, *(each.area for each in head if each.block.parts)]
    width = max(area.right for area in areas) - min(area.left for area in areas)
    height = max(area.top for area in areas) - min(area.bottom for area in areas)
    return Finished("\n".join([*lines, "}\n"]), width + 2 * PAD, height + 2 * PAD)


def _head(layout: Layout, argument_map: ArgumentMap, picture: Picture) -> tuple[_Placed, _Placed]:
    """Return title and legend, as near to the top of the map as there is room for them.

    The title is at the left; the legend is under it, or at the right, level with it,
    whichever makes the picture less high.
    """
    whole, scale = layout.whole, scale_of(argument_map)
    gap = _GAP * scale
    title = title_block(argument_map, picture)
    under = legend_block(argument_map, picture, max(whole.width, _LEGEND * scale))
    ways = [(whole.left, title.height + (gap if title.parts else 0.0), under)]
    beside = legend_block(argument_map, picture, whole.width - title.width - 4 * gap)
    if beside.width + title.width + 4 * gap <= whole.width:
        ways.append((whole.right - beside.width, 0.0, beside))
    tops = [
        max(
            _lowest(layout, whole.left, 0.0, title, gap),
            _lowest(layout, left, down, legend, gap),
            whole.top,
        )
        for left, down, legend in ways
    ]
    best = tops.index(min(tops))
    left, down, legend = ways[best]
    return _Placed(title, whole.left, tops[best]), _Placed(legend, left, tops[best] - down)


def _lowest(layout: Layout, left: float, down: float, block: Block, gap: float) -> float:
    """Return how low the top of the head may be for a block of it to cover nothing.

    ``down`` is how far the block is below that top.
    """
    if not block.parts:
        return layout.whole.bottom
    right = left + block.width
    return max(
        (
            part.top + gap + block.height + down
            for part in layout.parts
            if part.left < right + gap and part.right > left - gap
        ),
        default=layout.whole.bottom,
    )
