"""Pictures: every claim and relation once, told apart, the same bytes, and nothing but text."""

from __future__ import annotations

import io
import itertools
import os
import pty
import re
import shlex
import subprocess
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from maps import yaml_text
from support import COMMAND, ROOT, argmap, environment

from argmap import ArgmapError, ArgumentMap, load, loads, save
from argmap.analysis.evaluation import evaluate
from argmap.formats import Losses, draw, drawable, dumps
from argmap.formats import _pictures as pictures
from argmap.formats._palette import LINES
from argmap.formats._pictures.drawing import MOST_CLAIMS, svg_element
from argmap.formats._pictures.picture import Direction, Grouping, Picture, Theme
from argmap.formats._pictures.source import source
from argmap.model import RelationKind
from argmap.model.text import one_line

PICTURES = sorted({*drawable()} - {"html"})  # a page does without a picture
MAPS = ROOT / "tests" / "functional" / "maps"
LIBRARY = str(MAPS / "library.yaml")
SVG = "{http://www.w3.org/2000/svg}"

ELEMENTS = {"svg", "title", "desc", "g", "path", "polygon", "polyline", "ellipse", "text"}
ATTRIBUTES = {
    *("class", "id", "role", "viewBox", "width", "height", "transform", "font-family"),
    *("aria-roledescription", "aria-labelledby"),
    *("data-claim", "data-relation", "data-premises", "data-target"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray"),
    *("d", "points", "cx", "cy", "rx", "ry", "x", "y"),
    *("text-anchor", "font-size", "font-weight", "font-style", "direction"),
}

# Every kind of relation, linked premises, backing, an undercut of an undercut, and a circle.
EVERYTHING = """
argmap: 1
title: Everything there is
source: {title: A letter, unit: page}
claims:
  top: {text: The topmost claim of all., label: Top, kind: thesis, voice: one, at: 3}
  left: {text: It stands at the left., kind: premise, voice: one, at: [1, 3]}
  right: {text: It stands at the right., kind: evidence, voice: two, implicit: true}
  other: {text: The top is wrong., kind: theory, voice: two, at: 2}
  again: {text: What is said of the top is false., kind: concession}
  low: {text: It stands below., kind: context}
  odd: {text: It has a kind of its own., kind: oddity}
relations:
  - {from: [left, right], supports: top, id: both}
  - {from: low, attacks: left}
  - {from: odd, undercuts: both, id: cut}
  - {from: low, supports: both, id: backing}
  - {from: left, undercuts: cut}
  - {from: other, contradicts: top}
  - {from: other, restates: again}
  - {from: top, supports: low}
"""


def parsed(svg: bytes | str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 our own


def groups(root: ET.Element, name: str) -> list[ET.Element]:
    """Return the groups of claims or relations, in order."""
    return [g for g in root.iter(f"{SVG}g") if g.get("class", "").split(" ")[0] == name]


def title(group: ET.Element) -> str:
    found = group.find(f"{SVG}title")
    assert found is not None
    return found.text or ""


def words(element: ET.Element) -> str:
    """Return the text drawn, without spaces: lines break anywhere."""
    texts = ("".join(text.itertext()) for text in element.iter(f"{SVG}text"))
    return "".join("".join(texts).split())


def without_spaces(text: str) -> str:
    return "".join(one_line(text).split())


def everything() -> ArgumentMap:
    return loads(EVERYTHING)


@pytest.mark.parametrize("name", ["bundled", "everything", "library", "cyclic", "hostile"])
def test_every_claim_and_relation_is_there_once(name: str) -> None:
    if name == "everything":
        argument_map = everything()
    else:
        argument_map = load(None if name == "bundled" else MAPS / f"{name}.yaml")
    root = parsed(draw(argument_map))
    claims = groups(root, "claim")
    assert [g.get("data-claim") for g in claims] == list(argument_map.claims)
    for group, claim in zip(claims, argument_map.claims.values(), strict=True):
        assert title(group) == f"{claim.id}: {one_line(claim.text)}"
        shown = words(group)
        assert without_spaces(claim.text) in shown
        assert without_spaces(claim.headline) in shown
        assert without_spaces(claim.voice or "") in shown
        assert ("implicit" in group.get("class", "")) is claim.implicit
    relations = groups(root, "relation")
    assert [g.get("data-relation") for g in relations] == list(argument_map.relations)
    for group, relation in zip(relations, argument_map.relations.values(), strict=True):
        assert group.get("class") == f"relation {relation.kind}"
        assert group.get("data-premises") == " ".join(relation.premises)
        assert group.get("data-target") == relation.target
        assert all(part in title(group) for part in (*relation.premises, relation.target))
        lines = len(group.findall(f"{SVG}path"))
        is_junction = relation.is_linked or bool(argument_map.incoming(relation.id))
        assert lines == (len(relation.premises) + 1 if is_junction else 1)
        assert len(group.findall(f"{SVG}ellipse")) == is_junction
        assert {p.get("stroke") for p in group.findall(f"{SVG}path")} == {LINES[relation.kind]}
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_relations_are_told_apart_without_colour() -> None:
    """By dash pattern, by width, by arrow head: no two kinds look alike, in any theme."""
    for theme in Theme:
        root = parsed(draw(everything(), picture=Picture(theme=theme)))
        looks: dict[str, set[object]] = {}
        for group in groups(root, "relation"):
            if group.get("data-relation") in {"both", "cut"}:
                continue  # more than one line
            (path,) = group.findall(f"{SVG}path")
            heads = Counter(
                (len(shape.get("points", "").split()), shape.tag)
                for shape in group
                if shape.tag in {f"{SVG}polygon", f"{SVG}polyline"}
            )
            look = (
                path.get("stroke-dasharray"),
                path.get("stroke-width"),
                str(sorted(heads.items())),
            )
            looks.setdefault(group.get("class", ""), set()).add(look)
        assert set(looks) == {f"relation {kind}" for kind in RelationKind}
        for one, other in itertools.combinations(looks.values(), 2):
            assert not one & other


def test_kinds_are_told_apart_by_colour_and_in_words() -> None:
    root = parsed(draw(everything()))
    fills = []
    for group, claim in zip(groups(root, "claim"), everything().claims.values(), strict=True):
        assert claim.kind
        assert claim.kind in words(group)
        polygons = group.findall(f"{SVG}polygon")
        fills.append((polygons[0].get("fill"), polygons[1].get("fill")))
        is_styled = claim.kind != "oddity"
        assert (claim.kind in group.get("class", "").split()) is is_styled
    assert len(set(fills)) == len(fills)


def test_on_paper_there_is_black_alone() -> None:
    root = parsed(draw(everything(), picture=Picture(theme=Theme.PRINT)))
    colours = {e.get(name) for e in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert colours <= {"#000000", "#ffffff", "black", "white"}


def test_the_legend_has_what_occurs_and_nothing_else() -> None:
    (head,) = groups(parsed(draw(everything())), "head")
    shown = words(head)
    told = [*RelationKind, "thesis", "theory", "implicit", "pageofthesource", "linkedpremises"]
    assert all(word in shown for word in told)
    (head,) = groups(parsed(draw(load(LIBRARY))), "head")
    assert "contradicts" not in words(head)
    assert "theory" not in words(head)
    assert "otherkinds" not in words(head)


def test_the_legend_tells_of_kinds_that_have_no_colour_of_their_own() -> None:
    kinds = "argmap: 1\nclaims:\n  a: {text: A, kind: %s}\n  b: {text: B, kind: premise}\n"
    for kind, is_told in (("finding", True), ("thesis", False)):
        (head,) = groups(parsed(draw(loads(kinds % kind))), "head")
        assert ("otherkinds:namedonthecard" in words(head)) == is_told
        assert "premise" in words(head)


def covered(group: ET.Element) -> tuple[float, float, float, float]:
    """Return left, upper, right and lower end of what is drawn of a claim or a frame.

    Of a path with curves they are those of its points, which it stays between.
    """
    told = [e.get("points") or e.get("d") or "" for e in group.iter()]
    numbers = [float(number) for each in told for number in re.findall(r"-?\d+\.?\d*", each)]
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


@pytest.mark.parametrize("grouping", [None, Grouping.VOICE])
@pytest.mark.parametrize("direction", Direction)
def test_nothing_stands_under_the_title_or_the_legend(
    direction: Direction, grouping: Grouping | None
) -> None:
    for argument_map in (load(), everything()):
        root = parsed(draw(argument_map, picture=Picture(direction, group=grouping)))
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
        (Grouping.SECTION, {"page1", "page2", "page3"}),
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
    told: dict[str, list[str]] = {}
    for frame in frames:
        (tag,) = [
            tag
            for tag in groups(root, "frame-title")
            if touch(covered(tag), (*frame[:2], frame[2], frame[1]))
        ]
        assert not any(touch(covered(tag), covered(g)) for g in groups(root, "claim"))
        inside = [g for g in groups(root, "claim") if touch(covered(g), frame)]
        assert all(touch(frame, covered(g)) == within(covered(g), frame) for g in inside)
        told[words(tag)] = [g.get("data-claim", "") for g in inside]
    assert set(told) == titles
    for claim in everything().claims.values():
        place = claim.at and f"page{claim.at[0].first}"
        own = {Grouping.VOICE: claim.voice, Grouping.KIND: claim.kind, Grouping.SECTION: place}
        holding = [title for title, names in told.items() if claim.id in names]
        assert holding == ([own[grouping]] if own[grouping] else [])


def test_a_long_title_of_a_frame_is_folded() -> None:
    name = "somebody-or-other " * 20
    argument_map = loads(f"argmap: 1\nclaims: {{a: {{text: A, kind: {name}}}}}")
    root = parsed(draw(argument_map, picture=Picture(group=Grouping.KIND)))
    (frame,), (tag,) = groups(root, "frame"), groups(root, "frame-title")
    assert words(tag) == without_spaces(name)
    left, _, right, _ = covered(frame)
    assert right - left < 500


def test_a_chain_is_lit_and_the_rest_is_dimmed(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    ends = "phone-call..cognitive-community"
    assert argmap("export", "-o", str(path), "--highlight", ends).status == 0
    root = parsed(path.read_bytes())
    parts = [*groups(root, "claim"), *groups(root, "relation")]
    lit = {
        g.get("data-claim") or g.get("data-relation")
        for g in parts
        if "lit" in g.get("class", "").split()
    }
    assert {"phone-call", "cognitive-community"} < lit
    assert len(lit) % 2 == 1  # claims and relations in turn
    assert all({"lit", "dimmed"} & set(g.get("class", "").split()) for g in parts)


@pytest.mark.parametrize("ends", ["no-split..cognitive-community", "phone-call..phone-call"])
def test_without_a_chain_there_is_a_sentence_and_no_file(ends: str, tmp_path: Path) -> None:
    result = argmap("export", "-o", "map.svg", "--highlight", ends, cwd=tmp_path)
    traced = argmap("trace", *ends.split(".."))
    assert (result.status, result.out, result.err) == (1, "", traced.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("ends", "hint"), [("no-split", "FROM..TO"), ("..", "FROM..TO"), ("no-spit..x", "no-split")]
)
def test_what_is_no_chain_is_an_error(ends: str, hint: str) -> None:
    result = argmap("export", "-f", "svg", "--highlight", ends)
    assert (result.status, result.out) == (2, "")
    assert hint in result.err


def test_statuses_are_on_the_cards_in_words() -> None:
    result = argmap("export", "-f", "svg", "--evaluate")
    root = parsed(result.out.encode())
    told = {g.get("data-claim"): words(g) for g in groups(root, "claim")}
    assert told["phone-call"].endswith("●in")
    assert told["end-of-history"].endswith("○out")
    assert told["no-split"].endswith("◐undecided")
    (head,) = groups(root, "head")
    assert "(grounded)" in words(head)


def test_strengths_are_on_the_cards_in_numbers() -> None:
    words_of = ["export", "-f", "svg", "--semantics", "df-quad", "--around", "no-split"]
    root = parsed(argmap(*words_of).out.encode())
    told = {g.get("data-claim", ""): words(g) for g in groups(root, "claim")}
    # What the whole map comes to, not the part that is drawn.
    for line in argmap("evaluate", "--semantics", "df-quad", *told).out.splitlines():
        name, strength, _ = line.split("\t")
        assert told[name].endswith(strength)
    held = argmap(*words_of, "--reject", "eventual-split").out.encode()
    other = {g.get("data-claim"): words(g) for g in groups(parsed(held), "claim")}
    assert other["eventual-split"].endswith("0.0000")


def test_the_bar_of_a_strength_is_as_thick_beside_many_lines() -> None:
    argument_map = loads(f"argmap: 1\nclaims: {{a: {{text: A, kind: {'many words ' * 20}}}}}")
    picture = Picture(theme=Theme.PRINT, outcome=evaluate(argument_map, "df-quad"))
    (group,) = groups(parsed(draw(argument_map, picture=picture)), "claim")
    shapes = map(covered, group.findall(f"{SVG}polygon"))
    bars = [lower - upper for left, upper, right, lower in shapes if 10 < right - left < 60]
    assert bars
    assert max(bars) < 10


HOSTILE = [
    "</text></svg><script>alert(1)</script>",
    "<a href='javascript:alert(1)' onclick=\"x\">&amp; &lt; ]]> <!--",
    "\\N \\G \\E \\l \\ %s %N",
    "\x00\x1b[31m \u202e \ufffe <b>bold</b>\\",
    'x" fill="red',
    "one\ntwo\u2028three",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    name = re.sub(r"[\s\x00-\x1f\u2028]", "", text)
    claim = next(iter(loads("argmap: 1\nclaims: {a: b}").claims.values()))
    hostile = claim._replace(id=name, text=text, label=text, kind=text, voice=text)
    link = everything().relations["low/left"]
    argument_map = ArgumentMap(
        [hostile, claim, claim._replace(id="c")],
        [
            link._replace(id="x", premises=(name, "c"), target="a", scheme=text),
            link._replace(id="u", kind=RelationKind.UNDERCUTS, premises=("c",), target="x"),
        ],
        title=text,
    )
    for grouping in (None, Grouping.VOICE):
        root = parsed(draw(argument_map, picture=Picture(group=grouping)))
        check_safe(root)
        group = groups(root, "claim")[0]
        assert group.get("data-claim") == one_line(name)
        assert title(group) == f"{one_line(name)}: {one_line(text)}"
        assert words(group).count(without_spaces(text)) >= 1
        (head,) = groups(root, "head")
        assert without_spaces(text) in words(head)


def check_safe(root: ET.Element) -> None:
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        for key, value in element.attrib.items():
            if not key.startswith("data-"):
                assert "alert" not in value
                assert "url(" not in value


@pytest.mark.parametrize("name", ["hostile", "empty", "cyclic", "no-labels"])
def test_nothing_but_shapes_and_text_is_in_it(name: str) -> None:
    check_safe(parsed(draw(load(MAPS / f"{name}.yaml"))))


def test_an_empty_map_says_that_it_is_empty() -> None:
    assert "Thismaphasnoclaims." in words(parsed(draw(load(MAPS / "empty.yaml"))))


def test_the_picture_has_a_name_and_a_description() -> None:
    root = parsed(draw(load()))
    assert root.get("role") == "graphics-document document"
    named = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    ids = [element.get("id", "") for element in named if element is not None]
    assert " ".join(ids) == root.get("aria-labelledby")
    assert title(root) == "What holds China and Russia together?"
    assert all(g.get("role") == "graphics-symbol img" for g in groups(root, "claim"))


def test_an_element_for_a_page_has_no_size_and_no_declaration() -> None:
    element = svg_element(load(LIBRARY), Picture(theme=Theme.DARK))
    assert element.startswith("<svg ")
    root = parsed(element)
    assert root.get("viewBox")
    assert root.get("width") is None
    assert [g.get("id") for g in groups(root, "claim")] == [
        f"picture-claim-{number}" for number in range(1, 7)
    ]


@lru_cache
def is_font_there() -> bool:
    """Return whether this machine has a font; a bare one has none, and draws no png or pdf."""
    return "no font is installed" not in argmap("export", "-f", "pdf", "-o", os.devnull).err


NEEDS_FONT = {"png", "pdf"}


@pytest.fixture
def font(request: pytest.FixtureRequest) -> None:
    """Skip a test of what needs a font where there is none."""
    if request.node.callspec.params["name"] in NEEDS_FONT and not is_font_there():
        pytest.skip("no font is installed")


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", drawable())
def test_two_processes_draw_the_same_bytes(name: str, tmp_path: Path) -> None:
    drawn = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.{name}"
        options = ["--evaluate", "--group", "voice", "-m", LIBRARY]
        result = argmap("export", "-o", str(path), *options, PYTHONHASHSEED=seed)
        assert (result.status, result.out) == (0, "")
        assert "ontconfig" not in result.err
        drawn.append(path.read_bytes())
    assert drawn[0] == drawn[1]
    assert drawn[0][:4] in {b"<?xm", b"\x89PNG", b"%PDF", b"<!do"}
    assert b"CreationDate" not in drawn[0]


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", drawable())
def test_a_picture_goes_through_a_pipe(name: str) -> None:
    command = [*COMMAND, "export", "-f", name, "-m", LIBRARY]
    done = subprocess.run(command, capture_output=True, env=environment(), check=True)
    assert done.stdout == draw(load(LIBRARY), name)


@pytest.mark.parametrize("name", ["png", "pdf"])
def test_bytes_do_not_go_to_a_terminal(name: str) -> None:
    master, slave = pty.openpty()
    command = [*COMMAND, "export", "-f", name, "-m", LIBRARY]
    done = subprocess.run(
        command, stdout=slave, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(slave)
    os.close(master)
    assert done.returncode == 2
    assert b"write it to a file with -o" in done.stderr


@pytest.mark.parametrize(
    "option",
    [
        "--direction left",
        "--theme dark",
        "--group kind",
        "--highlight a..b",
        "--evaluate",
        "--semantics df-quad",
        "--assume phone-call",
        "--reject phone-call",
    ],
)
def test_an_option_of_pictures_is_refused_elsewhere(option: str) -> None:
    result = argmap("export", "-f", "yaml", *option.split())
    assert (result.status, result.out) == (2, "")
    assert f"{option.split(maxsplit=1)[0]} is for pictures, and yaml is none" in result.err


def test_around_is_the_same_as_naming_the_claim() -> None:
    named = argmap("export", "stopgap", "-d", "2", "-f", "svg")
    assert argmap("export", "--around", "stopgap", "-d", "2", "-f", "svg") == named
    assert argmap("export", "--around", "stopgap", "-f", "csv") == argmap(
        "export", "stopgap", "-f", "csv"
    )


def test_a_highlighted_chain_is_drawn_whole_beside_a_part() -> None:
    words_of = "export --around us-alliances -d 0 -f svg --highlight never-tested..open-trend"
    root = parsed(argmap(*words_of.split()).out.encode())
    shown = {g.get("data-claim") for g in groups(root, "claim")}
    assert {"us-alliances", "never-tested", "open-trend"} <= shown


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize(("name", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_python_draws_and_saves(name: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"map.{name}"
    losses = save(load(LIBRARY), path)
    assert path.read_bytes().startswith(start)
    assert "1 note" in str(losses)
    with pytest.raises(ArgmapError, match="svg is a picture, not text"):
        dumps(load(LIBRARY), "svg")
    with pytest.raises(ArgmapError, match="yaml is not a picture"):
        draw(load(LIBRARY), "yaml")


def test_a_big_map_is_refused_with_a_command_that_draws_a_part(tmp_path: Path) -> None:
    size = MOST_CLAIMS + 1
    (tmp_path / "my map.yaml").write_text(yaml_text(size, 0, "tree"), encoding="utf-8")
    result = argmap("export", "-m", "my map.yaml", "-o", "map.svg", cwd=tmp_path)
    assert result.status == 2
    assert f"holds {MOST_CLAIMS:,} claims" in result.err
    assert f"here are {size:,}" in result.err
    assert not (tmp_path / "map.svg").exists()
    command = result.err.split("to draw a part of it: argmap ")[1]
    drawn = argmap(*shlex.split(command), cwd=tmp_path)
    assert drawn.status == 0
    assert 50 < len(groups(parsed((tmp_path / "map.svg").read_bytes()), "claim")) <= 150


def test_a_claim_that_too_much_bears_on_is_not_offered(tmp_path: Path) -> None:
    lines = ["argmap: 1", "claims:", "  top: {text: Top, kind: thesis}", "  other: Other"]
    lines += [f"  c{n}: C" for n in range(MOST_CLAIMS)]
    lines += ["relations:", "  - {from: c0, supports: other}"]
    lines += [f"  - {{from: c{n}, supports: top}}" for n in range(MOST_CLAIMS)]
    (tmp_path / "map.yaml").write_text("\n".join(lines), encoding="utf-8")
    result = argmap("export", "-m", "map.yaml", "-o", "map.svg", cwd=tmp_path)
    assert "argmap export other --depth 2" in result.err
    result = argmap("export", "top", "-m", "map.yaml", "-o", "map.svg", cwd=tmp_path)
    assert result.status == 2
    assert "around a claim that fewer claims bear on" in result.err
    assert argmap("export", "other", "-m", "map.yaml", "-o", "o.svg", cwd=tmp_path).status == 0


def test_a_part_says_that_it_is_one_and_what_is_left_out() -> None:
    root = parsed(argmap("export", "-f", "svg", "--around", "quasi-alliance").out.encode())
    (head,) = groups(root, "head")
    told = {g.get("data-claim", ""): words(g) for g in groups(root, "claim")}
    whole = load()
    assert f"apartofthemap:{len(told)}of{len(whole.claims)}claims" in words(head)
    assert f"a part of a map of {len(whole.claims)} claims" in (root.findtext(f"{SVG}desc") or "")
    drawn = {g.get("data-relation") for g in groups(root, "relation")}
    for name, shown in told.items():
        left_out = sum(relation.id not in drawn for relation in whole.incoming(name))
        assert (f"+{left_out}" in shown) is bool(left_out)
    assert "+2" in told["power-only"]
    (head,) = groups(parsed(draw(whole)), "head")
    assert "apartofthemap" not in words(head)


def test_a_line_that_runs_to_the_left_begins_at_the_right() -> None:
    text = "שירות ציבורי צריך להיות פתוח כאשר הציבור פנוי, כך אומרים רבים בעיר הגדולה."
    root = parsed(draw(loads(f"argmap: 1\nclaims: {{a: '{text}', b: It runs to the right.}}")))
    hebrew, english = groups(root, "claim")
    lines = hebrew.findall(f"{SVG}text")
    assert len(lines) > 1
    assert {line.get("direction") for line in lines} == {"rtl"}
    # Each is told by its left end, which is where it ends.
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


def test_a_depth_without_a_claim_is_refused() -> None:
    result = argmap("export", "-f", "svg", "--depth", "2")
    assert (result.status, result.out) == (2, "")
    assert "none is named" in result.err


def test_what_was_assumed_and_rejected_is_told() -> None:
    held = ["--assume", "no-alliance", "--reject", "quasi-alliance", "--reject", "phone-call"]
    for options in ([], ["--semantics", "df-quad"]):
        root = parsed(argmap("export", "-f", "svg", *held, *options).out.encode())
        (head,) = groups(root, "head")
        assert "assumed,whateverbearsonit:no-alliance" in words(head)
        assert "rejected,whateverbearsonit:quasi-alliance,phone-call" in words(head)
        told = {g.get("data-claim", ""): words(g) for g in groups(root, "claim")}
        assert "assumed" in told.pop("no-alliance")
        assert "rejected" in told.pop("quasi-alliance")
        assert "rejected" in told.pop("phone-call")
        assert not any("assumed" in each or "rejected" in each for each in told.values())


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["png"])
def test_a_picture_hard_to_read_says_so(name: str, tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "map.yaml").write_text(yaml_text(900, 0, "chain"), encoding="utf-8")
    result = argmap("export", "-m", "map.yaml", "-o", f"map.{name}", cwd=tmp_path)
    assert result.status == 0
    assert "metres wide" in result.err
    assert "pixels a point, where 2 are usual" in result.err
    assert "metres" not in argmap("export", "-o", str(tmp_path / f"small.{name}")).err
    with Image.open(tmp_path / f"map.{name}") as image:
        assert max(image.size) <= 16_000
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["png"])
def test_what_is_said_of_the_size_holds_of_title_and_legend_too(name: str) -> None:
    chain = loads(yaml_text(120, 0, "chain"))
    claims, relations = chain.claims.values(), chain.relations.values()
    long = ArgumentMap(claims, relations, title="A title of many words. " * 60)
    losses = Losses()
    png = draw(long, name, losses=losses)
    box = parsed(draw(long)).get("viewBox", "").split()
    width, height = (float(side) for side in box[2:])
    metres, sharpness = losses.notes
    told = [float(number) for number in re.findall(r"\d+\.\d+", metres)]
    assert told == [pytest.approx(side * 0.0254 / 72, abs=0.15) for side in (width, height)]
    (pixels,) = re.findall(r"\d+\.\d+", sharpness)
    assert float(pixels) == pytest.approx(int.from_bytes(png[20:24]) / height, rel=0.02)


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["png"])
def test_a_small_map_with_a_long_title_is_as_sharp_as_any(name: str) -> None:
    losses = Losses()
    draw(loads(f"argmap: 1\ntitle: {'word ' * 400}\nclaims: {{a: A}}"), name, losses=losses)
    assert losses.notes == []


def test_words_of_the_legend_stand_beside_their_sample() -> None:
    """However many signs stand for one that is not shown as it is."""
    text = 'argmap: 1\nsource: {unit: "a\\e[31m\\0\\0\\0\\0\\0"}\nclaims: {a: {text: A, at: 1}}'
    (head,) = groups(parsed(draw(loads(text))), "head")
    sample, told = head.findall(f"{SVG}text")
    assert sample.text == "[n]"
    assert float(told.get("x", "")) - float(sample.get("x", "")) > 20


def test_graphviz_has_nothing_to_complain_of() -> None:
    """Of a map that it lays out in several ways; not even where it goes on all the same."""
    texts = source(load(), Picture()).texts
    assert len(texts) > 1
    child = Path(pictures.__path__[0]) / "child.py"
    done = subprocess.run(
        [sys.executable, "-P", child, "layout"],
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
        ends = [] if relation.kind is RelationKind.RESTATES else ends
        tips = [
            (left - 8, upper - 8, right + 8, lower + 8)
            for left, upper, right, lower in map(covered, group.findall(f"{SVG}polygon"))
        ]
        assert len(tips) == len(ends)
        for end in ends:
            assert any(touch(tip, places.get(end) or dots[end]) for tip in tips)


def test_of_linked_premises_those_in_the_chain_alone_are_lit() -> None:
    argument_map = loads(EVERYTHING)
    lit = frozenset({"left", "both", "top"})
    root = parsed(draw(argument_map, picture=Picture(highlighted=lit)))
    (group,) = [g for g in groups(root, "relation") if g.get("data-relation") == "both"]
    colours = Counter(line.get("stroke") for line in group.findall(f"{SVG}path"))
    assert colours.pop(LINES[RelationKind.SUPPORTS]) == 2
    assert sum(colours.values()) == 1


def test_the_legend_tells_of_a_step_that_something_bears_on() -> None:
    sign = "astepthatisitselfsupportedorundercut"
    start = "argmap: 1\nclaims: {a: A, b: B, c: C}\nrelations: [{from: a, supports: b, id: r}"
    for end, is_told in ((", {from: c, supports: r}]", True), (", {from: c, supports: b}]", False)):
        (head,) = groups(parsed(draw(loads(start + end))), "head")
        assert (sign in words(head)) is is_told


@pytest.mark.slow
def test_a_dense_map_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(yaml_text(300, 1500), encoding="utf-8")
    result = argmap("export", "-m", "map.yaml", "-o", "map.svg", cwd=tmp_path)
    assert result.status == 0
    assert len(groups(parsed((tmp_path / "map.svg").read_bytes()), "relation")) == 1500


@pytest.mark.parametrize("shape", ["tree", "star", "islands"])
def test_no_picture_is_much_wider_than_high(shape: str) -> None:
    if shape == "tree":
        argument_map = loads(yaml_text(150, 0, "tree"))
    else:
        names = "\n".join(f"  c{number}: Claim {number}." for number in range(100))
        links = [f"  - {{from: c{number}, supports: c0}}" for number in range(1, 100)]
        end = "\nrelations:\n" + "\n".join(links) if shape == "star" else ""
        argument_map = loads(f"argmap: 1\nclaims:\n{names}{end}\n")
    box = parsed(draw(argument_map)).get("viewBox", "").split()
    width, height = map(float, box[2:])
    assert width < 6 * height
    assert height < 2 * width


@pytest.mark.parametrize("name", PICTURES)
def test_where_no_font_is_installed(name: str, tmp_path: Path) -> None:
    """Graphviz would leave the text out in silence; an SVG has it as text all the same."""
    settings = tmp_path / "fonts.conf"
    settings.write_text("<fontconfig><dir>/none</dir></fontconfig>", encoding="utf-8")
    words_of = ["export", "-m", LIBRARY, "-o", str(tmp_path / f"map.{name}")]
    result = argmap(*words_of, FONTCONFIG_FILE=str(settings))
    assert result.status == (0 if name == "svg" else 2)
    assert ("no font is installed" in result.err) is (name != "svg")


# What follows runs in a Python that cannot import pygraphviz.
_ABSENT = "import sys\nsys.modules['pygraphviz'] = None\n"


def without_pygraphviz(folder: Path, *words: str) -> tuple[int, str, str]:
    (folder / "sitecustomize.py").write_text(_ABSENT, encoding="utf-8")
    return argmap(*words, cwd=folder, PYTHONPATH=f"{folder}:{ROOT}")


@pytest.mark.parametrize("name", PICTURES)
def test_without_the_extra_a_picture_names_it(name: str, tmp_path: Path) -> None:
    status, out, err = without_pygraphviz(tmp_path, "export", "-o", f"map.{name}")
    assert (status, out) == (2, "")
    assert "a picture needs pygraphviz, which is not installed" in err
    assert f"install it with: {sys.executable} -m pip install 'argmap[draw]'" in err
    assert not (tmp_path / f"map.{name}").exists()


def test_without_the_extra_all_else_works(tmp_path: Path) -> None:
    status, out, _ = without_pygraphviz(tmp_path, "export", "-f", "dot")
    assert (status, out) == (0, argmap("export", "-f", "dot").out)
    assert without_pygraphviz(tmp_path, "formats")[1] == argmap("formats").out


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["pdf"])
def test_a_pdf_has_a_title_and_no_date(name: str) -> None:
    from pypdf import PdfReader

    pdf = PdfReader(io.BytesIO(draw(load(), name)))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "What holds China and Russia together?"
    assert pdf.metadata.creation_date is None
    assert len(pdf.pages) == 1


@pytest.mark.external
def test_text_in_a_pdf_is_text(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    argmap("export", "-o", str(path))
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    shown = without_spaces(done.stdout)
    assert all(without_spaces(c.label or "") in shown for c in load().claims.values())
