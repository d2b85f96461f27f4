"""Cytoscape JSON, for Cytoscape and Cytoscape.js (https://js.cytoscape.org/#notation/elements-json)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.documents.document import Path, what
from argmap.documents.json_document import read_document
from argmap.documents.sample import Sample
from argmap.formats.graphs._attributed import KEPT, attributed_graph
from argmap.formats.graphs._graph import is_given
from argmap.formats.graphs._json import JsonGraph, Part
from argmap.formats.graphs._reader import from_attributed
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses
from argmap.model.plain import json_text

SUMMARY = "Cytoscape JSON"
SUFFIXES = (".cyjs",)
SHARED_SUFFIXES = (".json",)

_TOP = (
    *("elements", "data", "directed", "multigraph"),
    *("format_version", "generated_by", "target_cytoscapejs_version"),
)
_GROUPS = ("nodes", "edges")
# Attributes that Cytoscape, or networkx when writing for it, adds to everything.
_OF_GRAPH = ("shared_name", "SUID", "selected")
_OF_NODE = (*_OF_GRAPH, "id", "id_original", "value")
_OF_EDGE = (*_OF_NODE, "name", "source", "target", "key", "shared_interaction")


def parse_cytoscape(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of a graph; raises InvalidMapError with its errors."""
    document = read_document(file)
    body = document.value
    elements = body.get("elements") if isinstance(body, dict) else body
    if not isinstance(elements, list | dict):
        found = "an object without them" if isinstance(body, dict) else what(body)
        message = f"Cytoscape JSON is an object with elements, not {found}"
        document.fail(message)
    graph = JsonGraph(document, losses, "data")
    path: Path = ("elements",) if isinstance(body, dict) else ()
    if isinstance(body, dict):
        graph.flags(body, _TOP)
        graph.read_head(("data",), body.get("data"))
        head = graph.head.items()
        graph.head = {key: value for key, value in head if key not in _OF_GRAPH}
    for part, is_edge in _elements(graph, path, elements):
        if is_edge:
            graph.edge(part, _OF_EDGE)
        else:
            graph.node(part, _OF_NODE, id=_id(part[1]))
    return from_attributed(graph, losses)


def _elements(graph: JsonGraph, path: Path, elements: Any) -> Iterator[tuple[Part, bool]]:
    """Yield the attributes of each element, and whether it is an edge."""
    if isinstance(elements, dict):
        for key, value in elements.items():
            if key not in _GROUPS:
                graph.lose(key, value)
        for group in _GROUPS:
            for part in graph.parts((*path, group), elements.get(group)):
                yield part, group == "edges"
        return
    for part in graph.parts(path, elements):
        group = elements[int(part[0][-1])].get("group")
        yield part, group == "edges" or (group is None and "source" in part[1])


def _id(data: dict[str, Any]) -> str | None:
    """Return the id that a node had before Cytoscape numbered it."""
    keys = ("id_original", "value", "name") if "SUID" in data else ("id_original",)
    return next((name for key in keys if (name := _text(data.get(key)))), None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and is_given(value) else None


def recognises_cytoscape(sample: Sample) -> bool:
    """Return whether the text has elements of the format: nodes and edges, or things with data.

    A list of elements alone has to have an edge.
    """
    if isinstance(sample.json_value, list):
        data = [item.get("data") for item in sample.json_value if isinstance(item, dict)]
        return len(data) == len(sample.json_value) and any(map(_is_edge, data))
    elements = sample.json_member("elements")
    if "argmap" in sample.json_keys or not isinstance(elements, list | dict):
        return False
    if not elements:  # those of other drawings may be as empty
        return len(sample.json_keys) == 1 or not sample.json_keys.isdisjoint(_TOP[1:])
    if isinstance(elements, dict):
        return not elements.keys().isdisjoint({"nodes", "edges"})
    return isinstance(elements[0], dict) and "data" in elements[0]


def _is_edge(data: object) -> bool:
    return isinstance(data, dict) and data.keys() >= {"source", "target"}


def generate_cytoscape(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as JSON that Cytoscape opens and ``networkx.cytoscape_graph`` reads back."""
    import networkx as nx

    losses.add_fields(argument_map, KEPT)
    data = nx.cytoscape_data(attributed_graph(argument_map))
    for node in data["elements"]["nodes"]:  # Cytoscape shows these two
        node["data"]["name"] = node["data"]["label"] or node["data"]["id"]
    for edge in data["elements"]["edges"]:
        edge["data"]["interaction"] = edge["data"]["verb"]
    return json_text(data) + "\n"
