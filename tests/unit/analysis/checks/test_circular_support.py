"""Cycles of supports."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from support.asking import asserted
from support.checked import found
from support.laws import examples
from support.strategies import shapes

from argmap import ArgumentMap, Claim, Relation, RelationKind, loads

RESTATES = RelationKind.RESTATES
laws = examples(30)


def _supports(m: ArgumentMap) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for relation in m.relations.values():
        if relation.kind is RelationKind.SUPPORTS:
            graph.add_edges_from((premise, relation.id) for premise in relation.premises)
            graph.add_edge(relation.id, relation.target)
    return graph


@given(shapes())
@laws
def test_every_step_of_a_cycle_is_in_one_that_is_named(m: ArgumentMap) -> None:
    claimed = asserted(m, choosing=False)  # a question supports nothing
    same: nx.Graph[str] = nx.Graph(
        [(r.premises[0], r.target) for r in claimed.relations.values() if r.kind is RESTATES]
    )
    parts = nx.connected_components(same)
    one = {name: min(part, key=list(m.claims).index) for part in parts for name in part}
    graph: nx.DiGraph[str] = nx.DiGraph(
        [(one.get(a, a), one.get(b, b)) for a, b in _supports(claimed).edges]
    )
    in_circles = {
        edge
        for part in nx.strongly_connected_components(graph)
        for edge in graph.subgraph(part).edges
    }
    covered: set[tuple[str, str]] = set()
    for each in found("circular-support", m):
        assert each.owner is not None
        cycle = [each.owner, *each.related]
        assert len(set(cycle)) == len(cycle)
        steps = set(pairwise([*cycle, cycle[0]]))
        assert all(graph.has_edge(*step) for step in steps)
        assert not steps <= covered  # each names a step that none before it did
        covered |= steps
    assert covered == in_circles


def test_a_cycle_of_many_claims_and_a_component_of_many_cycles() -> None:
    size = 20_000
    claims = [Claim(f"c{number}", "A claim.") for number in range(size)]
    ring = [
        Relation(f"r{n}", RelationKind.SUPPORTS, (f"c{n}",), f"c{(n + 1) % size}")
        for n in range(size)
    ]
    (only,) = found("circular-support", ArgumentMap(claims, ring))
    assert "more" in only.message
    assert len(only.related) == 2 * size - 1
    few = claims[:30]
    component = [
        Relation(f"{a.id}/{b.id}", RelationKind.SUPPORTS, (a.id,), b.id)
        for a in few
        for b in few
        if a is not b
    ]
    reported = found("circular-support", ArgumentMap(few, component))
    assert len(reported) == 21
    assert "30 claims" in reported[-1].message


def test_a_cycle_by_way_of_a_restatement_names_it() -> None:
    head = "argmap: 1\nclaims: {a: A., b: B., c: C., d: D.}\nrelations:\n"
    restates = "  - {from: b, restates: a}\n"
    for supports, message in (
        ("  - {from: a, supports: b}\n", "'a' supports itself, as 'b' says the same"),
        (
            "  - {from: d, restates: a}\n  - {from: b, supports: d}\n",
            "'a' supports itself, as 'b' and 'd' say the same",
        ),
        (
            "  - {from: c, supports: a}\n  - {from: a, supports: d}\n  - {from: d, supports: c}\n",
            "'a' supports itself through 'd', then 'c'",
        ),
        (
            "  - {from: c, supports: b}\n  - {from: c, restates: d}\n  - {from: a, supports: d}\n",
            "'a' supports itself through 'd' (the same as 'c'), as 'b' says the same",
        ),
    ):
        (reported,) = found("circular-support", loads(head + restates + supports))
        assert reported.message == message
