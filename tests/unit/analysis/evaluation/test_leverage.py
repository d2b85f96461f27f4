"""Leverage: by hand, and against working everything out again."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.semantics import evaluated
from support.weighted import SEMANTICS, acyclic_maps, reweighted, weighted, weighted_shapes

from argmap import ArgmapError, ArgumentMap
from argmap.analysis.evaluation import leverage as module
from argmap.analysis.evaluation.leverage import Leverage, leverage
from argmap.analysis.semantics import df_quad, quadratic_energy
from argmap.errors import UnknownNameError

laws = examples(60)


def changes(found: list[Leverage]) -> list[tuple[str, float | None, float | None]]:
    """Return the names and changes alone."""
    return [(each.claim, each.at_zero, each.at_one) for each in found]


def test_giving_up_is_said_and_the_nearest_were_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is what is iterated anew in a circle, again for each claim."""
    weights = dict.fromkeys(["far", "near", "thesis"], 0.5)
    steps = ["far supports near", "near supports thesis", "thesis supports far"]
    argument_map = weighted(weights, *steps)
    assert leverage(argument_map, "thesis", df_quad).is_exhaustive
    monkeypatch.setattr(module, "WORK_AT_MOST", 0)
    found = leverage(argument_map, "thesis", df_quad)
    assert ([each.claim for each in found.found], found.is_exhaustive) == (["near"], False)


def test_by_hand() -> None:
    argument_map = weighted(
        {"far": 0.5, "thesis": 0.5, "reason": 0.6, "ground": 0.5, "objection": 0.25},
        "reason supports thesis",
        "ground supports reason",
        "objection attacks thesis",
        "thesis supports far",
    )
    found = leverage(argument_map, "thesis", df_quad).found
    # The reason is 4/5 and the thesis 1/2 + 1/2(4/5 − 1/4) = 31/40.
    # Without weight the reason keeps the 1/2 its ground gives it: 5/8.
    # The ground at 0 leaves the reason 3/5: 27/40; at 1 lifts it to 1: 7/8.
    expected = [
        ("objection", Fraction(9, 10) - Fraction(31, 40), Fraction(2, 5) - Fraction(31, 40)),
        ("reason", Fraction(5, 8) - Fraction(31, 40), Fraction(7, 8) - Fraction(31, 40)),
        ("ground", Fraction(27, 40) - Fraction(31, 40), Fraction(7, 8) - Fraction(31, 40)),
    ]
    assert [each.claim for each in found] == [name for name, _, _ in expected]
    for each, (_, at_zero, at_one) in zip(found, expected, strict=True):
        assert each.at_zero == pytest.approx(float(at_zero))
        assert each.at_one == pytest.approx(float(at_one))
    reason = found[1]
    assert reason.weight == 0.6
    assert reason.strength == pytest.approx(0.8)
    assert reason.largest == pytest.approx(0.15)


def test_ties_are_in_the_order_of_the_file_and_the_largest_comes_first() -> None:
    argument_map = weighted(
        {"b": 0.5, "x": 0.5, "a": 0.5, "t": 0.5, "z": 0.5, "idle": 0.5},
        "x supports t",
        "b supports x",
        "a supports x",
        "z undercuts r0",
        "idle restates t",
        "idle supports r0",
    )
    # x is 1 − 1/8, and 1 when it, a or b has weight 1, so these three are equal.
    names = [each.claim for each in leverage(argument_map, "t", df_quad).found]
    assert names == ["z", "b", "x", "a"]


def test_a_claim_in_a_cycle_and_one_behind_it() -> None:
    argument_map = weighted(
        {"a": 0.6, "b": 0.5, "t": 0.0, "u": 0.0},
        "a contradicts b",
        "b supports t",
        "u attacks a",
    )
    found = {each.claim: each for each in leverage(argument_map, "t", df_quad).found}
    # b = 1/2(1 − a)/(1 − a/2) with a the weight of its rival: 2/7 now, 1/2 and 0 at the ends.
    assert found["a"].at_zero == pytest.approx(1 / 2 - 2 / 7)
    assert found["a"].at_one == pytest.approx(-2 / 7)
    # With weight 1, b is 1 − a, and a = 0.6(1 − b): a is 0 and b is 1.
    assert found["b"].at_one == pytest.approx(1 - 2 / 7)
    assert found["u"].at_zero == 0.0
    # At 1 it would take all from its target.
    assert found["u"].at_one == pytest.approx(1 / 2 - 2 / 7)


def test_what_no_longer_settles_is_not_known_and_comes_last() -> None:
    argument_map = weighted(
        {"a": 0.5, "b": 1.0, "s": 0.5, "t": 0.5},
        "a contradicts b",
        "b supports t",
        "s attacks t",
    )
    found = leverage(argument_map, "t", df_quad).found
    by_name = {each.claim: each for each in found}
    assert by_name["a"].at_one is None  # two rivals of weight 1 swing
    assert by_name["a"].at_zero == pytest.approx(0.0)
    assert by_name["b"].at_zero is not None
    unknown = leverage(reweighted(argument_map, "a", 1.0), "t", df_quad).found
    assert changes(unknown) == [("a", None, None), ("b", None, None), ("s", None, None)]
    assert all(each.largest is None for each in unknown)


def test_fixed_claims_and_relations_are_respected() -> None:
    argument_map = weighted(
        {"a": 0.5, "b": 0.5, "c": 0.5, "t": 0.5},
        "a supports b",
        "b supports t",
        "c supports t",
    )
    found = leverage(argument_map, "t", df_quad, assume={"b"}, reject={"r2"}).found
    assert changes(found) == [("b", 0.0, 0.0)]  # it is held, so its weight is idle
    assert leverage(argument_map, "t", df_quad, assume={"t"}).found == []


def test_an_unknown_target_is_answered_with_near_names() -> None:
    argument_map = weighted({"apple": 0.5, "b": 0.5}, "apple supports b")
    with pytest.raises(UnknownNameError, match="no claim 'appel'"):
        leverage(argument_map, "appel", df_quad)
    with pytest.raises(ArgmapError, match="'r0' is a relation; name a claim"):
        leverage(argument_map, "r0", df_quad)


def test_a_change_dies_out_along_a_chain_and_is_felt_near_its_end() -> None:
    size = 3_000
    sentences = [f"c{number} supports c{number + 1}" for number in range(size - 1)]
    argument_map = weighted({f"c{number}": 0.5 for number in range(size)}, *sentences)
    found = leverage(argument_map, f"c{size - 1}", quadratic_energy).found
    assert len(found) == size - 1
    assert found[0].claim == f"c{size - 2}"
    far = next(each for each in found if each.claim == "c0")
    assert (far.at_zero, far.at_one) == (0.0, 0.0)


def test_a_small_change_is_passed_on_all_the_same() -> None:
    sentences = [f"c{number} supports c{number + 1}" for number in range(20)]
    argument_map = weighted({f"c{number}": 0.5 for number in range(21)}, *sentences)
    found = {each.claim: each for each in leverage(argument_map, "c20", quadratic_energy).found}
    then = evaluated(quadratic_energy, reweighted(argument_map, "c0", 1.0)).claims["c20"]
    now = evaluated(quadratic_energy, argument_map).claims["c20"]
    assert then is not None
    assert now is not None
    assert 1e-13 < then - now < 1e-7
    assert found["c0"].at_one == pytest.approx(then - now, abs=1e-15)


class Counting:
    """DF-QuAD, counting how often it is asked."""

    def __init__(self) -> None:
        """Begin at none."""
        self.asked = 0

    def combine(
        self, base: float, supporters: Sequence[float], attackers: Sequence[float], /
    ) -> float:
        """Count, and return what DF-QuAD says."""
        self.asked += 1
        return df_quad.combine(base, supporters, attackers)


def test_only_what_changes_on_the_way_to_the_target_is_worked_out_again_and_once() -> None:
    aside = [f"s{number} supports s{number + 1}" for number in range(50)]
    argument_map = weighted(
        {"a": 0.5, "b": 0.5, "c": 0.5, "t": 0.5, **{f"s{number}": 0.5 for number in range(51)}},
        "a supports b",
        "a attacks c",
        "b supports t",
        "c supports t",
        "a supports s0",
        *aside,
    )
    counting = Counting()
    assert len(leverage(argument_map, "t", counting).found) == 3
    # At first all that has something on it; then from a to b, c and t, and from b and
    # from c to t, each for both weights.
    assert counting.asked == 3 + 51 + 2 * (3 + 2 + 2)


def agrees_with_working_it_out_again(m: ArgumentMap, target: str) -> None:
    """Hold leverage against the strengths of whole maps with one weight changed."""
    for semantics in SEMANTICS:
        found = {each.claim: each for each in leverage(m, target, semantics).found}
        now = evaluated(semantics, m).claims
        for claim in m.claims:
            if claim == target:
                assert claim not in found
                continue
            for weight in (0.0, 1.0):
                then = evaluated(semantics, reweighted(m, claim, weight)).claims[target]
                if claim not in found:
                    assert then == now[target]  # it cannot reach the target
                    continue
                each = found[claim]
                change = each.at_one if weight else each.at_zero
                assert each.strength == now[claim]
                if then is None or (before := now[target]) is None:
                    assert change is None
                else:
                    assert change == pytest.approx(then - before, abs=1e-9)
        sizes = [each.largest for each in found.values()]
        known = [size for size in sizes if size is not None]
        assert sizes == [*sorted(known, reverse=True), *[None] * (len(sizes) - len(known))]


@pytest.mark.slow
@given(weighted_shapes(), st.data())
@laws
def test_it_is_what_working_everything_out_again_gives(m: ArgumentMap, data: st.DataObject) -> None:
    agrees_with_working_it_out_again(m, data.draw(st.sampled_from(list(m.claims))))


@given(acyclic_maps())
@laws
def test_so_it_is_on_an_acyclic_map_with_any_weights(m: ArgumentMap) -> None:
    agrees_with_working_it_out_again(m, "c0")
