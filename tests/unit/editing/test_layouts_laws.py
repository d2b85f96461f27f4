"""What an edit makes of comments, line ends, anchors and tags, and what it refuses and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, InvalidMapError, Relation, RelationKind, loads
from argmap.editing.changes import (
    Change,
    with_claim,
    with_fields,
    with_name,
    with_relation,
    without,
)
from argmap.editing.file import open_map
from argmap.editing.rewriting import rewritten

Edit = Callable[[ArgumentMap], Change]


def put(**fields: object) -> Edit:
    return lambda argument_map: with_fields(argument_map, "b", fields)


def less(*ids: str) -> Edit:
    return lambda argument_map: without(argument_map, ids)


def named(old: str, new: str) -> Edit:
    return lambda argument_map: with_name(argument_map, old, new)


def more(claim_id: str, after: str | None = None) -> Edit:
    return lambda argument_map: with_claim(argument_map, Claim(claim_id, "New."), after=after)


def linked(argument_map: ArgumentMap) -> Change:
    return with_relation(argument_map, Relation("a/b", RelationKind.SUPPORTS, ("a",), "b"))


FLOW = """\
argmap: 1
claims: {
  # about a
  a: A.,  # c1
  # about b
  b: {text: B., label: L, tags: [x,  # c2
      y]},  # c3
  c: C.  # c4
  # at last
}  # c5
"""
DASHED = """\
argmap: 1
claims:
  b:  # c1
    tags:  # c2
      # about x
      - x  # c3
      - y  # c4
    text: >-  # c5
      B.
    # about nothing
"""
COMMA_FIRST = """\
argmap: 1
claims:
  { a: A.  # c1
  , b: B.  # c2
  , c: C.  # c3
  }
"""

CASES: dict[str, tuple[str, Edit, str]] = {
    "the middle of brackets goes": (
        FLOW,
        less("b"),
        FLOW.replace("  b: {text: B., label: L, tags: [x,  # c2\n      y]},  # c3\n", ""),
    ),
    "the end of brackets goes": (
        FLOW,
        less("c"),
        FLOW.replace("y]},  # c3\n  c: C.  # c4\n", "y]}  # c3\n"),
    ),
    "an entry that shares its lines goes": (
        FLOW,
        put(tags=()),
        FLOW.replace(", tags: [x,  # c2\n      y]}", "}"),
    ),
    "a new entry in brackets": (
        FLOW,
        more("m", "a"),
        FLOW.replace("A.,  # c1\n", "A.,  # c1\n  m: New.,\n"),
    ),
    "a new last entry in brackets": (
        FLOW,
        more("m"),
        FLOW.replace("C.  # c4\n", "C.,  # c4\n  m: New.\n"),
    ),
    "a field in an entry that shares its lines": (
        FLOW,
        put(kind="k"),
        FLOW.replace("label: L", "label: L, kind: k"),
    ),
    "all in brackets goes": (
        FLOW,
        less("a", "b", "c"),
        "argmap: 1\nclaims: {\n  # about a\n  # about b\n  # at last\n}  # c5\n",
    ),
    "all in brackets without a remark goes": (
        "argmap: 1\nclaims: { a: A., b: B., }\n",
        less("a", "b"),
        "argmap: 1\nclaims: {}\n",
    ),
    "commas come first": (COMMA_FIRST, less("b"), COMMA_FIRST.replace("  , b: B.  # c2\n", "")),
    "commas come first and the last goes": (
        COMMA_FIRST,
        less("c"),
        COMMA_FIRST.replace("  , c: C.  # c3\n", ""),
    ),
    "an item with a dash is changed": (
        DASHED,
        put(tags=("x", "z", "w")),
        DASHED.replace("- y  # c4\n", "- z  # c4\n      - w\n"),
    ),
    "an item with a dash goes": (DASHED, put(tags=("y",)), DASHED.replace("      - x  # c3\n", "")),
    "an item with a dash comes first": (
        DASHED,
        put(tags=("w", "x", "y")),
        DASHED.replace("      - x  # c3", "      - w\n      - x  # c3"),
    ),
    "a block has a remark": (
        DASHED,
        put(text="Other."),
        DASHED.replace("      B.\n", "      Other.\n"),
    ),
    "a block becomes a line": (
        DASHED,
        put(text="Two  spaces."),
        DASHED.replace(">-  # c5\n      B.\n", "Two  spaces.  # c5\n"),
    ),
    "the short form of a block": (
        "argmap: 1\nclaims:\n  b: >-  # c\n    B.\n    more\n",
        put(label="L"),
        "argmap: 1\nclaims:\n  b:\n    text: >-  # c\n      B.\n      more\n    label: L\n",
    ),
    "the short form on a line of its own": (
        "argmap: 1\nclaims:\n  b:  # c1\n    # c2\n    B.  # c3\n",
        put(label="L"),
        "argmap: 1\nclaims:\n  b:  # c1\n    # c2\n    text: B.  # c3\n    label: L\n",
    ),
    "a key with a question mark": (
        "argmap: 1\nclaims:\n  ? b # note: x\n  : # c\n    label: L\n    text: B.\n  ? c\n  : C.\n",
        put(label=None, note="It is."),
        (
            "argmap: 1\nclaims:\n  ? b # note: x\n  : # c\n    text: B.\n    note: It is.\n"
            "  ? c\n  : C.\n"
        ),
    ),
    "the first field in the line of a colon": (
        "argmap: 1\nclaims:\n  ? b\n  : label: L\n    text: B.\n",
        put(label=None),
        "argmap: 1\nclaims:\n  ? b\n  : text: B.\n",
    ),
    "all in the line of a colon goes": (
        (
            "argmap: 1\nclaims: {b: B.}\n? relations\n: - {from: b, supports: b}\n"
            "  - {from: b, attacks: b, id: r}\n"
        ),
        less("b/b", "r"),
        "argmap: 1\nclaims: {b: B.}\n? relations\n: []\n",
    ),
    "the last relation under a tag": (
        "argmap: 1\nclaims: {a: A., b: B.}\nrelations: !!seq  # c\n  - {from: a, supports: b}\n",
        less("a/b"),
        "argmap: 1\nclaims: {a: A., b: B.}\nrelations: !!seq []  # c\n",
    ),
    "no relation but a remark": (
        "argmap: 1\nclaims: {a: A., b: B.}\nrelations: [  # c1\n  # c2\n]  # c3\n",
        linked,
        (
            "argmap: 1\nclaims: {a: A., b: B.}\nrelations: [  # c1\n  # c2\n"
            "  {from: a, supports: b}\n]  # c3\n"
        ),
    ),
    "no relation on a line of its own": (
        "argmap: 1\nclaims: {a: A., b: B.}\nrelations:  # c1\n  []  # c2\n",
        linked,
        "argmap: 1\nclaims: {a: A., b: B.}\nrelations:  # c1\n  [{from: a, supports: b}]  # c2\n",
    ),
    "no item but a remark": (
        "argmap: 1\nclaims:\n  b:\n    text: B.\n    tags: [  # c\n    ]\n",
        put(tags=("x",)),
        "argmap: 1\nclaims:\n  b:\n    text: B.\n    tags: [  # c\n      x\n    ]\n",
    ),
    "no item": (
        "argmap: 1\nclaims:\n  b: {text: B., tags: []}\n",
        put(tags=("x",)),
        "argmap: 1\nclaims:\n  b: {text: B., tags: [x]}\n",
    ),
    "a tag that does not fit a list": (
        "argmap: 1\nclaims:\n  b: {text: !!str B., tags: !!str x, at: !!int 3}\n",
        put(tags=("x", "z"), text="C.", at=()),
        "argmap: 1\nclaims:\n  b: {text: !!str C., tags: [x, z]}\n",
    ),
    "an anchor keeps its name": (
        "argmap: 1\nclaims:\n  &i a: A.\n  b: B.\nrelations:\n  - {from: *i, supports: b}\n",
        named("a", "z"),
        "argmap: 1\nclaims:\n  &i z: A.\n  b: B.\nrelations:\n  - {from: *i, supports: b}\n",
    ),
    "an anchor stays with its text": (
        "argmap: 1\nclaims:\n  b: &t B.\n  c: {text: *t}\n",
        put(label="L"),
        "argmap: 1\nclaims:\n  b: {text: &t B., label: L}\n  c: {text: *t}\n",
    ),
    "an alias for what is called otherwise now": (
        "argmap: 1\ntitle: &i a\nclaims:\n  *i : A.\n  b: B.\n",
        named("a", "z"),
        "argmap: 1\ntitle: &i a\nclaims:\n  z : A.\n  b: B.\n",
    ),
    "each line keeps its end": (
        "argmap: 1\r\nclaims:\n  a: A.\r\n  b: B.\n  c: C.\r\n",
        less("b"),
        "argmap: 1\r\nclaims:\n  a: A.\r\n  c: C.\r\n",
    ),
    "a new line ends as the one above it": (
        "argmap: 1\nclaims:\r\n  a: A.\r\n  b: B.\rrelations: []\n",
        more("m", "a"),
        "argmap: 1\nclaims:\r\n  a: A.\r\n  m: New.\r\n  b: B.\rrelations: []\n",
    ),
    "a new last line has no end either": (
        "argmap: 1\nclaims:\r\n  b: B.",
        more("m"),
        "argmap: 1\nclaims:\r\n  b: B.\r\n  m: New.",
    ),
    "blank lines that a text keeps": (
        "argmap: 1\nclaims:\n  b:\n    text: |+\n      B.\n    label: L\n\n    kind: k\n",
        put(label=None),
        "argmap: 1\nclaims:\n  b:\n    text: |+\n      B.\n    kind: k\n",
    ),
    "a space that is none in YAML ends a text": (
        "argmap: 1\nclaims:\n  b:\n    text: |-\n      B.\xa0\n    label: L\n",
        put(text="Other."),
        "argmap: 1\nclaims:\n  b:\n    text: |-\n      Other.\n    label: L\n",
    ),
    "an id too long for a plain key": (
        "argmap: 1\nclaims:\n  b: {text: B.}  # c\n",
        named("b", "x" * 1100),
        f"argmap: 1\nclaims:\n  ? {'x' * 1100}\n  : {{text: B.}}  # c\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_all_that_is_not_meant_stays(name: str) -> None:
    text, edit, expected = CASES[name]
    argument_map = loads(text)
    change = edit(argument_map)
    assert rewritten(text, argument_map, *change) == expected
    assert loads(expected) == change.argument_map


REFUSED: dict[str, tuple[str, Edit, str, str]] = {
    "an alias for a claim": (
        "argmap: 1\nclaims:\n  a: &x {text: A.}\n  b: *x\n",
        put(label="L"),
        "map.yaml:4:6: error: not changed: this repeats, by an alias, what is written elsewhere",
        "write it out here",
    ),
    "a claim that an alias repeats": (
        "argmap: 1\nclaims:\n  b: &x {text: B.}\n  c: *x\n",
        put(label="L"),
        "map.yaml:3:6: error: not changed: line 4 repeats this, by its name &x",
        "write it out in line 4",
    ),
    "all claims by an alias": (
        "argmap: 1\nvoices: &v {a: A.}\nclaims: *v\n",
        more("m"),
        "map.yaml:3:9: error: not changed: this repeats, by an alias",
        "write it out here",
    ),
    "a text that the end of the file ends": (
        "argmap: 1\nclaims:\n  b: |\n    B.",
        more("m"),
        "map.yaml:3:6: error: not changed: this text ends the file without a line end",
        "end its last line with a line end",
    ),
    "a remark between a tag and its value": (
        "argmap: 1\nclaims:\n  b:\n    text: B.\n    weight: !!float  # c\n      0.5\n",
        put(weight=0.25),
        "map.yaml:5:13: error: not changed: the tag says what kind of value stands here",
        "take the tag away",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_in_the_way_is_reported_with_its_place(name: str, tmp_path: Path) -> None:
    text, edit, said, hint = REFUSED[name]
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    file = open_map(str(path))
    with pytest.raises(InvalidMapError) as raised:
        file.edited(edit(file.argument_map))
    assert said in str(raised.value)
    assert hint in str(raised.value)


def test_json_that_is_no_yaml_is_edited_too(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    text = '{"argmap": 1, "claims": {"\\ud83d\\ude00": "A\x7f\ufffe", "b": "B."}}\n'
    path.write_text(text, encoding="utf-8")
    file = open_map(str(path))
    edited = file.edited(with_name(file.argument_map, "\U0001f600", "a"))
    assert edited == text.replace("\\ud83d\\ude00", "a")
    long = text.replace("b", "b" * 1100)
    path.write_text(long, encoding="utf-8")
    file = open_map(str(path))
    with pytest.raises(InvalidMapError, match=r"map.json:1:\d+: error: not changed: this is JSON"):
        file.edited(with_name(file.argument_map, "\U0001f600", "a"))
