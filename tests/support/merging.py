"""Maps to merge."""

from __future__ import annotations

from typing import Any

from argmap import ArgumentMap, Claim
from support.compared import step

BASE = {
    "port": "The harbour freezes in a hard winter.",
    "ferry": "Ferries cost the town more every year.",
    "bridge": "A bridge would carry the buses too.",
}


def mapped(*sentences: str, **texts: str | None) -> ArgumentMap:
    """Return the base with some claims said otherwise, added or, where None, left out."""
    claims = [Claim(name, text) for name, text in (BASE | texts).items() if text is not None]
    return ArgumentMap(claims, map(step, sentences))


def changed(one: ArgumentMap, name: str, **fields: Any) -> ArgumentMap:
    """Return a map with other fields of a claim; its relations do not follow a new id."""
    claims = [each._replace(**fields) if each.id == name else each for each in one.claims.values()]
    return ArgumentMap(claims, one.relations.values())
