"""Holding a map to what it says should come out."""

from __future__ import annotations

import pytest
from support.semantics import ASSUMPTION_BASED, GRADUAL, QUALITATIVE
from support.small import small

from argmap import ArgmapError, ArgumentMap, Claim, Expectation, Status, dumps
from argmap.analysis.evaluation.expectations import Checked, check_expectations
from argmap.model.expectation import DEFAULT_TOLERANCE
from argmap.model.relation import Relation, RelationKind


def expecting(argument_map: ArgumentMap, *expectations: Expectation) -> ArgumentMap:
    """Return the same map with things that should come out."""
    return ArgumentMap(
        argument_map.claims.values(), argument_map.relations.values(), expectations=expectations
    )


def status(semantics: str, claim: str, expected: Status) -> Expectation:
    """Return that a claim should have a status."""
    return Expectation(semantics, claim, expected)


def strength(claim: str, expected: float, tolerance: float | None = None) -> Expectation:
    """Return that a claim should have a strength by DF-QuAD."""
    return Expectation("df-quad", claim, None, expected, tolerance)


def outcomes(argument_map: ArgumentMap, semantics: str | None = None) -> list[tuple[object, bool]]:
    """Return what came out and whether it should, expectation by expectation."""
    return [(each.found, each.holds) for each in check_expectations(argument_map, semantics)]


ATTACK = small("a attacks b", "c contradicts d")


def test_what_holds_and_what_does_not() -> None:
    first = status("grounded", "a", Status.IN)
    second = status("grounded", "b", Status.IN)
    assert list(check_expectations(expecting(ATTACK, first, second))) == [
        Checked(first, Status.IN, holds=True),
        Checked(second, Status.OUT, holds=False),
    ]


@pytest.mark.parametrize("semantics", ASSUMPTION_BASED)
@pytest.mark.parametrize("expected", list(Status))
def test_each_status_under_each_semantics(semantics: str, expected: Status) -> None:
    reported = {"a": Status.IN, "b": Status.OUT, "c": Status.UNDECIDED}
    argument_map = expecting(ATTACK, *(status(semantics, claim, expected) for claim in reported))
    assert outcomes(argument_map) == [(found, found is expected) for found in reported.values()]


def test_each_by_its_own_semantics_in_the_order_of_the_map() -> None:
    disputed = small("a contradicts b", "a attacks c", "b attacks c", "c attacks d")
    argument_map = expecting(
        disputed,
        status("preferred", "d", Status.IN),
        status("grounded", "d", Status.IN),
        status("ideal", "d", Status.UNDECIDED),
        Expectation("euler-based", "a", None, 0.9, 1.0),
    )
    assert [each[1] for each in outcomes(argument_map)] == [True, False, True, True]
    checked = list(check_expectations(argument_map))
    assert [each.expectation for each in checked] == list(argument_map.expectations)


@pytest.mark.parametrize(
    ("expectation", "words"),
    [
        (Expectation("df-quad", "a", Status.IN), "'df-quad' gives strengths, not statuses"),
        (Expectation("stable", "a", None, 0.5), "'stable' gives statuses, not strengths"),
        (Expectation("grouded", "a", Status.IN), "no semantics 'grouded'"),
    ],
)
def test_what_no_semantics_gives_is_neither_checked_nor_written(
    expectation: Expectation, words: str
) -> None:
    m = ArgumentMap([Claim("a", "A.")], expectations=[expectation])
    with pytest.raises(ArgmapError, match=words):
        list(check_expectations(m))
    for format_ in ("yaml", "json"):
        with pytest.raises(ArgmapError, match=words):
            dumps(m, format_)


@pytest.mark.parametrize("semantics", [*QUALITATIVE, *GRADUAL, None])
def test_one_semantics_can_be_asked_for(semantics: str | None) -> None:
    argument_map = expecting(
        ATTACK,
        *(status(name, "a", Status.IN) for name in QUALITATIVE),
        *(Expectation(name, "a", None, 0.5) for name in GRADUAL),
    )
    found = [each.expectation.semantics for each in check_expectations(argument_map, semantics)]
    assert found == ([*QUALITATIVE, *GRADUAL] if semantics is None else [semantics])


def test_a_map_that_expects_nothing_is_checked_against_nothing() -> None:
    assert outcomes(ATTACK) == []
    assert outcomes(expecting(ATTACK, strength("a", 0.5)), "grounded") == []


def test_a_strength_may_be_off_by_its_tolerance_and_no_more() -> None:
    argument_map = expecting(
        small("a", "b attacks c"),
        strength("a", 0.5, 0.0),
        strength("b", 0.5 + DEFAULT_TOLERANCE / 2),
        strength("c", 0.5, 0.25),
    )
    # Of one half less one half of it is left.
    assert outcomes(argument_map) == [(0.5, True), (0.5, True), (0.25, True)]
    for claim, expected, tolerance in (
        ("a", 0.5 + 1e-12, 0.0),
        ("b", 0.5 + 2 * DEFAULT_TOLERANCE, None),
        ("b", 0.5 - 2 * DEFAULT_TOLERANCE, None),
        ("c", 0.5, 0.2),
        ("c", 0.0, 0.2),
    ):
        wrong = expecting(small("a", "b attacks c"), strength(claim, expected, tolerance))
        ((_, holds),) = outcomes(wrong)
        assert not holds


def test_what_has_no_extension_or_does_not_settle_is_not_as_expected() -> None:
    cycle = ArgumentMap(
        [Claim("a", "A", weight=1.0), Claim("b", "B", weight=1.0), Claim("c", "C")],
        [
            Relation("r0", RelationKind.ATTACKS, ("a",), "b"),
            Relation("r1", RelationKind.ATTACKS, ("b",), "a"),
            Relation("r2", RelationKind.ATTACKS, ("c",), "c"),
        ],
    )
    argument_map = expecting(
        cycle,
        *(status("stable", name, expected) for name, expected in zip("abc", Status, strict=True)),
        strength("a", 0.5, 1.0),
    )
    assert outcomes(argument_map) == [(None, False)] * 4


def test_what_is_assumed_and_rejected_counts() -> None:
    argument_map = expecting(
        ATTACK, status("grounded", "b", Status.IN), status("grounded", "d", Status.IN)
    )
    assert [each.holds for each in check_expectations(argument_map)] == [False, False]
    fixed = check_expectations(argument_map, assume=["d"], reject=["a"])
    assert [each.holds for each in fixed] == [True, True]
    with pytest.raises(ArgmapError, match="both assumed and rejected"):
        list(check_expectations(argument_map, assume=["d"], reject=["d"]))
