"""Claims that say the same, by ``restates``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.model.claim import Claim
from argmap.model.reaching import reached
from argmap.model.relation import Relation, RelationKind


def wordings(
    claims: Mapping[str, Claim], relations: Iterable[Relation]
) -> dict[str, tuple[str, ...]]:
    """Return, for each claim that restates others or is restated, all that say the same.

    Restating is transitive. First comes the claim to name for all of them: a thesis
    before other claims, and one that restates nothing before its restatements. The
    others are in the order of the file. A question and what is asserted never say the same.
    """
    around: dict[str, list[str]] = {}
    restating: set[str] = set()
    for relation in relations:
        if relation.kind is RelationKind.RESTATES:
            one, other = relation.premises[0], relation.target
            if claims[one].is_question is not claims[other].is_question:
                continue
            around.setdefault(one, []).append(other)
            around.setdefault(other, []).append(one)
            restating.add(one)
    order = {name: place for place, name in enumerate(claims)}
    found: dict[str, tuple[str, ...]] = {}
    for name in around:
        if name not in found:
            same = sorted(reached(around, name), key=order.__getitem__)
            first = min(same, key=lambda each: (claims[each].kind != "thesis", each in restating))
            group = (first, *(each for each in same if each != first))
            found |= dict.fromkeys(group, group)
    return found
