"""The chains from a claim, one at a time, and the chain that a line of the tree stands for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from argmap.analysis.chains import Chain, ChainSearch, ends_reached
from argmap.model import ArgumentMap, Claim, Relation
from argmap.views.explorer.entry import Entry

DEEPEST = 200  # lines, of which the chain is told as soon as one is chosen


def traced(argument_map: ArgumentMap, start: str, end: str | None = None) -> Iterator[Chain]:
    """Yield the chains from a claim to another, the shortest first.

    Without an end, the shortest chain to each root, the nearest first, then
    the second one to each, and so on.
    """
    if end is not None:
        yield from ChainSearch(argument_map, end).chains_from(start)
        return
    roots = ends_reached(argument_map, start, [claim.id for claim in argument_map.roots()])
    pending: deque[Iterator[Chain]] = deque()
    for root in roots:
        search = ChainSearch(argument_map, root).chains_from(start)
        yield next(search)
        pending.append(search)
    while pending:
        search = pending.popleft()
        for chain in search:
            yield chain
            pending.append(search)
            break


def chain_of(argument_map: ArgumentMap, entry: Entry, *, inverted: bool) -> Chain | None:
    """Return the chain between a line and the top of its tree; None where there is none to tell.

    That is: at the top, where a circle closes, and deeper than ``DEEPEST``.
    Linked premises are told from the first of them.
    """
    if not 0 < entry.line.depth <= DEEPEST or entry.is_circle:
        return None
    nodes = list(_downwards(entry) if inverted else _upwards(argument_map, entry))
    while isinstance(end := nodes[-1], Relation):  # a step, told on to what it bears on
        nodes.append(argument_map.claims.get(end.target) or argument_map.relations[end.target])
    return Chain(tuple(nodes))


def _upwards(argument_map: ArgumentMap, entry: Entry) -> Iterator[Claim | Relation]:
    on_step = False  # what was yielded last bears on the relation of the line
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
