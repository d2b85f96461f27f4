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
    argument_map.claim(start), argument_map.claim(end)
    search = _Search(argument_map.graph, end, _forbidden(argument_map, kinds))
    nodes = argument_map.graph.nodes
    for path in search.paths(start):
        yield Chain(tuple(nodes[name]["node"] for name in path))


def shortest_chain(
    argument_map: ArgumentMap,
    start: str,
    end: str,
    *,
    kinds: Collection[RelationKind] | None = None,
) -> Chain | None:
    """Return the first of ``chains``, or None where there is none."""
    return next(chains(argument_map, start, end, kinds=kinds), None)


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


class _Search:
    """All simple paths of a graph to one node, the shortest first."""

    def __init__(self, graph: nx.DiGraph[str], end: str, forbidden: frozenset[str]) -> None:
        self._succ = graph.succ
        self._end = end
        self._distance = _distances(graph.pred, end, forbidden)
        self._circle = self._circles(graph)

    def _circles(self, graph: nx.DiGraph[str]) -> dict[str, int]:
        """Return, for each node that stands in a circle, a number for that circle."""
        import networkx as nx

        near = graph.subgraph(self._distance)
        components = (c for c in nx.strongly_connected_components(near) if len(c) > 1)
        return {node: number for number, nodes in enumerate(components) for node in nodes}

    def paths(self, start: str) -> Iterator[list[str]]:
        """Yield the paths from ``start``, as lists of nodes."""
        if start not in self._distance or start == self._end:
            return
        order = count()
        heap = [(self._distance[start], next(order), _Partial(start, None, 0))]
        while heap:
            total, _, partial = heapq.heappop(heap)
            if partial.node == self._end:
                yield _unwound(partial)
                continue
            for node, to_end in self._onward(partial, total - partial.length):
                longer = _Partial(node, partial, partial.length + 1)
                heapq.heappush(heap, (longer.length + to_end, next(order), longer))

    def _onward(self, partial: _Partial, left: int) -> Iterator[tuple[str, int]]:
        """Yield each node that continues a partial chain, and how far from there the end is.

        ``left`` is how far the end is from the partial chain itself.
        """
        candidates = [node for node in self._succ[partial.node] if node in self._distance]
        if len(candidates) == 1:  # the only way on: ``left`` was measured along it
            yield candidates[0], left - 1
            return
        used = self._used_in_circle(partial)
        for node in candidates:
            if node in used:
                continue
            if self._circle.get(node) != self._circle.get(partial.node) or not used:
                yield node, self._distance[node]
            else:
                to_end = self._distance_avoiding(node, used)
                if to_end is not None:
                    yield node, to_end

    def _used_in_circle(self, partial: _Partial) -> set[str]:
        """Return the nodes of a partial chain in the circle it now is in.

        They stand together at its end: a path that leaves a circle cannot return.
        """
        circle = self._circle.get(partial.node)
        used: set[str] = set()
        step: _Partial | None = partial
        while circle is not None and step is not None and self._circle.get(step.node) == circle:
            used.add(step.node)
            step = step.before
        return used

    def _distance_avoiding(self, start: str, used: set[str]) -> int | None:
        """Return the distance to the end without ``used``; None where there is no way."""
        circle = self._circle[start]
        best: int | None = 0 if start == self._end else None
        seen = {start}
        level = [start]
        steps = 0
        while level and (best is None or steps < best):
            steps += 1
            following = []
            for node in level:
                for successor in self._succ[node]:
                    if successor in seen or successor in used or successor not in self._distance:
                        continue
                    seen.add(successor)
                    if successor == self._end:
                        best = steps if best is None else min(best, steps)
                    elif self._circle.get(successor) == circle:
                        following.append(successor)
                    else:
                        through = steps + self._distance[successor]
                        best = through if best is None else min(best, through)
            level = following
        return best


def _unwound(partial: _Partial) -> list[str]:
    path = []
    step: _Partial | None = partial
    while step is not None:
        path.append(step.node)
        step = step.before
    return path[::-1]
