"""``argmap why``."""

from __future__ import annotations

import json

import pytest
from support import MAPS, argmap
from support.answers import answer

STANDOFF = str(MAPS / "standoff.yaml")


def test_why_as_data() -> None:
    found = answer("why", "world-order-chaos", "--reject", "intellectual-monopoly")
    (reported,) = found["explanations"]
    assert (found["claim"], found["semantics"], reported["status"]) == (
        *("world-order-chaos", "grounded", "out"),
    )
    (top,) = reported["reasons"]
    assert (top["because"], top["step"]) == ("fallen", None)
    (support,) = top["children"]
    assert (support["claim"], support["status"]) == ("indispensable-state", "in")
    assert (support["because"], support["step"]) == ("undercut", "out")
    assert support["children"][0]["claim"] == "never-tested"


def test_why_by_strength_as_data() -> None:
    found = answer("why", "dredge", "--semantics", "df-quad", "-m", STANDOFF)
    effects = {each["relation"]: each["effect"] for each in found["relations"]}
    assert effects["ships/dredge"] > 0 > effects["fish/dredge"]
    assert found["strength"] == pytest.approx(0.633333, abs=1e-6)


def test_why_begins_with_a_sentence() -> None:
    cases = {
        "in: it stands on its own, and nothing attacks it": [],
        "in: it stands on its own, and what attacks it is out": ["b attacks a", "c attacks b"],
        "in: a support carries it, and nothing attacks it": ["b supports a"],
        "in: 2 supports carry it, and what attacks it is out": [
            *("b supports a", "c supports a", "d attacks a", "c attacks d")
        ],
        "out: what attacks it is in": ["b attacks a"],
        "out: no support carries it": ["b supports a", "c attacks b"],
        "out: it rests on itself, and on nothing else": ["a supports a"],
        "out: it and b rest on one another, and on nothing else": ["a supports b", "b supports a"],
        "out: its supports rest on one another, and on nothing else": [
            *("b supports a", "c supports b", "b supports c")
        ],
        "undecided: it attacks itself, and nothing settles it": ["a attacks a"],
        "undecided: it and b contradict each other, and nothing settles it": ["a contradicts b"],
        "undecided: it is in a cycle of attacks, and nothing settles it": [
            *("a attacks b", "b attacks c", "c attacks a")
        ],
        "undecided: what attacks it is undecided": ["b attacks a", "b attacks b"],
        "undecided: what it needs is undecided": ["b supports a", "b attacks b"],
    }
    for sentence, relations in cases.items():
        steps = [step.split() for step in relations]
        names = dict.fromkeys(["a", *(end for a, _, b in steps for end in (a, b))], "Text.")
        data = {"argmap": 1, "claims": names, "relations": [{"from": a, v: b} for a, v, b in steps]}
        shown = argmap("why", "a", "-m", "-", stdin=json.dumps(data)).out.splitlines()
        assert shown[1][2:] == sentence
