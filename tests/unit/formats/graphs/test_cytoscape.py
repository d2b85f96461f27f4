"""JSON of Cytoscape."""

from __future__ import annotations

import json

import networkx as nx
from hypothesis import given
from support.graph_files import ATTACKS, RESTATES, SMALL, SUPPORTS, back, contents
from support.laws import examples
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    Relation,
    dumps,
)
from argmap.formats import detect
from argmap.formats.graphs._attributed import attributed_graph

CYTOSCAPE = """{
  "format_version": "1.0", "generated_by": "cytoscape-3.10.0",
  "target_cytoscapejs_version": "~2.1",
  "data": {"shared_name": "Buses", "name": "Buses", "SUID": 52, "selected": true},
  "elements": {
    "nodes": [
      {"data": {"id": "61", "SUID": 61, "shared_name": "run", "name": "run",
                "node": "claim", "text": "Run.", "label": "Run.", "weight": 1,
                "selected": false, "kind": null, "note": ""},
       "position": {"x": 1.5, "y": 2.5}, "selected": false},
      {"data": {"id": "62", "SUID": 62, "name": "A new node", "selected": true}}
    ],
    "edges": [
      {"data": {"id": "70", "SUID": 70, "source": "62", "target": "61",
                "shared_interaction": "attacks", "interaction": "attacks",
                "name": "A new node (attacks) run", "selected": false}}
    ]
  }
}"""


def test_a_network_from_cytoscape_keeps_names_and_takes_interactions() -> None:
    m, losses = back(CYTOSCAPE, "cytoscape")
    assert m.title == "Buses"
    assert list(m.claims.values()) == [
        Claim("run", "Run.", weight=1.0),
        Claim("A-new-node", "A new node"),
    ]
    assert list(m.relations.values()) == [
        Relation("A-new-node/run", ATTACKS, ("A-new-node",), "run")
    ]
    assert str(losses) == "1 attribute of the drawing (position)"


def test_elements_may_stand_in_one_list() -> None:
    elements = [
        {"group": "nodes", "data": {"id": 1, "name": "One."}},
        {"data": {"id": 2, "label": "Two.", "parent": 1}, "classes": "big"},
        {"data": {"source": 1, "target": 2, "verb": "supports"}},
        {"group": "edges", "data": {"source": "2", "target": 1, "label": "restates"}},
    ]
    for fixed in ({"elements": elements}, elements):
        m, losses = back(json.dumps(fixed), "cytoscape")
        assert list(m.claims.values()) == [Claim("1", "One."), Claim("2", "Two.")]
        assert [r[:4] for r in m.relations.values()] == [
            ("1/2", SUPPORTS, ("1",), "2"),
            ("2/1", RESTATES, ("2",), "1"),
        ]
        assert str(losses) == "1 attribute (parent), 1 attribute of the drawing (classes)"


def test_cytoscape_shows_the_label_of_a_claim_and_the_verb_of_a_relation() -> None:
    elements = json.loads(dumps(SMALL, "cytoscape"))["elements"]
    names = {node["data"]["id"]: node["data"]["name"] for node in elements["nodes"]}
    assert names == {
        "open": "Open",
        "need": "It is needed.",
        "dear": "It is dear.",
        "same": "The same.",
        "both": "both",
        "dear/open": "dear/open",
    }
    assert all(edge["data"]["interaction"] == edge["data"]["verb"] for edge in elements["edges"])


def test_ids_survive_the_numbers_that_cytoscape_gives() -> None:
    data = json.loads(dumps(SMALL, "cytoscape"))
    names = {}
    for number, node in enumerate(data["elements"]["nodes"], 60):
        names[node["data"]["id"]] = str(number)
        node["data"] |= {"id": str(number), "SUID": number, "shared_name": node["data"]["name"]}
    for edge in data["elements"]["edges"]:
        edge["data"] |= {end: names[edge["data"][end]] for end in ("source", "target")}
    assert back(json.dumps(data), "cytoscape")[0] == SMALL


laws = examples(50)


@given(argument_maps())
@laws
def test_cytoscape_is_read_back_by_networkx(m: ArgumentMap) -> None:
    expected = attributed_graph(m)
    back = nx.cytoscape_graph(json.loads(dumps(m, "cytoscape")))
    added = ("id", "value", "name", "source", "target", "key", "interaction")
    assert contents(back, *added) == contents(expected)
    assert back.graph == expected.graph


def test_a_list_of_elements_is_recognised_by_an_edge() -> None:
    nodes = [{"data": {"id": name, "label": f"It is {name}."}} for name in "ab"]
    edge = {"data": {"id": "e", "source": "a", "target": "b", "label": "attacks"}}
    assert detect(json.dumps([*nodes, edge]), "map.json") == "cytoscape"
    for others in (nodes, [*nodes, edge, 7], [{"data": [edge]}]):
        assert detect(json.dumps(others), "map.json") != "cytoscape"
