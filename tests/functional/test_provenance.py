"""A map checked against its source text by check --source."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, argmap, in_terminal

SOURCES = "tests/functional/sources/"
LIBRARY = ("check", "tests/functional/maps/library.yaml")
RULES = ("--select", "beyond-source,uncovered-paragraph,no-shared-word")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_what_does_not_fit(matches: Callable[[str, str], None]) -> None:
    words = (*LIBRARY, *RULES, "--source", f"{SOURCES}numbered.txt")
    matches("provenance", in_terminal(*words, NO_COLOR="1"))
    found = json.loads(argmap(*words, "--json").out)
    assert [(each["code"], each["on"]) for each in found] == [("beyond-source", "open")]
    assert argmap(*words).status == 1


def test_a_text_that_fits_but_for_one_paragraph() -> None:
    words = (*LIBRARY, *RULES, "--source", f"{SOURCES}reading-room.md")
    result = argmap(*words, "-f", "concise")
    assert result.status == 0
    reported = "no claim cites paragraph 3 of the source [uncovered-paragraph]"
    assert result.out.splitlines() == [f"{LIBRARY[1]}:3:1: warning: {reported}"]


def test_without_a_source_nothing_is_said_nor_is_an_ignore_idle(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = "argmap: 1\nignore: {uncovered-paragraph: it is of a part}\nclaims: {}\n"
    path.write_text(text, encoding="utf-8")
    assert json.loads(argmap("check", str(path), "--json").out) == []
    source = ("--source", f"{SOURCES}numbered.txt")
    assert json.loads(argmap("check", str(path), *source, "--json").out) == []


@pytest.mark.parametrize("code", ["no-shared-word", "uncovered-paragraph"])
def test_the_example_of_a_rule_comes_with_a_source(code: str) -> None:
    shown = argmap("check", "--explain", code).out
    assert "of this source\n    Our park has nowhere to sit." in shown
    assert "\nwarning: " in shown
