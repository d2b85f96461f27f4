"""Evaluation of a whole map, whatever the semantics."""

from __future__ import annotations

import pytest
from support.semantics import GRADUAL, QUALITATIVE
from support.small import small
from support.weighted import weighted

from argmap import ArgmapError, ArgumentMap, Claim, Outcome, evaluate
from argmap.analysis.semantics import names
from argmap.errors import UnknownNameError

SEVERAL = {"complete", "preferred", "stable"}


@pytest.mark.parametrize("name", QUALITATIVE)
def test_a_qualitative_semantics_gives_statuses_alone(name: str) -> None:
    outcome = evaluate(small("a attacks b", "b supports c"), name)
    assert outcome.semantics == name
    assert outcome.statuses == {"a": "in", "b": "out", "c": "out", "r0": "in", "r1": "out"}
    assert outcome.in_some == {"a", "r0"}
    assert outcome.strengths == {}
    assert outcome.has_extension
    assert outcome.unsettled == ()
    assert not outcome.is_gradual
    assert outcome.has_several == (name in SEVERAL)


@pytest.mark.parametrize("name", GRADUAL)
def test_a_gradual_semantics_gives_strengths_alone(name: str) -> None:
    outcome = evaluate(
        weighted({"a": 1.0, "b": 0.5, "c": 0.5}, "a attacks b", "c supports a"), name
    )
    assert outcome.semantics == name
    assert set(outcome.strengths) == {"a", "b", "c", "r0", "r1"}
    assert (outcome.strengths["a"], outcome.strengths["r0"]) == (1, 1)
    assert outcome.strengths["c"] == 0.5
    attacked = outcome.strengths["b"]
    assert attacked is not None
    assert attacked < 0.5
    assert outcome.statuses == {}
    assert outcome.in_some == frozenset()
    assert outcome.has_extension
    assert outcome.is_gradual
    assert not outcome.has_several


def test_grounded_is_what_is_meant_where_nothing_is_said() -> None:
    argument_map = small("a contradicts b", "a attacks c", "b attacks c")
    assert evaluate(argument_map) == evaluate(argument_map, "grounded")
    assert evaluate(argument_map).semantics == "grounded"
    assert evaluate(argument_map).statuses["c"] == "undecided"


def test_where_there_is_no_extension_nothing_has_a_status() -> None:
    outcome = evaluate(small("a attacks a", "b"), "stable")
    assert outcome == Outcome("stable", {}, {}, has_extension=False)
    assert evaluate(small("a attacks a", "b"), "stable", reject=["a"]).statuses["b"] == "in"


def test_what_does_not_settle_is_named_and_has_no_strength() -> None:
    argument_map = weighted({"a": 1.0, "b": 1.0, "c": 0.5}, "a attacks b", "b attacks a")
    outcome = evaluate(argument_map, "df-quad")
    assert outcome.unsettled == ("a", "b")
    assert [outcome.strengths[name] for name in "abc"] == [None, None, 0.5]


def test_what_is_fixed_by_degree() -> None:
    argument_map = weighted({"a": 0.5, "b": 0.5}, "a attacks b")
    assert evaluate(argument_map, "df-quad", assume=["b"]).strengths["b"] == 1
    assert evaluate(argument_map, "df-quad", reject=["a"]).strengths["b"] == 0.5
    assert evaluate(argument_map, "df-quad", reject=["r0"]).strengths["b"] == 0.5
    # Nothing can be said against an assumed relation, but its premises count as they are.
    undercut = weighted({"a": 0.5, "b": 0.5, "u": 1.0}, "a attacks b", "u undercuts r0")
    assert evaluate(undercut, "df-quad").strengths["b"] == 0.5
    assert evaluate(undercut, "df-quad", assume=["r0"]).strengths["b"] == 0.25


@pytest.mark.parametrize("name", names())
def test_errors(name: str) -> None:
    argument_map = small("a attacks b")
    with pytest.raises(UnknownNameError, match="'x'"):
        evaluate(argument_map, name, assume=["x"])
    with pytest.raises(UnknownNameError, match="'r7'"):
        evaluate(argument_map, name, reject=["r7"])
    with pytest.raises(ArgmapError, match="'a' is both assumed and rejected"):
        evaluate(argument_map, name, assume=["a"], reject=["a"])


def test_an_unknown_semantics() -> None:
    with pytest.raises(UnknownNameError, match="'grounds'"):
        evaluate(ArgumentMap([Claim("a", "A")]), "grounds")
    with pytest.raises(UnknownNameError):
        evaluate(ArgumentMap(), "__init__")


@pytest.mark.parametrize("semantics", ["grounded", "df-quad"])
def test_what_was_assumed_and_rejected_is_kept(semantics: str) -> None:
    outcome = evaluate(small("b attacks a"), semantics, assume=["a", "a"], reject=["b"])
    assert (outcome.assumed, outcome.rejected) == (("a",), ("b",))
    assert evaluate(small("b attacks a"), semantics).assumed == ()
