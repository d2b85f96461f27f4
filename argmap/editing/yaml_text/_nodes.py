"""The values of a YAML text with the places where each begins and ends."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import yaml

from argmap.documents.yaml_document import Parser
from argmap.editing.yaml_text._gaps import LINE_END, after_gap, sign

# What JSON allows and YAML does not: surrogate pairs in escapes, and some characters as such.
_NOT_YAML = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    "|[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


_PROPERTY = re.compile(r"[&!][^\s]*")
_BLOCK_STYLES = frozenset({"|", ">"})


class Shape(Enum):
    """The kind of a node."""

    SCALAR = "scalar"
    ALIAS = "alias"
    MAPPING = "mapping"
    SEQUENCE = "sequence"


@dataclass(slots=True)
class Node:
    """A value in a text, from ``start`` (of its anchor and tag) up to ``end``.

    ``value`` is that of a scalar, or of an alias for one; ``style`` is the
    quote or block sign of a scalar, empty for a plain one. A mapping has
    ``keys`` and, in the same order, ``items``; a sequence has ``items``.
    ``is_flow``: in brackets, not on lines of its own. An alias has a ``target``.
    """

    shape: Shape
    start: int
    end: int
    value: str = ""
    style: str = ""
    is_flow: bool = False
    keys: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    indexes: dict[str, int] = field(default_factory=dict)
    anchor: str | None = None
    tag: str | None = None
    target: Node | None = None

    @property
    def is_collection(self) -> bool:
        """Whether it is a mapping or a sequence."""
        return self.shape is Shape.MAPPING or self.shape is Shape.SEQUENCE

    @property
    def is_block(self) -> bool:
        """Whether it is a collection on lines of its own, rather than in brackets."""
        return self.is_collection and not self.is_flow

    def end_of_properties(self, text: str) -> int:
        """Return where its anchor and tag end, or its start if it has neither."""
        end = at = self.start
        for _ in range((self.anchor is not None) + (self.tag is not None)):
            if found := _PROPERTY.match(text, at):
                end = found.end()
                at = after_gap(text, end)
        return end if self.is_block else min(end, self.end)

    def body(self, text: str) -> int:
        """Return where it starts after its anchor and tag, or its end if nothing follows."""
        end = self.end_of_properties(text)
        if end == self.start:
            return end
        return after_gap(text, end) if self.is_block else min(after_gap(text, end), self.end)

    @property
    def last(self) -> Node:
        """The last value in it; itself where it is no collection."""
        node = self
        while node.items:
            node = node.items[-1]
        return node

    def keeps_line_ends(self, text: str) -> bool:
        """Return whether it ends in a block scalar to which blank lines after it belong."""
        node = self.last
        if node.style not in _BLOCK_STYLES:
            return False
        header = LINE_END.split(text[node.body(text) : node.end], maxsplit=1)[0]
        return "+" in header.split("#", 1)[0]

    def index(self, step: str | int) -> int | None:
        """Return the index of the entry with a key, or an index that a list has; else None."""
        if isinstance(step, int):
            return step if self.shape is Shape.SEQUENCE and step < len(self.items) else None
        if len(self.indexes) != len(self.keys):  # as where a key is there twice
            self.indexes.clear()
            for i, node in enumerate(self.keys):
                self.indexes.setdefault(node.value, i)
        return self.indexes.get(step)

    def plain(self) -> Any:
        """Return it as dicts, lists and texts; None for an alias of a collection."""
        if self.shape is Shape.MAPPING:
            pairs = zip(self.keys, self.items, strict=True)
            return {key.value: item.plain() for key, item in pairs}
        if self.shape is Shape.SEQUENCE:
            return [item.plain() for item in self.items]
        return None if self.target and self.target.is_collection else self.value

    def get(self, key: str) -> Node | None:
        """Return the value of a key of a mapping; None where there is none."""
        at = self.index(key)
        return None if at is None else self.items[at]


def compose(text: str, *, is_json: bool) -> tuple[Node, list[Node]]:
    """Return the root of a text that is known to be one valid document, and its aliases.

    Raises YAMLError for what the parser does not take, which may be JSON.
    """
    parser: Any = Parser(_NOT_YAML.sub(_filler, text) if is_json else text)
    anchors: dict[str, Node] = {}
    root: Node | None = None
    aliases: list[Node] = []
    open_: list[Node] = []
    next_event = parser.get_event
    while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
        if kind is yaml.ScalarEvent:
            node = _scalar(event, text, anchors, is_json=is_json)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            node = _collection(event, text, anchors)
        elif kind is yaml.AliasEvent:
            meant = anchors[event.anchor]
            start, end = event.start_mark.index, event.end_mark.index
            node = Node(Shape.ALIAS, start, end, meant.value, target=meant)
            aliases.append(node)
        else:
            if open_ and isinstance(event, yaml.CollectionEndEvent):
                _close(open_.pop(), event)
            continue
        if open_:
            _put(open_[-1], node, text)
        else:
            root = root or node
        if node.is_collection:
            open_.append(node)
    if root is None:
        raise yaml.YAMLError("no document")
    return root, aliases


def _filler(found: re.Match[str]) -> str:
    return "-" * len(found.group())


def _scalar(event: Any, text: str, anchors: dict[str, Node], *, is_json: bool) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    node = Node(Shape.SCALAR, start, end, event.value, event.style or "")
    _note_properties(node, event, anchors)
    if node.style in _BLOCK_STYLES:
        node.end = _end_of_block(node, text)
    if is_json and node.style and _NOT_YAML.search(text, start, end):
        node.value = json.loads(text[start:end])
    return node


def _collection(event: Any, text: str, anchors: dict[str, Node]) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    shape = Shape.MAPPING if type(event) is yaml.MappingStartEvent else Shape.SEQUENCE
    if not event.flow_style:
        # For the parser, a block collection starts anywhere before its first key or dash.
        start = after_gap(text, start)
    node = Node(shape, start, max(start, end), is_flow=bool(event.flow_style))
    _note_properties(node, event, anchors)
    return node


def _note_properties(node: Node, event: Any, anchors: dict[str, Node]) -> None:
    if event.tag is not None:
        node.tag = event.tag
    if event.anchor is not None:
        node.anchor = event.anchor
        anchors[event.anchor] = node


def _end_of_block(node: Node, text: str) -> int:
    """Return where the last line of a block scalar ends; blank lines count where they are kept."""
    start, end = node.start, node.end
    if node.keeps_line_ends(text):
        return end - (2 if text[start:end].endswith("\r\n") else text[end - 1] in "\n\r")
    filled = start + len(text[start:end].rstrip(" \t\r\n\x85\u2028\u2029"))
    found = LINE_END.search(text, filled, end)
    return found.start() if found else end


def _put(parent: Node, node: Node, text: str) -> None:
    if parent.shape is Shape.MAPPING and len(parent.keys) == len(parent.items):
        parent.keys.append(node)
        return
    if parent.shape is Shape.MAPPING and not node.is_collection and node.start == node.end:
        # An empty value is right after its colon, or after its key where that has none.
        key_end = parent.keys[-1].end
        colon = sign(text, key_end, ":")
        node.start = node.end = key_end if colon is None else colon + 1
    parent.items.append(node)


def _close(node: Node, event: Any) -> None:
    """Set the end of a collection: its bracket, or the end of the last value in it."""
    if node.is_flow:
        node.end = event.end_mark.index
    elif node.items:
        node.end = max(node.end, node.items[-1].end, node.keys[-1].end if node.keys else 0)
