"""Abstract frameworks: what is read of one."""

from __future__ import annotations

from argmap import (
    ArgumentMap,
    RelationKind,
    loads,
)
from argmap.formats import Losses
from support import ROOT

# The formats of frameworks, which hold attacks alone.
FORMATS = sorted(file.stem for file in ROOT.glob("argmap/formats/frameworks/[!_]*.py"))
# One framework in three formats: 1 and 2 attack each other, 2 attacks 3, 3 itself.
SMALL = {
    "tgf": "1\n2\n3\n#\n1 2\n2 1\n2 3\n3 3\n",
    "apx": "arg(1).\narg(2).\narg(3).\natt(1,2).\natt(2,1).\natt(2,3).\natt(3,3).\n",
    "af": "p af 3\n1 2\n2 1\n2 3\n3 3\n",
}
SMALL_ATTACKS = [("1", "2"), ("2", "1"), ("2", "3"), ("3", "3")]


def read(text: str, format: str) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map, and how many of each thing were lost in reading it."""
    losses = Losses()
    return loads(text, format, losses=losses), dict(losses.counts)


def pairs(m: ArgumentMap) -> list[tuple[str, str]]:
    """Return who attacks whom, in a map that has no other relations."""
    assert all(r.kind is RelationKind.ATTACKS for r in m.relations.values())
    return [(r.premises[0], r.target) for r in m.relations.values()]
