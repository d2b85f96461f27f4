"""The JSON of Argdown's own tool: what it has in common with the text, and what is lost of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from support import ROOT
from support.damage import damaged, survivor
from support.laws import examples

from argmap import ArgumentMap, InvalidMapError, load, loads
from argmap.formats import Losses, detect

SAMPLE = ROOT / "tests" / "samples" / "night-trains.argdown.json"


def statement(title: str, *texts: str, **entries: Any) -> dict[str, Any]:
    """Return an equivalence class with a member for each text."""
    members = [{"type": "statement", "title": title, "text": text} for text in texts]
    return {"type": "equivalence-class", "title": title, "members": members, **entries}


def part(title: str, role: str, **inference: Any) -> dict[str, Any]:
    """Return a member of a premise-conclusion structure."""
    made = {"inference": {"type": "inference", **inference}} if inference else {}
    return {"type": "statement", "title": title, "role": role, **made}


def relation(kind: str, source: str, target: str, *, of: str = "ee", **more: Any) -> dict[str, Any]:
    """Return a relation; ``of`` has a letter for the type of each end."""
    types = {"e": "equivalence-class", "a": "argument", "i": "inference"}
    ends = {"from": source, "fromType": types[of[0]], "to": target, "toType": types[of[1]]}
    return {"type": "relation", "relationType": kind, **ends, **more}


def export(
    *statements: dict[str, Any],
    arguments: tuple[dict[str, Any], ...] = (),
    relations: tuple[dict[str, Any], ...] = (),
    **top: Any,
) -> str:
    """Return an export as JSON."""
    return json.dumps(
        {
            "arguments": {each["title"]: each for each in arguments},
            "statements": {each["title"]: each for each in statements},
            "relations": list(relations),
            **top,
        }
    )


def read(text: str) -> tuple[ArgumentMap, Losses]:
    """Return the map in an export, and what is lost of it."""
    losses = Losses()
    return loads(text, "argdown-json", "x.json", losses), losses


def sentences(m: ArgumentMap) -> list[str]:
    """Return the relations of a map."""
    return [f"{'+'.join(r.premises)} {r.kind} {r.target}" for r in m.relations.values()]


def test_the_text_and_its_export_are_one_map() -> None:
    text, m = load(SAMPLE.with_suffix("")), load(SAMPLE)
    assert list(m.claims.values()) == list(text.claims.values())
    assert {*m.relations.values()} == {*text.relations.values()}


def test_what_says_nothing_of_what_is_argued_is_minor() -> None:
    losses = Losses()
    load(SAMPLE, losses=losses)
    assert str(losses).endswith("30 colours, 18 places in the Argdown text")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("support", "A supports B"),
        ("entails", "A supports B"),
        ("attack", "A attacks B"),
        ("contrary", "A contradicts B"),
        ("contradictory", "A contradicts B"),
        ("undercut", "A attacks B"),
    ],
)
def test_each_relation(kind: str, expected: str) -> None:
    text = export(statement("A", "a"), statement("B", "b"), relations=(relation(kind, "A", "B"),))
    assert sentences(read(text)[0]) == [expected]
    untyped = text.replace('"fromType": "equivalence-class", ', "")
    assert sentences(read(untyped)[0]) == [expected]


ARGUMENT = {
    "type": "argument",
    "title": "By sea",
    "members": [{"text": "A short form. #t", "tags": ["t"]}],
    "pcs": [
        part("P", "premise"),
        part("Q", "premise"),
        part("M", "intermediary-conclusion", inferenceRules=["one", "two"], data={"uses": [2]}),
        part("C", "main-conclusion"),
    ],
    "tags": ["t"],
}
FOUR = tuple(statement(title, title.lower() * 2) for title in "PQMC")


def test_a_structure_is_its_steps_and_an_undercut_is_on_one() -> None:
    undercut = relation("undercut", "U", "By sea", of="ei", conclusionIndex=2)
    last = relation("undercut", "U", "By sea", of="ei")
    m, losses = read(
        export(*FOUR, statement("U", "u"), arguments=(ARGUMENT,), relations=(undercut, last))
    )
    steps = list(m.relations.values())
    assert [(r.premises, r.target, r.scheme, r.note) for r in steps[:2]] == [
        (("Q",), "M", "one, two", None),
        (("M",), "C", None, "A short form."),
    ]
    assert [(str(r.kind), r.target) for r in steps[2:]] == [
        ("undercuts", steps[0].id),
        ("undercuts", "By-sea"),
    ]
    assert str(losses) == "1 tag of an argument with premises"


def test_wordings_tags_data_and_sections() -> None:
    a = statement("A b", "#x First #(two words) #y", "Second.", "First #(two words)")
    a |= {"tags": ["x", "two words", "y"], "data": {"kind": "thesis", "mystery": 1}, "colour": "no"}
    a["members"][0] |= {"tags": ["x", "two words", "y"], "section": "s2"}
    a["members"][1] |= {"data": {"isCanonical": True, "kind": "other"}, "section": "s1"}
    a["members"][0]["ranges"] = [{"type": "bold"}, {"type": "link", "url": "https://e.org"}]
    inner = {"id": "s2", "title": "Inner", "data": {"isGroup": False}}
    outer = {"id": "s1", "title": "Outer", "color": "#fff", "children": [inner]}
    untitled = statement("Untitled 1", "Just so.")
    untitled["members"][0]["role"] = "top-level-statement"
    m, losses = read(export(a, untitled, sections=[outer], map={"nodes": [{}], "edges": []}))
    first, second = m.claims.values()
    assert (first.id, first.label, first.kind) == ("A-b", "A b", "thesis")
    assert (first.text, first.note) == ("Second.", "Also: First\nAlso: First #(two words)")
    assert first.tags == ("x", "two words", "y", "section: Outer > Inner")
    assert (second.id, second.label) == ("just-so", None)
    assert dict(losses.counts) == {
        "colour": 1,
        "entry": 1,
        "heading with data": 1,
        "emphasis": 1,
        "link": 1,
        "data entry given anew": 1,
        "further section of a statement": 1,
        "node or edge of a drawing": 1,
        "data entry": 1,
    }
    assert "1 entry (colour)" in str(losses)
    assert "1 link (https://e.org)" in str(losses)
    assert losses.notes == ["1 paragraph without title and relation is read as a claim"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[]", "wrong-type", "is an object with arguments, statements and relations, not a list"),
        ("{}", "wrong-type", "not an object without them"),
        (export(statement("A", tags="x")), "wrong-type", "tags must be a list, not text"),
        (export(statement("A", members=[1])), "wrong-type", "0 must be an object, not a number"),
        (export(relations=(relation("support", "A", "B"),)), "dangling-id", "no statement 'A'"),
        (export(relations=(relation("x", "A", "B"),)), "unknown-relation", "no relation 'x'"),
        (
            export(relations=({"relationType": "attack"},)),
            "missing-key",
            "the key 'from' is missing",
        ),
        (
            export(statement("A"), relations=({**relation("attack", "A", "A"), "toType": "x"},)),
            "unknown-type",
            "there is no type 'x' of an end",
        ),
        (
            export(*FOUR, arguments=({**ARGUMENT, "pcs": ARGUMENT["pcs"][:2]},)),
            "syntax",
            "no conclusion at its end",
        ),
        (
            export(
                *FOUR,
                arguments=(ARGUMENT,),
                relations=(relation("undercut", "P", "By sea", of="ei", conclusionIndex=0),),
            ),
            "dangling-id",
            "'By sea' has no such inference",
        ),
        (
            export(
                *FOUR,
                arguments=(ARGUMENT,),
                relations=(relation("attack", "By sea", "P", of="ie"),),
            ),
            "premise-is-relation",
            "not from an inference",
        ),
    ],
)
def test_an_error_is_reported(text: str, code: str, words: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        read(text)
    first = caught.value.diagnostics[0]
    assert first.code == code
    assert words in first.message


def test_what_is_repeated_and_not_the_same_is_counted_and_named() -> None:
    attack = relation("attack", "P", "Q")
    p, *others = FOUR
    p = {**p, "relations": [attack | {"weight": 1}, relation("support", "P", "C")]}
    m, losses = read(
        export(
            p,
            *others,
            arguments=({**ARGUMENT, "members": [{"pcs": [{"title": "Z"}]}]},),
            relations=(attack,),
        )
    )
    assert "P attacks Q" in sentences(m)
    assert dict(losses.counts) == {
        "entry that is repeated otherwise": 5,
        "relation at one end alone": 1,
        "tag of an argument with premises": 1,
    }
    assert "(weight, pcs, title)" in str(losses)
    assert "(P support C)" in str(losses)


def test_a_place_is_that_in_the_json() -> None:
    text = export(statement("A", "a"), statement("B", "b"))
    m = read(text)[0]
    assert m.locations["B"].column == text.index('{"type": "equivalence-class", "title": "B"') + 1


def test_it_is_known_by_its_content() -> None:
    assert detect(export(), "x.json") == "argdown-json"
    assert detect(export(argmap=1), "x.json") == "json"
    assert detect(export(), str(Path("x.argdown.json"))) == "argdown-json"


def test_a_long_run_of_tags_is_gone_through_once() -> None:
    a = statement("A", "#t " * 50_000 + "x" + " #t" * 50_000, tags=["t"])
    a["members"][0]["tags"] = ["t"]
    assert read(export(a))[0].claims["A"].text == "x"


_PIECES = ["{", "}", "[", "]", '"', ",", ":", "null", "1", '"x"', "[]", "{}", "true", "\n", "\\"]


@given(
    damaged(
        export(*FOUR, arguments=(ARGUMENT,), relations=(relation("attack", "P", "Q"),)), _PIECES
    )
)
@examples(150)
def test_a_damaged_export_is_a_map_or_an_error_of_ours(text: str) -> None:
    survivor(text, "argdown-json")


_VALUES: list[Any] = [None, 1, True, "x", [], {}, [1], [{}], {"x": 1}]


@pytest.mark.parametrize("value", _VALUES, ids=str)
def test_any_value_anywhere_is_a_map_or_an_error_of_ours(value: Any) -> None:
    """Each entry of an export in turn has a value of another type."""
    undercut = relation("undercut", "P", "By sea", of="ei", conclusionIndex=2)
    whole = json.loads(export(*FOUR, arguments=(ARGUMENT,), relations=(undercut,), sections=[{}]))
    whole |= {"map": {"nodes": [{}], "edges": []}, "tags": {"t": {"color": "#fff"}}}
    whole["arguments"]["By sea"]["members"][0]["ranges"] = [{"type": "link", "url": "x"}]
    waiting: list[Any] = [whole]
    while waiting:
        body = waiting.pop()
        for key in list(body if isinstance(body, dict) else range(len(body))):
            before, body[key] = body[key], value
            survivor(json.dumps(whole), "argdown-json")
            body[key] = before
            if isinstance(before, dict | list):
                waiting.append(before)
