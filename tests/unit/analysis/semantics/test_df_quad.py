"""DF-QuAD, by hand from its definition."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.semantics import evaluated
from support.weighted import weighted

from argmap.analysis.semantics import df_quad


@pytest.mark.parametrize(
    ("base", "supporters", "attackers", "expected"),
    [
        (Fraction(1, 2), [], [], Fraction(1, 2)),
        # One supporter: 1/2 + 1/2 · 4/5.
        (Fraction(1, 2), [Fraction(4, 5)], [], Fraction(9, 10)),
        # Two: 1 − 1/2 · 3/4 = 5/8 of the way from 1/5 to 1.
        (Fraction(1, 5), [Fraction(1, 2), Fraction(1, 4)], [], Fraction(7, 10)),
        # Two attackers, as much of the way to 0.
        (Fraction(4, 5), [], [Fraction(1, 2), Fraction(1, 4)], Fraction(3, 10)),
        # 5/8 for and 1/2 against: an eighth of the way up.
        (Fraction(1, 5), [Fraction(1, 2), Fraction(1, 4)], [Fraction(1, 2)], Fraction(3, 10)),
        # 1/2 for and 5/8 against: an eighth of the way down.
        (Fraction(4, 5), [Fraction(1, 2)], [Fraction(1, 4), Fraction(1, 2)], Fraction(7, 10)),
        # As much for as against, at most 1 each.
        (Fraction(1, 3), [Fraction(1)], [Fraction(1), Fraction(1)], Fraction(1, 3)),
    ],
)
def test_a_strength_by_hand(
    base: Fraction, supporters: list[Fraction], attackers: list[Fraction], expected: Fraction
) -> None:
    found = df_quad.combine(float(base), [*map(float, supporters)], [*map(float, attackers)])
    assert found == pytest.approx(float(expected), abs=1e-15)


def test_strengths_go_up_a_map() -> None:
    argument_map = weighted(
        {"thesis": 0.5, "reason": 0.6, "ground": 0.5, "objection": 0.25, "bare": None},
        "reason supports thesis",
        "ground supports reason",
        "objection attacks thesis",
    )
    # The reason 3/5 + 2/5 · 1/2 = 4/5; on the thesis 4/5 − 1/4 = 11/20 of the way up.
    expected = {
        "thesis": Fraction(31, 40),
        "reason": Fraction(4, 5),
        "ground": Fraction(1, 2),
        "objection": Fraction(1, 4),
        "bare": Fraction(1, 2),
    }
    found = evaluated(df_quad, argument_map)
    assert found.claims == pytest.approx({name: float(value) for name, value in expected.items()})
    assert found.relations == {"r0": 1.0, "r1": 1.0, "r2": 1.0}
    assert found.unsettled == ()


@pytest.mark.parametrize(
    ("sentences", "weights"),
    [
        (["a attacks b", "b attacks a"], {"a": 1.0, "b": 1.0}),
        (["a contradicts b"], {"a": 1.0, "b": 1.0}),
        (["a attacks a"], {"a": 1.0, "b": 1.0}),
        (["a attacks a", "a attacks a"], {"a": 0.9, "b": 1.0}),
    ],
)
def test_strong_claims_that_attack_one_another_swing_for_ever(
    sentences: list[str], weights: dict[str, float]
) -> None:
    found = evaluated(df_quad, weighted(weights, *sentences))
    assert found.claims["a"] is None
    assert "a" in found.unsettled


@pytest.mark.parametrize("weight", [0.1, 0.5, 0.9, 0.99, 0.999])
def test_weaker_ones_settle_in_the_middle(weight: float) -> None:
    # a = w(1 − b) and b = w(1 − a): both w/(1 + w).
    found = evaluated(df_quad, weighted({"a": weight, "b": weight}, "a contradicts b"))
    expected = weight / (1 + weight)
    assert found.claims == pytest.approx({"a": expected, "b": expected}, abs=1e-9, rel=0)


def test_what_takes_too_long_is_said_to_be_unsettled_not_guessed() -> None:
    # The limit is 1, but each round goes only a millionth of the way.
    found = evaluated(df_quad, weighted({"a": 1e-6}, "a supports a"))
    assert found.claims == {"a": None}
    assert found.unsettled == ("a",)
