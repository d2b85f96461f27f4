"""The claims and relations that a claim leads to by supports alone."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap, Relation, RelationKind


def against(relation: Relation) -> tuple[str, ...]:
    """Return what a relation is against: its target, or both ends where it is symmetric."""
    return (relation.target, *(relation.premises if relation.kind.is_symmetric else ()))


def onward(argument_map: ArgumentMap, node: str) -> Iterable[str]:
    """Return what a claim supports and the relations by which it does; what a relation leads to."""
    if node in argument_map.relations:
        relation = argument_map.relations[node]
        return (relation.target,) if relation.kind is RelationKind.SUPPORTS else ()
    outgoing = argument_map.outgoing(node)
    return [r.id for r in outgoing if r.kind is RelationKind.SUPPORTS]


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


def restated(argument_map: ArgumentMap) -> dict[str, str]:
    """Return, for each claim that says the same as others, the first of them in the file."""
    same = {name: argument_map.same_as(name) for name in argument_map.claims}
    firsts: dict[str, str] = {}
    return {name: firsts.setdefault(names[0], name) for name, names in same.items() if names[1:]}
