"""What a place is: a number, a range or a name; and what is none."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.laws import examples
from support.strategies import PLACE_NAMES, places

from argmap import InvalidMapError, Passage, dumps, loads
from argmap.documents.places import PLACE_PATTERN, read_place, read_places
from argmap.documents.unfit import UnfitError
from argmap.model.claim import Place, place_order
from argmap.model.text import one_line

NUMBERS = {
    "0": (0, 0),
    "3": (3, 3),
    "007": (7, 7),
    "999999999": (999_999_999, 999_999_999),
    "4-5": (4, 5),
    "4 - 5": (4, 5),
    "4–5": (4, 5),
    "4 — 5": (4, 5),
    "4\N{MINUS SIGN}5": (4, 5),
    "4\N{NON-BREAKING HYPHEN}5": (4, 5),
    "7-7": (7, 7),
    "01-02": (1, 2),
}
NONE = {
    "5-4": "runs backwards",
    "5 – 4": "runs backwards",
    "10-9": "runs backwards",
    "1234567890": "at most",
    "1-1234567890": "at most",
    "1234567890 – 2": "at most",
    "": "empty",
    " ": "empty",
    "\u2003": "empty",
    "\n": "empty",
    "1, II.4": "several",
    "1;2": "several",
    "a,b": "several",
    "1 2": "several",
    "1 4-5 7": "several",
    "II.4\nII.5": "several",
    ",": "several",
    "-3": "dash",
    "4-": "dash",
    "–": "dash",
    " II.4": "white space",
    "p. 3\u00a0": "white space",
    "a\x07b": "control",
    "a\tb": "control",
    "a\u202eb": "control",
    "\ufeffa": "control",
    "n" * 101: "at most 100",
}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_or_range_is_one_however_it_is_typed(text: str) -> None:
    assert read_place(text) == Passage(*NUMBERS[text])
    assert read_places(f"II.4, {text}") == ("II.4", Passage(*NUMBERS[text]))
    assert loads(f'argmap: 1\nclaims: {{a: {{text: A, at: "{text}"}}}}\n').claims["a"].passages


@pytest.mark.parametrize("text", PLACE_NAMES)
def test_anything_else_is_a_name_as_it_is_spelled(text: str) -> None:
    assert read_place(text) == text
    assert read_places(f" {text} ;\n7") == (text, Passage(7, 7))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_place_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(UnfitError, match=NONE[text]) as caught:
        read_place(text)
    assert caught.value.code in {"wrong-type", "out-of-range"}


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": 1}, -1, -0.5, 10**9, float("nan")])
def test_what_is_neither_text_nor_a_number_that_counts_is_refused(value: Any) -> None:
    with pytest.raises(UnfitError, match=r"^must "):
        read_place(value)


@pytest.mark.parametrize("format", ["yaml", "json"])
@pytest.mark.parametrize("written", ["1.10", "3.0", "0.50", "1e3", "2.0e1"])
def test_a_number_with_a_fraction_is_a_name_and_keeps_its_zeros(written: str, format: str) -> None:
    text = f'{{"argmap": 1, "claims": {{"a": {{"text": "A", "at": [{written}, 2]}}}}}}'
    m = loads(text, format)
    assert m.claims["a"].at == (written, Passage(2, 2))
    assert loads(dumps(m, format), format) == m


def test_each_error_in_a_list_of_places_has_its_place_in_the_file() -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads('argmap: 1\nclaims:\n  a: {text: A, at: [II.4, 5-4, "1, 2", 3]}\n')
    assert [each.location[1:] for each in caught.value.diagnostics] == [(3, 27), (3, 32)]


_ANYTHING = (
    st.text(max_size=12)
    | st.text("0123456789 -–,;.a\n", max_size=14)
    | st.text("0123456789 -", min_size=8, max_size=30)
)
_IS_PLACE = Draft202012Validator({"type": "string", "pattern": rf"{PLACE_PATTERN}(?!\n)"})


def judged(text: str) -> tuple[Place | None, str | None]:
    """Return the place in a text, or else the code of its error."""
    try:
        return read_place(text), None
    except UnfitError as unfit:
        return None, unfit.code


@given(_ANYTHING)
@example("3\n")
@example("\x85")
@examples(400)
def test_a_text_is_a_place_for_the_schema_too_and_is_read_as_it_is_shown(text: str) -> None:
    place, code = judged(text)
    assert _IS_PLACE.is_valid(text) is (code in {None, "out-of-range"})
    if place is None:
        return
    assert read_place(str(place)) == place
    assert read_places(str(place)) == (place,)
    if isinstance(place, str):
        assert place == text
        assert not re.fullmatch(r"[0-9]+(\s*-\s*[0-9]+)?", place)
        assert "\n" not in one_line(place)


@given(st.lists(places, min_size=1, max_size=5), st.sampled_from([",", ", ", "; ", "\n", " ;"]))
@examples(100)
def test_places_in_one_text_are_read_back(found: list[Place], by: str) -> None:
    assert read_places(by.join(map(str, found))) == tuple(found)


@given(st.lists(places, max_size=6))
@examples(100)
def test_places_have_an_order_numbers_first(found: list[Place]) -> None:
    ordered = sorted(found, key=place_order)
    numbers = [place for place in found if isinstance(place, Passage)]
    assert ordered[: len(numbers)] == sorted(numbers)


def test_the_numbers_in_names_are_in_order() -> None:
    names = ["p. 26", "II.10", "p. 3", "12:30", "II.4", "9:05"]
    assert sorted(names, key=place_order) == ["9:05", "12:30", "II.4", "II.10", "p. 3", "p. 26"]
