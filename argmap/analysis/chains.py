"""Chains: the paths of relations from a claim to another, shortest first.

The number of chains can be astronomical, so they are found one at a time, and
finding the next one takes a time that the size of the map bounds. The search
is best-first over partial chains, with the exact distance to the far end as
its estimate, so that no dead end is ever followed. The distances are those of
the whole map, but for a node of a cycle from which the known shortest path
meets what the chain has already used: there it is measured again without that.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import count, takewhile
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.solving.order import in_order
from argmap.model import ArgumentMap, Claim, Relation, RelationKind

if TYPE_CHECKING:
    import networkx as nx


class Effect(StrEnum):
    """What a whole chain does to its far end."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    DEFENDS = "defends"
    RESTATES = "restates"
    ANSWERS = "answers"
    LEADS = "leads to"


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
    def _asks(self) -> bool:
        return any(map(_is_question, self.nodes))

    @property
    def sign(self) -> int:
        """1 when it is for the far end (an even number of attacks), -1 when against it.

        0 when it is neither: the steps of a chain of restatements say the same, and no
        chain by way of a question is for or against anything.
        """
        if self._asks or all(each.kind is RelationKind.RESTATES for each in self.relations):
            return 0
        return -1 if self.attacks % 2 else 1

    @property
    def effect(self) -> Effect:
        """What it does to the far end; to defend is to attack an attack.

        It answers a question when the start, in these or other words, does; otherwise a
        chain by way of a question leads to its end, and no more.
        """
        if self._asks:
            *before, last = (relation.kind for relation in self.relations)
            is_direct = last is RelationKind.ANSWERS and not any(map(_is_question, self.nodes[:-1]))
            same = all(kind is RelationKind.RESTATES for kind in before)
            return Effect.ANSWERS if is_direct and same else Effect.LEADS
        if not self.sign:
            return Effect.RESTATES
        if self.sign < 0:
            return Effect.ATTACKS
        return Effect.DEFENDS if self.attacks else Effect.SUPPORTS


def _is_question(node: Claim | Relation) -> bool:
    return isinstance(node, Claim) and node.is_question


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
    distance, _ = _distances(onward, claim_id, _forbidden(argument_map, kinds))
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
) -> tuple[dict[str, int], dict[str, str]]:
    """Return the distance of each node reached, and the node before it on a shortest path."""
    distance = {start: 0}
    before: dict[str, str] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for following in onward[node]:
            if following not in distance and following not in forbidden:
                distance[following] = distance[node] + 1
                before[following] = node
                queue.append(following)
    return distance, before


class _Partial(NamedTuple):
    """A partial chain: its last node, and the partial chain that this continues.

    ``left`` is the distance from the last node to the far end in the whole map, and
    where ``dead_ends`` is None, without what the chain has used: otherwise it is
    still to be measured, and ``dead_ends`` are nodes from which no continuation of
    ``before`` reaches the end. ``is_clear`` is whether the shortest path of the
    whole map is known to meet nothing used.
    """

    node: str
    before: _Partial | None
    length: int
    left: int
    is_clear: bool = True
    dead_ends: set[str] | None = None


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
        """Find from where the end is reached, how far it is, and where the cycles are."""
        argument_map.claim(end)
        self._map = argument_map
        self._end = end
        self._succ, self._pred = argument_map.graph.succ, argument_map.graph.pred
        forbidden = _forbidden(argument_map, kinds)
        self._distance, self._next = _distances(self._pred, end, forbidden)
        self._component = self._components()  # of each node that is in a cycle

    def chains_from(self, start: str) -> Iterator[Chain]:
        """Yield the chains from a claim, the shortest first.

        Raises UnknownNameError for an unknown claim.
        """
        self._map.claim(start)
        nodes = self._map.graph.nodes
        for path in self._paths(start):
            yield Chain(tuple(nodes[name]["node"] for name in path))

    def _components(self) -> dict[str, int]:
        index = {node: number for number, node in enumerate(self._distance)}
        successors = [[index[n] for n in self._succ[node] if n in index] for node in index]
        names = list(index)
        cycles = in_order(successors).cycles
        return {names[n]: number for number, members in cycles.items() for n in members}

    def _paths(self, start: str) -> Iterator[list[str]]:
        """Yield all simple paths from ``start`` as lists of nodes, the shortest first."""
        if start not in self._distance or start == self._end:
            return
        # Of equal totals the longest partial chain goes first, so that one chain is
        # finished before the many others of its length are begun.
        order = count()
        first = _Partial(start, None, 0, self._distance[start])
        heap = [(first.left, 0, next(order), first)]
        used = _Used(self._component)
        while heap:
            total, _, number, partial = heapq.heappop(heap)
            if partial.node == self._end:
                yield [each.node for each in _backwards(partial)][::-1]
            elif partial.dead_ends is not None:
                measured = self._measured(partial, used.by(partial), partial.dead_ends)
                if measured is not None:
                    total = measured.length + measured.left
                    heapq.heappush(heap, (total, -measured.length, number, measured))
            else:
                for longer in self._onward(partial, used):
                    total = longer.length + longer.left
                    heapq.heappush(heap, (total, -longer.length, next(order), longer))

    def _onward(self, partial: _Partial, used: _Used) -> Iterator[_Partial]:
        """Yield the partial chains that are one node longer; some lead nowhere."""
        component = self._component.get(partial.node)
        within = used.by(partial) if component is not None else ()
        near = self._distance
        candidates = [n for n in self._succ[partial.node] if n in near and n not in within]
        nearest = self._next[partial.node] if partial.is_clear else None
        length = partial.length + 1
        dead_ends: set[str] = set()
        for node in candidates:
            if node == nearest or component is None or self._component.get(node) != component:
                yield _Partial(node, partial, length, near[node])
            elif len(candidates) == 1:  # the only way on: ``left`` was measured along it
                yield _Partial(node, partial, length, partial.left - 1, is_clear=False)
            else:
                yield _Partial(node, partial, length, near[node], dead_ends=dead_ends)

    def _measured(
        self, partial: _Partial, used: Collection[str], dead_ends: set[str]
    ) -> _Partial | None:
        """Return a partial chain with its distance as measured; None if out of reach.

        The A* algorithm, with the distances of the whole map as its estimates; it
        adds to ``dead_ends``. What is used is of one component, and a path that
        leaves it does not return.
        """
        component = self._component[partial.node]
        if self._is_clear(partial.node, component, used):
            return partial._replace(dead_ends=None)
        closed = dead_ends.copy()
        heap = [(partial.left, 0, partial.node)]
        while heap:
            total, passed, node = heapq.heappop(heap)
            if node == self._end or self._component.get(node) != component:
                return partial._replace(left=total, is_clear=False, dead_ends=None)
            if node in closed:
                continue
            closed.add(node)
            for following in self._succ[node]:
                if following in self._distance and following not in used:
                    total = passed + 1 + self._distance[following]
                    heapq.heappush(heap, (total, passed + 1, following))
        dead_ends |= closed
        return None

    def _is_clear(self, node: str, component: int, used: Collection[str]) -> bool:
        """Return whether the shortest path of the whole map from a node meets nothing used."""
        while node != self._end and self._component.get(node) == component:
            node = self._next[node]
            if node in used:
                return False
        return True


class _Used:
    """The nodes of a partial chain in the component that it is in.

    They stand together at its end: a path that leaves a component cannot return.
    """

    def __init__(self, component: Mapping[str, int]) -> None:
        """Take the component of each node that is in a cycle."""
        self._component = component
        self._last: _Partial | None = None
        self._nodes: set[str] = set()

    def by(self, partial: _Partial) -> set[str]:
        """Return the nodes, to be read before the next call; quick where it continues the last."""
        component = self._component[partial.node]
        before = partial.before
        if before is not None and before is self._last:
            if self._component.get(before.node) != component:
                self._nodes = set()
            self._nodes.add(partial.node)
        else:
            inside = takewhile(
                lambda each: self._component.get(each.node) == component, _backwards(partial)
            )
            self._nodes = {each.node for each in inside}
        self._last = partial
        return self._nodes


def _backwards(partial: _Partial) -> Iterator[_Partial]:
    step: _Partial | None = partial
    while step is not None:
        yield step
        step = step.before
