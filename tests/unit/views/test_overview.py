"""An overview fits on a screen."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from rich.cells import cell_len
from support.laws import examples
from support.shapes import SHAPES
from support.strategies import argument_maps

from argmap import ArgumentMap, loads
from argmap.analysis.overview import overview
from argmap.views.overview import MOST_LINES, overview_rows
from argmap.views.overview_lists import Place
from argmap.views.rows import plain
from argmap.views.theme import ASCII, UNICODE

SCREEN = Place(UNICODE, 80, ["a map.yaml"], "a map.yaml")


DRIVES_A_TERMINAL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def fits(argument_map: ArgumentMap, place: Place) -> None:
    """Check that an overview has at most as many lines, and columns, as there are."""
    lines = list(plain(overview_rows(argument_map, overview(argument_map), place)))
    assert len(lines) <= MOST_LINES < 24
    assert place.width is None or max(map(cell_len, lines)) <= place.width
    assert not DRIVES_A_TERMINAL.search("".join(lines))


@given(argument_maps(max_claims=12, max_relations=25))
@examples(100)
def test_any_map_fits(argument_map: ArgumentMap) -> None:
    for width in (80, 120):
        fits(argument_map, SCREEN._replace(width=width))


def crowded() -> dict[str, Any]:
    """Return a map that has more of everything than any room."""
    claims: dict[str, Any] = {"implicit": {"text": "I.", "implicit": True}}
    relations = []
    for number in range(9):
        claims |= {f"{kind}{number}": f"{kind} {number}." for kind in ("for", "anti", "rival")}
        claims[f"thesis{number}"] = {"text": f"Thesis {number}.", "kind": "thesis"}
        for other in range(9):
            thesis = f"thesis{other}"
            for name, verb in ((f"for{number}", "supports"), (f"anti{number}", "attacks")):
                relations.append({"from": [name, "implicit"], verb: thesis})
        relations.append({"from": f"anti{number}", "supports": f"rival{number}"})
    source = {"title": "A source", "author": "Someone"}
    return {
        "argmap": 1,
        "title": "Crowded",
        "source": source,
        "claims": claims,
        "relations": relations,
    }


def test_hostile_maps_fit() -> None:
    """Long texts, many of everything, wide letters."""
    wide = "漢字" * 300
    claims = {f"{wide}{n}": {"text": wide, "kind": "thesis", "voice": wide} for n in range(9)}
    relations = [
        {"from": list(claims)[1:], verb: f"{wide}0", "id": verb} for verb in ("supports", "attacks")
    ]
    data = {"argmap": 1, "title": wide, "claims": claims, "relations": relations}
    for glyphs in (UNICODE, ASCII):
        fits(loads(json.dumps(data), "json"), SCREEN._replace(glyphs=glyphs))
    fits(loads(json.dumps(crowded()), "json"), SCREEN)
    for name, shape in SHAPES.items():
        if name not in {"dense", "long-contradicted", "linked-pairs"}:  # which take long
            fits(loads(json.dumps(shape()), "json"), SCREEN)


@given(argument_maps(min_claims=1, max_claims=6))
@examples(60)
def test_nothing_is_cut_in_a_pipe(argument_map: ArgumentMap) -> None:
    rows = overview_rows(argument_map, overview(argument_map), SCREEN._replace(width=None))
    lines = list(plain(rows))
    assert len(lines) <= MOST_LINES
    assert not any("…" in line for line in lines) or "…" in str(argument_map.claims)
