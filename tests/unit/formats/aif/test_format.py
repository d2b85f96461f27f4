"""AIF JSON, read and written: whole graphs, and those that somebody left half drawn."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from support.aif import graph, read, relations
from support.damage import damaged, survivor
from support.laws import examples
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

laws = examples(100)
S, A, U = RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS


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


def test_cycles_selves_and_islands() -> None:
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


def test_edges_by_source_and_target_and_edges_by_nothing() -> None:
    data = graph("a:I b:I ra:RA", "")
    data["edges"] = [{"source": "a", "target": "ra"}, {"source": "ra", "target": "b"}, {"x": 1}]
    m, lost = read(data)
    assert relations(m) == [("ra", "a", "supports", "b")]
    assert lost == {"edge without fromID and toID": 1, "place in a drawing": 1}


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
        "entry": 2,
        "drawing of OVA": 1,
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
        ('{"nodes": [', "1:11", "not valid JSON"),
    ],
)
def test_what_is_not_aif_is_reported_at_its_place(text: str, place: str, words: str) -> None:
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


_PIECES = [
    *('"nodes"', '"edges"', '"AIF"', '"type": "RA"', '"type": "CA"', '"type": "I"', '"L"', '"YA"'),
    *("null", "{}", "[]", "1e999", "-0", '""', '"\\ud800"', "&#1234567890;", "true", ",", ":"),
]


@given(damaged(dumps(ODD, "aif"), _PIECES))
@examples(120)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(text: str) -> None:
    survivor(text, "aif")
