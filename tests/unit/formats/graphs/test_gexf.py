"""GEXF, as Gephi has it."""

from __future__ import annotations

import io

import networkx as nx
from hypothesis import given
from support.graph_files import RESTATES, SUPPORTS, back, contents
from support.laws import examples
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    Relation,
    RelationKind,
    dumps,
)
from argmap.formats import Losses
from argmap.formats.graphs._attributed import attributed_graph, escape_what_xml_lacks


def test_a_graph_from_gephi_keeps_its_attributes() -> None:
    m, losses = back(
        '<gexf xmlns="http://www.gexf.net/1.3" xmlns:viz="http://www.gexf.net/1.3/viz">'
        '<graph defaultedgetype="directed"><attributes class="node">'
        '<attribute id="t" title="text" type="string"/>'
        '<attribute id="k" title="kind" type="string"><default>premise</default></attribute>'
        '</attributes><nodes><node id="a" label="A"><attvalues><attvalue for="t" value="Alpha."/>'
        '<attvalue for="size" value="3"/></attvalues><viz:size value="10.0"/></node>'
        '<node id="b" label="Beta."/></nodes><edges>'
        '<edge id="4" source="b" target="a" label="supports" weight="1.0"/>'
        '<edge id="3" source="a" target="b" label="restates" weight="2.5" type="undirected"/>'
        "</edges></graph></gexf>",
        "gexf",
    )
    assert list(m.claims.values()) == [
        Claim("a", "Alpha.", label="A", kind="premise"),
        Claim("b", "Beta.", kind="premise"),
    ]
    assert [r[:4] for r in m.relations.values()] == [
        ("a/b", RESTATES, ("a",), "b"),
        ("b/a", SUPPORTS, ("b",), "a"),
    ]
    assert str(losses) == "1 attribute (weight), 2 attributes of the drawing (size)"


def test_what_is_said_about_the_file_is_named_and_minor() -> None:
    _, losses = back(
        '<gexf><meta lastmodifieddate="2026-01-02"><creator>Gephi 0.10</creator>'
        "<description>On bridges</description></meta><graph/></gexf>",
        "gexf",
    )
    assert str(losses) == (
        "1 attribute (description), 2 entries about the file (lastmodifieddate, creator)"
    )


laws = examples(50)


@given(argument_maps())
@laws
def test_gexf_is_read_back_by_networkx(m: ArgumentMap) -> None:
    expected = escape_what_xml_lacks(attributed_graph(m), Losses())
    back = nx.read_gexf(io.BytesIO(dumps(m, "gexf").encode()))
    assert contents(back, "id") == contents(expected)


def test_the_weight_of_an_edge_is_that_of_its_relation() -> None:
    m = ArgumentMap(
        [Claim("a", "A"), Claim("b", "B"), Claim("c", "C")],
        [
            Relation("a/b", RelationKind.SUPPORTS, ("a",), "b", weight=0.25),
            Relation("a+c/b", RelationKind.ATTACKS, ("a", "c"), "b", weight=0.0),
            Relation("c/b", RelationKind.SUPPORTS, ("c",), "b", weight=1.0),
        ],
    )
    for name in ("gexf", "graphml", "node-link", "cytoscape"):
        lost = Losses()
        read, losses = back(dumps(m, name, lost), name)
        whole = None if name == "gexf" else 1.0  # there, it is what every edge has
        assert [each.weight for each in read.relations.values()] == [0.25, 0.0, whole]
        assert not losses.counts
        assert bool(lost.counts) is (whole is None)
