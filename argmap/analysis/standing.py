"""How claims stand to the theses of a map: for them, against them, or both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import Enum

from argmap.model import ArgumentMap, Relation, RelationKind


class Standing(Enum):
    """How a claim stands to some others: the signs of all ways from it to them."""

    FOR = "for"
    AGAINST = "against"
    BOTH = "both"
    NONE = "none"  # no way leads there


_STANDINGS = {
    frozenset((1,)): Standing.FOR,
    frozenset((-1,)): Standing.AGAINST,
    frozenset((1, -1)): Standing.BOTH,
}


def standings(
    argument_map: ArgumentMap,
    ends: Collection[str],
    *,
    part_of: Mapping[str, str] | None = None,
) -> dict[str, Standing]:
    """Return how each claim stands to the claims ``ends``, which are for themselves.

    A way goes along relations from premise to target, either way along ``contradicts`` and
    ``restates``; its sign is that of its attacks, undercuts and contradictions, odd or even.
    With ``part_of``, which names the part of each claim, no way leaves a part. Linear: a node is
    visited once a sign.
    """
    found = signs(argument_map, ends, part_of=part_of)
    return {
        name: _STANDINGS.get(frozenset(found.get(name, ())), Standing.NONE)
        for name in argument_map.claims
    }


def signs(
    argument_map: ArgumentMap,
    ends: Collection[str],
    *,
    part_of: Mapping[str, str] | None = None,
) -> dict[str, set[int]]:
    """Return the signs of all ways from each claim, and each step that something bears on.

    Ways are those of ``standings``. What leads to none of the claims ``ends`` is left out.
    """
    bases = step_bases(argument_map) if part_of is not None else {}
    found: dict[str, set[int]] = {end: {1} for end in ends}
    todo = [(end, 1) for end in ends]
    while todo:
        node, sign = todo.pop()
        for other, further in _before(argument_map, node, sign):
            known = found.setdefault(other, set())
            if further in known:
                continue
            if (
                part_of is None
                or part_of[bases.get(other, other)] == part_of[bases.get(node, node)]
            ):
                known.add(further)
                todo.append((other, further))
    return found


def _before(argument_map: ArgumentMap, node: str, sign: int) -> Iterable[tuple[str, int]]:
    """Yield the claims and relations from which a way leads to a node, with its sign then."""
    for relation in argument_map.incoming(node):
        before = -sign if relation.kind.is_against else sign
        if argument_map.incoming(relation.id):
            yield relation.id, before
        for end in _ends_before(relation, node):
            yield end, before


def _ends_before(relation: Relation, node: str) -> tuple[str, ...]:
    if relation.kind.is_symmetric and relation.premises[0] == node:
        return (relation.target,)
    return relation.premises


def step_bases(argument_map: ArgumentMap) -> dict[str, str]:
    """Return, for each relation, the claim that it bears on in the end, through other relations.

    Relations that undercut one another in a ring, or bear on these, bear on no claim.
    """
    claims = argument_map.claims
    relations = argument_map.relations.values()
    bases = {r.id: r.target for r in relations if r.target in claims}
    todo = list(bases)
    for name in todo:  # the list grows while it is walked
        for relation in argument_map.incoming(name):
            bases[relation.id] = bases[name]
            todo.append(relation.id)
    return bases


def opposed(argument_map: ArgumentMap, standing: Mapping[str, Standing]) -> set[str]:
    """Return the claims that what stands for the theses is at odds with, and what these support.

    At odds are a claim for the theses, or a step to one, and what attacks, undercuts or
    contradicts it; or what it attacks, undercuts or contradicts. ``standing`` is that of each
    claim. Linear: from those, each support is followed once.
    """
    bases = step_bases(argument_map)
    found: set[str] = set()
    for relation in argument_map.relations.values():
        if relation.kind.is_against and relation.id in bases:
            ends = {*relation.premises, bases[relation.id]}
            friends = {name for name in ends if standing[name] is Standing.FOR}
            found |= ends - friends if friends else set()
    todo = list(found)
    while todo:
        for relation in argument_map.outgoing(todo.pop()):
            further = bases.get(relation.id)
            if relation.kind is RelationKind.SUPPORTS and further and further not in found:
                found.add(further)
                todo.append(further)
    return found
