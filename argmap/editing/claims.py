"""Making the claims of a text follow those of a changed map."""

from __future__ import annotations

from typing import Any

from argmap.documents.fields import CLAIM_FIELDS
from argmap.editing.follower import Follower
from argmap.model import ArgumentMap, Claim
from argmap.model.plain import plain_claim

_ORDER = (*CLAIM_FIELDS, "ignore")


class ClaimsFollower(Follower):
    """Compares the claims of two maps, and changes the text of the first."""

    def follow(self) -> None:
        """Change what is under ``claims``."""
        removed, kept = [], {}
        for claim in self.old.claims.values():
            new_id = self.renamed.get(claim.id, claim.id)
            changed = self.new.claims.get(new_id)
            if changed is None:
                removed.append(claim.id)
                continue
            kept[new_id] = claim.id
            self._change(claim, changed)
        after: str | None = None
        added: dict[str | int | None, dict[str, Any]] = {}
        for claim_id, claim in self.new.claims.items():
            if claim_id in kept:
                after = kept[claim_id]
            else:
                added.setdefault(after, {})[claim_id] = self._fields(self.new, claim)
        self.text.edit("claims", removed, added, short="text", above="expect")

    def _change(self, claim: Claim, changed: Claim) -> None:
        before, now = self._fields(self.old, claim), self._fields(self.new, changed)
        path = ("claims", claim.id)
        if changed.id != claim.id:
            self.text.rename_key(path, changed.id)
        if before != now:
            self.text.set_fields(path, before, now, _ORDER, short="text")

    def _fields(self, argument_map: ArgumentMap, claim: Claim) -> dict[str, Any]:
        """Return the fields of a claim of one of the two maps, as a file has them."""
        rules = self.rules[argument_map is self.new]
        ignored = {"ignore": rules[claim.id]} if claim.id in rules else {}
        return plain_claim(claim) | ignored
