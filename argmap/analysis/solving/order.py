"""In which order strengths can be worked out, and how those of a circle are.

Pure: it knows numbered nodes and lists of floats, no maps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

TOLERANCE = 1e-12
"""The most that a strength of a circle may still move in a round for the circle to be settled."""

ACCURACY = 1e-10
"""How far the strengths of a settled circle are from their limit, at the most, as estimated."""

ROUNDS_AT_MOST = 2**16
"""After so many rounds a circle counts as one that does not settle."""

EVALUATIONS_AT_MOST = 2**22
"""In a large circle the rounds are fewer: so many evaluations of a node, all nodes together."""

ROUNDS_AT_LEAST = 2**10
"""However large a circle is, it is given so many rounds to settle."""


ROUNDS_TO_JUDGE = 64
"""Before so many rounds how the changes shrink tells little: some may yet grow."""


class Order(NamedTuple):
    """The nodes 0, 1, … of a graph in places, such that every edge leads to a later place.

    Nodes that reach one another share a place. ``nodes`` has the node of each
    place, of a circle its first one; ``cycles`` has by place all the nodes of
    those that are circles, ascending; ``places`` has the place of each node.
    """

    nodes: list[int]
    cycles: dict[int, list[int]]
    places: list[int]


def in_order(successors: Sequence[Sequence[int]]) -> Order:
    """Return the order of a graph, given each node's successors (one twice is allowed).

    Kahn's algorithm, in linear time. Only what stands in a circle or behind
    one is left over by it; of that alone networkx finds the circles.
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
    """Return the values at which repeating ``advance`` from ``start`` settles, or None.

    They have settled when a round changes nothing; or, at one of the rounds 64,
    128, 256, …, changes no value by more than TOLERANCE and, at the rate at which
    the changes shrank over the latter half of the rounds, all those to come make
    up no more than ACCURACY; or when they come back to those of an earlier round
    to the last bit and none moved by more than TOLERANCE in between, which is the
    noise of rounding.

    When they come back and did move they circle and never settle: None. None
    too when the stated number of rounds is over. Where a value is nan it is
    ``advance`` that has no answer, and the values are returned at once.

    Brent's way of finding a circle (BIT 20, 1980): each round is compared with
    one anchor, which moves up at the rounds 1, 2, 4, 8, …
    """
    affordable = max(ROUNDS_AT_LEAST, EVALUATIONS_AT_MOST // len(start))
    now = anchor = start
    anchor_change = widest = math.inf
    for number in range(1, min(ROUNDS_AT_MOST, affordable) + 1):
        before, now = now, advance(now)
        change = max(abs(new - old) for new, old in zip(now, before, strict=True))
        if change == 0.0 or math.isnan(sum(now)):
            return now
        widest = max(widest, change)
        if now == anchor:
            return now if widest <= TOLERANCE else None
        if number & (number - 1) == 0:
            if change <= TOLERANCE and _still_to_come(change, anchor_change, number) <= ACCURACY:
                return now
            anchor, anchor_change, widest = now, change, 0.0
    return None


def _still_to_come(change: float, earlier_change: float, number: int) -> float:
    """Return the sum of all later changes, if they shrink as they did since round number / 2."""
    if number < ROUNDS_TO_JUDGE:
        return math.inf
    rate = (change / earlier_change) ** (2 / number)
    return change * rate / (1 - rate) if rate < 1 else math.inf
