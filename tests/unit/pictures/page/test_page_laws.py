"""Pages: sizes that can be read, and nothing that overlaps, measured from the SVG."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from support.paged import Box, crossed, debate, lines, overlapping, texts
from support.pictured import SVG, everything, groups, parsed, title, words
from support.strategies import argument_maps

from argmap import ArgumentMap, Claim, Relation, RelationKind, load
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.model.text import one_line
from argmap.pictures.page.drawing import page_sheets
from argmap.pictures.page.metrics import SMALL
from argmap.pictures.page.painting import SCREEN
from argmap.pictures.picture import PageOptions, Paper, Picture, Theme

README = 836  # pixels
SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


def drawn(
    argument_map: ArgumentMap, picture: Picture | None = None, **options: object
) -> list[ET.Element]:
    """Return the sheets of a page."""
    asked = (picture or Picture())._replace(options=PageOptions(**options))  # type: ignore[arg-type]
    return [parsed(sheet.svg) for sheet in page_sheets(argument_map, asked, SCREEN)]


@cache
def judged() -> Picture:
    return Picture(outcome=evaluate(load()))


def sides(root: ET.Element) -> tuple[float, float]:
    return float(root.get("width", "")), float(root.get("height", ""))


def main_texts(root: ET.Element) -> list[Box]:
    """Return labels and sentences: what is smaller than all else is places and remarks."""
    found = [box for group in groups(root, "claim") for box in texts(group)]
    sizes = sorted({box.size for box in found})
    biggest = sizes[-1]
    return [box for box in found if box.size > biggest * SMALL / 0.93]


def check_sizes(root: ET.Element, least: float) -> None:
    """Check that labels and sentences are as big as ``least``, all else four fifths of it."""
    assert main_texts(root)
    assert min(box.size for box in main_texts(root)) >= least
    assert min(box.size for box in texts(root)) >= 0.7 * least


def test_every_letter_can_be_read_in_a_readme() -> None:
    (root,) = drawn(load(), judged(), width=README)
    assert sides(root)[0] == README
    check_sizes(root, 10)
    assert min(box.size for box in texts(root)) >= 10 * 0.8


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_labels_take_one_sheet_and_sentences_two(paper: Paper) -> None:
    for number, has_labels_alone in ((1, True), (2, False)):
        sheets = drawn(load(), judged(), paper=paper, has_labels_alone=has_labels_alone)
        assert len(sheets) == number
        for root in sheets:
            check_sizes(root, 6.5)
            width, height = sides(root)
            assert width < height
            assert max(box.bottom for box in texts(root)) <= height
            assert max(box.right for box in texts(root)) <= width


def test_a_slide_has_two_columns_with_sentences() -> None:
    for picture in (judged(), Picture()):
        (root,) = drawn(load(), picture, paper=Paper.SLIDE)
        assert sides(root) == (1920, 1080)
        check_sizes(root, 12)
        heads = {round(box.left) for box in main_texts(root)}
        assert min(heads) < 100
        assert any(930 < left < 1000 for left in heads)


def check_nothing_overlaps(root: ET.Element) -> None:
    written = texts(root)
    assert overlapping(written) == []
    assert crossed(written, lines(root)) == []
    width, height = sides(root)
    for box in written:
        assert box.left >= 0
        assert box.right <= width
        assert box.bottom <= height


def check_arcs(root: ET.Element) -> None:
    """Check that no two lines of relations run over one another."""
    pieces = [
        (number, piece)
        for number, path in enumerate(lines(root, "relation"))
        for piece in path
        if piece.left != piece.right or piece.bottom - piece.top > 1
    ]
    level = [(n, p) for n, p in pieces if p.top == p.bottom]
    upright = [(n, p) for n, p in pieces if p.left == p.right]
    for (n, one), (m, other) in combinations(level, 2):
        if n != m and abs(one.top - other.top) < 0.4:
            assert min(one.right, other.right) - max(one.left, other.left) < 0.4
    for (n, one), (m, other) in combinations(upright, 2):
        if n != m and abs(one.left - other.left) < 0.4:
            assert min(one.bottom, other.bottom) - max(one.top, other.top) < 0.4


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"width": 390},
        {"columns": 2, "width": 1600},
        {"columns": 3},
        {"paper": Paper.A4},
        {"has_labels_alone": True, "paper": Paper.A4},
    ],
)
def test_nothing_overlaps_in_a_long_debate(options: dict[str, object]) -> None:
    argument_map = debate(150)
    for root in drawn(argument_map, Picture(outcome=evaluate(argument_map)), **options):
        check_nothing_overlaps(root)
        check_arcs(root)


def test_nothing_overlaps_in_the_bundled_map() -> None:
    for options in ({}, {"width": 390}, {"paper": Paper.SLIDE}):
        for root in drawn(load(), judged(), **options):
            check_nothing_overlaps(root)
            check_arcs(root)


@given(argument_maps())
def test_any_map_is_drawn(argument_map: ArgumentMap) -> None:
    picture = Picture(outcome=evaluate(argument_map))
    (root,) = drawn(argument_map, picture)
    check_nothing_overlaps(root)
    for root in drawn(argument_map, paper=Paper.A4):
        check_nothing_overlaps(root)


def test_each_claim_is_there_once_with_all_that_it_says() -> None:
    for argument_map in (everything(), load(), debate(60)):
        (root,) = drawn(argument_map)
        claims = groups(root, "claim")
        assert [g.get("data-claim") for g in claims] == list(argument_map.claims)
        for group, claim in zip(claims, argument_map.claims.values(), strict=True):
            assert title(group) == f"{claim.id}: {one_line(claim.text)}"
            for part in (claim.text, claim.headline, claim.place.replace(", ", ",")):
                assert "".join(one_line(part).split()) in words(group)
            assert ("implicit" in group.get("class", "")) is claim.implicit
        relations = groups(root, "relation")
        assert [g.get("data-relation") for g in relations] == list(argument_map.relations)
        assert all(len(group) > 1 for group in relations)


def test_voices_and_kinds_are_shown_where_they_change() -> None:
    (root,) = drawn(everything())
    shown = {g.get("data-claim"): words(g) for g in groups(root, "claim")}
    assert "one" in shown["top"]
    assert not shown["left"].endswith("one1,3")  # it is that of what it hangs under
    assert "two" in shown["right"]
    assert "oddity" in shown["odd"]


def test_what_is_against_the_theses_stands_on_a_pale_ground() -> None:
    claims = [Claim("a", "A.", kind="thesis"), Claim("b", "B."), Claim("c", "C."), Claim("d", "D.")]
    relations = [
        Relation("1", ATTACKS, ("b",), "a"),
        Relation("2", ATTACKS, ("c",), "b"),
        Relation("3", SUPPORTS, ("d",), "a"),
    ]
    (root,) = drawn(ArgumentMap(claims, relations))
    grounds = [
        rect for rect in root.iter(f"{SVG}rect") if rect.get("rx") and "stroke" not in rect.attrib
    ]
    colours = [rect.get("fill") for rect in grounds]
    assert colours == ["#fdf0e4", "#ffffff"]  # of b, and of c in it
    assert "against the theses" in "".join(root.itertext())


def test_linked_attackers_have_a_double_bracket() -> None:
    claims = [Claim(name, f"{name}.") for name in "abc"]
    found = []
    for kind in (SUPPORTS, ATTACKS):
        (root,) = drawn(ArgumentMap(claims, [Relation("r", kind, ("b", "c"), "a")]))
        (path,) = lines(root, "relation")
        found.append(len([piece for piece in path if piece.left == piece.right]))
    assert found == [1, 2]


def test_statuses_are_rings_but_for_the_commonest() -> None:
    (root,) = drawn(load(), judged())
    rings = {g.get("data-claim"): len(list(g.iter(f"{SVG}circle"))) for g in groups(root, "claim")}
    statuses = judged().outcome.statuses  # type: ignore[union-attr]
    assert {name for name, number in rings.items() if number} == {
        name for name in rings if name and name in statuses and str(statuses[name]) != "in"
    }
    (head,) = groups(root, "head")
    assert "not marked" in " ".join(head.itertext())


def test_strengths_are_numbers() -> None:
    argument_map = everything()
    (root,) = drawn(argument_map, Picture(outcome=evaluate(argument_map, "df-quad")))
    check_nothing_overlaps(root)
    assert "strength, from 0 to 1 (df-quad)" in "".join(root.itertext())


def test_a_page_of_a_script_that_runs_to_the_left_is_mirrored() -> None:
    claims = [Claim("a", "הטענה הראשונה של כולם", label="ראשונה"), Claim("b", "בגלל זה", at=("3",))]
    argument_map = ArgumentMap(claims, [Relation("r", SUPPORTS, ("b",), "a")], title="שאלה")
    (root,) = drawn(argument_map)
    check_nothing_overlaps(root)
    first, second = (texts(group)[0] for group in groups(root, "claim"))
    assert second.right < first.right
    assert README - 30 < first.right < README
    place = texts(groups(root, "claim")[1])[-1]
    assert place.left < 100


def test_a_map_of_nothing_says_so() -> None:
    for options in ({}, {"paper": Paper.A4}, {"columns": 3}):
        (root,) = drawn(ArgumentMap(title="Nothing"), **options)
        assert "This map has no claims." in "".join(root.itertext())


def test_a_block_that_goes_on_has_its_head_again() -> None:
    sheets = drawn(debate(150), paper=Paper.A4)
    assert len(sheets) > 2
    shown = ["".join(root.itertext()) for root in sheets]
    assert all(f"{number} of {len(sheets)}" in text for number, text in enumerate(shown, 1))
    assert any("(continued)" in text for text in shown[1:])
    claims = [g.get("data-claim") for root in sheets for g in groups(root, "claim")]
    assert set(claims) == set(debate(150).claims)


def test_what_is_highlighted_is_lit_and_all_else_dimmed() -> None:
    (root,) = drawn(load(), Picture(highlighted=("phone-call", "china-case", "two-tones")))
    lit = {g.get("data-claim") for g in groups(root, "claim") if "lit" in g.get("class", "")}
    assert lit == {"phone-call", "two-tones"}
    assert "dimmed" in groups(root, "claim")[0].get("class", "")
    check_nothing_overlaps(root)


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_has_its_ground(theme: Theme) -> None:
    (root,) = drawn(everything(), Picture(theme=theme))
    ground = next(rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == "ground")
    assert (ground.get("fill") == "#16181d") is (theme is Theme.DARK)


def test_the_size_grows_as_the_map_does() -> None:
    sizes = []
    for number in (200, 2000):
        (sheet,) = page_sheets(debate(number), Picture(), SCREEN)
        sizes.append(len(sheet.svg.encode()))
    assert sizes[1] < 5_000_000
    assert sizes[1] < 12 * sizes[0]
