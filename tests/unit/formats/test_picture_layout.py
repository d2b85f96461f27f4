"""What is made of what Graphviz tells of a layout."""

from __future__ import annotations

from argmap.formats._pictures.layout import Rectangle, layout_of


def test_everything_is_covered_and_a_line_without_a_way_is_counted() -> None:
    told = {
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
    layout = layout_of("digraph {}", told)
    assert layout.lost == 1
    assert layout.whole == Rectangle(0, 0, 200, 100)
    assert layout.frames == {"cluster_c1": Rectangle(0, 0, 90, 80)}
    assert layout.titles == {"cluster_c1": Rectangle(2, 61, 38, 79)}
    assert layout.parts == (
        Rectangle(18, 0, 54, 72),
        Rectangle(1, 0, 7, 8),
        Rectangle(-10, 2, 9, 9),
        Rectangle(5, 6, 5, 6),
        Rectangle(0, 0, 3, 3),
        Rectangle(0, 0, 90, 80),
    )
