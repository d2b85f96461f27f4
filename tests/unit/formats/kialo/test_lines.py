"""The lines of a Kialo export: errors at their places, and what is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import damaged, errors_in, marked, survivor
from support.kialo import NEWER, OLDER, older, relations, texts
from support.laws import examples

from argmap import InvalidMapError, Relation, RelationKind, loads
from argmap.documents.sample import Sample
from argmap.formats import load_bytes
from argmap.formats.kialo.format import recognises_kialo

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


@pytest.mark.parametrize(
    "line",
    [
        "1.1. Pro: B",
        "1.1 Pro: B",
        " \t1.1.Pro:B",
        "1.1.  pro :  B  ",
        "1.1. PRO:\n\n  B\n",
        "1.1. Pro:\r B",
    ],
)
def test_spaces_case_and_line_ends_do_not_matter(line: str) -> None:
    m = loads(older(f"1. A\n{line}\n"), "kialo")
    assert relations(m) == [Relation("1.1/1", SUPPORTS, ("1.1",), "1")]
    assert m.claims["1.1"].text == "B"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Discussion Title: A: b?", "A: b?"),
        ("\n \nDiscussion Name:\nA", "A"),
        ("discussion title :A", "A"),
        ("Discussion Name: A", "A"),
        ("Discussion Title:", None),
        ("Discussion Name:\n1. FC", "1. FC"),
        ("Discussion Title: A\\)", "A)"),
        ("Discussion Name: A\\)", "A\\)"),
    ],
)
def test_the_title_stands_on_the_line_or_the_next(header: str, title: str | None) -> None:
    m = loads(f"{header}\n\n1. Thesis: X\n", "kialo")
    assert m.title == title
    assert texts(m) == {"1": "X"}


def test_a_claim_right_below_the_header_is_no_title() -> None:
    m = loads("Discussion Name:\n1. Thesis:\nX\n", "kialo")
    assert (m.title, texts(m)) == (None, {"1": "X"})


ERRORS = [
    "«empty-file»\n \n",
    "\n  «wrong-type»1. A\n1.1. Pro: B\n",
    "Discussion Title: T\n\nNothing here.\n«no-claims»",
    "Discussion Name:\nT\n\n«no-claims»Sources:\n[1] x\n",
    older("1. A\n«missing-side»1.1. B\n1.1.1. Pro: C\n"),
    older("1. A\n«dangling-id»1.2.1. Pro: B\n1.2.1.1. Con: C\n«dangling-id»2.1. Pro: D\n"),
    older("1. A\n1.1. Pro: B\n«duplicate-id»1.1. Con: C\nmore of C\n1.1.1. Pro: D\n"),
    older("1. A\n  1.1. Pro: -> See «dangling-id»1.7.\n"),
    older("1. A\n1.1. Pro:\n   -> See «dangling-id»1.7.\n"),
    older("1. A\n1.1. Pro: -> See 1.2.\n1.2. Con: «cycle»-> See 1.1.\n1.3. Pro: -> See 1.1.\n"),
    older("1. A\n1.1. Pro: «cycle»-> See 1.1.\n"),
    older("«no-target»1. Pro: A\n"),
    older("1. A\n1.1. Pro: B\n«wrong-type»1.1.1. Thesis: C\n«wrong-type»1.2. Question: D\n"),
    older("1. A\n«empty-text»1.1. Pro:\n\n«empty-text»1.2. Con: \n"),
    older(
        "1. Ä\n«empty-text»1.1. Pro:\n«missing-side»1.2. B\n"
        "«dangling-id»1.9.1. Con: «dangling-id»\n".replace("Con: «dangling-id»", "Con: é")
        + "1.3. Con: -> See «dangling-id»1.8\n«duplicate-id»1.3. Pro: C\n"
    ),
]


@pytest.mark.parametrize("text", ERRORS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_error_is_reported_at_its_place_all_in_one_run(text: str, end: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean.replace("\n", end), "kialo") == expected


@pytest.mark.parametrize(
    ("claims", "hint"),
    [
        ("1. A\n1.1. B\n", "begin with 1.1. Pro: or 1.1. Con:"),
        ("1. A\n1.1. Pro: B\n1.1.1. Pro: C\n1.2. Pro: -> See 1.1.11.\n", "did you mean '1.1.1'"),
        ("1. Pro: A\n", "begin with 1. Thesis:"),
        ("1. A\n1.2.1. Pro: B\n", "add a line for 1.2, or renumber this one"),
    ],
)
def test_an_error_comes_with_what_to_do(claims: str, hint: str) -> None:
    with pytest.raises(InvalidMapError) as error:
        loads(older(claims), "kialo")
    (found,) = error.value.diagnostics
    assert hint in (found.hint or "")


@pytest.mark.parametrize("name", ["p.kialo", "p.kialo.txt", "p.txt", "-", "p"])
@pytest.mark.parametrize("text", [OLDER, NEWER])
def test_it_is_detected_by_suffix_or_first_line(name: str, text: str) -> None:
    assert load_bytes(b"\xef\xbb\xbf" + text.encode(), name).title


def test_only_its_own_first_line_is_recognised() -> None:
    assert recognises_kialo(Sample("\n" + OLDER))
    for other in ("1. Discussion Title: x", "# Discussion Title: x", "Discussion\nTitle: x", "a"):
        assert not recognises_kialo(Sample(other))


_PIECES = [
    *("1.", "1.1.", "1.1.1.", "1.2.", "2.", "9.9.", " Pro:", " Con:", "Thesis:", "Question:"),
    *("-> See 1.1.", "-> See 1.1.2.", "-> See 9.", "[1]", "[2] ", "Sources:\n", "\nSources:\n[1]"),
    *("Discussion Title:", "Discussion Name:\n", "\\(", "\\", "\n", "\n\n", "\r", "\t", " "),
    *("\x00", "\u2028", "\x85", "\u200b", "\ufeff", "é", "😀", "\ud800", "\x1b[31m", "\u0661."),
    "https://",
]


@pytest.mark.parametrize("original", [OLDER, NEWER], ids=["older", "newer"])
@given(data=st.data())
@examples(100)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(original: str, data: st.DataObject) -> None:
    m = survivor(data.draw(damaged(original, _PIECES)), "kialo")
    assert m is None or m.claims
