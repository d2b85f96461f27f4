"""AIF: graphs, and what is read of them."""

from __future__ import annotations

import json
from typing import Any

from argmap import (
    ArgumentMap,
    dumps,
    loads,
)
from argmap.formats import Losses


def graph(nodes: str, edges: str, **more: Any) -> dict[str, Any]:
    """Return AIF data: nodes such as ``a:I b:RA``, edges such as ``a>b``."""
    return {
        "nodes": [
            {"nodeID": name, "text": f"Text of {name}" if kind == "I" else "", "type": kind}
            for name, kind in (word.split(":") for word in nodes.split())
        ],
        "edges": [
            {"edgeID": str(number), "fromID": word.split(">")[0], "toID": word.split(">")[1]}
            for number, word in enumerate(edges.split())
        ],
        "locutions": [],
        **more,
    }


def read(data: object) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map of AIF data, and what was lost."""
    losses = Losses()
    argument_map = loads(json.dumps(data), "aif", losses=losses)
    assert loads(dumps(argument_map)) == argument_map
    return argument_map, dict(losses.counts)


def relations(argument_map: ArgumentMap) -> list[tuple[str, str, str, str]]:
    """Return id, premises, kind and target of each relation."""
    return [
        (r.id, "+".join(r.premises), str(r.kind), r.target) for r in argument_map.relations.values()
    ]
