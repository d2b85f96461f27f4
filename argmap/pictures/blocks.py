"""Parts of a picture whose places are not found by Graphviz.

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


class Box(NamedTuple):
    """A box whose middle is at ``x`` and ``y``; ``look`` has its attributes."""

    x: float
    y: float
    width: float
    height: float
    look: str


class Line(NamedTuple):
    """A level line from ``x`` to ``end``; ``tail`` and ``head`` are the lengths of its heads."""

    x: float
    end: float
    y: float
    look: str
    tail: float = 0.0
    head: float = 0.0


Part = Words | Box | Line


def scaled(part: Part, scale: float) -> Part:
    """Return a part enlarged by a factor; its markup, or look, is taken to be so already."""
    fields = part._asdict().items()
    return part._replace(**{name: of * scale for name, of in fields if not isinstance(of, str)})


class Block(NamedTuple):
    """Parts, and how much room they take, in points."""

    width: float
    height: float
    parts: tuple[Part, ...]


def statements(block: Block, left: float, top: float, names: Iterator[str]) -> Iterator[str]:
    """Yield the statements of a block for a digraph with places, whose ``y`` goes up.

    ``left`` and ``top`` are the place of its upper left corner; each part takes
    one of ``names``.
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
    """Yield a line between two invisible points.

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
