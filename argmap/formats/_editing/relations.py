"""The relations of a page made to follow those of a changed map."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats._editing.collections import head, insert_entry
from argmap.formats._editing.nodes import Node, Shape
from argmap.formats._editing.page import Page, UnfitLayoutError, collection, found
from argmap.formats._editing.wording import relation_lines
from argmap.formats._plain import plain_relation
from argmap.model import ArgumentMap, Relation
from argmap.model.relation import default_id


class RelationsFollower:
    """Compares the relations of two maps, and changes the page of the first."""

    def __init__(
        self, page: Page, old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str]
    ) -> None:
        """Take the page of the map ``old``; ``renamed`` as for ``rewritten``."""
        self.page = page
        self.splices = page.splices
        self.manner = page.manner
        self.old = old
        self.new = new
        self.renamed = renamed

    def follow(self) -> None:
        """Collect what to replace under ``relations``."""
        node = self.page.top("relations")
        removed, kept = [], set()
        for at, relation in enumerate(self.old.relations.values()):
            new_id = self.renamed.get(relation.id, relation.id)
            changed = self.new.relations.get(new_id)
            if changed is None:
                removed.append(at)
                continue
            kept.add(new_id)
            if changed != relation:
                self._change(collection(node).items[at], relation, changed)
        if removed:
            self.page.remove("relations", collection(node), removed)
        added = [r for key, r in self.new.relations.items() if key not in kept]
        if added:
            self._add(node, added)

    def _change(self, item: Node, old: Relation, new: Relation) -> None:
        if item.shape is not Shape.MAPPING:
            raise UnfitLayoutError
        verb = found(item.index(str(old.kind)))
        if new.kind is not old.kind:
            self.page.replace_scalar(item.keys[verb], str(new.kind))
        if new.target != old.target:
            self.page.replace_scalar(item.items[verb], new.target)
        if new.premises != old.premises:
            self._change_premises(item, new.premises)
        before, now = plain_relation(old), plain_relation(new)
        fields = {
            key: now.get(key) for key in ("scheme", "note") if before.get(key) != now.get(key)
        }
        named = item.get("id")
        if named is not None and new.id != old.id:
            self.page.replace_scalar(named, new.id)
        elif named is None and new.id != default_id(new.premises, new.target):
            fields = {"id": new.id, **fields}
        if fields:
            self.page.set_fields(item, fields, ("from", str(old.kind), "id", "scheme", "note"))

    def _change_premises(self, item: Node, premises: tuple[str, ...]) -> None:
        at = found(item.index("from"))
        value = item.items[at]
        nodes = value.items if value.is_collection else [value]
        if len(nodes) != len(premises):
            self.page.replace_value(item, at, list(premises))
            return
        for node, premise in zip(nodes, premises, strict=True):
            if node.value != premise:
                self.page.replace_scalar(node, premise)

    def _add(self, node: Node | None, added: list[Relation]) -> None:
        if node is None or not node.items:
            lines = [
                line
                for relation in added
                for line in relation_lines(relation, self.manner, in_flow=True)
            ]
            dash = "" if self.page.root.is_flow else "- "
            self.page.fill("relations", [f"{dash}{line}" for line in lines], "[]")
            return
        last = node.items[-1]
        for relation in added:
            lines = relation_lines(relation, self.manner, in_flow=node.is_flow or not last.is_block)
            if not node.is_flow:
                gap = self._gap(node, last)
                lines = [f"-{' ' * (gap - 1)}{lines[0]}", *(f"{' ' * gap}{x}" for x in lines[1:])]
            insert_entry(self.splices, node, len(node.items) - 1, lines)

    def _gap(self, node: Node, last: Node) -> int:
        """Return by how much a relation on lines of its own is indented after its dash."""
        if not last.is_block:
            return 2
        before = self.splices.before(last.keys[0].start)
        dash = self.splices.before(head(self.splices, node, len(node.items) - 1))
        return len(before) - len(dash) if before.strip() == "-" else 2
