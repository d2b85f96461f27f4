"""What a semantics says of a claim, on its card."""

from __future__ import annotations

import re

import pytest
from support.small import small

from argmap import evaluate
from argmap.pictures.picture import Picture
from argmap.pictures.verdicts import room_for_verdict, verdict

MAP = small("a attacks b", "c attacks d", "d attacks c", "e")


def said(claim: str, semantics: str = "grounded", *, assume: str = "", reject: str = "") -> str:
    """Return the words of a verdict, without markup."""
    picture = Picture(outcome=evaluate(MAP, semantics, assume=[*assume], reject=[*reject]))
    return re.sub(r"<[^>]*>", "", verdict(MAP.claims[claim], picture))


@pytest.mark.parametrize(
    ("claim", "semantics", "words"),
    [
        ("a", "grounded", "● in"),
        ("b", "grounded", "○ out"),
        ("c", "grounded", "◐ undecided"),
        ("c", "preferred", "◐ in some only"),
        ("c", "ideal", "◐ undecided"),
        ("b", "df-quad", "0.2500"),
        ("c", "df-quad", "0.3333"),
    ],
)
def test_statuses_are_said_in_words_and_strengths_in_numbers(
    claim: str, semantics: str, words: str
) -> None:
    assert said(claim, semantics) == words


def test_what_was_assumed_or_rejected_is_said() -> None:
    assert said("b", assume="b") == "● in · assumed"
    assert said("a", reject="a") == "○ out · rejected"


def test_the_bar_is_as_long_as_the_claim_is_strong() -> None:
    picture = Picture(outcome=evaluate(MAP, "df-quad", assume=["a"], reject=["b"]))
    full, none = (verdict(MAP.claims[name], picture) for name in "ab")
    assert re.findall(r'width="(\d+)" height="5"', full) == ["40"]
    assert re.findall(r'width="(\d+)" height="5"', none) == ["40"]
    assert re.findall(r'bgcolor="(#\w+)"', full) != re.findall(r'bgcolor="(#\w+)"', none)
    half = verdict(MAP.claims["e"], picture)
    assert sum(map(int, re.findall(r'width="(\d+)" height="5"', half))) == 40


def test_nothing_is_said_where_nothing_was_asked() -> None:
    claim = MAP.claims["a"]
    assert (verdict(claim, Picture()), room_for_verdict(claim, Picture())) == ("", 0)
    asked = Picture(outcome=evaluate(MAP))
    assert 0 < room_for_verdict(claim, asked) < room_for_verdict(MAP.claims["c"], asked)
