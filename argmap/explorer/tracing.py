"""The chains from a claim, in order, and the chain along the lines of the tree."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from argmap.analysis.chains import Chain, ChainSearch, ends_reached
from argmap.explorer.entry import Entry
from argmap.model import ArgumentMap, Claim, Relation

DEEPEST = 200  # lines; the chain of a deeper line is only shown when traced
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


def chain_of(argument_map: ArgumentMap, entry: Entry, *, inverted: bool) -> Chain | None:
    """Return the chain between a line and the top of its tree, or None.

    It is None for the top, for a line that closes a cycle, and for one deeper than
    ``DEEPEST``. For linked premises it starts at the first of them.
    """
    if not 0 < entry.line.depth <= DEEPEST or entry.is_cycle:
        return None
    nodes = list(_downwards(entry) if inverted else _upwards(argument_map, entry))
    while isinstance(end := nodes[-1], Relation):  # a step: go on to what it bears on
        following = argument_map.claims.get(end.target) or argument_map.relations[end.target]
        if following in nodes:
            return None  # a cycle of steps that bear on no claim
        nodes.append(following)
    return Chain(tuple(nodes))


def _upwards(argument_map: ArgumentMap, entry: Entry) -> Iterator[Claim | Relation]:
    on_step = False  # whether the last relation bears on that of the line
    if isinstance(entry.line.node, Relation):
        yield argument_map.claims[entry.line.node.premises[0]]
    for each in entry.ancestry():
        node, relation = each.line.node, each.line.relation
        if isinstance(node, Claim) and not on_step:
            yield node
        if relation is not None:
            yield relation
            on_step = each.line.on_step


def _downwards(entry: Entry) -> Iterator[Claim | Relation]:
    last: Claim | Relation | None = None
    for each in reversed(list(entry.ancestry())):
        node, relation = each.line.node, each.line.relation
        if relation is not None and relation is not last:
            yield relation
        yield node
        last = node
