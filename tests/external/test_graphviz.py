"""What argmap writes as DOT, read and drawn by Graphviz itself."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from support.external_maps import HOSTILE, STRUCTURES, hostile, structure

import argmap
from argmap import ArgumentMap, Claim
from argmap.model.figure import LONGEST, figure
from argmap.model.text import one_line, shortened

pytestmark = pytest.mark.external

_SECONDS = 60
_SVG = "{http://www.w3.org/2000/svg}"
_TITLE = "{http://www.w3.org/1999/xlink}title"


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    """Fail, rather than skip, where Graphviz is not there to ask."""
    if shutil.which("dot") is None:
        pytest.fail("Graphviz is missing: run 'apt-get install graphviz'", pytrace=False)


@cache
def _dot(text: str, output: str) -> str:
    """Return what ``dot`` makes of ``text``, or fail with what it says, warnings too."""
    done = subprocess.run(
        ["dot", f"-T{output}"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode or done.stderr:
        pytest.fail(f"Graphviz says of it:\n{done.stderr}\n{text}", pytrace=False)
    return done.stdout


def _drawn(argument_map: ArgumentMap) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(_dot(argmap.dumps(argument_map, "dot"), "json"))
    return drawn


def _is_named(node: dict[str, Any], own: str) -> bool:
    """Return whether a node has the name ``own``, as far as Graphviz can have it.

    In DOT only \\" is an escape, so a backslash that argmap doubles stays
    double; and a name that starts with ``%`` Graphviz replaces by a number.
    """
    return own.startswith("%") or node["name"] == own.replace("\\", "\\\\")


def _shown(thing: dict[str, Any]) -> str:
    """Return the text drawn on a node or under the graph, without spaces: lines break anywhere."""
    lines = (step["text"] for step in thing.get("_ldraw_", ()) if step["op"] == "T")
    return _without_spaces("".join(lines))


def _without_spaces(text: str) -> str:
    return text.replace(" ", "")


def _expected_label(claim: Claim) -> str:
    below = " · ".join(part for part in (claim.place and f"[{claim.place}]", claim.voice) if part)
    return _without_spaces(one_line(claim.headline) + below)


def _assert_same_graph(argument_map: ArgumentMap) -> None:
    """Compare the names and the labels of the nodes, and the ends of the edges."""
    parts = figure(argument_map)
    drawn = _drawn(argument_map)
    nodes = drawn.get("objects", [])
    own = [*(claim.id for claim in parts.claims), *(step.id for step in parts.junctions)]
    ids = [parts.names[name] for name in own]
    labels = [_expected_label(claim) for claim in parts.claims] + [""] * len(parts.junctions)
    assert [_shown(node) for node in nodes] == labels
    assert all(_is_named(node, own) for node, own in zip(nodes, ids, strict=True))
    edges = Counter((ids[e["tail"]], ids[e["head"]]) for e in drawn.get("edges", ()))
    names = parts.names
    assert edges == Counter((names[edge.source], names[edge.target]) for edge in parts.edges)


@pytest.mark.parametrize("name", STRUCTURES)
def test_graphviz_reads_the_same_graph(name: str) -> None:
    """Every claim and junction is one node, every edge of the figure one edge."""
    _assert_same_graph(structure(name))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_drawn_as_text(name: str) -> None:
    """Whatever a text or an id holds, the drawing shows it as it is."""
    _assert_same_graph(hostile(name))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_title_is_drawn_as_text(name: str) -> None:
    """The title over the drawing is the title as it is."""
    assert _shown(_drawn(hostile(name))) == _without_spaces(one_line(HOSTILE[name]))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tooltip_is_text(name: str) -> None:
    """The tooltips of an SVG hold full texts and schemes, and nothing in them is markup."""
    svg = ET.fromstring(_dot(argmap.dumps(hostile(name), "dot"), "svg"))  # noqa: S314 our own
    tooltips = [one_line(link.get(_TITLE, "")) for link in svg.iter(f"{_SVG}a")]
    text = one_line(HOSTILE[name])
    assert tooltips.count(text) == 2  # the text of two claims
    assert "plain" in tooltips
    assert sum(tooltip.startswith(f"{text} (") for tooltip in tooltips) == 1  # the junction
    short = shortened(HOSTILE[name], LONGEST)
    assert tooltips.count(f"supports: {short}") == 3  # the edges of the linked relation
