"""What the explorer's search finds, and in which order."""

from __future__ import annotations

import pytest

from argmap import Claim
from argmap.explorer.search import Index, places

CLAIMS = [
    Claim("tea-is-hot", "Tea is served hot.", label="Tea is hot"),
    Claim("tea", "There is tea."),
    Claim("coffee", "The steam shows it.", label="Coffee is hot, too"),
    Claim("teacups", "Cups of CHINA are thin.", label="Cups"),
    Claim("straße", "Die Straße ist lang."),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["tea-is-hot", "tea", "coffee", "teacups", "straße"]),
        # The id itself comes first, of two it begins the shorter; letters apart come last.
        ("tea", ["tea", "teacups", "tea-is-hot", "coffee", "straße"]),
        ("hot", ["tea-is-hot", "coffee"]),
        ("china", ["teacups"]),
        ("TEA", ["tea", "teacups", "tea-is-hot", "coffee", "straße"]),
        ("hot coffee", ["coffee"]),
        ("tih", ["tea-is-hot"]),
        ("coffe too", ["coffee"]),
        ("cffee", ["coffee"]),
        ("chn", ["teacups"]),
        ("STRASSE", ["straße"]),
        ("zebra", []),
        ("tea zebra", []),
    ],
)
def test_what_is_found(query: str, found: list[str]) -> None:
    assert [claim.id for claim in Index(CLAIMS).matches(query)] == found


LONG = "A house by a lake, with a dim lamp in every room and a wide path that leads to the gate"


def test_good_hits_come_before_letters_apart() -> None:
    claims = [
        Claim("s1", f"{LONG}.", label="So, so good a night it is"),  # letters of the label
        Claim("s-o-n-g-s", "Nothing."),  # letters of the id, each the first of a word
        Claim("s2", f"{LONG}, and a siong."),  # letters of the text, close together
        Claim("s3", f"{LONG}, and a swansong."),  # in a word of the text
        Claim("s4", f"{LONG}, and a song."),  # a word of the text
        Claim("s5", f"{LONG}.", label="A song"),
        Claim("my-song", "It is mine."),
        Claim("songbook", "It is a book."),
        Claim("song", "It is sung."),
        Claim("s6", f"{LONG}."),  # letters so far apart in a text that nobody meant them
    ]
    found = [claim.id for claim in Index(claims).matches("song")]
    assert found == ["song", "songbook", "my-song", "s5", "s4", "s3", "s-o-n-g-s", "s1", "s2"]


def test_of_equals_the_shorter_id_then_the_order_of_the_map() -> None:
    claims = [Claim(f"claim-{number}", "It is so.") for number in (9990, 1999, 999, 9991)]
    found = [claim.id for claim in Index(claims).matches("c999")]
    assert found == ["claim-999", "claim-9990", "claim-9991", "claim-1999"]


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("pcall", "phone-call", "p____-call"),
        ("call phone", "phone-call", "phone-call"),
        ("oe", "phone-call", "__o_e"),
        ("x", "phone-call", ""),
        ("ss", "Straße", ""),  # folded, its letters are others
        ("lng", "A word that stands in a text, far too long for its letters to be shown apart", ""),
    ],
)
def test_the_letters_by_which_it_was_found(query: str, text: str, letters: str) -> None:
    shown = {at for at, letter in enumerate(letters) if letter not in "_-"}
    found = places(query, text + "." * (80 if query == "lng" else 0))
    assert {at for at in found if text[at] != "-"} == shown


def test_looking_stops_when_asked_to() -> None:
    asked: list[bool] = []

    def goes_on() -> bool:
        asked.append(True)
        return len(asked) < 2

    claims = [Claim(f"c{number}", "It is so.") for number in range(5000)]
    assert len(Index(claims).matches("c", goes_on=goes_on)) < 5000
    assert len(asked) == 2


def test_what_is_typed_on_or_taken_back_makes_no_difference() -> None:
    index = Index(CLAIMS)
    for query in ("t", "te", "tea", "tea h", "tea", "te", "h", "", "zebra", "tea"):
        assert index.matches(query) == Index(CLAIMS).matches(query)


def test_many_equal_letters_take_no_longer() -> None:
    """Trying every way in which the letters can stand would never end."""
    claims = [Claim("a" * 3000, "a" * 100_000), Claim("b", "ab" * 50_000)]
    assert Index(claims).matches("a" * 40 + "c") == []
    assert Index(claims).matches("ab" * 20 + "c ba") == []
    starts = [Claim("a-" * 2000, "So it is."), Claim("c", "b-a " * 50_000)]
    assert Index(starts).matches("a" * 30 + "b") == []
    assert [claim.id for claim in Index(starts).matches("a" * 30)] == ["a-" * 2000]
