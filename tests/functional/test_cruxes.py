"""``argmap cruxes``."""

from __future__ import annotations

import pytest
from support import argmap
from support.answers import answer


@pytest.mark.slow
def test_every_crux_flips_when_it_is_rejected() -> None:
    asked = {
        "grounded": ("no-split", "open-trend", "cognitive-community"),
        "preferred": ("no-split",),
        "ideal": ("quasi-alliance",),
    }
    for semantic, claim in ((name, claim) for name, claims in asked.items() for claim in claims):
        found = answer("cruxes", claim, "--semantics", semantic)
        assert found["sets"]
        assert found["exhaustive"]
        for each in found["sets"][:4]:
            rejected = [word for name in each["reject"] for word in ("--reject", name)]
            reported = answer("evaluate", claim, "--semantics", semantic, *rejected)
            assert reported["claims"][0]["status"] == each["status"] != found["status"]


def test_what_a_claim_with_two_supports_turns_on() -> None:
    found = answer("cruxes", "two-tones")
    assert (found["status"], found["size"]) == ("in", 2)
    pairs = {tuple(each["reject"]) for each in found["sets"]}
    first = ("phone-call", "china-criticized", "china-case")
    second = ("geneva-consensus", "geneva-demands", "russia-case")
    assert {frozenset(pair) for pair in pairs} == {frozenset((a, b)) for a in first for b in second}
    assert argmap("cruxes", "two-tones", "--size", "1").status == 1
