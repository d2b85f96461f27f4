"""What the JSON formats of graphs have in common: nodes and edges as objects with places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from argmap.documents.document import Document, Path, as_written, what
from argmap.formats.graphs._graph import Edge, Graph, Node, Place
from argmap.model.losses import Losses

Part = tuple[Path, dict[str, Any]]  # an object and its path


class JsonGraph(Graph):
    """The graph in a document.

    ``inner`` is the key of the object with the attributes of a node or edge, if they are
    in one of their own.
    """

    def __init__(self, document: Document, losses: Losses, inner: str | None = None) -> None:
        """Begin with the errors that the parser found."""
        super().__init__(document.file, document.diagnostics, losses)
        self.document = document
        self.inner = inner

    def offset(self, place: Place, attribute: str | None) -> int:
        """See the base class."""
        at = place if isinstance(place, tuple) else ()
        inner = (self.inner,) if self.inner else ()
        for path in ((*at, *inner, attribute), at) if attribute else (at,):
            try:
                return self.document.places.offset(path, key=False)
            except KeyError:
                continue
        return 0

    def parts(self, path: Path, value: Any) -> Iterator[Part]:
        """Yield the attributes of each node or edge in a list, with its place."""
        if not isinstance(value, list):
            if value is not None:
                self.error(path, "wrong-type", f"{path[-1]} must be a list, not {what(value)}")
            return
        for index, item in enumerate(value):
            place = (*path, index)
            if not isinstance(item, dict):
                self.error(place, "wrong-type", f"a node or an edge is an object, not {what(item)}")
            elif self.inner is None:
                yield place, item
            elif isinstance(item.get(self.inner), dict):
                yield place, item[self.inner]
                for key, outside in item.items():
                    if key not in {self.inner, "group"} and outside is not True:
                        self.lose(key, outside)
            else:
                message = f"a node or an edge has its attributes under '{self.inner}'"
                self.error(place, "missing-key", message)

    def name(self, part: Part, key: str) -> str | None:
        """Return the name of a node under a key, which may be a number; None after an error."""
        place, attributes = part
        value = attributes.get(key)
        if value is None or value == "":
            self.error(place, "missing-key", f"the key '{key}' is missing")
        elif isinstance(value, list | dict):
            message = f"{key} must be the name of a node, not {what(value)}"
            self.error(place, "wrong-type", message, attribute=key)
        else:
            return as_written(value)
        return None

    def node(
        self, part: Part, known: Collection[str], id: str | None = None, label: str | None = None
    ) -> None:
        """Add a node; ``known`` attributes are dropped, and ``id`` replaces its id."""
        place, attributes = part
        name = self.name(part, "id")
        if name is not None:
            rest = {key: value for key, value in attributes.items() if key not in known}
            self.nodes.append(Node(name, id or name, rest, place, label))

    def numbered_node(self, part: Part, number: int) -> None:
        """Add a node that edges know by its number; without an id, its text makes one."""
        place, attributes = part
        id = "" if attributes.get("id") in (None, "") else self.name(part, "id")
        if id is not None:
            rest = {key: value for key, value in attributes.items() if key != "id"}
            self.nodes.append(Node(str(number), id, rest, place))

    def edge(self, part: Part, known: Collection[str]) -> None:
        """Add an edge; ``known`` attributes are dropped."""
        place, attributes = part
        source, target = self.name(part, "source"), self.name(part, "target")
        if source is not None and target is not None:
            rest = {key: value for key, value in attributes.items() if key not in known}
            number = self.number(attributes.get("id"), attributes.get("key"))
            is_directed = self.undirected is None
            edge = Edge(source, target, number, rest, place, is_directed=is_directed)
            self.edges.append(edge)

    def read_head(self, path: Path, value: Any) -> None:
        """Read the attributes of the graph, an object or a list of pairs."""
        if isinstance(value, dict):
            self.head = value
        elif isinstance(value, list):
            for item in value:
                match item:
                    case [str() as key, part] if key not in self.head:
                        self.head[key] = part
                    case _:
                        self.lose(str(path[-1]), item)
        elif value is not None:
            self.error(path, "wrong-type", f"{path[-1]} must be an object, not {what(value)}")

    def flags(self, body: dict[str, Any], known: Collection[str]) -> None:
        """Read from the outermost object whether edges have a direction; call this first."""
        if body.get("directed") is False:
            self.undirected = ("directed",)
        for key, value in body.items():
            if key not in known:
                self.lose(key, value)
