"""Argdown: what is read of a text."""

from __future__ import annotations

from argmap import (
    ArgumentMap,
    dumps,
    loads,
)
from argmap.formats import Losses


def read(text: str) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map of an Argdown text, and what was lost."""
    losses = Losses()
    argument_map = loads(text, "argdown", "debate.argdown", losses)
    assert loads(dumps(argument_map)) == argument_map
    return argument_map, dict(losses.counts)


def relations(text: str) -> list[str]:
    """Return the relations of a text, each as a sentence of ids."""
    m = read(text)[0]
    return [f"{'+'.join(r.premises)} {r.kind} {r.target}" for r in m.relations.values()]
