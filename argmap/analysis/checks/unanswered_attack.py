"""The rule ``unanswered-attack``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.criticism import Criticism
from argmap.model import ArgumentMap, RelationKind

SUMMARY = "an attack on what carries a thesis, and nothing answers it"
SEVERITY = Severity.WARNING
REASON = """
The source reports an objection to its own case and leaves it standing: nothing stands against
the objection, what it rests on, or its step. Only what carries a thesis is looked at: that an
attack on the other side goes unanswered is no news. A map without theses has its roots for
them.
"""
WRONG_WHEN = """
The objection is meant to stand; or the answer is one the map puts elsewhere, as support for
the claim that is attacked.
"""
EXAMPLE = """
argmap: 1
claims:
  open: {text: The library should open on Sundays., kind: thesis}
  students: Students would come.
  costs: Sunday staff cost too much.
relations:
  - {from: students, supports: open}
  - {from: costs, attacks: open}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each attack or undercut of a carrying claim or step without an answer."""
    theses = [c.id for c in argument_map.claims.values() if c.kind == "thesis"]
    ends = theses or [
        claim.id
        for claim in argument_map.claims.values()
        if not claim.is_question and not argument_map.leads_further(claim.id)
    ]
    carrying = _carrying(argument_map, ends)
    criticism = Criticism(argument_map)
    for relation in argument_map.relations.values():
        if relation.kind not in _ATTACKS or relation.target not in carrying:
            continue
        if criticism.answers(relation.target, relation):
            continue
        premises = "' and '".join(relation.premises)
        noun = "attack" if relation.kind is RelationKind.ATTACKS else "undercut"
        message = f"nothing answers the {noun} of '{premises}' on '{relation.target}'"
        yield Found(relation.id, message)


_ATTACKS = (RelationKind.ATTACKS, RelationKind.UNDERCUTS)


def _carrying(argument_map: ArgumentMap, theses: list[str]) -> set[str]:
    """Return the claims and relations by which theses are supported, and these."""
    seen, todo = set(theses), theses
    while todo:
        for relation in argument_map.incoming(todo.pop()):
            if relation.kind is RelationKind.SUPPORTS and relation.id not in seen:
                more = {relation.id, *relation.premises} - seen
                seen |= more
                todo += more
    return seen
