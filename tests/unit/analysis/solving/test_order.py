"""The order in which nodes are worked out, and how a circle settles."""

from __future__ import annotations

import math

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis.solving.order import ACCURACY, TOLERANCE, in_order, settled

graphs = st.integers(1, 8).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size
    )
)


@given(graphs)
def test_every_edge_leads_to_a_later_place_or_stays_in_its_cycle(
    successors: list[list[int]],
) -> None:
    order = in_order(successors)
    graph: nx.DiGraph[int] = nx.DiGraph(
        [(node, to) for node, onward in enumerate(successors) for to in onward]
    )
    graph.add_nodes_from(range(len(successors)))
    cycles = [
        sorted(part)
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1 or graph.has_edge(*(2 * list(part)))
    ]
    assert sorted(order.cycles.values()) == sorted(cycles)
    for node, to in graph.edges:
        assert order.places[node] < order.places[to] or any({node, to} <= {*c} for c in cycles)
    assert sorted(order.places) == sorted(
        place for place, node in enumerate(order.nodes) for _ in order.cycles.get(place, [node])
    )


def test_what_moves_less_and_less_settles_close_to_its_limit() -> None:
    for rate in (0.5, -0.5, 0.99, -0.999):
        found = settled(lambda now, rate=rate: [1 + rate * now[0]], [0.0])  # type: ignore[misc]
        assert found is not None
        assert abs(found[0] - 1 / (1 - rate)) <= ACCURACY


def test_what_comes_back_after_moving_never_settles() -> None:
    assert settled(lambda now: [now[1], now[2], now[0]], [0.0, 0.5, 1.0]) is None
    assert settled(lambda now: [1 - now[0]], [0.25]) is None


def test_a_small_last_step_does_not_hide_that_what_comes_back_moved() -> None:
    # Rounds 1, 2, 4 and 8, at which the anchor is set, are entered by the small step alone.
    step = 2.0**-44
    swing = [0.0, step, 2 * step, 0.5, 0.5 + step, 0.75, 0.25]
    assert settled(lambda now: [swing[(swing.index(now[0]) + 1) % 7]], [0.0]) is None


def test_what_only_flickers_by_rounding_has_settled() -> None:
    first, second = 0.5, math.nextafter(0.5, 1)
    found = settled(lambda now: [second if now[0] == first else first], [first])
    assert found is not None
    assert found[0] in {first, second}


def test_a_drift_of_less_than_the_tolerance_is_not_taken_for_rest() -> None:
    drift = TOLERANCE / 10
    assert settled(lambda now: [now[0] + drift], [0.0]) is None


def test_a_change_that_grows_from_almost_nothing_is_followed() -> None:
    assert settled(lambda now: [min(2 * now[0], 1.0)], [1e-300]) == [1.0]


def test_a_large_change_at_first_does_not_hide_one_that_grows() -> None:
    found = settled(lambda now: [0.0, min(2 * now[1], 1.0)], [0.5, 1e-13])
    assert found == [0.0, 1.0]


def test_a_value_that_is_missing_is_handed_back_at_once() -> None:
    rounds = 0

    def advance(now: list[float]) -> list[float]:
        nonlocal rounds
        rounds += 1
        return [1 - now[0], math.nan]

    found = settled(advance, [0.0, 0.0])
    assert found is not None
    assert math.isnan(found[1])
    assert rounds == 1
