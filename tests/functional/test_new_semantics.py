"""A semantics is one file: put into the folder, it is offered everywhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, Result, argmap_process

GRADUAL = """
SUMMARY = "the weight alone"

def combine(base, supporters, attackers):
    return base
"""
QUALITATIVE = """
from argmap.analysis.semantics.grounded import labellings, verdict

SUMMARY = "grounded by another name"
HAS_SEVERAL = False
IS_DIRECTIONAL = True
"""
MAP = """
argmap: 1
claims:
  tea: {text: Tea is good., weight: 0.25}
  cake: Cake is better.
relations: [{from: cake, attacks: tea}]
expect:
  by-weight: {strengths: {tea: 0.25}}
  by-ground: {out: tea}
"""

Run = Callable[..., Result]


@pytest.fixture(name="run")
def _run(tmp_path: Path) -> Run:
    """Return the command of a copy of the package that has two semantics more."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "argmap", copy / "argmap", ignore=shutil.ignore_patterns("*.pyc"))
    folder = copy / "argmap" / "analysis" / "semantics"
    (folder / "by_weight.py").write_text(GRADUAL, encoding="utf-8")
    (folder / "by_ground.py").write_text(QUALITATIVE, encoding="utf-8")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")

    def run(*words: str, **env: str) -> Result:
        return argmap_process(*words, cwd=tmp_path, PYTHONPATH=str(copy), **env)

    return run


def test_it_is_evaluated_and_explained(run: Run) -> None:
    words = ("--semantics", "by-weight", "-m", "map.yaml", "--json")
    found = json.loads(run("evaluate", *words).out)
    assert {each["id"]: each["strength"] for each in found["claims"]} == {"tea": 0.25, "cake": 0.5}
    assert json.loads(run("why", "tea", *words).out)["strength"] == 0.25
    words = ("--semantics", "by-ground", "-m", "map.yaml", "--json")
    found = json.loads(run("evaluate", *words).out)
    assert {each["id"]: each["status"] for each in found["claims"]} == {"tea": "out", "cake": "in"}


def test_a_map_may_expect_something_of_it(run: Run) -> None:
    found = run("evaluate", "--check", "-m", "map.yaml", "--json")
    assert [each["holds"] for each in json.loads(found.out)] == [True, True]
    again = run("export", "-f", "yaml", "-m", "map.yaml").out
    assert "by-weight:" in again
    assert "by-ground:" in again


def test_the_schema_has_it(run: Run) -> None:
    expected = json.loads(run("schema").out)["properties"]["expect"]["properties"]
    assert expected["by-ground"] == expected["grounded"]
    assert expected["by-weight"] == expected["df-quad"]


def test_it_completes_and_is_suggested(run: Run) -> None:
    offered = run("evaluate", "--semantics", "by", _ARGMAP_COMPLETE="fish").out
    assert offered.split("\n") == [
        "by-ground\tgrounded by another name",
        "by-weight\tthe weight alone",
        "",
    ]
    assert "by-weight" in run("evaluate", "--semantics", "by-weigth", "-m", "map.yaml").err
