"""GraphML, for yEd, Gephi and networkx (http://graphml.graphdrawing.org).

Editors renumber nodes and edges, so the ids of claims and relations and the order of
relations are repeated in the attribute ``id``.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.documents.document import fail
from argmap.documents.sample import Sample
from argmap.documents.xml_document import Element, read_xml, shape
from argmap.formats._xml_losses import count_unknown
from argmap.formats.graphs._attributed import KEPT, attributed_graph, escape_what_xml_lacks
from argmap.formats.graphs._graphml_text import graphml_text
from argmap.formats.graphs._reader import from_attributed
from argmap.formats.graphs._xml import Attributes, XmlGraph, graphs_of
from argmap.formats.graphs._yed import EDGE_KEY, NODE_KEY, drawn_texts
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "GraphML, for yEd, Gephi and networkx"
SUFFIXES = (".graphml",)
SHARED_SUFFIXES = (".xml",)

_SHAPES = {
    "graphml": shape("", "desc key data graph"),
    "key": shape("id for attr.name attr.type attr.uri yfiles.type", "desc default"),
    "default": shape("", has_text=True),
    "graph": shape(
        "id edgedefault parse.nodes parse.edges parse.order parse.nodeids parse.edgeids "
        "parse.maxindegree parse.maxoutdegree",
        "desc data node edge hyperedge locator",
    ),
    "node": shape(
        "id parse.indegree parse.outdegree yfiles.foldertype", "desc data port graph locator"
    ),
    "edge": shape("id source target directed sourceport targetport", "desc data graph"),
    "data": shape("id key", None, has_text=True),
    "desc": shape("", has_text=True),
}
_IDS = ("id", "Edge Id")  # attributes of an edge; the second is written by Gephi
_COUNTED = ("hyperedge", "port", "locator")


def parse_graphml(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of a graph; raises InvalidMapError with its errors."""
    root = read_xml(file, "graphml")
    graphs = graphs_of(root, file)
    if graphs[1:]:
        message = "a second graph starts here; a file holds one map"
        fail(file, graphs[1].offset, "documents", message)
    count_unknown(root, _SHAPES, losses)
    return from_attributed(_Reader(file, root, losses).read(graphs[0]), losses)


def recognises_graphml(sample: Sample) -> bool:
    """Return whether the root element is that of the format."""
    return sample.xml_root == "graphml"


class _Key(NamedTuple):
    """The declaration of an attribute: its name, what has it, and its default."""

    name: str
    owner: str
    default: str | None


class _Reader:
    """Reads the elements of a file, and counts what a map cannot represent."""

    def __init__(self, file: FileText, root: Element, losses: Losses) -> None:
        self.graph = XmlGraph(file, losses, self.data_of)
        self.losses = losses
        self.keys = {key.attributes.get("id", ""): _key(key) for key in root.named("key")}
        self.defaults = {
            owner: {
                key.name: key.default
                for key in self.keys.values()
                if key.default is not None and key.owner in {owner, "all"}
            }
            for owner in ("graph", "node", "edge")
        }
        for part in (root, *root.named("key")):
            for desc in part.named("desc"):
                self.graph.lose("desc", desc.text)
        for data in root.named("data"):
            for part in data.children:
                self.graph.lose(self.name(data), part.children or part.text.strip())
            self.graph.lose(self.name(data), data.text)

    def read(self, graph: Element) -> XmlGraph:
        """Return the graph; nested graphs are read as a part of it."""
        is_directed = graph.attributes.get("edgedefault") != "undirected"
        self.graph.undirected = None if is_directed else graph.offset
        self.graph.head = dict(self.attributes(graph)[0])
        todo = [graph]
        while todo:
            element = todo.pop()
            if element.tag == "graph":
                todo += reversed(element.children)
            elif element.tag == "node":
                self.node(element)
            elif element.tag == "edge":
                attributes, drawn = self.attributes(element)
                given = element.attributes.get("directed", "true" if is_directed else "false")
                self.graph.edge(
                    element,
                    attributes,
                    numbers=(
                        *(attributes.pop(key, None) for key in _IDS),
                        element.attributes.get("id"),
                    ),
                    is_directed=given == "true",
                    drawn=drawn,
                )
            elif element.tag in _COUNTED:
                name = element.attributes.get("name") or element.attributes.get("id")
                self.losses.add(element.tag, name=name)
            if element.tag in {"node", "edge"}:
                drawings = (drawn_texts(data) for data in element.named("data"))
                name = next((texts[0] for texts in drawings if texts), element.attributes.get("id"))
                self.losses.add("nested graph", len(element.named("graph")), name=name)
                todo += [part for part in element.children if part.tag in {"graph", *_COUNTED}]
        return self.graph

    def node(self, element: Element) -> None:
        """Read a node, unless it is only a frame that an editor draws around others."""
        attributes, drawn = self.attributes(element)
        if attributes.get("node") or not element.named("graph"):
            self.graph.node(element, attributes, drawn)

    def attributes(self, element: Element) -> tuple[Attributes, str | None]:
        """Return the attributes of a node or edge, and the text that is drawn on it."""
        found: Attributes = {}
        drawn: list[str] = []
        for part in element.children:
            if part.tag == "desc":
                self.graph.put(found, "desc", part.text)
            elif part.tag == "data" and not part.children:
                self.graph.put(found, self.name(part), part.text)
            elif part.tag == "data":
                drawn += drawn_texts(part)
                if part.attributes.get("key") not in {NODE_KEY, EDGE_KEY}:
                    self.graph.lose(self.name(part), part)
        for text in drawn[1:]:
            what, plural = "further label of a drawing", "further labels of drawings"
            self.losses.add(what, plural=plural, name=text)
        attributes = self.graph.with_defaults(element, found, self.defaults[element.tag])
        return attributes, drawn[0] if drawn else None

    def name(self, data: Element) -> str:
        key = data.attributes.get("key", "")
        return self.keys[key].name if key in self.keys else key

    def data_of(self, element: Element, attribute: str) -> Element | None:
        found = (data for data in element.named("data") if self.name(data) == attribute)
        return next(found, None)


def _key(element: Element) -> _Key:
    given = element.attributes
    name = given.get("attr.name") or given.get("yfiles.type") or given.get("id", "")
    default = element.named("default")
    return _Key(name, given.get("for", "all"), default[0].text if default else None)


def generate_graphml(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as GraphML that ``networkx.read_graphml`` reads back, and yEd draws."""
    losses.add_fields(argument_map, KEPT)
    graph = escape_what_xml_lacks(attributed_graph(argument_map), losses)
    for node, attributes in graph.nodes(data=True):
        attributes["id"] = node
    for _, _, key, attributes in graph.edges(data=True, keys=True):
        attributes["id"] = key
    return graphml_text(graph)
