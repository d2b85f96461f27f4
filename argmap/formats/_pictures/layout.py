"""Where Graphviz has put everything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

POINTS = 72  # in an inch
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


class Rectangle(NamedTuple):
    """A rectangle, in points; ``y`` goes up."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom


class Layout(NamedTuple):
    """A digraph in which everything has its place.

    ``text`` is in the language of Graphviz. ``whole`` is what it covers,
    ``parts`` what claims, frames and pieces of lines cover; ``frames`` and
    ``titles`` are clusters and their labels, by the name of the cluster; ``lost``
    is how many lines Graphviz has found no way for.
    """

    text: str
    whole: Rectangle
    parts: tuple[Rectangle, ...]
    frames: dict[str, Rectangle]
    titles: dict[str, Rectangle]
    lost: int


def layout_of(text: str, told: Mapping[str, Any]) -> Layout:
    """Return a layout from its text, and from what Graphviz tells of it as JSON (``json0``)."""
    frames, titles, parts = {}, {}, []
    for item in told.get("objects", ()):
        if "bb" in item:
            frames[item["name"]] = Rectangle(*_numbers(item["bb"]))
            titles[item["name"]] = _around(item["lp"], item["lwidth"], item["lheight"])
        elif "pos" in item:
            parts.append(_around(item["pos"], item["width"], item["height"]))
    edges = told.get("edges", ())
    for edge in edges:
        parts.extend(_pieces(edge.get("pos", "")))
    lost = sum("pos" not in edge for edge in edges)
    whole = Rectangle(*_numbers(told.get("bb", "0,0,0,0")))
    return Layout(text, whole, (*parts, *frames.values()), frames, titles, lost)


def _numbers(told: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(told)]


def _around(middle: str, width: str, height: str) -> Rectangle:
    """Return a rectangle from its middle, in points, and its sides, in inches."""
    x, y = _numbers(middle)
    across, up = float(width) * POINTS / 2, float(height) * POINTS / 2
    return Rectangle(x - across, y - up, x + across, y + up)


def _pieces(places: str) -> Iterator[Rectangle]:
    """Yield what the pieces of a line cover: each is within its four points.

    Lines that run side by side are separated by semicolons; the tips of arrow
    heads come first, marked by a letter.
    """
    for line in places.split(";"):
        points = [tuple(_numbers(each)) for each in line.split()]
        curve = [
            point for point, each in zip(points, line.split(), strict=True) if each[0] not in "se"
        ]
        for at in range(0, len(curve) - 3, 3):
            yield _covering(curve[at : at + 4])
        yield from (_covering([point]) for point in points[: len(points) - len(curve)])


def _covering(points: Iterable[tuple[float, ...]]) -> Rectangle:
    across, up = zip(*points, strict=True)
    return Rectangle(min(across), min(up), max(across), max(up))
