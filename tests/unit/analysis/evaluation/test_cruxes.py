"""Cruxes: by hand, and against trying every set of things to reject."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.laws import examples
from support.reference import Reading, Reference
from support.small import NOTHING, Fixed, fixed_maps, names_of, small

from argmap import ArgmapError, ArgumentMap, Status, cruxes, evaluate
from argmap.analysis.evaluation import cruxes as module
from argmap.analysis.evaluation.cruxes import Crux, alternatives
from argmap.errors import UnknownNameError

SEARCHED = ("complete", "ideal", "preferred", "stable")
laws = examples(100)
few = examples(50)


def status_by(
    semantics: str, argument_map: ArgumentMap, fixed: Fixed, rejected: tuple[str, ...], claim: str
) -> str | None:
    """Return the status of a claim from the definitions, with more rejected."""
    reject = (*fixed.reject, *rejected)
    if semantics == "grounded":
        reading = Reading(argument_map, fixed.assume, reject)
        return reading.status(reading.least(), claim)
    return Reference(argument_map, fixed.assume, reject).overall(semantics, claim)


def every_crux(
    semantics: str, argument_map: ArgumentMap, fixed: Fixed, claim: str, most: int
) -> tuple[int, dict[frozenset[str], str | None]]:
    """Return the smallest size at which rejecting changes the status, and all such sets."""
    before = status_by(semantics, argument_map, fixed, (), claim)
    names = names_of(argument_map, but=(claim, *fixed.assume, *fixed.reject))
    for size in range(1, most + 1):
        found = {}
        for rejected in combinations(names, size):
            status = status_by(semantics, argument_map, fixed, rejected, claim)
            if status != before:
                found[frozenset(rejected)] = status
        if found:
            return size, found
    return 0, {}


def check_exact(semantics: str, drawn: tuple[ArgumentMap, Fixed], claim: str, most: int) -> None:
    """Compare the cruxes with those found by trying every set."""
    argument_map, fixed = drawn
    size, expected = every_crux(semantics, argument_map, fixed, claim, most)
    found = cruxes(
        *(argument_map, claim),
        semantics=semantics,
        size=most,
        assume=fixed.assume,
        reject=fixed.reject,
    )
    assert found.claim == claim
    assert found.status == status_by(semantics, argument_map, fixed, (), claim)
    assert found.is_exhaustive
    assert {frozenset(crux.rejected): crux.status for crux in found.found} == expected
    assert len(found.found) == len(expected)
    assert found.size in ({size} if expected else {0, most})


@laws
@given(st.data())
def test_they_are_all_there_is_under_grounded(data: st.DataObject) -> None:
    drawn = data.draw(fixed_maps(max_claims=6, max_relations=9))
    check_exact("grounded", drawn, data.draw(st.sampled_from(list(drawn[0].claims))), 3)


@pytest.mark.parametrize(
    ("sentences", "claim", "number"),
    [
        # Sets that change nothing alone, and that several others are extended by.
        (
            ("a supports b", "a supports c", "b attacks a", "c attacks a", "b attacks c"),
            *("a", 9),
        ),
        (("a attacks b", "c attacks b", "d attacks a", "d attacks c"), "b", 3),
        (("a supports d", "b supports d", "a supports b"), "d", 1),
        (("a attacks b", "b attacks a", "c attacks b", "a supports c"), "a", 2),
    ],
)
def test_none_is_missed(sentences: tuple[str, ...], claim: str, number: int) -> None:
    argument_map = small(*sentences)
    check_exact("grounded", (argument_map, NOTHING), claim, 3)
    assert len(cruxes(argument_map, claim).found) == number


@pytest.mark.parametrize("semantics", SEARCHED)
@few
@given(st.data())
def test_they_are_all_there_is_where_it_takes_a_solver(semantics: str, data: st.DataObject) -> None:
    drawn = data.draw(fixed_maps(max_claims=4, max_relations=6))
    check_exact(semantics, drawn, data.draw(st.sampled_from(list(drawn[0].claims))), 2)


@laws
@given(fixed_maps(max_claims=25, max_relations=40), st.integers(0, 24))
# Only pairs change the status of c.
@example((small("a supports c", "b supports c"), NOTHING), 1)
@example((small("c", "a+d supports c", "b supports c", "e undercuts r1"), Fixed((), ("e",))), 0)
def test_rejecting_one_changes_the_status_as_is_said(
    drawn: tuple[ArgumentMap, Fixed], number: int
) -> None:
    argument_map, fixed = drawn
    claim = list(argument_map.claims)[number % len(argument_map.claims)]
    found = cruxes(argument_map, claim, size=2, assume=fixed.assume, reject=fixed.reject)
    for crux in found.found[:10]:
        assert len(crux.rejected) == found.size
        assert claim not in crux.rejected
        reject = (*fixed.reject, *crux.rejected)
        outcome = evaluate(argument_map, assume=fixed.assume, reject=reject)
        assert outcome.statuses[claim] == crux.status != found.status
        for left_out in crux.rejected if found.size > 1 else ():
            fewer = [name for name in reject if name != left_out]
            outcome = evaluate(argument_map, assume=fixed.assume, reject=fewer)
            assert outcome.statuses[claim] == found.status


def reported(
    *sentences: str, of: str, semantics: str = "grounded", size: int = 3, fixed: Fixed = NOTHING
) -> dict[str, str | None]:
    """Return the cruxes of a claim, each as its names with a blank between, with the status."""
    found = cruxes(
        *(small(*sentences), of),
        semantics=semantics,
        size=size,
        assume=fixed.assume,
        reject=fixed.reject,
    )
    return {
        " ".join(crux.rejected): None if crux.status is None else crux.status.value
        for crux in found.found
    }


def test_of_a_chain_of_supports_every_link() -> None:
    sentences = ("a supports b", "b supports c")
    assert reported(*sentences, of="c") == dict.fromkeys(("a", "b", "r0", "r1"), "out")
    assert reported(*sentences, of="b") == dict.fromkeys(("a", "r0"), "out")


def test_of_two_reasons_one_thing_of_each() -> None:
    sentences = ("a supports c", "b supports c")
    assert reported(*sentences, of="c") == dict.fromkeys(("a b", "a r1", "b r0", "r0 r1"), "out")
    assert reported(*sentences, of="c", size=1) == {}


def test_of_linked_premises_any() -> None:
    assert reported("a+b supports c", of="c") == dict.fromkeys(("a", "b", "r0"), "out")


def test_what_defends_and_what_attacks() -> None:
    sentences = ("a attacks b", "b attacks c")
    assert reported(*sentences, of="c") == dict.fromkeys(("a", "r0"), "out")
    assert reported(*sentences, of="b") == dict.fromkeys(("a", "r0"), "in")


def test_what_is_in_dispute() -> None:
    sentences = ("a contradicts b", "b attacks c")
    assert reported(*sentences, of="c") == {"a": "out", "b": "in", "r0": "out", "r1": "in"}
    for semantics in ("preferred", "stable", "complete", "ideal"):
        assert reported(*sentences, of="c", semantics=semantics) == reported(*sentences, of="c")


def test_one_step_of_a_cycle() -> None:
    cycle = ("a attacks b", "b attacks c", "c attacks a")
    assert reported(*cycle, of="a") == {"b": "out", "c": "in", "r0": "in", "r1": "out", "r2": "in"}
    for name in ("b", "c", "r0", "r1", "r2"):
        assert (
            evaluate(small(*cycle), reject=[name]).statuses["a"] == reported(*cycle, of="a")[name]
        )


def test_what_is_fixed_is_no_crux() -> None:
    sentences = ("a supports b", "b supports c", "d undercuts r1")
    assert reported(*sentences, of="c") == {"d": "in", "r2": "in"}
    for semantics in ("grounded", *SEARCHED):
        fixed = Fixed(("r1",))
        assert reported(*sentences, of="c", fixed=fixed, semantics=semantics) == dict.fromkeys(
            ("a", "b", "r0"), "out"
        )
        fixed = Fixed(("a",), ("d",))
        assert reported(*sentences, of="c", fixed=fixed, semantics=semantics) == dict.fromkeys(
            ("b", "r0", "r1"), "out"
        )


def test_elsewhere_in_the_map_bears_on_stable_extensions_alone() -> None:
    sentences = ("a", "x attacks x", "b contradicts c")
    found = cruxes(small(*sentences), "a", semantics="stable")
    assert found.status is None
    assert {crux.rejected: crux.status for crux in found.found} == {
        ("x",): Status.IN,
        ("r0",): Status.IN,
    }
    assert reported(*sentences, of="a", semantics="preferred") == {}


def test_where_no_set_of_any_size_changes_it_the_size_is_0() -> None:
    found = cruxes(small("a", "b attacks c"), "a")
    assert (found.status, found.size, found.found, found.is_exhaustive) == ("in", 0, (), True)
    # Four reasons: no three things bring it down, but four would.
    four = small(*(f"a{number} supports b" for number in range(4)))
    found = cruxes(four, "b")
    assert (found.size, found.found, found.is_exhaustive) == (3, (), True)
    found = cruxes(four, "b", size=4)
    assert (found.size, len(found.found)) == (4, 16)


def test_they_are_reported_in_the_order_of_the_map() -> None:
    argument_map = small("b", "a", "b supports c", "a supports c")
    assert [crux.rejected for crux in cruxes(argument_map, "c").found] == [
        *[("b", "a"), ("b", "r1"), ("a", "r0"), ("r0", "r1")]
    ]


@pytest.mark.parametrize(
    ("limit", "sets", "semantics"),
    [
        ("WORLDS_AT_MOST", 4, "grounded"),
        ("WORK_AT_MOST", 4 * 9, "grounded"),  # of 9 claims and relations each
        ("SOLVED_AT_MOST", 20, "preferred"),
        ("SOLVING_AT_MOST", 20 * 9, "preferred"),
    ],
)
def test_giving_up_is_said(
    limit: str, sets: int, semantics: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    argument_map = small(*(f"a{number} supports b" for number in range(4)))
    monkeypatch.setattr(module, limit, sets)
    found = cruxes(argument_map, "b", semantics=semantics, size=4)
    assert not found.is_exhaustive
    assert (found.status, found.found) == ("in", ())
    assert found.size == 2
    monkeypatch.setattr(module, limit, 10_000)
    assert cruxes(argument_map, "b", semantics=semantics, size=4).is_exhaustive


@pytest.mark.parametrize(
    ("limit", "sets", "semantics"),
    [("WORLDS_AT_MOST", 4, "grounded"), ("SOLVED_AT_MOST", 9, "stable")],
)
def test_what_was_found_before_giving_up_is_reported(
    limit: str, sets: int, semantics: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    argument_map = small("a supports b", "c supports b")
    whole = cruxes(argument_map, "b", semantics=semantics).found
    monkeypatch.setattr(module, limit, sets)
    found = cruxes(argument_map, "b", semantics=semantics)
    assert not found.is_exhaustive
    assert found.size == 2
    assert 0 < len(found.found) < len(whole) == 4
    assert set(found.found) < set(whole)


def test_answers_of_the_solver_count_as_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One set may take many of them."""
    argument_map = small("a attacks b", "b attacks a")
    assert cruxes(argument_map, "b", semantics="preferred").is_exhaustive
    monkeypatch.setattr(module, "SOLVING_AT_MOST", 150)  # more than all sets are without them
    found = cruxes(argument_map, "b", semantics="preferred")
    assert (found.is_exhaustive, found.found) == (False, ())


def test_errors() -> None:
    argument_map = small("a supports b")
    with pytest.raises(UnknownNameError, match="'c'"):
        cruxes(argument_map, "c")
    with pytest.raises(UnknownNameError, match="'grounde'"):
        cruxes(argument_map, "b", semantics="grounde")
    with pytest.raises(UnknownNameError, match="'x'"):
        cruxes(argument_map, "b", reject=["x"])
    with pytest.raises(ArgmapError, match="gives strengths"):
        cruxes(argument_map, "b", semantics="df-quad")
    with pytest.raises(ArgmapError, match="both assumed and rejected"):
        cruxes(argument_map, "b", assume=["a"], reject=["a"])


def crux(names: str, status: Status = Status.OUT) -> Crux:
    """Return a crux of things with names of one letter."""
    return Crux(tuple(names), status)


def test_things_that_stand_for_one_another_are_one_group() -> None:
    found = [crux(pair) for pair in ("ax", "ay", "bx", "by")]
    assert alternatives(found) == {(("a", "b"), ("x", "y")): Status.OUT}
    found = [crux("a"), crux("b", Status.IN), crux("c")]
    assert alternatives(found) == {(("a", "c"),): Status.OUT, (("b",),): Status.IN}
    found = [crux("ab"), crux("bc")]
    assert alternatives(found) == {(("a", "c"), ("b",)): Status.OUT}
    assert alternatives([]) == {}


triples = st.lists(
    st.tuples(
        st.sets(st.sampled_from("abcdef"), min_size=2, max_size=2).map(
            lambda letters: tuple(sorted(letters))
        ),
        st.sampled_from([Status.IN, Status.OUT]),
    ).map(lambda drawn: Crux(*drawn)),
    unique_by=lambda drawn: drawn.rejected,
)


@laws
@given(triples)
def test_in_groups_they_are_the_same_sets(found: list[Crux]) -> None:
    """Any one of each group is a crux, and each crux is told once."""
    expanded = []
    for groups, status in alternatives(found).items():
        first, second = groups
        expanded += [
            (frozenset((one, other)), status) for one in first for other in second if one != other
        ]
    expected = {(frozenset(each.rejected), each.status) for each in found}
    assert set(expanded) == expected
    assert len(expanded) == len(expected)


def test_a_long_chain() -> None:
    """Each of its links is a crux of its end."""
    size = 2000
    sentences = [f"a{number} supports a{number + 1}" for number in range(size)]
    found = cruxes(small(*sentences), f"a{size}")
    assert len(found.found) == 2 * size
    assert {each.status for each in found.found} == {Status.OUT}
