"""How many claims lie under others, against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from support.laws import examples
from support.small import small_maps

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.counting import Counter


@given(small_maps(max_claims=6, max_relations=10))
@examples(100)
def test_what_is_under_a_claim_leads_to_it(argument_map: ArgumentMap) -> None:
    """Wordings of one claim are one node there."""
    first = {name: argument_map.same_as(name)[0] for name in argument_map.claims}
    for supports_alone in (True, False):
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((*argument_map.claims, *argument_map.relations))
        for relation in argument_map.relations.values():
            is_symmetric = relation.kind.is_symmetric
            if relation.kind is RelationKind.SUPPORTS or not (supports_alone or is_symmetric):
                graph.add_edges_from((first[name], relation.id) for name in relation.premises)
                graph.add_edge(relation.id, first.get(relation.target, relation.target))
        counter = Counter(argument_map)
        for name in argument_map.claims:
            under = nx.ancestors(graph, first[name]) & {*argument_map.claims}
            assert counter.under([name], supports_alone=supports_alone) == len(under)
        assert counter.is_complete


def test_counting_ends() -> None:
    """Where everything is under every root, only some of these are counted, and come first."""
    depth, roots = 300, 800
    claims = [Claim(f"c{n}", "C.") for n in range(depth)]
    claims += [Claim(f"r{n}", "R.") for n in range(roots)]
    supports = [(f"c{n + 1}", f"c{n}") for n in range(depth - 1)]
    supports += [("c0", f"r{n}") for n in range(roots)]
    relations = [
        Relation(f"{one}/{other}", RelationKind.SUPPORTS, (one,), other) for one, other in supports
    ]
    counter = Counter(ArgumentMap(claims, relations))
    found = counter.ranked(claims[depth:])
    assert not counter.is_complete
    known = [each.under for each in found if each.under is not None]
    assert known == [depth] * len(known)
    assert 0 < len(known) < roots
    assert [each.under for each in found[len(known) :]] == [None] * (roots - len(known))
