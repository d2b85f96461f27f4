"""What tests of pages need: where text and lines are in an SVG, and maps of many claims."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from argmap import ArgumentMap, Claim, Passage, Relation, RelationKind
from argmap.pictures.page.measuring import width
from argmap.pictures.picture import Arrangement, Picture
from support.pictured import SVG

PAGE = Picture(arrangement=Arrangement.PAGE)
_COMMAND = re.compile(r"([MLQCZ])([^MLQCZ]*)")
_ABOVE, _BELOW = 0.92, 0.24  # of the size of letters, over and under the line they stand on
_SUBJECTS = ("A carbon price", "Rail freight", "The grid operator", "Heat pumps", "Nuclear power")
_VERBS = (
    "costs twice what was promised in the white paper",
    "is fair only if the revenue is paid back per head",
    "would cut emissions by a quarter within ten years",
    "needs a grid twice as strong as today's",
    "works only where prices follow the hour of the day",
)


class Box(NamedTuple):
    """A rectangle around a text, or around a straight piece of a line."""

    left: float
    top: float
    right: float
    bottom: float
    name: str
    size: float = 0.0


def texts(root: ET.Element) -> list[Box]:
    """Return the texts of a page, each as wide as it is at the most."""
    return [_box(text) for text in root.iter(f"{SVG}text")]


def _box(text: ET.Element) -> Box:
    size = float(text.get("font-size", ""))
    is_bold = text.get("font-weight") == "700"
    wide = width(text.text or "", size, is_bold=is_bold)
    for more in text:
        own = float(more.get("font-size", size))
        wide += float(more.get("dx", "0")) + width(more.text or "", own)
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    anchor = text.get("text-anchor", "start")
    if text.get("direction") == "rtl":
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    name = "".join(text.itertext())
    return Box(left, y - _ABOVE * size, left + wide, y + _BELOW * size, name, size)


def lines(root: ET.Element, name: str = "") -> list[list[Box]]:
    """Return the straight pieces of each line that is drawn, in groups of a class."""
    groups = [g for g in root.iter(f"{SVG}g") if name in g.get("class", "").split()]
    return [
        list(_pieces(path))
        for group in (groups if name else [root])
        for path in group.iter(f"{SVG}path")
        if path.get("fill") == "none"
    ]


def _pieces(path: ET.Element) -> Iterator[Box]:
    at = (0.0, 0.0)
    for command, written in _COMMAND.findall(path.get("d", "")):
        numbers = [float(number) for number in written.split()]
        if command == "Z":
            continue
        end = (numbers[-2], numbers[-1])
        if command == "L":
            (x, y), (to_x, to_y) = at, end
            yield Box(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y), "line")
        at = end


def overlap(one: Box, other: Box, least: float = 0.3) -> bool:
    """Return whether two boxes have more than a hair of their areas in common."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > least and down > least


def overlapping(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    """Return the pairs of boxes that overlap, by their names."""
    ordered = sorted(boxes, key=lambda box: box.top)
    found = []
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.top > one.bottom:
                break
            if overlap(one, other):
                found.append((one.name, other.name))
    return found


def crossed(boxes: Sequence[Box], drawn: Sequence[Sequence[Box]]) -> list[str]:
    """Return the texts that a line runs across."""
    return [
        box.name
        for box in boxes
        for pieces in drawn
        for piece in pieces
        if piece.left < box.right - 0.3
        and piece.right > box.left + 0.3
        and piece.top < box.bottom - 0.3
        and piece.bottom > box.top + 0.3
    ]


def debate(claims: int, seed: int = 1) -> ArgumentMap:
    """Return a map such as a long debate has, with relations of every kind and cross-links."""
    chance = random.Random(seed)
    made = [_claim(number, chance) for number in range(claims)]
    relations: list[Relation] = []
    number = 1
    while number < claims:
        target = chance.randrange(max(0, number // 3 - 3), max(1, min(number, number // 2 + 2)))
        name, kind = f"r{len(relations)}", RelationKind.SUPPORTS
        premises: tuple[str, ...] = (f"c{number}",)
        goal = f"c{target}"
        drawn = chance.random()
        if drawn < 0.2 and number + 1 < claims:
            premises = (f"c{number}", f"c{number + 1}")
        elif drawn < 0.4:
            kind = RelationKind.ATTACKS
        elif drawn < 0.5 and relations:
            kind, goal = RelationKind.UNDERCUTS, chance.choice(relations).id
        relations.append(Relation(name, kind, premises, goal))
        number += len(premises)
    for extra in range(claims // 6):
        low, high = sorted(chance.sample(range(claims), 2))
        kind = chance.choice(
            [RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.CONTRADICTS]
        )
        relations.append(Relation(f"x{extra}", kind, (f"c{high}",), f"c{low}"))
    return ArgumentMap(made, relations, title="How should the country reach net zero?")


def _claim(number: int, chance: random.Random) -> Claim:
    text = f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)}"
    text += f", and {chance.choice(_VERBS)}." if chance.random() < 0.25 else "."
    label = " ".join(text.split()[: chance.randint(3, 6)]) if chance.random() < 0.6 else None
    return Claim(
        f"c{number}",
        text,
        label=label,
        kind="thesis" if number == 0 or chance.random() < 0.02 else None,
        voice=chance.choice(["unions", "council"]) if chance.random() < 0.1 else None,
        at=(Passage(number, number),) if chance.random() < 0.9 else (),
        implicit=chance.random() < 0.1,
    )
