"""A map file's text, with its parts found and what is to be put in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaml import MarkedYAMLError, YAMLError

from argmap.documents.yaml_scalars import is_long_key
from argmap.editing.yaml_text.collections import Entry, colon, edit_entries, end, head
from argmap.editing.yaml_text.gaps import LINE_END, has_comment
from argmap.editing.yaml_text.nodes import Node, Shape, compose
from argmap.editing.yaml_text.obstacles import UnfitLayoutError, behind_alias
from argmap.editing.yaml_text.splices import Splices
from argmap.editing.yaml_text.wording import (
    Manner,
    block_indent,
    folded,
    header_comment,
)

__all__ = ["Page", "UnfitLayoutError", "collection", "found"]

_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})


class Page:
    """The text of a valid map: its ``root``, its ``manner``, and the ``splices`` so far."""

    def __init__(self, text: str, *, is_json: bool) -> None:
        """Find the parts of a text; raises UnfitLayoutError where that is not possible."""
        self.splices = Splices(text)
        self.aliases: list[Node] = []
        try:
            self.root = compose(text, is_json=is_json, aliases=self.aliases)
        except YAMLError as error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            message = "this is JSON, but not as YAML has it, which argmap changes it by"
            hint = "write it anew with argmap export, and run the command again"
            raise UnfitLayoutError(message, mark.index if mark else 0, hint) from None
        self.manner = Manner(is_json, self._step())
        self._names: dict[int, str] = {}  # what was put in place of what, by where it starts
        self._aliases: list[tuple[Node, str]] = []

    def result(self) -> str:
        """Return the text with everything put in its place."""
        for alias, text in self._aliases:
            target = alias.target
            if target is None or self._names.get(target.start) != text:
                self.splices.replace(alias.start, alias.end, self.manner.scalar(text))
        self._aliases = []
        return self.splices.result()

    def top(self, key: str) -> Node | None:
        """Return what stands under a key of the map; None where it is not there."""
        return self.root.get(key)

    def _step(self) -> int:
        """Return by how much the fields of a claim are indented further than its id."""
        claims = self.root.get("claims")
        if claims is None or not claims.is_block:
            return 2
        for at, item in enumerate(claims.items):
            if item.is_block and item.keys:
                inner, outer = item.keys[0].start, head(self.splices, claims, at)
                return max(len(self.splices.before(inner)) - len(self.splices.before(outer)), 1)
        return max(len(self.splices.before(head(self.splices, claims, 0))), 1)

    def edit(
        self,
        key: str,
        node: Node,
        removed: Sequence[int] = (),
        added: Mapping[int, list[Entry]] | None = None,
    ) -> None:
        """Take entries out of a top collection and put some in; brackets say that none is left."""
        if node.is_block and len(removed) == len(node.items) and not added:
            at = node.end_of_properties(self.splices.text)
            if at == node.start:
                at = colon(self.splices, self.root, found(self.root.index(key)))
            self.splices.insert(at, " {}" if node.keys else " []")
        edit_entries(self.splices, node, removed, added)

    def fills_brackets(self, key: str) -> bool:
        """Return whether what is put under a top key that has nothing is put in brackets."""
        at = self.root.index(key)
        if at is None or self.root.is_flow:
            return self.root.is_flow
        return self._is_commented(self.root.items[at]) or self._has_own_line(at)

    def _is_commented(self, node: Node) -> bool:
        """Return whether there is a comment in brackets that hold nothing else."""
        text = self.splices.text
        return node.is_flow and has_comment(text, node.body(text), node.end)

    def _put_before_bracket(self, node: Node, written: list[str]) -> None:
        """Put entries in brackets that hold a comment alone, on a line below it."""
        column = self.splices.column(node.end - 1) + " " * self.manner.step
        self.splices.add_lines_above(node.end - 1, [column + ", ".join(written)])

    def _has_own_line(self, at: int) -> bool:
        """Return whether a value that says nothing stands below its key."""
        start = colon(self.splices, self.root, at)
        return LINE_END.search(self.splices.text, start, self.root.items[at].start) is not None

    def fill(self, key: str, entries: list[Entry], brackets: str = "{}") -> None:
        """Put entries under a top key that is not there, or that has nothing under it."""
        at = self.root.index(key)
        if at is not None:
            self._fill_empty(at, entries, brackets)
        elif self.root.is_flow:
            body = self._in_brackets(entries, brackets)
            last = len(self.root.items) - 1
            edit_entries(
                self.splices, self.root, added={last: [[f"{self.manner.scalar(key)}: {body}"]]}
            )
        else:
            last = [i for i, k in enumerate(self.root.keys) if k.value != "expect"][-1]
            lines = [f"  {line}" for lines in entries for line in lines]
            edit_entries(self.splices, self.root, added={last: [[f"{key}:", *lines]]})

    def _fill_empty(self, at: int, entries: list[Entry], brackets: str) -> None:
        """Put entries in place of the nothing that stands under a top key."""
        item, splices = self.root.items[at], self.splices
        start = colon(splices, self.root, at)
        if self._is_commented(item):
            self._put_before_bracket(item, [" ".join(lines) for lines in entries])
        elif self.root.is_flow or self._has_own_line(at):
            body = self._in_brackets(entries, brackets)
            space = "" if item.start > start else " "
            splices.replace(max(item.start, start), max(item.end, start), space + body)
        else:
            if item.end > start:
                splices.replace(start, item.end, "")
            column = splices.column(head(splices, self.root, at)) + "  "
            lines = [column + line for lines in entries for line in lines]
            splices.add_lines(end(self.root, at), lines)

    def _in_brackets(self, entries: list[Entry], brackets: str) -> str:
        return f"{brackets[0]}{', '.join(' '.join(lines) for lines in entries)}{brackets[1]}"

    def set_fields(
        self, node: Node, old: dict[str, Any], new: dict[str, Any], order: tuple[str, ...]
    ) -> None:
        """Set the fields of a mapping that differ, in the order of its kind."""
        differing = [key for key in order if old.get(key) != new.get(key)]
        removed = [
            at for key in differing if key not in new and (at := node.index(key)) is not None
        ]
        added: dict[int, list[Entry]] = {}
        for key in differing:
            if key not in new:
                continue
            at = node.index(key)
            if at is not None:
                self._replace_value(node, at, old.get(key), new[key])
                continue
            there = [i for k in order[: order.index(key)] if (i := node.index(k)) is not None]
            there = [i for i in there if i not in removed]
            written = self.manner.value(new[key], in_flow=node.is_flow)
            line = f"{self.manner.scalar(key)}: {written}"
            added.setdefault(there[-1] if there else 0, []).append([line])
        edit_entries(self.splices, node, removed, added)

    def _replace_value(self, node: Node, at: int, old: Any, new: Any) -> None:
        """Put a scalar or list in place of the value of a key."""
        item = node.items[at]
        are_mappings = isinstance(old, dict) and isinstance(new, dict)
        if item.shape is Shape.MAPPING and item.items and are_mappings:
            self.set_fields(item, old, new, tuple(dict.fromkeys((*old, *new))))
        elif item.shape is Shape.SEQUENCE and _are_scalars(old or []) and _are_scalars(new):
            self._replace_items(item, old or [], new)
        elif isinstance(new, list | dict):
            self._put(item, self.manner.value(new, in_flow=node.is_flow), is_list=True)
        else:
            column = self.splices.column(head(self.splices, node, at))
            self.replace_text(item, new, column, in_flow=node.is_flow)

    def _replace_items(self, node: Node, old: list[Any], new: list[Any]) -> None:
        """Change the items of a list that differ, and leave the others."""
        if not old and self._is_commented(node):
            self._put_before_bracket(node, [self.manner.scalar(item) for item in new])
            return
        if not old:
            self._put(node, self.manner.value(new, as_list=True), is_list=True)
            return
        from difflib import SequenceMatcher

        removed: list[int] = []
        added: dict[int, list[Entry]] = {}
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for _, i1, i2, j1, j2 in [code for code in matcher.get_opcodes() if code[0] != "equal"]:
            both = min(i2 - i1, j2 - j1)
            for number in range(both):
                written = self.manner.scalar(new[j1 + number], in_flow=node.is_flow)
                self._put(node.items[i1 + number], written)
            removed += range(i1 + both, i2)
            dash = "" if node.is_flow else "- "
            entries = [
                [dash + self.manner.scalar(each, in_flow=node.is_flow)]
                for each in new[j1 + both : j2]
            ]
            if entries:
                added[i1 + both - 1] = entries
        edit_entries(self.splices, node, removed, added)

    def replace_text(self, old: Node, value: Any, column: str, *, in_flow: bool = False) -> None:
        """Put a scalar in place of another that stands under a key in this column."""
        self._put(old, self.worded(value, old, column + " " * self.manner.step, in_flow=in_flow))

    def worded(self, value: Any, old: Node, indent: str, *, in_flow: bool = False) -> str:
        """Return a value as it stands in place of an old one: in the same quotes, or a block."""
        if old.style in {"|", ">"}:
            written = self.splices.text[old.body(self.splices.text) : old.end]
            comment = header_comment(written)
            block = None
            if isinstance(value, str):
                block = folded(value, old.style + "-" + comment, max(indent, block_indent(written)))
            return block or self.manner.scalar(value, in_flow=in_flow) + comment
        style = old.style if old.style in {"'", '"'} else ""
        return self.manner.scalar(value, style, in_flow=in_flow)

    def _put(self, node: Node, text: str, *, is_list: bool = False) -> None:
        """Put a text in place of a value, after its anchor; a tag stays where it fits any text."""
        start = node.body(self.splices.text)
        if node.tag is not None and (is_list or node.tag not in _TEXT_TAGS):
            if has_comment(self.splices.text, node.start, start):
                message = "the tag says what kind of value stands here"
                hint = "take the tag away, and run the command again"
                raise UnfitLayoutError(message, node.start, hint)
            text = f"&{node.anchor} {text}" if node.anchor else text
            start = node.start
        self.splices.replace(start, node.end, text)

    def replace_scalar(self, node: Node, text: str) -> None:
        """Put a name in place of another, in the same quotes."""
        if node.shape is Shape.ALIAS:
            self._aliases.append((node, text))
            return
        self._names[node.start] = text
        self._put(
            node, self.worded(text, node, self.splices.column(node.start) + "  ", in_flow=True)
        )

    def replace_key(self, node: Node, at: int, text: str) -> None:
        """Put a name in place of the key of an entry, in the same quotes."""
        key = node.keys[at]
        self.replace_scalar(key, text)
        start = head(self.splices, node, at)
        if (
            start == key.start
            and key.shape is Shape.SCALAR
            and is_long_key(self.manner.scalar(text))
        ):
            # Too long for its colon to be looked for, unless a question mark says it is a key.
            self.splices.insert(start, "? ")
            column = "" if node.is_flow else f"\n{self.splices.column(start)}"
            self.splices.insert(key.end, column or " ")


def _are_scalars(value: Any) -> bool:
    """Return whether a value is a list of scalars."""
    return isinstance(value, list) and not any(isinstance(item, list | dict) for item in value)


def collection(node: Node | None) -> Node:
    """Return a node that is a mapping or sequence; raises UnfitLayoutError for another."""
    if node is not None and node.is_collection:
        return node
    if node is not None and node.shape is Shape.ALIAS:
        raise behind_alias(node)
    raise UnfitLayoutError("what is to be changed is not found", 0, "change it by hand")


def found(at: int | None) -> int:
    """Return where an entry is; raises UnfitLayoutError where it is not found."""
    if at is None:
        raise UnfitLayoutError("what is to be changed is not found", 0, "change it by hand")
    return at
