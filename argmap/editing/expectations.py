"""What a page expects made to follow claims that were renamed or removed."""

from __future__ import annotations

from argmap.editing.follower import Follower
from argmap.editing.yaml_text.collections import edit_entries
from argmap.editing.yaml_text.nodes import Node, Shape
from argmap.editing.yaml_text.page import found


class ExpectationsFollower(Follower):
    """Compares what two maps expect, and changes the page of the first."""

    def follow(self) -> None:
        """Collect what to replace under ``expect``."""
        node = self.page.top("expect")
        if node is None or node.shape is not Shape.MAPPING:
            return
        gone = {each.claim for each in self.old.expectations}
        gone -= {key for key in gone if self.renamed.get(key, key) in self.new.claims}
        doomed = [i for i, item in enumerate(node.items) if self._in_semantics(item, gone)]
        if len(doomed) == len(node.items):
            at = found(self.page.root.index("expect"))
            edit_entries(self.splices, self.page.root, [at])
        elif doomed:
            edit_entries(self.splices, node, doomed)

    def _in_semantics(self, node: Node, gone: set[str]) -> bool:
        """Follow the claims in what is expected of a semantics; return whether none is left."""
        if node.shape is Shape.SEQUENCE:  # strengths in groups by tolerance
            doomed = [i for i, item in enumerate(node.items) if self._in_semantics(item, gone)]
        else:
            doomed = [i for i in range(len(node.items)) if self._in_group(node, i, gone)]
            if node.get("strengths") is not None and doomed:
                return True  # a tolerance alone is none
        if doomed and len(doomed) < len(node.items):
            edit_entries(self.splices, node, doomed)
        return bool(doomed) and len(doomed) == len(node.items)

    def _in_group(self, node: Node, at: int, gone: set[str]) -> bool:
        """Follow the claims under one key; return whether none is left."""
        item = node.items[at]
        if node.keys[at].value == "tolerance":
            return False
        names = item.keys or (item.items if item.is_collection else [item])
        for name in names:
            if name.value in self.renamed:
                self.page.replace_scalar(name, self.renamed[name.value])
        doomed = [i for i, name in enumerate(names) if name.value in gone]
        if doomed and len(doomed) < len(names):
            edit_entries(self.splices, item, doomed)
        return bool(doomed) and len(doomed) == len(names)
