"""Node-link JSON, as networkx and D3 have it."""

from __future__ import annotations

from argmap.formats._graph import attributed_graph
from argmap.formats._losses import Losses
from argmap.formats._plain import json_text
from argmap.model import ArgumentMap

SUMMARY = "node-link JSON, for networkx and D3"
SUFFIXES = (".node-link.json",)


def generate_node_link(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as JSON that ``networkx.node_link_graph(…, edges="edges")`` reads back."""
    import networkx as nx

    data = nx.node_link_data(attributed_graph(argument_map), edges="edges")
    return json_text(data) + "\n"
