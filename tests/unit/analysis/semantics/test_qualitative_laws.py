"""What holds of every assumption-based semantics: that it does what the definitions say."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from support.laws import examples
from support.reference import Reading, Reference
from support.semantics import ASSUMPTION_BASED
from support.small import NOTHING, Fixed, fixed_maps, names_of, small, small_maps

from argmap import ArgumentMap, evaluate
from argmap.analysis.semantics import Framework, extensions

laws = examples(250)
few = examples(100)


def found_by(name: str, argument_map: ArgumentMap, fixed: Fixed = NOTHING) -> list[frozenset[str]]:
    """Return the sets of claims that are in, extension by extension."""
    return list(extensions(name, Framework(argument_map, *fixed)))


def sets(*words: str) -> set[frozenset[str]]:
    """Return sets of claims of one letter each."""
    return {frozenset(word) for word in words}


@pytest.mark.parametrize("name", ASSUMPTION_BASED)
@laws
@given(fixed_maps())
def test_it_agrees_with_the_definitions(name: str, drawn: tuple[ArgumentMap, Fixed]) -> None:
    argument_map, fixed = drawn
    reference = Reference(argument_map, *fixed)
    expected = reference.extensions(name)
    found = found_by(name, argument_map, fixed)
    assert len(set(found)) == len(found)
    assert set(found) == reference.claim_sets(expected)
    outcome = evaluate(argument_map, name, assume=fixed.assume, reject=fixed.reject)
    assert outcome.has_extension == bool(expected)
    every = names_of(argument_map) if expected else []
    assert outcome.statuses == {each: reference.overall(name, each) for each in every}
    assert outcome.in_some == {
        each for each in every if any(reference.status(s, each) == "in" for s in expected)
    }


@few
@given(fixed_maps(max_claims=3, max_relations=4))
def test_the_definitions_need_only_the_sets_that_have_what_nothing_attacks(
    drawn: tuple[ArgumentMap, Fixed],
) -> None:
    argument_map, fixed = drawn
    quick = Reference(argument_map, *fixed)
    whole = Reference(argument_map, *fixed, whole=True)
    for name in ASSUMPTION_BASED:
        assert set(quick.extensions(name)) == set(whole.extensions(name))
    assert whole.grounded == [Reading(argument_map, *fixed).least()]


@few
@given(fixed_maps(max_claims=9, max_relations=16))
def test_how_the_semantics_relate(drawn: tuple[ArgumentMap, Fixed]) -> None:
    found = {name: found_by(name, *drawn) for name in ASSUMPTION_BASED}
    (grounded,), (ideal,) = found["grounded"], found["ideal"]
    assert all(grounded <= each for each in found["complete"])
    assert grounded in found["complete"]
    assert grounded <= ideal
    assert ideal in found["complete"]
    assert all(ideal <= each for each in found["preferred"])
    assert set(found["stable"]) <= set(found["preferred"]) <= set(found["complete"])
    assert all(any(each <= most for most in found["preferred"]) for each in found["complete"])


@few
@given(small_maps(max_claims=9, max_relations=16, marked=False))
def test_without_supports_no_preferred_set_is_part_of_another(argument_map: ArgumentMap) -> None:
    """A map of attacks alone is a framework, in which no claim stands but by its assumption."""
    attacks = [r for r in argument_map.relations.values() if r.kind == "attacks"]
    found = found_by("preferred", ArgumentMap(argument_map.claims.values(), attacks))
    assert not [each for each in found if any(each < other for other in found)]


class Case(NamedTuple):
    """A map, and the sets of claims that are in, by semantics; those of ``stable`` may be none."""

    sentences: str
    grounded: str
    complete: str
    preferred: str
    stable: str | None
    ideal: str


# Sets of claims of one letter, apart by commas. Worked out by hand, where no paper is named.
CASES = {
    # Dung 1995, on the acceptability of arguments: Nixon the Quaker and the Republican.
    "nixon": Case("q attacks r, r attacks q", "", ",q,r", "q,r", "q,r", ""),
    "nixon said by one relation": Case("q contradicts r", "", ",q,r", "q,r", "q,r", ""),
    # Dung 1995: the dispute in which one side also has an argument that nothing answers.
    "dispute": Case("i attacks a, a attacks i, j attacks a", "ij", "ij", "ij", "ij", "ij"),
    # Caminada 2006, on the issue of reinstatement.
    "reinstatement": Case("c attacks b, b attacks a", "ac", "ac", "ac", "ac", "ac"),
    "floating": Case(
        "a contradicts b, a attacks c, b attacks c, c attacks d",
        *("", ",ad,bd", "ad,bd", "ad,bd", ""),
    ),
    "floating conclusion of supports": Case(
        "a contradicts b, a supports c, b supports c",
        *("", ",ac,bc", "ac,bc", "ac,bc", ""),
    ),
    "odd cycle": Case("a attacks b, b attacks c, c attacks a", "", "", "", None, ""),
    "odd cycle, broken": Case("a attacks b, b attacks c, c attacks a, d attacks a", *["bd"] * 5),
    "even cycle": Case(
        "a attacks b, b attacks c, c attacks d, d attacks a",
        *("", ",ac,bd", "ac,bd", "ac,bd", ""),
    ),
    "self-attack": Case("a attacks a, a attacks b", "", "", "", None, ""),
    # Dung, Mancarella and Toni 2007 use such a framework: ideal, but not grounded.
    "ideal": Case("a attacks a, a attacks b, b attacks a", "", ",b", "b", "b", "b"),
    "ideal beside a dispute": Case(
        "a attacks a, a attacks b, b attacks a, c contradicts d",
        *("", ",b,c,d,bc,bd", "bc,bd", "bc,bd", "b"),
    ),
    "not ideal": Case("a contradicts b, a attacks a, b attacks c", "", ",b", "b", "b", "b"),
    "linked premises attack together": Case(
        "a+b attacks c, d attacks b", "acd", "acd", "acd", "acd", "acd"
    ),
    "linked premises in dispute": Case(
        "a+b attacks c, c attacks a", "b", "b,bc,ab", "bc,ab", "bc,ab", "b"
    ),
    "undercut": Case("a attacks b, c undercuts r0", "abc", "abc", "abc", "abc", "abc"),
    "undercut of an undercut": Case(
        "a attacks b, c undercuts r0, d undercuts r1", "acd", "acd", "acd", "acd", "acd"
    ),
    "undercut support": Case("a supports b, c undercuts r0", "ac", "ac", "ac", "ac", "ac"),
    # Either b stands and the attack does not apply, or the attack applies: both are defended.
    "a claim that undercuts the attack on itself": Case(
        "a attacks b, b undercuts r0", "a", "a,ab", "a,ab", "a,ab", "a"
    ),
    "a claim that undercuts its own support": Case(
        "a supports b, b undercuts r0", "a", "a", "a", None, "a"
    ),
    "backing and restating change nothing": Case(
        "a attacks b, c supports r0, b restates d, e attacks d", *["ace"] * 5
    ),
    "rebutted support": Case(
        "a supports b, c attacks b, d contradicts c",
        *("a", "a,ac,abd", "ac,abd", "ac,abd", "a"),
    ),
    "cycle of support": Case("a supports b, b supports a, c", "c", "c", "c", "c", "c"),
    "cycle of support with a foot": Case("a supports b, b supports a, c supports a", *["abc"] * 5),
    # Normal logic programs as in Bondarenko et al. 1997, n for "not p", m for "not q".
    "p unless q, q unless p": Case(
        "n supports q, m supports p, p attacks n, q attacks m",
        *("", ",pm,qn", "pm,qn", "pm,qn", ""),
    ),
    "p unless p": Case("n supports p, p attacks n", "", "", "", None, ""),
    "p if p": Case("p supports p, p attacks n", "n", "n", "n", "n", "n"),
    # The two undercuts can be settled either way, which is the same for all claims.
    "undercuts of one another": Case("a undercuts r1, b undercuts r0", *["ab"] * 5),
}


@pytest.mark.parametrize("reported", CASES)
def test_small_maps_have_the_extensions_they_should(reported: str) -> None:
    case = CASES[reported]
    argument_map = small(*case.sentences.split(", "))
    for name in ASSUMPTION_BASED:
        text: str | None = getattr(case, name)
        expected = set() if text is None else sets(*text.split(","))
        found = found_by(name, argument_map)
        assert (name, set(found)) == (name, expected)
        assert len(found) == len(expected)


def test_a_claim_in_every_preferred_position_may_be_in_no_ideal_one() -> None:
    argument_map = small(*CASES["floating"].sentences.split(", "))
    assert evaluate(argument_map, "preferred").statuses["d"] == "in"
    assert evaluate(argument_map, "stable").statuses["c"] == "out"
    assert evaluate(argument_map, "ideal").statuses["d"] == "undecided"


def test_marks_decide_what_stands_on_its_own() -> None:
    sentences = ("a supports b", "c attacks a")
    stood = {"a": "out", "b": "out", "c": "in"}
    assert statuses(small(*sentences)) == stood
    assert statuses(small(*sentences, assumed={"b": True})) == {**stood, "b": "in"}
    assert statuses(small(*sentences, assumed={"c": False})) == {"a": "in", "b": "in", "c": "out"}


def statuses(argument_map: ArgumentMap, fixed: Fixed = NOTHING) -> dict[str, str]:
    """Return the grounded status of each claim."""
    found = evaluate(argument_map, assume=fixed.assume, reject=fixed.reject).statuses
    return {name: found[name] for name in argument_map.claims}


def test_what_is_fixed_stays_whatever_bears_on_it() -> None:
    argument_map = small("a attacks b", "b supports c", "d undercuts r1")
    assert statuses(argument_map) == {"a": "in", "b": "out", "c": "out", "d": "in"}
    assert statuses(argument_map, Fixed(("b",)))["b"] == "in"
    assert statuses(argument_map, Fixed(("c",)))["c"] == "in"
    assert statuses(argument_map, Fixed((), ("a",))) == {
        **dict.fromkeys("ac", "out"),
        "b": "in",
    } | {"d": "in"}
    # Of a relation, only that it can be undercut is put aside: its premises still count.
    assert statuses(argument_map, Fixed(("r1",)))["c"] == "out"
    assert statuses(argument_map, Fixed(("r1",), ("a",)))["c"] == "in"
    assert statuses(argument_map, Fixed((), ("r0",)))["b"] == "in"
    assert statuses(argument_map, Fixed((), ("r2", "r0")))["c"] == "in"


@pytest.mark.parametrize("name", ["grounded", "complete", "preferred"])
def test_a_contradiction_is_in_when_its_premise_rules_out_its_target(name: str) -> None:
    outcome = evaluate(small("a contradicts b", "c attacks a"), name)
    assert outcome.statuses["r0"] == "out"
    assert "r0" not in outcome.in_some
    assert evaluate(small("a contradicts b", "c attacks b"), name).statuses["r0"] == "in"


@pytest.mark.parametrize("name", ["complete", "preferred", "stable"])
def test_a_contradiction_from_what_cannot_stand_is_in_nowhere(name: str) -> None:
    # The contradiction strikes a alone: b is in dispute, and r0 speaks for a, which is out.
    argument_map = small("a contradicts b", "b contradicts c", assumed={"a": False})
    assert "b" in evaluate(argument_map, name).in_some
    assert evaluate(argument_map, name).statuses["r0"] == "out"
    assert "r0" not in evaluate(argument_map, name).in_some


def test_no_answer_is_lost_to_simplification() -> None:
    """What strikes r2 needs b, which never stands, so a is out; clingo on its own missed it."""
    argument_map = small("b attacks b", "a+b undercuts r2", "c attacks a")
    for name in ("ideal", "preferred"):
        found = evaluate(argument_map, name).statuses
        assert found == {"a": "out", "b": "undecided", "c": "in"} | {
            "r0": "undecided",
            "r1": "out",
            "r2": "in",
        }


def test_an_extension_is_found_before_the_next_is_looked_for() -> None:
    """Forty disputes have 2^40 preferred extensions, and 3^40 complete ones."""
    argument_map = small(*(f"a{number} contradicts b{number}" for number in range(40)))
    for name in ("complete", "preferred", "stable"):
        assert next(extensions(name, Framework(argument_map))) is not None
        outcome = evaluate(argument_map, name)
        assert set(outcome.statuses.values()) == {"undecided"}
        assert outcome.in_some == {*argument_map.claims, *argument_map.relations}


@pytest.mark.parametrize("name", ASSUMPTION_BASED)
def test_an_empty_map_has_one_empty_extension(name: str) -> None:
    assert found_by(name, ArgumentMap()) == [frozenset()]
    assert evaluate(ArgumentMap(), name).statuses == {}
    assert evaluate(ArgumentMap(), name).has_extension
