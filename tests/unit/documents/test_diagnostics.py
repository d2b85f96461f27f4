"""The errors of a text, found in any order: the first are reported, all are counted."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.documents.diagnostics import REPORTED_AT_MOST, Diagnostics
from argmap.model import FileText, InvalidMapError

FILE = FileText("a line\n" * 40, "a.yaml")
OFFSETS = st.lists(st.integers(0, len(FILE.text)), max_size=2 * REPORTED_AT_MOST)


def raised(diagnostics: Diagnostics) -> InvalidMapError:
    with pytest.raises(InvalidMapError) as caught:
        diagnostics.raise_any()
    return caught.value


def test_nothing_is_raised_without_an_error() -> None:
    Diagnostics(FILE).raise_any()


@given(OFFSETS.filter(bool))
@example([*range(120, 0, -1)])  # more than are drawn as a rule, from the last to the first
@example([7] * 60 + [*range(60)])
def test_the_errors_that_stand_first_are_reported(offsets: list[int]) -> None:
    diagnostics = Diagnostics(FILE)
    for number, offset in enumerate(offsets):
        diagnostics.add(offset, "syntax", f"{number}")
    error = raised(diagnostics)
    in_order = sorted(range(len(offsets)), key=lambda number: offsets[number])
    listed, others = in_order[:REPORTED_AT_MOST], in_order[REPORTED_AT_MOST:]
    assert error.count == diagnostics.count == len(offsets)
    assert [each.message for each in error.diagnostics if each.code == "syntax"] == [
        str(number) for number in listed
    ]
    if others:
        last = error.diagnostics[-1]
        word = "error" if len(others) == 1 else "errors"
        assert last.message == f"{len(others)} more {word}, the first of them here"
        assert (last.code, last.location) == ("more-errors", FILE.location(offsets[others[0]]))


@given(OFFSETS, OFFSETS.filter(bool), st.integers(0, len(FILE.text)))
@example([*range(80, 0, -1)], [*range(80, 0, -1)], 30)
def test_errors_of_a_part_are_those_of_the_whole(
    whole: list[int], part: list[int], start: int
) -> None:
    rest = FileText(FILE.text[start:])
    part = [offset % (len(rest.text) + 1) for offset in part]
    inner, outer, expected = Diagnostics(rest), Diagnostics(FILE), Diagnostics(FILE)
    for offset in part:
        inner.add(offset, "syntax", "inner")
    outer.add_part(raised(inner), start)
    for offset in part:
        expected.add(start + offset, "syntax", "inner")
    for offset in whole:
        outer.add(offset, "syntax", "outer")
        expected.add(offset, "syntax", "outer")
    assert raised(outer).diagnostics == raised(expected).diagnostics
    assert outer.count == expected.count


def test_a_hint_is_made_only_for_what_may_be_reported() -> None:
    asked: list[int] = []

    def hint(number: int) -> str:
        asked.append(number)
        return f"hint {number}"

    diagnostics = Diagnostics(FILE)
    for number in range(3 * REPORTED_AT_MOST):
        diagnostics.add(number, "syntax", "wrong", partial(hint, number))
    assert asked == list(range(REPORTED_AT_MOST + 1))
    assert raised(diagnostics).diagnostics[7].hint == "hint 7"
