"""Questions as they are defined: a map that means the same without them."""

from __future__ import annotations

from itertools import combinations

from argmap import ArgumentMap, Relation, RelationKind


def asserted(m: ArgumentMap, *, choosing: bool = True) -> ArgumentMap:
    """Return a map without its questions, in which the others have the same status or strength.

    A question asserts nothing, so that what it is an end of carries nothing; and where one
    answer is to be chosen, ``choosing``, each two of them contradict each other.
    """
    asked = {claim.id for claim in m.claims.values() if claim.kind == "question"}
    gone = set(asked)
    while more := [r.id for r in m.relations.values() if r.id not in gone and _uses(r, gone)]:
        gone |= {*more}
    relations = [r for r in m.relations.values() if r.id not in gone]
    if choosing:
        relations += _rivalries(m, asked)
    return ArgumentMap([c for c in m.claims.values() if c.id not in asked], relations)


def _uses(relation: Relation, names: set[str]) -> bool:
    return not names.isdisjoint((*relation.premises, relation.target))


def _rivalries(m: ArgumentMap, asked: set[str]) -> list[Relation]:
    found = []
    for question in asked:
        if m.claims[question].choose == "one":
            answers = sorted(
                {
                    r.premises[0]
                    for r in m.relations.values()
                    if r.kind is RelationKind.ANSWERS and r.target == question
                }
                - asked
            )
            for one, other in combinations(answers, 2):
                name = f"{question} leaves {one} or {other}"
                found.append(Relation(name, RelationKind.CONTRADICTS, (one,), other))
    return found
