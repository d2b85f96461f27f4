"""The places that Graphviz has found for everything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

POINTS = 72  # in an inch
CLAIM = "c"  # names of cards begin with it
_TIPS = "se"  # a letter before the tip of an arrow head, at the start or the end of a line
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")

Point = tuple[float, float]  # across and up, in points


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

    ``text`` is in the language of Graphviz. ``whole`` is the area it covers,
    ``parts`` those of claims, frames and pieces of lines; ``frames`` and
    ``titles`` are clusters and their labels, by the name of the cluster; ``lost``
    is the number of lines that Graphviz has found no way for.
    """

    text: str
    whole: Rectangle
    parts: tuple[Rectangle, ...]
    frames: dict[str, Rectangle]
    titles: dict[str, Rectangle]
    lost: int


def layout_of(text: str, layout: Mapping[str, Any]) -> Layout:
    """Return a layout from its text, and from the JSON that Graphviz has for it (``json0``)."""
    frames, titles, parts = {}, {}, []
    for item in layout.get("objects", ()):
        if "bb" in item:
            frames[item["name"]] = Rectangle(*_numbers(item["bb"]))
            titles[item["name"]] = _around(item["lp"], item["lwidth"], item["lheight"])
        elif "pos" in item:
            parts.append(_around(item["pos"], item["width"], item["height"]))
    edges = layout.get("edges", ())
    for edge in edges:
        places = edge.get("pos", "")
        parts += map(covering, curves(places))
        parts += [covering([tip]) for tip in _tips(places)]
    lost = sum("pos" not in edge for edge in edges)
    return Layout(text, whole(layout), (*parts, *frames.values()), frames, titles, lost)


def whole(layout: Mapping[str, Any]) -> Rectangle:
    """Return what a layout covers."""
    return Rectangle(*_numbers(layout.get("bb", "0,0,0,0")))


def card_places(layout: Mapping[str, Any]) -> Iterator[tuple[int, Rectangle]]:
    """Yield the cards of claims, each with the number by which edges refer to it."""
    for item in layout.get("objects", ()):
        if "pos" in item and item["name"].startswith(CLAIM):
            yield item["_gvid"], _around(item["pos"], item["width"], item["height"])


def curves(places: str) -> Iterator[list[Point]]:
    """Yield the pieces of a line, each as the four points of a cubic Bézier curve.

    Lines that run side by side are separated by semicolons; the tips of arrow
    heads come first, marked by a letter.
    """
    for line in places.split(";"):
        points = [_point(each) for each in line.split() if each[0] not in _TIPS]
        for at in range(0, len(points) - 3, 3):
            yield points[at : at + 4]


def covering(points: Sequence[Point]) -> Rectangle:
    """Return the rectangle around some points, and around a Bézier curve that has these."""
    across, up = zip(*points, strict=True)
    return Rectangle(min(across), min(up), max(across), max(up))


def _numbers(written: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(written)]


def _around(middle: str, width: str, height: str) -> Rectangle:
    """Return a rectangle from its middle, in points, and its sides, in inches."""
    x, y = _numbers(middle)
    across, up = float(width) * POINTS / 2, float(height) * POINTS / 2
    return Rectangle(x - across, y - up, x + across, y + up)


def _tips(places: str) -> Iterator[Point]:
    """Yield where arrow heads of a line end."""
    for each in places.replace(";", " ").split():
        if each[0] in _TIPS:
            yield _point(each)


def _point(written: str) -> Point:
    x, y = _numbers(written)
    return x, y
