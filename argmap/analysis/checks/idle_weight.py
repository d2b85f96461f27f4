"""The rule ``idle-weight``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.claim import asked_among

SUMMARY = "a weight that no other claim's strength depends on"
SEVERITY = Severity.HINT
REASON = """
A weight is what an evaluation starts from. Nothing that an evaluation reads touches this
claim (backing, restates and answers change nothing), so its weight is its strength and that is all.
"""
WRONG_WHEN = """
The map is a part of a larger one, or still grows.
"""
EXAMPLE = """
argmap: 1
claims:
  seat: {text: A seat was free., weight: 0.9}
  chair: {text: There was a chair for one more.}
relations:
  - {from: seat, restates: chair}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each weighted claim that no relation an evaluation reads touches."""
    expected = {each.claim for each in argument_map.expectations}
    for claim in argument_map.claims.values():
        if claim.weight is None or claim.id in expected:
            continue
        touching = (*argument_map.incoming(claim.id), *argument_map.outgoing(claim.id))
        if not any(_is_read(argument_map, relation) for relation in touching):
            yield Found(claim.id, f"nothing reads the weight of '{claim.id}'")


def _is_read(argument_map: ArgumentMap, relation: Relation) -> bool:
    if asked_among(argument_map.claims, (*relation.premises, relation.target)):
        return False
    if relation.kind is RelationKind.SUPPORTS:
        return relation.target in argument_map.claims
    return relation.kind is not RelationKind.RESTATES
