"""The claims of a page made to follow those of a changed map."""

from __future__ import annotations

from typing import Any

from argmap.documents.fields import CLAIM_FIELDS
from argmap.editing.follower import Follower
from argmap.editing.yaml_text.collections import Entry, colon, head
from argmap.editing.yaml_text.gaps import LINE_END, has_comment
from argmap.editing.yaml_text.nodes import Node, Shape
from argmap.editing.yaml_text.obstacles import behind_alias
from argmap.editing.yaml_text.page import collection, found
from argmap.editing.yaml_text.wording import claim_lines, header_comment, reindented
from argmap.model import ArgumentMap, Claim
from argmap.model.plain import plain_claim

_ORDER = (*CLAIM_FIELDS, "ignore")


class ClaimsFollower(Follower):
    """Compares the claims of two maps, and changes the page of the first."""

    @property
    def claims(self) -> Node | None:
        """What stands under ``claims``."""
        return self.page.top("claims")

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
            before, now = self._fields(self.old, claim), self._fields(self.new, changed)
            if changed.id != claim.id or before != now:
                self._change_claim(claim.id, changed.id, before, now)
        after: str | None = None
        added: dict[str | None, list[Claim]] = {}
        for claim_id, claim in self.new.claims.items():
            if claim_id in kept:
                after = kept[claim_id]
            else:
                added.setdefault(after, []).append(claim)
        if self.claims is None or not self.claims.items:
            self._fill([claim for claims in added.values() for claim in claims])
        else:
            self._edit(set(removed), added)

    def _edit(self, removed: set[str], added: dict[str | None, list[Claim]]) -> None:
        """Take claims out, and put others in after some."""
        node = collection(self.claims)
        gone = [i for i, key in enumerate(node.keys) if key.value in removed] if removed else []
        entries = {}
        for after, claims in added.items():
            at = -1 if after is None else found(node.index(after))
            entries[at] = self._entries(node, at, claims)
        self.page.edit("claims", node, gone, entries)

    def _fields(self, argument_map: ArgumentMap, claim: Claim) -> dict[str, Any]:
        """Return the fields of a claim of one of the two maps, as a file has them."""
        rules = self.rules[argument_map is self.new]
        ignored = {"ignore": rules[claim.id]} if claim.id in rules else {}
        return plain_claim(claim) | ignored

    def _change_claim(
        self, old_id: str, new_id: str, before: dict[str, Any], now: dict[str, Any]
    ) -> None:
        node = collection(self.claims)
        at = found(node.index(old_id))
        if new_id != old_id:
            self.page.replace_key(node, at, new_id)
        if before == now:
            return
        item = node.items[at]
        if item.shape is Shape.MAPPING:
            self.page.set_fields(item, before, now, _ORDER)
        elif item.shape is Shape.SCALAR and set(now) == {"text"}:
            column = self.splices.column(head(self.splices, node, at))
            self.page.replace_text(item, now["text"], column, in_flow=node.is_flow)
        elif item.shape is Shape.SCALAR:
            self._expand(node, at, now)
        else:
            raise behind_alias(item)

    def _expand(self, node: Node, at: int, fields: dict[str, Any]) -> None:
        """Turn the short form of a claim, its text alone, into the long one."""
        item, splices = node.items[at], self.splices
        anchor = f"&{item.anchor} " if item.anchor else ""
        is_remarked = has_comment(splices.text, item.start, item.body(splices.text))
        if node.is_flow or (self._is_in_braces(at) and not is_remarked):
            text = self.manner.flow_mapping(fields).replace(": ", f": {anchor}", 1)  # of its text
            if item.style in {"|", ">"}:
                text += header_comment(splices.text[item.body(splices.text) : item.end])
            splices.replace(item.start, item.end, text)
            return
        step = " " * self.manner.step
        indent = splices.column(head(splices, node, at)) + step
        start = colon(splices, node, at)
        if LINE_END.search(splices.text, start, item.start):  # it has a line of its own
            start = item.start
            indent = splices.column(start)
            text = "text: "
        else:
            text = f"\n{indent}text: "
        if item.value == fields["text"]:
            further = len(indent) - len(splices.column(head(splices, node, at)))
            text += reindented(splices.text[item.start : item.end], " " * further)
        else:
            text += anchor + self.page.worded(fields["text"], item, indent + step)
        splices.replace(start, item.end, text)
        rest = {key: value for key, value in fields.items() if key != "text"}
        splices.add_lines(item.end, [indent + line for line in self.manner.lines(rest)])

    def _is_in_braces(self, before: int) -> bool:
        """Return whether the claims around a place have their fields in braces."""
        items = collection(self.claims).items
        around = [*reversed(items[: before + 1]), *items[before + 1 :]]
        return next((item.is_flow for item in around if item.shape is Shape.MAPPING), False)

    def _fill(self, claims: list[Claim]) -> None:
        """Put claims where there are none yet."""
        if not claims:
            return
        if self.claims is not None and self.claims.shape is Shape.ALIAS:
            raise behind_alias(self.claims)
        in_flow = self.page.fills_brackets("claims")
        entries = [
            claim_lines(
                *(claim.id, self._fields(self.new, claim), self.manner),
                in_flow=in_flow,
                in_braces=False,
                is_short=False,
            )
            for claim in claims
        ]
        self.page.fill("claims", entries)

    def _entries(self, node: Node, at: int, claims: list[Claim]) -> list[Entry]:
        """Return claims in the manner of those that are there."""
        shapes = {item.shape for item in node.items}
        return [
            claim_lines(
                *(claim.id, self._fields(self.new, claim), self.manner),
                in_flow=node.is_flow,
                in_braces=self._is_in_braces(at),
                is_short=Shape.SCALAR in shapes or Shape.MAPPING not in shapes,
            )
            for claim in claims
        ]
