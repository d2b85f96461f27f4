"""The order in which strengths can be computed, and the iteration of those in a cycle.

Pure: it knows numbered nodes and lists of floats, no maps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

TOLERANCE = 1e-12
"""The most that any value may still change in an iteration of a cycle that has settled."""

ACCURACY = 1e-10
"""The greatest estimated distance of the values of a settled cycle from their limit."""

ITERATIONS_AT_MOST = 2**16
"""The number of iterations after which a cycle counts as one that does not settle."""

EVALUATIONS_AT_MOST = 2**22
"""In a large cycle, the most evaluations of nodes, over all iterations."""

ITERATIONS_AT_LEAST = 2**10
"""The iterations that even the largest cycle is given."""

ITERATIONS_TO_JUDGE = 64
"""The iterations before which the rate of change is no guide: some changes may still grow."""


class Order(NamedTuple):
    """A topological order of the strongly connected components of a graph on 0, 1, ….

    The place of a node is that of its component. ``nodes`` has the first node of
    each place; ``cycles``, by place, all nodes of each component that has a cycle,
    ascending; ``places``, the place of each node.
    """

    nodes: list[int]
    cycles: dict[int, list[int]]
    places: list[int]


def in_order(successors: Sequence[Sequence[int]]) -> Order:
    """Return the order of a graph, given each node's successors, which may be repeated.

    Kahn's algorithm, in linear time. It leaves only what is in a cycle or after
    one, and networkx is asked for the components of that alone.
    """
    waiting = [0] * len(successors)
    for onward in successors:
        for node in onward:
            waiting[node] += 1
    nodes = [node for node, number in enumerate(waiting) if not number]
    for node in nodes:  # the list grows while it is walked
        for following in successors[node]:
            waiting[following] -= 1
            if not waiting[following]:
                nodes.append(following)
    cycles: dict[int, list[int]] = {}
    left = [node for node, number in enumerate(waiting) if number]
    for members in _components(successors, left) if left else ():
        if len(members) > 1 or members[0] in successors[members[0]]:
            cycles[len(nodes)] = members
        nodes.append(members[0])
    places = [0] * len(successors)
    for place, node in enumerate(nodes):
        for member in cycles.get(place, (node,)):
            places[member] = place
    return Order(nodes, cycles, places)


def _components(successors: Sequence[Sequence[int]], left: Iterable[int]) -> list[list[int]]:
    """Return the strongly connected components of the nodes left, in topological order.

    What is left has no edge to a node that is not.
    """
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(left)
    graph.add_edges_from((node, following) for node in left for following in successors[node])
    condensed = nx.condensation(graph)
    nodes = condensed.nodes
    return [sorted(nodes[component]["members"]) for component in nx.topological_sort(condensed)]


def settled(
    advance: Callable[[list[float]], list[float]], start: list[float]
) -> list[float] | None:
    """Return the values at which iterating ``advance`` from ``start`` settles, or None.

    They have settled when an iteration changes nothing; or when iteration 64, 128,
    256, … changes no value by more than TOLERANCE and, at the rate at which changes
    shrank over the second half of the iterations, all further changes add up to no
    more than ACCURACY; or when they equal those of an earlier iteration and none
    changed by more than TOLERANCE in between, which is rounding noise.

    Return None when they equal earlier values and did change, which repeats for
    ever, and when the iterations run out. Values that include nan, for which
    ``advance`` has no answer, are returned at once.

    Repetition is found as by Brent (BIT 20, 1980): each iteration is compared with
    one anchor, which advances at iterations 1, 2, 4, 8, …
    """
    affordable = max(ITERATIONS_AT_LEAST, EVALUATIONS_AT_MOST // len(start))
    now = anchor = start
    anchor_change = widest = math.inf
    for number in range(1, min(ITERATIONS_AT_MOST, affordable) + 1):
        before, now = now, advance(now)
        change = max(abs(new - old) for new, old in zip(now, before, strict=True))
        if change == 0.0 or math.isnan(sum(now)):
            return now
        widest = max(widest, change)
        if now == anchor:
            return now if widest <= TOLERANCE else None
        if number & (number - 1) == 0:
            if change <= TOLERANCE and _sum_to_come(change, anchor_change, number) <= ACCURACY:
                return now
            anchor, anchor_change, widest = now, change, 0.0
    return None


def _sum_to_come(change: float, earlier_change: float, number: int) -> float:
    """Return the sum of all later changes at the rate of change since iteration number / 2."""
    if number < ITERATIONS_TO_JUDGE:
        return math.inf
    rate = (change / earlier_change) ** (2 / number)
    return change * rate / (1 - rate) if rate < 1 else math.inf
