"""The rule ``support-and-attack``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, Relation, RelationKind

SUMMARY = "a claim that both supports and attacks the same claim"
SEVERITY = Severity.WARNING
REASON = """
What counts for a claim cannot count against it in the same breath. Most often one of the two
relations has the wrong verb, or the wrong target. Reported, too, are a claim that attacks
itself and one that undercuts a step of which it is a premise.
"""
WRONG_WHEN = """
The source itself says that the point cuts both ways; better split it into the two points.
"""
EXAMPLE = """
argmap: 1
claims:
  wind: It is windy today.
  sail: Today is a day to sail.
relations:
  - {from: wind, supports: sail}
  - {from: wind, attacks: sail, id: too-windy}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each relation against something that one of its premises supports, or is."""
    relations = argument_map.relations
    supported: dict[tuple[str, str], str] = {}
    for relation in relations.values():
        if relation.kind is RelationKind.SUPPORTS:
            for premise in relation.premises:
                supported.setdefault((premise, relation.target), relation.id)
    undercut = {r.target for r in relations.values() if r.kind is RelationKind.UNDERCUTS}
    carrying = {(premise, step) for step in undercut for premise in relations[step].premises}
    for relation in relations.values():
        for premise, target in _against(relation):
            if premise == target:
                yield Found(relation.id, f"'{premise}' attacks itself")
            elif (premise, target) in supported:
                message = f"'{premise}' both supports '{target}' and {relation.kind} it"
                yield Found(relation.id, message, _HINT, (supported[premise, target],))
            elif (premise, target) in carrying:
                message = f"'{premise}' is a premise of '{target}' and undercuts it"
                yield Found(relation.id, message, _HINT, (target,))


_HINT = "is the verb of one of the two wrong, or its target?"


def _against(relation: Relation) -> Iterator[tuple[str, str]]:
    """Yield each claim that a relation sets against something, with that."""
    if relation.kind.is_against:
        yield from ((premise, relation.target) for premise in relation.premises)
        if relation.kind.is_symmetric:
            yield relation.target, relation.premises[0]
