"""Title and legend: everything in them has room of its own, and no more is asked for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.pictured import everything

from argmap import (
    ArgumentMap,
    Claim,
    Passage,
    Place,
    Relation,
    RelationKind,
    Source,
    evaluate,
)
from argmap.pictures.blocks import Block, Box, Line, Part
from argmap.pictures.legend import legend_block, scale_of, title_block
from argmap.pictures.picture import Picture


def extent(part: Part) -> tuple[float, float]:
    """Return where a part begins and ends, across."""
    if isinstance(part, Box):
        return part.x - part.width / 2, part.x + part.width / 2
    return part.x, part.end if isinstance(part, Line) else part.x + part.width


def rows(block: Block) -> list[list[tuple[float, float]]]:
    """Return the extents of the parts of each row, from left to right."""
    by_height: dict[float, list[tuple[float, float]]] = {}
    for part in block.parts:
        by_height.setdefault(round(part.y, 3), []).append(extent(part))
    return [sorted(parts) for _, parts in sorted(by_height.items())]


def large(size: int) -> ArgumentMap:
    """Return a map of everything and many claims besides."""
    small = everything()
    more = [Claim(f"more-{number}", f"Claim {number}.") for number in range(size)]
    return ArgumentMap([*small.claims.values(), *more], small.relations.values())


@pytest.mark.parametrize("room", [0, 100, 250, 420, 1000, 5000])
@pytest.mark.parametrize("argument_map", [everything(), large(100)], ids=["small", "large"])
def test_a_legend_is_as_wide_as_its_widest_row(argument_map: ArgumentMap, room: float) -> None:
    picture = Picture(outcome=evaluate(argument_map, assume=["low"]))
    block = legend_block(argument_map, picture, room)
    found = rows(block)
    assert block.width == pytest.approx(max(row[-1][1] for row in found))
    assert min(row[0][0] for row in found) == 0
    assert block.height == pytest.approx(len(found) * 16 * scale_of(argument_map))
    for row in found:
        assert all(start > end for (_, end), (start, _) in pairwise(row))
        assert row[-1][1] <= room or len(row) <= 2  # a single entry: its sample and its words


def test_entries_are_set_side_by_side_while_there_is_room() -> None:
    argument_map = everything()
    narrow, wide = (legend_block(argument_map, Picture(), room) for room in (300, 5000))
    assert len(rows(wide)) == 2  # relations, others: each begins a row
    assert len(rows(narrow)) > 2
    assert narrow.width <= 300 < wide.width
    exact = legend_block(argument_map, Picture(), wide.width)
    assert exact == wide
    assert len(rows(legend_block(argument_map, Picture(), wide.width - 1))) == 3


def test_a_bigger_map_has_a_bigger_head() -> None:
    assert scale_of(everything()) == 1
    assert scale_of(large(52)) == 2  # of 60 claims
    assert scale_of(large(100_000)) == 6


def test_lines_have_heads_at_the_ends_where_relations_have_them() -> None:
    m = everything()
    what = Claim("what", "What is it?", kind="question")
    answer = Relation("top/what", RelationKind.ANSWERS, ("top",), "what")
    asking = ArgumentMap([*m.claims.values(), what], [*m.relations.values(), answer])
    lines = [p for p in legend_block(asking, Picture(), 5000).parts if isinstance(p, Line)]
    kinds = list(RelationKind)
    heads = {
        kind: (bool(line.tail), bool(line.head)) for kind, line in zip(kinds, lines, strict=True)
    }
    assert heads == {
        RelationKind.SUPPORTS: (False, True),
        RelationKind.ATTACKS: (False, True),
        RelationKind.UNDERCUTS: (False, True),
        RelationKind.CONTRADICTS: (True, True),
        RelationKind.RESTATES: (False, False),
        RelationKind.ANSWERS: (False, True),
    }
    assert {line.end - line.x for line in lines} == {34.0}


def test_a_title_is_as_high_as_its_lines() -> None:
    titled = ArgumentMap([Claim("a", "A.")], title="Short")
    long = ArgumentMap([Claim("a", "A.")], title="word " * 60)
    assert title_block(titled, Picture()).height == pytest.approx(18 * 1.25)
    block = title_block(long, Picture())
    assert len(block.parts) > 1
    assert block.height == pytest.approx(18 * 1.25 * len(block.parts))
    assert [part.y for part in block.parts] == pytest.approx(
        [18 * 1.25 * (number + 0.5) for number in range(len(block.parts))]
    )
    assert block.width <= 560 * 1.15
    assert title_block(ArgumentMap([Claim("a", "A.")]), Picture()) == Block(0, 0, ())


@pytest.mark.parametrize(
    ("relations", "said"),
    [
        ((), ()),
        ((Relation("r", RelationKind.SUPPORTS, ("a", "b"), "c"),), ("linked premises",)),
        (
            (
                Relation("r", RelationKind.SUPPORTS, ("a",), "b"),
                Relation("u", RelationKind.UNDERCUTS, ("c",), "r"),
            ),
            ("a step that is itself supported or undercut",),
        ),
    ],
)
def test_dots_are_explained_where_there_are_any(
    relations: tuple[Relation, ...], said: tuple[str, ...]
) -> None:
    argument_map = ArgumentMap([Claim(name, f"{name}.") for name in "abc"], relations)
    text = str(legend_block(argument_map, Picture(), 5000).parts)
    for words in ("linked premises", "a step that is itself supported or undercut"):
        assert (words in text) == (words in said)


@pytest.mark.parametrize("at", [(), (Passage(3, 3),), ("II.4",), ("II.4", Passage(3, 3))])
def test_numbers_and_names_of_places_are_explained_where_there_are_any(at: tuple[Place]) -> None:
    argument_map = ArgumentMap([Claim("a", "A.", at=at)], source=Source(unit="page"))
    drawn = str(legend_block(argument_map, Picture(), 1000).parts)
    assert ("page of the source" in drawn) is any(isinstance(each, Passage) for each in at)
    assert ("named place in the source" in drawn) is any(isinstance(each, str) for each in at)
