"""GEXF 1.2, for Gephi (https://gexf.net)."""

from __future__ import annotations

import re

from argmap.formats._graph import attributed_graph, escape_what_xml_lacks
from argmap.formats._losses import Losses
from argmap.model import ArgumentMap

SUMMARY = "GEXF, for Gephi and networkx"
SUFFIXES = (".gexf",)

_DATE = re.compile(r' lastmodifieddate="[^"]*"')


def generate_gexf(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as GEXF that ``networkx.read_gexf`` reads back."""
    import networkx as nx

    graph = escape_what_xml_lacks(attributed_graph(argument_map), losses)
    losses.add_fields(argument_map, _CARRIED)
    graph.graph.clear()
    lines = ["<?xml version='1.0' encoding='utf-8'?>", *nx.generate_gexf(graph)]
    # The day of writing would make the same map give other bytes tomorrow.
    return _DATE.sub("", "\n".join(lines), count=1) + "\n"


_CARRIED = frozenset(
    {"kind", "voice", "at", "weight", "implicit", "tags", "note", "assumed", "scheme"}
)
