"""What the XML formats of graphs have in common: nodes and edges as elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail
from argmap.documents.xml_document import Element, value_offset
from argmap.formats.graphs._graph import Edge, Graph, Node, Place
from argmap.model import FileText
from argmap.model.losses import Losses
from argmap.model.text import UNSEEN

Attributes = dict[str, str]

_MAY_GROW_BY = 1_000_000  # characters, over ten times the length of the text, by defaults


def graphs_of(root: Element, file: FileText) -> list[Element]:
    """Return the graphs in a file; raises InvalidMapError where there is none."""
    graphs = root.named("graph")
    if not graphs:
        fail(file, root.offset, "missing-key", "there is no <graph> in this file")
    return graphs


def written(text: str) -> str:
    """Return a text as XML has it, what nobody would see in it as a character reference."""
    return _UNSEEN.sub(
        lambda found: f"&#{ord(found.group())};", escape(text, quote=False).replace('"', "&quot;")
    )


_UNSEEN = re.compile(f"[{UNSEEN}]")


class XmlGraph(Graph):
    """The graph in the elements of a text.

    ``find`` returns the element in which another has an attribute of the graph.
    """

    def __init__(
        self,
        file: FileText,
        losses: Losses,
        find: Callable[[Element, str], Element | None],
    ) -> None:
        """Begin with nothing; ``losses`` counts what a map cannot represent."""
        super().__init__(file, Diagnostics(file), losses)
        self._find = find
        self._elements: dict[Place, Element] = {}
        self._room = _MAY_GROW_BY + 10 * len(file.text)

    def offset(self, place: Place, attribute: str | None) -> int:
        """See the base class."""
        at = place if isinstance(place, int) else 0
        element = self._elements.get(place)
        if element is None or attribute is None:
            return at
        if attribute in element.attributes:
            return value_offset(self.file, element, attribute)
        found = self._find(element, attribute)
        return at if found is None else found.offset

    def with_defaults(
        self, element: Element, given: Attributes, defaults: Attributes
    ) -> Attributes:
        """Return the attributes of an element, with defaults for those not ``given``.

        Raises InvalidMapError where defaults add up to much more than the file.
        """
        missing = {name: text for name, text in defaults.items() if name not in given}
        self._room -= sum(map(len, missing.values()))
        if self._room < 0:
            message = "the default values would make this file much longer than it is"
            fail(self.file, element.offset, "default-expansion", message)
        return missing | given

    def put(self, found: Attributes, name: str, value: str) -> None:
        """Add an attribute to those ``found``; count another value for the same name."""
        if found.setdefault(name, value) != value:
            self.lose(name, value)

    def node(self, element: Element, attributes: Attributes, drawn: str | None = None) -> None:
        """Add a node, with its id from its attributes where an editor has changed its name.

        ``drawn`` is the text that an editor has put on it; a node that has only that
        was made there, and gets its id from the text.
        """
        name = self.required(element, "id")
        if name is not None:
            id = attributes.pop("id", "").strip() or ("" if drawn else name)
            self.nodes.append(Node(name, id, attributes, element.offset, drawn))

    def edge(
        self,
        element: Element,
        attributes: Attributes,
        *,
        numbers: tuple[str | None, ...],
        is_directed: bool,
        drawn: str | None = None,
    ) -> None:
        """Add an edge; one of ``numbers`` may be its number, ``drawn`` is what is drawn on it."""
        source, target = self.required(element, "source"), self.required(element, "target")
        if source is not None and target is not None:
            edge = Edge(
                source,
                target,
                self.number(*numbers),
                attributes,
                element.offset,
                drawn,
                is_directed,
            )
            self.edges.append(edge)

    def required(self, element: Element, attribute: str) -> str | None:
        """Return an XML attribute; None where it is missing, which is an error."""
        self._elements[element.offset] = element
        value = element.attributes.get(attribute)
        if not value:
            self.error(element.offset, "missing-key", f"this <{element.tag}> has no {attribute}")
        return value or None
