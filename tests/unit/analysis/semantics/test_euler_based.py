"""Euler-based semantics, by its formula."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.semantics import evaluated
from support.weighted import weighted

from argmap.analysis.semantics import euler_based

contributions = st.lists(st.floats(0, 1), max_size=5)


@given(st.floats(0, 1), contributions, contributions)
def test_it_is_the_formula(base: float, supporters: list[float], attackers: list[float]) -> None:
    energy = sum(supporters) - sum(attackers)
    expected = 1 - (1 - base**2) / (1 + base * math.exp(energy))
    assert euler_based.combine(base, supporters, attackers) == pytest.approx(expected, abs=1e-12)


@given(st.floats(0, 1), st.floats(0, 1))
def test_equal_reasons_for_and_against_leave_a_claim_exactly_as_it_is(
    base: float, contribution: float
) -> None:
    assert euler_based.combine(base, [contribution], [contribution]) == base
    assert euler_based.combine(base, [], []) == base


@pytest.mark.parametrize("base", [0.0, 5e-324, 1e-9, 0.5, 1.0])
def test_sums_too_great_for_an_exponential_have_their_limits(base: float) -> None:
    many = [1.0] * 5_000
    assert euler_based.combine(base, many, []) == pytest.approx(1.0 if base else 0.0)
    # Attacks alone never bring a claim below the square of its weight.
    assert euler_based.combine(base, [], many) == pytest.approx(base**2)


def test_a_weight_of_one_is_never_moved_so_an_undercut_does_nothing() -> None:
    argument_map = weighted(
        {"a": 0.5, "b": 0.5, "u": 0.9, "sure": 1.0},
        "a supports b",
        "u undercuts r0",
        "u attacks sure",
    )
    found = evaluated(euler_based, argument_map)
    assert found.relations["r0"] == 1.0
    assert found.claims["sure"] == 1.0
    assert evaluated(euler_based, argument_map, reject={"r0"}).claims["b"] == 0.5


def test_two_rivals_settle_where_each_answers_the_other() -> None:
    found = evaluated(euler_based, weighted({"a": 0.8, "b": 0.6}, "a contradicts b")).claims
    a, b = found["a"], found["b"]
    assert a is not None
    assert b is not None
    assert a == pytest.approx(1 - (1 - 0.64) / (1 + 0.8 * math.exp(-b)), abs=1e-9)
    assert b == pytest.approx(1 - (1 - 0.36) / (1 + 0.6 * math.exp(-a)), abs=1e-9)


def test_a_claim_that_attacks_itself_very_often_does_not_settle() -> None:
    found = evaluated(euler_based, weighted({"a": 0.1, "b": 0.5}, *["a attacks a"] * 100))
    assert found.claims == {"a": None, "b": 0.5}
