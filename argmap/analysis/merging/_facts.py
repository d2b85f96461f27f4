"""The facts of three maps besides claims and relations, merged: titles, voices, expectations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.analysis.comparing.facts import Fact, facts
from argmap.analysis.comparing.matching import same
from argmap.analysis.merging._relations import MergedRelations
from argmap.analysis.merging._three_way import Collision, Reason, three_way
from argmap.model import Ignored, Source


class MergedFacts:
    """Each fact of the merged map by what it is (see ``facts``), and what collides.

    The facts about a claim or relation that one side removed go with it, unless
    the other side changed them: then ours keeps it (see ``changed_owners``), and
    theirs collides. Where the result keeps what theirs removed, it keeps what ours
    says of it.
    """

    def __init__(self, relations: MergedRelations) -> None:
        """Merge the facts of the maps whose claims and relations are merged."""
        self.relations = relations
        self.collisions: list[Collision] = []
        self.merged: dict[Fact, Any] = {}
        self.trios = [*relations.claims.trios, *relations.trios]
        base, ours, theirs = map(self._named, range(3))
        kept = {name for key, name in relations.ids.items() if self.trios[key].is_removed}
        for fact in dict.fromkeys((*ours, *theirs)):
            values = base.get(fact), ours.get(fact), theirs.get(fact)
            value, collides = three_way(*values)
            if fact in ours and fact not in theirs and fact[2:] and fact[2] in kept:
                value, collides = ours[fact], False
            if value is not None:
                self.merged[fact] = value
            if collides:
                self._collide(fact, Reason.BOTH_CHANGED, *values)
        for fact, was, other in self._orphaned():
            self._collide(fact, Reason.OURS_REMOVED, was, None, other)

    def arguments(self) -> dict[str, Any]:
        """Return what an ArgumentMap takes besides claims and relations."""
        parts: dict[str, list[tuple[Fact, Any]]] = {}
        for fact, value in self.merged.items():
            parts.setdefault(fact[0], []).append((fact, value))
        source = {fact[1]: value for fact, value in parts.get("source", ())}
        return {
            "title": self.merged.get(("title",)),
            "source": Source(**source) if source else None,
            "voices": {fact[1]: value for fact, value in parts.get("voices", ())},
            "schemes": [value for _, value in parts.get("schemes", ())],
            "expectations": [value for _, value in parts.get("expect", ())],
            "ignored": [
                Ignored(fact[1], reason, fact[2] if fact[2:] else None)
                for fact, reason in parts.get("ignore", ())
            ],
        }

    def _named(self, side: int) -> Mapping[Fact, Any]:
        """Return the facts of a side about what the merged map has, by its ids there."""
        keys, ids = self.relations.keys[side], self.relations.ids
        return facts(self.relations.claims.maps[side], lambda name: ids.get(keys[name]))

    def _orphaned(self) -> Iterator[tuple[Fact, Any, Any]]:
        """Yield what theirs changed about things that are not merged: key, base's, theirs."""
        base, _, theirs = self.relations.claims.maps
        names = {trio.base: trio.theirs for trio in self.trios if trio.base is not None}
        before = facts(base, names.get)
        keys, ids = self.relations.keys[2], self.relations.ids
        for fact, value in facts(theirs, str).items():
            if fact[2:] and keys[fact[2]] not in ids and not same(before.get(fact), value):
                yield fact, before.get(fact), value

    def _collide(self, fact: Fact, reason: Reason, *values: Any) -> None:
        name = ".".join(fact)
        self.collisions.append(Collision("map", name, name, reason, *values))
