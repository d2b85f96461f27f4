"""Where things stand in a picture: heads, frames, title and legend."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support.pictured import (
    CARDS,
    EVERYTHING,
    LIBRARY,
    SVG,
    everything,
    groups,
    parsed,
    title,
    without_spaces,
    words,
)
from support.random_maps import yaml_text

from argmap import load, loads, pictures
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.formats import draw
from argmap.model import Passage, RelationKind
from argmap.pictures.colours import LINES
from argmap.pictures.digraphs import digraphs
from argmap.pictures.picture import Direction, Grouping, Picture, Theme


def covered(group: ET.Element) -> tuple[float, float, float, float]:
    """Return left, upper, right and lower end of what is drawn of a claim or a frame.

    Of a path with curves they are those of its points, which it stays between.
    """
    reported = [e.get("points") or e.get("d") or "" for e in group.iter()]
    numbers = [float(number) for each in reported for number in re.findall(r"-?\d+\.?\d*", each)]
    across, down = numbers[::2], numbers[1::2]
    return min(across), min(down), max(across), max(down)


def touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether two areas have anything in common."""
    return not (one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1])


def within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


@pytest.mark.slow
@pytest.mark.parametrize("grouping", [None, Grouping.VOICE])
@pytest.mark.parametrize("direction", Direction)
def test_nothing_stands_under_the_title_or_the_legend(
    direction: Direction, grouping: Grouping | None
) -> None:
    for argument_map in (load(), everything()):
        root = parsed(
            draw(argument_map, picture=CARDS._replace(direction=direction, group=grouping))
        )
        (head,) = groups(root, "head")
        places = [
            (float(text.get("x", "")), float(text.get("y", "")))
            for text in head.findall(f"{SVG}text")
        ]
        drawn = [g for name in ("claim", "relation", "frame") for g in groups(root, name)]
        for x, y in places:
            assert not any(touch((x, y, x, y), covered(group)) for group in drawn)


def test_lines_in_the_legend_are_as_in_the_picture() -> None:
    root = parsed(draw(everything()))
    (head,) = groups(root, "head")
    lines = head.findall(f"{SVG}path")
    shown = {}
    for line, kind in zip(lines, RelationKind, strict=True):
        tips = [
            tip
            for tip in head
            if tip.get("stroke") == LINES[kind]
            and tip.tag in {f"{SVG}polygon", f"{SVG}polyline"}
            and touch(covered(tip), covered(line))
        ]
        shapes = Counter((tip.tag, len(tip.get("points", "").split())) for tip in tips)
        shown[str(kind)] = (line.get("stroke"), line.get("stroke-dasharray"), shapes)
    for group in groups(root, "relation"):
        if group.get("data-relation") in {"both", "cut"}:
            continue  # more than one line
        (line,) = group.findall(f"{SVG}path")
        shapes = Counter(
            (tip.tag, len(tip.get("points", "").split()))
            for tip in group
            if tip.tag in {f"{SVG}polygon", f"{SVG}polyline"}
        )
        look = (line.get("stroke"), line.get("stroke-dasharray"), shapes)
        assert look == shown[group.get("class", "").removeprefix("relation ")]


def top_of(group: ET.Element) -> tuple[float, float]:
    """Return the left and the upper end of what is drawn of a claim."""
    points = [p.get("points", "") for p in group.findall(f"{SVG}polygon")]
    pairs = [tuple(map(float, pair.split(","))) for each in points for pair in each.split()]
    return min(x for x, *_ in pairs), min(y for _, y, *_ in pairs)


@pytest.mark.parametrize("direction", Direction)
def test_a_thesis_stands_where_the_arrows_point(direction: Direction) -> None:
    root = parsed(draw(load(LIBRARY), picture=Picture(direction)))
    places = {g.get("data-claim"): top_of(g) for g in groups(root, "claim")}
    axis = 0 if direction in {Direction.LEFT, Direction.RIGHT} else 1
    others = [place[axis] for name, place in places.items() if name != "open"]
    thesis = places["open"][axis]
    if direction in {Direction.UP, Direction.LEFT}:
        assert thesis < min(others)
    else:
        assert thesis > max(others)


@pytest.mark.parametrize(
    ("grouping", "titles"),
    [
        (Grouping.VOICE, {"one", "two"}),
        (Grouping.KIND, {c.kind for c in everything().claims.values()}),
        (Grouping.SECTION, {"page1", "fol.2", "page3"}),
    ],
)
def test_groups_are_framed_under_a_title(grouping: Grouping, titles: set[str]) -> None:
    check_frames(grouping, titles, Direction.UP)


@pytest.mark.parametrize("direction", Direction)
def test_groups_are_framed_in_every_direction(direction: Direction) -> None:
    check_frames(Grouping.VOICE, {"one", "two"}, direction)


def check_frames(grouping: Grouping, titles: set[str], direction: Direction) -> None:
    """Assert that each frame holds its claims, and its title is on its edge, over no claim."""
    root = parsed(draw(everything(), picture=Picture(direction, group=grouping)))
    frames = [covered(frame) for frame in groups(root, "frame")]
    assert not any(touch(*pair) for pair in itertools.combinations(frames, 2))
    reported: dict[str, list[str]] = {}
    for frame in frames:
        (tag,) = [
            tag
            for tag in groups(root, "frame-title")
            if touch(covered(tag), (*frame[:2], frame[2], frame[1]))
        ]
        assert not any(touch(covered(tag), covered(g)) for g in groups(root, "claim"))
        inside = [g for g in groups(root, "claim") if touch(covered(g), frame)]
        assert all(touch(frame, covered(g)) == within(covered(g), frame) for g in inside)
        reported[words(tag)] = [g.get("data-claim", "") for g in inside]
    assert set(reported) == titles
    for claim in everything().claims.values():
        first = claim.at[0] if claim.at else None
        place = f"page{first.first}" if isinstance(first, Passage) else first and "fol.2"
        own = {Grouping.VOICE: claim.voice, Grouping.KIND: claim.kind, Grouping.SECTION: place}
        holding = [title for title, names in reported.items() if claim.id in names]
        assert holding == ([own[grouping]] if own[grouping] else [])


@pytest.mark.parametrize("grouping", Grouping)
def test_no_line_runs_behind_the_card_of_another_claim(grouping: Grouping) -> None:
    root = parsed(draw(load(), picture=Picture(group=grouping)))
    cards = {g.get("data-claim", ""): covered(g) for g in groups(root, "claim")}
    for relation in groups(root, "relation"):
        ends = {*relation.get("data-premises", "").split(), relation.get("data-target")}
        for line in relation.iter(f"{SVG}path"):
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", line.get("d", ""))]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            ways = [points[at : at + 4] for at in range(0, len(points) - 1, 3)]
            middles = [((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for p, *_, q in ways]
            for claim in cards.keys() - ends:
                left, upper, right, lower = cards[claim]
                assert not any(
                    left < x < right and upper < y < lower for x, y in (*points[::3], *middles)
                ), f"{title(relation)} runs behind {claim}"


def test_frames_without_anything_lit_are_dimmed() -> None:
    def shades(highlighted: set[str] | None) -> set[str]:
        picture = Picture(group=Grouping.VOICE, highlighted=highlighted)
        tags = groups(parsed(draw(everything(), picture=picture)), "frame-title")
        return {f"{words(tag)} {next(tag.iter(f'{SVG}text')).get('fill')}" for tag in tags}

    plain, lit = shades(None), shades({"top"})
    assert len(plain) == len(lit) == 2
    assert {name.split()[0] for name in plain - lit} == {"two"}


@pytest.mark.parametrize("name", ["somebody-or-other " * 20, "somebody-or-other-" * 20 + "else"])
def test_a_long_title_of_a_frame_is_wrapped(name: str) -> None:
    argument_map = loads(f"argmap: 1\nclaims: {{a: {{text: A, kind: {name}}}}}")
    root = parsed(draw(argument_map, picture=Picture(group=Grouping.KIND)))
    (frame,), (tag,) = groups(root, "frame"), groups(root, "frame-title")
    assert words(tag) == without_spaces(name)
    left, _, right, _ = covered(frame)
    assert right - left < 500
    assert covered(tag)[2] < right - 5  # both corners are seen
    shown = ["".join(text.itertext()) for text in tag.iter(f"{SVG}text")]
    assert len(shown) > 2
    assert all(line.endswith(("somebody", "or", "other", "-", "else")) for line in shown)


def test_the_bar_of_a_strength_is_as_thick_beside_many_lines() -> None:
    argument_map = loads(f"argmap: 1\nclaims: {{a: {{text: A, kind: {'many words ' * 20}}}}}")
    picture = Picture(theme=Theme.PRINT, outcome=evaluate(argument_map, "df-quad"))
    (group,) = groups(parsed(draw(argument_map, picture=picture)), "claim")
    shapes = map(covered, group.findall(f"{SVG}polygon"))
    bars = [lower - upper for left, upper, right, lower in shapes if 10 < right - left < 60]
    assert bars
    assert max(bars) < 10


def test_a_line_that_runs_to_the_left_begins_at_the_right() -> None:
    text = "שירות ציבורי צריך להיות פתוח כאשר הציבור פנוי, כך אומרים רבים בעיר הגדולה."
    root = parsed(draw(loads(f"argmap: 1\nclaims: {{a: '{text}', b: It runs to the right.}}")))
    hebrew, english = groups(root, "claim")
    lines = hebrew.findall(f"{SVG}text")
    assert len(lines) > 1
    assert {line.get("direction") for line in lines} == {"rtl"}
    # Each is known by its left end, which is where it ends.
    assert {line.get("text-anchor") for line in lines} == {"end"}
    assert len({line.get("x") for line in lines}) == len(lines)
    assert not any(line.get("direction") for line in english.findall(f"{SVG}text"))


def test_lines_are_as_far_apart_in_bold_and_italic_letters() -> None:
    text = "Long enough to be set in several lines of a card, whichever letters it is set in."
    lines = f"argmap: 1\nclaims: {{a: '{text}', b: {{text: '{text}', implicit: true}}}}"
    gaps = []
    for group in groups(parsed(draw(loads(lines))), "claim"):
        heights = [float(line.get("y", "")) for line in group.findall(f"{SVG}text")]
        gaps.append(round(heights[1] - heights[0], 1))
    assert gaps[0] == gaps[1]


def test_words_of_the_legend_stand_beside_their_sample() -> None:
    """However many signs stand for one that is not shown as it is."""
    text = 'argmap: 1\nsource: {unit: "a\\e[31m\\0\\0\\0\\0\\0"}\nclaims: {a: {text: A, at: 1}}'
    (head,) = groups(parsed(draw(loads(text))), "head")
    sample, reported = head.findall(f"{SVG}text")
    assert sample.text == "[n]"
    assert float(reported.get("x", "")) - float(sample.get("x", "")) > 20


def test_graphviz_has_nothing_to_complain_of() -> None:
    """Of a map that it lays out in several ways; not even where it goes on all the same."""
    texts = digraphs(load(), Picture()).texts
    assert len(texts) > 1
    child = Path(pictures.__path__[0]) / "child.py"
    done = subprocess.run(
        [sys.executable, "-P", child, str(os.getpid()), "layout"],
        input="\0".join(texts).encode(),
        capture_output=True,
        check=True,
    )
    said = done.stderr.decode().splitlines()
    assert [line for line in said if "fontconfig" not in line.casefold()] == []


@pytest.mark.parametrize("direction", Direction)
def test_heads_are_at_what_is_borne_upon(direction: Direction) -> None:
    """At the target; of a contradiction at both its ends; and nowhere else."""
    odd = "  - {from: odd, attacks: odd}\n  - {from: again, contradicts: odd, id: clash}\n"
    argument_map = loads(f"{EVERYTHING}{odd}  - {{from: left, undercuts: clash}}\n")
    root = parsed(draw(argument_map, picture=Picture(direction)))
    places = {g.get("data-claim", ""): covered(g) for g in groups(root, "claim")}
    dots = {
        g.get("data-relation", ""): tuple(float(dot.get(name, "")) for name in ("cx", "cy") * 2)
        for g in groups(root, "relation")
        for dot in g.findall(f"{SVG}ellipse")
    }
    for group in groups(root, "relation"):
        relation = argument_map.relations[group.get("data-relation", "")]
        ends = [relation.target, *(relation.premises if relation.kind.is_symmetric else ())]
        ends = [] if relation.kind in {RelationKind.RESTATES, RelationKind.ANSWERS} else ends
        tips = [
            (left - 8, upper - 8, right + 8, lower + 8)
            for left, upper, right, lower in map(covered, group.findall(f"{SVG}polygon"))
        ]
        assert len(tips) == len(ends)
        for end in ends:
            assert any(touch(tip, places.get(end) or dots[end]) for tip in tips)


@pytest.mark.parametrize("shape", ["tree", "star", "islands"])
def test_no_picture_is_much_wider_than_high(shape: str) -> None:
    if shape == "tree":
        argument_map = loads(yaml_text(150, 0, "tree"))
    else:
        names = "\n".join(f"  c{number}: Claim {number}." for number in range(100))
        links = [f"  - {{from: c{number}, supports: c0}}" for number in range(1, 100)]
        end = "\nrelations:\n" + "\n".join(links) if shape == "star" else ""
        argument_map = loads(f"argmap: 1\nclaims:\n{names}{end}\n")
    box = parsed(draw(argument_map, picture=CARDS)).get("viewBox", "").split()
    width, height = map(float, box[2:])
    assert width < 6 * height
    assert height < 2 * width
