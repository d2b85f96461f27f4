"""The line of a place and the caret under it: as wide as a terminal, and the caret where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap import InvalidMapError, loads
from argmap.model import FileText
from argmap.model.location import Location
from argmap.views.checks import summary, unread_report
from argmap.views.diagnostics import error_rows, excerpt_rows
from argmap.views.rows import plain


def excerpt(line: str, column: int, label: str = "") -> list[str]:
    """Return what is shown of a place in the second of three lines."""
    file = FileText(f"one\n{line}\nthree\n", "a.yaml")
    return list(plain(excerpt_rows(file, Location("a.yaml", 2, column), label)))


def test_a_line_that_fits_is_shown_whole() -> None:
    line = "  a: " + "x" * 67
    assert excerpt(line, 3) == [f"    {line}", "      ^"]


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("x" * 80, 1, "x" * 69 + "..."),
        ("y" * 80 + "x", 81, "..." + "y" * 37 + "x"),
        ("y" * 80 + "x" * 80, 81, "..." + "y" * 37 + "x" * 29 + "..."),
        ("漢" * 40 + "x" * 80, 41, "..." + "漢" * 18 + "x" * 30 + "..."),
    ],
)
def test_of_a_long_line_what_is_around_the_place(line: str, column: int, shown: str) -> None:
    first, second = excerpt(line, column)
    assert first == f"    {shown}"
    assert shown[len(shown) - len(shown.lstrip(".y漢")) :].startswith("x")
    assert len(second) == 5 + cell_len(shown[: shown.index("x")])


def test_a_label_that_the_line_has_is_not_said_again() -> None:
    assert excerpt("  a: Text of it.", 3, "Text of it.")[1] == "      ^"
    assert excerpt("  a:", 3, "Text of it.")[1] == "      ^ Text of it."


def test_a_blank_line_and_one_that_is_not_there_show_nothing() -> None:
    assert excerpt("   ", 2) == []
    file = FileText("one", "a.yaml")
    assert list(excerpt_rows(file, Location("a.yaml", 7, 1))) == []


@given(st.text("ab 漢é\t\x1b\u202e", max_size=200), st.integers(1, 220))
def test_it_is_never_wider_than_a_terminal(line: str, column: int) -> None:
    for shown in excerpt(line, column):
        assert cell_len(shown) <= 76
        assert shown.isprintable()


@given(st.text("ab\r\n", max_size=30), st.integers(0, 30), st.integers(0, 9), st.integers(0, 9))
def test_around_a_place_is_what_the_line_has_there(
    text: str, offset: int, before: int, after: int
) -> None:
    file = FileText(text)
    place = file.location(min(offset, len(text)))
    line = file.line(place.line)
    at = min(place.column - 1, len(line))
    left, right = file.around(place, before, after)
    assert left.rstrip("\r\n") == line[max(place.column - 1 - before, 0) : at]
    assert right == line[at : at + after]


def test_errors_that_are_too_many_to_be_listed_are_counted() -> None:
    claims = "".join(f"  c{number}: 3\n" for number in range(60))
    with pytest.raises(InvalidMapError) as caught:
        loads(f"argmap: 1\nclaims:\n{claims}", name="a.yaml")
    assert list(plain(error_rows(caught.value)))[-1] == "60 errors in a.yaml"
    assert summary([unread_report(caught.value)]).startswith("60 errors in a.yaml")
