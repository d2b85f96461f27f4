"""Values of a text, replaced by others in the same quotes, brackets or block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.documents.yaml_scalars import is_long_key
from argmap.editing.yaml_text._entries import Entry, colon, edit_entries, head
from argmap.editing.yaml_text._gaps import LINE_END, has_comment
from argmap.editing.yaml_text._layout import (
    Layout,
    block_indent,
    block_scalar,
    header_comment,
    indented,
)
from argmap.editing.yaml_text._new_entries import are_in_braces, is_commented, put_before_bracket
from argmap.editing.yaml_text._nodes import Node, Shape
from argmap.editing.yaml_text._obstacles import UnfitLayoutError
from argmap.editing.yaml_text._splices import Splices

_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})


class Values:
    """Replaces values of a text."""

    def __init__(self, splices: Splices, layout: Layout) -> None:
        """Take what is to be changed, and how the text is written."""
        self.splices = splices
        self.layout = layout
        self._renamed: dict[int, str] = {}  # new names by where the old ones start
        self._aliases: list[tuple[Node, str]] = []

    def set_fields(
        self, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], order: Sequence[str]
    ) -> None:
        """Make a mapping with the fields ``old`` have ``new``; see ``YamlText.set_fields``."""
        removed: list[int] = []
        added: dict[int, list[Entry]] = {}
        places = {key.value: at for at, key in enumerate(node.keys)}
        place = 0  # of the entry that a new one comes after
        for key in order:
            at, differs = places.get(key), old.get(key) != new.get(key)
            if at is None:
                if differs and key in new:
                    written = self.layout.inline(new[key], in_flow=node.is_flow)
                    added.setdefault(place, []).append([f"{self.layout.inline(key)}: {written}"])
            elif differs and key not in new:
                removed.append(at)
            else:
                place = at
                if differs:
                    self._replace_value(node, at, old.get(key), new[key])
        edit_entries(self.splices, node, removed, added)

    def _replace_value(self, node: Node, at: int, old: Any, new: Any) -> None:
        """Put a scalar or list in place of the value of a key."""
        item = node.items[at]
        are_mappings = isinstance(old, dict) and isinstance(new, dict)
        if item.shape is Shape.MAPPING and item.items and are_mappings:
            self.set_fields(item, old, new, tuple(dict.fromkeys((*old, *new))))
        elif item.shape is Shape.SEQUENCE and _are_flat(old or []) and _are_flat(new):
            self._replace_items(item, old or [], new)
        elif isinstance(new, list | dict):
            self._put(item, self.layout.inline(new, in_flow=node.is_flow), is_list=True)
        else:
            self._replace_text(node, at, new)

    def _replace_items(self, node: Node, old: list[Any], new: list[Any]) -> None:
        """Change the items of a list that differ, and leave the others."""
        if not old:
            inline = ", ".join(map(self.layout.inline, new))
            if is_commented(self.splices, node):
                put_before_bracket(self.splices, self.layout, node, inline)
            else:
                self._put(node, f"[{inline}]", is_list=True)
            return
        from difflib import SequenceMatcher

        removed: list[int] = []
        added: dict[int, list[Entry]] = {}
        # By what stands for them, as mappings cannot be compared so.
        matcher = SequenceMatcher(None, _named(old), _named(new), autojunk=False)
        dash = "" if node.is_flow else "- "
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                continue
            come = new[new_start:new_end]
            written = [self.layout.inline(each, in_flow=node.is_flow) for each in come]
            pairs = zip(node.items[start:end], old[start:end], come, written, strict=False)
            for item, gone, value, text in pairs:
                self._replace_item(item, gone, value, text)
            both = min(end - start, len(written))
            removed += range(start + both, end)
            if written[both:]:
                added[start + both - 1] = [[dash + text] for text in written[both:]]
        edit_entries(self.splices, node, removed, added)

    def _replace_item(self, item: Node, old: Any, new: Any, written: str) -> None:
        """Change an item of a list: the fields of a mapping, or the whole."""
        is_mapping = item.shape is Shape.MAPPING and bool(item.items)
        if is_mapping and isinstance(old, dict) and isinstance(new, dict):
            self.set_fields(item, old, new, tuple(dict.fromkeys((*old, *new))))
        else:
            self._put(item, written, is_list=isinstance(new, dict))

    def _replace_text(self, parent: Node, at: int, value: Any) -> None:
        """Put a scalar in place of the value of a key."""
        column = self.splices.column(head(self.splices, parent, at)) + " " * self.layout.step
        old = parent.items[at]
        self._put(old, self._like(old, value, column, in_flow=parent.is_flow))

    def _like(self, old: Node, value: Any, indent: str, *, in_flow: bool) -> str:
        """Return a scalar to stand in place of an old one: in the same quotes, or a block."""
        if old.style not in {"|", ">"}:
            style = old.style if isinstance(value, str) else ""
            return self.layout.inline(value, style, in_flow=in_flow)
        written = self.splices.text[old.body(self.splices.text) : old.end]
        comment = header_comment(written)
        block = None
        if isinstance(value, str):
            header, indent = f"{old.style}-{comment}", max(indent, block_indent(written))
            block = block_scalar(value, header, indent)
        return block or self.layout.inline(value, in_flow=in_flow) + comment

    def set_short(self, parent: Node, at: int, new: Mapping[str, Any], short: str) -> None:
        """Replace a scalar, which stands for the field ``short`` alone, by the fields ``new``."""
        if set(new) == {short}:
            self._replace_text(parent, at, new[short])
            return
        fields = {short: new[short], **new}
        item, text = parent.items[at], self.splices.text
        is_commented_on = has_comment(text, item.start, item.body(text))
        if parent.is_flow or (are_in_braces(parent, at) and not is_commented_on):
            anchor = f"&{item.anchor} " if item.anchor else ""
            inline = self.layout.inline(fields).replace(": ", f": {anchor}", 1)
            if item.style in {"|", ">"}:
                inline += header_comment(text[item.body(text) : item.end])
            self.splices.replace(item.start, item.end, inline)
        else:
            self._expand(parent, at, fields)

    def _expand(self, parent: Node, at: int, fields: dict[str, Any]) -> None:
        """Turn a scalar into a block mapping, of which it is the first value."""
        item, splices = parent.items[at], self.splices
        (short, value), *rest = fields.items()
        step = " " * self.layout.step
        outer = splices.column(head(splices, parent, at))
        start, indent = colon(splices, parent, at), outer + step
        written = f"\n{indent}{short}: "
        if LINE_END.search(splices.text, start, item.start):  # it has a line of its own
            start, indent = item.start, splices.column(item.start)
            written = f"{short}: "
        if item.value == value:
            further = " " * (len(indent) - len(outer))
            written += indented(splices.text[item.start : item.end], further)
        else:
            written += f"&{item.anchor} " if item.anchor else ""
            written += self._like(item, value, indent + step, in_flow=False)
        splices.replace(start, item.end, written)
        lines = self.layout.lines(dict(rest))
        splices.add_lines(item.end, [indent + line for line in lines])

    def _put(self, node: Node, text: str, *, is_list: bool = False) -> None:
        """Put a text in place of a value, after its anchor and, if it fits any text, its tag."""
        start = node.body(self.splices.text)
        if node.tag is not None and (is_list or node.tag not in _TEXT_TAGS):
            if has_comment(self.splices.text, node.start, start):
                message = "the tag says what kind of value stands here"
                hint = "take the tag away, and run the command again"
                raise UnfitLayoutError(message, node.start, hint)
            text = f"&{node.anchor} {text}" if node.anchor else text
            start = node.start
        self.splices.replace(start, node.end, text)

    def rename(self, node: Node, name: str) -> None:
        """Put a name in place of another, in the same quotes."""
        if node.shape is Shape.ALIAS:
            self._aliases.append((node, name))
            return
        self._renamed[node.start] = name
        indent = self.splices.column(node.start) + "  "
        self._put(node, self._like(node, name, indent, in_flow=True))

    def rename_key(self, parent: Node, at: int, name: str) -> None:
        """Put a name in place of the key of an entry, in the same quotes."""
        key = parent.keys[at]
        self.rename(key, name)
        start = head(self.splices, parent, at)
        is_simple = start == key.start and key.shape is Shape.SCALAR
        if is_simple and is_long_key(self.layout.inline(name)):
            self.splices.insert(start, "? ")
            column = "" if parent.is_flow else f"\n{self.splices.column(start)}"
            self.splices.insert(key.end, column or " ")

    def replace_aliases(self) -> None:
        """Write out names that aliases do not stand for any more."""
        for alias, name in self._aliases:
            target = alias.target
            if target is None or self._renamed.get(target.start) != name:
                self.splices.replace(alias.start, alias.end, self.layout.inline(name))
        self._aliases = []


def _are_flat(value: Any) -> bool:
    """Return whether a value is a list of scalars and of mappings of scalars."""
    if not isinstance(value, list):
        return False
    inner = [
        each for item in value for each in (item.values() if isinstance(item, dict) else [item])
    ]
    return not any(isinstance(each, list | dict) for each in inner)


def _named(value: list[Any]) -> list[Any]:
    """Return a list with texts in place of the mappings in it."""
    return [repr(item) if isinstance(item, dict) else item for item in value]
