"""The relations of a page made to follow those of a changed map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.editing.follower import Follower
from argmap.editing.yaml_text.collections import Entry, head
from argmap.editing.yaml_text.nodes import Node, Shape
from argmap.editing.yaml_text.obstacles import behind_alias
from argmap.editing.yaml_text.page import collection, found
from argmap.editing.yaml_text.wording import relation_lines
from argmap.model import Relation
from argmap.model.plain import plain_relation


class RelationsFollower(Follower):
    """Compares the relations of two maps, and changes the page of the first."""

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
            rules, new_rules = self.rules
            if changed != relation or rules.get(relation.id) != new_rules.get(new_id):
                self._change(collection(node).items[at], relation, changed)
        added = [r for key, r in self.new.relations.items() if key not in kept]
        if removed or (added and node is not None and node.items):
            present = collection(node)
            last = len(present.items) - 1
            entries = {last: self._entries(present, added)} if added else {}
            self.page.edit("relations", present, removed, entries)
        elif added:
            self._fill(node, added)

    def _change(self, item: Node, old: Relation, new: Relation) -> None:
        if item.shape is not Shape.MAPPING:
            raise behind_alias(item)
        verb = found(item.index(str(old.kind)))
        if new.kind is not old.kind:
            self.page.replace_scalar(item.keys[verb], str(new.kind))
        if new.target != old.target:
            self.page.replace_scalar(item.items[verb], new.target)
        order = ("from", str(old.kind), "id", "scheme", "note", "ignore")
        before, now = (
            {key: value for key, value in plain_relation(each).items() if key in order[3:]}
            | self._ignored(each, rules)
            for each, rules in zip((old, new), self.rules, strict=True)
        )
        if len(new.premises) != len(old.premises):
            before["from"], now["from"] = list(old.premises), list(new.premises)
        elif new.premises != old.premises:
            self._change_premises(item.items[found(item.index("from"))], new.premises)
        named = item.get("id")
        if named is not None and new.id != old.id:
            self.page.replace_scalar(named, new.id)
        elif named is None and not new.has_default_id:
            now["id"] = new.id
        self.page.set_fields(item, before, now, order)

    def _ignored(
        self, relation: Relation, rules: Mapping[str | None, dict[str, str]]
    ) -> dict[str, Any]:
        return {"ignore": rules[relation.id]} if relation.id in rules else {}

    def _change_premises(self, value: Node, premises: tuple[str, ...]) -> None:
        """Give premises other names; there are as many as there were."""
        nodes = value.items if value.is_collection else [value]
        if len(nodes) != len(premises):
            raise behind_alias(value)
        for node, premise in zip(nodes, premises, strict=True):
            if node.value != premise:
                self.page.replace_scalar(node, premise)

    def _fill(self, node: Node | None, added: list[Relation]) -> None:
        """Put relations where there are none yet."""
        if node is not None and node.shape is Shape.ALIAS:
            raise behind_alias(node)
        dash = "" if self.page.fills_brackets("relations") else "- "
        lines = [self._lines(each, in_flow=True)[0] for each in added]
        self.page.fill("relations", [[dash + line] for line in lines], "[]")

    def _entries(self, node: Node, added: list[Relation]) -> list[Entry]:
        """Return relations in the manner of the last that is there."""
        last = node.items[-1]
        in_flow = node.is_flow or not last.is_block
        entries = [self._lines(relation, in_flow=in_flow) for relation in added]
        if node.is_flow:
            return entries
        gap = " " * (self._gap(node, last) - 1)
        return [
            [f"-{gap}{lines[0]}", *(f" {gap}{line}" for line in lines[1:])] for lines in entries
        ]

    def _lines(self, relation: Relation, *, in_flow: bool) -> list[str]:
        ignored = self._ignored(relation, self.rules[1])
        return relation_lines(relation, ignored, self.manner, in_flow=in_flow)

    def _gap(self, node: Node, last: Node) -> int:
        """Return by how much a relation on lines of its own is indented after its dash."""
        if not last.is_block:
            return 2
        before = self.splices.before(last.keys[0].start)
        dash = self.splices.before(head(self.splices, node, len(node.items) - 1))
        return len(before) - len(dash) if before.strip() == "-" else 2
