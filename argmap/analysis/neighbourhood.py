"""The part of a map around some claims."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap


def neighbourhood(
    argument_map: ArgumentMap, claim_ids: Iterable[str], depth: int | None = None
) -> ArgumentMap:
    """Return the map of ``claim_ids`` and all that bears on them, up to ``depth`` relations away.

    The claims that linked premises need are taken in together with them, and
    so is what bears on a relation that is taken in. ``depth`` None: to the end.
    """
    reached = set(claim_ids)
    frontier = list(reached)
    distance = 0
    while frontier and (depth is None or distance < depth):
        distance += 1
        frontier = _premises_of(argument_map, frontier, reached)
    return argument_map.restricted_to(reached)


def _premises_of(argument_map: ArgumentMap, frontier: list[str], reached: set[str]) -> list[str]:
    """Add to ``reached`` the claims that bear on ``frontier``, and return the new ones."""
    found: list[str] = []
    steps = [relation for node in frontier for relation in argument_map.incoming(node)]
    seen = {relation.id for relation in steps}
    while steps:
        relation = steps.pop()
        ends = (*relation.premises, relation.target)
        new = [end for end in ends if end in argument_map.claims and end not in reached]
        reached.update(new)
        found += new
        for other in argument_map.incoming(relation.id):
            if other.id not in seen:
                seen.add(other.id)
                steps.append(other)
    return found
