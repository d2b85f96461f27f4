"""A word means the same relation in every reader, and one that is not known means none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.damage import errors_in
from support.graph_files import FORMATS as GRAPHS
from support.graph_files import as_text, back
from support.laws import examples

from argmap import Claim, Relation, RelationKind
from argmap.formats._vocabulary import (
    LABEL_KEYS,
    RELATION_KEYS,
    RELATION_WORDS,
    TEXT_KEYS,
    relation_kind,
)

READERS = (*GRAPHS, "csv", "tgf")
UNDERCUTS = RelationKind.UNDERCUTS
laws = examples(25)

# Letters and signs that each format has in a word, and that no format has a use for.
words = st.text("abcdefghijklmnopqrstuvwxyz+=_", min_size=1, max_size=12)
keys = st.from_regex(r"\A[a-z]{3,9}(_[a-z]{2,4})?\Z")


def said_in(word: str, format: str, key: str = "type") -> str:
    """Return the file in which b does to a what a word says; or to the step of c."""
    if format == "tgf":
        return f"a\nb\nc\n#\nb a {word}\n"
    if format == "csv":
        step = "r,c,supports,a\n"
        target = "r" if relation_kind(word) is UNDERCUTS else "a"
        return f'id,from,relation,target\n{step}x,b,"{word}",{target}\n'
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from("abc")
    graph.add_node("r", node="relation", verb="supports")
    graph.add_edge("c", "r", role="premise")
    graph.add_edge("r", "a", role="conclusion")
    is_undercut = relation_kind(word) is UNDERCUTS
    role = {"role": "whole"} if is_undercut else {}
    graph.add_edge("b", "r" if is_undercut else "a", **{key: word}, **role)
    return as_text(graph, format)


def ways() -> Iterator[tuple[str, str]]:
    """Yield every reader, and for graphs every attribute that may have a word."""
    for format in READERS:
        yield from ((format, key) for key in (RELATION_KEYS if format in GRAPHS else ("",)))


@pytest.mark.parametrize(("format", "key"), list(ways()))
def test_a_word_is_its_relation_in_every_reader(format: str, key: str) -> None:
    for number, word in enumerate(RELATION_WORDS):
        if format == "tgf" and RELATION_WORDS[word] is UNDERCUTS:
            continue  # it has no relations to point at
        written = (word, word.upper(), word.capitalize())[number % 3]
        m, losses = back(said_in(written, format, key), format)
        (found,) = (each for each in m.relations.values() if each.premises == ("b",))
        assert found.kind is RELATION_WORDS[word]
        assert not losses.counts


@pytest.mark.parametrize("format", READERS)
@given(word=words, key=st.sampled_from(RELATION_KEYS))
@laws
def test_another_word_is_refused_in_every_reader(format: str, word: str, key: str) -> None:
    assume(relation_kind(word) is None)
    ((line, _, code),) = errors_in(said_in(word, format, key), format)
    assert code == "unknown-relation"
    assert word in said_in(word, format, key).splitlines()[line - 1]


@pytest.mark.parametrize("word", ["supported by", "attacked by", "is-supported-by", "not", "0.5"])
@pytest.mark.parametrize("format", READERS)
def test_what_points_the_other_way_is_not_taken_for_it(format: str, word: str) -> None:
    assert [code for *_, code in errors_in(said_in(word, format), format)] == ["unknown-relation"]


@pytest.mark.parametrize("format", GRAPHS)
@pytest.mark.parametrize("key", [key for key in RELATION_KEYS if key not in {"verb", "relation"}])
def test_another_word_beside_a_verb_is_counted(format: str, key: str) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge("b", "a", verb="supports", **{key: "friend"})
    m, losses = back(as_text(graph, format), format)
    assert m.relations["b/a"].kind is RelationKind.SUPPORTS
    assert str(losses) == f"1 attribute ({key})"


# Texts.


@pytest.mark.parametrize("format", GRAPHS)
@pytest.mark.parametrize("key", [*TEXT_KEYS, *LABEL_KEYS])
def test_a_text_is_read_under_every_name(format: str, key: str) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", **{key: "It rains."})
    m, losses = back(as_text(graph, format), format)
    assert list(m.claims.values()) == [Claim("a", "It rains.")]
    assert not losses.counts


@pytest.mark.parametrize("format", GRAPHS)
@pytest.mark.parametrize("text", TEXT_KEYS)
@pytest.mark.parametrize("label", LABEL_KEYS)
def test_a_name_beside_a_text_is_its_label(format: str, text: str, label: str) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", **{text: "It rains.", label: "Rain"})
    m, losses = back(as_text(graph, format), format)
    assert list(m.claims.values()) == [Claim("a", "It rains.", "Rain")]
    assert not losses.counts


@pytest.mark.parametrize("format", GRAPHS)
def test_a_second_text_is_counted_unless_it_says_the_same(format: str) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", text="It rains.", description="It  rains.", content="It pours.")
    graph.add_node("b", label="Sun", title="Sun", name="Sunshine")
    m, losses = back(as_text(graph, format), format)
    assert [(claim.text, claim.label) for claim in m.claims.values()] == [
        ("It rains.", None),
        ("Sun", None),
    ]
    assert str(losses) == "2 attributes (content, name)"


@pytest.mark.parametrize("format", GRAPHS)
@pytest.mark.parametrize("change", [str.upper, str.capitalize])
def test_the_names_of_attributes_are_read_in_any_case(
    format: str, change: Callable[[str], str]
) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", **{change("text"): "It rains.", change("kind"): "premise"})
    graph.add_edge("b", "a", **{change("type"): "Pro", change("note"): "It did."})
    m, losses = back(as_text(graph, format), format)
    assert m.claims["a"] == Claim("a", "It rains.", kind="premise")
    assert m.relations["b/a"] == Relation(
        "b/a", RelationKind.SUPPORTS, ("b",), "a", None, "It did."
    )
    assert not losses.counts


# What is left.


@pytest.mark.parametrize("format", GRAPHS)
def test_an_id_of_an_edge_that_is_no_number_is_counted(format: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("b", "a", key="first", verb="supports")
    if format == "gexf":
        graph.edges["b", "a", "first"]["id"] = "first"
    losses = back(as_text(graph, format), format)[1]
    assert str(losses) == "1 id of an edge (first)"


@pytest.mark.parametrize("format", [*GRAPHS, "csv"])
@given(key=keys, of_edge=st.booleans())
@laws
def test_an_attribute_that_is_not_known_is_named(format: str, key: str, *, of_edge: bool) -> None:
    if format == "csv":
        losses = back(f"id,text,{key}\na,It rains.,7\n", format)[1]
    else:
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_node("a", text="It rains.")
        graph.add_edge("b", "a", verb="supports")
        m = back(as_text(graph, format), format)[0]
        (graph.edges["b", "a"] if of_edge else graph.nodes["a"])[key] = "7"
        again, losses = back(as_text(graph, format), format)
        assume(again == m)  # the key is none that a map has a place for
    assert re.search(rf"\b{key}\b", str(losses))
