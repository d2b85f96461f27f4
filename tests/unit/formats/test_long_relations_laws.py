"""Relations of many premises, and what is long about them, are written once and read back."""

from __future__ import annotations

import pytest
from support.frameworks import FORMATS as FRAMEWORKS

from argmap import ArgumentMap, Claim, Relation, RelationKind, dumps, loads
from argmap.formats import Losses, writable
from argmap.formats._registry import function
from argmap.model.relation import default_id

LONG = " ".join(f"word{number}" for number in range(100))
CLAIMS = [Claim(f"a-premise-of-many-{number}", f"P {number}.") for number in range(40)]
TAKEN = Claim("relation-1", "This claim has the name that a relation would get.")


def argument_map(relation_id: str | None = None) -> ArgumentMap:
    """Return a map with one linked relation, what bears on it, and a lone one."""
    premises = tuple(claim.id for claim in CLAIMS)
    name = relation_id or default_id(premises, "goal")
    relations = [
        Relation(name, RelationKind.SUPPORTS, premises, "goal", LONG, LONG),
        Relation(default_id(("under",), name), RelationKind.UNDERCUTS, ("under",), name),
        Relation("under/goal", RelationKind.ATTACKS, ("under",), "goal", LONG),
    ]
    return ArgumentMap([Claim("goal", "G."), TAKEN, Claim("under", "U."), *CLAIMS], relations)


READ_BACK = [name for name in writable() if function("parse", name) and name not in FRAMEWORKS]
IN_FULL = {"yaml", "json", "graphml", "node-link", "cytoscape", "gexf", "aif"}


@pytest.mark.parametrize("format", READ_BACK)
@pytest.mark.parametrize("relation_id", [None, "short", "x" * 500])
def test_the_relation_is_the_same_when_read_back(format: str, relation_id: str | None) -> None:
    """By its own id, with its scheme and note, wherever the format can say all that."""
    before = argument_map(relation_id)
    losses = Losses()
    text = dumps(before, format, losses)
    back = loads(text, format)
    if format in IN_FULL:
        assert losses.counts == {}
        assert back.relations == before.relations
    long = default_id(tuple(claim.id for claim in CLAIMS), "goal")
    assert text.count(relation_id if relation_id and len(relation_id) > 200 else long) <= 3
    assert text.count(LONG) <= 3
