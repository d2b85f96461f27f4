"""The rows that are opened by hand are those of the outline, in parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.exploring import big_map
from support.laws import examples
from support.small import small
from support.strategies import shapes

from argmap import ArgumentMap, Claim, Relation
from argmap.analysis.outline import Form
from argmap.explorer.branches import Branches, key_of

laws = examples(50)


def any_start(m: ArgumentMap, data: st.DataObject) -> str | None:
    """Draw a claim to invert the map from, or none."""
    return data.draw(st.sampled_from([None, *m.claims]))


def opened_at_will(branches: Branches, data: st.DataObject) -> None:
    """Open and close rows in sight, as drawn."""
    for _ in range(data.draw(st.integers(0, 8)) if branches.rows else 0):
        index = data.draw(st.sampled_from(branches.shown))
        data.draw(st.sampled_from([branches.open, branches.close, branches.open_all]))(index)


def assert_sound(branches: Branches) -> None:
    """Check that those rows are in sight that are under open rows alone, in order."""
    shown = [
        index
        for index in range(len(branches.rows))
        if all(branches.is_open(above) for above in branches.above(index) if above != index)
    ]
    assert branches.shown == shown
    for at, index in enumerate(shown):
        assert branches.position(index) == at
        assert not branches.is_open(index) or branches.is_branch(index)


@given(shapes(max_claims=5, max_relations=7), st.data())
@laws
def test_opened_and_closed_at_will_it_holds_together(m: ArgumentMap, data: st.DataObject) -> None:
    branches = Branches(m, any_start(m, data))
    opened_at_will(branches, data)
    assert_sound(branches)
    for index in [*branches.shown]:
        branches.open_all(index)
    assert branches.shown == list(range(len(branches.rows)))


@given(shapes(max_claims=6, max_relations=8), st.integers(0, 12))
@laws
def test_it_is_opened_level_by_level_as_far_as_there_is_room(m: ArgumentMap, height: int) -> None:
    branches = Branches(m)
    heads = len(branches.shown)
    branches.open_all(0) if branches.rows else None
    branches.fill(height)
    assert_sound(branches)
    assert len(branches.shown) <= max(height, heads)
    for index in branches.shown:
        if branches.hidden(index):
            assert len(branches.shown) + len(list(branches.children(index))) > height


@given(shapes(max_claims=5, max_relations=7), st.data())
@laws
def test_any_row_can_be_shown_from_any_state(m: ArgumentMap, data: st.DataObject) -> None:
    branches = Branches(m, any_start(m, data))
    opened_at_will(branches, data)
    for index in range(len(branches.rows)):
        branches.reveal(index)
        assert index in branches.shown
        assert_sound(branches)


@given(shapes(max_claims=5, max_relations=7), shapes(max_claims=5, max_relations=7), st.data())
@laws
def test_another_version_is_opened_as_the_first_was(
    m: ArgumentMap, other: ArgumentMap, data: st.DataObject
) -> None:
    branches = Branches(m)
    opened_at_will(branches, data)
    place = data.draw(st.sampled_from(branches.shown)) if branches.rows else None
    same = Branches(m)
    assert same.open_as(branches, place) == (place or 0)
    assert same.shown == branches.shown
    changed = Branches(other)
    found = changed.open_as(branches, place)
    assert_sound(changed)
    assert not changed.rows or found in changed.shown
    if place is not None and key_of(branches.rows[place]) in map(key_of, changed.rows):
        assert key_of(changed.rows[found]) == key_of(branches.rows[place])


@given(shapes(max_claims=5, max_relations=7), st.data())
@laws
def test_each_row_has_a_way_that_ends(m: ArgumentMap, data: st.DataObject) -> None:
    branches = Branches(m, any_start(m, data))
    for index, row in enumerate(branches.rows):
        way = branches.way(index)
        assert way[0] == index
        assert len(way) == len(set(way))
        there = branches.elsewhere(index)
        if row.form is Form.SHORT and there is not None:
            assert branches.rows[there].node is row.node
            assert branches.rows[there].form is Form.FULL


def test_the_way_from_a_lemma_goes_on_where_it_is_used_first() -> None:
    uses = [f"lemma supports {end}" for end in ("one", "two")]
    branches = Branches(small("one", "two", *uses, *(f"g{n} supports lemma" for n in range(9))))
    row_of = branches.outline.row_of
    assert branches.rows[row_of["lemma"]].parent is None
    way = [branches.rows[index].node.id for index in branches.way(row_of["g3"])]
    assert way == ["g3", "lemma", "lemma", "one"]


def test_a_chain_is_found_where_its_claims_stand_and_are_used() -> None:
    m = small("a supports b", "a supports c", "d supports a")
    branches = Branches(m)
    (_, to_c, to_a) = m.relations.values()
    chain: list[Claim | Relation] = [m.claims["d"], to_a, m.claims["a"], to_c, m.claims["c"]]
    found = [branches.rows[index] for index in branches.along(chain)]
    assert [(row.node.id, row.form.value) for row in found] == [
        ("a", "full"),
        ("d", "full"),
        ("c", "full"),
        ("a", "short"),
    ]


def test_a_big_map_is_opened_in_part_and_to_any_depth() -> None:
    branches = Branches(big_map(300, "tree"))
    branches.fill(200)
    assert 190 <= len(branches.shown) <= 200
    deep = Branches(small(*(f"c{n} supports c{n - 1}" for n in range(1, 2000))))
    last = deep.outline.row_of["c1999"]
    deep.reveal(last)
    assert last in deep.shown
    assert {deep.rows[index].node.id for index in deep.way(last)} == deep.map.claims.keys()
