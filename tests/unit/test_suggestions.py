"""Names like a wrong one, and how much work finding them may be."""

from __future__ import annotations

import pytest

from argmap.suggestions import Near, did_you_mean, nearest, one_of

KNOWN = ("library", "Survey", "volunteers", "volunteer-hours", "costs")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("librery", ["library"]),
        ("SURVEY", ["Survey"]),
        ("volunteer", ["volunteers", "volunteer-hours"]),
        ("hours", ["volunteer-hours"]),  # spelled like none, but within one
        ("ho", []),  # too short to be looked for within others
        ("xyz", []),
    ],
)
def test_the_nearest_are_spelled_alike_or_have_it_within(name: str, found: list[str]) -> None:
    assert nearest(name, KNOWN) == found


def test_no_more_than_three_are_offered() -> None:
    many = tuple(f"claim-{number}" for number in range(9))
    assert len(nearest("claim", many)) == 3
    assert len(nearest("lai", many)) == 3


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], None),
        (["a"], "did you mean 'a'?"),
        (["a", "b"], "did you mean 'a' or 'b'?"),
        (["a", "b", "c"], "did you mean 'a', 'b' or 'c'?"),
    ],
)
def test_they_are_named_in_a_question(names: list[str], words: str | None) -> None:
    assert one_of(names) == words


def test_nothing_near_is_no_question() -> None:
    assert did_you_mean("xyz", KNOWN) is None
    assert did_you_mean("cost", KNOWN) == "did you mean 'costs'?"


def test_many_wrong_names_in_a_big_text_are_not_all_compared() -> None:
    near = Near()
    assert near("librery", KNOWN) == "did you mean 'library'?"
    assert near("librery", ["x"], KNOWN) == "did you mean 'library'?"
    assert [near.may_compare("name", 40_000) for _ in range(4)] == [True, True, False, False]
    assert near("librery", KNOWN) is None


def test_one_name_is_compared_with_any_number_of_others() -> None:
    assert Near().may_compare("name", 1_000_000)
    assert not Near().may_compare("n" * 101, 1)
    assert Near().may_compare("n" * 100, 1)
    # Four times as long, sixteen times the work.
    near = Near()
    assert [near.may_compare("n" * 100, 3125) for _ in range(3)] == [True, True, False]


def test_long_names_are_offered_to_nobody() -> None:
    long = "l" * 101
    assert Near()(long[1:], [long]) is None
    assert Near()(long[2:], [long[1:]]) == f"did you mean '{long[1:]}'?"
