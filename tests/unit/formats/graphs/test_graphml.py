"""GraphML of editors."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given
from support.damage import errors_in
from support.graph_files import ATTACKS, SMALL, SUPPORTS, back, contents, given_of
from support.laws import examples
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    Relation,
    dumps,
    loads,
)
from argmap.formats import Losses
from argmap.formats.graphs._attributed import attributed_graph, escape_what_xml_lacks

# What editors make of them.

YED = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key attr.name="node" attr.type="string" for="node" id="d0"/>
  <key attr.name="text" attr.type="string" for="node" id="d1"/>
  <key attr.name="id" attr.type="string" for="node" id="d2"/>
  <key for="node" id="d3" yfiles.type="nodegraphics"/>
  <key attr.name="verb" attr.type="string" for="all" id="d4"/>
  <key attr.name="url" attr.type="string" for="node" id="d5"/>
  <key attr.name="role" attr.type="string" for="edge" id="d6"><default>whole</default></key>
  <key for="edge" id="d7" yfiles.type="edgegraphics"/>
  <key attr.name="id" attr.type="string" for="edge" id="d8"/>
  <key for="graphml" id="d9" yfiles.type="resources"/>
  <graph edgedefault="directed" id="G">
    <node id="n0">
      <data key="d0"><![CDATA[claim]]></data>
      <data key="d1" xml:space="preserve"><![CDATA[The bridge & the ford.]]></data>
      <data key="d2">bridge</data>
      <data key="d3"><y:ShapeNode><y:NodeLabel>Bridge!</y:NodeLabel></y:ShapeNode></data>
    </node>
    <node id="n1" yfiles.foldertype="group">
      <data key="d3"><y:GroupNode><y:NodeLabel>Group 1</y:NodeLabel></y:GroupNode></data>
      <graph edgedefault="directed" id="n1:">
        <node id="n1::n0">
          <data key="d5" xml:space="preserve"/>
          <data key="d3">
            <y:ShapeNode><y:Fill color="#FFCC00"/><y:NodeLabel> A Claim, drawn
              <y:LabelModel/></y:NodeLabel></y:ShapeNode>
          </data>
        </node>
        <node id="n1::n1">
          <data key="d0">relation</data>
          <data key="d2">step</data>
          <data key="d3"><y:ShapeNode><y:Geometry height="1.0"/></y:ShapeNode></data>
          <data key="d4">supports</data>
          <port name="p"/>
        </node>
      </graph>
    </node>
    <edge id="e0" source="n1::n0" target="n0">
      <data key="d7"><y:PolyLineEdge><y:EdgeLabel>Attacks</y:EdgeLabel></y:PolyLineEdge></data>
    </edge>
    <edge id="e1" source="n1::n0" target="n1::n1">
      <data key="d6">premise</data><data key="d8">0</data>
    </edge>
    <edge id="e2" source="n1::n1" target="n0">
      <data key="d6">conclusion</data><data key="d8">1</data>
    </edge>
    <hyperedge><endpoint node="n0"/></hyperedge>
  </graph>
  <data key="d9"><y:Resources/></data>
</graphml>
"""


def test_a_picture_from_yed_keeps_ids_and_takes_what_is_drawn() -> None:
    m, losses = back(YED, "graphml")
    assert list(m.claims.values()) == [
        Claim("bridge", "The bridge & the ford.", label="Bridge!"),
        Claim("a-claim-drawn", "A Claim, drawn"),
    ]
    assert list(m.relations.values()) == [
        Relation("step", SUPPORTS, ("a-claim-drawn",), "bridge"),
        Relation("a-claim-drawn/bridge", ATTACKS, ("a-claim-drawn",), "bridge"),
    ]
    assert str(losses) == (
        "1 nested graph (Group 1), 1 port (p), 1 hyperedge, "
        "5 attributes of the drawing (nodegraphics, edgegraphics), 1 id of an edge (e0)"
    )


def test_ids_and_order_survive_an_editor_that_numbers_anew() -> None:
    text = dumps(SMALL, "graphml")
    for number, name in enumerate((*SMALL.claims, "both", "dear/open")):
        for attribute in ("id", "source", "target"):
            text = text.replace(f' {attribute}="{name}"', f' {attribute}="n{number}"')
    text = re.sub(r'(<edge [^>]*) id="(\d+)"', r'\1 id="e\2"', text)
    assert 'id="open"' not in text
    assert loads(text, "graphml") == SMALL


Y = "{http://www.yworks.com/xml/graphml}"
G = "{http://graphml.graphdrawing.org/xmlns}"


def test_every_key_has_the_name_of_its_attribute_and_an_id_of_its_own() -> None:
    keys = ET.fromstring(dumps(SMALL, "graphml")).findall(f"{G}key")  # noqa: S314 ours
    ids = [key.attrib["id"] for key in keys]
    assert len(set(ids)) == len(ids)
    named = [key.attrib for key in keys if "attr.name" in key.attrib]
    for key in named:
        assert key["id"] in {key["attr.name"], f"{key['for']}{key['attr.name']}"}
    # Gephi looks for labels under these two, and under d3 and d7.
    labels = {key["for"]: key["id"] for key in named if key["attr.name"] == "label"}
    assert labels == {"node": "label", "edge": "edgelabel"}


def test_yed_draws_the_labels_of_claims_and_the_verbs_of_relations() -> None:
    root = ET.fromstring(dumps(SMALL, "graphml"))  # noqa: S314 ours
    nodes = {node.get("id"): node for node in root.iter(f"{G}node")}
    drawn = {name: node.findtext(f".//{Y}ShapeNode/{Y}NodeLabel") for name, node in nodes.items()}
    assert drawn == {
        "open": "Open",
        "need": "It is needed.",
        "dear": "It is dear.",
        "same": "The same.",
        "both": None,
        "dear/open": None,
    }
    labels = [edge.findtext(f".//{Y}PolyLineEdge/{Y}EdgeLabel") for edge in root.iter(f"{G}edge")]
    assert sorted(filter(None, labels)) == ["attacks", "restates", *["supports"] * 2, "undercuts"]


@pytest.mark.parametrize(
    ("old", "new", "label", "lost"),
    [
        ("<y:NodeLabel>Open<", "<y:NodeLabel>Open on\n Sundays<", "Open on\n Sundays", "(label)"),
        ("<y:NodeLabel>Open<", "<y:NodeLabel> Open <", "Open", ""),
        ("<y:NodeLabel>Open<", "<y:NodeLabel>open<", "Open", ""),
        ("<y:NodeLabel>Open</y:NodeLabel>", "<y:NodeLabel/>", "Open", ""),
        (
            "</y:NodeLabel>",
            "</y:NodeLabel><y:NodeLabel>Pending</y:NodeLabel>",
            "Open",
            "further labels of drawings (Pending)",
        ),
    ],
)
def test_what_is_changed_where_it_is_drawn_is_the_newer(
    old: str, new: str, label: str, lost: str
) -> None:
    m, losses = back(dumps(SMALL, "graphml").replace(old, new), "graphml")
    assert m.claims["open"] == SMALL.claims["open"]._replace(label=label)
    assert lost in str(losses)
    assert bool(losses.counts) == bool(lost)


def test_a_verb_changed_where_it_is_drawn_is_an_error() -> None:
    text = dumps(SMALL, "graphml")
    changed = text.replace("<y:EdgeLabel>undercuts<", "<y:EdgeLabel>supports<")
    assert [code for *_, code in errors_in(changed, "graphml")] == ["two-verbs"]
    assert [code for *_, code in errors_in(text.replace(">undercuts<", ">con<"), "graphml")]


def test_a_description_of_a_node_is_its_text() -> None:
    m, losses = back(
        "<graphml><graph><node id='a'><desc>It rains.</desc></node></graph></graphml>", "graphml"
    )
    assert list(m.claims.values()) == [Claim("a", "It rains.")]
    assert not losses.counts


@pytest.mark.parametrize(
    ("inside", "lost"),
    [
        (
            "<data key='text'>It rains.</data><data key='text'>It pours.</data>",
            "1 attribute (text)",
        ),
        ("<desc>It rains.</desc><desc>It pours.</desc>", "1 attribute (desc)"),
        ("<data key='text'>It rains.</data><data key='more'><b>It pours.</b></data>", "(more)"),
        ("<data key='text' zebra='1'>It rains.</data>", "not of this format (zebra)"),
        ("<desc>It rains.</desc><zebra/>", "not of this format (zebra)"),
        ("<desc>It rains.</desc> It pours.", "text where this format has none (node)"),
    ],
)
def test_what_a_node_has_twice_or_else_is_named(inside: str, lost: str) -> None:
    text = f"<graphml><graph><node id='a'>{inside}</node></graph></graphml>"
    m, losses = back(text, "graphml")
    assert list(m.claims.values()) == [Claim("a", "It rains.")]
    assert lost in str(losses)


laws = examples(50)


@given(argument_maps())
@laws
def test_graphml_is_read_back_by_networkx(m: ArgumentMap) -> None:
    expected = escape_what_xml_lacks(attributed_graph(m), Losses())
    stream = io.BytesIO(dumps(m, "graphml").encode())
    back = nx.read_graphml(stream, force_multigraph=True)
    assert contents(back, "id") == contents(expected)
    assert sorted(given_of(back.graph, ("node_default", "edge_default"))) == sorted(
        given_of(expected.graph, ())
    )


def test_the_words_of_gephi_for_what_an_edge_is_called() -> None:
    text = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="Edge Id" attr.type="string" for="edge" id="edgeid"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<graph edgedefault="directed">
<node id="a"><data key="label">Trams win.</data><data key="r">204</data></node>
<node id="b"><data key="label">Buses lose.</data></node>
<edge id="e7" source="a" target="b">
<data key="edgeid">e7</data><data key="edgelabel">attacks</data></edge>
</graph></graphml>
"""
    m, losses = back(text, "graphml")
    assert [each.kind for each in m.relations.values()] == [ATTACKS]
    assert [claim.text for claim in m.claims.values()] == ["Trams win.", "Buses lose."]
    assert str(losses) == "1 id of an edge (e7), 1 attribute of the drawing (r)"
    assert not losses.touch_the_argument
