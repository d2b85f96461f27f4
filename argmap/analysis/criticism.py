"""What stands against the claims of a map, what of that is answered, and what has no reason.

These are facts of the map's structure, whatever a semantics makes of them. A claim
is taken together with its other wordings, which ``restates`` joins to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.claim import asked_among

GRANTED_KINDS = frozenset({"evidence", "context", "concession"})
"""Kinds of claims that need no reason of their own."""


def against(relation: Relation) -> tuple[str, ...]:
    """Return what a relation is against: its target, or both ends where it is symmetric."""
    return (relation.target, *(relation.premises if relation.kind.is_symmetric else ()))


def other_ends(relation: Relation, claim_id: str) -> tuple[str, ...]:
    """Return the claims that a relation joins to one of its ends: premises, or the other end."""
    if relation.kind.is_symmetric and relation.premises[0] == claim_id:
        return (relation.target,)
    return relation.premises


def onward(argument_map: ArgumentMap, node: str) -> Iterable[str]:
    """Return the relations by which a claim supports something; what such a relation leads to.

    A question supports nothing, and nothing supports one.
    """
    if node in argument_map.relations:
        relation = argument_map.relations[node]
        return (relation.target,) if _supports(argument_map, relation) else ()
    return [r.id for r in argument_map.outgoing(node) if _supports(argument_map, r)]


def _supports(argument_map: ArgumentMap, relation: Relation) -> bool:
    is_support = relation.kind is RelationKind.SUPPORTS
    return is_support and not asked_among(
        argument_map.claims, (*relation.premises, relation.target)
    )


def reached(argument_map: ArgumentMap, start: Iterable[str]) -> set[str]:
    """Return the claims and relations that supports lead to from some, and these."""
    seen = set(start)
    todo = list(seen)
    while todo:
        for node in onward(argument_map, todo.pop()):
            if node not in seen:
                seen.add(node)
                todo.append(node)
    return seen


class Criticism:
    """The claims of a map that are attacked, answered and unbacked.

    *Attacked* is a claim that an attack or a contradiction points at, or a support of
    which is undercut. An attack is *answered* when something stands in turn against
    its premises, what these rest on, or its step; a contradiction when something else
    than itself stands against the other claim. A claim is answered when it is attacked
    and each of these attacks is. *Unbacked* is a claim that is used, and neither
    supported nor implicit, unless its kind needs no reason: ``GRANTED_KINDS``.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Take the map."""
        self._map = argument_map

    @cached_property
    def challenged(self) -> frozenset[str]:
        """What stands under attack: claims and relations, and all that supports lead to from it."""
        relations = self._map.relations.values()
        attacks = (against(relation) for relation in relations if relation.kind.is_against)
        return frozenset(reached(self._map, (name for ends in attacks for name in ends)))

    def objections(self, claim_id: str) -> Iterator[tuple[str, Relation]]:
        """Yield the relations against a claim or a support of it, and what each is against."""
        for name in self._map.same_as(claim_id):
            for relation in self._map.incoming(name):
                if relation.kind.is_against:
                    yield name, relation
                elif relation.kind is RelationKind.SUPPORTS:
                    on_step = self._map.incoming(relation.id)
                    yield from ((relation.id, each) for each in on_step if each.kind.is_against)

    def answers(self, target: str, objection: Relation) -> bool:
        """Return whether an objection to ``target`` is answered."""
        if objection.kind is not RelationKind.CONTRADICTS:
            return objection.id in self.challenged or not self.challenged.isdisjoint(
                objection.premises
            )
        (other,) = other_ends(objection, target)
        for relation in self._map.incoming(other):
            if relation.kind.is_against and relation is not objection:
                return True
            if relation.kind is RelationKind.SUPPORTS and relation.id in self.challenged:
                return True
        return False

    def is_attacked(self, claim_id: str) -> bool:
        """Return whether a claim is attacked."""
        return any(True for _ in self.objections(claim_id))

    def is_answered(self, claim_id: str) -> bool:
        """Return whether a claim is attacked and every attack is answered."""
        return self.is_attacked(claim_id) and all(
            self.answers(target, each) for target, each in self.objections(claim_id)
        )

    def is_unbacked(self, claim_id: str) -> bool:
        """Return whether a claim is used without a reason that it needs."""
        claim, same = self._map.claims[claim_id], self._map.same_as(claim_id)
        return (
            not claim.implicit
            and claim.kind not in GRANTED_KINDS
            and any(map(self._map.leads_further, same))
            and all(map(self._map.is_ground, same))
        )
