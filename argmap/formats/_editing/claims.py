"""The claims of a page made to follow those of a changed map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.formats._editing.collections import colon, head, insert_entry
from argmap.formats._editing.nodes import Node, Shape
from argmap.formats._editing.page import Page, UnfitLayoutError, collection, found
from argmap.formats._editing.wording import claim_lines
from argmap.formats._fields import CLAIM_FIELDS
from argmap.formats._plain import plain_claim
from argmap.model import ArgumentMap, Claim

_ORDER = tuple(CLAIM_FIELDS)


class ClaimsFollower:
    """Compares the claims of two maps, and changes the page of the first."""

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
        self.claims = page.top("claims")

    def follow(self) -> None:
        """Collect what to replace under ``claims``."""
        removed, kept = [], {}
        for claim in self.old.claims.values():
            new_id = self.renamed.get(claim.id, claim.id)
            changed = self.new.claims.get(new_id)
            if changed is None:
                removed.append(claim.id)
                continue
            kept[new_id] = claim.id
            if changed != claim:
                self._change_claim(claim, changed)
        if removed:
            node = collection(self.claims)
            wanted = set(removed)
            self.page.remove(
                "claims", node, [i for i, k in enumerate(node.keys) if k.value in wanted]
            )
        after: str | None = None
        for claim_id, claim in self.new.claims.items():
            if claim_id in kept:
                after = kept[claim_id]
            else:
                self._add_claim(claim, after)

    def _change_claim(self, old: Claim, new: Claim) -> None:
        node = collection(self.claims)
        at = found(node.index(old.id))
        if new.id != old.id:
            self.page.replace_scalar(node.keys[at], new.id)
        before, now = plain_claim(old), plain_claim(new)
        fields = {key: now.get(key) for key in _ORDER if before.get(key) != now.get(key)}
        if not fields:
            return
        item = node.items[at]
        if item.shape is Shape.MAPPING:
            self.page.set_fields(item, fields, _ORDER)
        elif item.shape is not Shape.SCALAR:
            raise UnfitLayoutError
        elif set(fields) == {"text"}:
            self.page.replace_value(node, at, fields["text"])
        else:
            self._expand(node, at, now)

    def _expand(self, node: Node, at: int, fields: dict[str, Any]) -> None:
        """Turn the short form of a claim, its text alone, into the long one."""
        item = node.items[at]
        if node.is_flow or self._is_in_braces(at):
            self.splices.replace(item.start, item.end, self.manner.flow_mapping(fields))
            return
        indent = self.splices.column(head(self.splices, node, at)) + " " * self.manner.step
        start = colon(self.splices, node, at)
        written = self.splices.text[item.start : item.end]
        if item.value != fields["text"] or "\n" in written or "\r" in written:
            written = self.page.worded(fields["text"], item, indent + " " * self.manner.step)
        self.splices.replace(start, item.end, f"\n{indent}text: {written}")
        rest = {key: value for key, value in fields.items() if key != "text"}
        lines = "".join(f"\n{indent}{line}" for line in self.manner.lines(rest))
        self.splices.insert(self.splices.line_end(item.end), lines)

    def _is_in_braces(self, before: int) -> bool:
        """Return whether the claims around a place have their fields in braces."""
        items = collection(self.claims).items
        around = [*reversed(items[: before + 1]), *items[before + 1 :]]
        return next((item.is_flow for item in around if item.shape is Shape.MAPPING), False)

    def _add_claim(self, claim: Claim, after: str | None) -> None:
        node = self.claims
        if node is None or not node.items:
            in_flow = self.page.root.is_flow
            lines = claim_lines(
                claim, self.manner, in_flow=in_flow, in_braces=False, is_short=False
            )
            self.page.fill("claims", lines)
            return
        at = len(node.items) - 1 if after is None else found(node.index(after))
        shapes = {item.shape for item in node.items}
        lines = claim_lines(
            claim,
            self.manner,
            in_flow=node.is_flow,
            in_braces=self._is_in_braces(at),
            is_short=Shape.SCALAR in shapes or Shape.MAPPING not in shapes,
        )
        insert_entry(self.splices, node, at, lines)
