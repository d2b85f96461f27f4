"""``argmap why``."""

from __future__ import annotations

import pytest
from support import MAPS
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
