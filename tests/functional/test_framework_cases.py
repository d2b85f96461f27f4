"""Qualitative semantics beside the extensions that are known of public frameworks.

The frameworks are not part of the project. Set ``ARGMAP_CASES`` to a folder that
has them in ``af/``; the tests are skipped where there is none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT, argmap

CASES = Path(os.environ.get("ARGMAP_CASES", ROOT.parent / "shared" / "cases")) / "af"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="there is no folder of cases")

NAMES = {
    "GR": "grounded",
    "CO": "complete",
    "PR": "preferred",
    "ST": "stable",
    "ID": "ideal",
}


def known() -> Iterator[tuple[str, str]]:
    """Yield the name of each framework with each semantics for which it has extensions."""
    path = CASES / "expected.json"
    if path.is_file():
        for name, found in json.loads(path.read_text(encoding="utf-8")).items():
            yield from ((name, short) for short in found)


@pytest.mark.parametrize(("name", "short"), list(known()))
def test_the_extensions_are_those_that_are_known(name: str, short: str) -> None:
    expected = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))[name][short]
    words = ("evaluate", "--all", "--limit", "1000", "--semantics", NAMES[short], "--json")
    result = argmap(*words, "-m", str(CASES / name))
    assert result.status == (0 if expected else 1)
    found = json.loads(result.out)["extensions"]
    assert len(found) == len(expected)
    assert {frozenset(each) for each in found} == {frozenset(each) for each in expected}


def test_every_framework_is_there() -> None:
    frameworks = {path.name for path in CASES.iterdir() if path.suffix in {".af", ".apx", ".tgf"}}
    assert {name for name, _ in known()} == frameworks
