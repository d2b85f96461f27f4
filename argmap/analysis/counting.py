"""How much lies under a claim: the claims that lead to it.

Each counts once, however often it is used; other wordings count as the claim itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from argmap.model import ArgumentMap, Claim, RelationKind

FOLLOWED_AT_MOST = 100_000
"""The most relations that one counter follows in a small map: a tenth of a second."""

FOLLOWED_EACH = 4
"""How often it follows each relation of a large map besides, on average."""


class Backed(NamedTuple):
    """A claim, and how many claims lie under it: None where that was not counted."""

    claim: Claim
    under: int | None


class Counter:
    """Counts the claims under others, until it has followed as many relations as it may."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Take the map."""
        self._map = argument_map
        self._left = FOLLOWED_AT_MOST + FOLLOWED_EACH * len(argument_map.relations)

    @property
    def is_complete(self) -> bool:
        """Whether everything asked for has been counted."""
        return self._left >= 0

    def ranked(self, claims: Iterable[Claim], *, supports_alone: bool = True) -> list[Backed]:
        """Return claims with what is under each, the most first; what is not counted is last.

        Those with the most relations to them are counted first.
        """
        claims = list(claims)
        order = sorted(claims, key=lambda claim: -len(self._map.incoming(claim.id)))
        under = {claim.id: self.under([claim.id], supports_alone=supports_alone) for claim in order}
        found = [Backed(claim, under[claim.id]) for claim in claims]
        return sorted(found, key=lambda each: -1 if each.under is None else -each.under - 2)

    def under(self, names: Collection[str], *, supports_alone: bool = True) -> int | None:
        """Return how many claims lie under some, these not among them; None: not counted.

        They are those that lead there by supports or, with ``supports_alone`` False, by
        supports, attacks and undercuts.
        """
        if not self.is_complete:
            return None
        same_as, claims = self._map.same_as, self._map.claims
        seen = {same_as(name)[0] for name in names}
        todo, known = list(seen), len(seen)
        while todo:
            node = todo.pop()
            for wording in same_as(node) if node in claims else (node,):
                for relation in self._map.incoming(wording):
                    self._left -= 1
                    kind = relation.kind
                    if kind is RelationKind.SUPPORTS or not (supports_alone or kind.is_symmetric):
                        # What bears on a step is under its target as well.
                        more = {same_as(each)[0] for each in relation.premises} - seen
                        seen |= more
                        todo += more
                        if self._map.incoming(relation.id) and relation.id not in seen:
                            seen.add(relation.id)
                            known += 1
                            todo.append(relation.id)
        return len(seen) - known
