"""The signs of a page as paths, so that no font is needed for them.

A shape is drawn around a point, in a size, by a pen that may mirror all that it draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.model import RelationKind, Status

_ROUND = 0.5522847498  # how far the controls of a quarter of a circle are from its ends
Point = tuple[float, float]

DASHES = {
    RelationKind.ATTACKS: (0.32, 0.2),
    RelationKind.CONTRADICTS: (0.32, 0.2),
    RelationKind.UNDERCUTS: (0.1, 0.16),
}
"""The dashes and gaps of arcs, for a size of 1; other arcs are solid."""


class Pen(NamedTuple):
    """Writes shapes; with a ``mirror`` as wide as that, what is left comes out right."""

    mirror: float | None = None

    def across(self, x: float) -> float:
        """Return where a point is across."""
        return x if self.mirror is None else self.mirror - x

    def at(self, x: float, y: float) -> str:
        """Return a point of a path."""
        return f"{number(self.across(x))} {number(y)}"

    def line(self, *points: Point) -> str:
        """Return a path along some points."""
        return "M" + "L".join(self.at(*point) for point in points)

    def polygon(self, *points: Point) -> str:
        """Return a closed path along some points."""
        return f"{self.line(*points)}Z"

    def rectangle(self, left: float, top: float, right: float, bottom: float) -> str:
        """Return a rectangle with the attributes of its place."""
        start = min(self.across(left), self.across(right))
        return (
            f'<rect x="{number(start)}" y="{number(top)}" width="{number(right - left)}" '
            f'height="{number(bottom - top)}"'
        )

    def circle(self, x: float, y: float, radius: float) -> str:
        """Return a circle with the attributes of its place."""
        return f'<circle cx="{number(self.across(x))}" cy="{number(y)}" r="{number(radius)}"'


def number(value: float) -> str:
    """Return a number as short as an SVG needs it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def filled(path: str, colour: str) -> str:
    """Return a path that is filled."""
    return f'<path d="{path}" fill="{colour}"/>'


def stroked(path: str, colour: str, thickness: float, dashes: Sequence[float] = ()) -> str:
    """Return a path that is a line."""
    dashed = f' stroke-dasharray="{" ".join(map(number, dashes))}"' if dashes else ""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" '
        f'stroke-width="{number(thickness)}"{dashed}/>'
    )


def sign(
    pen: Pen, x: float, y: float, size: float, colour: str, kind: RelationKind, *, on_step: bool
) -> str:
    """Return the sign of a relation of a kind, which may be on a step."""
    r = 0.34 * size
    if kind is RelationKind.SUPPORTS:
        triangle = pen.polygon((x, y - r), (x + r, y + 0.75 * r), (x - r, y + 0.75 * r))
        return stroked(triangle, colour, 0.1 * size) if on_step else filled(triangle, colour)
    if kind is RelationKind.ATTACKS:
        return filled(pen.polygon((x, y + r), (x + r, y - 0.75 * r), (x - r, y - 0.75 * r)), colour)
    if kind is RelationKind.UNDERCUTS:
        slash = pen.line((x - 0.6 * r, y + 0.6 * r), (x + 0.6 * r, y - 0.6 * r))
        ring = f'{pen.circle(x, y, 0.95 * r)} fill="none" stroke="{colour}" '
        ring += f'stroke-width="{number(0.11 * size)}"/>'
        return ring + stroked(slash, colour, 0.11 * size)
    if kind is RelationKind.CONTRADICTS:
        half, tall = 0.5 * r, 1.1 * r
        bolt = pen.line(
            (x + half, y - tall),
            (x - half, y + 0.1 * r),
            (x + half, y - 0.1 * r),
            (x - half, y + tall),
        )
        return stroked(bolt, colour, 0.12 * size)
    if kind is RelationKind.ANSWERS:
        return _question_mark(pen, x, y, r, colour)
    bars = "".join(pen.line((x - r, y + up * r), (x + r, y + up * r)) for up in (-0.7, 0, 0.7))
    return stroked(bars, colour, 0.1 * size)


def _question_mark(pen: Pen, x: float, y: float, r: float, colour: str) -> str:
    """Return a question mark as a stroke and a dot."""

    def curve(*points: tuple[float, float]) -> str:
        return "C" + " ".join(pen.at(x + right * r, y + down * r) for right, down in points)

    start = f"M{pen.at(x - 0.62 * r, y - 0.55 * r)}"
    hook = curve((-0.62, -1.35), (0.7, -1.4), (0.65, -0.5))
    stem = curve((0.6, 0), (0, -0.1), (0, 0.55))
    half, low = 0.16 * r, y + 1.02 * r  # no circle: that is the sign of a status
    corners = ((-half, -half), (half, -half), (half, half), (-half, half))
    dot = filled(pen.polygon(*((x + right, low + down) for right, down in corners)), colour)
    return stroked(f"{start}{hook}{stem}", colour, 0.3 * r) + dot


def elsewhere(pen: Pen, x: float, y: float, size: float, colour: str) -> str:
    """Return the arrow that says that a claim stands elsewhere."""
    r = 0.24 * size
    path = pen.line((x - r, y + r), (x + r, y - r))
    path += pen.line((x - 0.5 * r, y - r), (x + r, y - r), (x + r, y + 0.5 * r))
    return stroked(path, colour, 0.09 * size)


def ring(pen: Pen, x: float, y: float, size: float, colour: str, status: Status) -> str:
    """Return the sign of a status: a full, an empty or a half-filled ring."""
    r = 0.29 * size
    full = colour if status is Status.IN else "none"
    drawn = f'{pen.circle(x, y, r)} fill="{full}" stroke="{colour}" '
    drawn += f'stroke-width="{number(0.11 * size)}"/>'
    if status is Status.UNDECIDED:
        k = _ROUND * r
        half = f"M{pen.at(x, y - r)}C{pen.at(x - k, y - r)} {pen.at(x - r, y - k)} "
        half += f"{pen.at(x - r, y)}C{pen.at(x - r, y + k)} {pen.at(x - k, y + r)} "
        drawn += filled(f"{half}{pen.at(x, y + r)}Z", colour)
    return drawn


def bracket(
    pen: Pen, x: float, top: float, bottom: float, ticks: Sequence[float], reach: float, gap: float
) -> str:
    """Return the path of the side of a bracket, with ticks at some heights.

    ``gap`` is that of a double side, 0 for a single one.
    """
    path = pen.line((x, top), (x, bottom))
    if gap:
        path += pen.line((x + gap, top), (x + gap, bottom))
    return path + "".join(pen.line((x + gap, y), (x + reach, y)) for y in ticks)


def arc(pen: Pen, start: Point, end: Point, lane: float, radius: float) -> str:
    """Return a path from a point across to a lane, along it, and across to another point."""
    (x, y), (to_x, to_y) = start, end
    way = 1 if to_y > y else -1
    r = max(min(radius, abs(to_y - y) / 2, abs(lane - x), abs(lane - to_x)), 0.0)
    first = -1 if x < lane else 1
    last = -1 if to_x < lane else 1
    return (
        f"M{pen.at(x, y)}L{pen.at(lane + first * r, y)}Q{pen.at(lane, y)} "
        f"{pen.at(lane, y + way * r)}L{pen.at(lane, to_y - way * r)}Q{pen.at(lane, to_y)} "
        f"{pen.at(lane + last * r, to_y)}L{pen.at(to_x, to_y)}"
    )


def tip(pen: Pen, x: float, y: float, size: float, colour: str, *, to_right: bool) -> str:
    """Return the head of an arc that ends at a point."""
    back = (-0.42 if to_right else 0.42) * size
    half = 0.2 * size
    return filled(pen.polygon((x, y), (x + back, y - half), (x + back, y + half)), colour)
