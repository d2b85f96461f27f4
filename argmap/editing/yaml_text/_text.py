"""A YAML or JSON text under change, addressed by keys and indexes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from yaml import MarkedYAMLError, YAMLError

from argmap.documents.document import Path
from argmap.editing.yaml_text._entries import colon, edit_entries, head
from argmap.editing.yaml_text._layout import Layout
from argmap.editing.yaml_text._new_entries import Entries, fill, like_others
from argmap.editing.yaml_text._nodes import Node, Shape, compose
from argmap.editing.yaml_text._obstacles import UnfitLayoutError, behind_alias, obstacle
from argmap.editing.yaml_text._splices import Splices
from argmap.editing.yaml_text._values import Values


class YamlText:
    """A YAML or JSON text whose root is a mapping, and the changes made to it so far.

    A ``Path`` names a value of the original text, whatever has changed since;
    what is put in is plain data, as in ``json``. A change raises UnfitLayoutError
    where its value is not found, or is behind an alias. The text is not checked:
    parse the ``result``, and raise the ``obstacle`` where it is not right.
    """

    def __init__(self, text: str, *, indented_as: str, is_json: bool = False) -> None:
        """Parse a text that is known to be valid.

        New lines are indented as those under the key ``indented_as`` of the root.
        Raises UnfitLayoutError for JSON that the YAML parser does not take.
        """
        self.is_json = is_json
        self._splices = Splices(text)
        try:
            self._root, self._aliases = compose(text, is_json=is_json)
        except YAMLError as error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            message = "this is JSON that is not YAML, and argmap edits JSON as YAML"
            hint = "write it anew with argmap export, and run the command again"
            raise UnfitLayoutError(message, mark.index if mark else 0, hint) from None
        step = _step(self._splices, self._root.get(indented_as))
        self._layout = Layout(is_json, step)
        self._values = Values(self._splices, self._layout)

    def value(self, path: Path) -> Any:
        """Return what the original text has at a path: dicts, lists, and scalars as text.

        None where there is nothing, and for an alias of a mapping or list.
        """
        node: Node | None = self._root
        for step in path:
            at = node.index(step) if node else None
            node = None if node is None or at is None else node.items[at]
        return node.plain() if node else None

    def set_fields(
        self,
        path: Path,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        order: Sequence[str],
        short: str | None = None,
    ) -> None:
        """Make a mapping that has the fields ``old`` have the fields ``new``.

        ``order`` has all keys, in the order that new fields are put in. A scalar
        in place of the mapping stands for the field ``short`` alone.
        """
        node = self._node(path)
        if node.shape is Shape.MAPPING:
            self._values.set_fields(node, old, new, order)
        elif node.shape is Shape.SCALAR and short is not None:
            self._values.set_short(*self._entry(path), new, short)
        else:
            raise behind_alias(node)

    def rename(self, path: Path, names: Mapping[str, str]) -> None:
        """Replace names in a value: items of a list, keys of a mapping, or a scalar itself."""
        node = self._node(path)
        for each in node.keys or node.items or [node]:
            if each.value in names:
                self._values.rename(each, names[each.value])

    def rename_key(self, path: Path, name: str) -> None:
        """Replace the key of an entry of a mapping."""
        self._values.rename_key(*self._entry(path), name)

    def remove(self, path: Path, entries: Collection[str | int]) -> None:
        """Take entries out of a mapping or list of which some stay, by their keys or indexes."""
        if entries:
            node = self._node(path)
            edit_entries(self._splices, node, [_found(node, each) for each in entries])

    def edit(
        self,
        key: str,
        removed: Collection[str | int],
        added: Mapping[str | int | None, Entries],
        *,
        short: str | None = None,
        above: str | None = None,
    ) -> None:
        """Take entries out of the collection under a key of the root, and put others in.

        Entries of ``added`` come after the one with that key or index, or first
        (None), and are laid out as those around them: with their fields in
        braces or on lines, or as the field ``short`` alone where it is the only
        one. A key that is not there yet is put last, but above the key ``above``.
        """
        node = self._root.get(key)
        if node is not None and node.shape is Shape.ALIAS and (removed or added):
            raise behind_alias(node)
        if node is None or not node.items:
            if added:
                fill(self._splices, self._layout, self._root, key, added[None], above)
            return
        gone = [_found(node, each) for each in removed]
        if node.is_block and len(gone) == len(node.items) and not added:
            self._put_brackets(key, node)
        entries = {}
        for after, some in added.items():
            at = -1 if after is None else _found(node, after)
            entries[at] = like_others(self._splices, self._layout, node, at, some, short)
        edit_entries(self._splices, node, gone, entries)

    def _put_brackets(self, key: str, node: Node) -> None:
        """Write the brackets of a block collection that loses all of its entries."""
        at = node.end_of_properties(self._splices.text)
        if at == node.start:
            at = colon(self._splices, self._root, _found(self._root, key))
        self._splices.insert(at, " {}" if node.keys else " []")

    def result(self) -> str:
        """Return the text with all changes."""
        self._values.replace_aliases()
        return self._splices.result()

    def obstacle(self) -> UnfitLayoutError:
        """Return why the result may not say what it should, and where in the original text."""
        return obstacle(self._splices, self._root, self._aliases)

    def _node(self, path: Path) -> Node:
        if not path:
            return self._root
        parent, at = self._entry(path)
        return parent.items[at]

    def _entry(self, path: Path) -> tuple[Node, int]:
        """Return the collection that the value at a path is in, and its index there."""
        parent = self._node(path[:-1])
        if parent.shape is Shape.ALIAS:
            raise behind_alias(parent)
        return parent, _found(parent, path[-1])


def _found(node: Node, step: str | int) -> int:
    at = node.index(step)
    if at is None:
        raise UnfitLayoutError("what is to be changed is not found", 0, "change it by hand")
    return at


def _step(splices: Splices, model: Node | None) -> int:
    """Return by how many columns new lines are indented, as in a collection."""
    if model is None or not model.is_block:
        return 2
    for at, item in enumerate(model.items):
        if item.is_block and item.keys:
            inner, outer = item.keys[0].start, head(splices, model, at)
            return max(len(splices.before(inner)) - len(splices.before(outer)), 1)
    return max(len(splices.before(head(splices, model, 0))), 1)
