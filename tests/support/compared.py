"""Maps to compare, and what differs between them."""

from __future__ import annotations

from typing import Any

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.comparing.difference import Difference
from argmap.model.relation import default_id

SENTENCES = (
    "The harbour freezes in a hard winter.",
    "Ferries cost the town more every year.",
    "A bridge would carry the buses too.",
    "Nobody has asked the fishermen.",
    "Tides have moved the sand bank north.",
)


def mapped(*relations: Relation, size: int = 5, **texts: str) -> ArgumentMap:
    """Return a map of claims a, b, … with sentences of their own, or the texts given."""
    sentences = {"abcde"[number]: SENTENCES[number] for number in range(size)} | texts
    return ArgumentMap([Claim(*each) for each in sentences.items()], relations)


def step(sentence: str, **fields: Any) -> Relation:
    """Return the relation that ``a+b supports c`` describes."""
    premises, kind, target = sentence.split()
    names = tuple(premises.split("+"))
    name = fields.pop("id", default_id(names, target))
    return Relation(name, RelationKind(kind), names, target, **fields)


def reported(difference: Difference) -> dict[str, tuple[object, ...]]:
    """Return the parts in which maps differ, but for what follows from them."""
    parts = difference._asdict()
    del parts["consequences"]
    return {name: part for name, part in parts.items() if part}
