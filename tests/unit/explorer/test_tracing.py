"""The chains that the explorer counts are all there are, in the order it promises."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.small import small
from support.strategies import shapes

from argmap import ArgumentMap, Claim, Relation, loads
from argmap.analysis.chains import ChainSearch
from argmap.explorer.branches import Branches
from argmap.explorer.tracing import chain_of, traced

laws = examples(60)


def in_order(m: ArgumentMap, start: str, ends: list[str]) -> list[tuple[str, ...]]:
    """Return every simple path to the ends: the shortest first, then in the map's order."""
    places = {name: place for place, name in enumerate((*m.claims, *m.relations))}
    paths = [
        tuple(path)
        for end in ends
        if end != start
        for path in nx.all_simple_paths(m.graph, start, end)
    ]
    return sorted(paths, key=lambda path: (len(path), [places[name] for name in path]))


@given(st.data(), shapes(max_claims=6, max_relations=9))
@laws
def test_all_chains_the_shortest_first_then_in_the_order_of_the_map(
    data: st.DataObject, m: ArgumentMap
) -> None:
    start, end = (data.draw(st.sampled_from(list(m.claims))) for _ in "se")
    roots = [claim.id for claim in m.roots()]
    for found, ends in ((traced(m, start, end), [end]), (traced(m, start), roots)):
        assert found.is_all
        names = [tuple(node.id for node in chain.nodes) for chain in found.chains]
        assert names == in_order(m, start, ends)


def test_chains_to_a_near_and_a_far_root_are_mixed_by_length() -> None:
    m = small(
        "a supports near",
        "a supports b",
        "b supports far",
        "a supports c",
        "c supports d",
        "d supports near",
    )
    ends = [chain.nodes[-1].id for chain in traced(m, "a").chains]
    assert ends == ["near", "far", "near"]


def test_equally_long_chains_come_in_the_order_of_the_map() -> None:
    m = small("near", "a supports far", "a supports near")
    assert [chain.nodes[-1].id for chain in traced(m, "a").chains] == ["far", "near"]


def test_cycles_are_looked_for_only_where_a_cycle_can_be_reached() -> None:
    m = small("a supports b", "b supports c", "c supports b", "b supports end", "x supports a")
    assert m.claims.keys() & ChainSearch(m, "end")._component.keys() == {"b", "c"}
    assert ChainSearch(m, "a")._component == {}


def test_steps_that_undercut_one_another_in_a_ring_lead_nowhere() -> None:
    """And following them ends, from any line of the tree."""
    for size in (1, 2, 3, 70):
        steps = "".join(
            f"  - {{id: r{at}, from: c, undercuts: r{(at + 1) % size}}}\n" for at in range(size)
        )
        argument_map = loads(f"argmap: 1\nclaims: {{c: C.}}\nrelations:\n{steps}")
        branches = Branches(argument_map, "c")
        for index in range(len(branches.rows)):
            found = chain_of(branches, index)
            assert found is None or isinstance(found.nodes[-1], Claim)


@given(shapes(max_claims=6, max_relations=9), st.data())
@laws
def test_the_chain_of_a_row_is_a_chain_of_the_map(m: ArgumentMap, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([None, *m.claims]))
    branches = Branches(m, start)
    for index, row in enumerate(branches.rows):
        found = chain_of(branches, index)
        if found is None:
            continue
        names = [node.id for node in found.nodes]
        assert len(names) == len(set(names))
        assert all(m.graph.has_edge(*pair) for pair in pairwise(names))
        assert isinstance(row.node, Relation) or names[-1 if start else 0] == row.node.id
        assert names[0] == start or not start


def test_the_chain_from_an_undercut_goes_on_with_what_the_step_bears_on() -> None:
    for premises in ("u", "[u, v]"):
        branches = Branches(loads(_UNDERCUT.format(premises=premises)))
        found = chain_of(branches, branches.outline.row_of["d"])
        assert found is not None
        assert [node.id for node in found.nodes] == ["d", "d/s", "s", "b"]


_UNDERCUT = """
argmap: 1
claims: {{b: B, u: U, v: V, d: D}}
relations:
- {{from: {premises}, supports: b, id: s}}
- {{from: d, undercuts: s}}
"""
