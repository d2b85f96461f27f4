"""What of an AIF graph is neither claim, step nor speaker: counted, and named."""

from __future__ import annotations

from collections import Counter

from argmap.documents.document import as_written
from argmap.formats._entries import Entries
from argmap.formats.aif.graph import AifGraph, Node
from argmap.formats.aif.keys import (
    DRAWING,
    EDGE_KEYS,
    FROM_KEYS,
    ID_KEYS,
    LAYOUT,
    NAME_KEYS,
    PERSON_KEYS,
    TIMES,
    TO_KEYS,
)
from argmap.formats.aif.speakers import SPOKEN
from argmap.formats.aif.steps import KINDS, NAMES, PASSED
from argmap.model.losses import Losses

_KNOWN = ("I", *NAMES, *SPOKEN)


def count_layout(graph: AifGraph, losses: Losses) -> None:
    """Count what says nothing of what is argued: when and where nodes and edges were drawn."""
    drawn = [*(node.body for node in graph.nodes), *graph.edges]
    timed = sum(not TIMES.isdisjoint(body) for body in (*drawn, *graph.locutions, *graph.people))
    placed = sum(not LAYOUT.isdisjoint(body) for body in drawn)
    losses.add("timestamp", timed, is_minor=True)
    losses.add("place in a drawing", placed, "places in a drawing", is_minor=True)
    losses.add(
        "drawing of OVA", int(bool(graph.top.get(DRAWING))), "drawings of OVA", is_minor=True
    )
    forms = sum(body.get("formEdgeID") not in (None, "") for body in graph.edges)
    losses.add("form of an edge", forms, "forms of edges", is_minor=True)
    # Edges are numbered anew when they are written, from 1; other tools begin at 0.
    numbers = ((n, body["edgeID"]) for n, body in enumerate(graph.edges) if "edgeID" in body)
    other = sum(as_written(given) not in {str(n), str(n + 1)} for n, given in numbers)
    losses.add("number of an edge", other, "numbers of edges", is_minor=True)


def count_others(graph: AifGraph, entries: Entries, losses: Losses) -> None:
    """Count the nodes and edges without a meaning in a map, and the keys that AIF does not have."""
    others = Counter(node.type for node in graph.nodes if node.type not in _KNOWN)
    for type_, count in others.items():
        what = "of an unknown type" if type_ else "without a type"
        losses.add(f"node {what}", count, f"nodes {what}", name=type_ or None)
    for node in graph.nodes:
        _count_edges(node, losses)
        if node.type in _KNOWN and node.type != "I" and node.type not in KINDS:
            entries.read(node.body, {}, "node entry", PASSED.union(PERSON_KEYS))
    ends = TIMES | LAYOUT | {*EDGE_KEYS, *FROM_KEYS, *TO_KEYS}
    people = TIMES | {*ID_KEYS, *PERSON_KEYS, *NAME_KEYS}
    for bodies, what, passed in (
        (graph.edges, "edge entry", ends),
        (graph.locutions, "locution entry", people),
        (graph.people, "participant entry", people),
    ):
        for body in bodies:
            entries.read(body, {}, what, passed)


def _count_edges(source: Node, losses: Losses) -> None:
    """Count the edges from a node that say nothing, as no step or illocution is at either end."""
    for target in source.targets:
        ends = {source.type, target.type}
        if ends == {"I"}:
            one = "edge between claims, without a meaning"
            losses.add(one, 1, one.replace("edge", "edges"))
        elif (source.type == "I" and target.type in SPOKEN) or (
            target.type == "I" and source.type in {"L", "TA"}
        ):
            one = "edge between a claim and a dialogue, without a meaning"
            name = f"{source.type} to {target.type}"
            losses.add(one, 1, one.replace("edge", "edges"), name=name)
