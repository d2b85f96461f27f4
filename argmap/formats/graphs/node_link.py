"""Node-link JSON, as networkx and D3 use it."""

from __future__ import annotations

from argmap.documents.document import what
from argmap.documents.json_document import read_document
from argmap.documents.sample import Sample
from argmap.formats.graphs._attributed import KEPT, attributed_graph
from argmap.formats.graphs._json import JsonGraph, Part
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
    nodes = list(graph.parts(("nodes",), body.get("nodes")))
    edges = [part for key in _EDGES for part in graph.parts((key,), body.get(key))]
    if _are_by_index(nodes, edges):
        for part in nodes:
            graph.numbered_node(part, int(part[0][-1]))
    else:
        for part in nodes:
            graph.node(part, ("id",))
    for part in edges:
        graph.edge(part, ("source", "target", "key", "id"))
    return from_attributed(graph, losses)


def _are_by_index(nodes: list[Part], edges: list[Part]) -> bool:
    """Return whether edges name their ends by the numbers of nodes, from 0, as D3 did up to 3.

    networkx wrote the same before its version 2. No node may have such a number for its id.
    """
    ends = [attributes.get(end) for _, attributes in edges for end in ("source", "target")]
    ids = {str(attributes["id"]) for _, attributes in nodes if "id" in attributes}
    return bool(ends) and all(
        type(end) is int and 0 <= end < len(nodes) and str(end) not in ids for end in ends
    )


def recognises_node_link(sample: Sample) -> bool:
    """Return whether the keys are those of the format, and not only nodes and edges."""
    keys = sample.json_keys
    is_graph = "nodes" in keys and not keys.isdisjoint(_EDGES)
    flags = {"directed", "multigraph", "links"}
    return is_graph and not keys.isdisjoint(flags) and "argmap" not in keys


def generate_node_link(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as JSON that ``networkx.node_link_graph(…, edges="edges")`` reads back."""
    import networkx as nx

    losses.add_fields(argument_map, KEPT)
    data = nx.node_link_data(attributed_graph(argument_map), edges="edges")
    return json_text(data) + "\n"
