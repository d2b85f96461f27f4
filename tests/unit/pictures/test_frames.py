"""Frames: inside their clusters, with a tag on the upper edge."""

from __future__ import annotations

import re

import pytest

from argmap.pictures.frames import framed
from argmap.pictures.layout import Layout, Rectangle
from argmap.pictures.picture import Picture


def layout(cluster: Rectangle, title: Rectangle) -> Layout:
    """Return a layout of one cluster and its title."""
    return Layout(
        "digraph {}", cluster, (cluster,), {"cluster_c1": cluster}, {"cluster_c1": title}, 0
    )


@pytest.mark.parametrize(("left", "bottom"), [(0.0, 0.0), (30.0, -40.0)])
def test_a_frame_is_within_its_cluster_and_its_tag_on_its_edge(left: float, bottom: float) -> None:
    cluster = Rectangle(left, bottom, left + 200, bottom + 100)
    title = Rectangle(left, bottom + 80, left + 84, bottom + 100)
    frame, tag = framed(layout(cluster, title), {"cluster_c1": "Title"}, Picture())
    numbers = re.search(r'bb="([^"]*)"', frame)
    assert numbers is not None
    bounds = [float(number) for number in numbers[1].split(",")]
    # 5 points of room on each side; the tag, 20 points high, is half above the edge.
    assert bounds == [left + 5, bottom + 5, left + 195, bottom + 85]
    place = re.search(r'pos="([^"]*)"', tag)
    assert place is not None
    x, y = map(float, place[1].split(","))
    assert y == bounds[3]
    # The label is 24 points wider than the tag, which begins 10 points from the corner.
    assert x - (84 - 24) / 2 == bounds[0] + 10
    assert tag.startswith("t1 [id=t1 label=<")
    assert "Title" in tag
