"""The outline that is opened by hand is the tree that is printed, in parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.exploring import big_map
from support.laws import examples
from support.small import small
from support.strategies import shapes

from argmap import ArgumentMap
from argmap.analysis.tree import Mark, TreeLine, Walk
from argmap.explorer.entry import Entry
from argmap.explorer.outline import Outline

MANY = 10_000  # more lines than any of the small maps can need
laws = examples(50)


def shown(outline: Outline) -> list[TreeLine]:
    """Return the open lines with the marks they have."""
    return [entry.line._replace(mark=outline.mark(entry)) for entry in outline.rows]


@given(shapes(max_claims=5, max_relations=7), st.booleans())
@laws
def test_all_opened_from_the_top_it_is_the_printed_tree(m: ArgumentMap, inverted: bool) -> None:  # noqa: FBT001
    outline = Outline(m, inverted=inverted)
    for top in outline.tops:
        assert outline.open_all(top, MANY)
    printed = Walk(m, inverted=inverted, max_indent=MANY).lines()
    assert shown(outline) == [line._replace(again=False) for line in printed]


@given(shapes(max_claims=5, max_relations=7), st.booleans(), st.data())
@laws
def test_opened_and_closed_at_will_it_holds_together(
    m: ArgumentMap,
    inverted: bool,  # noqa: FBT001
    data: st.DataObject,
) -> None:
    outline = Outline(m, inverted=inverted)
    for _ in range(data.draw(st.integers(0, 12))):
        entry = data.draw(st.sampled_from(outline.rows)) if outline.rows else None
        if entry is None:
            continue
        before = len(outline.rows)
        if data.draw(st.booleans()):
            assert outline.open(entry) == len(outline.rows) - before
            assert outline.mark(entry) is not Mark.CUT
        else:
            outline.close(entry)
            assert not entry.children
        assert_sound(outline)
    while (cut := next((e for e in outline.rows if outline.mark(e) is Mark.CUT), None)) is not None:
        outline.open(cut)
    assert {e.line.node.id for e in outline.rows} >= set(m.claims)
    assert_sound(outline)


def assert_sound(outline: Outline) -> None:
    """Check that the rows are the open lines in order, and that marks tell the truth."""
    rows = []
    pending = outline.tops[::-1]
    while pending:
        entry = pending.pop()
        rows.append(entry)
        pending += entry.children[::-1]
    assert outline.rows == rows
    own = [entry.line.node.id for entry in rows if entry.shows_own]
    assert len(own) == len(set(own))  # what stands under a claim is open in one place at most
    for entry in rows:
        assert all(child.parent is entry for child in entry.children)
        assert [child.line.is_last for child in entry.children[-1:]] in ([], [True])
        assert not any(child.line.is_last for child in entry.children[:-1])
        if outline.mark(entry) in {Mark.SHOWN, Mark.CYCLE}:
            there = outline.elsewhere(entry)
            assert there is not None
            assert there is not entry
            assert there in rows


@given(shapes(max_claims=5, max_relations=7), st.data())
@laws
def test_any_claim_can_be_shown_from_any_state(m: ArgumentMap, data: st.DataObject) -> None:
    outline = Outline(m)
    for _ in range(data.draw(st.integers(0, 6))):
        if outline.rows:
            entry = data.draw(st.sampled_from(outline.rows))
            outline.close(entry) if data.draw(st.booleans()) else outline.open(entry)
    for claim_id in m.claims:
        found = outline.reveal(claim_id)
        assert found is not None, (claim_id, m.relations)
        assert found.line.node.id == claim_id
        assert found in outline.rows
        assert_sound(outline)


@given(shapes(max_claims=5, max_relations=7), shapes(max_claims=5, max_relations=7), st.data())
@laws
def test_another_version_is_opened_as_the_first_was(
    m: ArgumentMap, other: ArgumentMap, data: st.DataObject
) -> None:
    outline = Outline(m)
    for top in outline.tops if data.draw(st.booleans()) else ():
        outline.open_all(top, MANY)
    for _ in range(data.draw(st.integers(0, 4)) if outline.rows else 0):
        outline.open(data.draw(st.sampled_from(outline.rows)))
    place = data.draw(st.sampled_from(outline.rows)) if outline.rows else None
    same = Outline(m)
    found = same.open_as(outline, place)
    assert shown(same) == shown(outline)
    assert place is None or (found is not None and keys(found) == keys(place))
    changed = Outline(other)
    found = changed.open_as(outline, place)
    assert_sound(changed)
    assert found is None or place is not None
    assert found is None or keys(found) == keys(place)[-len(keys(found)) :]  # type: ignore[arg-type]


def keys(entry: Entry) -> list[tuple[str, str | None, bool]]:
    """Return what tells a line from others, from itself up."""
    return [each.key for each in entry.ancestry()]


def test_only_what_is_opened_is_made() -> None:
    outline = Outline(big_map(3000, "tree"))
    assert outline.filled == len(outline.rows) == 1
    outline.open(outline.rows[0])
    assert outline.filled == 4
    outline.reveal("claim-2999")
    assert outline.filled < 40


def test_a_chain_of_any_depth_is_opened_and_closed() -> None:
    outline = Outline(big_map(5_000, "chain"))
    assert (outline.filled, len(outline.rows)) == (1, 1)
    entry = outline.reveal("claim-0")
    assert entry is not None
    assert entry.line.depth == 4_999
    assert outline.open_all(outline.rows[0], 10)
    outline.close(outline.rows[0])
    assert len(outline.rows) == 1


def test_opening_all_stops_at_the_limit_and_goes_on() -> None:
    outline = Outline(big_map(300, "tree"))
    top = outline.rows[0]
    assert not outline.open_all(top, 50)
    assert 50 <= outline.filled < 60
    assert outline.open_all(top, 1000)
    assert len(outline.rows) == 300


def test_a_claim_shown_elsewhere_says_where() -> None:
    outline = Outline(small("a supports b", "a supports c", "d supports a"))
    (first, second) = outline.rows
    outline.open(first)
    outline.open(outline.rows[1])
    outline.open(second)
    again = outline.rows[-1]
    assert (again.line.node.id, outline.mark(again)) == ("a", Mark.SHOWN)
    assert outline.elsewhere(again) is outline.rows[1]
    outline.close(outline.rows[1])
    assert outline.mark(again) is Mark.CUT
