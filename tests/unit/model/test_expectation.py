"""What a map may expect of its evaluation, and in which order it has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import argument_maps

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.model import Expectation, Status
from argmap.model.argument_map import BrokenMapError

IN, OUT = Status.IN, Status.OUT
CLAIMS = [Claim("tea", "Tea."), Claim("cake", "Cake.")]
STEP = Relation("step", RelationKind.SUPPORTS, ("tea",), "cake")


def of(*expectations: Expectation) -> ArgumentMap:
    return ArgumentMap(CLAIMS, [STEP], expectations=expectations)


def test_a_map_made_in_python_has_what_it_was_given_and_no_places() -> None:
    expected = Expectation("grounded", "tea", IN)
    m = of(expected)
    assert m.expectations == (expected,)
    assert m.expectation_locations == {}
    assert ArgumentMap(CLAIMS, [STEP]).expectations == ()


def test_maps_that_expect_different_things_differ() -> None:
    strength = Expectation("df-quad", "tea", strength=0.5)
    assert of(strength) == of(strength._replace())
    assert of(strength) != of()
    assert of(strength) != of(strength._replace(strength=0.6))
    assert of(strength) != of(strength._replace(tolerance=0.1))


def test_expectations_stand_group_by_group_as_a_file_has_them() -> None:
    first = Expectation("grounded", "tea", IN)
    strong = Expectation("df-quad", "tea", strength=0.5, tolerance=0.1)
    weak = Expectation("df-quad", "cake", strength=0.1)
    second = Expectation("grounded", "cake", IN)
    assert of(first, strong, weak, second).expectations == (first, second, strong, weak)


@given(argument_maps(), st.randoms(use_true_random=False))
def test_any_order_keeps_every_expectation_and_is_settled_at_once(
    m: ArgumentMap, chance: object
) -> None:
    shuffled = list(m.expectations)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    other = ArgumentMap(m.claims.values(), m.relations.values(), expectations=shuffled)
    assert sorted(map(repr, other.expectations)) == sorted(map(repr, m.expectations))
    again = ArgumentMap(m.claims.values(), m.relations.values(), expectations=other.expectations)
    assert again == other


def test_a_part_of_a_map_expects_nothing() -> None:
    m = of(Expectation("grounded", "tea", IN))
    assert m.restricted_to(["tea", "cake"]).expectations == ()


EITHER = "either a status or a strength"
STATUS_ALONE = "a status stands alone, and is in, out, undecided"


@pytest.mark.parametrize(
    ("expectation", "code", "words"),
    [
        (Expectation("grounded", "tee", IN), "dangling-id", "there is no claim 'tee'"),
        (Expectation("grounded", "step", IN), "expected-is-relation", "'step' is a relation"),
        (Expectation("grounded", "tea"), "bad-expectation", EITHER),
        (
            Expectation("df-quad", "tea", IN, 0.5),
            "bad-expectation",
            "either a status or a strength",
        ),
        (Expectation("grounded", "tea", IN, tolerance=0.1), "bad-expectation", STATUS_ALONE),
        (Expectation("df-quad", "tea", strength=1.5), "bad-expectation", "a strength is from 0"),
        (Expectation("df-quad", "tea", strength=float("nan")), "bad-expectation", "a strength is"),
        (Expectation("df-quad", "tea", None, 0.5, 2), "bad-expectation", "a tolerance is from 0"),
    ],
)
def test_what_does_not_fit_is_refused(expectation: Expectation, code: str, words: str) -> None:
    with pytest.raises(BrokenMapError) as broken:
        of(expectation)
    (fault,) = broken.value.expectation_faults
    assert (fault.code, fault.expectation) == (code, expectation)
    assert words in fault.message
    assert words in str(broken.value)


def test_what_is_wrong_is_reported_with_what_to_do() -> None:
    with pytest.raises(BrokenMapError) as broken:
        of(Expectation("grounded", "teas", IN), Expectation("grounded", "step", IN))
    hints = [fault.hint for fault in broken.value.expectation_faults]
    assert hints == ["did you mean 'tea'?", "it starts from 'tea'"]


@pytest.mark.parametrize("second", [IN, OUT])
def test_a_claim_is_expected_once_under_a_semantics(second: Status) -> None:
    of(Expectation("grounded", "tea", IN), Expectation("stable", "tea", second))
    with pytest.raises(BrokenMapError) as broken:
        of(Expectation("grounded", "tea", IN), Expectation("grounded", "tea", second))
    codes = [fault.code for fault in broken.value.expectation_faults]
    assert codes == ["duplicate-expectation"]


def test_faults_of_relations_and_of_expectations_are_reported_together() -> None:
    dangling = STEP._replace(target="bread")
    with pytest.raises(BrokenMapError) as broken:
        ArgumentMap(CLAIMS, [dangling], expectations=[Expectation("ideal", "jam", OUT)])
    assert str(broken.value) == "there is no claim 'bread'\nthere is no claim 'jam'"
    assert len(broken.value.faults) == len(broken.value.expectation_faults) == 1
