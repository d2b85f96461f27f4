"""The part of a map around some claims."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap


def neighbourhood(
    argument_map: ArgumentMap, claim_ids: Iterable[str], depth: int | None = None
) -> ArgumentMap:
    """Return the part of a map up to ``depth`` relations away from some claims, either way.

    Linked premises are included together, and so is what undercuts or backs a
    relation that is included. ``depth`` None: all that is connected.
    """
    reached = set(claim_ids)
    frontier = list(reached)
    distance = 0
    while frontier and (depth is None or distance < depth):
        distance += 1
        frontier = _next_to(argument_map, frontier, reached)
    return argument_map.restricted_to(reached)


def _next_to(argument_map: ArgumentMap, frontier: list[str], reached: set[str]) -> list[str]:
    """Add to ``reached`` the claims one relation away from ``frontier``; return the new ones."""
    found: list[str] = []
    steps = [
        relation
        for claim_id in frontier
        for relation in (*argument_map.incoming(claim_id), *argument_map.outgoing(claim_id))
    ]
    seen = {relation.id for relation in steps}
    while steps:
        relation = steps.pop()
        ends = (*relation.premises, relation.target)
        new = [end for end in ends if end in argument_map.claims and end not in reached]
        reached.update(new)
        found += new
        others = argument_map.incoming(relation.id)
        if relation.target in argument_map.relations:  # a step counts with its own ends
            others = [*others, argument_map.relations[relation.target]]
        for other in others:
            if other.id not in seen:
                seen.add(other.id)
                steps.append(other)
    return found
