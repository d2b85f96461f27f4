"""Argdown: what argmap writes is read by Argdown's own parser, and both read a text alike."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from support.argdown import signed_maps
from support.external_maps import HOSTILE, STRUCTURES, hostile, structure
from support.strategies import argument_maps

import argmap
from argmap import ArgumentMap, RelationKind
from argmap.formats.argdown.document import Argument, Link
from argmap.formats.argdown.parser import read_argdown
from argmap.model import FileText
from argmap.model.text import one_line

pytestmark = pytest.mark.external

_HERE = Path(__file__).parent
_SECONDS = 120


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    """Fail, rather than skip, where Argdown is not there to ask."""
    if shutil.which("node") is None:
        pytest.fail("Node.js is missing: install Node.js 20 or later", pytrace=False)
    if not (_HERE / "node_modules" / "@argdown" / "node").is_dir():
        pytest.fail(f"Argdown is missing: run 'npm ci' in {_HERE}", pytrace=False)


def _parsed(texts: list[str]) -> list[dict[str, Any]]:
    """Return what Argdown's own tool makes of each text."""
    done = subprocess.run(
        ["node", "parse_argdown.mjs"],
        cwd=_HERE,
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"Argdown fails:\n{done.stderr}", pytrace=False)
    parsed: list[dict[str, Any]] = json.loads(done.stdout)
    return parsed


def _is_argument(argument_map: ArgumentMap, claim_id: str) -> bool:
    return argument_map.claims[claim_id].kind == "argument"


def _check_written(argument_map: ArgumentMap, text: str, found: dict[str, Any]) -> None:
    """Check that Argdown's own tool finds the claims, texts and relations of a map."""
    assert found["errors"] == [], text
    own = read_argdown(FileText(text))
    for key, is_argument in (("statements", False), ("arguments", True)):
        nodes = [node for node in own.nodes if isinstance(node, Argument) is is_argument]
        titles = sorted(node.title for node in nodes if node.title)
        assert sorted(_named(found[key])) == titles
        assert len(found[key]) == len(nodes)
    shown = {t for key in ("statements", "arguments") for f in found[key] for t in f["texts"]}
    for claim in argument_map.claims.values():
        tags = [re.escape(one_line(tag)) for tag in claim.tags]
        pattern = re.escape(one_line(claim.text)) + "".join(rf"(?: #\(?{tag}\)?)?" for tag in tags)
        assert any(re.fullmatch(pattern, line.strip()) for line in shown), claim.text
    own_links = [link for link in own.links if isinstance(link, Link)]
    links = {(link.verb, id(link.source), id(link.target)) for link in own_links}
    assert len(found["relations"]) == len(links)


def _named(found: list[dict[str, Any]]) -> list[str]:
    return [each["title"] for each in found if not re.fullmatch(r"Untitled \d+", each["title"])]


@pytest.mark.parametrize("name", [*STRUCTURES, "bundled"])
def test_argdown_reads_every_structure(name: str) -> None:
    argument_map = argmap.load() if name == "bundled" else structure(name)
    if not argument_map.claims:
        pytest.skip("Argdown takes no empty text")
    text = argmap.dumps(argument_map, "argdown")
    (found,) = _parsed([text])
    _check_written(argument_map, text, found)


def test_argdown_reads_hostile_text_as_text() -> None:
    maps = [hostile(name) for name in HOSTILE]
    texts = [argmap.dumps(m, "argdown") for m in maps]
    for argument_map, text, found in zip(maps, texts, _parsed(texts), strict=True):
        _check_written(argument_map, text, found)


@pytest.mark.parametrize("some", [argument_maps(min_claims=1), signed_maps()], ids=["any", "signs"])
def test_argdown_reads_any_map(some: st.SearchStrategy[ArgumentMap]) -> None:
    maps: list[ArgumentMap] = []

    @seed(1)
    @settings(
        max_examples=300,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(some)
    def collect(argument_map: ArgumentMap) -> None:
        maps.append(argument_map)

    collect()
    texts = [argmap.dumps(m, "argdown") for m in maps]
    refused = [
        (text, found["errors"])
        for text, found in zip(texts, _parsed(texts), strict=True)
        if found["errors"]
    ]
    assert refused == []


DEBATE = """\
===
title: On night trains
===

# Should they run?

[Run them]: Night trains should run again. #demand
  + <Climate>: They emit less than flights do. // per head
    - [Coal]: Some of their power still comes
      from coal. {source: "report"}
    _ Nobody flies at night anyway.
  - <Cost>: They lose money.
    <- [Subsidy]
  +> [Sleepers]: Sleeping cars must be built.
  >< [Stop them]: Night trains should stop for good.

## The climate, in full

<Climate>

(1) [Less]: A night train emits a tenth of a flight.
  - [Coal]
(2) Emissions count.
--
Practical syllogism, from the lesser evil {uses: [1, 2]}
--
  <_ [Rail strike]: Trains that do not run save nothing.
(3) [Lower]: They lower emissions.
(4) Whatever lowers emissions should run. #(long tag)
----
(5) [Run them]

* [Comfort]: People like to wake up there. /* a
  comment */
* Beds are short.

1. one thing
2. <Cost>

<Cost>
\t-> [Less]
"""


def test_argmap_reads_what_argdown_reads() -> None:
    (found,) = _parsed([DEBATE])
    assert found["errors"] == []
    document = read_argdown(FileText(DEBATE))
    for key, is_argument in (("statements", False), ("arguments", True)):
        nodes = [node for node in document.nodes if isinstance(node, Argument) is is_argument]
        assert sorted(node.title for node in nodes if node.title) == sorted(_named(found[key]))
        assert len(nodes) == len(found[key])
    argument_map = argmap.loads(DEBATE, "argdown")
    steps = [step for step in document.links if not isinstance(step, Link)]
    # Theirs leaves out, as argmap does, an argument for its own conclusion, and an
    # attack on an argument that attacks one of its premises as well.
    assert len(argument_map.relations) - len(steps) == len(found["relations"])
    (climate,) = (a for a in document.nodes if isinstance(a, Argument) and a.steps)
    (theirs,) = (a for a in found["arguments"] if a["structure"])
    assert [", ".join(rules) for rules in theirs["rules"]] == [step.rules for step in climate.steps]


def test_argdown_has_the_relations_of_the_map_it_is_given() -> None:
    """Between claims, each support and attack is one of theirs, with the same ends."""
    argument_map = argmap.loads(DEBATE, "argdown")
    text = argmap.dumps(argument_map, "argdown")
    (found,) = _parsed([text])
    theirs_by_ours = {
        RelationKind.SUPPORTS: "support",
        RelationKind.ATTACKS: "attack",
        RelationKind.CONTRADICTS: "contradictory",
    }
    titles = {claim.id: claim.label or claim.id for claim in argument_map.claims.values()}
    wanted = {
        (theirs_by_ours[r.kind], titles[r.premises[0]], titles[r.target])
        for r in argument_map.relations.values()
        if r.kind in theirs_by_ours and r.target in titles and f"<{r.id}>" not in text
    }
    theirs = {(r["type"], r["from"], r["to"]) for r in found["relations"]}
    assert len(wanted) > 5
    assert wanted <= theirs


def test_the_json_of_argdown_is_the_map_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text(DEBATE, encoding="utf-8")
    subprocess.run(
        [_HERE / "node_modules" / ".bin" / "argdown", "json", "debate.argdown", "."],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    theirs = argmap.load(tmp_path / "debate.json")
    ours = argmap.load(tmp_path / "debate.argdown")
    assert {*theirs.claims.values()} == {*ours.claims.values()}
    assert {r._replace(id="") for r in theirs.relations.values()} == {
        r._replace(id="") for r in ours.relations.values()
    }
