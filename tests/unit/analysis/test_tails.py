"""The tails that chains share, against every pair of chains."""

from __future__ import annotations

from itertools import islice, takewhile

from hypothesis import given
from support.laws import examples
from support.small import small
from support.strategies import shapes

from argmap import ArgumentMap, Chain, Claim, Relation, chains
from argmap.analysis.tails import Tail, shared_tails


def common(first: Chain, second: Chain) -> int:
    """Return how many nodes at their ends two chains share, from a claim on."""
    pairs = zip(reversed(first.nodes), reversed(second.nodes), strict=False)
    same = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    while same and isinstance(same[-1], Relation):
        same.pop()
    steps = sum(isinstance(node, Relation) for node in same)
    return len(same) if steps > 1 else 0


@given(shapes(max_claims=6, max_relations=9))
@examples(40)
def test_a_tail_is_the_longest_that_an_earlier_chain_has(m: ArgumentMap) -> None:
    ends = list(m.claims)
    found = [c for a in ends for b in ends[:2] for c in islice(chains(m, a, b), 4)]
    for number, (chain, tail) in enumerate(zip(found, shared_tails(found), strict=True)):
        shared = [common(chain, earlier) for earlier in found[:number]]
        longest = max(shared, default=0)
        if not longest:
            assert tail is None
        else:
            assert tail == Tail(shared.index(longest), len(chain.nodes) - longest)
            assert isinstance(chain.nodes[tail.start], Claim)


def test_linked_premises_join_at_their_target() -> None:
    m = small("a+b supports c", "c supports d", "d supports e")
    found = [*chains(m, "a", "e"), *chains(m, "b", "e")]
    assert list(shared_tails(found)) == [None, Tail(0, 2)]
    assert list(shared_tails([])) == []
