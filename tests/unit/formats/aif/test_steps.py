"""The steps of AIF."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.aif import graph, read, relations
from support.laws import examples

from argmap import (
    ArgumentMap,
    Claim,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses

S, A, U = RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS


def test_every_kind_of_step() -> None:
    m, lost = read(
        graph(
            "a:I b:I c:I d:I ra:RA ca:CA ca2:CA ra2:RA ma:MA",
            "a>ra b>ra ra>c d>ca ca>c d>ca2 ca2>ra a>ra2 ra2>ca c>ma ma>d",
        )
    )
    assert relations(m) == [
        ("ra", "a+b", "supports", "c"),
        ("ca", "d", "attacks", "c"),
        ("ca2", "d", "undercuts", "ra"),
        ("ra2", "a", "supports", "ca"),
        ("ma", "c", "restates", "d"),
    ]
    assert lost == {}


def test_several_targets_are_split() -> None:
    m, lost = read(graph("a:I b:I c:I ra:RA ca:CA", "a>ra ra>b ra>c c>ca ca>ra"))
    assert relations(m) == [
        ("ra", "a", "supports", "b"),
        ("ra-2", "a", "supports", "c"),
        ("ca", "c", "undercuts", "ra"),
    ]
    assert lost == {"relation on a step with several targets, kept on the first": 1}


@pytest.mark.parametrize(
    ("nodes", "edges", "expected"),
    [
        ("a:I ra:RA", "a>ra", {"inference without a target": 1}),
        ("a:I ca:CA", "ca>a", {"conflict without a premise": 1}),
        ("a:I ma:MA", "a>ma", {"rephrase without a target": 1}),
        ("a:I ma:MA", "a>ma ma>a", {"claim that restates itself": 1}),
        ("a:I b:I ma:MA", "a>ma ma>a ma>b", {"claim that restates itself": 1}),
        ("a:I b:I ma:MA", "a>ma b>ma ma>b", {"claim that restates itself": 1}),
        ("a:I ca:CA ca2:CA", "a>ca ca>ca2", {"conflict without a premise": 1,
                                              "conflict on a step that is left out": 1}),
        ("a:I b:I ca:CA ra:RA", "a>ra ra>ca b>ra ra>b",
         {"conflict without a premise": 1, "edge of a step to one that is left out": 1}),
        ("a:I l:L ra:RA", "a>ra ra>l", {"inference on what cannot be its target": 1,
                                        "locution": 1}),
        ("a:I b:I ra:RA pa:PA", "a>pa ra>pa pa>b", {"inference without a premise": 1,
                                                  "preference that is not between claims": 1}),
        ("a:I l:L", "l>a", {"locution": 1,
                            "edge between a claim and a dialogue, without a meaning": 1}),
        ("a:I b:I", "a>b", {"edge between claims, without a meaning": 1}),
        ("a:I pa:PA", "a>pa", {"preference that is not between claims": 1}),
        ("a:I x:XX y:", "a>x", {"node of an unknown type": 1, "node without a type": 1}),
        ("a:I", "a>gone gone>a", {"edge from or to a node that is not there": 2}),
        ("a:I a:I", "", {"node given twice": 1}),
        ("a:I l:L y:YA t:TA", "l>y y>a", {"locution": 1, "illocution": 1, "transition": 1}),
        ("a:I b:I ma:MA ra:RA", "a>ma ma>b ma>ra a>ra ra>b",
         {"edge of a step to what cannot be its target": 1}),
    ],
)  # fmt: skip
def test_what_is_half_drawn_is_left_out_and_counted(
    nodes: str, edges: str, expected: dict[str, int]
) -> None:
    m, lost = read(graph(nodes, edges))
    assert "a" in m.claims
    assert lost == expected


NOUNS = {"RA": "inference", "CA": "conflict", "MA": "rephrase"}


@pytest.mark.parametrize("premise", ["L", "XX", ""])
@pytest.mark.parametrize("kind", ["RA", "CA", "MA"])
@pytest.mark.parametrize("companion", ["", "a>s "])
def test_a_step_is_left_out_with_a_premise_that_is_no_claim(
    premise: str, kind: str, companion: str
) -> None:
    """Without it, the others would carry the step alone, which nobody says."""
    losses = Losses()
    data = graph(f"a:I b:I p:{premise} s:{kind}", f"p>s {companion}s>b")
    m = loads(json.dumps(data), "aif", losses=losses)
    assert not m.relations
    named = {record["what"]: record.get("names") for record in losses.records()}
    assert named[f"{NOUNS[kind]} with a premise that is no claim"] == (
        [premise] if premise else None
    )


_TYPES = st.sampled_from(["I", "I", "L", "RA", "CA", "MA", "PA", "TA", "YA", "XX"])


@given(st.data(), st.lists(_TYPES, max_size=6))
@examples(150)
def test_what_is_drawn_is_in_the_map_or_counted(data: st.DataObject, drawn: list[str]) -> None:
    """A step is a relation with just its premises for each target, or it is counted."""
    types = {f"n{number}": type_ for number, type_ in enumerate(["I", *drawn])}
    ends = st.sampled_from(list(types))
    edges = data.draw(st.lists(st.tuples(ends, ends), max_size=12, unique=True))
    nodes = " ".join(f"{name}:{type_}" for name, type_ in types.items())
    m, lost = read(graph(nodes, " ".join(f"{start}>{end}" for start, end in edges)))
    found = [(r.id.split("-")[0], r) for r in m.relations.values()]
    missing = {name for name, type_ in types.items() if type_ in NOUNS} - {n for n, _ in found}
    left_out = (*NOUNS.values(), "claim that restates itself")
    assert len(missing) <= sum(number for what, number in lost.items() if what.startswith(left_out))
    for name, relation in found:
        premises = {a for a, b in edges if b == name and types[a] in {"I", "L", "XX"}}
        targets = {b for a, b in edges if a == name}
        if relation.kind is RelationKind.RESTATES:  # of any two of those that say the same
            assert {*relation.premises, relation.target} <= premises | targets
        else:
            assert set(relation.premises) == premises
            assert relation.target.split("-")[0] in targets
    if not lost:
        kept = {(premise, name) for name, r in found for premise in r.premises}
        kept |= {(name, r.target) for name, r in found}
        others = {edge for edge in edges if {"MA", "PA"}.isdisjoint(types[end] for end in edge)}
        assert others <= kept


def test_schemes_and_what_is_none() -> None:
    data = graph("a:I b:I r1:RA r2:RA r3:RA r4:CA", "a>r1 r1>b a>r2 r2>b a>r3 r3>b a>r4 r4>b")
    for node, text in zip(data["nodes"][2:], ["Expert Opinion", "Default Inference", "RA", "CA"],
                          strict=True):  # fmt: skip
        node["text"] = text
    data["nodes"][3]["scheme"] = "Analogy"
    data["nodes"][4]["scheme"] = "72"
    m, _ = read(data)
    assert [r.scheme for r in m.relations.values()] == ["expert opinion", "analogy", None, None]


def test_a_contradiction_is_a_conflict_each_way_for_others() -> None:
    m = ArgumentMap(
        [Claim("a", "A."), Claim("b", "B.")],
        [Relation("a/b", RelationKind.CONTRADICTS, ("a",), "b")],
    )
    data = json.loads(dumps(m, "aif"))
    assert [node["type"] for node in data["nodes"]] == ["I", "I", "CA", "CA"]
    steps = [(edge["fromID"], edge["toID"]) for edge in data["edges"]]
    assert steps == [("a", "a/b"), ("a/b", "b"), ("b", "a/b-back"), ("a/b-back", "a")]
    for node in data["nodes"]:
        node.pop("mirrors", None)
    attacks = read(data)[0].relations.values()
    assert [(r.premises, r.kind, r.target) for r in attacks] == [(("a",), A, "b"), (("b",), A, "a")]


def test_a_step_among_too_many_claims_is_counted_not_multiplied() -> None:
    """Each target would be a relation with all the premises."""
    names = [f"i{number}" for number in range(21)]
    nodes = [{"nodeID": name, "text": f"Text {name}.", "type": "I"} for name in names]
    nodes.append({"nodeID": "s", "text": "Default Inference", "type": "RA"})
    ends = [*((name, "s") for name in names), *(("s", name) for name in names)]
    edges = [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(ends)]
    losses = Losses()
    text = json.dumps({"nodes": nodes, "edges": edges, "locutions": []})
    found = loads(text, "aif", losses=losses)
    assert (len(found.claims), len(found.relations)) == (21, 0)
    assert [what for _, what in losses.items() if "among too many claims" in what]
