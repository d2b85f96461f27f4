"""The schema and the reader accept and refuse the same documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.laws import examples
from support.semantics import GRADUAL, QUALITATIVE
from support.strategies import argument_maps

from argmap import ArgumentMap, InvalidMapError, load, loads
from argmap.documents.document import value_of
from argmap.documents.fields import TOP_KEYS
from argmap.documents.json_schema import NOT_SAID, json_schema
from argmap.documents.yaml_document import read_document
from argmap.formats.native.yaml import generate_yaml
from argmap.model import FileText
from argmap.model.losses import Losses
from argmap.model.plain import plain_map

SCHEMA = Draft202012Validator(json_schema(QUALITATIVE, GRADUAL))

# Rules that the schema says in part: what is left over is in EXCEPTIONS, one by one.
IN_PART = {"duplicate-premise", "duplicate-expectation"}
BUT_FOR_ONE_CASE = {"out-of-range", "version", "wrong-type", "bad-id"}
NOT_AT_ALL = set(NOT_SAID) - IN_PART - BUT_FOR_ONE_CASE


def codes(document: Any) -> set[str]:
    """Return the codes of what the reader finds wrong, none for a map."""
    try:
        loads(json.dumps(document), "json")
    except InvalidMapError as error:
        return {diagnostic.code for diagnostic in error.diagnostics}
    return set()


def places(document: Any) -> list[tuple[Any, Any]]:
    """Return every container of a document with a key or index in it, the outermost first."""
    found: list[tuple[Any, Any]] = []
    todo = [document]
    while todo:
        container = todo.pop()
        steps = list(container) if isinstance(container, dict) else range(len(container))
        for step in steps:
            found.append((container, step))
            if isinstance(container[step], dict | list):
                todo.append(container[step])
    return found


def plain_values(value: Any) -> Any:
    """Return a document of the YAML reader as JSON has it."""
    if isinstance(value, dict):
        return {key: plain_values(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain_values(each) for each in value]
    return value_of(value)


# No range that runs backwards: see cases.
values: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, False, 0, 1, 2, -1, 7, 0.5, 1.5, -0.1, 10**9, 10**30, 1e300),
        *("", " ", "\u2003", "\x1c", "\x85", "\ufeff", "a", "a b", "a\n", "\ta", "a\u200b", "1.0"),
        *("3", "4-5", "4-5\n", "4-", "12345678901", "\u0663", "x\x00", "null"),
        *("4 \u2013 5", "1 2", "1, 2", "a;", "-3", "1-2-3", "12345678901-2", "n" * 101, 3.0),
        *([], [[]], ["a"], ["a", "a"], ["a", "b"], [" "], [3, "4-5"], [None], {}),
        *({"a": 1}, {"text": "a"}, {"strengths": {}}, {"from": "a", "supports": "b"}),
        *({"in": "a"}, [{"strengths": {"a": 1}, "tolerance": 0}], [{}]),
    ]
)
keys = st.sampled_from(
    [
        *("", " ", "a", "a b", "text", "label", "at", "id", "from", "note", "argmap", "claims"),
        *("supports", "attacks", "contradicts", "restates", "undercuts", "in", "out", "tolerance"),
        *(
            "strengths",
            "grounded",
            "df-quad",
            "relations",
            "expect",
            "source",
            "voices",
            "tags",
            "ignore",
        ),
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> Any:
    """Draw a map as a document, some of it in the short forms."""
    document = json.loads(json.dumps(plain_map(draw(argument_maps(4, 4)))))
    for container, step in places(document):
        value = container[step]
        if isinstance(value, list) and len(value) == 1 and step in {"from", "at", "tags", "in"}:
            container[step] = value[0] if draw(st.booleans()) else value
        elif container is document["claims"] and set(value) == {"text"} and draw(st.booleans()):
            container[step] = value["text"]
    return document


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """Draw a map that is changed in one place, which may leave it a map."""
    document = draw(documents())
    container, step = draw(st.sampled_from(places(document)))
    change = draw(st.sampled_from(["replace", "remove", "add", "rename"]))
    if isinstance(container, list):
        if change == "remove":
            del container[step]
        elif change == "add":
            container.insert(step, draw(values))
        else:
            container[step] = draw(values)
    elif change in {"replace", "remove"}:
        container[step] = draw(values)
        if change == "remove":
            del container[step]
    else:
        value = container.pop(step) if change == "rename" else draw(values)
        container.setdefault(draw(keys), value)
    return document


@given(documents())
@examples(40)
def test_every_map_fits(document: Any) -> None:
    assert codes(document) == set()
    assert not list(SCHEMA.iter_errors(document))


@given(argument_maps(4, 4))
@examples(40)
def test_every_map_fits_as_yaml(argument_map: ArgumentMap) -> None:
    text = generate_yaml(argument_map, Losses())
    document = plain_values(read_document(FileText(text)).value)
    assert not list(SCHEMA.iter_errors(document))


@given(damaged())
@examples(150)
def test_what_is_damaged_is_judged_alike(document: Any) -> None:
    found = codes(document)
    fits = SCHEMA.is_valid(document)
    if found <= NOT_AT_ALL:
        assert fits, list(SCHEMA.iter_errors(document))
    elif not found <= NOT_AT_ALL | IN_PART:
        assert not fits, found


def cases() -> Iterator[tuple[str, str]]:
    """Yield maps that only the reader refuses, by the code it gives."""
    two = "argmap: 1\nclaims: {a: A, b: B, '1': C}\nrelations:\n"
    yield "wrong-type", "argmap: 1\nsource: {date: 1859.0}"
    yield "dangling-id", two + "  - {from: a, supports: z}"
    yield "duplicate-id", two + "  - {from: a, supports: b}\n  - {from: a, attacks: b}"
    yield "premise-is-relation", two + "  - {from: a, supports: b}\n  - {from: a/b, supports: b}"
    yield "undercuts-claim", two + "  - {from: a, undercuts: b}"
    yield "target-is-relation", two + "  - {from: a, supports: b}\n  - {from: b, attacks: a/b}"
    yield "answers-claim", two + "  - {from: a, answers: b}"
    asked = "argmap: 1\nclaims: {q: {text: Q, kind: question}}\n"
    yield "expected-is-question", asked + "expect: {grounded: {in: q}}"
    step = two + "  - {from: a, supports: b}\n"
    yield "cannot-raise", two + "  - {from: a, supports: b, raises: q}"
    yield "no-step", step + "  - {from: a, attacks: '1', raises: q}"
    yield "no-step", step + "  - {from: a, attacks: '1', raises: {step: a/b, question: q}}"
    several = step + "  - {from: a, attacks: '1'}\n"
    yield "ambiguous-step", several + "  - {from: b, attacks: a, raises: q}"
    scheme = "argmap: 1\nschemes: {s: {questions: {q: {text: Why?, attacks: r}}}}"
    yield "unknown-role", scheme
    yield "self-relation", two + "  - {from: a, contradicts: a}"
    yield "duplicate-premise", two + "  - {from: [1, '1'], supports: a}"
    yield "bad-id", two + "  - {from: , supports: a}"
    relation = two + "  - {from: a, supports: b}\n"
    yield "expected-is-relation", relation + "expect: {grounded: {in: a/b}}"
    yield "duplicate-expectation", relation + "expect: {grounded: {in: a, out: a}}"
    yield "out-of-range", "argmap: 1\nclaims: {a: {text: A, at: 5-4}}"
    yield "version", "argmap: 1.0"
    yield "duplicate-key", "argmap: 1\nclaims: {a: A, a: A}"


@pytest.mark.parametrize(("code", "text"), list(cases()))
def test_what_the_schema_says_it_cannot_say(code: str, text: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text)
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} == {code}
    assert SCHEMA.is_valid(plain_values(read_document(FileText(text)).value))


_TWO = {"a": "A", "b": "B", "c": "C"}


@pytest.mark.parametrize(
    ("code", "document"),
    [
        ("missing-key", {}),
        ("version", {"argmap": 2}),
        ("unknown-key", {"argmap": 1, "claim": {}}),
        ("missing-key", {"argmap": 1, "claims": {"a": {"label": "A"}}}),
        ("bad-id", {"argmap": 1, "claims": {"a\n": "A"}}),
        ("out-of-range", {"argmap": 1, "claims": {"a": {"text": "A", "weight": 2}}}),
        ("wrong-type", {"argmap": 1, "claims": {"a": {"text": "A", "at": "3\n"}}}),
        ("wrong-type", {"argmap": 1, "claims": {"a": {"text": "A", "ignore": ["island"]}}}),
        ("empty-list", {"claims": _TWO, "relations": [{"from": [], "supports": "a"}]}),
        ("missing-key", {"claims": _TWO, "relations": [{"from": "a"}]}),
        (
            "two-verbs",
            {"claims": _TWO, "relations": [{"from": "a", "supports": "b", "attacks": "c"}]},
        ),
        (
            "linked-symmetric",
            {"claims": _TWO, "relations": [{"from": ["a", "b"], "restates": "c"}]},
        ),
        (
            "duplicate-premise",
            {"claims": _TWO, "relations": [{"from": ["a", "a"], "supports": "c"}]},
        ),
        ("duplicate-expectation", {"claims": _TWO, "expect": {"grounded": {"in": ["a", "a"]}}}),
        ("unknown-semantics", {"claims": _TWO, "expect": {"grounding": {"in": "a"}}}),
        ("missing-key", {"claims": _TWO, "expect": {"df-quad": [{"tolerance": 0}]}}),
    ],
)
def test_what_both_refuse(code: str, document: dict[str, Any]) -> None:
    whole = {"argmap": 1, **document} if "claims" in document else document
    assert codes(whole) == {code}
    assert not SCHEMA.is_valid(whole)


def test_each_rule_it_cannot_say_has_a_case() -> None:
    assert {code for code, _ in cases()} == set(NOT_SAID) - {"syntax"}


def test_it_has_every_key_of_a_map() -> None:
    assert set(json_schema(QUALITATIVE, GRADUAL)["properties"]) == set(TOP_KEYS)


def test_it_is_a_schema_and_explains_every_key() -> None:
    schema = json_schema(QUALITATIVE, GRADUAL)
    Draft202012Validator.check_schema(schema)
    for container, step in places(schema):
        if step == "properties" and "additionalProperties" in container:
            for key, value in container[step].items():
                name = value.get("$ref", "#/$defs/text").rsplit("/", 1)[1]
                assert "description" in {**schema["$defs"][name], **value}, key


def test_the_bundled_map_fits() -> None:
    assert SCHEMA.is_valid(json.loads(json.dumps(plain_map(load()))))
