"""Rows in columns: each once, in order, none higher than its column."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from argmap.pictures.page.flow import Item, balanced, flowed

_ITEM = st.builds(
    Item, st.floats(5, 40), st.sampled_from([0.0, 8.0]), head=st.none(), keeps=st.just(0)
)
_ITEMS = st.lists(_ITEM, min_size=1, max_size=40)


@given(_ITEMS, st.floats(50, 200))
def test_each_item_is_in_a_column_in_order(items: list[Item], height: float) -> None:
    headed = [item._replace(head=max(at - 3, 0) if at else None) for at, item in enumerate(items)]
    columns = flowed(headed, lambda _: height, 10.0)
    spots = [spot for column in columns for spot in column if not spot.is_again]
    assert [spot.item for spot in spots] == list(range(len(items)))
    for column in columns:
        assert column[-1].top + headed[column[-1].item].height <= height + 0.001 or len(column) <= 2
        for above, below in itertools.pairwise(column):
            least = 10.0 if above.is_again else headed[above.item].height
            assert below.top >= above.top + least - 0.001
    for column in columns[1:]:
        first = column[0]
        begins = column[1] if first.is_again else first
        assert first.item == headed[begins.item].head if first.is_again else True


@given(_ITEMS, st.integers(1, 4))
def test_balanced_columns_are_as_many_as_asked_for(items: list[Item], number: int) -> None:
    columns = balanced(items, number, 10.0)
    assert len(columns) <= number
    heights = [column[-1].top + items[column[-1].item].height for column in columns]
    total = sum(item.height + item.gap for item in items)
    assert max(heights) <= total / number + 2 * 48 + 0.1


def test_a_head_stays_with_what_follows() -> None:
    items = [Item(10.0), Item(10.0, gap=5.0, keeps=1), Item(10.0, head=1), Item(10.0, head=1)]
    columns = flowed(items, lambda _: 29.0, 5.0)
    assert [[spot.item for spot in column] for column in columns] == [[0], [1, 2], [1, 3]]
    assert columns[2][0].is_again


def test_what_is_too_high_has_a_column_of_its_own() -> None:
    columns = flowed([Item(10.0), Item(90.0), Item(10.0)], lambda _: 30.0, 5.0)
    assert [[spot.item for spot in column] for column in columns] == [[0], [1], [2]]
