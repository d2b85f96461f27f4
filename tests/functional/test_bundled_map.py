"""The map of the essay: what a reader is meant to find in it."""

from __future__ import annotations

import pytest
from support import argmap

from argmap import Status, evaluate, load
from argmap.analysis.evaluation.resolution import resolutions
from argmap.model import KINDS

_OF_A_KIND = {
    "thesis": ["cognitive-community", "no-alliance", "no-split"],
    "theory": ["alliance-threat", "fragility"],
    "premise": ["polarization", "buyers-market", "open-trend"],
    "concession": ["joint-interest"],
}


@pytest.mark.parametrize("kind", _OF_A_KIND)
def test_the_parts_of_the_essay_are_listed_by_their_kinds(kind: str) -> None:
    listed = argmap("list", "--kind", kind).out.splitlines()
    assert [line.split("\t")[0] for line in listed] == _OF_A_KIND[kind]


def test_it_uses_the_kinds_that_argmap_suggests_and_no_others() -> None:
    assert {claim.kind for claim in load().claims.values()} == set(KINDS)


def test_the_theories_are_answered_but_for_what_the_essay_leaves_open() -> None:
    """The alliance and the stopgap are answered; the asymmetry and the 1960s are not."""
    statuses = evaluate(load()).statuses
    fate = {
        Status.IN: ["no-alliance", "junior-partner", "split-1960s", *_OF_A_KIND["premise"]],
        Status.OUT: ["alliance-threat", "quasi-alliance", "stopgap", "power-only"],
        Status.UNDECIDED: ["no-split", "eventual-split", "fragility"],
    }
    assert {name: statuses[name] for names in fate.values() for name in names} == {
        name: status for status, names in fate.items() for name in names
    }


def test_what_is_judged_is_apart_from_the_statement_that_both_judge_it() -> None:
    """So an attack meets a judgement and not a belief: nothing attacks a premise."""
    argument_map = load()
    for name in _OF_A_KIND["premise"]:
        claim = argument_map.claims[name]
        assert claim.voice == "author"
        relations = argument_map.incoming(name)
        assert all(relation.kind == "supports" for relation in relations)
        voices = [argument_map.claims[p].voice for r in relations for p in r.premises]
        assert voices.count("china-and-russia") == 1


def test_a_careful_reader_finds_nothing_amiss_in_it() -> None:
    checked = argmap("check", "--strict")
    assert (checked.status, checked.out, load().ignored) == (0, "", ())


def test_its_labels_and_ids_fit_a_narrow_screen() -> None:
    claims = load().claims.values()
    assert all(claim.label and len(claim.label) <= 36 for claim in claims)
    assert all(len(claim.id) <= 22 for claim in claims)


def test_the_two_questions_are_answered_by_what_the_essay_argues_for() -> None:
    """And what it argues against answers them, too; no question changes what follows."""
    argument_map = load()
    outcome = evaluate(argument_map)
    found = {each.question.id: each for each in resolutions(argument_map, outcome)}
    standing = {name: [claim.id for claim in each.standing] for name, each in found.items()}
    assert standing == {"bond": ["cognitive-community"], "heading": ["no-alliance"]}


def test_its_quotes_are_at_most_seven_words_of_the_essay() -> None:
    quotes = [quote for claim in load().claims.values() for quote in claim.quote]
    assert len(quotes) == 10
    assert max(len(quote.split()) for quote in quotes) <= 7
