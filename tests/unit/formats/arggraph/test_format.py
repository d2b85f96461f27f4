"""Reading arg-microtexts XML: what each edge means, what is lost, and each error at its place.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import pytest
from support.arggraphs import BRIDGE, edges, graph, relations

from argmap import InvalidMapError, Relation, RelationKind, loads
from argmap.formats import Losses, load_bytes
from argmap.model import Passage

SUPPORTS, ATTACKS, UNDERCUTS = (
    RelationKind.SUPPORTS,
    RelationKind.ATTACKS,
    RelationKind.UNDERCUTS,
)


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


def test_what_a_map_cannot_represent_is_counted() -> None:
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
        "text where this format has none": 2,
    }
    assert (m.claims["y"].text, m.claims["w"].text) == ("y", "with")
    assert not m.claims["y"].implicit


def test_claims_and_relations_stand_where_their_elements_do() -> None:
    m = loads(BRIDGE, "arggraph", name="b.xml")
    lines = BRIDGE.splitlines()
    for name in ("a1", "a6", "c1", "c3"):
        place = m.locations[name]
        assert lines[place.line - 1][place.column - 1 :].startswith(("<adu", "<edge"))
        assert f'id="{name}"' in lines[place.line - 1]


def test_texts_that_many_claims_share_do_not_fill_the_memory() -> None:
    long = f"<edu id='e'>{'x' * 200_000}</edu><edu id='f'>y</edu>"
    claims = "".join(
        f"<adu id='a{n}' type='pro'/><edge src='e' trg='a{n}' type='seg'/>"
        f"<edge src='f' trg='a{n}' type='seg'/>"
        for n in range(1000)
    )
    with pytest.raises(InvalidMapError, match="much longer than it is"):
        loads(f"<arggraph>{long}{claims}</arggraph>", "arggraph")
