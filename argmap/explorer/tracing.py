"""The chains from a claim, in order, and the chain along the lines of the tree."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from argmap.analysis.chains import Chain, ChainSearch, ends_reached
from argmap.explorer.branches import Branches
from argmap.model import ArgumentMap, Claim, Relation

# Counting chains stops at this many, or sooner on a big map.
_COUNTED_AT_MOST = 1000
_COUNTING_WORK = 2_000_000


class Traced(NamedTuple):
    """The chains from a claim, in order, and whether these are all."""

    chains: list[Chain]
    is_all: bool


def traced(argument_map: ArgumentMap, start: str, end: str | None = None) -> Traced:
    """Return the chains from a claim to another or, without an end, to every root it reaches.

    The shortest come first; equally long ones are in the order of the map, by the
    first claim or relation in which they differ.
    """
    size = len(argument_map.claims) + len(argument_map.relations) + 1
    countable = max(min(_COUNTED_AT_MOST, _COUNTING_WORK // size), 1)
    found = list(islice(_shortest_first(argument_map, start, end), countable + 1))
    is_all = len(found) <= countable
    del found[countable:]
    if found[1:]:
        names = (*argument_map.claims, *argument_map.relations)
        places = {name: place for place, name in enumerate(names)}
        found.sort(key=lambda chain: (len(chain.nodes), [places[n.id] for n in chain.nodes]))
    return Traced(found, is_all)


def _shortest_first(argument_map: ArgumentMap, start: str, end: str | None) -> Iterator[Chain]:
    """Yield chains, shortest first; each root is searched only when needed."""
    if end is not None:
        yield from ChainSearch(argument_map, end).chains_from(start)
        return
    # Nearest first: no root to come has a shorter chain than that of the last one.
    roots = ends_reached(argument_map, start, [claim.id for claim in argument_map.roots()])
    begun: list[tuple[int, int, Chain, Iterator[Chain]]] = []
    least = 0
    number = 0
    while begun or number < len(roots):
        if number < len(roots) and (not begun or begun[0][0] > least):
            search = ChainSearch(argument_map, roots[number]).chains_from(start)
            chain = next(search)
            least = len(chain.nodes)
            heapq.heappush(begun, (least, number, chain, search))
            number += 1
            continue
        _, root, chain, search = begun[0]
        yield chain
        following = next(search, None)
        if following is None:
            heapq.heappop(begun)
        else:
            heapq.heapreplace(begun, (len(following.nodes), root, following, search))


def chain_of(branches: Branches, index: int) -> Chain | None:
    """Return the chain that a row is on, to the end of its way or, inverted, from the start.

    It is None for the head of the outline, and where the way closes a cycle.
    """
    way = branches.way(index)
    nodes = list(_downwards(branches, way) if branches.start else _upwards(branches, way))
    while nodes and isinstance(end := nodes[-1], Relation):  # a step: go on to what it bears on
        following = branches.map.claims.get(end.target) or branches.map.relations[end.target]
        if following in nodes:
            return None
        nodes.append(following)
    is_chain = len({node.id for node in nodes}) == len(nodes) > 1
    return Chain(tuple(nodes)) if is_chain else None


def _upwards(branches: Branches, way: list[int]) -> Iterator[Claim | Relation]:
    step: Relation | None = None  # what the last relation is on
    head: Claim | Relation | None = None  # whose use elsewhere comes next
    for index in way:
        row = branches.rows[index]
        while step is not None and row.relation is not step:  # of linked premises above
            yield step
            step = branches.map.relations.get(step.target)
        if step is None and row.node is not head:  # else this is the one premise of the step
            yield row.node
        if row.relation is not None:
            yield row.relation
        step = branches.step(index)
        head = row.node if row.relation is None else None


def _downwards(branches: Branches, way: list[int]) -> Iterator[Claim | Relation]:
    last: Claim | Relation | None = None
    for index in reversed(way):
        row = branches.rows[index]
        if row.relation is not None and row.relation is not last:
            yield row.relation
        if row.relation is not None or row.node is not last:
            yield row.node
        last = row.node
