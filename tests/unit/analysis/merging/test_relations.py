"""Relations merged."""

from __future__ import annotations

from support.compared import step
from support.merging import mapped

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.comparing.difference import compare
from argmap.analysis.merging.merge import merge


def test_relations_of_the_same_ends_are_reported_apart_by_what_is_said_of_them() -> None:
    one, other = step("port+ferry supports bridge", note="n"), step("ferry+port supports bridge")
    claims = mapped().claims.values()
    base, turned = ArgumentMap(claims, [one, other]), ArgumentMap(claims, [other, one])
    assert compare(base, turned).is_empty
    theirs = ArgumentMap(claims, [one._replace(note="m"), other])
    found = merge(base, turned, theirs)
    assert not found.collisions
    assert compare(found.map, theirs).is_empty


def test_weights_of_steps_are_merged_one_by_one() -> None:
    one, other = step("port supports bridge"), step("ferry attacks bridge")
    claims = mapped().claims.values()

    def weighed(first: float | None, second: float | None) -> ArgumentMap:
        both = one._replace(weight=first), other._replace(weight=second)
        return ArgumentMap(claims, both)

    found = merge(weighed(0.5, 0.5), weighed(0.6, 0.5), weighed(0.5, None))
    assert (found.map, found.collisions) == (weighed(0.6, None), ())
    (collision,) = merge(weighed(0.5, 0.5), weighed(0.6, 0.5), weighed(0.7, 0.5)).collisions
    assert collision[1:3] == (one.id, "weight")
    added = merge(mapped(), weighed(0.2, 0.3), weighed(0.2, 0.3))
    assert (added.map, added.collisions) == (weighed(0.2, 0.3), ())


def test_a_relation_may_turn_and_gain_a_premise() -> None:
    base = mapped("ferry supports bridge")
    found = merge(base, mapped("ferry attacks bridge"), mapped("ferry+port supports bridge"))
    assert not found.collisions
    assert list(found.map.relations.values()) == [step("ferry+port attacks bridge")]


def test_the_order_of_premises_is_that_of_the_side_which_changed_it() -> None:
    base = mapped("port+ferry supports bridge")
    turned = mapped("ferry+port supports bridge", "port+ferry attacks bridge")
    assert merge(base, base, turned)[:2] == (turned, ())
    assert merge(base, turned, base)[:2] == (turned, ())


def test_a_long_line_of_steps_on_steps_falls_together() -> None:
    """Each undercuts the one before; ours has removed the first of them all."""
    size = 2000
    claims = [Claim(f"c{number}", f"Word{number}.") for number in range(size)]
    first = Relation("r0", RelationKind.SUPPORTS, ("c0",), "c1")
    line = [
        Relation(f"r{number}", RelationKind.UNDERCUTS, (f"c{number}",), f"r{number - 1}")
        for number in range(1, size)
    ]
    found = merge(
        ArgumentMap(claims, [first]), ArgumentMap(claims), ArgumentMap(claims, [first, *line])
    )
    assert not found.map.relations
    assert len(found.collisions) == size - 1
