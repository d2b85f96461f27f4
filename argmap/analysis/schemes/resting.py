"""How many claims rest on a step: those for which it counts, near and far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.analysis.solving.order import in_order
from argmap.model import ArgumentMap, Relation, RelationKind

COUNTED_AT_MOST = 25_000
"""The most claims and relations of a map in which this is counted: the work is their square,
in bits."""


def resting(argument_map: ArgumentMap, steps: Iterable[Relation]) -> dict[str, int]:
    """Return, by id, how many claims rest on each of some steps; none where there are too many.

    A claim rests on a step if a way leads from the step to it with an even number of attacks,
    undercuts and contradictions: along relations from premise to target, either way along
    ``contradicts`` and ``restates``, and from what is on such a relation to both its ends.
    """
    names = [*argument_map.claims, *argument_map.relations]
    if len(names) > COUNTED_AT_MOST:
        return {}
    # Each claim and relation is two nodes: where the number of attacks is even, and where odd.
    numbers = {name: 2 * number for number, name in enumerate(names)}
    onward: list[list[int]] = []
    for name in names:
        ways = [(numbers[other], odd) for other, odd in _onward(argument_map, name)]
        onward += [
            [number + odd for number, odd in ways],
            [number + 1 - odd for number, odd in ways],
        ]
    reached = _reached(onward, len(argument_map.claims))
    return {
        step.id: reached[numbers[step.target] + step.kind.is_against].bit_count() for step in steps
    }


def _onward(argument_map: ArgumentMap, name: str) -> Iterator[tuple[str, bool]]:
    """Yield what a claim or relation leads to, and whether that is against it."""
    step = argument_map.relations.get(name)
    if step is not None:
        for end in (step.target, *(step.premises if step.kind.is_symmetric else ())):
            yield end, step.kind.is_against
        return
    for relation in argument_map.outgoing(name):
        if relation.kind is RelationKind.ANSWERS:
            continue  # a question is asked, and rests on nothing
        if not relation.kind.is_symmetric:
            yield relation.id, False
        else:
            is_target = relation.target == name
            other = relation.premises[0] if is_target else relation.target
            yield other, relation.kind.is_against


def _reached(onward: Sequence[Sequence[int]], claims: int) -> list[int]:
    """Return, as the bits of a number, the claims that each node leads to evenly, itself as well.

    The first ``claims`` pairs of nodes are claims. Nodes of a strongly connected component lead
    to the same.
    """
    order = in_order(onward)
    by_place = [0] * len(order.nodes)
    for place in range(len(order.nodes) - 1, -1, -1):
        found = 0
        for node in order.cycles.get(place, (order.nodes[place],)):
            if node % 2 == 0 and node < 2 * claims:
                found |= 1 << (node // 2)
            for following in onward[node]:
                found |= by_place[order.places[following]]
        by_place[place] = found
    return [by_place[place] for place in order.places]
