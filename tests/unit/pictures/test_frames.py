"""Frames: what shares one, and where it stands: in its cluster, with a tag on the upper edge."""

from __future__ import annotations

import re

import pytest
from support.pictured import everything

from argmap import loads
from argmap.model.figure import figure
from argmap.pictures.frames import framed, groups
from argmap.pictures.layout import Layout, Rectangle
from argmap.pictures.picture import Grouping, Picture


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


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        (None, {None: "top left right other again low odd asked both cut"}),
        (
            Grouping.VOICE,
            {
                "one": "top left both",
                "two": "right other",
                None: "again low odd asked cut",
            },
        ),
        (
            Grouping.SECTION,
            {
                "page 3": "top",
                "page 1": "left",
                "fol. 2": "other",
                None: "right again low odd asked both cut",
            },
        ),
    ],
)
def test_members_of_frames(grouping: Grouping | None, expected: dict[str | None, str]) -> None:
    argument_map = everything()
    found = groups(argument_map, figure(argument_map), grouping)
    shown = {title: " ".join(each.id for each in members) for title, members in found.items()}
    assert shown == expected


@pytest.mark.parametrize(
    ("kinds", "frame"),
    [
        ("x x x", "x"),  # all alike
        ("x y x", "x"),  # the target, with one of the premises
        ("y y x", "y"),  # the premises, which share theirs
        ("y z x", None),  # nobody's
    ],
)
def test_a_step_is_framed_with_its_target_or_else_its_premises(
    kinds: str, frame: str | None
) -> None:
    one, other, target = kinds.split()
    argument_map = loads(
        f"argmap: 1\nclaims: {{a: {{text: A., kind: {one}}}, b: {{text: B., kind: {other}}}, "
        f"c: {{text: C., kind: {target}}}}}\nrelations: [{{from: [a, b], supports: c, id: s}}]\n"
    )
    found = groups(argument_map, figure(argument_map), Grouping.KIND)
    assert [title for title, members in found.items() if "s" in [m.id for m in members]] == [frame]
