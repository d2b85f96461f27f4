"""A text that is no map, changed through the door: paths in, text out."""

from __future__ import annotations

import json

import pytest
import yaml

from argmap.editing.yaml_text import UnfitLayoutError, YamlText

TEXT = """\
shop: Corner   # name
fruit:
    pear: {price: 2, from: [here, there]}   # ripe
    # the best
    plum: sour
sold:
- pear   # one
- plum
"""


def text(written: str = TEXT) -> YamlText:
    return YamlText(written, indented_as="fruit")


def test_values_are_those_of_the_original_text() -> None:
    changed = text()
    changed.rename_key(("fruit", "pear"), "fig")
    assert changed.value(()) == yaml.load(TEXT, yaml.BaseLoader)  # noqa: S506 all is text
    assert changed.value(("fruit", "pear", "from", 1)) == "there"
    assert changed.value(("sold", 2)) is None
    assert changed.value(("shop", "pear")) is None
    assert text("a: &x [1]\nb: *x\nc: &y z\nd: *y\n").value(()) == {
        "a": ["1"],
        "b": None,
        "c": "z",
        "d": "z",
    }


def test_names_are_replaced_in_lists_and_mappings_and_by_themselves() -> None:
    changed = text()
    for path in (("sold",), ("fruit",), ("shop",)):
        changed.rename(path, {"pear": "fig", "Corner": "Market"})
    expected = TEXT.replace("pear", "fig").replace("Corner", "Market")
    assert changed.result() == changed.result() == expected


def test_fields_are_set_in_their_order_and_a_scalar_becomes_a_mapping() -> None:
    changed = text()
    order = ("price", "note", "from")
    old = {"price": 2, "from": ["here", "there"]}
    changed.set_fields(("fruit", "pear"), old, {"price": 3, "note": "So", "from": ["there"]}, order)
    changed.set_fields(
        ("fruit", "plum"),
        {"taste": "sour"},
        {"taste": "sour", "price": 1},
        ("taste", "price"),
        short="taste",
    )
    assert changed.result() == TEXT.replace(
        "{price: 2, from: [here, there]}", "{price: 3, note: So, from: [there]}"
    ).replace("plum: sour", "plum: {taste: sour, price: 1}")


def test_entries_are_laid_out_as_those_around_them() -> None:
    changed = text()
    changed.edit(
        "fruit", ["plum"], {"pear": {"fig": {"price": 4}, "nut": {"taste": "dry"}}}, short="taste"
    )
    changed.edit("sold", [0], {})
    expected = TEXT.replace(
        "    # the best\n    plum: sour\n", "    fig: {price: 4}\n    nut: dry\n    # the best\n"
    )
    assert changed.result() == expected.replace("- pear   # one\n", "")


def test_the_last_entries_leave_brackets_and_the_first_take_their_place() -> None:
    changed = text()
    changed.edit("fruit", ["pear", "plum"], {})
    changed.edit("sold", [0, 1], {})
    emptied = changed.result()
    assert yaml.safe_load(emptied) == {"shop": "Corner", "fruit": {}, "sold": []}
    filled = text(emptied)
    filled.edit("fruit", [], {None: {"fig": {"price": 4}}})
    filled.edit("new", [], {None: [{"a": 1}]}, above="sold")
    assert yaml.safe_load(filled.result()) == {
        "shop": "Corner",
        "fruit": {"fig": {"price": 4}},
        "new": [{"a": 1}],
        "sold": [],
    }
    assert filled.result().index("new:") < filled.result().index("sold:")


def test_json_stays_json() -> None:
    written = '{"fruit": {"pear": "ripe"}, "sold": []}\n'
    changed = YamlText(written, indented_as="fruit", is_json=True)
    changed.edit("fruit", [], {"pear": {"on": {"yes": "\x7f"}}})
    changed.edit("sold", [], {None: [{"a": None}]})
    assert json.loads(changed.result()) == {
        "fruit": {"pear": "ripe", "on": {"yes": "\x7f"}},
        "sold": [{"a": None}],
    }


@pytest.mark.parametrize(
    ("written", "path", "at"),
    [
        ("a: 1\n", ("b",), 0),
        ("a: [1]\n", ("a", 1), 0),
        ("a: &x {b: 1}\nc: *x\n", ("c", "b"), 16),
    ],
)
def test_what_is_not_there_or_behind_an_alias_is_refused(
    written: str, path: tuple[str | int, ...], at: int
) -> None:
    with pytest.raises(UnfitLayoutError) as raised:
        text(written).rename(path, {"1": "2"})
    assert raised.value.at == at


def test_an_obstacle_is_named_with_its_place() -> None:
    changed = text("a: &x [b]\nc: *x\n")
    changed.rename(("a",), {"b": "d"})
    found = changed.obstacle()
    assert (found.message, found.at) == ("line 2 repeats this, by its name &x", 3)
