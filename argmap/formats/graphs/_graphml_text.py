"""An attributed graph as the text of a GraphML file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.graphs._xml import written
from argmap.formats.graphs._yed import (
    EDGE_KEY,
    NAMESPACE,
    NODE_KEY,
    SCHEMA,
    drawn_edge,
    drawn_node,
)

if TYPE_CHECKING:
    import networkx as nx

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    f'<graphml xmlns="{_GRAPHML}" xmlns:y="{NAMESPACE}" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_GRAPHML} {SCHEMA}">'
)
_TYPES = {bool: "boolean", int: "int", float: "double", str: "string"}

Keys = dict[str, str]  # the id of the key of each attribute, by its name


def graphml_text(graph: nx.MultiDiGraph[str]) -> str:
    """Return a graph of ``attributed_graph`` as GraphML, each attribute under its own name.

    The keys of an attribute that both nodes and edges have need two ids: that of edges
    begins with ``edge``, as Gephi, too, has it in ``edgelabel``.
    """
    return "\n".join([_HEAD, *_content(graph), "</graphml>"]) + "\n"


def _content(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    owners = {
        "graph": [graph.graph],
        "node": [attributes for _, attributes in graph.nodes(data=True)],
        "edge": [attributes for _, _, attributes in graph.edges(data=True)],
    }
    taken = {NODE_KEY, EDGE_KEY}
    keys: dict[str, Keys] = {}
    for owner, each in owners.items():
        types = _types(each)
        keys[owner] = {name: name if name not in taken else f"{owner}{name}" for name in types}
        taken.update(keys[owner].values())
        for name, type_ in types.items():
            yield _key(keys[owner][name], owner, f'attr.name="{name}" attr.type="{type_}"')
    yield _key(NODE_KEY, "node", 'yfiles.type="nodegraphics"')
    yield _key(EDGE_KEY, "edge", 'yfiles.type="edgegraphics"')
    yield '<graph edgedefault="directed">'
    yield from _data(graph.graph, keys["graph"])
    for name, attributes in graph.nodes(data=True):
        yield f' <node id="{written(name)}">'
        yield from _data(attributes, keys["node"])
        yield from _drawing(NODE_KEY, drawn_node(attributes))
        yield " </node>"
    for source, target, number, attributes in graph.edges(data=True, keys=True):
        ends = f'source="{written(source)}" target="{written(target)}"'
        yield f' <edge {ends} id="{number}">'
        yield from _data(attributes, keys["edge"])
        yield from _drawing(EDGE_KEY, drawn_edge(attributes))
        yield " </edge>"
    yield "</graph>"


def _types(owners: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the type of each attribute, by its name, in the order of their first use."""
    types: dict[str, str] = {}
    for attributes in owners:
        for name, value in attributes.items():
            types.setdefault(name, _TYPES[type(value)])
    return types


def _key(key: str, owner: str, rest: str) -> str:
    return f' <key id="{key}" for="{owner}" {rest}/>'


def _data(attributes: Mapping[str, Any], keys: Keys) -> Iterator[str]:
    for name, value in attributes.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        yield _datum(keys[name], written(text))


def _drawing(key: str, drawing: str) -> Iterator[str]:
    if drawing:
        yield _datum(key, drawing)


def _datum(key: str, content: str) -> str:
    return f'  <data key="{key}">{content}</data>'
