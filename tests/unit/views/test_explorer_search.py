"""What the explorer's search finds, and in which order."""

from __future__ import annotations

import pytest

from argmap import Claim
from argmap.views.explorer.search import Index

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
        ("tea", ["tea", "tea-is-hot", "teacups", "coffee"]),  # the id itself comes first
        ("hot", ["tea-is-hot", "coffee"]),
        ("china", ["teacups"]),
        ("TEA", ["tea", "tea-is-hot", "teacups", "coffee"]),
        ("hot coffee", ["coffee"]),
        ("tih", ["tea-is-hot"]),
        ("coffe too", ["coffee"]),
        ("cffee", ["coffee"]),
        ("STRASSE", ["straße"]),
        ("zebra", []),
        ("tea zebra", []),
    ],
)
def test_what_is_found(query: str, found: list[str]) -> None:
    assert [claim.id for claim in Index(CLAIMS).matches(query)] == found


def test_what_is_typed_on_or_taken_back_makes_no_difference() -> None:
    index = Index(CLAIMS)
    for query in ("t", "te", "tea", "tea h", "tea", "te", "h", "", "zebra", "tea"):
        assert index.matches(query) == Index(CLAIMS).matches(query)


def test_many_equal_letters_take_no_longer() -> None:
    """Trying every way in which the letters can stand would never end."""
    claims = [Claim("a" * 3000, "a" * 100_000), Claim("b", "ab" * 50_000)]
    assert Index(claims).matches("a" * 40 + "c") == []
    assert Index(claims).matches("ab" * 20 + "c ba") == []
