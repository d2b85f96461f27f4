"""Chains: the paths of relations from a claim to another, shortest first.

The number of chains can be astronomical, so they are found one at a time, and
finding the next one takes a time that the size of the map bounds. The search
is best-first over partial chains, with the exact distance to the far end as
its estimate; inside a circle that distance is worked out anew, without the
claims the chain has already used, so that no dead end is ever followed.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import ArgumentMap, Claim, Relation, RelationKind

if TYPE_CHECKING:
    import networkx as nx


class Effect(StrEnum):
    """What a whole chain does to its far end."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    DEFENDS = "defends"


class Chain(NamedTuple):
    """A path from a claim to another: claims and relations in turn, ends included.

    Where a relation bears on a relation, two relations follow one another.
    """

    nodes: tuple[Claim | Relation, ...]

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations of the chain, in order."""
        return tuple(node for node in self.nodes if isinstance(node, Relation))

    @property
    def attacks(self) -> int:
        """How many of its relations count as an attack."""
        return sum(relation.kind.is_against for relation in self.relations)

    @property
    def sign(self) -> int:
        """1 when it is for the far end (an even number of attacks), -1 when against it."""
        return -1 if self.attacks % 2 else 1

    @property
    def effect(self) -> Effect:
        """What it does to the far end; to defend is to attack an attack."""
        if self.sign < 0:
            return Effect.ATTACKS
        return Effect.DEFENDS if self.attacks else Effect.SUPPORTS


def chains(
    argument_map: ArgumentMap,
    start: str,
    end: str,
    *,
    kinds: Collection[RelationKind] | None = None,
) -> Iterator[Chain]:
    """Yield every chain from one claim to another, the shortest first, lazily.

    ``kinds`` are the relations a chain may use (None: all). No chain visits a
    claim or relation twice, and a claim has no chain to itself. Ties come in
    the order of the file. Raises UnknownNameError for an unknown claim.
    """
    return ChainSearch(argument_map, end, kinds=kinds).chains_from(start)


def ends_reached(
    argument_map: ArgumentMap,
    claim_id: str,
    candidates: Iterable[str],
    *,
    backwards: bool = False,
    kinds: Collection[RelationKind] | None = None,
) -> list[str]:
    """Return which of ``candidates`` have a chain from the claim (``backwards``: to it).

    The nearest come first. The claim itself is not among them.
    """
    graph = argument_map.graph
    onward = graph.pred if backwards else graph.succ
    distance = _distances(onward, claim_id, _forbidden(argument_map, kinds))
    wanted = [c for c in candidates if c in distance and c != claim_id]
    return sorted(wanted, key=distance.__getitem__)


def _forbidden(argument_map: ArgumentMap, kinds: Collection[RelationKind] | None) -> frozenset[str]:
    if kinds is None:
        return frozenset()
    relations = argument_map.relations.values()
    return frozenset(relation.id for relation in relations if relation.kind not in kinds)


def _distances(
    onward: nx.classes.coreviews.AdjacencyView[str, str, dict[str, object]],
    start: str,
    forbidden: frozenset[str],
) -> dict[str, int]:
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for following in onward[node]:
            if following not in distance and following not in forbidden:
                distance[following] = distance[node] + 1
                queue.append(following)
    return distance


class _Partial(NamedTuple):
    """A partial chain, told backwards: its last node, and the partial chain before it."""

    node: str
    before: _Partial | None
    length: int


class ChainSearch:
    """All chains that end at one claim; what they share is worked out once.

    ``kinds`` are the relations a chain may use (None: all). Raises
    UnknownNameError for an unknown claim.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        end: str,
        *,
        kinds: Collection[RelationKind] | None = None,
    ) -> None:
        """Find from where the end is reached, how far it is, and where the circles are."""
        argument_map.claim(end)
        self._map = argument_map
        self._end = end
        self._succ, self._pred = argument_map.graph.succ, argument_map.graph.pred
        self._distance = _distances(self._pred, end, _forbidden(argument_map, kinds))
        # For each node in a circle, which one; for each circle, its ways out.
        self._component: dict[str, int] = {}
        self._exits: list[list[tuple[int, str]]] = []
        self._find_cycles()

    def chains_from(self, start: str) -> Iterator[Chain]:
        """Yield the chains from a claim, the shortest first.

        Raises UnknownNameError for an unknown claim.
        """
        self._map.claim(start)
        nodes = self._map.graph.nodes
        for path in self._paths(start):
            yield Chain(tuple(nodes[name]["node"] for name in path))

    def _find_cycles(self) -> None:
        leading = self._reaches_cycle()
        if not leading:
            return
        import networkx as nx

        near = self._map.graph.subgraph(leading)
        for members in nx.strongly_connected_components(near):
            if len(members) > 1:
                self._component.update(dict.fromkeys(members, len(self._exits)))
                self._exits.append(sorted(self._find_exits(members)))

    def _reaches_cycle(self) -> set[str]:
        """Return the nodes from which a circle can be come to, the circle included.

        They are left when nodes with no way on are taken away again and again. In
        most maps that is none, and there is nothing more to look for.
        """
        near = self._distance
        ways_on = {node: sum(n in near for n in self._succ[node]) for node in near}
        pending = [node for node, ways in ways_on.items() if not ways]
        while pending:
            node = pending.pop()
            del ways_on[node]
            for before in self._pred[node]:
                if before in ways_on:
                    ways_on[before] -= 1
                    if not ways_on[before]:
                        pending.append(before)
        return set(ways_on)

    def _find_exits(self, members: set[str]) -> Iterator[tuple[int, str]]:
        """Yield each node of a circle from which a step leads out, with the distance that way."""
        for node in members:
            if node == self._end:
                yield 0, node
                continue
            outside = (n for n in self._succ[node] if n in self._distance and n not in members)
            nearest = min((self._distance[n] for n in outside), default=None)
            if nearest is not None:
                yield nearest + 1, node

    def _paths(self, start: str) -> Iterator[list[str]]:
        """Yield all simple paths from ``start`` as lists of nodes, the shortest first."""
        if start not in self._distance or start == self._end:
            return
        # Of equal totals the longest partial chain goes first, so that one chain is
        # finished before the many others of its length are begun.
        order = count()
        heap = [(self._distance[start], 0, next(order), _Partial(start, None, 0))]
        while heap:
            total, _, _, partial = heapq.heappop(heap)
            if partial.node == self._end:
                yield _unwound(partial)
                continue
            left = total - partial.length
            for node, to_end in self._onward(partial, left):
                longer = _Partial(node, partial, partial.length + 1)
                total = longer.length + to_end
                heapq.heappush(heap, (total, -longer.length, next(order), longer))

    def _onward(self, partial: _Partial, left: int) -> Iterator[tuple[str, int]]:
        """Yield each node that continues a partial chain, and how far from there the end is.

        ``left`` is how far the end is from the partial chain itself.
        """
        candidates = [node for node in self._succ[partial.node] if node in self._distance]
        if len(candidates) == 1:  # the only way on: ``left`` was measured along it
            yield candidates[0], left - 1
            return
        component = self._component.get(partial.node)
        if component is None:
            yield from ((node, self._distance[node]) for node in candidates)
            return
        used = self._used_in_cycle(partial, component)
        inside = {n for n in candidates if self._component.get(n) == component and n not in used}
        distance = self._distances_within(component, used, inside)
        for node in candidates:
            if self._component.get(node) != component:
                yield node, self._distance[node]
            elif node in distance:
                yield node, distance[node]

    def _used_in_cycle(self, partial: _Partial, component: int) -> set[str]:
        """Return the nodes of a partial chain in the circle it now is in.

        They stand together at its end: a path that leaves a circle cannot return.
        """
        used: set[str] = set()
        step: _Partial | None = partial
        while step is not None and self._component.get(step.node) == component:
            used.add(step.node)
            step = step.before
        return used

    def _distances_within(self, component: int, used: set[str], wanted: set[str]) -> dict[str, int]:
        """Return how far the end is from the ``wanted`` nodes of a circle, avoiding ``used``.

        Those from which it is out of reach are left out. Dijkstra's algorithm,
        backwards from all the ways out of the circle at once.
        """
        heap = [way for way in self._exits[component] if way[1] not in used]  # sorted: a heap
        nearest = {node: distance for distance, node in heap}
        found: dict[str, int] = {}
        while heap and len(found) < len(wanted):
            distance, node = heapq.heappop(heap)
            if node in wanted and node not in found:
                found[node] = distance
            for before in self._pred[node]:
                if self._component.get(before) != component or before in used:
                    continue
                if distance + 1 < nearest.get(before, distance + 2):
                    nearest[before] = distance + 1
                    heapq.heappush(heap, (distance + 1, before))
        return found


def _unwound(partial: _Partial) -> list[str]:
    path = []
    step: _Partial | None = partial
    while step is not None:
        path.append(step.node)
        step = step.before
    return path[::-1]
