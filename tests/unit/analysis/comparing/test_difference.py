"""What differs between two maps, and laws of what does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgumentMap, dumps, loads
from argmap.analysis.comparing.difference import compare

laws = examples(25)


@laws
@given(argument_maps())
def test_a_map_does_not_differ_from_itself_however_it_is_written(one: ArgumentMap) -> None:
    assert compare(one, one).is_empty
    assert compare(one, loads(dumps(one))).is_empty


@laws
@given(argument_maps(), argument_maps())
def test_what_is_in_neither_list_is_in_both_maps(old: ArgumentMap, new: ArgumentMap) -> None:
    found = compare(old, new)
    kept = len(old.claims) - len(found.claims_removed)
    assert kept == len(new.claims) - len(found.claims_added)
    kept = len(old.relations) - len(found.relations_removed)
    assert kept == len(new.relations) - len(found.relations_added)
    assert all(each.old.id in old.claims for each in found.claims_changed)
    assert all(each.new.id in new.relations for each in found.relations_changed)


@laws
@given(argument_maps(), st.randoms(use_true_random=False))
def test_order_is_layout(one: ArgumentMap, chance: st.DataObject) -> None:
    claims, relations = list(one.claims.values()), list(one.relations.values())
    chance.shuffle(claims)  # type: ignore[attr-defined]
    chance.shuffle(relations)  # type: ignore[attr-defined]
    given = {name: getattr(one, name) for name in ("title", "source", "voices")}
    other = ArgumentMap(
        claims, relations, expectations=one.expectations, ignored=one.ignored, **given
    )
    assert compare(one, other).is_empty
