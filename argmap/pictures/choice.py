"""Which of several layouts of a map is best: one that fits a screen, and hides no line.

With clusters, Graphviz may lead a line behind the card of another claim, where
it would be taken for two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import Any

from argmap.pictures.layout import Point, Rectangle, card_places, covering, curves, whole

_ASPECT = 1.6  # how much wider than high a screen is
_GAIN = 0.1  # how much smaller a picture must be to be chosen before a preferred one
_HIDDEN = 0.1  # how much bigger a picture may be to hide a line less
_EDGE = 2.0  # points of a card, at its edge, that a line may touch
_SAMPLES = 16  # points of a piece of a line that are looked at


def best(layouts: Sequence[Mapping[str, Any]]) -> int:
    """Return the index of the best of some layouts (``json0``), the preferred being the first."""
    if len(layouts) == 1:
        return 0
    found, least = 0, inf
    for number, layout in enumerate(layouts):
        area = whole(layout)
        size = max(area.width / _ASPECT, area.height)
        size *= (1 + _GAIN * number) * (1 + _HIDDEN * hidden_lines(layout))
        if size < least:
            found, least = number, size
    return found


def hidden_lines(layout: Mapping[str, Any]) -> int:
    """Return the number of lines that run behind cards of other claims than their ends."""
    cards = [
        (number, Rectangle(c.left + _EDGE, c.bottom + _EDGE, c.right - _EDGE, c.top - _EDGE))
        for number, c in card_places(layout)
    ]
    return sum(_is_hidden(edge, cards) for edge in layout.get("edges", ()))


def _is_hidden(edge: Mapping[str, Any], cards: Sequence[tuple[int, Rectangle]]) -> bool:
    ends = {edge["tail"], edge["head"]}
    for piece in curves(edge.get("pos", "")):
        around = covering(piece)
        for number, card in cards:
            if number not in ends and _touch(around, card) and _runs_into(piece, card):
                return True
    return False


def _touch(one: Rectangle, other: Rectangle) -> bool:
    is_beside = one.right < other.left or other.right < one.left
    return not (is_beside or one.top < other.bottom or other.top < one.bottom)


def _runs_into(piece: Sequence[Point], card: Rectangle) -> bool:
    return any(
        card.left < x < card.right and card.bottom < y < card.top for x, y in _points(*piece)
    )


def _points(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """Yield points of a cubic Bézier curve."""
    for at in range(_SAMPLES + 1):
        t = at / _SAMPLES
        u = 1 - t
        shares = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        parts = list(zip(shares, (start, first, second, end), strict=True))
        yield sum(share * x for share, (x, _) in parts), sum(share * y for share, (_, y) in parts)
