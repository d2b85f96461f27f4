"""What chains have in common: the tails that several of them end with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.analysis.chains import Chain
from argmap.model import Claim, Relation


class Tail(NamedTuple):
    """The end that a chain has in common with an earlier one, the longest there is.

    ``chain`` is the index of the earlier chain, and ``start`` that of the claim of
    this chain from which on its nodes are the same.
    """

    chain: int
    start: int


def shared_tails(chains: Iterable[Chain]) -> Iterator[Tail | None]:
    """Yield for each chain its tail that an earlier one has; None if it is a step or less.

    Of several earlier chains with the same tail, it is the first. A single step
    is as short as what would refer to it.
    """
    # A trie of the chains read backwards: each branch by the number of the node it
    # leaves and the id it leads to, and the chain that came to each node first.
    branches: dict[tuple[int, str], int] = {}
    first = [0]
    for number, chain in enumerate(chains):
        at, of, start = 0, number, len(chain.nodes)
        is_shared = True
        for index in range(len(chain.nodes) - 1, -1, -1):
            node = chain.nodes[index]
            following = branches.get((at, node.id))
            is_shared = is_shared and following is not None
            if following is None:
                following = branches[at, node.id] = len(first)
                first.append(number)
            elif is_shared and isinstance(node, Claim):
                start, of = index, first[following]
            at = following
        steps = sum(isinstance(node, Relation) for node in chain.nodes[start:])
        yield Tail(of, start) if steps > 1 else None
