"""Where an edit puts what is new, in layouts that leave little to go by."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap import ArgmapError, ArgumentMap, Claim, Relation, RelationKind, loads
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
from argmap.editing.settings import read_settings
from argmap.editing.yaml_text._layout import block_scalar
from argmap.model import Passage


def after(text: str, change: Change, format: str = "yaml") -> str:
    """Return the text with a change, which reads as the changed map."""
    changed = rewritten(text, loads(text, format), *change, is_json=format == "json")
    assert loads(changed, format) == change.argument_map
    return changed


LINES = "  a:\n    text: It is, and so.\n    kind: thesis\n"
NEW = Claim("a", "It is, and so.", kind="thesis")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("argmap: 1", "argmap: 1\nclaims:\n  a:\n    text: It is, and so.\n    kind: thesis"),
        (
            "argmap: 1\nclaims:\n",
            f"argmap: 1\nclaims:\n{LINES}",
        ),
        (
            "argmap: 1\nclaims: {}  # none\nrelations: []\n",
            f"argmap: 1\nclaims:  # none\n{LINES}relations: []\n",
        ),
        (
            "argmap: 1\nrelations: []\n",
            "argmap: 1\nrelations: []\nclaims:\n  a:\n    text: It is, and so.\n    kind: thesis\n",
        ),
        ("{argmap: 1}\n", '{argmap: 1, claims: {a: {text: "It is, and so.", kind: thesis}}}\n'),
        (
            "{argmap: 1, claims: {}}",
            '{argmap: 1, claims: {a: {text: "It is, and so.", kind: thesis}}}',
        ),
        (
            "argmap: 1\nclaims:\n  b:\n    text: B.\n    # of b\n  # of c\n\n  c: {text: C.}\n",
            (
                "argmap: 1\nclaims:\n  b:\n    text: B.\n    # of b\n  # of c\n\n  c: {text: C.}\n"
                '  a: {text: "It is, and so.", kind: thesis}\n'
            ),
        ),
        (
            "argmap: 1\nclaims:\n  b:\n    text: B.\n\n  c:\n    text: |\n      C.\n\n",
            (
                "argmap: 1\nclaims:\n  b:\n    text: B.\n\n  c:\n    text: |\n      C.\n\n"
                "  a:\n    text: It is, and so.\n    kind: thesis\n\n"
            ),
        ),
    ],
)
def test_a_new_claim(text: str, expected: str) -> None:
    assert after(text, with_claim(loads(text), NEW)) == expected


TWO = "argmap: 1\nclaims: {a: A., b: B.}\n"
LINK = Relation("r", RelationKind.ATTACKS, ("a",), "b", note="So: it is")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", "relations:\n  - {from: a, attacks: b, id: r, note: %s}\n"),
        ("relations:\n", "relations:\n  - {from: a, attacks: b, id: r, note: %s}\n"),
        ("relations: [] # no\n", "relations: # no\n  - {from: a, attacks: b, id: r, note: %s}\n"),
        (
            "relations:\n- from: b\n  supports: a\nexpect:\n",
            (
                "relations:\n- from: b\n  supports: a\n- from: a\n  attacks: b\n  id: r\n"
                "  note: %s\nexpect:\n"
            ),
        ),
        (
            "relations: [{from: b, supports: a}]\n",
            "relations: [{from: b, supports: a}, {from: a, attacks: b, id: r, note: %s}]\n",
        ),
        (
            "expect: {ideal: {in: a}}\n",
            "relations:\n  - {from: a, attacks: b, id: r, note: %s}\nexpect: {ideal: {in: a}}\n",
        ),
    ],
)
def test_a_new_relation(before: str, expected: str) -> None:
    changed = after(TWO + before, with_relation(loads(TWO + before), LINK))
    assert changed == TWO + expected % '"So: it is"'


def test_json_with_tabs_and_paired_escapes() -> None:
    text = (
        '{"argmap": 1,\n\t"claims": {\n\t\t"a": {"text": "\\ud83d\\ude00"},\n\t\t"b": "B."\n\t}\n}'
    )
    argument_map = loads(text, "json")
    changed = after(text, with_fields(argument_map, "b", {"label": "\U0001f600"}), "json")
    assert changed == text.replace('"B."', '{"text": "B.", "label": "\U0001f600"}')
    with_new = after(text, with_claim(argument_map, NEW._replace(id="c")), "json")
    assert '"b": "B.",\n\t\t"c": {"text"' in with_new


def test_an_id_of_ids_of_ids_follows_a_name() -> None:
    text = (
        "argmap: 1\nclaims: {a: A., b: B., c: C.}\nrelations:\n"
        "  - {from: a, supports: b}\n  - {from: c, undercuts: a/b, ignore: {x: because}}\n"
        "  - {from: a, undercuts: c/a/b, id: a/c/a/b}\n"
    )
    changed = after(text, with_name(loads(text), "a", "z"))
    assert changed.splitlines()[3:] == [
        "  - {from: z, supports: b}",
        "  - {from: c, undercuts: z/b, ignore: {x: because}}",
        "  - {from: z, undercuts: c/z/b, id: z/c/z/b}",
    ]


def test_a_deep_pile_of_undercuts_is_followed() -> None:
    claims = [Claim("a", "A."), Claim("b", "B.")]
    relations = [Relation("s", RelationKind.SUPPORTS, ("a",), "b")]
    for number in range(3000):
        relations.append(Relation(f"u{number}", RelationKind.UNDERCUTS, ("a",), relations[-1].id))
    whole = ArgumentMap(claims, relations)
    assert without(whole, {"s"}).argument_map == ArgumentMap(claims)


def test_what_a_map_says_of_itself_outlasts_an_edit() -> None:
    text = (
        "argmap: 1\ntitle: T\nsource: {title: S}\nvoices: {v: V}\nignore: {x: why}\n"
        "claims:\n  a: {text: A., ignore: {y: why}}\n  b: {text: B., ignore: {y: why}}\n"
    )
    changed = after(text, without(loads(text), {"b"}))
    assert changed == text.replace("  b: {text: B., ignore: {y: why}}\n", "")


def test_settings() -> None:
    words = ["at=3, 5-6", "tags=a,b c,", "weight=.5", "implicit=true", "assumed=", "label= x"]
    assert read_settings(words) == {
        "at": (Passage(3, 3), Passage(5, 6)),
        "tags": ("a", "b c"),
        "weight": 0.5,
        "implicit": True,
        "assumed": None,
        "label": " x",
    }
    assert read_settings(["note=12", "text=no"]) == {"note": "12", "text": "no"}


@pytest.mark.parametrize("style", ["|", ">"])
def test_a_text_in_a_block_is_what_it_was(style: str) -> None:
    text = " ".join(["word", "and:", "#more", "- so"] * 30)
    block = block_scalar(text, f"{style}-", "  ")
    assert block is not None
    assert loads(f"argmap: 1\ntitle: {block}\n").title == text
    assert max(map(len, block.splitlines())) <= 100 or style == "|"
    assert block_scalar("two  spaces", f"{style}-", "  ") is None


def test_a_file_that_is_another_now_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(TWO, encoding="utf-8")
    file = open_map(str(path))
    text = file.edited(with_fields(file.argument_map, "a", {"label": "L"}))
    path.write_text(TWO + "# mine\n", encoding="utf-8")
    with pytest.raises(ArgmapError, match="has changed"):
        file.write(text)
    assert path.read_text(encoding="utf-8") == TWO + "# mine\n"


ODD = {
    "kept line ends": "argmap: 1\nclaims:\n  a: |+\n    Text\n\n\n  b: B.\n",
    "kept line ends last": "argmap: 1\nclaims:\n  b: B.\n  a: |+\n    Text\n\n",
    "folded short form": "argmap: 1\nclaims:\n  a: >-\n    Text\n    more\n  b: B.\n",
    "question marks": "argmap: 1\nclaims:\n  ? a\n  : text: A.\n    kind: x\n  ? b\n  : B.\n",
    "many lines": "argmap: 1\nclaims:\n  a: A text\n    that goes on\n  b: 'quoted\n    too'\n",
    "directives": "%YAML 1.2\n---\nargmap: 1\nclaims: {a: A.}\n...\n",
    "anchor": "argmap: 1\nclaims:\n  &i a: A.\n  b: B.\nrelations:\n- {from: *i, supports: b}\n",
    "tags": "argmap: 1\nclaims:\n  a: !!str A.\n  b: {text: !!str B., at: !!int 3}\n",
    "indented": "  argmap: 1\n  claims:\n    a: A.\n    b: {text: B.}\n",
    "carriage returns": "argmap: 1\rclaims:\r  a: A.\r  b: {text: B.}\r",
    "dashes": "argmap: 1\nclaims:\n  a:\n    text: A.\n    tags:\n    - x\n    - y  # z\n  b: B.\n"
    "relations:\n- from:\n  - a\n  - b\n  supports: a\n  id: r\n",
    "tabs": "argmap: 1\nclaims:\n  a:\t{text: A.,\tkind: x}\t# c\n",
    "comment last": "argmap: 1\nclaims:\n  a: A.\n# end",
    "no spaces": '{"argmap":1,"claims":{"a":{"text":"A.","kind":"x"},"b":"B."},"relations":[]}',
}


@pytest.mark.parametrize("name", ODD)
def test_every_edit_of_an_odd_layout(name: str) -> None:
    text = ODD[name]
    whole = loads(text)
    back = Relation("zz/a", RelationKind.ATTACKS, ("zz",), "a")
    new = Claim("zz", "New: yes.", kind="k")
    for change in (
        with_claim(whole, new, [back]),
        with_claim(whole, new._replace(kind=None), after="a"),
        with_relation(whole, Relation("q", RelationKind.SUPPORTS, ("a",), "a")),
        with_fields(whole, "a", {"label": "L", "note": "N: n"}),
        with_fields(whole, "a", {"text": "Other, text.", "kind": None, "tags": ()}),
        with_name(whole, "a", "zz"),
        without(whole, {"a"}),
        without(whole, set(whole.claims)),
    ):
        after(text, change)
