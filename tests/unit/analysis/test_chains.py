"""Chains and neighbourhoods against brute force with networkx."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count, islice, product
from math import prod
from types import FrameType

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.laws import examples
from support.small import small
from support.strategies import argument_maps, shapes

from argmap import ArgmapError, ArgumentMap, Chain, Claim, Relation, RelationKind, chains
from argmap.analysis.chains import ChainSearch, Effect, ends_reached
from argmap.analysis.neighbourhood import neighbourhood
from argmap.errors import UnknownNameError

laws = examples(60)
some_kinds = st.none() | st.sets(st.sampled_from(RelationKind))


def brute_force(
    m: ArgumentMap, start: str, end: str, kinds: set[RelationKind] | None
) -> set[tuple[str, ...]]:
    """Return every simple path of the map's graph, by id."""
    allowed = [r.id for r in m.relations.values() if kinds is None or r.kind in kinds]
    graph = m.graph.subgraph([*m.claims, *allowed])
    if start == end:
        return set()  # a claim has no chain to itself
    return {tuple(path) for path in nx.all_simple_paths(graph, start, end)}


def names(chain: Chain) -> tuple[str, ...]:
    return tuple(node.id for node in chain.nodes)


@given(st.data(), shapes(max_claims=6, max_relations=9), some_kinds)
@laws
def test_chains_are_all_simple_paths_the_shortest_first(
    data: st.DataObject, m: ArgumentMap, kinds: set[RelationKind] | None
) -> None:
    start, end = (data.draw(st.sampled_from(list(m.claims))) for _ in "se")
    found = list(chains(m, start, end, kinds=kinds))
    paths = [names(chain) for chain in found]
    assert set(paths) == brute_force(m, start, end, kinds)
    assert len(paths) == len(set(paths))
    lengths = [len(path) for path in paths]
    assert lengths == sorted(lengths)
    search = ChainSearch(m, end, kinds=kinds)
    assert [list(search.chains_from(start)) for _ in range(2)] == [found, found]
    for chain in found:
        factors = [
            -1 if str(r.kind) in {"attacks", "undercuts", "contradicts"} else 1
            for r in chain.relations
        ]
        is_restating = {str(r.kind) for r in chain.relations} == {"restates"}
        asks = any(claim.kind == "question" for claim in chain.nodes if isinstance(claim, Claim))
        if asks:
            assert (chain.sign, chain.effect in {Effect.ANSWERS, Effect.LEADS}) == (0, True)
            continue
        assert chain.sign == (0 if is_restating else prod(factors))
        assert (chain.effect is Effect.RESTATES) == is_restating
        assert chain.attacks == factors.count(-1)
        assert (chain.effect is Effect.ATTACKS) == (chain.sign == -1)
        is_support = not is_restating and -1 not in factors
        assert (chain.effect is Effect.SUPPORTS) == is_support


def best_first(m: ArgumentMap, start: str, end: str) -> Iterator[tuple[str, ...]]:
    """Yield all simple paths from knowing them all: the order that the search must keep.

    Partial paths are continued in order of the shortest path that begins with
    them; of those with equally long ones the longest goes first, then the one
    that was met first.
    """
    shortest: dict[tuple[str, ...], int] = {}
    for path in brute_force(m, start, end, None):
        for length in range(1, len(path) + 1):
            prefix = path[:length]
            shortest[prefix] = min(len(path), shortest.get(prefix, len(path)))
    order = count()
    heap: list[tuple[int, int, int, tuple[str, ...]]] = []
    if shortest:
        heap.append((shortest[start,], 0, next(order), (start,)))
    while heap:
        *_, prefix = heappop(heap)
        if prefix[-1] == end:
            yield prefix
        for node in m.graph.succ[prefix[-1]]:
            longer = (*prefix, node)
            if longer in shortest:
                heappush(heap, (shortest[longer], -len(longer), next(order), longer))


def map_of(*sentences: str) -> ArgumentMap:
    """Return a map of such as ``a supports b``, each relation with its number as id."""
    triples = [sentence.split() for sentence in sentences]
    steps = [
        Relation(str(number), RelationKind(verb), (premise,), target)
        for number, (premise, verb, target) in enumerate(triples)
    ]
    ends = dict.fromkeys(end for a, _, b in triples for end in (a, b) if not end.isdigit())
    return ArgumentMap([Claim(end, "Text.") for end in ends], steps)


# Cycles that the shortest way from a claim runs through, entered and left in several places.
TANGLED = (
    map_of("a restates b", "b restates c", "c restates d", "a contradicts c", "b contradicts d"),
    map_of(
        *("a supports b", "b supports c", "c supports a", "c attacks d", "b attacks b"),
        *("d undercuts 0", "d attacks a", "a undercuts 3", "b undercuts 7", "c supports e"),
    ),
    map_of(*(f"{x} supports {y}" for x in "abcde" for y in "abcde" if x != y)),
    map_of(
        *("a supports b", "b supports c", "c supports d", "b attacks e", "e attacks f"),
        *("f supports b", "f supports g", "g supports e", "g supports c", "c undercuts 4"),
    ),
    # Measuring past what is used comes to one claim on two ways, the longer one first.
    map_of(
        *("a restates b", "c restates a", "d restates e", "c undercuts 0", "b attacks f"),
        *("f attacks c", "b contradicts d", "a supports e", "b contradicts f"),
    ),
)


@given(m=shapes(max_claims=6, max_relations=10))
@example(TANGLED[0])
@example(TANGLED[1])
@example(TANGLED[2])
@example(TANGLED[3])
@example(TANGLED[4])
@laws
def test_chains_of_one_length_keep_their_order(m: ArgumentMap) -> None:
    for end in m.claims:
        search = ChainSearch(m, end)
        for start in m.claims:
            paths = [names(chain) for chain in search.chains_from(start)]
            assert paths == list(best_first(m, start, end))


def test_a_dense_map_is_not_measured_anew_at_every_step() -> None:
    """What is visited for twenty chains through 40 claims, each supporting all others."""
    ends = [f"c{number}" for number in range(40)]
    m = map_of(*(f"{x} supports {y}" for x in ends for y in ends if x != y))
    called = 0

    def count_call(_: FrameType, event: str, __: object) -> None:
        nonlocal called
        called += event == "c_call"

    search = ChainSearch(m, "c1").chains_from("c0")
    next(search)
    sys.setprofile(count_call)
    assert len(list(islice(search, 20))) == 20
    sys.setprofile(None)
    assert called < 5 * len(m.graph.edges)


# Cycles, of undercuts as well, with ends in them and behind them.
CYCLIC = [
    ("a supports b", "b supports c", "c supports a"),
    ("a supports b", "b undercuts r0", "c undercuts r1", "b supports c", "c supports a"),
    (
        *("a supports b", "b supports c", "c supports d", "d supports a", "a supports c"),
        *("d undercuts r0", "b undercuts r2", "c undercuts r5", "d attacks b", "c contradicts a"),
    ),
    (
        *("a supports b", "b attacks c", "c attacks b", "b supports d", "c supports d"),
        *("d undercuts r3", "e undercuts r4", "d supports e", "e attacks a", "e supports d"),
    ),
    ("a supports b", "c undercuts r0", "b supports c", "a undercuts r1", "c supports b"),
]


@pytest.mark.parametrize("sentences", CYCLIC)
def test_in_cycles_chains_are_all_simple_paths_the_shortest_first(
    sentences: tuple[str, ...],
) -> None:
    m = small(*sentences)
    for start, end in product(m.claims, repeat=2):
        paths = [names(chain) for chain in chains(m, start, end)]
        assert set(paths) == brute_force(m, start, end, None)
        assert len(paths) == len(set(paths))
        assert [*map(len, paths)] == sorted(map(len, paths))


@given(data=st.data(), m=shapes(), kinds=some_kinds, backwards=st.booleans())
@laws
def test_ends_reached_are_the_claims_with_a_chain_the_nearest_first(
    data: st.DataObject, m: ArgumentMap, kinds: set[RelationKind] | None, *, backwards: bool
) -> None:
    start = data.draw(st.sampled_from(list(m.claims)))
    found = ends_reached(m, start, m.claims, backwards=backwards, kinds=kinds)

    def shortest(other: str) -> int | None:
        ends = (other, start) if backwards else (start, other)
        return min(map(len, brute_force(m, *ends, kinds)), default=None)

    distances = {other: shortest(other) for other in m.claims}
    assert set(found) == {other for other, far in distances.items() if far is not None}
    assert [distances[other] for other in found] == sorted(distances[o] or 0 for o in found)


@pytest.mark.parametrize(
    ("ends", "error"),
    [(("x", "c"), UnknownNameError), (("c", "x"), UnknownNameError), (("c/d", "c"), ArgmapError)],
)
def test_a_chain_needs_claims_at_both_ends(ends: tuple[str, str], error: type[Exception]) -> None:
    m = ArgumentMap(
        [Claim("c", "C."), Claim("d", "D.")],
        [Relation("c/d", RelationKind.SUPPORTS, ("c",), "d")],
    )
    with pytest.raises(error):
        list(chains(m, *ends))


@given(st.data(), shapes())
@laws
def test_a_neighbourhood_holds_all_that_has_a_chain_to_it(
    data: st.DataObject, m: ArgumentMap
) -> None:
    centre = data.draw(st.sets(st.sampled_from(list(m.claims)), min_size=1, max_size=2))
    around = neighbourhood(m, centre, None)
    bearing = {
        claim for claim in m.claims for end in centre if brute_force(m, claim, end, None)
    } | centre
    assert bearing <= set(around.claims)
    assert set(around.relations) <= set(m.relations)


@given(st.data(), shapes(), st.integers(0, 3))
@laws
def test_a_neighbourhood_grows_with_its_depth(
    data: st.DataObject, m: ArgumentMap, depth: int
) -> None:
    centre = [data.draw(st.sampled_from(list(m.claims)))]
    inner, outer = neighbourhood(m, centre, depth), neighbourhood(m, centre, depth + 1)
    assert set(inner.claims) <= set(outer.claims) <= set(neighbourhood(m, centre).claims)
    if depth == 0:
        assert list(inner.claims) == centre
    else:
        near = {p for r in m.relations.values() if r.target in centre for p in r.premises}
        assert near <= set(inner.claims)


@given(st.data(), argument_maps())
@laws
def test_a_restriction_is_a_valid_map_of_what_holds_among_its_claims(
    data: st.DataObject, m: ArgumentMap
) -> None:
    wanted = data.draw(st.sets(st.sampled_from(list(m.claims)))) if m.claims else set()
    part = m.restricted_to(wanted)
    assert list(part.claims) == [name for name in m.claims if name in wanted]
    kept = dict(m.relations)
    while True:  # the greatest set of relations whose ends all stay
        inside = wanted | set(kept)
        fit = {
            name: r for name, r in kept.items() if {*r.premises} <= wanted and r.target in inside
        }
        if fit == kept:
            break
        kept = fit
    assert part.relations == kept
    assert list(part.relations) == [name for name in m.relations if name in kept]
    rebuilt = ArgumentMap(
        part.claims.values(),
        part.relations.values(),
        title=m.title,
        source=m.source,
        voices=part.voices,
        ignored=part.ignored,
    )
    assert rebuilt == part
    stays = {None, *part.claims, *part.relations}
    assert list(part.ignored) == [each for each in m.ignored if each.owner in stays]
    used = {claim.voice for claim in part.claims.values()}
    assert part.voices == {name: text for name, text in m.voices.items() if name in used}


def test_a_chain_is_for_or_against_unless_it_only_restates() -> None:
    ends = [Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")]
    restates = Relation("ab", RelationKind.RESTATES, ("a",), "b")
    for kind, effect, sign in (
        (RelationKind.RESTATES, "restates", 0),
        (RelationKind.SUPPORTS, "supports", 1),
        (RelationKind.ATTACKS, "attacks", -1),
    ):
        m = ArgumentMap(ends, [restates, Relation("bc", kind, ("b",), "c")])
        (chain,) = chains(m, "a", "c")
        assert (str(chain.effect), chain.sign) == (effect, sign)
