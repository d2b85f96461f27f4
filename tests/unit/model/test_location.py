"""Offsets to places."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.model import FileText, Location

_lined = st.text(st.sampled_from("ab\r\n\u2028\x85\x0b\x0c é😀"), max_size=30)


@given(_lined)
@example("\r\n\r\r\n")
def test_places_are_those_of_a_naive_count(text: str) -> None:
    file = FileText(text, "f")
    line, column = 1, 1
    for offset in range(len(text) + 1):
        assert file.location(offset) == Location("f", line, column)
        ends = text[offset : offset + 1] == "\n" or (
            text[offset : offset + 1] == "\r" and text[offset + 1 : offset + 2] != "\n"
        )
        line, column = (line + 1, 1) if ends else (line, column + 1)


@given(_lined)
def test_lines_are_those_of_an_editor(text: str) -> None:
    file = FileText(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [file.line(number) for number in range(1, len(lines) + 1)] == lines
    assert file.line(0) == file.line(len(lines) + 1) == ""


def test_a_location_reads_as_editors_take_it() -> None:
    assert str(Location("map.yaml", 3, 14)) == "map.yaml:3:14"
