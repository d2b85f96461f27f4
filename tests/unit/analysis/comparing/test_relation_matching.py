"""Relations found again."""

from __future__ import annotations

import pytest
from support.compared import mapped, reported, step

from argmap import Relation
from argmap.analysis.comparing.difference import compare


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (step("a supports b"), step("a attacks b"), {"kind": ("supports", "attacks")}),
        (step("a supports b"), step("a+c supports b"), {"premises": (("a",), ("a", "c"))}),
        (step("a+c supports b"), step("c supports b"), {"premises": (("a", "c"), ("c",))}),
        (step("a+c supports b"), step("c+a supports b"), {}),
        (step("a contradicts b"), step("b contradicts a"), {}),
        (step("a contradicts b"), step("a attacks b"), {"kind": ("contradicts", "attacks")}),
        (step("a supports b"), step("a supports b", id="x"), {"id": (None, "x")}),
        (step("a supports b", id="x"), step("a supports c", id="x"), {"target": ("b", "c")}),
        (step("a supports b"), step("a supports b", scheme="s"), {"scheme": (None, "s")}),
    ],
)
def test_a_relation_is_found_again(
    before: Relation, after: Relation, fields: dict[str, object]
) -> None:
    found = compare(mapped(before), mapped(after))
    assert reported(found).keys() == ({"relations_changed"} if fields else set())
    changed = [field for each in found.relations_changed for field in each.fields]
    assert {name: (old, new) for name, old, new in changed} == fields


def test_a_relation_that_goes_elsewhere_is_another() -> None:
    found = compare(mapped(step("a supports b")), mapped(step("a supports c")))
    assert reported(found).keys() == {"relations_removed", "relations_added"}


def test_a_step_turned_keeps_what_bears_on_it() -> None:
    old = mapped(step("a supports b", id="x"), step("c undercuts x"))
    new = mapped(step("a supports b", id="y"), step("c undercuts y"))
    assert reported(compare(old, new)).keys() == {"relations_changed"}
    assert len(compare(old, new).relations_changed) == 1
