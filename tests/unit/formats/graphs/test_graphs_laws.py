"""Graph files read back: what argmap wrote, and what editors and scripts make of it."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from support.graph_files import (
    ATTACKS,
    FORMATS,
    RESTATES,
    SMALL,
    SUPPORTS,
    UNDERCUTS,
    as_graph,
    as_text,
    back,
)
from support.laws import examples
from support.raising import without_questions
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    InvalidMapError,
    Passage,
    Relation,
    Source,
    dumps,
    loads,
)
from argmap.formats import Losses, load
from argmap.formats._registry import function
from argmap.formats.graphs._attributed import _NOT_XML
from argmap.model import Citation

laws = examples(35)


def without_head(m: ArgumentMap) -> ArgumentMap:
    return ArgumentMap(m.claims.values(), m.relations.values())


def kept_by(m: ArgumentMap, format: str) -> ArgumentMap:
    """Return what a format carries of a map; GEXF has no place for title, source and voices."""
    return without_head(m) if format == "gexf" else m


@pytest.mark.parametrize("format", FORMATS)
@given(m=argument_maps(expecting=False))
@laws
def test_what_is_written_is_read_back(format: str, m: ArgumentMap) -> None:
    m = kept_by(m, format)
    written, lost = Losses(), Losses()
    text = dumps(m, format, written)
    again = loads(text, format, losses=lost)
    assert not lost.counts
    if "JSON" in str(function("generate", format).__doc__):
        assert not written.counts
    if not written.counts:
        assert again == m
        assert dumps(again, format) == text
    elif not any(_NOT_XML.search(name) for name in (*m.claims, *m.relations)):
        assert [claim_as_escaped(claim) for claim in m.claims.values()] == list(
            again.claims.values()
        )
        assert list(again.relations) == list(m.relations)
    assert loads(dumps(again)) == again


def escape(value: Any) -> Any:
    if isinstance(value, tuple) and not isinstance(value, Passage):
        return tuple(map(escape, value))
    if isinstance(value, str):
        return _NOT_XML.sub(lambda found: f"\\u{ord(found.group()):04x}", value)
    return value


def claim_as_escaped(claim: Claim) -> Claim:
    """Return a claim as it comes back from XML, where a label may have become the text."""
    mended = Claim(*map(escape, claim))
    tags, quote, cited = (
        tuple(json.loads(escape(json.dumps(value, ensure_ascii=False))))
        for value in (claim.tags, claim.quote, claim.citations)
    )
    is_text = mended.label == mended.text and claim.label != claim.text
    label = None if is_text else mended.label
    citations = tuple(Citation(*each) for each in cited)
    return mended._replace(tags=tags, quote=quote, citations=citations, label=label)


@pytest.mark.parametrize("format", FORMATS)
def test_the_bundled_map_comes_back(format: str) -> None:
    m = without_questions(load())
    again, losses = back(dumps(m, format), format)
    assert again == (m if format != "gexf" else without_head(m))
    assert not losses.counts


@pytest.mark.parametrize("format", FORMATS)
def test_every_field_comes_back(format: str) -> None:
    again, losses = back(dumps(SMALL, format), format)
    assert again == kept_by(SMALL, format)
    assert list(again.relations) == list(SMALL.relations)
    assert not losses.counts


@pytest.mark.parametrize("format", FORMATS)
def test_a_label_that_is_the_text_or_the_id_stays_one(format: str) -> None:
    m = ArgumentMap([Claim("a", "One.", "One."), Claim("b", "Two."), Claim("c", "T", "c")])
    again = loads(dumps(m, format), format)
    assert [claim.label for claim in again.claims.values()] == ["One.", None, "c"]


@pytest.mark.parametrize("format", FORMATS)
def test_claims_and_relations_know_where_they_stand(format: str) -> None:
    text = dumps(SMALL, format)
    places = loads(text, format).locations
    lines = text.split("\n")
    assert set(places) == {*SMALL.claims, *SMALL.relations}
    for name in ("need", "both", "r"):
        place = places[name]
        rest = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
        assert rest.startswith(("{", "<node ", "<edge "))
        assert name in rest[:500]


@pytest.mark.parametrize("read", FORMATS)
@pytest.mark.parametrize("written", FORMATS)
def test_networkx_in_between_changes_nothing(read: str, written: str) -> None:
    graph = as_graph(dumps(SMALL, read), read)
    again = back(as_text(graph, written), written)[0]
    assert without_head(again) == without_head(SMALL)


@pytest.mark.parametrize("format", FORMATS)
def test_a_script_adds_nodes_and_edges_and_attributes(format: str) -> None:
    graph = as_graph(dumps(SMALL, format), format)
    graph.add_node(7, label="Seven.")
    graph.add_node("eight", text="Eight.", weight="0.5")
    graph.add_node("nine")
    graph.add_edge(7, "open", verb="Supports")
    graph.add_edge("eight", "both", verb="undercuts", role="whole")
    graph.nodes["open"]["colour"] = "red"
    graph.nodes["open"]["size"] = 3
    m, losses = back(as_text(graph, format), format)
    assert list(m.claims.values())[4:] == [
        Claim("7", "Seven."),
        Claim("eight", "Eight.", weight=0.5),
        Claim("nine", "nine"),
    ]
    assert {relation[:4] for relation in m.relations.values()} == {
        *(relation[:4] for relation in SMALL.relations.values()),
        ("7/open", SUPPORTS, ("7",), "open"),
        ("eight/both", UNDERCUTS, ("eight",), "both"),
    }
    assert "attribute" not in losses.counts
    assert "attributes of the drawing (colour, size" in str(losses)


@pytest.mark.parametrize("format", FORMATS)
def test_an_undirected_graph_says_too_little(format: str) -> None:
    graph = as_graph(dumps(SMALL, format), format).to_undirected()
    with pytest.raises(InvalidMapError) as raised:
        loads(as_text(graph, format), format)
    assert [d.code for d in raised.value.diagnostics].count("undirected") == 1
    assert raised.value.diagnostics[0].code == "undirected"
    graph.remove_edges_from([(a, b) for a, b in graph.edges() if {a, b} != {"same", "need"}])
    graph.remove_nodes_from(["both", "dear/open"])
    restates = loads(as_text(graph, format), format).relations["r"]
    assert restates.kind is RESTATES
    assert {*restates.premises, restates.target} == {"same", "need"}


@pytest.mark.parametrize("format", FORMATS)
def test_a_graph_of_something_else_is_one_error(format: str) -> None:
    with pytest.raises(InvalidMapError) as raised:
        loads(as_text(nx.DiGraph(nx.karate_club_graph()), format), format)
    assert [d.code for d in raised.value.diagnostics] == ["missing-verb"]
    assert "156 edges" in raised.value.diagnostics[0].message


# What is drawn by hand.


def graph_of(nodes: str, edges: str = "", head: str = '"directed": true') -> str:
    return f'{{{head},\n "nodes": [{nodes}],\n "edges": [{edges}]}}'


AB = '{"id": "a"}, {"id": "b"}'
STEP = '{"id": "s", "node": "relation", "verb": "supports"}'
IN = '{"source": "a", "target": "s", "role": "premise"}'
OUT = '{"source": "s", "target": "b"}'
STEP_EDGES = f"{IN}, {OUT}"


def test_a_step_and_its_edges_say_scheme_and_note_alike() -> None:
    step = '{"id": "s", "node": "relation", "verb": "supports", "scheme": "x"}'
    edges = STEP_EDGES.replace('"role"', '"note": "n", "scheme": "y", "role"')
    m, losses = back(graph_of(f"{AB}, {step}", edges), "node-link")
    assert list(m.relations.values()) == [Relation("s", SUPPORTS, ("a",), "b", "x", "n")]
    assert str(losses) == "1 attribute (scheme)"


def test_a_node_with_a_verb_is_a_step_and_its_edges_may_have_it_for_it() -> None:
    bare = STEP.replace('"node": "relation", ', "")
    assert list(loads(graph_of(f"{AB}, {bare}", STEP_EDGES), "node-link").relations) == ["s"]
    silent = STEP.replace(', "verb": "supports"', "")
    edges = STEP_EDGES.replace('"role"', '"verb": "attacks", "role"')
    m = loads(graph_of(f"{AB}, {silent}", edges), "node-link")
    assert m.relations["s"].kind is ATTACKS


def test_a_copied_edge_gets_a_name_of_its_own() -> None:
    edge = '{"source": "a", "target": "b", "verb": "attacks", "relation": "r"}'
    other = '{"source": "b", "target": "a", "verb": "attacks", "relation": "a"}'
    m = loads(graph_of(AB, f"{edge}, {edge}, {other}"), "node-link")
    assert list(m.relations) == ["r", "r-2", "a-2"]


def test_values_may_have_changed_their_types() -> None:
    m, losses = back(
        graph_of(
            '{"id": 1.5, "text": 12, "label": true, "weight": "0.50", "implicit": "True",'
            ' "assumed": "FALSE", "at": 3, "tags": "not a list", "kind": " ", "note": null},'
            '{"id": "t", "tags": ["x", "y"], "at": [1, "4-5"], "voice": "Mrs. Low"},'
            '{"id": "u", "tags": "[1, 2", "at": "2,3 , 4-4", "voice": "R Adeyemi"},'
            '{"id": "v", "voice": "Mr Low"}, {"id": "w", "voice": "Mr  Low"}',
            head='"directed": true, "graph": {"title": 3, "source": "A letter", "voices":'
            '{"low": "Mrs. Low", "Mr-Low": "Low", "bad id": "x"}, "date": "now"}',
        ),
        "node-link",
    )
    number, t, u, v, w = m.claims.values()
    assert number == Claim(
        *("1.5", "12", "true"),
        weight=0.5,
        implicit=True,
        assumed=False,
        at=(Passage(3, 3),),
        tags=("not a list",),
    )
    assert (t.tags, t.at, t.voice) == (("x", "y"), (Passage(1, 1), Passage(4, 5)), "low")
    assert (u.tags, len(u.at), u.voice) == (("[1, 2",), 3, "R-Adeyemi")
    assert (v.voice, w.voice) == ("Mr-Low-2", "Mr-Low-3")
    assert m.title == "3"
    assert m.source == Source("A letter")
    assert list(m.voices.items()) == [
        ("low", "Mrs. Low"),
        ("Mr-Low", "Low"),
        ("R-Adeyemi", "R Adeyemi"),
        ("Mr-Low-2", "Mr Low"),
        ("Mr-Low-3", "Mr  Low"),
    ]
    assert str(losses) == "2 attributes (date, bad id)"


@pytest.mark.parametrize(
    ("head", "lost"),
    [
        ('"graph": {"source": "{\\"title\\": \\"T\\", \\"isbn\\": 1}"}', 1),
        ('"graph": {"source": {"title": "T", "date": 2}}', 1),
        ('"graph": {"source": "T", "voices": "none"}', 1),
        ('"graph": {"source": "T", "title": ["x"]}', 1),
        ('"graph": {"source": "T", "name": "N"}', 0),
        ('"graph": {"source": "T", "name": "N", "title": "M"}', 1),
        ('"graph": [["source", "T"], ["x"]]', 1),
        ('"graph": {"source": "T"}, "layout": "circle"', 1),
        ('"graph": {"source": "[\\"\\\\ud800\\"]"}', 0),
    ],
)
def test_what_the_head_says_is_kept_or_counted(head: str, lost: int) -> None:
    m, losses = back(graph_of("", head=f'"directed": true, {head}'), "node-link")
    assert isinstance(m.source, Source)
    assert m.source.title in {"T", '["\\ud800"]'}
    assert losses.counts["attribute"] == lost
