"""Which claims and steps share a frame."""

from __future__ import annotations

import pytest
from support.pictured import everything

from argmap import loads
from argmap.model.figure import figure
from argmap.pictures.groups import groups
from argmap.pictures.picture import Grouping


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        (None, {None: "top left right other again low odd both cut"}),
        (
            Grouping.VOICE,
            {
                "one": "top left both",
                "two": "right other",
                None: "again low odd cut",
            },
        ),
        (
            Grouping.SECTION,
            {
                "page 3": "top",
                "page 1": "left",
                "page 2": "other",
                None: "right again low odd both cut",
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
