"""Quotes found in a source text, against the plainest way to find them."""

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis.quoting.key import Key, pieces
from argmap.analysis.quoting.source import SourceWords, Spot
from argmap.model import Location, Passage
from argmap.model.paragraph import CountedText, Paragraph


def counted(*texts: str, numbers: tuple[int, ...] = ()) -> CountedText:
    """Return a text of some paragraphs."""
    at = numbers or range(1, len(texts) + 1)
    found = (Paragraph(n, text, Location("a.txt", n, 1)) for n, text in zip(at, texts, strict=True))
    return CountedText({each.number: each for each in found}, bool(numbers))


def words(text: CountedText, spot: Spot) -> list[str]:
    """Return the words that a spot marks."""
    return [text.paragraphs[s.number].text[s.start : s.end] for s in spot.spans]


def first(quote: str, *texts: str) -> list[str] | None:
    """Return the words that a quote stands for in the first of its places, or None."""
    text = counted(*texts)
    spot = next(SourceWords(text).find(quote), None)
    return None if spot is None else words(text, spot)


@pytest.mark.parametrize(
    ("quote", "source", "expected"),
    [
        ("open on Sundays", "We are open on Sundays.", "open on Sundays"),
        ("Open on", "We are open on Sundays.", "open on"),
        ("we are", "We are open.", "We are"),
        ("on sundays", "We are open on Sundays.", None),
        ("open  on\nSundays", "open on Sundays", "open on Sundays"),
        ("“open” on", "is 'open' on", "open' on"),
        ("„offen“", "«offen»", "offen"),
        ("don't", "I don’t.", "don’t"),
        ("well–known", "a well-known one", "well-known"),
        ("yes — no", "yes--no", "yes--no"),
        ("argument", "the argu- ment", "argu- ment"),
        ("argument", "the argu\u00adment", "argu\u00adment"),
        ("effort", "an eﬀort", "eﬀort"),
        ("eﬃcient", "efficient", "efficient"),
        ("café", "the cafe\u0301", "cafe\u0301"),
        ("cafe\u0301", "the café", "café"),
        ("cafe", "the café and cafe\u0301", None),
        ("art", "the party", None),
        ("art", "the arts", None),
        ("art", "the party of art", "art"),
        ("ef", "eﬀort", None),
        ("[T]he end", "and the end", "the end"),
        ("the bold end", "the **bold** [end](http://x.y/z)", "the **bold** [end"),
        ("growth and", "growth[^12] and", "growth[^12] and"),
        ("by -5 %", "by −5 %", "by −5 %"),
        ("by 5 %", "by −5 %", None),
        ("1990–2000", "1990-2000", "1990-2000"),
        ("文明", "这文明好", "文明"),
        ("—", "a — b", None),
        ("", "a", None),
        ("Straße", "die straße", "straße"),
        ("ßa", "x ßa", "ßa"),
        ("…", "a", None),
    ],
)
def test_what_is_forgiven_and_what_is_not(quote: str, source: str, expected: str | None) -> None:
    assert first(quote, source) == (None if expected is None else [expected])


@pytest.mark.parametrize(
    "gap", ["[…]", "[...]", "…", "...", " . . . ", "(…)", "[ … ]", "[. . .]", "....", "(...)"]
)
def test_words_may_be_left_out(gap: str) -> None:
    source = "we are open on all Sundays of the year"
    assert first(f"are open {gap} Sundays", source) == ["are open", "Sundays"]
    assert first(f"Sundays {gap} are open", source) is None
    assert first(f"{gap} are {gap} of the {gap}", source) == ["are", "of the"]
    assert first(f"are {gap} are", source) is None


def test_full_stops_are_no_gap() -> None:
    assert first("the end. The next", "the end of it. The next") is None
    assert first("No.. 5", "No. x 5") is None


def test_a_quote_may_go_on_in_the_next_paragraph() -> None:
    assert first("the end. And on", "That is the end.", "And on it goes.") == ["the end.", "And on"]
    assert first("a b c", "a", "- -", "b", "c") == ["a", "b", "c"]
    assert first("a … b", "a", "x", "b") == ["a", "b"]
    assert first("a … b", "a", "x", "y", "b") is None
    assert first("a … b", "a", "x", "y", "a", "y", "b") == ["a", "b"]


def test_in_a_passage_the_parts_may_be_far_from_each_other() -> None:
    text = counted("a", "x", "y", "b")
    source = SourceWords(text)
    (spot,) = source.find("a … b", Passage(1, 4))
    assert spot.passages == (Passage(1, 4),)
    assert not list(source.find("a … b", Passage(1, 3)))
    assert not list(source.find("a", Passage(2, 9)))
    assert not list(source.find("a", Passage(7, 9)))


def test_where_paragraphs_have_numbers_of_their_own() -> None:
    text = counted("one two", "two", "two three", numbers=(7, 3, 5))
    source = SourceWords(text)
    assert [spot.passages for spot in source.places("two")] == [(Passage(n, n),) for n in (7, 3, 5)]
    assert [spot.passages for spot in source.find("two", Passage(4, 8))] == [
        (Passage(7, 7),),
        (Passage(5, 5),),
    ]
    assert not list(source.find("two two", Passage(5, 7)))  # not next to each other
    assert [spot.passages for spot in source.find("one two two")] == [
        (Passage(7, 7), Passage(3, 3))
    ]


def test_of_very_many_places_the_first_are_found() -> None:
    assert len(SourceWords(counted(*["a"] * 50)).places("a")) == 20


# The plainest way: every text between two characters of the source, normalized as a whole.

_DROPPED = re.compile("[\\s*_\\[\\]\\\\\"'`‘’“”«»\\-–—\u00ad\u200b]")


def plain(text: str) -> str:
    return unicodedata.normalize("NFKD", _DROPPED.sub("", text))


def is_whole(text: str, start: int, end: int) -> bool:
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())
    )


def runs(text: str, part: str) -> list[tuple[int, int]]:
    """Return all that stands in a text and is a part of a quote."""
    wanted = plain(part)
    return [
        (start, end)
        for start, end in itertools.combinations(range(len(text) + 1), 2)
        if plain(text[start]) and plain(text[end - 1]) and is_whole(text, start, end)
        if (found := plain(text[start:end]))[1:] == wanted[1:]
        and found[:1].lower() == wanted[:1].lower()
    ]


def stands(parts: list[str], text: str) -> bool:
    """Return whether the parts stand in a text in their order, by trying all there is."""
    ends = {0}
    for part in parts:
        ends = {end for start, end in runs(text, part) if any(start >= each for each in ends)}
    return bool(ends)


_source = st.text("aAb1 -–'“*ﬁ", max_size=12)
_part = st.text("aAb1 -'ﬁf", min_size=1, max_size=4)


@given(st.lists(_source, min_size=1, max_size=3), st.lists(_part, min_size=1, max_size=3))
def test_it_finds_what_trying_everything_finds(texts: list[str], parts: list[str]) -> None:
    # A minus counts, and a sign before a number is one only where no word is before it.
    texts = [re.sub("[-–]+(?=1)", "", text) for text in texts]
    parts = [re.sub("[-–]+(?=1)", "", part) for part in parts]
    wanted = [part for part in parts if plain(part)]
    text = counted(*texts)
    spots = list(SourceWords(text).find(" … ".join(parts)))
    assert bool(spots) is (bool(wanted) and stands(wanted, "\n".join(texts)))
    for spot in spots:
        shown = "".join(map(plain, words(text, spot)))
        assert shown.lower() == "".join(map(plain, wanted)).lower()


@given(st.lists(_source, min_size=1, max_size=6), _part, _part)
def test_no_place_is_left_out(texts: list[str], left: str, right: str) -> None:
    """A quote in two parts is found where one of a passage of three paragraphs has it."""
    text = counted(*texts)
    source = SourceWords(text)
    quote = f"{left} … {right}"
    anywhere = {spot.spans for spot in source.find(quote)}
    passages = [Passage(n, n + 2) for n in range(1, len(texts) + 1)]
    within = {spot.spans for each in passages for spot in source.find(quote, each)}
    found = {spans[0].number for spans in within if spans}
    assert {spans[0].number for spans in anywhere} <= found or not anywhere
    assert bool(anywhere) == bool(within)


@given(st.text("aé1 -ﬁ½…‘*[](^)\u0301\u00ad", max_size=30))
def test_a_key_knows_where_its_characters_are_from(text: str) -> None:
    key = Key(text)
    places = [key.place(at) for at in range(len(key.text))]
    assert places == sorted(places)
    for place, character in zip(places, key.text, strict=True):
        assert character in unicodedata.normalize("NFKD", text[place]) or character == "-"
    assert key.offset(0) == 0
    assert key.offset(len(text)) == len(key.text)


def test_the_parts_of_a_quote() -> None:
    assert pieces("One two […] “three” … [^1] … four.") == ("Onetwo", "three", "four.")
