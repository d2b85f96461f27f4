"""What the explorer's search finds, in which order, and which letters it marks."""

from __future__ import annotations

import pytest
from support.searches import CLAIMS, SEARCHES

from argmap import Claim
from argmap.explorer.search import Index, places


@pytest.mark.parametrize(("query", "ids"), SEARCHES.items())
def test_the_best_match_comes_first(query: str, ids: list[str]) -> None:
    assert [claim.id for claim in Index(CLAIMS).matches(query).claims] == ids


def test_an_empty_query_finds_all_claims_in_the_order_of_the_map() -> None:
    assert Index(CLAIMS).matches(" ") == (CLAIMS, False)


def test_letters_count_only_where_no_claim_has_the_words() -> None:
    assert Index(CLAIMS).matches("pcall").is_loose
    assert not Index(CLAIMS).matches("call").is_loose


def test_of_equals_the_order_of_the_map_decides() -> None:
    claims = [Claim(f"claim-{number}", "It is so.") for number in (9990, 1999, 999, 9991)]
    found = [claim.id for claim in Index(claims).matches("999").claims]
    assert found == ["claim-9990", "claim-999", "claim-9991", "claim-1999"]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("call phone", "phone-call", "phone call"),
        ("late", "A platelet is late.", "              late "),
        ("hone", "phone-call", " hone     "),
        ("pcall", "phone-call", "p     call"),
        ("strasse", "Straße", "Straße"),
        ("lodz", "Łódź", "Łódź"),
        ("x", "phone-call", "          "),
    ],
)
def test_the_letters_by_which_a_text_was_found(query: str, text: str, marked: str) -> None:
    found = places(query, text, is_loose=True)
    assert {at for at, letter in enumerate(marked) if letter != " "} == found


def test_letters_one_by_one_are_marked_only_where_they_were_looked_for() -> None:
    assert places("pcall", "phone-call", is_loose=False) == set()


def test_searching_stops_when_asked_to() -> None:
    asked: list[bool] = []

    def goes_on() -> bool:
        asked.append(True)
        return len(asked) < 2

    claims = [Claim(f"c{number}", "It is so.") for number in range(5000)]
    assert len(Index(claims).matches("c", goes_on=goes_on).claims) < 5000
    assert len(asked) == 2


def test_many_equal_letters_take_no_longer() -> None:
    """Trying every way in which the letters can stand would never end."""
    claims = [Claim("a" * 3000, "a" * 100_000), Claim("b", "ab" * 50_000)]
    assert Index(claims).matches("a" * 40 + "c").claims == []
    assert Index(claims).matches("ab" * 20 + "c ba").claims == []
    starts = [Claim("a-" * 2000, "So it is."), Claim("c", "b-a " * 50_000)]
    assert Index(starts).matches("a" * 30 + "b").claims == []
    assert [claim.id for claim in Index(starts).matches("a" * 30).claims] == ["a-" * 2000]
