"""A relation said twice: an error in a map that says so, a warning where a file may mean two."""

from __future__ import annotations

import json

import pytest
from support.arggraphs import graph

from argmap import loads
from argmap.analysis.checks import Severity, check_map

A_B = "argmap: 1\nclaims: {a: A., b: B.}\nrelations:\n  - {from: a, supports: b"
NODES = [{"nodeID": "1", "type": "I", "text": "A."}, {"nodeID": "2", "type": "I", "text": "B."}]
STEPS = [{"nodeID": "3", "type": "RA"}, {"nodeID": "4", "type": "RA"}]
ENDS = [("1", "3"), ("3", "2"), ("1", "4"), ("4", "2")]
AIF = {
    "nodes": NODES + STEPS,
    "edges": [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(ENDS, 10)],
    "locutions": [],
}
GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    '<key id="v" for="edge" attr.name="verb" attr.type="string"/>'
    '<graph edgedefault="directed"><node id="a"/><node id="b"/>'
    '<edge source="a" target="b"><data key="v">supports</data></edge>'
    '<edge source="a" target="b"><data key="v">supports</data></edge></graph></graphml>'
)
KIALO = "Discussion Title: T\n\n1. A\n1.1. Pro: B\n1.2. Pro: -> See 1.1.\n"
TWICE = '<edge id="c1" src="a" trg="b" type="sup"/><edge id="c2" src="a" trg="b" type="sup"/>'
ARGUMENTS = "{x: {premises: p, conclusion: q}, y: {premises: p, conclusion: q}}"


@pytest.mark.parametrize(
    ("format_", "text", "severity"),
    [
        ("yaml", f"{A_B}}}\n  - {{from: a, supports: b, id: again}}\n", Severity.ERROR),
        ("yaml", f"{A_B}, id: once}}\n  - {{from: a, supports: b}}\n", Severity.ERROR),
        ("yaml", f"{A_B}, id: one}}\n  - {{from: a, supports: b, id: two}}\n", Severity.WARNING),
        ("aif", json.dumps(AIF), Severity.WARNING),
        ("kialo", KIALO, Severity.WARNING),
        ("arggraph", graph(TWICE, "ab"), Severity.WARNING),
        ("graphml", GRAPHML, Severity.WARNING),
        ("carneades", f"statements: {{p: P, q: Q}}\narguments: {ARGUMENTS}\n", Severity.WARNING),
    ],
)
def test_how_grave_it_is(format_: str, text: str, severity: Severity) -> None:
    findings = check_map(loads(text, format_), ["repeated-relation"]).findings
    assert [finding.severity for finding in findings] == [severity]
