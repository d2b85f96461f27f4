"""Laws of the gradual semantics, and their definitions followed without any cleverness."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.semantics import evaluated
from support.weighted import SEMANTICS, acyclic_maps, number, reweighted, weighted_shapes

from argmap import ArgumentMap, RelationKind
from argmap.analysis.semantics import df_quad, euler_based, quadratic_energy

laws = examples(60)
SLACK = 1e-12  # for the rounding of laws that hold exactly of exact numbers

contributions = st.lists(st.floats(0, 1) | st.sampled_from([0.0, 1.0]), max_size=6)


@given(st.floats(0, 1), contributions, contributions)
@laws
def test_no_contributions_make_a_strength_outside_its_range(
    base: float, supporters: list[float], attackers: list[float]
) -> None:
    for semantics in SEMANTICS:
        assert 0 <= semantics.combine(base, supporters, attackers) <= 1
        assert semantics.combine(base, [0.0] * len(supporters), []) == base


@given(weighted_shapes())
@laws
def test_every_strength_is_from_zero_to_one_and_in_the_order_of_the_file(m: ArgumentMap) -> None:
    for semantics in SEMANTICS:
        found = evaluated(semantics, m)
        assert list(found.claims) == list(m.claims)
        assert list(found.relations) == list(m.relations)
        values = [*found.claims.values(), *found.relations.values()]
        assert all(value is None or 0 <= value <= 1 for value in values)
        assert (None in values) == bool(found.unsettled)
        assert all({**found.claims, **found.relations}[name] is None for name in found.unsettled)


@given(weighted_shapes())
@laws
def test_settled_strengths_are_those_that_the_relations_make(m: ArgumentMap) -> None:
    for semantics, formula in FORMULAS:
        found = evaluated(semantics, m)
        known = {**found.claims, **found.relations}
        for name, value in known.items():
            if value is not None:
                assert value == pytest.approx(expected_of(m, name, known, formula), abs=1e-9)


Formula = Callable[[float, list[float], list[float]], float]


def by_df_quad(base: float, supporters: list[float], attackers: list[float]) -> float:
    """Return what the paper's functions F and C give, one contribution at a time."""
    sides = []
    for contributions in (supporters, attackers):
        together = 0.0
        for each in contributions:
            together = together + (1 - together) * each
        sides.append(together)
    difference = abs(sides[0] - sides[1])
    return base - base * difference if sides[1] >= sides[0] else base + (1 - base) * difference


def by_quadratic_energy(base: float, supporters: list[float], attackers: list[float]) -> float:
    """Return the base score moved by h of the energy and of its negative."""

    def h(energy: float) -> float:
        return max(energy, 0) ** 2 / (1 + max(energy, 0) ** 2)

    energy = sum(supporters) - sum(attackers)
    return base - base * h(-energy) + (1 - base) * h(energy)


def by_euler(base: float, supporters: list[float], attackers: list[float]) -> float:
    """Return what the formula gives."""
    energy = sum(supporters) - sum(attackers)
    return 1 - (1 - base**2) / (1 + base * math.exp(energy))


FORMULAS = (
    (df_quad, by_df_quad),
    (quadratic_energy, by_quadratic_energy),
    (euler_based, by_euler),
)


def expected_of(
    m: ArgumentMap, name: str, known: dict[str, float | None], formula: Formula
) -> float:
    """Return the strength of a claim or relation by definition, given those of all others.

    One without a strength must not matter, so whatever is put in its place is right.
    """
    supporters, attackers = list[float](), list[float]()
    for relation in m.incoming(name):
        kind = relation.kind
        origin = relation.premises
        if kind is RelationKind.CONTRADICTS and name in origin:
            origin = (relation.target,)
        contribution = min(known[p] or 0.0 for p in origin) * (known[relation.id] or 0.0)
        if kind is RelationKind.SUPPORTS and name in m.claims:
            supporters.append(contribution)
        elif kind.is_against:
            attackers.append(contribution)
    weight = m.claims[name].weight if name in m.claims else 1.0
    return formula(0.5 if weight is None else weight, supporters, attackers)


@given(acyclic_maps())
@laws
def test_an_acyclic_map_agrees_with_the_definition_followed_claim_by_claim(m: ArgumentMap) -> None:
    for semantics, formula in FORMULAS:
        known: dict[str, float | None] = {}

        def follow(name: str, known: dict[str, float | None], formula: Formula) -> None:
            for relation in m.incoming(name):
                for needed in (relation.id, *relation.premises):
                    if needed not in known:
                        follow(needed, known, formula)
            known[name] = expected_of(m, name, known, formula)

        for name in (*m.claims, *m.relations):
            follow(name, known, formula)
        found = evaluated(semantics, m)
        assert found.unsettled == ()
        assert {**found.claims, **found.relations} == pytest.approx(known, abs=1e-12)


@given(acyclic_maps(kinds=(RelationKind.SUPPORTS,)), st.data())
@laws
def test_more_weight_never_lowers_what_is_reached_by_support_alone(
    m: ArgumentMap, data: st.DataObject
) -> None:
    raised, low, high = draw_raise(m, data)
    for semantics in SEMANTICS:
        before = evaluated(semantics, reweighted(m, raised, low)).claims
        after = evaluated(semantics, reweighted(m, raised, high)).claims
        assert all(number(after[c]) >= number(before[c]) - SLACK for c in m.claims)


@given(acyclic_maps(kinds=(RelationKind.SUPPORTS,), linked=False), st.data())
@laws
def test_more_weight_never_raises_what_a_claim_attacks(m: ArgumentMap, data: st.DataObject) -> None:
    raised, low, high = draw_raise(m, data)
    relations = [
        r._replace(kind=RelationKind.ATTACKS) if raised in r.premises else r
        for r in m.relations.values()
    ]
    m = ArgumentMap(m.claims.values(), relations)
    for semantics in SEMANTICS:
        before = evaluated(semantics, reweighted(m, raised, low)).claims
        after = evaluated(semantics, reweighted(m, raised, high)).claims
        others = [c for c in m.claims if c != raised]
        assert all(number(after[c]) <= number(before[c]) + SLACK for c in others)


def draw_raise(m: ArgumentMap, data: st.DataObject) -> tuple[str, float, float]:
    """Draw a claim and two weights, the lower first."""
    pair = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)
    low, high = data.draw(pair)
    return data.draw(st.sampled_from(list(m.claims))), low, high
