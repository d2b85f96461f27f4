"""GraphML, for yEd, Gephi and networkx (http://graphml.graphdrawing.org)."""

from __future__ import annotations

from argmap.formats._graph import attributed_graph, escape_what_xml_lacks
from argmap.formats._losses import Losses
from argmap.model import ArgumentMap

SUMMARY = "GraphML, for yEd, Gephi and networkx"
SUFFIXES = (".graphml",)


def generate_graphml(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as GraphML that ``networkx.read_graphml`` reads back."""
    import networkx as nx

    graph = escape_what_xml_lacks(attributed_graph(argument_map), losses)
    return "\n".join(["<?xml version='1.0' encoding='utf-8'?>", *nx.generate_graphml(graph)]) + "\n"
