"""A page as Chromium draws it: nothing overlaps, whichever of the fonts it has."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from support.paged import Box, debate, overlapping

from argmap import load
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.pictures.page.canvas import Dialect
from argmap.pictures.page.drawing import page_sheets
from argmap.pictures.picture import PageOptions, Paper, Picture

pytestmark = pytest.mark.browser

_READ = """all => all.map(e => [e.getBBox(), e.textContent, e.closest("svg").viewBox.baseVal.width])
    .map(([b, t, w]) => [b.x, b.y + b.height * .1, b.x + b.width, b.y + b.height * .9, t, w])"""


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize(
    "options",
    [PageOptions(), PageOptions(width=390), PageOptions(paper=Paper.SLIDE), PageOptions(columns=2)],
)
def test_nothing_overlaps(browser: Browser, font: str, options: PageOptions) -> None:
    page = browser.new_page()
    maps = [load(), debate(150)] if options.paper is None else [load()]
    for argument_map in maps:
        picture = Picture(outcome=evaluate(argument_map), options=options)
        (drawn,) = page_sheets(argument_map, picture, Dialect(f"'{font}'"))
        page.set_content(drawn.svg)
        assert page.evaluate(f"document.fonts.check('12px \"{font}\"')")
        found = page.locator("svg text").evaluate_all(_READ)
        boxes = [Box(*box[:5]) for box in found]
        assert overlapping(boxes) == []
        assert all(box[0] >= 0 and box[2] <= box[5] for box in found)
    page.close()
