"""GEXF 1.2, for Gephi (https://gexf.net)."""

from __future__ import annotations

import re

from argmap.documents.sample import Sample
from argmap.documents.xml_document import Element, read_xml, shape
from argmap.formats._xml_losses import count_unknown
from argmap.formats.graphs._attributed import KEPT, attributed_graph, escape_what_xml_lacks
from argmap.formats.graphs._reader import from_attributed
from argmap.formats.graphs._xml import Attributes, XmlGraph, graphs_of
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "GEXF, for Gephi and networkx"
SUFFIXES = (".gexf",)
SHARED_SUFFIXES = (".xml",)

_SHAPES = {
    "gexf": shape("version variant", "meta graph"),
    "meta": shape("lastmodifieddate", None),
    "creator": shape("", has_text=True),
    "graph": shape(
        "name mode defaultedgetype idtype timeformat timerepresentation", "attributes nodes edges"
    ),
    "attributes": shape("class mode", "attribute"),
    "attribute": shape("id title type", "default"),
    "default": shape("", has_text=True),
    "nodes": shape("count", "node"),
    "edges": shape("count", "edge"),
    "node": shape("id label", None),
    "edge": shape("id source target type kind label weight", None),
    "attvalues": shape("", "attvalue"),
    "attvalue": shape("id for value"),
}
_CONTAINERS = ("nodes", "edges")
_PLAIN_WEIGHTS = ("1", "1.0")  # of edges for which Gephi has no other
_TYPES = ("directed", "undirected", "mutual")
_MOST_INDENTED = 4000  # lines; longer files are not indented
_OUR_CREATOR = re.compile(r"\s*NetworkX [\w.]+\s*")
_DATE = re.compile(r' lastmodifieddate="[^"]*"')


def parse_gexf(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of a graph; raises InvalidMapError with its errors."""
    root = read_xml(file, "gexf")
    graph, *_ = graphs_of(root, file)
    count_unknown(root, _SHAPES, losses)
    reader = _Reader(file, losses, graph)
    reader.read_meta(root)
    return from_attributed(reader.read(), losses)


def recognises_gexf(sample: Sample) -> bool:
    """Return whether the root element is that of the format."""
    return sample.xml_root == "gexf"


class _Reader:
    """Reads the elements of a graph, and counts what a map cannot represent."""

    def __init__(self, file: FileText, losses: Losses, graph: Element) -> None:
        self.graph = XmlGraph(file, losses, self.value_of)
        self.losses = losses
        self.root = graph
        self.titles: dict[tuple[str, str], str] = {}
        self.defaults: dict[str, Attributes] = {"node": {}, "edge": {}}
        for declared in graph.named("attributes"):
            owner = declared.attributes.get("class", "")
            for attribute in declared.named("attribute"):
                id = attribute.attributes.get("id", "")
                title = attribute.attributes.get("title", id)
                self.titles[owner, id] = title
                for default in attribute.named("default"):
                    self.defaults.setdefault(owner, {})[title] = default.text

    def read(self) -> XmlGraph:
        """Return the graph; nested graphs are read as a part of it."""
        kind = self.root.attributes.get("defaultedgetype", "undirected")
        self.graph.undirected = None if kind == "directed" else self.root.offset
        self.graph.head = {"name": self.root.attributes.get("name", "")}
        todo = [self.root]
        while todo:
            element = todo.pop()
            if element.tag == "node":
                self.node(element)
            elif element.tag == "edge":
                self.edge(element, kind)
            nested = [part for part in element.children if part.tag in _CONTAINERS]
            if element.tag == "node":
                self.losses.add("nested graph", len(nested))
            todo += reversed(nested if element.tag not in {"nodes", "edges"} else element.children)
        return self.graph

    def read_meta(self, root: Element) -> None:
        """Count what is said about the file, but for the name of the library that writes ours."""
        for meta in root.named("meta"):
            about = [name for name in meta.attributes if name == "lastmodifieddate"]
            for part in meta.children:
                if part.tag != "creator":
                    self.graph.lose(part.tag, part.text)
                elif not _OUR_CREATOR.fullmatch(part.text):
                    about.append(part.tag)
            for name in about:
                what, plural = "entry about the file", "entries about the file"
                self.losses.add(what, plural=plural, name=name, is_minor=True)

    def node(self, element: Element) -> None:
        attributes = self.attributes(element)
        label = element.attributes.get("label", "")
        # Other tools repeat the id where there is no label.
        if "node" in attributes or label != element.attributes.get("id"):
            attributes.setdefault("label", label)
        self.graph.node(element, attributes)

    def edge(self, element: Element, kind: str) -> None:
        attributes = self.attributes(element)
        given = element.attributes
        if given.get("weight", "1") not in _PLAIN_WEIGHTS:
            attributes.setdefault("weight", given["weight"])
        type_ = given.get("type", kind)
        if type_ not in _TYPES:  # networkx writes any attribute of this name here
            attributes.setdefault("type", type_)
            type_ = kind
        if "kind" in given:
            attributes.setdefault("kind", given["kind"])
        numbers = attributes.pop("networkx_key", None), given.get("id")
        self.graph.edge(
            element,
            attributes,
            numbers=numbers,
            is_directed=type_ == "directed",
            drawn=given.get("label"),
        )

    def attributes(self, element: Element) -> Attributes:
        """Return the attributes of a node or edge; count those of its drawing."""
        found: Attributes = {}
        for part in element.children:
            if part.tag == "attvalues":
                for value in part.named("attvalue"):
                    self.graph.put(
                        found, self.title(element, value), value.attributes.get("value", "")
                    )
            elif part.tag not in _CONTAINERS:
                self.graph.lose(part.tag, part)
        return self.graph.with_defaults(element, found, self.defaults[element.tag])

    def title(self, element: Element, value: Element) -> str:
        id = value.attributes.get("for", value.attributes.get("id", ""))
        return self.titles.get((element.tag, id), id)

    def value_of(self, element: Element, attribute: str) -> Element | None:
        values = (value for part in element.named("attvalues") for value in part.children)
        return next((v for v in values if self.title(element, v) == attribute), None)


def generate_gexf(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as GEXF that ``networkx.read_gexf`` reads back."""
    import networkx as nx

    graph = escape_what_xml_lacks(attributed_graph(argument_map), losses)
    losses.add_fields(argument_map, _WRITTEN)
    whole = sum(each.weight == 1 for each in argument_map.relations.values())
    losses.add("weight of 1, which goes without saying", whole, _WHOLE, is_minor=True)
    graph.graph.clear()
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = key  # networkx would number the edges by the order of nodes
    lines = ["<?xml version='1.0' encoding='utf-8'?>", *nx.generate_gexf(graph)]
    if len(lines) > _MOST_INDENTED:
        lines = [line.lstrip(" ") for line in lines]
    # Without the date, the same map always gives the same bytes.
    return _DATE.sub("", "\n".join(lines), count=1) + "\n"


_WRITTEN = KEPT - {"title", "source", "voices"}
_WHOLE = "weights of 1, which go without saying"
