"""Text that is safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.model.text import escaped, one_line, paragraphs

_BIDI = "\u061c\u200e\u200f" + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))


@given(st.text(st.characters()))  # halves of surrogate pairs too
@example("\x1b[31m" + _BIDI)
def test_nothing_that_drives_a_terminal_survives(text: str) -> None:
    for shown in (escaped(text), one_line(text), *paragraphs(text)):
        for character in shown:
            assert unicodedata.category(character) not in {"Cc", "Zl", "Zp", "Cs"}
            assert character not in _BIDI
    assert len(paragraphs(text)) == len(text.strip().splitlines())


@given(st.text())
def test_one_line_is_stable_and_normalizes_spaces(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert "  " not in line
    assert line == line.strip(" ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("a\u202eb", r"a\u202eb"),
        ("a\x9bb", r"a\x9bb"),
        ("\x00\x7f", r"\x00\x7f"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud800", r"\ud800"),
        ("[bold] :smile: é 论点 😀", "[bold] :smile: é 论点 😀"),
        ("a\u200db", "a\u200db"),  # joins emoji and Indic letters
    ],
)
def test_the_unprintable_is_escaped_and_the_rest_left(text: str, shown: str) -> None:
    assert escaped(text) == shown
    assert one_line(text) == shown


def test_one_line_normalizes_every_kind_of_line_end() -> None:
    assert one_line("\ta\r\nb\u2028c\x85d\u2029 e\x0bf  g\n") == "a b c d e f g"
    assert one_line(" a ") == "a"
    assert paragraphs("\n a\tb\n\nc \n") == ["a b", "", "c"]
