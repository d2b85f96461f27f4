"""The values of a YAML text with the places where each begins and ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import yaml

from argmap.formats._yaml_document import Parser


class Shape(Enum):
    """What a node is."""

    SCALAR = "scalar"
    ALIAS = "alias"
    MAPPING = "mapping"
    SEQUENCE = "sequence"


@dataclass(slots=True)
class Node:
    """A value in a text, from ``start`` (with its anchor and tag) to ``end``, not counted in.

    ``value`` is what a scalar says, an alias for a scalar too; ``style`` is the
    quote or block sign of a scalar, empty for a plain one. A mapping has
    ``keys`` and, in the same order, ``items``; a sequence has ``items``.
    ``is_flow`` tells brackets from lines.
    """

    shape: Shape
    start: int
    end: int
    value: str = ""
    style: str = ""
    is_flow: bool = False
    keys: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    @property
    def is_collection(self) -> bool:
        """Whether it is a mapping or a sequence."""
        return self.shape in {Shape.MAPPING, Shape.SEQUENCE}

    @property
    def is_block(self) -> bool:
        """Whether it is a collection on lines of its own, rather than in brackets."""
        return self.is_collection and not self.is_flow

    @property
    def is_missing(self) -> bool:
        """Whether nothing is written where it stands: a null that goes without saying."""
        return self.shape is Shape.SCALAR and self.start == self.end

    def index(self, key: str) -> int | None:
        """Return which entry of a mapping has a key; None where there is none."""
        return next((i for i, node in enumerate(self.keys) if node.value == key), None)

    def get(self, key: str) -> Node | None:
        """Return the value of a key of a mapping; None where there is none."""
        at = self.index(key)
        return None if at is None else self.items[at]


def compose(text: str) -> Node:
    """Return the root of a text that is known to be one valid YAML document."""
    parser: Any = Parser(text)
    anchors: dict[str, Node] = {}
    root: Node | None = None
    open_: list[Node] = []
    while type(event := parser.get_event()) is not yaml.StreamEndEvent:
        if isinstance(event, yaml.CollectionEndEvent):
            _close(open_.pop(), event)
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, text, anchors)
            if open_:
                _put(open_[-1], node)
            else:
                root = root or node
            if node.is_collection:
                open_.append(node)
    if root is None:
        raise ValueError("no document")
    return root


def _node(event: Any, text: str, anchors: dict[str, Node]) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if type(event) is yaml.AliasEvent:
        meant = anchors[str(event.anchor)]
        return Node(Shape.ALIAS, start, end, meant.value)
    if type(event) is yaml.ScalarEvent:
        if event.style in {"|", ">"}:
            end = _end_of_block(text, start, end)
        node = Node(Shape.SCALAR, start, end, event.value, (event.style or "").strip())
    else:
        shape = Shape.MAPPING if type(event) is yaml.MappingStartEvent else Shape.SEQUENCE
        node = Node(shape, start, end, is_flow=bool(event.flow_style))
    if event.anchor is not None:
        anchors[event.anchor] = node
    return node


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where the last line of a block scalar ends; blank lines count where they are kept."""
    header = text[start:end].split("\n", 1)[0].split("#", 1)[0]
    written = text[start:end]
    if "+" in header:
        return end - (2 if written.endswith("\r\n") else written.endswith(("\n", "\r")))
    return start + len(written.rstrip())


def _put(parent: Node, node: Node) -> None:
    if parent.shape is Shape.MAPPING and len(parent.keys) == len(parent.items):
        parent.keys.append(node)
        return
    if parent.shape is Shape.MAPPING and node.is_missing:
        # A key without a colon has its value, which is not there, where the next one starts.
        key = parent.keys[-1]
        node.start = node.end = node.start if node.start <= key.end + 1 else key.end
    parent.items.append(node)


def _close(node: Node, event: Any) -> None:
    """Give a collection its end: the bracket, or the end of the last that is in it."""
    if node.is_flow:
        node.end = event.end_mark.index
    elif node.items:
        node.end = max(node.end, node.items[-1].end, node.keys[-1].end if node.keys else 0)
