"""The graph that is written: what each node and edge says, in which words."""

from __future__ import annotations

import pytest
from support.pictured import everything

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.formats import Losses
from argmap.formats.graphs._attributed import attributed_graph, escape_what_xml_lacks


def test_nodes_are_claims_and_steps() -> None:
    nodes = attributed_graph(everything()).nodes
    assert nodes["top"] == {
        "node": "claim",
        "text": "The topmost claim of all.",
        "label": "Top",
        "kind": "thesis",
        "voice": "one",
        "at": "3",
    }
    assert nodes["right"] == {
        "node": "claim",
        "text": "It stands at the right.",
        "label": "It stands at the right.",
        "kind": "evidence",
        "voice": "two",
        "implicit": True,
    }
    assert nodes["both"] == {"node": "relation", "label": "", "verb": "supports"}


@pytest.mark.parametrize(
    ("source", "target", "relation", "verb", "role"),
    [
        ("left", "both", "both", "supports", "premise"),
        ("both", "top", "both", "supports", "conclusion"),
        ("low", "left", "low/left", "attacks", "whole"),
        ("cut", "both", "cut", "undercuts", "conclusion"),
        ("other", "top", "other/top", "contradicts", "whole"),
        ("other", "again", "other/again", "restates", "whole"),
    ],
)
def test_edges_say_their_part_of_a_relation(
    source: str, target: str, relation: str, verb: str, role: str
) -> None:
    ((_, found),) = attributed_graph(everything())[source][target].items()
    label = {} if role == "premise" else {"label": verb}  # one for each relation
    assert found == {"relation": relation, "verb": verb, "role": role} | label


def test_what_is_long_is_said_at_the_step_alone() -> None:
    claims = [Claim(name, f"{name}.") for name in "abc"]
    for length, is_said in ((200, True), (201, False)):
        step = Relation("r", RelationKind.SUPPORTS, ("a", "b"), "c", "x" * length)
        graph = attributed_graph(ArgumentMap(claims, [step]))
        assert graph.nodes["r"]["scheme"] == "x" * length
        assert [("scheme" in each) for _, _, each in graph.edges(data=True)] == [is_said] * 3
    whole = Relation("r", RelationKind.SUPPORTS, ("a",), "c", "x" * 201)
    ((_, _, edge),) = attributed_graph(ArgumentMap(claims, [whole])).edges(data=True)
    assert edge["scheme"] == "x" * 201


def test_what_xml_lacks_is_escaped_and_counted() -> None:
    losses = Losses()
    claims = [Claim("a\x01", "A\x02\x03.", label="L"), Claim("a\\u0001", "A.")]
    graph = escape_what_xml_lacks(attributed_graph(ArgumentMap(claims)), losses)
    assert list(graph) == ["a\\u0001_", "a\\u0001"]
    assert graph.nodes["a\\u0001_"]["text"] == "A\\u0002\\u0003."
    assert dict(losses.counts) == {"character that XML cannot represent, written as an escape": 3}


def test_what_is_repeated_is_counted_once_and_json_loses_nothing() -> None:
    losses = Losses()
    claims = [Claim("a", "A\x02.", tags=("b\x85",)), Claim("b", "B."), Claim("c", "C.")]
    step = Relation("r", RelationKind.SUPPORTS, ("a", "b"), "c", note="n\x02")
    m = ArgumentMap(claims, [step], voices={"v": "w\x85"})
    graph = escape_what_xml_lacks(attributed_graph(m), losses)
    assert graph.nodes["a"]["tags"] == '["b\\u0085"]'
    assert sum(losses.counts.values()) == 2  # in the text, which is drawn too, and in the note
