"""The indexes, roots, grounds and graphs of a map."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgmapError, ArgumentMap, Claim, Passage, Relation, RelationKind
from argmap.errors import UnknownNameError
from argmap.model.argument_map import BrokenMapError

S, A, U = RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS
C, R = RelationKind.CONTRADICTS, RelationKind.RESTATES
laws = examples(100)

MAP = ArgumentMap(
    [Claim(name, f"{name} holds.", weight=0.5 if name == "a" else None) for name in "abcdef"],
    [
        Relation("ab/c", S, ("a", "b"), "c"),
        Relation("c-d", C, ("c",), "d"),
        Relation("d-f", R, ("d",), "f"),
        Relation("e-step", U, ("e",), "ab/c"),
        Relation("e/e", S, ("e",), "e"),
    ],
)


def incoming(name: str) -> list[str]:
    return [relation.id for relation in MAP.incoming(name)]


def outgoing(name: str) -> list[str]:
    return [relation.id for relation in MAP.outgoing(name)]


def test_symmetric_relations_bear_on_both_ends() -> None:
    assert {name: incoming(name) for name in "abcdef"} == {
        "a": [],
        "b": [],
        "c": ["ab/c", "c-d"],
        "d": ["c-d", "d-f"],
        "e": ["e/e"],
        "f": ["d-f"],
    }
    assert {name: outgoing(name) for name in "abcdef"} == {
        "a": ["ab/c"],
        "b": ["ab/c"],
        "c": ["c-d"],
        "d": ["c-d", "d-f"],
        "e": ["e-step", "e/e"],
        "f": ["d-f"],
    }
    assert incoming("ab/c") == ["e-step"]
    assert incoming("nowhere") == []


def test_roots_and_grounds() -> None:
    assert [claim.id for claim in MAP.roots()] == ["c", "f"]  # d restates f
    assert [claim.id for claim in MAP.grounds()] == ["a", "b", "d", "f"]


def test_the_graph_has_claims_and_relations_and_both_ways_of_the_symmetric() -> None:
    graph = MAP.graph
    assert graph is MAP.graph
    assert set(graph.edges) == {
        *(("a", "ab/c"), ("b", "ab/c"), ("ab/c", "c"), ("e", "e-step"), ("e-step", "ab/c")),
        *(("c", "c-d"), ("c-d", "c"), ("c-d", "d"), ("d", "c-d")),
        *(("d", "d-f"), ("d-f", "d"), ("d-f", "f"), ("f", "d-f"), ("e", "e/e"), ("e/e", "e")),
    }
    assert {name: data["node"] for name, data in graph.nodes(data=True)} == {
        **MAP.claims,
        **MAP.relations,
    }


def test_the_claim_graph_has_an_edge_a_premise_and_no_steps() -> None:
    graph = MAP.claim_graph()
    assert set(graph.edges(keys=True)) == {
        ("a", "c", "ab/c"),
        ("b", "c", "ab/c"),
        ("c", "d", "c-d"),
        ("d", "f", "d-f"),
        ("e", "e", "e/e"),
    }
    assert graph.edges["a", "c", "ab/c"] == {"kind": "supports", "relation": MAP.relations["ab/c"]}
    assert graph.nodes["a"]["text"] == "a holds."
    assert graph.nodes["a"]["weight"] == 0.5
    assert "id" not in graph.nodes["a"]
    assert MAP.claim_graph() is not graph


@given(argument_maps())
@laws
def test_indexes_and_graphs_agree_with_the_relations(m: ArgumentMap) -> None:
    for name in [*m.claims, *m.relations]:
        bears = [
            r
            for r in m.relations.values()
            if r.target == name or (r.kind in {C, R} and r.premises[0] == name)
        ]
        assert m.incoming(name) == bears
        asked = {each.id for each in m.claims.values() if each.kind == "question"}
        carrying = {r.kind for r in bears if asked.isdisjoint(r.premises)}
        assert m.is_ground(name) == (name not in asked and S not in carrying)
    for name in m.claims:
        goes = [
            r
            for r in m.relations.values()
            if name in r.premises or (r.kind in {C, R} and r.target == name)
        ]
        assert m.outgoing(name) == goes
        assert m.leads_further(name) == any(
            r.kind not in {C, R, RelationKind.ANSWERS} for r in goes
        )
    assert set(m.graph) == {*m.claims, *m.relations}
    between = [r for r in m.relations.values() if r.target in m.claims]
    assert m.claim_graph().number_of_edges() == sum(len(r.premises) for r in between)
    assert set(m.claim_graph()) == set(m.claims)
    assert nx.is_directed(m.graph)


@given(argument_maps())
@laws
def test_of_claims_that_say_the_same_at_most_one_is_a_root(m: ArgumentMap) -> None:
    asked = {each.id for each in m.claims.values() if each.kind == "question"}
    restating = [
        r
        for r in m.relations.values()
        if r.kind is R and (r.premises[0] in asked) is (r.target in asked)
    ]
    same: nx.Graph[str] = nx.Graph((r.premises[0], r.target) for r in restating)
    same.add_nodes_from(m.claims)
    for names in nx.connected_components(same):
        roots = [name for name in names if m.is_root(name)]
        is_asked = not asked.isdisjoint(names)
        assert len(roots) == (not is_asked and not any(map(m.leads_further, names)))
        for name in names:
            assert sorted(m.same_as(name)) == sorted(names)
        first = m.same_as(next(iter(names)))[0]
        assert roots in ([], [first])
        theses = [name for name in names if m.claims[name].kind == "thesis"]
        assert not theses or first in theses
        originals = set(theses or names) - {r.premises[0] for r in restating}
        assert not originals or first in originals


def test_equality_is_of_what_is_said_and_in_which_order() -> None:
    one, other = Claim("a", "A."), Claim("b", "B.")
    assert ArgumentMap([one, other]) == ArgumentMap([one, other])
    assert ArgumentMap([one, other]) != ArgumentMap([other, one])
    assert ArgumentMap([one]) != ArgumentMap([one], title="T")
    assert ArgumentMap([one]) != [one]


@pytest.mark.parametrize(
    ("first", "last", "text"), [(3, 3, "3"), (4, 5, "4-5"), (0, 0, "0"), (0, 12, "0-12")]
)
def test_a_passage_reads_as_a_map_file_writes_it(first: int, last: int, text: str) -> None:
    assert str(Passage(first, last)) == text


def test_the_place_of_a_claim_lists_its_passages() -> None:
    assert Claim("a", "A.", at=(Passage(1, 1), Passage(4, 5))).place == "1, 4-5"
    assert Claim("a", "A.").place == ""


def test_looking_up_a_claim_says_what_else_there_is() -> None:
    assert MAP.claim("a") is MAP.claims["a"]
    with pytest.raises(ArgmapError, match="is a relation") as on_relation:
        MAP.claim("ab/c")
    assert on_relation.value.hint == "it starts from 'a' or 'b'"
    m = ArgumentMap([Claim("survey", "S.")])
    with pytest.raises(UnknownNameError) as unknown:
        m.claim("survye")
    assert unknown.value.hint == "did you mean 'survey'?"


def test_a_map_that_does_not_fit_together_names_every_fault() -> None:
    claims = [Claim("a", "A."), Claim("a", "A again.")]
    relations = [Relation("a", S, ("x",), "y"), Relation("r", C, ("a",), "a")]
    with pytest.raises(BrokenMapError) as broken:
        ArgumentMap(claims, relations)
    codes = sorted(fault.code for fault in broken.value.faults)
    assert codes == ["dangling-id", "dangling-id", "duplicate-id", "duplicate-id", "self-relation"]
