"""Words that are marked in the text beside a graph, which become quotes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.documents.html_spans import spans
from argmap.formats import loads

NODES = [
    {"nodeID": "1", "text": "Trams should be free.", "type": "I"},
    {"nodeID": "22", "text": "They are paid for.", "type": "I"},
    {"nodeID": "3", "text": "Default Inference", "type": "RA"},
    {"nodeID": "4", "text": "Ann: it is paid for already", "type": "L"},
    {"nodeID": "5", "text": "Asserting", "type": "YA"},
]
EDGES = [("22", "3"), ("3", "1"), ("4", "5"), ("5", "22")]
TEXT = (
    'All <span class="highlighted" id="node1">trams should <b>be</b><br>free</span>, as '
    '<span id="node4">it is&nbsp;paid for <span class="highlighted" id="node1">already</span>'
    '</span>. <span id="node99">None.</span> <span>No id.</span> <span id="node3">so</span>'
)


def quotes(**beside: Any) -> dict[str, tuple[str, ...]]:
    edges = [{"edgeID": n, "fromID": a, "toID": b} for n, (a, b) in enumerate(EDGES, 1)]
    document = {"nodes": NODES, "edges": edges, **beside}
    found = loads(json.dumps(document), "aif")
    return {claim.id: claim.quote for claim in found.claims.values() if claim.quote}


@pytest.mark.parametrize(
    "beside",
    [
        {"text": TEXT},
        {"text": {"txt": TEXT}},
        {"analysis": {"txt": TEXT, "plain_txt": "x"}},
        {"text": "", "analysis": {"txt": TEXT}},
    ],
)
def test_marked_words_are_quotes(beside: dict[str, Any]) -> None:
    assert quotes(**beside) == {
        "1": ("trams should be free", "already"),
        "22": ("it is paid for already",),
    }


def test_in_xaif_the_text_is_beside_the_graph() -> None:
    document = {"AIF": {"nodes": NODES, "edges": []}, "text": {"txt": TEXT}}
    found = loads(json.dumps(document), "aif")
    assert found.claims["1"].quote == ("trams should be free", "already")


@pytest.mark.parametrize("text", ["plain", None, 3, [], {}, {"txt": None}, "<span id=node1>open"])
def test_other_texts_mark_nothing(text: Any) -> None:
    assert quotes(text=text) == {}


def test_quotes_of_our_own_are_kept() -> None:
    node = {**NODES[0], "quote": "for free"}
    found = loads(json.dumps({"nodes": [node], "edges": [], "text": TEXT}), "aif")
    assert found.claims["1"].quote == ("for free",)


def test_spans_within_spans_are_cut_off_at_some_depth() -> None:
    many = "".join(f"<span id=node{n}>x" for n in range(20_000)) + "</span>" * 20_000
    assert len(list(spans(many))) == 21
