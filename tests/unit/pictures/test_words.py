"""Words in a picture: how wide they are taken to be, where lines end, and that they are text."""

from __future__ import annotations

import pytest

from argmap.pictures.words import (
    cell,
    evenly_wrapped,
    font,
    is_right_to_left,
    lines_markup,
    markup,
    paragraph,
    table,
    width,
    wrapped,
)


@pytest.mark.parametrize(
    ("sign", "em"),
    [("i", 0.37), ("m", 0.95), ("A", 0.68), ("7", 0.68), ("a", 0.6), ("é", 0.65), ("漢", 1.05)],
)
def test_letters_have_their_widths(sign: str, em: float) -> None:
    assert width(sign, 10) == pytest.approx(em * 10)
    assert width(sign * 3, 10) == pytest.approx(em * 30)


def test_marks_take_no_room_of_their_own() -> None:
    assert width("e\u0301", 10) == width("e", 10)
    assert width("→", 1) == pytest.approx(0.95)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one", ["one"]),
        ("well-known words", ["well-", "known", "words"]),
        ("abcdefghijklmnop", ["abcdefg", "hijklmno", "p"]),
        ("漢字漢字漢字", ["漢字漢字", "漢字"]),
        ("漢字漢字。漢", ["漢字漢", "字。漢"]),  # no line begins with a closing sign
        ("", []),
    ],
)
def test_where_lines_end(text: str, lines: list[str]) -> None:
    assert wrapped(text, 45, 10) == lines


def test_lines_are_about_equally_long() -> None:
    text = "one two three four five six seven eight nine"
    assert wrapped(text, 200, 10) == ["one two three four five six seven eight", "nine"]
    assert evenly_wrapped(text, 200, 10) == ["one two three four five", "six seven eight nine"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", False), ("שלום", True), ("123 مرحبا", True), ("123", False), ("a שלום", False)],
)
def test_a_text_runs_as_its_first_letter_does(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_right_to_left(text) is expected
    assert ('align="right"' in paragraph(text, 100, 10, "#000000")) is expected


def test_text_is_text() -> None:
    assert markup('<b>&amp; "\\N\\"\n') == "&lt;b&gt;&amp;amp; &quot;\\\\N\\\\&quot;"
    assert lines_markup(["a", "b<"]) == 'a<br align="left"/>b&lt;<br align="left"/>'
    assert font("x", 9.5, "#111111") == '<font point-size="9.5" color="#111111">x</font>'


def test_tables_have_no_lines_but_those_asked_for() -> None:
    settings = 'border="1" cellborder="0" cellspacing="0" cellpadding="0"'
    assert table("<tr></tr>", border=1) == f"<table {settings}><tr></tr></table>"
    assert cell("x", width=3, height=None) == '<td width="3">x</td>'
