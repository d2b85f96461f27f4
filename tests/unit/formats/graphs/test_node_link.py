"""Node-link JSON, as networkx has it."""

from __future__ import annotations

import json

import networkx as nx
from hypothesis import given
from support.graph_files import SMALL, as_graph, contents
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
