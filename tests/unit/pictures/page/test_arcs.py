"""Arcs: lanes that do not overlap, and numbers for what finds none."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argmap import Relation, RelationKind
from argmap.pictures.page.arcs import Use, drawn, heights
from argmap.pictures.page.flow import Spot

_ROWS = 30
_USES = st.lists(
    st.tuples(st.integers(0, _ROWS - 1), st.integers(0, _ROWS - 1)).filter(lambda p: p[0] != p[1]),
    max_size=40,
)


def uses(pairs: list[tuple[int, int]]) -> list[Use]:
    return [
        Use(Relation(f"r{n}", RelationKind.SUPPORTS, ("a",), "b"), start, end, False, (n,))
        for n, (start, end) in enumerate(pairs)
    ]


@given(_USES, st.integers(1, 4), st.integers(1, 12))
def test_each_use_is_an_arc_or_has_a_number(
    pairs: list[tuple[int, int]], number: int, most: int
) -> None:
    size = -(-_ROWS // number)
    columns = [
        [Spot(at, float(at - start)) for at in range(start, min(start + size, _ROWS))]
        for start in range(0, _ROWS, size)
    ]
    wanted = uses(pairs)
    result = drawn(wanted, columns, number, most)
    assert {arc.use for arc in result.arcs} | set(result.others) == set(wanted)
    assert len(result.arcs) + len(result.others) == len(wanted)
    assert result.lanes <= most
    column_of = {spot.item: n for n, column in enumerate(columns) for spot in column}
    for arc in result.arcs:
        assert abs(column_of[arc.use.start] - column_of[arc.use.end]) <= 1
    for one, other in combinations(result.arcs, 2):
        if (one.gutter, one.lane) == (other.gutter, other.lane):
            low, high = sorted(((a.use.start, a.use.end) for a in (one, other)), key=min)
            assert max(low) < min(high)


@given(_USES)
def test_the_ends_at_a_row_are_apart(pairs: list[tuple[int, int]]) -> None:
    columns = [[Spot(at, at * 20.0) for at in range(_ROWS)]]
    arcs = drawn(uses(pairs), columns, 1, 12).arcs
    down = heights(arcs, {at: at * 20.0 + 10 for at in range(_ROWS)}, 12.0, 17.0)
    ends = [arc.start.row for arc in arcs] + [arc.end.row for arc in arcs]
    found = [down[n, True] for n in range(len(arcs))] + [down[n, False] for n in range(len(arcs))]
    for (row, one), (other_row, other) in combinations(zip(ends, found, strict=True), 2):
        assert abs(one - other) >= (3.0 if row == other_row else 0.9)
    assert all(
        abs(y - (row * 20 + 10)) <= 0.4 * 17 + 0.01 for row, y in zip(ends, found, strict=True)
    )


def test_the_shortest_arcs_are_inmost() -> None:
    columns = [[Spot(at, float(at)) for at in range(_ROWS)]]
    arcs = drawn(uses([(0, 29), (3, 5), (2, 8), (10, 12)]), columns, 1, 12).arcs
    assert {(arc.use.start, arc.use.end): arc.lane for arc in arcs} == {
        (3, 5): 0,
        (10, 12): 0,
        (2, 8): 1,
        (0, 29): 2,
    }
