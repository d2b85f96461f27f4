"""Graph files: what is written, and what is read back of it."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import networkx as nx

from argmap import (
    ArgumentMap,
    Claim,
    Passage,
    Relation,
    RelationKind,
    Source,
    loads,
)
from argmap.formats import Losses

FORMATS = ("node-link", "cytoscape", "graphml", "gexf")
_DATE = re.compile(r' lastmodifieddate="[^"]*"')
SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS
UNDERCUTS, RESTATES = RelationKind.UNDERCUTS, RelationKind.RESTATES


def back(text: str, format: str) -> tuple[ArgumentMap, Losses]:
    """Return what is read of a text, and what is lost."""
    losses = Losses()
    return loads(text, format, losses=losses), losses


Nodes = dict[str, dict[str, Any]]
Edges = list[tuple[str, str, list[tuple[str, Any]]]]


def contents(graph: nx.Graph[str], *added: str) -> tuple[Nodes, Edges]:
    """Return the nodes and edges with their attributes, less what a format adds or empties."""
    nodes = {name: dict(given_of(attributes, added)) for name, attributes in graph.nodes(data=True)}
    edges = [(a, b, given_of(attributes, added)) for a, b, attributes in graph.edges(data=True)]
    return nodes, sorted(edges, key=lambda edge: (dict(edge[2])["relation"], edge[0], edge[1]))


def given_of(attributes: dict[str, Any], added: tuple[str, ...]) -> list[tuple[str, Any]]:
    """Return the attributes that are not added by a format, nor empty."""
    return sorted((k, v) for k, v in attributes.items() if k not in added and v != "")


SMALL = ArgumentMap(
    [
        Claim("open", "It should open.", label="Open", kind="thesis", voice="us", weight=0.25),
        Claim("need", "It is needed.", at=(Passage(1, 1), Passage(4, 5)), tags=("a; b", "c")),
        Claim("dear", "It is dear.", assumed=False, note="Who says?", implicit=True),
        Claim("same", "The same.", label="The same."),
    ],
    [
        Relation("dear/open", ATTACKS, ("dear",), "open", "from cost", "Weak."),
        Relation("both", SUPPORTS, ("need", "dear"), "open"),
        Relation("need/dear/open", UNDERCUTS, ("need",), "dear/open"),
        Relation("r", RESTATES, ("same",), "need"),
        Relation("same/both", SUPPORTS, ("same",), "both"),
    ],
    title="Opening",
    source=Source(title="A letter", unit="line"),
    voices={"us": "All of us", "none": "Nobody"},
)


def as_graph(text: str, format: str) -> nx.Graph[Any]:
    """Return the graph that networkx reads of a text."""
    if format == "graphml":
        return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    if format == "gexf":
        return nx.read_gexf(io.BytesIO(text.encode()))
    if format == "cytoscape":
        return nx.cytoscape_graph(json.loads(text))
    return nx.node_link_graph(json.loads(text), edges="edges")


def as_text(graph: nx.Graph[Any], format: str) -> str:
    """Return a graph as networkx writes it in a format, without the date."""
    if format == "graphml":
        return "\n".join(nx.generate_graphml(graph))
    if format == "gexf":
        return _DATE.sub("", "\n".join(nx.generate_gexf(graph)))
    if format == "cytoscape":
        return json.dumps(nx.cytoscape_data(graph))
    return json.dumps(nx.node_link_data(graph, edges="edges"))
