"""The carneades semantics: against its definitions, and on issues worked out by hand."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from support.balanced import Balanced
from support.balances import random_map

import argmap
from argmap import ArgumentMap, evaluate

PLAIN, THOROUGH = 250, 6_000  # random maps


def differing(seed: int) -> dict[str, tuple[str | None, str | None]]:
    """Return where a random map has other statuses than by the definitions, some ids fixed."""
    draw = random.Random(seed)
    argument_map = argmap.loads(json.dumps(random_map(seed)), "json")
    asserted = [claim.id for claim in argument_map.claims.values() if not claim.is_question]
    names = [*asserted, *argument_map.relations]
    fixed = draw.sample(names, min(len(names), draw.choice([0, 0, 1, 2])))
    assume = [name for name in fixed if draw.random() < 0.5]
    reject = [name for name in fixed if name not in assume]
    expected = Balanced(argument_map, assume, reject).statuses
    found = evaluate(argument_map, "carneades", assume=assume, reject=reject).statuses
    return {
        name: (found.get(name), status)
        for name, status in expected.items()
        if found.get(name) != status
    }


def test_it_agrees_with_the_definitions() -> None:
    assert {seed: found for seed in range(PLAIN) if (found := differing(seed))} == {}


@pytest.mark.slow
def test_it_agrees_with_the_definitions_on_thousands_of_maps() -> None:
    seeds = range(PLAIN, PLAIN + THOROUGH)
    assert {seed: found for seed in seeds if (found := differing(seed))} == {}


def test_the_random_maps_have_all_that_matters() -> None:
    seen = json.dumps([random_map(seed) for seed in range(PLAIN)])
    for part in ("answers", "contradicts", "undercuts", "factorized", "choose", "0.29", "doubt"):
        assert part in seen


def statuses(relations: list[dict[str, Any]], **claims: dict[str, Any]) -> dict[str, str]:
    """Return the status of each claim of a map; those that only relations name are plain."""
    ends = [name for each in relations for name in _ends(each)]
    named = [name for name in ends if name not in {each.get("id") for each in relations}]
    bodies = {name: {"text": name} for name in named}
    bodies |= {name: {"text": name} | fields for name, fields in claims.items()}
    data = {"argmap": 1, "claims": bodies, "relations": relations}
    argument_map: ArgumentMap = argmap.loads(json.dumps(data), "json")
    found = evaluate(argument_map, "carneades").statuses
    return {
        name: str(found[name])
        for name, claim in argument_map.claims.items()
        if not claim.is_question
    }


def _ends(relation: dict[str, Any]) -> list[str]:
    premises = relation["from"]
    premises = [premises] if isinstance(premises, str) else premises
    verbs = ("supports", "attacks", "undercuts", "contradicts", "answers")
    return [*premises, *(relation[verb] for verb in verbs if verb in relation)]


def says(premise: Any, verb: str, target: str, **fields: Any) -> dict[str, Any]:
    """Return a relation as in a file."""
    return {"from": premise, verb: target, **fields}


@pytest.mark.parametrize(
    ("pro", "con", "standard", "expected"),
    [
        (0.8, 0.3, None, "in"),
        (0.5, 0.5, None, "out"),
        (0.3, 0.8, None, "out"),
        (0.8, 0.3, "clear-and-convincing", "out"),  # more by .5, not by over .5
        (0.9, 0.3, "clear-and-convincing", "in"),
        (0.56, 0.06, "clear-and-convincing", "out"),  # as binary fractions the difference is over
        (0.9, 0.3, "beyond-reasonable-doubt", "out"),  # the rival must be below .3
        (0.9, 0.29, "beyond-reasonable-doubt", "in"),
        (0.9, 0.0, "beyond-reasonable-doubt", "in"),
        (0.5, 0.0, "clear-and-convincing", "out"),
        (0.0, 0.0, None, "out"),
    ],
)
def test_a_claim_prevails_by_its_standard(
    pro: float, con: float, standard: str | None, expected: str
) -> None:
    relations = [says("p", "supports", "c", weight=pro), says("q", "attacks", "c", weight=con)]
    found = statuses(relations, c={"standard": standard} if standard else {})
    assert found["c"] == expected


def test_rivals_by_contradiction_and_answers_to_one_question() -> None:
    sides = [says("p", "supports", "a", weight=0.6), says("q", "supports", "b", weight=0.4)]
    assert statuses([*sides, says("a", "contradicts", "b")])["b"] == "out"
    answers = [says("a", "answers", "which"), says("b", "answers", "which")]
    which = {"kind": "question"}
    assert statuses([*sides, *answers], which=which)["b"] == "in"
    which["choose"] = "one"
    assert statuses([*sides, *answers], which=which)["b"] == "out"
    which["standard"] = "clear-and-convincing"
    assert {statuses([*sides, *answers], which=which)[name] for name in "ab"} == {"out"}
    assert statuses([*sides, *answers], which=which, a={"standard": "preponderance"})["a"] == "in"


def test_an_undercut_argument_is_ready_and_weighs_nothing() -> None:
    """As in an argument from an odd cycle: nothing waits for its premises."""
    cycle = [says("x", "supports", "y"), says("y", "supports", "x")]
    step = says("x", "supports", "c", id="step")
    assert statuses([*cycle, step])["c"] == "undecided"
    assert statuses([*cycle, step, says("u", "undercuts", "step")])["c"] == "out"
    doubted = says("y", "undercuts", "step")
    assert statuses([says("p", "supports", "c", id="step"), *cycle, doubted])["c"] == "undecided"
    weightless = says("u", "undercuts", "step", weight=0)
    assert statuses([says("p", "supports", "c", id="step"), weightless])["c"] == "in"


def test_a_rival_whose_contradiction_is_undercut_is_none() -> None:
    sides = [says("p", "supports", "a", weight=0.2), says("a", "contradicts", "b", id="no")]
    assert statuses(sides)["a"] == "out"
    assert statuses([*sides, says("u", "undercuts", "no")])["a"] == "in"


def test_what_is_assumed_is_in_and_its_rivals_out() -> None:
    rivals = [says("a", "contradicts", "b"), says("p", "supports", "b")]
    assert statuses(rivals, a={"assumed": True})["b"] == "out"
    both = statuses(rivals, a={"assumed": True}, b={"assumed": True})
    assert (both["a"], both["b"]) == ("in", "in")
    attacked = [says("p", "attacks", "a")]
    assert statuses(attacked, a={"assumed": True})["a"] == "in"
    assert statuses(attacked)["a"] == "out"
    assert statuses([says("p", "attacks", "a", weight=0.9)])["a"] == "in"


@pytest.mark.parametrize(
    ("scheme", "share"),
    [("linked", 0), ("convergent", 1), ("cumulative", 0.5), ("factorized", 0), ("other", 0)],
)
def test_schemes_weigh_premises(scheme: str, share: float) -> None:
    """Of two premises one is in; the claim is in as long as it outweighs what is against it."""
    argument = says(["p", "q"], "supports", "c", scheme=scheme)
    for against in (0, 0.49, 0.5, 0.51, 0.99):
        relations = [argument, says("r", "attacks", "c", weight=against)]
        found = statuses(relations, q={"assumed": False})
        assert found["c"] == ("in" if share > against else "out")


def test_a_factorized_argument_weighs_its_share_of_what_is_at_issue() -> None:
    relations = [
        says(["p", "q"], "supports", "c", scheme="factorized"),
        says("r", "attacks", "c", scheme="factorized"),
    ]
    assert statuses(relations)["c"] == "in"
    relations[1] = says(["r", "s"], "attacks", "c", scheme="factorized")
    assert statuses(relations)["c"] == "out"
    relations[1] = says(["r", "s"], "attacks", "c", scheme="factorized", weight=0.9)
    assert statuses(relations)["c"] == "in"


@pytest.mark.slow
def test_many_answers_to_a_question_and_a_long_chain_are_no_matter() -> None:
    number = 3_000
    names = [f"a{n}" for n in range(number)]
    relations = [says(name, "answers", "which") for name in names]
    relations += [says("a0", "supports", "b0")]
    relations += [says(f"b{n}", "supports", f"b{n + 1}") for n in range(number)]
    rivals = {name: {"assumed": name == "a0"} for name in names}
    found = statuses(relations, which={"kind": "question", "choose": "one"}, **rivals)
    assert [name for name in names if found[name] == "in"] == ["a0"]
    assert found[f"b{number}"] == "in"
