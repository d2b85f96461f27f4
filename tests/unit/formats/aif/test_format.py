"""AIF JSON, read and written: whole graphs, and those that somebody left half drawn."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from support.damage import damaged, survivor
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    InvalidMapError,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses

laws = settings(deadline=None, max_examples=100)
S, A, U = RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS


def graph(nodes: str, edges: str, **more: Any) -> dict[str, Any]:
    """Return AIF data: nodes such as ``a:I b:RA``, edges such as ``a>b``."""
    return {
        "nodes": [
            {"nodeID": name, "text": f"Text of {name}" if kind == "I" else "", "type": kind}
            for name, kind in (word.split(":") for word in nodes.split())
        ],
        "edges": [
            {"edgeID": str(number), "fromID": word.split(">")[0], "toID": word.split(">")[1]}
            for number, word in enumerate(edges.split())
        ],
        "locutions": [],
        **more,
    }


def read(data: object) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map of AIF data, and what was lost."""
    losses = Losses()
    argument_map = loads(json.dumps(data), "aif", losses=losses)
    assert loads(dumps(argument_map)) == argument_map
    return argument_map, dict(losses.counts)


def relations(argument_map: ArgumentMap) -> list[tuple[str, str, str, str]]:
    return [
        (r.id, "+".join(r.premises), str(r.kind), r.target) for r in argument_map.relations.values()
    ]


@given(argument_maps(expecting=False))
@laws
def test_what_is_written_is_read_back_with_nothing_lost(m: ArgumentMap) -> None:
    written, read_back = Losses(), Losses()
    text = dumps(m, "aif", written)
    back = loads(text, "aif", losses=read_back)
    # Only a scheme that is called what AIF calls the lack of one is lost.
    assert (back == m) == (not written.counts)
    assert not read_back.counts
    assert set(written.counts) <= {"scheme that AIF takes for none"}


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
        ("a:I ma:MA", "a>ma ma>a", {"rephrase without a target": 1}),
        ("a:I ca:CA ca2:CA", "a>ca ca>ca2", {"conflict without a premise": 1,
                                              "conflict without a target": 1}),
        ("a:I b:I", "a>b", {"edge between claims, without a meaning": 1}),
        ("a:I pa:PA", "a>pa", {"preference that is not between claims": 1}),
        ("a:I x:XX y:", "a>x", {"node of the type “XX”": 1, "node without a type": 1}),
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


def test_circles_selves_and_islands() -> None:
    m, lost = read(
        graph(
            "a:I b:I c:I r1:RA r2:RA self:RA me:CA x:CA y:CA",
            "a>r1 r1>b b>r2 r2>a a>self self>a b>me me>b a>x x>y b>y y>x",
        )
    )
    assert set(relations(m)) == {
        ("r1", "a", "supports", "b"),
        ("r2", "b", "supports", "a"),
        ("self", "a", "supports", "a"),
        ("me", "b", "attacks", "b"),
        ("x", "a", "undercuts", "y"),
        ("y", "b", "undercuts", "x"),
    }
    assert "c" in m.claims
    assert lost == {}


def test_no_nodes_at_all() -> None:
    m, lost = read({"nodes": [], "edges": [], "locutions": []})
    assert (m.claims, lost) == ({}, {})


def test_a_preference_is_kept_as_a_tag_and_written_back() -> None:
    m, lost = read(graph("a:I b:I c:I pa:PA", "a>pa pa>b pa>c"))
    assert m.claims["a"].tags == ("preferred to b", "preferred to c")
    assert lost == {}
    written = json.loads(dumps(m, "aif"))
    assert [node["type"] for node in written["nodes"]].count("PA") == 2
    assert loads(json.dumps(written), "aif") == m


def test_a_speaker_becomes_a_voice_where_the_chain_says_so() -> None:
    data = graph("a:I b:I c:I l:L l2:L l3:L y:YA y2:YA y3:YA", "l>y y>a l2>y2 y2>b l3>y3")
    data["nodes"][3]["text"] = "Ada Lovelace : Text of a"
    data["nodes"][4]["text"] = "Well, text of b, roughly"
    data["locutions"] = [
        {"nodeID": "l2", "personID": 7},
        {"nodeID": "l3", "personID": "7"},
        {"nodeID": "nowhere", "personID": "8"},
    ]
    data["participants"] = [
        {"participantID": "7", "firstname": "Charles", "surname": "Babbage"},
        {"participantID": 8, "firstname": "Silent", "surname": ""},
    ]
    m, lost = read(data)
    assert [claim.voice for claim in m.claims.values()] == ["Ada-Lovelace", "Charles-Babbage", None]
    assert m.voices == {"Ada-Lovelace": "Ada Lovelace", "Charles-Babbage": "Charles Babbage"}
    # The first locution says what its claim says: nothing of it is lost.
    assert lost == {
        "locution": 2,
        "illocution": 2,
        "participant who says no claim": 1,
        "locution of somebody who is not named": 1,
    }


def test_an_illocution_of_a_transition_is_made_by_the_locution_it_leads_to() -> None:
    data = graph("a:I l:L l2:L t:TA y:YA", "l>t t>l2 t>y y>a")
    data["nodes"][1]["text"] = "Ada : Why?"
    data["nodes"][2]["text"] = "Ben : Because."
    data["nodes"][2]["participantID"] = 3
    data["participants"] = [{"participantID": "3", "firstname": "Benjamin", "surname": "Bahn"}]
    m, lost = read(data)
    assert m.voices == {"Benjamin-Bahn": "Benjamin Bahn"}
    assert m.claims["a"].voice == "Benjamin-Bahn"
    assert lost["locution"] == 2


def test_edges_by_source_and_target_and_edges_by_nothing() -> None:
    data = graph("a:I b:I ra:RA", "")
    data["edges"] = [{"source": "a", "target": "ra"}, {"source": "ra", "target": "b"}, {"x": 1}]
    m, lost = read(data)
    assert relations(m) == [("ra", "a", "supports", "b")]
    assert lost == {"edge without fromID and toID": 1}


def test_two_speakers_of_one_claim() -> None:
    data = graph("a:I l:L l2:L y:YA", "l>y l2>y y>a")
    data["nodes"][1]["text"] = "One : Text of a"
    data["nodes"][2]["text"] = "Two : Text of a"
    m, lost = read(data)
    assert m.claims["a"].voice == "One"
    assert lost == {"locution": 1, "further speaker of a claim": 1}


def test_schemes_and_what_is_none() -> None:
    data = graph("a:I b:I r1:RA r2:RA r3:RA r4:CA", "a>r1 r1>b a>r2 r2>b a>r3 r3>b a>r4 r4>b")
    for node, text in zip(data["nodes"][2:], ["Expert Opinion", "Default Inference", "RA", "CA"],
                          strict=True):  # fmt: skip
        node["text"] = text
    data["nodes"][3]["scheme"] = "Analogy"
    data["nodes"][4]["scheme"] = "72"
    m, _ = read(data)
    assert [r.scheme for r in m.relations.values()] == ["Expert Opinion", "Analogy", None, None]


def test_the_forms_of_other_tools() -> None:
    """Whole numbers for ids, nodes as the ends of edges, xAIF around it all."""
    nodes = [
        {"id": 1, "text": "One", "type": "I", "x": 3},
        {"id": 2, "text": "Two", "type": "I", "x": 4},
        {"id": 3, "text": "RA", "type": "RA", "visible": True},
    ]
    edges = [{"from": nodes[0], "to": nodes[2]}, {"from": {"id": 3}, "to": 2}]
    inner = {"nodes": nodes, "edges": edges, "schemefulfillments": None}
    m, lost = read({"AIF": inner, "text": "<p>Whole", "OVA": {"nodes": [1]}, "dialog": True})
    assert relations(m) == [("3", "1", "supports", "2")]
    assert lost == {
        "entry “text”": 1,
        "entry “OVA”": 1,
        "entry “dialog”": 1,
        "place in a drawing": 3,
    }


def test_html_entities_are_resolved_and_written_so_that_they_come_back() -> None:
    data = graph("a:I", "")
    data["nodes"][0]["text"] = "Fish &amp; chips &#39;n&#39; &lt;peas&gt;"
    m, _ = read(data)
    assert m.claims["a"].text == "Fish & chips 'n' <peas>"
    literal = ArgumentMap([Claim("a", "&amp;amp; means &amp;")])
    assert loads(dumps(literal, "aif"), "aif") == literal


def test_a_long_text_and_an_empty_one() -> None:
    data = graph("a:I b:I", "")
    data["nodes"][0]["text"] = "long " * 6000
    data["nodes"][1]["text"] = " "
    m, lost = read(data)
    assert len(m.claims["a"].text) == 30_000
    assert (m.claims["b"].text, lost) == ("b", {"claim without a text": 1})


def test_thousands_of_islands_and_a_deep_chain() -> None:
    number = 5_000
    nodes = " ".join(f"c{n}:I r{n}:CA" for n in range(number))
    edges = " ".join(f"c{n}>r{n} r{n}>{'c0' if n == 0 else f'r{n - 1}'}" for n in range(number))
    m, lost = read(graph(nodes, edges))
    assert len(m.relations) == number
    assert lost == {}


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


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[]", "1:1", "AIF is an object with lists of nodes and edges, not a list"),
        ('{"AIF": 3}', "1:9", "the key 'nodes' is missing"),
        ('{\n "nodes": {}, "edges": []}', "2:11", "nodes must be a list, not a mapping"),
        ('{"nodes": []}', "1:1", "the key 'edges' is missing"),
        ('{"nodes": [\n  7], "edges": []}', "2:3", "each of the nodes must be an object"),
        ('{"nodes": [{"type": "I"}], "edges": []}', "1:12", "this node has no nodeID"),
        ('{"nodes": [], "nodes": [], "edges": []}', "1:15", "the key 'nodes' is given twice"),
        ('{"nodes": [', "1:12", "not valid JSON"),
    ],
)
def test_what_is_not_aif_is_told_at_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text, "aif", "debate.json")
    first = caught.value.diagnostics[0]
    assert str(first.location) == f"debate.json:{place}"
    assert words in first.message


def test_places_are_those_of_the_nodes() -> None:
    text = json.dumps(graph("a:I b:I ra:RA", "a>ra ra>b"), indent=1)
    m = loads(text, "aif", "f")
    lines = text.splitlines()
    for name in ("a", "b", "ra"):
        assert f'"nodeID": "{name}"' in lines[m.locations[name].line]


ODD = ArgumentMap(
    [
        Claim("a", "A & B &amp;", voice="me", tags=("x", "preferred to b"), weight=0.5),
        Claim("b", "Böse\n\x07", label="L", at=()),
        Claim("1", "3"),
    ],
    [
        Relation("s", S, ("a", "b"), "1", "Expert Opinion"),
        Relation("u", U, ("1",), "s", note="n"),
        Relation("c", RelationKind.CONTRADICTS, ("a",), "b"),
        Relation("m", RelationKind.RESTATES, ("1",), "b"),
    ],
    voices={"me": "Myself : and I"},
)


def test_a_voice_that_looks_like_an_entity_is_told_by_its_own_file() -> None:
    losses = Losses()
    m = ArgumentMap([Claim("a", "A.", voice="v")], voices={"v": "&lt;"})
    assert loads(dumps(m, "aif"), "aif", losses=losses) == m
    assert not losses.counts


_PIECES = [
    *('"nodes"', '"edges"', '"AIF"', '"type": "RA"', '"type": "CA"', '"type": "I"', '"L"', '"YA"'),
    *("null", "{}", "[]", "1e999", "-0", '""', '"\\ud800"', "&#1234567890;", "true", ",", ":"),
]


@given(damaged(dumps(ODD, "aif"), _PIECES))
@settings(deadline=None, max_examples=120)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(text: str) -> None:
    survivor(text, "aif")


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
