"""What is not YAML is reported once, at the place that a person has to mend, with its cause."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT
from support.damage import damaged
from support.laws import examples
from support.layouts import Page, pages
from support.strategies import argument_maps
from support.traps import BLOCK, FLOW, LINES, MEANINGS, Trap, first_errors, in_places

from argmap import ArgumentMap, dumps, loads
from argmap.analysis.checks import check_map
from argmap.documents.yaml_causes import cause

COMMENTED = (ROOT / "tests/functional/maps/commented.yaml").read_text(encoding="utf-8")
PIECES = [
    *("*x", "&x ", "[", "]", "{", "}", "!!int ", "! ", "---\n", "...\n", "%YAML 9\n", "? ", "|"),
    *(">", "\t", "\ufeff", "\u00a0", "<<: ", "<<<<<<< ", ": ", " #", "'", '"', "\\", "\r", "\n"),
    *("-", "- ", ",", "：", "，", "“", "@", "\n  ", "\n - ", "text", "from: "),
]


@pytest.mark.parametrize("place", list(dict.fromkeys(name for name, _ in in_places())))
def test_a_trap_is_named_wherever_a_text_stands(place: str) -> None:
    for name, trap in in_places():
        if name == place:
            check(trap)


@pytest.mark.parametrize("words", list(dict.fromkeys(trap.words for trap in (*LINES, *MEANINGS))))
def test_a_line_that_is_none_is_named(words: str) -> None:
    for trap in (*LINES, *MEANINGS):
        if trap.words == words:
            check(trap)


def check(trap: Trap) -> None:
    errors = first_errors(trap.text)
    assert len(errors) == 1, (trap.text, errors)
    line, column, words = errors[0]
    assert (line, column) == trap.place, words
    assert trap.words in words


def test_the_traps_are_read_without_their_signs() -> None:
    """The places of the table are valid: it is the trap that is reported."""
    for places in (BLOCK, FLOW):
        for template in places.values():
            assert not first_errors(template.replace("%s", "Rain is wet"))


@given(pages())
@examples(60)
def test_no_cause_is_found_in_a_map_that_is_right(page: Page) -> None:
    for text in (page.text, dumps(page.argument_map)):
        found = cause(text, len(text))
        assert found is None, found


@given(argument_maps(min_claims=2, max_relations=4), st.data())
@examples(400)
def test_the_first_error_is_in_the_line_that_was_spoilt(
    m: ArgumentMap, data: st.DataObject
) -> None:
    lines = dumps(m).split("\n")
    spoilt = [
        (number, spoiled)
        for number, line in enumerate(lines)
        for pattern, by in SPOILT
        if (spoiled := re.sub(pattern, by, line, count=1)) != line
    ]
    number, line = data.draw(st.sampled_from(spoilt))
    text = "\n".join([*lines[:number], line, *lines[number + 1 :]])
    errors = first_errors(text)
    if errors:
        assert errors[0][0] == number + 1, f"{text!r} {errors}"
    else:
        read = loads(text)
        assert read == m or check_map(read, ["misread-text"]).findings, (
            f"{line!r} is read as something else"
        )


def test_a_quote_that_ends_in_a_key_of_another_line_was_never_closed() -> None:
    text = 'argmap: 1\nclaims:\n  a: "no\n  b": B.\n'
    ((line, column, words),) = first_errors(text)
    assert (line, column) == (3, 6)
    assert "never closed" in words


@pytest.mark.parametrize(
    "claim",
    [
        "  a: |2\n      Apples\n    fall\n",
        "  a: {text: Apples.,\n  at: 1}\n",
        "  a: {text: Apples., # see [1\n    at: 1}\n",
        "  a: {text: Apples., # all of them, too\n    at: 1}\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_no_cause_is_found_in_a_rare_layout(claim: str, line_end: str) -> None:
    """An error further down is reported, and not what is right above it."""
    text = "argmap: 1\nclaims:\n  b: Benches.\n" + claim + "relation: []\n"
    assert cause(text.replace("\n", line_end), len(text)) is None
    ((line, *_),) = first_errors(text)
    assert line == text.count("\n")


@given(damaged(COMMENTED, PIECES))
@examples(200)
def test_a_cause_is_looked_for_in_any_text(text: str) -> None:
    found = cause(text, len(text))
    assert found is None or 0 <= found.offset <= len(text)


# What spoils a line of the layout that maps are written in.
SPOILT = [
    (r"^( {4}text: )(\w)", r'\1"\2'),  # a quote that is never closed
    (r"^( {4}text: )\"(.*)\"$", r'\1"\2'),
    (r"^( {4}text: )(?=\w)", r"\1@"),
    (r"^( {4}text: )(?=\w)", r"\1Two: "),
    (r"^( {4}text: )(?=\w)", r"\1[sic] "),
    (r"^( {4}text: )(?=\w)", r"\1*of "),
    (r"^( {4}text): (?=\w)", r"\1 "),
    (r"^( {4}text): (?=\w)", r"\1："),
    (r"^( {4}text): (?=\w)", r"\1:"),
    (r"^( {4})(?=text: )", r"     "),
    (r"^( {4})(?=(label|kind|note): )", r"     "),
    (r"^( {4})(?=(label|kind|note): )", "\t"),
    (r"^( {4})(?=(label|kind|note): )", "\u00a0   "),
    (r"^(  - \{.*)\}$", r"\1"),
    (r"^(  - \{.*\})$", r"\1}"),
    (r"^(  )- (?=\{)", r"\1"),
    (r"^(  )- (?=\{)", r"\1-"),
    (r"^(  - \{from): ", r"\1:"),
]
