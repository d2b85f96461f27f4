"""Cytoscape JSON, for Cytoscape and Cytoscape.js (https://js.cytoscape.org/#notation/elements-json)."""

from __future__ import annotations

from argmap.formats._graph import attributed_graph
from argmap.formats._losses import Losses
from argmap.formats._plain import json_text
from argmap.model import ArgumentMap

SUMMARY = "Cytoscape JSON"
SUFFIXES = (".cyjs",)


def generate_cytoscape(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as JSON that Cytoscape opens and ``networkx.cytoscape_graph`` reads back."""
    import networkx as nx

    data = nx.cytoscape_data(attributed_graph(argument_map))
    return json_text(data) + "\n"
