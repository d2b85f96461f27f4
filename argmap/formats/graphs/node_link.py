"""Node-link JSON, as networkx and D3 use it."""

from __future__ import annotations

from argmap.documents.document import what
from argmap.documents.json_document import read_document
from argmap.documents.sample import Sample
from argmap.formats.graphs._attributed import attributed_graph
from argmap.formats.graphs._json import JsonGraph
from argmap.formats.graphs._reader import from_attributed
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses
from argmap.model.plain import json_text

SUMMARY = "node-link JSON, for networkx and D3"
SUFFIXES = (".node-link.json",)
SHARED_SUFFIXES = (".json",)

_EDGES = ("edges", "links")  # the second was the default of networkx before 3.6
_TOP = ("directed", "multigraph", "graph", "nodes", *_EDGES)


def parse_node_link(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of a graph; raises InvalidMapError with its errors."""
    document = read_document(file)
    body = document.value
    if not isinstance(body, dict) or not {"nodes", *_EDGES}.intersection(body):
        found = "an object without them" if isinstance(body, dict) else what(body)
        message = f"node-link JSON is an object with nodes and edges, not {found}"
        document.fail(message)
    graph = JsonGraph(document, losses)
    graph.flags(body, _TOP)
    graph.read_head(("graph",), body.get("graph"))
    for part in graph.parts(("nodes",), body.get("nodes")):
        graph.node(part, ("id",))
    for key in _EDGES:
        for part in graph.parts((key,), body.get(key)):
            graph.edge(part, ("source", "target", "key", "id"))
    return from_attributed(graph, losses)


def recognises_node_link(sample: Sample) -> bool:
    """Return whether the keys are those of the format, and not only nodes and edges."""
    keys = sample.json_keys
    is_graph = "nodes" in keys and not keys.isdisjoint(_EDGES)
    flags = {"directed", "multigraph", "links"}
    return is_graph and not keys.isdisjoint(flags) and "argmap" not in keys


def generate_node_link(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as JSON that ``networkx.node_link_graph(…, edges="edges")`` reads back."""
    import networkx as nx

    losses.add_expectations(argument_map)
    data = nx.node_link_data(attributed_graph(argument_map), edges="edges")
    return json_text(data) + "\n"
