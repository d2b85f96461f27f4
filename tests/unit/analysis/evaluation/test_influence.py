"""Influences: by hand, and against a map without the relation."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.semantics import evaluated
from support.weighted import SEMANTICS, weighted, weighted_shapes

from argmap import ArgumentMap, RelationKind
from argmap.analysis.evaluation.influence import Influence, Influences, influences
from argmap.analysis.semantics import df_quad, quadratic_energy
from argmap.errors import UnknownNameError

laws = examples(60)


def near(value: float) -> float:
    """Return a number that may differ by rounding."""
    return cast("float", pytest.approx(value, abs=1e-12))


def test_by_hand() -> None:
    argument_map = weighted(
        {"t": 0.5, "a": 0.8, "b": 0.6, "o": 0.25, "u": 0.5},
        "o attacks t",
        "a+b supports t",
        "u undercuts r1",
        "o restates t",
        "t supports a",
    )
    # DF-QuAD: the support gives 3/5 · 1/2 = 3/10, the attack 1/4: t = 1/2 + 1/2 · 1/20.
    # Without the attack 13/20, without the support 3/8; a is 9/10, by t.
    found = influences(argument_map, "t", df_quad, assume={"a"})
    assert found == Influences(
        "t",
        0.5,
        near(0.525),
        fixed=False,
        relations=(
            Influence("r1", near(0.3), "b", near(0.15)),
            Influence("r0", near(0.25), "o", near(-0.125)),
        ),
    )


def test_a_contradiction_weighs_by_its_other_end() -> None:
    argument_map = weighted({"a": 0.6, "b": 0.5, "c": 0.5}, "a contradicts b", "c contradicts a")
    found = influences(argument_map, "a", df_quad, reject={"c"})
    assert found.relations == (
        Influence("r0", near(2 / 7), "b", near(3 / 7 - 0.6)),
        Influence("r1", 0.0, "c", 0.0),
    )


def test_ties_are_in_the_order_of_the_file_and_the_first_weakest_premise_is_named() -> None:
    argument_map = weighted(
        {"t": 0.5, "a": 0.5, "b": 0.5, "c": 0.4},
        "b+a supports t",
        "a attacks t",
        "c supports t",
    )
    # Quadratic Energy: 2/5 in all; without the first −1/10, without the attack 9/10.
    found = influences(argument_map, "t", quadratic_energy)
    assert [each.relation for each in found.relations] == ["r1", "r0", "r2"]
    assert [each.weakest for each in found.relations] == ["a", "b", "c"]
    even = weighted({"t": 0.5, "a": 0.5, "b": 0.5}, "b supports t", "a supports t")
    assert [each.relation for each in influences(even, "t", df_quad).relations] == ["r0", "r1"]


def test_nothing_has_an_effect_on_a_claim_that_is_fixed() -> None:
    argument_map = weighted({"t": 0.5, "a": 0.8}, "a attacks t")
    found = influences(argument_map, "t", df_quad, assume={"t"})
    assert found == Influences(
        "t", 0.5, 1.0, fixed=True, relations=(Influence("r0", 0.8, "a", 0.0),)
    )


def test_a_relation_that_is_rejected_is_listed_without_effect() -> None:
    argument_map = weighted({"t": 0.5, "a": 0.8, "b": 0.5}, "a attacks t", "b supports t")
    found = influences(argument_map, "t", df_quad, reject={"r0"})
    assert found.relations == (Influence("r1", 0.5, "b", 0.25), Influence("r0", 0.0, "a", 0.0))


def test_what_does_not_settle_has_no_effect_that_is_known() -> None:
    argument_map = weighted(
        {"x": 1.0, "a": 0.5, "zero": 0.0, "t": 0.5},
        "x attacks x",
        "a+x supports t",
        "a supports t",
        "x+zero attacks t",
    )
    found = influences(argument_map, "t", df_quad)
    assert found.strength is None
    assert found.relations == (
        Influence("r1", None, None, None),
        Influence("r2", 0.5, "a", None),
        Influence("r3", 0.0, "zero", None),
    )
    cut = influences(argument_map, "t", df_quad, reject={"r1"})
    assert cut.strength == 0.75
    assert cut.relations == (
        Influence("r2", 0.5, "a", 0.25),
        Influence("r1", 0.0, None, 0.0),
        Influence("r3", 0.0, "zero", 0.0),
    )


def test_an_unknown_claim_is_answered_with_near_names() -> None:
    with pytest.raises(UnknownNameError, match="no claim 'appel'"):
        influences(weighted({"apple": 0.5}), "appel", df_quad)


@given(weighted_shapes(), st.data())
@laws
def test_an_effect_is_what_is_missing_without_the_relation(
    m: ArgumentMap, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from(list(m.claims)))
    for semantics in SEMANTICS:
        found = influences(m, target, semantics)
        assert found.strength == evaluated(semantics, m).claims[target]
        bearing = [r.id for r in m.incoming(target) if r.kind is not RelationKind.RESTATES]
        assert sorted(each.relation for each in found.relations) == sorted(bearing)
        for each in found.relations:
            if found.strength is None:
                assert each.effect is None
            else:
                without = alone(m, found, each.relation)
                strength = evaluated(semantics, without).claims["target"]
                assert strength is not None
                assert each.effect == pytest.approx(found.strength - strength, abs=1e-9)


def alone(m: ArgumentMap, found: Influences, left_out: str) -> ArgumentMap:
    """Return a map of the claim and one claim for each relation on it, but for one.

    Each has the weight of what its relation contributes.
    """
    claims: dict[str, float | None] = {"target": found.weight}
    sentences = []
    for each in found.relations:
        if each.relation != left_out:
            claims[f"by-{each.relation}"] = each.contribution
            kind = m.relations[each.relation].kind
            verb = "supports" if kind is RelationKind.SUPPORTS else "attacks"
            sentences.append(f"by-{each.relation} {verb} target")
    return weighted(claims, *sentences)


@given(weighted_shapes(), st.data())
@laws
def test_a_contribution_is_the_weakest_premise_times_the_relation(
    m: ArgumentMap, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from(list(m.claims)))
    for semantics in SEMANTICS:
        strengths = evaluated(semantics, m)
        for each in influences(m, target, semantics).relations:
            if each.contribution:
                assert each.weakest is not None
                weakest, step = strengths.claims[each.weakest], strengths.relations[each.relation]
                assert weakest is not None
                assert step is not None
                assert each.contribution == weakest * step
