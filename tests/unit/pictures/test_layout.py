"""What is made of what Graphviz tells of a layout."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.pictures.choice import best, hidden_lines
from argmap.pictures.layout import Rectangle, layout_of
from argmap.pictures.words import evenly_wrapped, width, wrapped


def test_everything_is_covered_and_a_line_without_a_way_is_counted() -> None:
    reported = {
        "bb": "0,0,200,100",
        "objects": [
            {
                "name": "cluster_c1",
                "bb": "0,0,90,80",
                "lp": "20,70",
                "lwidth": ".5",
                "lheight": "0.25",
            },
            {"name": "c1", "pos": "36,36", "width": "0.5", "height": "1"},
        ],
        "edges": [
            {"tail": 1, "head": 1, "pos": "s,5,6 1,2 3,4 5,0 7,8 9,9 -1e1,2 8,8;0,0 1,1 2,2 3,3"},
            {"tail": 1, "head": 1},
        ],
    }
    layout = layout_of("digraph {}", reported)
    assert layout.lost == 1
    assert layout.whole == Rectangle(0, 0, 200, 100)
    assert layout.frames == {"cluster_c1": Rectangle(0, 0, 90, 80)}
    assert layout.titles == {"cluster_c1": Rectangle(2, 61, 38, 79)}
    assert layout.parts == (
        Rectangle(18, 0, 54, 72),
        Rectangle(1, 0, 7, 8),
        Rectangle(-10, 2, 9, 9),
        Rectangle(0, 0, 3, 3),
        Rectangle(5, 6, 5, 6),
        Rectangle(0, 0, 90, 80),
    )


def laid_out(width: int, *lines: str) -> dict[str, Any]:
    """Return a layout of three cards, each 72 points wide and high, 100 points apart."""
    cards = [
        {"_gvid": n, "name": f"c{n}", "pos": f"{36 + 100 * n},36", "width": "1", "height": "1"}
        for n in range(3)
    ]
    dot = {"_gvid": 3, "name": "r1", "pos": "136,200", "width": "1", "height": "1"}
    edges = [{"tail": 0, "head": 2, "pos": line} for line in lines]
    return {"bb": f"0,0,{width},72", "objects": [*cards, dot], "edges": edges}


STRAIGHT = "e,200,36 72,36 110,36 160,36 195,36"  # behind the card in the middle
AROUND = "e,200,36 72,36 100,130 170,130 195,36"  # above it
IN_PIECES = "72,36 80,90 90,90 99,80 100,80 120,36 130,36"  # into it with its second piece
PAST = "72,0 110,0 160,0 195,0"  # along its edge
THROUGH_A_DOT = "110,200 120,200 150,200 170,200"


def test_a_line_is_hidden_by_the_card_of_another_claim_alone() -> None:
    assert hidden_lines(laid_out(272, STRAIGHT, STRAIGHT)) == 2
    assert hidden_lines(laid_out(272, IN_PIECES)) == 1
    assert hidden_lines(laid_out(272, AROUND, PAST, THROUGH_A_DOT)) == 0
    reported = laid_out(272, STRAIGHT)
    reported["edges"][0]["head"] = 1
    assert hidden_lines(reported) == 0
    assert hidden_lines({"bb": "0,0,0,0", "edges": [{"tail": 0, "head": 1}]}) == 0


def test_a_layout_is_taken_for_its_place_its_size_and_what_it_hides() -> None:
    clear, hiding = laid_out(272, AROUND), laid_out(272, STRAIGHT, STRAIGHT)
    assert best([clear, clear]) == 0
    assert best([hiding, clear]) == 1
    assert best([laid_out(272 * 2, AROUND), hiding]) == 1
    assert best([laid_out(272 * 2, AROUND), clear]) == 1
    assert best([hiding]) == 0


@given(st.text(max_size=80), st.floats(20, 300))
def test_even_lines_are_as_many_hold_the_same_and_fit(text: str, room: float) -> None:
    lines, even = wrapped(text, room, 10), evenly_wrapped(text, room, 10)
    assert len(even) == len(lines)
    assert "".join("".join(even).split()) == "".join("".join(lines).split())
    assert all(width(line, 10) <= room + 1e-6 or len(line) == 1 for line in even)


def test_no_word_is_left_alone() -> None:
    text = "The library should open on Sundays."
    assert wrapped(text, 160, 10) == ["The library should open on", "Sundays."]
    assert evenly_wrapped(text, 160, 10) == ["The library should", "open on Sundays."]
