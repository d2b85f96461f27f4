"""Quadratic Energy, by hand from its definition."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.semantics import evaluated
from support.weighted import weighted

from argmap.analysis.semantics import quadratic_energy


@pytest.mark.parametrize(
    ("base", "supporters", "attackers", "expected"),
    [
        (Fraction(1, 2), [], [], Fraction(1, 2)),
        # Energy 1/2: h = (1/4)/(5/4) = 1/5 of the way.
        (Fraction(1, 2), [Fraction(1, 2)], [], Fraction(3, 5)),
        (Fraction(1, 2), [], [Fraction(1, 2)], Fraction(2, 5)),
        # Energy 2: 4/5 of the way.
        (Fraction(1, 4), [Fraction(1)] * 3, [Fraction(1, 2)] * 2, Fraction(17, 20)),
        (Fraction(3, 4), [Fraction(1)], [Fraction(1)] * 3, Fraction(3, 20)),
        # Energy 0.
        (Fraction(1, 3), [Fraction(1)], [Fraction(1, 2), Fraction(1, 2)], Fraction(1, 3)),
    ],
)
def test_a_strength_by_hand(
    base: Fraction, supporters: list[Fraction], attackers: list[Fraction], expected: Fraction
) -> None:
    found = quadratic_energy.combine(
        float(base), [*map(float, supporters)], [*map(float, attackers)]
    )
    assert found == pytest.approx(float(expected), abs=1e-15)


def test_many_reasons_come_close_to_certainty_and_no_further() -> None:
    many = [1.0] * 1_000_000
    assert 1 - 1e-11 < quadratic_energy.combine(0.0, many, []) <= 1
    assert 0 <= quadratic_energy.combine(1.0, [], many) < 1e-11


def test_sums_are_rounded_once() -> None:
    # Ten tenths added up one by one are a little less than one.
    assert quadratic_energy.combine(0.0, [0.1] * 10, []) == 0.5


def test_the_order_of_reasons_does_not_tell() -> None:
    reasons = [0.1, 0.7, 1e-17, 0.3, 0.2] * 20
    forwards = quadratic_energy.combine(0.3, reasons, [0.9])
    assert forwards == quadratic_energy.combine(0.3, reasons[::-1], [0.9])


def test_a_claim_against_itself_settles() -> None:
    # v = 1/(1 + v²) has one real solution, that of v³ + v = 1.
    found = evaluated(quadratic_energy, weighted({"a": 1.0}, "a attacks a")).claims["a"]
    assert found is not None
    assert found**3 + found == pytest.approx(1, abs=1e-9)


def test_a_claim_against_itself_three_times_does_not() -> None:
    # Around the solution of v = 1/(1 + 9v²), 0.40, the slope is −1.2: steps grow.
    found = evaluated(quadratic_energy, weighted({"a": 1.0, "b": 0.3}, *["a attacks a"] * 3))
    assert found.claims == {"a": None, "b": 0.3}
    assert found.unsettled == ("a",)
