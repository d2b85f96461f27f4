"""The second map that comes with argmap: an example of everything that a map can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args, get_type_hints

import pytest
from support import argmap

from argmap import Status, evaluate, load
from argmap.documents.fields import TOP_KEYS, VERBS
from argmap.formats import bundled_path
from argmap.model import (
    ArgumentMap,
    Claim,
    Expectation,
    Ignored,
    Relation,
    Scheme,
    Source,
    Standard,
)

PATH = bundled_path("miracles")


@pytest.fixture(scope="module")
def miracles() -> ArgumentMap:
    return load(PATH)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def _records(kind: Any) -> Iterator[type[Any]]:
    """Yield the named tuples in a type annotation, and in those of their fields."""
    for each in get_args(kind):
        yield from _records(each)
    if _is_record(kind):
        yield kind
        for each in get_type_hints(kind).values():
            yield from _records(each)


def _said(value: Any) -> Iterator[tuple[type[Any], str]]:
    """Yield each field, with its type, that says more in a value than if it were left out."""
    if _is_record(type(value)):
        for name, part in value._asdict().items():
            if name not in value._field_defaults or part != value._field_defaults[name]:
                yield type(value), name
    for each in value if isinstance(value, tuple) else ():
        yield from _said(each)


def test_it_says_everything_that_a_map_can_say(miracles: ArgumentMap) -> None:
    """Every field of the model, of whatever is added to the model later, too."""
    of_a_map = (Claim, Relation, Source, Scheme, Expectation, Ignored)
    known = {
        (record, name) for kind in of_a_map for record in _records(kind) for name in record._fields
    }
    parts = (
        *(*miracles.claims.values(), *miracles.relations.values(), *miracles.schemes.values()),
        *(*miracles.expectations, *miracles.ignored, miracles.source),
    )
    assert len(known) > 50
    assert known - set(_said(parts)) == set()


def test_it_has_every_key_and_verb_and_kind_of_target(miracles: ArgumentMap) -> None:
    text = PATH.read_text("utf-8")
    assert [key for key in (*TOP_KEYS, "ignore") if f"{key}:" not in text] == []
    assert [verb for verb in VERBS if f" {verb}: " not in text] == []
    relations = miracles.relations.values()
    on_steps = {(each.kind, each.target) for each in relations if each.target in miracles.relations}
    assert {str(kind) for kind, _ in on_steps} == {"supports", "undercuts"}
    assert any(miracles.relations[target].kind == "undercuts" for _, target in on_steps)
    assert sum(each.is_linked for each in relations) >= 3
    claims = miracles.claims.values()
    assert any(claim.passages for claim in claims)
    assert any(claim.place_names for claim in claims)


def test_a_careful_reader_finds_nothing_amiss_in_it(miracles: ArgumentMap) -> None:
    checked = argmap("check", "--strict", "miracles")
    assert (checked.status, checked.out) == (0, "")
    assert len(miracles.ignored) == 1


def test_what_follows_is_what_it_expects(miracles: ArgumentMap) -> None:
    assert argmap("evaluate", "--check", "-m", "miracles").status == 0
    expected = {each.status for each in miracles.expectations if each.status}
    assert expected == set(Status)


def test_part_one_leaves_the_question_to_the_weights_which_answer_it(
    miracles: ArgumentMap,
) -> None:
    """Without what part 2 adds, each answer is carried, and they exclude one another."""
    answers = ("report-false", "it-happened")
    without = ("partial", "rivals")
    for semantics, reject, expected in (
        ("grounded", without, (Status.UNDECIDED, Status.UNDECIDED)),
        ("carneades", without, (Status.IN, Status.OUT)),
        ("carneades", (*without, "new-to-him"), (Status.OUT, Status.IN)),
    ):
        statuses = evaluate(miracles, semantics, reject=reject).statuses
        assert tuple(statuses[answer] for answer in answers) == expected
    claims = dict(miracles.claims)
    strict = claims["likelier"]._replace(standard=Standard.CLEAR_AND_CONVINCING)
    claims["likelier"] = strict
    stricter = ArgumentMap(claims.values(), miracles.relations.values())
    statuses = evaluate(stricter, "carneades", reject=without).statuses
    assert {statuses[answer] for answer in answers} == {Status.OUT}


def test_its_labels_and_ids_fit_a_narrow_screen(miracles: ArgumentMap) -> None:
    claims = miracles.claims.values()
    assert all(claim.label and len(claim.label) <= 36 for claim in claims)
    assert all(len(claim.id) <= 13 for claim in claims)
    assert 25 <= len(claims) <= 30


def test_its_quotes_are_a_few_words_each(miracles: ArgumentMap) -> None:
    quotes = [quote for claim in miracles.claims.values() for quote in claim.quote]
    assert len(quotes) > 20
    assert max(len(quote.split()) for quote in quotes) <= 8


def test_it_reads_well_on_a_narrow_screen(matches: Callable[[str, str], None]) -> None:
    matches("miracles-tree", argmap("tree", "miracles", columns=80, TERM="dumb").out)
    matches("miracles-overview", argmap("overview", "miracles", columns=80, TERM="dumb").out)
