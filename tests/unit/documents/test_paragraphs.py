"""A source text to numbered paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import InvalidMapError
from argmap.documents.paragraphs import parse_paragraphs
from argmap.model import FileText


def texts(text: str) -> dict[int, str]:
    """Return the paragraphs of a text by number."""
    found = parse_paragraphs(FileText(text)).paragraphs
    assert list(found) == [paragraph.number for paragraph in found.values()]
    return {number: paragraph.text for number, paragraph in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("\n \n\t\n", {}),
        ("one", {1: "one"}),
        ("one\ntwo\n\n \nthree", {1: "one two", 2: "three"}),
        ("one\r\ntwo\r\n\r\nthree\r\n", {1: "one two", 2: "three"}),
        ("  one  \n   two\n", {1: "one two"}),
        ("# Title\none\n## Part ##\ntwo", {1: "one", 2: "two"}),
        ("Title\n=====\none\n\nPart\n---\ntwo", {1: "one", 2: "two"}),
        ("one\nand on\n---\ntwo", {1: "one and on", 2: "two"}),
        ("one\n\n* * *\n\ntwo", {1: "one", 2: "two"}),
        ("---\ntitle: x\n---\none", {1: "one"}),
        ("---\none", {1: "one"}),
        ("#hash\n\n#", {1: "#hash"}),
        ("[1] one\n\n[2] two", {1: "one", 2: "two"}),
        ("[1] one\n[2]two\nthree", {1: "one", 2: "two three"}),
        ("[7] one\n\nand on\n\n[3] two", {7: "one and on", 3: "two"}),
        ("before\n\n[1] one\n\n[2] two\n\n# End\n\nafter", {1: "one", 2: "two"}),
        ("[0] one\n\n[03] two", {0: "one", 3: "two"}),
        ("[1]\n\none", {1: "one"}),
        (
            "The bus is late [1].\n\nSo people drive [2].\n\n[1] A report.\n\n[2] A census.",
            {
                1: "The bus is late [1].",
                2: "So people drive [2].",
                3: "[1] A report.",
                4: "[2] A census.",
            },
        ),
        ("By A. Writer\n\n[1] one\n\n[2] two\n\n[3] three", {1: "one", 2: "two", 3: "three"}),
        ("one\n\ntwo\n\n[1] A note.", {1: "one", 2: "two", 3: "[1] A note."}),
        ("one\n[1] two\n\nthree\n\nfour", {1: "one [1] two", 2: "three", 3: "four"}),
        (
            "[1](x) one\n\n[2]: http://x\n\n[3][y]",
            {1: "[1](x) one", 2: "[2]: http://x", 3: "[3][y]"},
        ),
    ],
)
def test_paragraphs(text: str, expected: dict[int, str]) -> None:
    assert texts(text) == expected


def test_it_knows_how_it_counted_and_where() -> None:
    numbered = parse_paragraphs(FileText("[4] four\n\n\n[2] two", "a.txt"))
    assert numbered.is_numbered
    assert [str(each.location) for each in numbered.paragraphs.values()] == [
        "a.txt:1:1",
        "a.txt:4:1",
    ]
    counted = parse_paragraphs(FileText("---\nx: y\n---\n\none\ntwo\n\nthree", "a.md"))
    assert not counted.is_numbered
    assert [each.location.line for each in counted.paragraphs.values()] == [5, 8]


def test_a_number_given_twice_is_reported() -> None:
    with pytest.raises(InvalidMapError) as caught:
        parse_paragraphs(FileText("[1] one\n\n[2] two\n\n[1] three", "a.txt"))
    (diagnostic,) = caught.value.diagnostics
    assert str(diagnostic) == "a.txt:5:1: error: paragraph number [1] is given twice"


_words = st.text("abc .,", min_size=1, max_size=20).filter(lambda text: text.strip())


@given(st.lists(_words, min_size=1, max_size=6), st.integers(1, 3))
def test_counting_and_numbering_agree(paragraphs: list[str], blanks: int) -> None:
    gap = "\n" * (blanks + 1)
    plain = texts(gap.join(paragraphs))
    numbered = texts(gap.join(f"[{n}] {text}" for n, text in enumerate(paragraphs, 1)))
    assert plain == numbered == {n: text.strip() for n, text in enumerate(paragraphs, 1)}


@given(st.text("[]12 a#-=\n\r", max_size=60))
def test_any_text_has_paragraphs_or_an_error(text: str) -> None:
    try:
        found = parse_paragraphs(FileText(text))
    except InvalidMapError:
        return
    lines = [paragraph.location.line for paragraph in found.paragraphs.values()]
    assert lines == sorted(lines)
