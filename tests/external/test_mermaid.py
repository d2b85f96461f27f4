"""What argmap writes as Mermaid, read and drawn by Mermaid itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.external_maps import HOSTILE, STRUCTURES, hostile, structure

import argmap
from argmap import ArgumentMap, RelationKind
from argmap.model.figure import Edge, Role, figure
from argmap.model.text import one_line

pytestmark = pytest.mark.external

_HERE = Path(__file__).parent
_SECONDS = 60

# How Mermaid names the heads and the line of an edge.
_HEADS = {
    RelationKind.SUPPORTS: ("arrow_point", "normal"),
    RelationKind.ATTACKS: ("arrow_point", "dotted"),
    RelationKind.UNDERCUTS: ("arrow_cross", "dotted"),
    RelationKind.CONTRADICTS: ("double_arrow_point", "dotted"),
    RelationKind.RESTATES: ("arrow_open", "normal"),
    RelationKind.ANSWERS: ("arrow_circle", "dotted"),
}

_MARKDOWN = (
    "address",
    "backtick",
    "bold",
    "dash",
    "dash-alone",
    "heading",
    "icon",
    "italic",
    "link",
    "lone www",
    "markdown-string",
    "number-alone",
    "numbered",
    "quotation",
    "reference",
    "rule",
    "script",
    "strike",
    "style",
    "underscores",
)


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    """Fail, rather than skip, where Mermaid is not there to ask."""
    if shutil.which("node") is None:
        pytest.fail("Node.js is missing: install Node.js 20 or later", pytrace=False)
    if not (_HERE / "node_modules" / "mermaid-older").is_dir():
        pytest.fail(f"Mermaid is missing: run 'npm ci' in {_HERE}", pytrace=False)


@cache
def _parsed(text: str, package: str = "mermaid") -> dict[str, Any]:
    """Return what Mermaid makes of ``text``, or fail with what it says."""
    done = subprocess.run(
        ["node", "parse_mermaid.mjs", package],
        cwd=_HERE,
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"Mermaid refuses it:\n{done.stderr}\n{text}", pytrace=False)
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def _drawn(argument_map: ArgumentMap, package: str = "mermaid") -> dict[str, Any]:
    return _parsed(argmap.dumps(argument_map, "mermaid"), package)


def _expected_labels(argument_map: ArgumentMap) -> list[str]:
    """Return what the nodes are to say: the claims in order, then the junctions, nothing."""
    parts = figure(argument_map)
    places = [f" [{claim.place}]" if claim.place else "" for claim in parts.claims]
    heads = [one_line(claim.headline) for claim in parts.claims]
    labels = [head + place for head, place in zip(heads, places, strict=True)]
    return labels + [""] * len(parts.junctions)


def _expected_edge(edge: Edge) -> tuple[str, str, str, str, str]:
    """Return the ends, the heads, the line and the label an edge is to have."""
    kind = edge.relation.kind
    is_premise = edge.role is Role.PREMISE
    is_plain = is_premise and not kind.is_symmetric
    head, line = ("arrow_open", "normal") if is_plain else _HEADS[kind]
    label = "" if is_premise or kind is RelationKind.SUPPORTS else str(kind)
    return edge.source, edge.target, head, line, label


@pytest.mark.parametrize("name", STRUCTURES)
def test_mermaid_reads_the_same_nodes(name: str) -> None:
    """Every claim and junction is one node, and says what it should."""
    argument_map = structure(name)
    nodes = _drawn(argument_map)["nodes"]
    assert [node["label"].strip() for node in nodes] == _expected_labels(argument_map)
    assert [node["shown"] for node in nodes] == _expected_labels(argument_map)


@pytest.mark.parametrize("name", STRUCTURES)
def test_mermaid_reads_the_same_edges(name: str) -> None:
    """Every edge of the figure is one edge, between the same nodes, in the line of its kind."""
    argument_map = structure(name)
    parts = figure(argument_map)
    drawn = _drawn(argument_map)
    ids = [*(claim.id for claim in parts.claims), *(step.id for step in parts.junctions)]
    names = {node["id"]: own for node, own in zip(drawn["nodes"], ids, strict=True)}
    found = [
        (names[e["source"]], names[e["target"]], e["kind"], e["stroke"], e["label"])
        for e in drawn["edges"]
    ]
    assert found == [_expected_edge(edge) for edge in parts.edges]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_as_text(name: str) -> None:
    """Whatever a text or an id holds, Mermaid reads the nodes, the edges and the labels meant."""
    argument_map = hostile(name)
    drawn = _drawn(argument_map)
    labels = [node["label"].strip() for node in drawn["nodes"]]
    assert labels == _expected_labels(argument_map)
    assert len(drawn["edges"]) == len(figure(argument_map).edges)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_drawn_as_text(name: str) -> None:
    """What the drawing shows is the text as it is: no markup, no icon, nothing run together."""
    argument_map = hostile(name)
    shown = [node["shown"] for node in _drawn(argument_map)["nodes"]]
    assert shown == _expected_labels(argument_map)


@pytest.mark.parametrize("name", _MARKDOWN)
def test_older_mermaid_takes_no_label_for_markdown(name: str) -> None:
    """Older versions read every label as Markdown: emphasis, links, lists, rules."""
    argument_map = hostile(name)
    shown = [node["shown"] for node in _drawn(argument_map, "mermaid-older")["nodes"]]
    assert shown == _expected_labels(argument_map)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_title_is_drawn_as_text(name: str) -> None:
    """The title over the drawing is the title, with a stand-in for each ``&``, ``<`` and ``>``.

    Mermaid makes entities of those three and then shows the entities as text,
    so none of them can be in a title.
    """
    meant = one_line(HOSTILE[name])
    pattern = "".join("[^&<>]" if sign in "&<>" else re.escape(sign) for sign in meant)
    title = _drawn(hostile(name))["title"]
    assert re.fullmatch(pattern, title), f"{title!r} is shown for {meant!r}"
