"""A key given twice: a mistake, and none that hides others or makes up new ones."""

from __future__ import annotations

import json

import pytest

from argmap import InvalidMapError, loads

TWO_OF_ALL = """argmap: 1
claims: {a: A b., b: 3}
claims: {c: C d., a: {text: 4}}
relations: [{from: a, supports: c}]
relations: [{from: b, supports: x}, {from: c, supports: a}]
"""
REPORTED = [
    ("wrong-type", 2),  # b, in the first of two
    ("duplicate-key", 3),
    ("wrong-type", 3),
    ("duplicate-key", 5),
    ("dangling-id", 5),  # x alone: a and c are in the map
]


def reported(text: str, format: str = "yaml") -> list[tuple[str, int]]:
    """Return the code and line of each mistake."""
    with pytest.raises(InvalidMapError) as caught:
        loads(text, format)
    return [(each.code, each.location.line) for each in caught.value.diagnostics]


def test_what_stands_under_both_is_read() -> None:
    assert reported(TWO_OF_ALL) == REPORTED


def test_in_json_too() -> None:
    text = """{"argmap": 1,
"claims": {"a": "A b.", "b": 3},
"claims": {"c": "C d.", "a": {"text": 4}},
"relations": [{"from": "a", "supports": "c"}],
"relations": [{"from": "b", "supports": "x"}, {"from": "c", "supports": "a"}]}"""
    assert reported(text, "json") == REPORTED


def test_a_claim_given_twice_is_reported_once_and_read_twice() -> None:
    text = "argmap: 1\nclaims:\n  a: {txt: A., text: 3}\n  a: {text: A., knd: x}\n"
    assert reported(text) == [("unknown-key", 3), ("duplicate-key", 4), ("unknown-key", 4)]
    body = '{"argmap": 1, "claims": {\n"a": {"txt": "A.", "text": 3},\n'
    assert reported(f'{body}"a": {{"text": "A.", "knd": "x"}}}}}}', "json") == [
        *(("unknown-key", 2), ("duplicate-key", 3), ("unknown-key", 3)),
    ]


def test_json_says_where_the_first_is() -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads('{"argmap": 1,\n"title": "A",\n"title": "B"}', "json")
    (only,) = caught.value.diagnostics
    assert (only.hint, only.location.line) == ("the first is in line 2", 3)


def test_three_times_and_values_of_unlike_types() -> None:
    text = "argmap: 1\nclaims: {a: A b.}\nclaims: [x]\nclaims: {b: 3}\nclaims: {c: 4}\n"
    assert reported(text).count(("duplicate-key", 3)) == 1
    assert ("wrong-type", 4) in reported(text)
    assert ("wrong-type", 5) in reported(text)
    data = json.dumps({"a": [1], "b": 2})[1:-1]
    assert reported(f'{{"argmap": 1, {data}, {data}, "a": {{}}}}', "json").count(
        ("duplicate-key", 1)
    ) == len("aba")


def test_aliases_cannot_make_it_endless() -> None:
    lines = [f"k{n}: {{p: *a, p: *b, q: *b, q: *a}}" for n in range(60)]
    with pytest.raises(InvalidMapError) as caught:
        loads("\n".join(["argmap: 1", "x: &a [1]", "y: &b [2]", *lines]))
    assert caught.value.count == 2 * len(lines) + len(lines) + 2
    same = "argmap: 1\nx: &a [1]\nx: *a\n"
    assert sorted(reported(same)) == [("duplicate-key", 3), ("unknown-key", 3)]
