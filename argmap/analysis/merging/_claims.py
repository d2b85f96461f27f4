"""The claims of two maps that both come from a third, merged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import count

from argmap.analysis.comparing.facts import changed_owners
from argmap.analysis.comparing.matching import are_alike, paired_claims, wording
from argmap.analysis.merging._three_way import (
    Collision,
    Reason,
    Trio,
    keyed,
    merged_claim,
    one_sided,
    says_same,
    trios,
)
from argmap.model import ArgumentMap, Claim
from argmap.model.numbering import is_number


class MergedClaims:
    """Each claim of the three maps under one key, and the claims of the result.

    ``keys`` has the key of each claim by its id, for base, ours and theirs;
    ``merged``, the claims that are in the result so far. A claim that theirs
    removed can still be restored.
    """

    def __init__(self, base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> None:
        """Merge the claims, and record what collides."""
        self.maps = base, ours, theirs
        self.collisions: list[Collision] = []
        self.to_ours, self.to_theirs = paired_claims(base, ours), paired_claims(base, theirs)
        parts = trios(base.claims, ours.claims, theirs.claims, self.to_ours, self.to_theirs)
        self.trios = list(self._both_added(list(parts)))
        self.keys = keyed(self.trios)
        self.ours_changed = changed_owners(base, ours, self.to_ours)
        self.merged: dict[int, Claim] = {}
        for key in range(len(self.trios)):
            self._merge(key)
        self.settle_ids()

    def of_sides(self, key: int) -> tuple[Claim | None, Claim | None, Claim | None]:
        """Return a claim as base, ours and theirs have it."""
        base, ours, theirs = (
            None if name is None else side.claims[name]
            for side, name in zip(self.maps, self.trios[key], strict=True)
        )
        return base, ours, theirs

    def _both_added(self, parts: list[Trio]) -> Iterator[Trio]:
        """Yield the trios; where both sides added similar claims of one id, as one."""
        _, ours, theirs = self.maps
        added = {trio.theirs for trio in parts if trio.base is None and trio.theirs is not None}
        joined: set[str] = set()
        for trio in parts:
            name = trio.ours
            if trio.base is None and name is not None and name in added:
                if self._are_one(ours.claims[name], theirs.claims[name]):
                    joined.add(name)
                    yield Trio(None, name, name)
                    continue
            elif trio.base is None and trio.ours is None and trio.theirs in joined:
                continue
            yield trio

    def _are_one(self, ours: Claim, theirs: Claim) -> bool:
        """Return whether claims that both sides added under one id are the same claim."""
        return (wording(ours) == wording(theirs)) if is_number(ours.id) else are_alike(ours, theirs)

    def _merge(self, key: int) -> None:
        base, ours, theirs = self.of_sides(key)
        if ours is not None and theirs is not None:
            self.merged[key], found = merged_claim(base, ours, theirs)
            self.collisions += found
            return
        is_changed = self.trios[key].ours in self.ours_changed
        kept, reason = one_sided(base, ours, theirs, says_same, is_changed=is_changed)
        if kept is not None:
            self.merged[key] = kept
        if reason is not None:
            self._collide(key, reason)

    def _collide(self, key: int, reason: Reason) -> None:
        base, ours, theirs = self.of_sides(key)
        named = self.merged.get(key) or ours or theirs
        if named is not None:
            found = Collision("claim", named.id, None, reason, base, ours, theirs)
            self.collisions.append(found)

    def restore(self, key: int) -> bool:
        """Restore a claim that theirs removed and ours needs; return whether ours has it."""
        ours = self.of_sides(key)[1]
        if ours is None:
            return False
        self.merged[key] = ours
        self._collide(key, Reason.OURS_NEEDS)
        return True

    def settle_ids(self) -> bool:
        """Make sure that no two claims share an id; a claim that has it in ours keeps it.

        Return whether some claim lost its id, or was removed.
        """
        base, ours = self.maps[:2]
        # A relation of the base with this id is one that theirs removed or renamed.
        reserved = ours.relations.keys() - base.relations.keys()
        is_changed = False
        while True:
            owners: dict[str, int] = {}
            losers = []
            for key, claim in sorted(self.merged.items(), key=self._claim_to_id):
                is_own = self.trios[key].ours == claim.id
                if claim.id in owners or (claim.id in reserved and not is_own):
                    losers.append(key)
                else:
                    owners[claim.id] = key
            for key in losers:
                self.lose_id(key)
            if not losers:
                return is_changed
            is_changed = True

    def _claim_to_id(self, item: tuple[int, Claim]) -> tuple[bool, int]:
        """Return a key to sort by: claims that have their id in ours come first."""
        return self.trios[item[0]].ours != item[1].id, item[0]

    def lose_id(self, key: int) -> bool:
        """Give a claim its id in ours, or remove it; return whether that changes it.

        Where its id is a number, what only theirs has is given another.
        """
        if self.trios[key].ours == self.merged[key].id:
            return False
        claim, own = self.merged[key], self.trios[key].ours
        base, _, theirs = self.of_sides(key)
        if is_number(claim.id):
            self.merged[key] = claim._replace(id=own or self._free_number(claim.id))
            return True
        if own is None:
            del self.merged[key]
            other = self.maps[1].claims.get(claim.id) or self.maps[1].relations.get(claim.id)
            found = Collision("claim", claim.id, None, Reason.SAME_ID, base, other, theirs)
        else:
            self.merged[key] = claim._replace(id=own)
            was = None if base is None else base.id
            found = Collision("claim", own, "id", Reason.SAME_ID, was, own, claim.id)
        self.collisions.append(found)
        return True

    def _free_number(self, number: str) -> str:
        """Return an id that nothing has: a number with the first number after it that is free."""
        name = next(name for n in count(2) if (name := f"{number}-{n}") not in self._taken)
        self._taken.add(name)
        return name

    @cached_property
    def _taken(self) -> set[str]:
        return {
            name for side in self.maps for part in (side.claims, side.relations) for name in part
        }
