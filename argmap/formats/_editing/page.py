"""A map file's text, with its parts found and what is to be put in their place."""

from __future__ import annotations

import re
from typing import Any

from yaml import YAMLError

from argmap.formats._editing.collections import colon, head, insert_entry, remove_entries
from argmap.formats._editing.nodes import Node, Shape, compose
from argmap.formats._editing.splices import Splices
from argmap.formats._editing.wording import Manner, folded

_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


class UnfitLayoutError(Exception):
    """A text that says what it says in a way that cannot be changed piece by piece."""


class Page:
    """The text of a valid map: its ``root``, its ``manner``, and the ``splices`` so far."""

    def __init__(self, text: str, *, is_json: bool) -> None:
        """Find the parts of a text; raises UnfitLayoutError where that is not possible."""
        self.splices = Splices(text)
        try:
            # JSON writes some characters as two escapes, which YAML does not take.
            self.root = compose(_PAIR.sub("-" * 12, text) if is_json else text)
        except YAMLError:
            raise UnfitLayoutError from None
        self.manner = Manner(is_json, self._step())

    def top(self, key: str) -> Node | None:
        """Return what stands under a key of the map; None where it is not there."""
        return self.root.get(key)

    def _step(self) -> int:
        """Return by how much the fields of a claim are indented further than its id."""
        claims = self.root.get("claims")
        if claims is None or not claims.is_block:
            return 2
        for key, item in zip(claims.keys, claims.items, strict=True):
            if item.is_block and item.keys:
                inner, outer = item.keys[0].start, key.start
                return max(len(self.splices.before(inner)) - len(self.splices.before(outer)), 1)
        return max(len(self.splices.before(claims.keys[0].start)), 1)

    def remove(self, key: str, node: Node, indexes: list[int]) -> None:
        """Take entries out of a top collection; brackets say that nothing is left."""
        if node.is_block and len(indexes) == len(node.items):
            at = colon(self.splices, self.root, found(self.root.index(key)))
            self.splices.insert(at, " {}" if node.keys else " []")
        remove_entries(self.splices, node, indexes)

    def fill(self, key: str, lines: list[str], brackets: str = "{}") -> None:
        """Put lines under a top key that is not there, or that has nothing under it."""
        body = f"{brackets[0]}{', '.join(lines)}{brackets[1]}"
        at = self.root.index(key)
        if at is None and self.root.is_flow:
            last = len(self.root.items) - 1
            insert_entry(self.splices, self.root, last, [f"{self.manner.scalar(key)}: {body}"])
        elif at is None:
            after = [i for i, k in enumerate(self.root.keys) if k.value != "expect"]
            block = [f"{key}:", *(f"  {line}" for line in lines)]
            insert_entry(self.splices, self.root, after[-1], block)
        else:
            start, end = colon(self.splices, self.root, at), self.root.items[at].end
            end = max(start, end)
            if self.root.is_flow:
                self.splices.replace(start, end, f" {body}")
                return
            self.splices.replace(start, end, "")
            column = self.splices.column(head(self.splices, self.root, at)) + "  "
            text = "".join(f"\n{column}{line}" for line in lines)
            self.splices.insert(self.splices.line_end(end), text)

    def set_fields(self, node: Node, fields: dict[str, Any], order: tuple[str, ...]) -> None:
        """Set the fields of a mapping, in the order of its kind; None removes one."""
        removed = [
            at
            for key, value in fields.items()
            if value is None and (at := node.index(key)) is not None
        ]
        for key, value in fields.items():
            if value is None:
                continue
            at = node.index(key)
            if at is not None:
                self.replace_value(node, at, value)
                continue
            there = [i for k in order[: order.index(key)] if (i := node.index(k)) is not None]
            there = [i for i in there if i not in removed]
            written = self.manner.value(value, in_flow=node.is_flow)
            line = f"{self.manner.scalar(key)}: {written}"
            insert_entry(self.splices, node, there[-1] if there else 0, [line])
        if removed:
            remove_entries(self.splices, node, removed)

    def replace_value(self, node: Node, at: int, value: Any) -> None:
        """Put a scalar or list in place of the value of a key."""
        item = node.items[at]
        indent = " " * (len(self.splices.column(head(self.splices, node, at))) + self.manner.step)
        if isinstance(value, list):
            as_list = item.shape is Shape.SEQUENCE
            text = self.manner.value(value, in_flow=node.is_flow, as_list=as_list)
        else:
            text = self.worded(value, item, indent, in_flow=node.is_flow)
        if item.is_block or item.is_missing:
            start = colon(self.splices, node, at)
            self.splices.replace(start, max(start, item.end), f" {text}")
        else:
            self.splices.replace(item.start, item.end, text)

    def worded(self, value: Any, old: Node, indent: str, *, in_flow: bool = False) -> str:
        """Return a value as it stands in place of an old one: in the same quotes, or a block."""
        if isinstance(value, str) and old.style in {"|", ">"}:
            block = folded(value, old.style, indent)
            if block is not None:
                return block
        style = old.style if old.style in {"'", '"'} else ""
        return self.manner.scalar(value, style, in_flow=in_flow)

    def replace_scalar(self, node: Node, text: str) -> None:
        """Put a name in place of another, in the same quotes."""
        style = node.style if node.style in {"'", '"'} else ""
        self.splices.replace(node.start, node.end, self.manner.scalar(text, style))


def collection(node: Node | None) -> Node:
    """Return a node that is a mapping or sequence; raises UnfitLayoutError for another."""
    if node is None or not node.is_collection:
        raise UnfitLayoutError
    return node


def found(at: int | None) -> int:
    """Return where an entry is; raises UnfitLayoutError where it is not found."""
    if at is None:
        raise UnfitLayoutError
    return at
