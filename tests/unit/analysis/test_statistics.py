"""The numbers of a map, against slow ways to find them."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from support.laws import examples
from support.strategies import shapes

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.statistics import statistics, total


def flow(argument_map: ArgumentMap) -> nx.DiGraph[str]:
    """Return what leads further."""
    graph: nx.DiGraph[str] = nx.DiGraph(argument_map.graph)
    for relation in argument_map.relations.values():
        if relation.kind.is_symmetric or relation.kind is RelationKind.ANSWERS:
            graph.remove_node(relation.id)
    return graph


@given(shapes())
@examples(100)
def test_shape(argument_map: ArgumentMap) -> None:
    found = statistics(argument_map)
    graph = flow(argument_map)
    parts = list(nx.connected_components(argument_map.graph.to_undirected()))
    assert found.islands == (len(parts) - 1 if parts else 0)
    cycles = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
    assert found.cycles == len(cycles)
    if not cycles:  # then the longest chain can be tried out
        lengths = [
            sum(node in argument_map.relations for node in path)
            for first in argument_map.claims
            for last in argument_map.claims
            for path in nx.all_simple_paths(graph, first, last)
        ]
        assert found.longest_chain.length == max(lengths, default=0)
    roots = [name for name in argument_map.claims if not argument_map.leads_further(name)]
    reached = nx.multi_source_dijkstra_path_length(graph.reverse(), roots) if roots else {}
    steps = [int(length) // 2 for name, length in reached.items() if name in argument_map.claims]
    undercut = any(r.target in argument_map.relations for r in argument_map.relations.values())
    if not undercut:  # then claims and relations take turns
        assert found.depth == max(steps, default=0)


@given(shapes())
@examples(60)
def test_tallies(argument_map: ArgumentMap) -> None:
    found = statistics(argument_map)
    claims = argument_map.claims
    assert sum(each.claims for each in found.by_kind.values()) == len(claims)
    for kind, tally in found.by_kind.items():
        own = [claim.id for claim in claims.values() if claim.kind == kind]
        out = {relation for name in own for relation in argument_map.outgoing(name)}
        into = {relation for name in own for relation in argument_map.incoming(name)}
        assert tally.attacks == sum(r.kind.is_against for r in out)
        assert tally.supports == sum(r.kind is RelationKind.SUPPORTS for r in out)
        assert tally.attacked == sum(r.kind.is_against for r in into)
        assert tally.supported == sum(r.kind is RelationKind.SUPPORTS for r in into)


@given(shapes(), shapes())
@examples(30)
def test_a_total_is_the_sum(first: ArgumentMap, second: ArgumentMap) -> None:
    one, other = statistics(first), statistics(second)
    whole = total([one, other])
    assert whole.claims == one.claims + other.claims
    assert whole.islands == one.islands + other.islands
    assert whole.depth == max(one.depth, other.depth)
    assert whole.by_kind.keys() == one.by_kind.keys() | other.by_kind.keys()
    assert total([one])._replace(leaned_on=[]) == one._replace(
        leaned_on=[], longest_chain=one.longest_chain._replace(first=None, last=None)
    )


def test_a_cycle_counts_as_one_claim() -> None:
    supports = RelationKind.SUPPORTS
    pairs = ["xa", "ab", "bc", "ca", "cy"]
    relations = [Relation(pair, supports, (pair[0],), pair[1]) for pair in pairs]
    found = statistics(ArgumentMap([Claim(name, name) for name in "yxabc"], relations))
    assert found.cycles == 1
    assert found.longest_chain == (2, "x", "y")
    assert found.depth == 4


def test_the_most_leaned_on_come_first_and_in_the_order_of_the_map() -> None:
    supports = RelationKind.SUPPORTS
    pairs = ["ax", "ay", "bx", "by", "bz", "cx", "dx", "dy"]
    relations = [Relation(pair, supports, (pair[0],), pair[1]) for pair in pairs]
    found = statistics(ArgumentMap([Claim(name, name) for name in "dcbaxyz"], relations))
    assert [(claim.id, number) for claim, number in found.leaned_on] == [
        ("b", 3),
        ("d", 2),
        ("a", 2),
    ]
