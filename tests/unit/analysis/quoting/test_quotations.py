"""Where the quotes of a map stand, and which words of the text they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Passage, Source
from argmap.analysis.quoting.quotations import Standing, marks, quotations
from argmap.documents.paragraphs import parse_paragraphs
from argmap.model import FileText

TEXT = parse_paragraphs(FileText("One two.\n\nTwo three.\n\nThree four.", "a.txt"))


def standings(*claims: Claim, unit: str | None = "paragraph") -> list[tuple[str, int, Standing]]:
    found = quotations(ArgumentMap(claims, source=Source(unit=unit)), TEXT)
    return [(each.claim.id, each.number, each.standing) for each in found]


def claim(*quote: str, at: tuple[Passage | str, ...] = ()) -> Claim:
    return Claim("a", "A.", quote=quote, at=at)


def test_a_quote_is_cited_elsewhere_or_nowhere() -> None:
    at = (Passage(1, 1), Passage(3, 3))
    assert standings(claim("two", "three four", "two three", "five", at=at)) == [
        ("a", 0, Standing.CITED),
        ("a", 1, Standing.CITED),
        ("a", 2, Standing.ELSEWHERE),
        ("a", 3, Standing.NOWHERE),
    ]
    assert standings(claim("three four", at=(Passage(1, 3),))) == [("a", 0, Standing.CITED)]
    assert standings(claim("two. Two", at=(Passage(1, 2),))) == [("a", 0, Standing.CITED)]
    assert standings(claim("two. Two", at=(Passage(1, 1),))) == [("a", 0, Standing.ELSEWHERE)]


def test_without_a_place_that_counts_a_quote_may_stand_anywhere() -> None:
    for each in (
        claim("four"),
        claim("four", at=("II.4",)),
        claim("four", at=("b", Passage(1, 1))),
    ):
        assert standings(each) == [("a", 0, Standing.CITED)]
    assert standings(claim("four", at=(Passage(1, 1),)), unit="page") == [("a", 0, Standing.CITED)]
    assert standings(claim("five", at=("II.4",))) == [("a", 0, Standing.NOWHERE)]


def test_words_that_several_quote_are_marked_once() -> None:
    some = claim("two three", "three. Three four", "Two")
    text = {number: each.text for number, each in TEXT.paragraphs.items()}
    marked = marks(quotations(ArgumentMap([some]), TEXT))
    words = {n: [text[n][start:end] for start, end in spans] for n, spans in marked.items()}
    assert words == {1: ["two"], 2: ["Two three."], 3: ["Three four"]}
    assert marks(()) == {}


@given(st.lists(st.sampled_from(["one", "two", "three", "Two three", "One … three", "x"])))
def test_marks_are_in_order_and_apart(quotes: list[str]) -> None:
    marked = marks(quotations(ArgumentMap([claim(*quotes)]), TEXT))
    for number, spans in marked.items():
        ends = [place for span in spans for place in span]
        assert ends == sorted(set(ends))
        assert ends[-1] <= len(TEXT.paragraphs[number].text)
    assert bool(marked) is any(quote != "x" for quote in quotes)
