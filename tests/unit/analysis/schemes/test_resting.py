"""How many claims rest on a step."""

from __future__ import annotations

import pytest
from support.small import small

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.schemes import resting as module
from argmap.analysis.schemes.resting import resting


def _counts(m: ArgumentMap) -> dict[str, int]:
    return resting(m, m.relations.values())


def test_what_a_step_counts_for() -> None:
    m = small("a supports b", "b supports c", "d attacks c", "e undercuts r2", "c contradicts f")
    assert _counts(m) | {"r4": 0} == {"r0": 2, "r1": 1, "r2": 1, "r3": 1, "r4": 0}


def test_claims_of_a_cycle_rest_on_one_another() -> None:
    m = small("a supports b", "b supports a", "x supports a")
    assert _counts(m) == {"r0": 2, "r1": 2, "r2": 2}


def test_a_question_rests_on_nothing() -> None:
    claims = [Claim("a", "A."), Claim("b", "B."), Claim("q", "Why?", kind="question")]
    steps = [
        Relation("s", RelationKind.SUPPORTS, ("a",), "b"),
        Relation("t", RelationKind.ANSWERS, ("b",), "q"),
    ]
    m = ArgumentMap(claims, steps)
    assert resting(m, steps[:1]) == {"s": 1}


def test_it_is_not_counted_in_the_largest_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTED_AT_MOST", 2)
    assert _counts(small("a supports b")) == {}
