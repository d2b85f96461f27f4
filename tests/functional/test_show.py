"""``argmap show``."""

from __future__ import annotations

import json

import pytest
from support import ROOT, argmap

MAPS = "tests/functional/maps/"
SOURCES = "tests/functional/sources/"
LIBRARY = ("-m", f"{MAPS}library.yaml")
NUMBERED = ("--source", f"{SOURCES}numbered.txt")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_show_gives_the_passages_as_data() -> None:
    words = ("show", "open", "costly", "survey", *LIBRARY, *NUMBERED, "--json")
    found = json.loads(argmap(*words).out)
    passages = [[each["number"] for each in claim["passages"]] for claim in found]
    assert passages == [[1], [4, 5], []]
    assert "passages" not in json.loads(argmap("show", "open", *LIBRARY, "--json").out)[0]


SAMPLES = ROOT / "tests" / "samples"


def test_show_says_what_is_assumed_and_what_is_noted_of_a_step() -> None:
    file = str(SAMPLES / "night-trains.carneades.yml")
    shown = argmap("show", "emit-less", "empty", "run", "-m", file).out
    assert "assumed    yes\n" in shown
    assert "assumed    no: it needs support\n" in shown
    assert "    a1: major: less-is-better; minor: emit-less\n" in shown
