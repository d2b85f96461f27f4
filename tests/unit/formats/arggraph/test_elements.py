"""The elements of an arggraph: errors at their places, and what is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.arggraphs import BRIDGE, edges, graph, relations
from support.damage import damaged, errors_in, marked, survivor
from support.laws import examples

from argmap import InvalidMapError, Relation, RelationKind, loads
from argmap.documents.sample import Sample
from argmap.formats import load_bytes
from argmap.formats.arggraph.format import recognises_arggraph

SUPPORTS, ATTACKS, UNDERCUTS = (
    RelationKind.SUPPORTS,
    RelationKind.ATTACKS,
    RelationKind.UNDERCUTS,
)


ERRORS = [
    "«empty-file» ",
    "«syntax»arggraph",
    "«wrong-type»<graph/>",
    "<!-- é -->\n«no-claims»<arggraph><edu id='e'>é</edu></arggraph>",
    graph(edges("c1: a sup «dangling-id»f")),
    graph(edges("c1: «dangling-id»f sup b")),
    graph(edges("c1: a und «dangling-id»c2")),
    graph(edges("c1: a und «wrong-type»b")),
    graph(edges("c1: a add «wrong-type»b")),
    graph(edges("c1: a sup «wrong-type»ea")),
    graph(edges("c1: «wrong-type»ea sup a")),
    graph(edges("c1: a und «wrong-type»sa")),
    graph(edges("c1: a sup b", "c2: «wrong-type»c1 sup b")),
    graph(edges("c1: a «unknown-type»sub b", "c2: b und c1", "c3: c add c1")),
    graph(edges("c1: a add c2", "c2: a add «cycle»c1", "c3: b und c1", "c4: c add c2")),
    graph(edges("c1: a add «cycle»c1")),
    graph(edges("c1: a sup b", "«duplicate-id»c1: a reb b")),
    graph(edges("c1: a sup b", "«duplicate-id»a: a reb b")),
    graph('<adu id="«duplicate-id»b" type="pro"/>'),
    graph('<edu id="«duplicate-id»eb"/><joint id="«duplicate-id»ea"/>'),
    graph('<adu id="«bad-id»x y" type="pro"/>'),
    graph('<adu type="«unknown-type»neutral" id="x"/>'),
    graph('«missing-key»<adu id="x"/>«missing-key»<adu type="opp"/>«missing-key»<edu/>'),
    graph('«missing-key»<edge id="c1" trg="a" type="sup"/>'),
    graph('«missing-key»<edge id="c1" src="a" type="sup"/>«missing-key»<edge src="a" trg="b"/>'),
    graph('«missing-key»<edge src="a" trg="b" type="sup"/>'),
    graph(edges("s: «dangling-id»x seg a", "t: ea seg «dangling-id»x", "u: «wrong-type»a seg b")),
    graph('<joint id="j"/><joint id="k"/>' + edges("s: j seg «wrong-type»k")),
    graph(
        edges(
            "c1: é sup «dangling-id»aé",
            "c2: «dangling-id»ö und c1",
            "c3: a sub b",
        ).replace("sub", "«unknown-type»sub"),
        "abé",
    ),
]


@pytest.mark.parametrize("text", ERRORS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_error_is_reported_at_its_place_all_in_one_run(text: str, end: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean.replace("\n", end), "arggraph") == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (graph(edges("c1: claim1 sup claim22"), ["claim1", "claim2"]), "did you mean 'claim2'"),
        (graph(edges("edge1: a sup b", "edge2: c und edge11")), "did you mean 'edge1'"),
        (graph(edges("c1: a und b")), "to attack a claim, use the type reb"),
        (graph(edges("c1: a add b")), "to support a claim, use the type sup"),
        (graph(edges("c1: a supp b")), "did you mean 'sup'?"),
        (graph('<adu id="x" type="con"/>'), "known here: pro, opp"),
    ],
)
def test_an_error_comes_with_what_to_do(text: str, hint: str) -> None:
    with pytest.raises(InvalidMapError) as error:
        loads(text, "arggraph")
    (found,) = error.value.diagnostics
    assert hint in (found.hint or "")


def test_an_endless_id_is_compared_with_none() -> None:
    name = "".join(chr(0x4E00 + n % 20_000) for n in range(20_000))
    text = graph(edges(f"c1: {name}a sup {name}b"), [name])
    with pytest.raises(InvalidMapError) as error:
        loads(text, "arggraph")
    assert [d.hint for d in error.value.diagnostics] == [None, None]


@pytest.mark.parametrize("name", ["b.arggraph", "b.arggraph.xml", "b.xml", "-", "b"])
def test_it_is_detected_by_suffix_or_root(name: str) -> None:
    assert load_bytes(b"\xef\xbb\xbf" + BRIDGE.encode(), name).claims


def test_only_its_own_root_is_recognised() -> None:
    assert recognises_arggraph(Sample(BRIDGE))
    for other in (
        "<graphml><arggraph/></graphml>",
        "arggraph: 1",
        '{"arggraph": 1}',
        "<!-- <arggraph> -->",
    ):
        assert not recognises_arggraph(Sample(other))


@pytest.mark.parametrize("is_cycle", [False, True])
def test_adds_in_a_long_row_are_followed_without_recursion(is_cycle: bool) -> None:  # noqa: FBT001
    number = 5000
    lines = [f"c{n}: a add c{n + 1}" for n in range(number)]
    lines.append(f"c{number}: b add c0" if is_cycle else f"c{number}: b sup c")
    text = graph(edges(*lines))
    if is_cycle:
        with pytest.raises(InvalidMapError) as error:
            loads(text, "arggraph")
        assert [d.code for d in error.value.diagnostics] == ["cycle"]
    else:
        assert relations(loads(text, "arggraph")) == [
            Relation(f"c{number}", SUPPORTS, ("b", "a"), "c")
        ]


_PIECES = [
    *("<edu id='q'>", "</edu>", "<adu id='a9' type='opp'/>", "<joint id='j9'/>", "&amp;", "&x;"),
    *("<edge id='c9' src='a1' trg='c1' type='add'/>", 'src="c1"', 'trg="c4"', 'trg="a6"', "/>"),
    *('type="sup"', 'type="reb"', 'type="und"', 'type="add"', 'type="exa"', 'id="c1"', "a6"),
    *("c1", "c3", "]]>", "<!--", "<![CDATA[", "<", ">", '"', "&", "\x00", "\ufeff", "\r"),
    *("\u2028", "\x85", "\u200b", "é", "😀", " ", "\n", "\t", "\ud800", "<!DOCTYPE a [", "]>"),
]


@given(damaged(BRIDGE, _PIECES))
@examples(80)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(text: str) -> None:
    m = survivor(text, "arggraph")
    assert m is None or m.claims
