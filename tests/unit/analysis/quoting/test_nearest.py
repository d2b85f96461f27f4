"""The words that are most like a quote that is nowhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis.quoting.nearest import NearestWords
from argmap.model import Location
from argmap.model.paragraph import CountedText, Paragraph


def counted(*texts: str) -> CountedText:
    found = (Paragraph(n, text, Location("a.txt", n, 1)) for n, text in enumerate(texts, 1))
    return CountedText({each.number: each for each in found}, is_numbered=False)


def nearest(quote: str, *texts: str) -> str | None:
    span = NearestWords(counted(*texts)).find(quote)
    return (
        None if span is None else f"{span.number}: {texts[span.number - 1][span.start : span.end]}"
    )


def test_the_nearest_words() -> None:
    texts = (
        "Nobody has asked the staff.",
        "It costs more than it is worth, they say.",
        "Let it open.",
    )
    assert nearest("It costs less than it is worth", *texts) == "2: It costs more than it is worth"
    assert nearest("they SAY so", *texts) == "2: they say"
    assert nearest("the café stàff", *texts) == "1: the staff"
    assert nearest("something else entirely", *texts) is None
    assert nearest("", *texts) is None
    assert nearest("open", *texts) == "3: open"


@given(st.lists(st.text("ab ", max_size=12), min_size=1, max_size=4), st.text("ab ", max_size=8))
def test_a_third_of_the_words_are_shared(texts: list[str], quote: str) -> None:
    found = nearest(quote, *texts)
    wanted = quote.split()
    best = max(
        sum(min(window.count(word), wanted.count(word)) for word in set(wanted))
        for text in texts
        for at in range(len(text.split()) + 1)
        for window in [text.split()[at : at + len(wanted)]]
    )
    if found is None:
        assert not wanted or best < len(wanted) / 3
    else:
        assert set(found.partition(": ")[2].split()) & set(wanted)
        assert len(found.partition(": ")[2].split()) <= len(wanted)
