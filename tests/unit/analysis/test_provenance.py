"""Claims against the paragraphs they cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Passage
from argmap.analysis.provenance import (
    beyond,
    count_alike,
    passages,
    placed,
    uncovered,
    without_shared_word,
)
from argmap.documents.paragraphs import parse_paragraphs
from argmap.model import FileText, Source
from argmap.model.paragraph import CountedText


def source(*paragraphs: str, numbers: list[int] | None = None) -> CountedText:
    """Return a text of these paragraphs."""
    if numbers is not None:
        paragraphs = tuple(f"[{n}] {text}" for n, text in zip(numbers, paragraphs, strict=True))
    return parse_paragraphs(FileText("\n\n".join(paragraphs), "a.txt"))


def cites(name: str, *at: int | tuple[int, int], text: str = "x", implicit: bool = False) -> Claim:
    """Return a claim with these places."""
    pairs = [(each, each) if isinstance(each, int) else each for each in at]
    return Claim(name, text, at=tuple(Passage(*pair) for pair in pairs), implicit=implicit)


def test_places_beyond_the_text_are_found_one_by_one() -> None:
    argument_map = ArgumentMap([cites("a", 1, 3), cites("b", (2, 4)), cites("c"), cites("d", 0)])
    found = list(beyond(argument_map, source("x", "y")))
    assert [(each.claim, each.hint) for each in found] == [
        ("a", "it has paragraphs 1 to 2"),
        ("b", "it has paragraphs 1 to 2"),
    ]
    assert [each.message for each in found] == [
        "'a' cites paragraph 3, which the source does not have",
        "'b' cites paragraphs 2 to 4, which the source does not have",
    ]
    (one, _) = beyond(argument_map, source("x"))
    assert one.hint == "it has paragraph 1"
    gaps = list(beyond(argument_map, source("x", "y", "z", numbers=[1, 2, 4])))
    assert [(each.claim, each.hint) for each in gaps] == [
        ("a", "it has paragraphs 1 to 4, with gaps"),
        ("b", "it has paragraphs 1 to 4, with gaps"),
    ]


def test_runs_of_paragraphs_that_nothing_cites() -> None:
    argument_map = ArgumentMap([cites("a", 2), cites("b", (5, 900_000_000))])
    text = source("One is here.", "x", "Three.", "w " * 50, "y", "z")
    assert [(each.message, each.hint) for each in uncovered(argument_map, text)] == [
        ("no claim cites paragraph 1 of the source", "a.txt:1:1 begins: One is here."),
        ("no claim cites paragraphs 3 to 4 of the source", "a.txt:5:1 begins: Three."),
    ]
    (whole,) = uncovered(ArgumentMap(), source("w " * 50))
    assert whole.hint == "a.txt:1:1 begins: " + "w " * 29 + "w …"


@pytest.mark.parametrize(
    ("claim", "paragraph", "is_strange"),
    [
        ("The treaty holds.", "Treaties are kept.", False),
        ("The treaty holds.", "The bread is good.", True),
        ("TREATY", "a treaty", False),
        ("In 1999 it fell.", "That was 1999.", False),
        ("It is not so.", "The bread is good.", False),
        ("面包很好", "面包", False),
        ("面包", "水", True),
        ("Straße", "STRASSE", False),
    ],
)
def test_words_in_common(claim: str, paragraph: str, is_strange: bool) -> None:  # noqa: FBT001
    argument_map = ArgumentMap([cites("a", 1, text=claim)])
    assert bool(list(without_shared_word(argument_map, source(paragraph, claim)))) == is_strange


def test_words_count_in_any_passage_and_in_the_label() -> None:
    text = source("bread", "water", "wine")
    strange = {
        each.claim
        for each in without_shared_word(
            ArgumentMap(
                [
                    cites("second", 1, 2, text="water"),
                    cites("range", (1, 3), text="wine"),
                    cites("outside", (1, 2), text="wine"),
                    cites("label", 1, text="wine")._replace(label="Bread"),
                    cites("unsaid", 1, text="wine", implicit=True),
                    cites("beyond", 9, text="wine"),
                    cites("nowhere", text="wine"),
                ]
            ),
            text,
        )
    }
    assert strange == {"outside"}


def test_where_claims_stand() -> None:
    claims = [
        cites("a", 1, (2, 4)),
        cites("b", (3, 5)),
        cites("c"),
        cites("d", 9),
        cites("e", 2, 2),
    ]
    argument_map = ArgumentMap(claims)
    margin, elsewhere = placed(argument_map, source("x", "y", "z", numbers=[1, 4, 5]))
    assert {n: [each.claim.id for each in found] for n, found in margin.items()} == {
        1: ["a"],
        4: ["a", "b"],
    }
    assert [claim.id for claim in elsewhere] == ["c", "d", "e"]
    margin, elsewhere = placed(argument_map)
    assert {n: [each.claim.id for each in found] for n, found in margin.items()} == {
        1: ["a"],
        2: ["a", "e"],
        3: ["b"],
        9: ["d"],
    }
    assert [claim.id for claim in elsewhere] == ["c"]


_places = st.lists(
    st.tuples(st.integers(1, 8), st.integers(1, 8)).map(lambda pair: tuple(sorted(pair))),
    max_size=3,
)


@given(st.lists(_places, max_size=4), st.sets(st.integers(1, 8), min_size=1))
def test_every_paragraph_is_cited_or_uncovered(
    places: list[list[tuple[int, int]]], numbers: set[int]
) -> None:
    argument_map = ArgumentMap(cites(f"c{n}", *at) for n, at in enumerate(places))
    text = source(*("x" for _ in numbers), numbers=sorted(numbers))
    cited = {p.number for claim in argument_map.claims.values() for p in passages(claim, text)}
    bare = numbers - cited
    starts = [n for n, before in zip(sorted(numbers), [0, *sorted(numbers)], strict=False)]
    runs = [
        n for n in starts if n in bare and max((m for m in numbers if m < n), default=0) not in bare
    ]
    assert len(list(uncovered(argument_map, text))) == len(runs)


@pytest.mark.parametrize(
    ("unit", "text", "is_alike"),
    [
        (None, source("a"), True),
        ("paragraph", source("a"), True),
        ("Absätze", source("a"), True),
        ("page", source("a"), False),
        ("part", source("a"), False),
        ("page", source("a", numbers=[1]), True),
    ],
)
def test_what_counts_alike(unit: str | None, text: CountedText, is_alike: bool) -> None:  # noqa: FBT001
    assert count_alike(ArgumentMap(source=Source(unit=unit)), text) is is_alike


def test_passages_that_share_no_word_are_named_in_their_number() -> None:
    claims = [cites("a", 1, text="Bread."), cites("b", (1, 2), text="Bread.")]
    found = without_shared_word(ArgumentMap(claims), source("Wine.", "Beer."))
    assert [each.message for each in found] == [
        "'a' shares no content word with paragraph 1, which it cites",
        "'b' shares no content word with paragraphs 1-2, which it cites",
    ]
