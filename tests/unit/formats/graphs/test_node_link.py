"""Node-link JSON, as networkx has it."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from support.damage import errors_in
from support.graph_files import SMALL, as_graph, back, contents
from support.laws import examples
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    dumps,
)
from argmap.formats import load_bytes
from argmap.formats.graphs._attributed import attributed_graph


def test_links_are_the_older_name_of_edges() -> None:
    graph = as_graph(dumps(SMALL, "node-link"), "node-link")
    text = json.dumps(nx.node_link_data(graph, edges="links"))
    assert load_bytes(text.encode(), "x.json") == SMALL


laws = examples(50)


@given(argument_maps())
@laws
def test_node_link_is_read_back_by_networkx(m: ArgumentMap) -> None:
    expected = attributed_graph(m)
    back = nx.node_link_graph(json.loads(dumps(m, "node-link")), edges="edges")
    assert back.is_multigraph()
    assert back.is_directed()
    assert contents(back) == contents(expected)
    assert back.graph == expected.graph


@pytest.mark.parametrize("has_ids", [True, False])
def test_edges_may_name_nodes_by_their_numbers(*, has_ids: bool) -> None:
    nodes: list[dict[str, Any]] = [{"name": "Trams win."}, {"name": "Buses lose."}]
    for node in nodes if has_ids else []:
        node["id"] = node["name"][0].lower()
    links = [{"source": 0, "target": 1, "type": "supports"}]
    text = json.dumps({"nodes": nodes, "links": links, "directed": True})
    m, losses = back(text, "node-link")
    assert [claim.text for claim in m.claims.values()] == ["Trams win.", "Buses lose."]
    first, second = m.claims
    assert list(m.relations) == [f"{first}/{second}"]
    assert (first == "t") == has_ids
    assert not losses.counts


@pytest.mark.parametrize("ids", [(1, 2), ("0", "x"), (1, 0)])
def test_a_number_that_is_an_id_is_that_id(ids: tuple[Any, Any]) -> None:
    links = [{"source": 0, "target": 1, "type": "supports"}]
    nodes = [{"id": id, "text": f"Claim {id}."} for id in ids]
    text = json.dumps({"nodes": nodes, "links": links})
    if ids == (1, 0):
        assert list(back(text, "node-link")[0].relations) == ["0/1"]
    else:
        assert {code for *_, code in errors_in(text, "node-link")} == {"dangling-id"}
