"""What yEd draws of a GraphML file: its own elements, in which alone it looks for labels.

They are those of the schema at http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.documents.xml_document import Element
from argmap.formats.graphs._xml import written
from argmap.model import RelationKind
from argmap.model.figure import Role
from argmap.pictures.colours import FILLS, LINES

NAMESPACE = "http://www.yworks.com/xml/graphml"
SCHEMA = "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
NODE_KEY, EDGE_KEY = "drawing", "edgedrawing"
"""The keys of what argmap draws: it stands for nothing that a map has not. yEd renames them."""

_LABELS = ("NodeLabel", "EdgeLabel")


def drawn_texts(data: Element) -> list[str]:
    """Return the texts in the drawing of a node or edge, each once."""
    texts: dict[str, None] = {}
    todo = [data]
    while todo:
        element = todo.pop()
        if element.tag in _LABELS and element.text.strip():
            texts[element.text.strip()] = None
        todo += reversed(element.children)
    return list(texts)


def drawn_node(attributes: Mapping[str, Any]) -> str:
    """Return the drawing of a node, its colour and its label; empty for one without a label.

    Its place is left to the layouts of yEd: networkx would take it for an attribute.
    """
    if not attributes["label"]:
        return ""
    fill = FILLS.get(attributes.get("kind", ""), "#ffffff")
    return (
        f'<y:ShapeNode><y:Fill color="{fill}"/>'
        f"{_label('NodeLabel', attributes['label'])}</y:ShapeNode>"
    )


def drawn_edge(attributes: Mapping[str, Any]) -> str:
    """Return the drawing of an edge: its colour, its line, its arrow heads and its label.

    It is empty for the premise of a relation: what that says stands at its conclusion.
    """
    kind = RelationKind(attributes["verb"])
    if attributes["role"] == Role.PREMISE and not kind.is_symmetric:
        return ""
    dashes = ' type="dashed"' if kind.is_against else ""
    head = "none" if kind is RelationKind.RESTATES else "standard"
    tail = head if kind.is_symmetric else "none"
    heads = f'<y:Arrows source="{tail}" target="{head}"/>'
    label = _label("EdgeLabel", attributes.get("label", ""))
    style = f'<y:LineStyle color="{LINES[kind]}"{dashes}/>'
    return f"<y:PolyLineEdge>{style}{heads}{label}</y:PolyLineEdge>"


def _label(tag: str, text: str) -> str:
    return f"<y:{tag}>{written(text)}</y:{tag}>" if text else ""
