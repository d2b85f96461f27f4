"""Reading arg-microtexts XML: what each edge means, what is lost, and each mistake at its place.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from support.damage import damaged, marked, mistakes, survivor

from argmap import ArgumentMap, InvalidMapError, Relation, RelationKind, loads
from argmap.documents.sample import Sample
from argmap.formats import Losses, load_bytes
from argmap.formats.arggraph.format import recognises_arggraph
from argmap.model import Passage

SUPPORTS, ATTACKS, UNDERCUTS = (
    RelationKind.SUPPORTS,
    RelationKind.ATTACKS,
    RelationKind.UNDERCUTS,
)

BRIDGE = """\
<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<arggraph id="bridge_01" topic_id="close_the_bridge" stance="con">
  <edu id="e1"><![CDATA[Lorries wear the old bridge down,]]></edu>
  <edu id="e2">but closing it would cut the village off,</edu>
  <edu id="e3"> for the next bridge &amp; ford is far away. </edu>
  <edu id="e4"><![CDATA[Weight limits <7 t would do.]]></edu>
  <edu id="e5">The ferry town did so.</edu>
  <edu id="e6">And limits are easy to enforce.</edu>
  <edu id="e7" implicit="true">The bridge should stay open.</edu>
  <joint id="j1"/>
  <adu id="a1" type="opp"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="pro"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <adu id="a6" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
  <edge id="s3" src="e3" trg="j1" type="seg"/>
  <edge id="s2" src="e2" trg="j1" type="seg"/>
  <edge id="s4" src="j1" trg="a2" type="seg"/>
  <edge id="s5" src="e4" trg="a3" type="seg"/>
  <edge id="s6" src="e5" trg="a4" type="seg"/>
  <edge id="s7" src="e6" trg="a5" type="seg"/>
  <edge id="s8" src="e7" trg="a6" type="seg"/>
  <edge id="c5" src="a5" trg="c3" type="add"/>
  <edge id="c1" src="a1" trg="a6" type="reb"/>
  <edge id="c2" src="a2" trg="a6" type="sup"/>
  <edge id="c3" src="a3" trg="c1" type="und"/>
  <edge id="c4" src="a4" trg="a3" type="exa"/>
</arggraph>
"""


def relations(argument_map: ArgumentMap) -> list[Relation]:
    return list(argument_map.relations.values())


def graph(inside: str, claims: Iterable[str] = "abcd", attributes: str = "") -> str:
    """Return a graph of claims with one segment each, and what is given besides."""
    segments = "".join(
        f'<edu id="e{name}">The text of {name}.</edu><adu id="{name}" type="pro"/>'
        f'<edge id="s{name}" src="e{name}" trg="{name}" type="seg"/>'
        for name in claims
    )
    return f"<arggraph{attributes}>{segments}\n{inside}</arggraph>"


def edges(*lines: str) -> str:
    """Return edges written as ``id: source type target``."""
    found = []
    for line in lines:
        name, source, kind, target = re.split(r":?\s+", line)
        found.append(f'<edge id="{name}" src="{source}" trg="{target}" type="{kind}"/>\n')
    return "".join(found)


def test_a_text_becomes_a_map_with_everything_it_says() -> None:
    losses = Losses()
    m = load_bytes(BRIDGE.encode(), "bridge.xml", losses=losses)
    assert {name: claim.text for name, claim in m.claims.items()} == {
        "a1": "Lorries wear the old bridge down,",
        "a2": "but closing it would cut the village off, for the next bridge & ford is far away.",
        "a3": "Weight limits <7 t would do.",
        "a4": "The ferry town did so.",
        "a5": "And limits are easy to enforce.",
        "a6": "The bridge should stay open.",
    }
    assert [claim.voice for claim in m.claims.values()] == ["opp", *["pro"] * 5]
    assert m.voices == {"pro": "The proponent", "opp": "The opponent"}
    assert relations(m) == [
        Relation("c1", ATTACKS, ("a1",), "a6"),
        Relation("c2", SUPPORTS, ("a2",), "a6"),
        Relation("c3", UNDERCUTS, ("a3", "a5"), "c1"),
        Relation("c4", SUPPORTS, ("a4",), "a3", "example"),
    ]
    assert [claim.id for claim in m.claims.values() if claim.implicit] == ["a6"]
    assert [claim.place for claim in m.claims.values()] == ["1", "2-3", "4", "5", "6", ""]
    assert not losses.counts


def test_the_topic_is_in_the_title_and_the_stance_a_note_on_the_root() -> None:
    m = loads(BRIDGE, "arggraph")
    assert m.title == "bridge_01: close the bridge"
    assert m.source is not None
    assert (m.source.title, m.source.unit) == ("bridge_01", "segment")
    notes = {claim.id: claim.note for claim in m.claims.values() if claim.note}
    assert notes == {"a6": "The stance of the text on close the bridge: con."}


@pytest.mark.parametrize(
    ("attributes", "title", "note"),
    [
        ("", None, None),
        (' id="x"', "x", None),
        (' topic_id="a_b" id=" "', "a b", None),
        (' stance="unclear"', None, "The stance of the text: unclear."),
    ],
)
def test_a_graph_may_say_nothing_about_itself(
    attributes: str, title: str | None, note: str | None
) -> None:
    m = loads(graph("", "a", attributes), "arggraph")
    assert (m.title, m.claims["a"].note) == (title, note)


def test_a_stance_that_no_root_can_hold_is_lost() -> None:
    losses = Losses()
    text = graph(edges("c1: a sup b", "c2: b sup a"), "ab", ' stance="pro"')
    loads(text, "arggraph", losses=losses)
    assert str(losses) == "1 stance of the text"


@pytest.mark.parametrize(
    "order",
    [["1", "2", "3", "4"], ["4", "3", "2", "1"], ["3", "4", "1", "2"], ["2", "1", "4", "3"]],
)
def test_an_add_gives_its_premise_to_the_relation_wherever_it_stands(order: list[str]) -> None:
    lines = {
        "1": "c1: a sup d",
        "2": "c2: b add c1",
        "3": "c3: c add c2",  # an add to an add: the same relation
        "4": "c4: d und c2",  # and so for what denies it
    }
    m = loads(graph(edges(*[lines[name] for name in order])), "arggraph")
    assert set(m.relations) == {"c1", "c4"}
    assert m.relations["c1"].premises[0] == "a"
    assert sorted(m.relations["c1"].premises) == ["a", "b", "c"]
    assert m.relations["c4"] == Relation("c4", UNDERCUTS, ("d",), "c1")
    assert list(m.relations) == [f"c{name}" for name in order if name in "14"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("c2: c sup c1", Relation("c2", SUPPORTS, ("c",), "c1")),
        ("c2: c exa c1", Relation("c2", SUPPORTS, ("c",), "c1", "example")),
        ("c2: c reb c1", Relation("c2", UNDERCUTS, ("c",), "c1")),
        ("c2: c und c1", Relation("c2", UNDERCUTS, ("c",), "c1")),
        ("c2: c reb c", Relation("c2", ATTACKS, ("c",), "c")),
        ("c2: a und c2", Relation("c2", UNDERCUTS, ("a",), "c2")),
    ],
)
def test_an_edge_may_lead_into_an_edge(line: str, expected: Relation) -> None:
    m = loads(graph(edges("c1: a sup b", line)), "arggraph")
    assert m.relations["c2"] == expected


def test_a_claim_rests_on_its_segments_in_their_order_each_once() -> None:
    text = """<arggraph>
      <edu id="e1">One</edu><edu id="e2">two</edu><edu id="e3" implicit="true">three</edu>
      <edu id="e4">four</edu><edu id="e5">five</edu><edu id="e6">six.</edu>
      <joint id="j"/><adu id="a" type="opp"/><adu id="b" type="opp"/>
      <edge src="e6" trg="a" type="seg" id="1"/><edge src="e2" trg="a" type="seg" id="2"/>
      <edge src="e1" trg="a" type="seg" id="3"/><edge src="j" trg="a" type="seg" id="4"/>
      <edge src="e4" trg="j" type="seg" id="5"/><edge src="e6" trg="j" type="seg" id="6"/>
      <edge src="e3" trg="a" type="seg" id="7"/><edge src="j" trg="b" type="seg" id="8"/>
    </arggraph>"""
    losses = Losses()
    m = loads(text, "arggraph", losses=losses)
    assert m.claims["a"].text == "One two three four six."
    assert m.claims["a"].at == (Passage(1, 3), Passage(5, 5))  # of those that are said
    assert m.claims["b"].text == "four six."
    assert m.voices == {"opp": "The opponent"}
    expected = {"segment of no claim": 1, "mark of an implicit segment": 1}
    assert dict(losses.counts) == expected


def test_a_segment_and_a_claim_may_share_their_id() -> None:
    text = '<arggraph><edu id="1">One.</edu><adu id="1" type="pro"/>{}</arggraph>'
    m = loads(text.format('<edge src="1" trg="1" type="seg"/>'), "arggraph")
    assert m.claims["1"].text == "One."


def test_what_a_map_cannot_carry_is_counted() -> None:
    inside = """loose <edu id="x">Unused.</edu><adu id="y" type="opp"/>
      <edu id="z">with <b>bold</b></edu><meta><m/></meta><adu id="w" type="pro" by="me">words</adu>
      <edge id="sz" src="z" trg="w" type="seg"/>"""
    losses = Losses()
    attributes = ' xmlns:xsi="http://x" xsi:nil="1" lang="de"'
    m = loads(graph(inside, "a", attributes), "arggraph", losses=losses)
    assert dict(losses.counts) == {
        "segment of no claim": 1,
        "claim without a text, replaced by its id": 1,
        "element that is not of this format": 2,
        "attribute that is not of this format": 2,
        "text outside the segments": 2,
    }
    assert (m.claims["y"].text, m.claims["w"].text) == ("y", "with")
    assert not m.claims["y"].implicit


MISTAKES = [
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


@pytest.mark.parametrize("text", MISTAKES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_mistake_is_told_at_its_place_all_in_one_run(text: str, end: str) -> None:
    clean, expected = marked(text)
    assert mistakes(clean.replace("\n", end), "arggraph") == expected


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
def test_a_mistake_comes_with_what_to_do(text: str, hint: str) -> None:
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


def test_claims_and_relations_stand_where_their_elements_do() -> None:
    m = loads(BRIDGE, "arggraph", name="b.xml")
    lines = BRIDGE.splitlines()
    for name in ("a1", "a6", "c1", "c3"):
        place = m.locations[name]
        assert lines[place.line - 1][place.column - 1 :].startswith(("<adu", "<edge"))
        assert f'id="{name}"' in lines[place.line - 1]


@pytest.mark.parametrize("name", ["b.arggraph", "b.arggraph.xml", "b.xml", "-", "b"])
def test_it_is_told_by_suffix_or_root(name: str) -> None:
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


def test_texts_that_many_claims_share_do_not_fill_the_memory() -> None:
    long = f"<edu id='e'>{'x' * 200_000}</edu><edu id='f'>y</edu>"
    claims = "".join(
        f"<adu id='a{n}' type='pro'/><edge src='e' trg='a{n}' type='seg'/>"
        f"<edge src='f' trg='a{n}' type='seg'/>"
        for n in range(1000)
    )
    with pytest.raises(InvalidMapError, match="much longer than it is"):
        loads(f"<arggraph>{long}{claims}</arggraph>", "arggraph")


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
@settings(deadline=None, max_examples=80)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(text: str) -> None:
    m = survivor(text, "arggraph")
    assert m is None or m.claims
