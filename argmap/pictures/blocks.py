"""Parts of a picture that have places of their own, not found by Graphviz.

A block is laid out from its upper left corner, ``x`` to the right and ``y``
down, in points; ``statements`` puts it anywhere in a digraph with places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.pictures.layout import POINTS
from argmap.pictures.words import cell, table


class Words(NamedTuple):
    """Markup that begins at ``x`` and has its middle at ``y``."""

    x: float
    y: float
    width: float
    content: str

    def scaled(self, scale: float) -> Words:
        """Return it so much bigger; what its markup says is so already."""
        return Words(self.x * scale, self.y * scale, self.width * scale, self.content)


class Box(NamedTuple):
    """A box whose middle is at ``x`` and ``y``; ``look`` has its attributes."""

    x: float
    y: float
    width: float
    height: float
    look: str

    def scaled(self, scale: float) -> Box:
        """Return it so much bigger; what its look says is so already."""
        x, y, width, height = (n * scale for n in (self.x, self.y, self.width, self.height))
        return Box(x, y, width, height, self.look)


class Line(NamedTuple):
    """A level line from ``x`` to ``end``; its heads take up so much of its tail and its head."""

    x: float
    end: float
    y: float
    look: str
    tail: float = 0.0
    head: float = 0.0

    def scaled(self, scale: float) -> Line:
        """Return it so much bigger; what its look says is so already."""
        x, end, y, tail, head = (
            number * scale for number in (self.x, self.end, self.y, self.tail, self.head)
        )
        return Line(x, end, y, self.look, tail, head)


Part = Words | Box | Line


class Block(NamedTuple):
    """Parts, and how much room they take, in points."""

    width: float
    height: float
    parts: tuple[Part, ...]


def statements(block: Block, left: float, top: float, names: Iterator[str]) -> Iterator[str]:
    """Yield what puts a block into a digraph with places, whose ``y`` goes up.

    ``left`` and ``top`` are where its upper left corner comes to stand; each
    part takes a name for itself.
    """
    for part, name in zip(block.parts, names, strict=False):
        x, y = left + part.x, top - part.y
        if isinstance(part, Words):
            label = table(f"<tr>{cell(part.content, width=round(part.width), align='left')}</tr>")
            yield f'{name} [id={name} label=<{label}> pos="{x + part.width / 2:.2f},{y:.2f}"]'
        elif isinstance(part, Box):
            look = f"shape=box width={part.width / POINTS:.4f} height={part.height / POINTS:.4f}"
            look += f' label="" fixedsize=true {part.look}'
            yield f'{name} [id={name} {look} pos="{x:.2f},{y:.2f}"]'
        else:
            yield from _line(part, x, y, name)


def _line(line: Line, x: float, y: float, name: str) -> Iterator[str]:
    """Yield a line between two points that are not seen.

    In the places of a line, its tips come first, then the rest without its heads.
    """
    end = x + line.end - line.x
    first, last = x + line.tail, end - line.head
    third = (last - first) / 3
    curve = " ".join(f"{first + third * n:.2f},{y:.2f}" for n in range(4))
    tips = f"s,{x:.2f},{y:.2f} " if line.tail else ""
    tips += f"e,{end:.2f},{y:.2f} " if line.head else ""
    for point, at in (("a", x), ("b", end)):
        yield f'{name}{point} [shape=point width=0.01 style=invis pos="{at:.2f},{y:.2f}"]'
    yield f'{name}a -> {name}b [id={name} pos="{tips}{curve}" {line.look}]'
