"""The nodes and edges of an AIF document, whichever tool wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from argmap.documents.document import Document, Path, as_written, what
from argmap.formats.aif.keys import (
    FROM_KEYS,
    ID_KEYS,
    NAME_KEYS,
    PERSON_KEYS,
    TO_KEYS,
    spelled_usually,
    spellings,
    wrapper,
)
from argmap.model.losses import Losses

# What has a letter, and is no number in hexadecimal digits as in 7f3a-22.
_NAMED = re.compile(r"(?=.*[^\W\d_])(?![0-9A-Fa-f-]*\d[0-9A-Fa-f-]*\Z)")

TYPES = frozenset({"I", "L", "RA", "CA", "MA", "PA", "TA", "YA"})


@dataclass(eq=False, slots=True)
class Node:
    """A node: ``body`` is its object in the file, with the usual keys.

    ``index`` is its place in the list of nodes.

    ``sources`` and ``targets`` are the nodes at the other ends of its edges, each once.
    """

    id: str
    type: str
    text: str
    body: dict[str, Any]
    index: int
    sources: dict[Node, None] = field(default_factory=dict)
    targets: dict[Node, None] = field(default_factory=dict)


@dataclass(slots=True)
class AifGraph:
    """The graph in a document; ``path`` leads to the object with the nodes, ``top``.

    ``spelled`` has the keys of that object as they are given, by the usual ones.
    ``participants`` are names by id, ``speakers`` names by the id of their locution, and
    ``said_by`` ids of persons in no list that look like names, by that of their locution;
    ``edges``, ``locutions`` and ``people`` are the objects in the lists of these.
    """

    document: Document
    path: Path
    nodes: list[Node] = field(default_factory=list)
    participants: dict[str, str] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    said_by: dict[str, str] = field(default_factory=dict)
    top: dict[str, Any] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    edges: list[dict[str, Any]] = field(default_factory=list)
    locutions: list[dict[str, Any]] = field(default_factory=list)
    people: list[dict[str, Any]] = field(default_factory=list)

    def path_of(self, key: str) -> Path:
        """Return where in the document a key of ``top`` is."""
        return (*self.path, self.spelled.get(key, key))

    def offsets(self, indexes: dict[str, int]) -> dict[str, int]:
        """Return the offset of the node at each index."""
        places, path = self.document.places, self.path_of("nodes")
        return {key: places.offset((*path, n), key=False) for key, n in indexes.items()}


def read_aif(document: Document, losses: Losses) -> AifGraph:
    """Return the graph in a document; raises InvalidMapError with its errors.

    Edges without both ends are counted in ``losses``.
    """
    return _Reader(document, losses).read()


class _Reader:
    """Reads one document."""

    def __init__(self, document: Document, losses: Losses) -> None:
        self.document = document
        self.losses = losses
        self.diagnostics = document.diagnostics

    def read(self) -> AifGraph:
        self.diagnostics.raise_any()
        graph = self._top()
        nodes = self._nodes(graph)
        self._edges(graph, nodes)
        graph.speakers = self._speakers(graph)
        self.diagnostics.raise_any()
        return graph

    def _top(self) -> AifGraph:
        body = self.document.value
        if not isinstance(body, dict):
            message = f"AIF is an object with lists of nodes and edges, not {what(body)}"
            self.document.fail(message)
        key = wrapper(body)
        if key is None:
            return AifGraph(self.document, (), top=spelled_usually(body), spelled=spellings(body))
        outer = spelled_usually({name: value for name, value in body.items() if name != key})
        inner = spelled_usually(body[key]) if isinstance(body[key], dict) else {}
        is_beside = "nodes" in outer and "nodes" not in inner
        path = () if is_beside else (key,)
        for name in outer.keys() & inner.keys():
            self.losses.add("entry given twice", 1, "entries given twice", name=name)
        top = {**inner, **outer} if is_beside else {**outer, **inner}
        place = body if is_beside else body[key]
        spelled = spellings(place) if isinstance(place, dict) else {}
        return AifGraph(self.document, path, top=top, spelled=spelled)

    def _list(
        self, graph: AifGraph, key: str, *, required: bool
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the objects in a list, with their indexes."""
        value = graph.top.get(key)
        if value is None and not required:
            return
        if not isinstance(value, list):
            if key in graph.top:
                self._wrong(graph.path_of(key), f"{key} must be a list, not {what(value)}")
            else:
                hint = "AIF has lists of nodes and edges"
                self._wrong(graph.path, f"the key '{key}' is missing", hint)
            return
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield index, spelled_usually(item)
            else:
                path = (*graph.path_of(key), index)
                self._wrong(path, f"each of the {key} must be an object, not {what(item)}")

    def _wrong(self, path: Path, message: str, hint: str | None = None) -> None:
        offset = self.document.places.offset(path, key=False)
        self.diagnostics.add(offset, "wrong-type", message, hint)

    def _nodes(self, graph: AifGraph) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        for index, body in self._list(graph, "nodes", required=True):
            node_id = scalar(body, ID_KEYS)
            if node_id is None:
                path = (*graph.path_of("nodes"), index)
                self._wrong(path, "this node has no nodeID", "give it one: edges name nodes by it")
            elif node_id in nodes:
                self.losses.add("node given twice", 1, "nodes given twice")
            else:
                node = Node(
                    node_id, _text(body, "type").strip().upper(), _text(body, "text"), body, index
                )
                nodes[node_id] = node
        graph.nodes = list(nodes.values())
        if nodes and not any(node.type in TYPES for node in graph.nodes):
            path = graph.path_of("nodes")
            self._wrong(path, "no node is of a type of AIF", f"such as {', '.join(sorted(TYPES))}")
        return nodes

    def _count(self, one: str, many: str) -> None:
        self.losses.add(one, 1, many)

    def _edges(self, graph: AifGraph, nodes: dict[str, Node]) -> None:
        for _, body in self._list(graph, "edges", required=True):
            graph.edges.append(body)
            ends = scalar(body, FROM_KEYS), scalar(body, TO_KEYS)
            source, target = (nodes.get(end or "") for end in ends)
            if None in ends:
                self._count("edge without fromID and toID", "edges without fromID and toID")
            elif source is None or target is None:
                self._count(
                    "edge from or to a node that is not there",
                    "edges from or to nodes that are not there",
                )
            else:
                source.targets[target] = None
                target.sources[source] = None

    def _speakers(self, graph: AifGraph) -> dict[str, str]:
        names = graph.participants
        for _, body in self._list(graph, "participants", required=False):
            graph.people.append(body)
            person = scalar(body, PERSON_KEYS)
            name = _name(body)
            if person is not None and name:
                names[person] = name
        speakers: dict[str, str] = {}
        locutions = {node.id for node in graph.nodes if node.type == "L"}
        graph.locutions = [body for _, body in self._list(graph, "locutions", required=False)]
        own = (node.body for node in graph.nodes if node.id in locutions)
        for body in (*graph.locutions, *own):
            node_id, person = scalar(body, ID_KEYS), scalar(body, PERSON_KEYS[::-1])
            if node_id in locutions and person in names:
                speakers[str(node_id)] = names[str(person)]
            elif node_id in locutions and person is not None and _NAMED.match(person):
                graph.said_by[str(node_id)] = person
        return speakers


def _name(body: dict[str, Any]) -> str:
    """Return the name of a participant; tools in Python write a missing part as ``None``."""
    first, surname, last, name = (
        "" if (text := _text(body, key).strip()) == "None" else text for key in NAME_KEYS
    )
    return f"{first} {surname or last}".strip() or name


def scalar(body: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first value of some keys that is an id, or an object with an id."""
    for key in keys:
        value = body.get(key)
        if isinstance(value, dict):
            usual = spelled_usually(value)
            value = next((usual[inner] for inner in ID_KEYS if inner in usual), None)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return as_written(value)
    return None


def _text(body: dict[str, Any], key: str) -> str:
    """Return a text with HTML entities resolved; empty where there is none."""
    value = body.get(key)
    return unescape(value) if isinstance(value, str) else ""
