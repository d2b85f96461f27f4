"""The data of a page."""

from __future__ import annotations

from argmap import ArgumentMap, Claim, Passage, Source
from argmap.formats.html.content import content
from argmap.pictures.picture import Picture


def test_places_that_are_not_all_numbers_are_put_in_words() -> None:
    claims = [
        Claim("a", "A.", at=(Passage(1, 1), Passage(4, 5))),
        Claim("b", "B.", at=(Passage(1, 1), "II.4", Passage(7, 7), Passage(9, 9))),
        Claim("c", "C.", at=("p. 3", "II.4")),
        Claim("d", "D."),
    ]
    data = content(ArgumentMap(claims, source=Source(unit="page")), Picture())
    assert [(claim.get("at"), claim.get("where")) for claim in data["claims"]] == [
        ("1, 4-5", None),
        ("1, II.4, 7, 9", "page 1, II.4, page 7, 9"),
        ("p. 3, II.4", "p. 3, II.4"),
        (None, None),
    ]
    assert data["places"] == [("[n]", "page of the source"), ("[x]", "named place in the source")]


def test_a_page_explains_only_the_places_there_are() -> None:
    numbered = ArgumentMap([Claim("a", "A.", at=(Passage(1, 1),))])
    assert content(numbered, Picture())["places"] == [("[n]", "place in the source")]
    assert content(ArgumentMap([Claim("a", "A.")]), Picture())["places"] == []
