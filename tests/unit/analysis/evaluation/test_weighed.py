"""What is said of a balance: that the weights that would turn a claim do turn it."""

from __future__ import annotations

import json

import pytest
from support.balances import random_map

import argmap
from argmap import ArgmapError, ArgumentMap, evaluate
from argmap.analysis.evaluation.cruxes import cruxes
from argmap.analysis.evaluation.weighed import Because, turning_weights, why_weighed
from argmap.model import Status

NAME = "carneades"
SEEDS = range(40)


def drawn(seed: int) -> ArgumentMap:
    """Return a random map."""
    return argmap.loads(json.dumps(random_map(seed)), "json")


def asserted(argument_map: ArgumentMap) -> list[str]:
    """Return the claims that are no questions."""
    return [claim.id for claim in argument_map.claims.values() if not claim.is_question]


def reweighted(argument_map: ArgumentMap, relation: str, weight: float) -> ArgumentMap:
    """Return the map with another weight of a relation."""
    relations = dict(argument_map.relations)
    relations[relation] = relations[relation]._replace(weight=weight)
    return ArgumentMap(
        argument_map.claims.values(), relations.values(), schemes=argument_map.schemes.values()
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_weight_that_would_turn_a_claim_turns_it(seed: int) -> None:
    argument_map = drawn(seed)
    statuses = evaluate(argument_map, NAME).statuses
    for claim in asserted(argument_map):
        found, is_exhaustive = turning_weights(argument_map, claim, NAME)
        assert is_exhaustive
        for turn in found:
            changed = reweighted(argument_map, turn.relation, turn.needed)
            assert evaluate(changed, NAME).statuses[claim] is turn.status is not statuses[claim]
        # Weights of hundredths that would turn it have been found, wherever there are any.
        turned = {turn.relation for turn in found}
        for relation in argument_map.relations:
            for weight in (0.0, 1.0):
                changed = reweighted(argument_map, relation, weight)
                if evaluate(changed, NAME).statuses[claim] is not statuses[claim]:
                    assert relation in turned


@pytest.mark.parametrize("seed", SEEDS)
def test_the_explanation_fits_the_status(seed: int) -> None:
    argument_map = drawn(seed)
    statuses = evaluate(argument_map, NAME).statuses
    for claim in asserted(argument_map):
        found = why_weighed(argument_map, claim, NAME)
        assert found.status is statuses[claim]
        assert (found.status is Status.UNDECIDED) is (found.because is Because.OPEN)
        if found.because is Because.PREVAILS:
            assert found.heaviest is not None
            assert (found.own.weight or 0) > (found.heaviest.weight or 0)
        if found.because is Because.WEIGHTLESS:
            assert not any(each.weight for each in found.own.arguments)


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_nothing_else_than_what_bears_on_a_claim_is_a_crux(seed: int) -> None:
    argument_map = drawn(seed)
    statuses = evaluate(argument_map, NAME).statuses
    answers = {r.id for r in argument_map.relations.values() if r.kind == "answers"}
    for claim in asserted(argument_map):
        found = cruxes(argument_map, claim, semantics=NAME, size=1)
        flipping = {
            name
            for name in {*asserted(argument_map), *argument_map.relations} - {claim} - answers
            if evaluate(argument_map, NAME, reject=[name]).statuses[claim] is not statuses[claim]
        }
        assert {name for each in found.found for name in each.rejected} == flipping


def test_a_search_that_takes_too_long_is_given_up() -> None:
    argument_map = drawn(3)
    claim = asserted(argument_map)[0]
    assert not turning_weights(argument_map, claim, NAME, work=1)[1]


def test_only_a_semantics_that_weighs_explains_weights() -> None:
    argument_map = drawn(0)
    with pytest.raises(ArgmapError, match="'grounded' does not weigh arguments"):
        why_weighed(argument_map, asserted(argument_map)[0], "grounded")
