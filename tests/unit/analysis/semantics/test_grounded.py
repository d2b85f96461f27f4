"""Grounded semantics: cycles of support, and maps too large to try every set."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from support.laws import examples
from support.reference import Reading
from support.small import MOSTLY_SUPPORT, Fixed, fixed_maps, names_of, small

from argmap import ArgumentMap, Claim, Relation, RelationKind, evaluate
from argmap.analysis.semantics import Framework, grounded
from argmap.analysis.solving.grounded_labelling import UNDECIDED, GroundedLabelling

laws = examples(100)


@laws
@given(
    fixed_maps(max_claims=40, max_relations=60)
    | fixed_maps(max_claims=20, max_relations=40, kinds=MOSTLY_SUPPORT)
)
def test_it_is_what_the_empty_set_leads_to(drawn: tuple[ArgumentMap, Fixed]) -> None:
    """The least fixed point of what a set defends (Dung 1995), step by step from nothing."""
    argument_map, fixed = drawn
    reading = Reading(argument_map, *fixed)
    extension = reading.least()
    found = grounded.verdict(Framework(argument_map, *fixed))
    assert found.statuses == {n: reading.status(extension, n) for n in names_of(argument_map)}
    assert found.in_some == {n for n, status in found.statuses.items() if status == "in"}


def reported(*sentences: str, assume: str = "", reject: str = "") -> dict[str, str]:
    """Return the claims that are in, out and undecided, in alphabetical order."""
    found = evaluate(small(*sentences), assume=assume, reject=reject).statuses
    claims = sorted(name for name in found if name[0] != "r")
    return {
        status: "".join(name for name in claims if found[name] == status)
        for status in dict.fromkeys(found[name] for name in claims)
    }


CYCLE = ("a supports b", "b supports c", "c supports a")


def test_a_cycle_without_support_from_outside_carries_nothing() -> None:
    assert reported(*CYCLE) == {"out": "abc"}
    assert reported("a supports a") == {"out": "a"}


def test_a_cycle_stands_on_what_supports_it_from_outside() -> None:
    assert reported(*CYCLE, "x supports b") == {"in": "abcx"}


def test_a_cycle_falls_with_its_only_support_from_outside() -> None:
    assert reported(*CYCLE, "x supports b", "y attacks x") == {"in": "y", "out": "abcx"}
    assert reported(*CYCLE, "x supports b", "y undercuts r3") == {"in": "xy", "out": "abc"}


def test_a_cycle_is_kept_by_another_support_when_the_first_falls() -> None:
    for first, second in (("b", "c"), ("c", "b"), ("a", "a")):
        sentences = (*CYCLE, f"x supports {first}", f"z supports {second}")
        assert reported(*sentences, "y attacks x") == {"in": "abcyz", "out": "x"}
        assert reported(*sentences, "y attacks z") == {"in": "abcxy", "out": "z"}
        assert reported(*sentences, reject="xz") == {"out": "abcxz"}


def test_a_cycle_waits_for_a_support_that_is_in_dispute() -> None:
    assert reported(*CYCLE, "x supports b", "y contradicts x") == {"undecided": "abcxy"}


def test_part_of_a_cycle_falls() -> None:
    """Two circles through b: that of a alone loses what it stood on."""
    both = ("a supports b", "b supports a", "b supports c", "c supports b")
    assert reported(*both, "x supports a") == {"in": "abcx"}
    assert reported(*both, "x supports a", "y undercuts r0") == {"in": "axy", "out": "bc"}
    assert reported(*both, "x supports a", "y undercuts r1") == {"in": "abcxy"}
    assert reported(*both, "x supports c", "y attacks b") == {"in": "cxy", "out": "ab"}


def test_two_cycles_in_a_row_fall_together() -> None:
    row = (*CYCLE, "d supports e", "e supports d", "c supports d")
    assert reported(*row) == {"out": "abcde"}
    assert reported(*row, "x supports a") == {"in": "abcdex"}
    assert reported(*row, "x supports a", "y attacks x") == {"in": "y", "out": "abcdex"}
    assert reported(*row, "x supports a", "y undercuts r5") == {"in": "abcxy", "out": "de"}
    assert reported(*row, "x supports e", "y undercuts r5") == {"in": "dexy", "out": "abc"}


def test_a_cycle_whose_fall_defends_what_it_attacked() -> None:
    assert reported(*CYCLE, "b attacks x", "x attacks y") == {"in": "x", "out": "abcy"}


def test_a_cycle_that_is_founded_at_first_falls_when_another_does() -> None:
    """The fall of a and b lets y stand, which attacks x, on which p and q stood till then."""
    sentences = ("a supports b", "b supports a", "b attacks y", "y attacks x")
    second = ("x supports p", "p supports q", "q supports p")
    expected = {"in": "y", "out": "abpqx"}
    assert reported(*sentences, *second) == reported(*second, *sentences) == expected
    third = ("z supports q", "z")
    expected = {"in": "pqyz", "out": "abx"}
    assert (
        reported(*sentences, *second, *third) == reported(*third, *second, *sentences) == expected
    )


def test_a_cycle_through_linked_premises() -> None:
    linked = ("a+x supports b", "b supports a")
    assert reported(*linked) == {"in": "x", "out": "ab"}
    assert reported(*linked, "y supports a") == {"in": "abxy"}
    assert reported(*linked, "y supports b") == {"in": "abxy"}
    assert reported(*linked, "y supports a", reject="x") == {"in": "ay", "out": "bx"}


def test_a_cycle_with_a_claim_that_is_assumed_stands() -> None:
    assert reported(*CYCLE, assume="b") == {"in": "abc"}
    assert reported("a supports b", "b supports a", "b attacks c", assume="a") == {
        "in": "ab",
        "out": "c",
    }


def test_cycles_are_known() -> None:
    assert GroundedLabelling(Framework(small(*CYCLE))).has_cycles
    assert GroundedLabelling(Framework(small("a supports a"))).has_cycles
    assert not GroundedLabelling(Framework(small("a supports b", "b attacks a"))).has_cycles
    assert not GroundedLabelling(Framework(small(*CYCLE, assumed={"a": True}))).has_cycles
    assert not GroundedLabelling(Framework(small(*CYCLE[:2]))).has_cycles


def test_the_outcome_of_a_node_is_what_those_around_it_say() -> None:
    framework = Framework(small("a attacks b", "b contradicts c"))
    settling = GroundedLabelling(framework)
    settling.settle(range(len(framework.names)))
    for node, status in enumerate(settling.status):
        assert settling.outcome(node) == status
    (c,) = framework.numbers("c")
    (back,) = framework.numbers("r1")[1:]
    for step in framework.attackers[c]:
        settling.status[step] = UNDECIDED
    assert settling.outcome(c) == UNDECIDED
    settling.status[c] = UNDECIDED
    assert settling.outcome(back) == UNDECIDED


def chain(kind: RelationKind, size: int, *more: Relation) -> ArgumentMap:
    """Return claims c0, c1, … each of which bears on the next."""
    names = [f"c{number}" for number in range(size)]
    relations = [
        Relation(f"r{number}", kind, (first,), second)
        for number, (first, second) in enumerate(pairwise(names))
    ]
    return ArgumentMap([Claim(name, "text") for name in names], [*relations, *more])


SIZE = 30_000


@pytest.mark.parametrize("order", [1, -1])
def test_a_long_chain_of_attacks(order: int) -> None:
    attacks = chain(RelationKind.ATTACKS, SIZE)
    told_so = ArgumentMap(
        [*attacks.claims.values()][::order], [*attacks.relations.values()][::order]
    )
    found = evaluate(told_so).statuses
    assert all(found[f"c{number}"] == ("in", "out")[number % 2] for number in range(SIZE))


@pytest.mark.slow
def test_a_long_cycle() -> None:
    close = Relation("close", RelationKind.SUPPORTS, (f"c{SIZE - 1}",), "c0")
    cycle = chain(RelationKind.SUPPORTS, SIZE, close)
    assert set(evaluate(cycle).statuses.values()) == {"out"}
    assert set(evaluate(cycle, assume=["c5"]).statuses.values()) == {"in"}
    close = close._replace(kind=RelationKind.ATTACKS)
    broken = chain(RelationKind.SUPPORTS, SIZE, close)
    assert set(evaluate(broken).statuses.values()) == {"undecided"}
