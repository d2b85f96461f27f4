"""Laying out a map as a page: the size of letters, the columns, and the place of each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from argmap.analysis.outline import outline, rows_against
from argmap.model import ArgumentMap
from argmap.pictures.page.arcs import uses
from argmap.pictures.page.entries import entries
from argmap.pictures.page.metrics import TIGHT, TIGHTEST
from argmap.pictures.page.solving import solved
from argmap.pictures.page.values import Content, Frame, Laid
from argmap.pictures.picture import Paper, Picture

_USUAL_WIDTH = 836.0  # pixels; that of a README
_USUAL_SIZE = 12.5
_NARROW = 480.0  # pixels, below which margins are smaller
_STEPS = 8  # of a search for the biggest size


class _Paper(NamedTuple):
    """A kind of paper; sizes are of letters of labels, in its units, ``scale`` points each."""

    width: float
    height: float
    margin: float
    scale: float
    least: float  # of the smallest text that is no small print
    usual: float  # where that takes more sheets than a few
    most: float


_PAPERS = {
    Paper.A4: _Paper(595.28, 841.89, 40.0, 1.0, 6.55, 8.5, 11.0),
    Paper.LETTER: _Paper(612.0, 792.0, 40.0, 1.0, 6.55, 8.5, 11.0),
    Paper.SLIDE: _Paper(1920.0, 1080.0, 30.0, 0.5, 12.02, 20.0, 28.0),
}
_FEW = 2  # sheets, of paper, for which letters may be as small as they can be read
_COLUMNS = {Paper.SLIDE: (2, 3)}  # to choose from, of labels alone; of sentences the first
_PIXEL = 0.75  # points


def laid_out(argument_map: ArgumentMap, picture: Picture) -> Laid:
    """Return a map as a page, on paper of as many sheets as it takes."""
    made = outline(argument_map)
    content = Content(
        argument_map,
        picture,
        made,
        entries(argument_map, made, picture),
        uses(made),
        rows_against(made),
    )
    options = picture.options
    if options.paper:
        return _on_paper(content, options.paper)
    columns = options.columns or 1
    width = options.width or _USUAL_WIDTH * columns
    margin = _USUAL_SIZE * (1.5 if width >= _NARROW else 0.9)
    frame = Frame(width, None, margin, _PIXEL, columns)
    return solved(content, frame, _USUAL_SIZE)


def _on_paper(content: Content, name: Paper) -> Laid:
    """Return a page on paper, its letters as big as they can be on as few sheets."""
    paper = _PAPERS[name]
    has_sentences = any(entry.sentence for entry in content.entries)
    choices: Sequence[int] = _COLUMNS.get(name, (1, 2))
    if given := content.picture.options.columns:
        choices = (given,)
    elif has_sentences:
        choices = choices[:1]
    frames = [
        Frame(paper.width, paper.height, paper.margin, paper.scale, number, spacing)
        for spacing in (TIGHT, TIGHTEST)
        for number in choices
    ]
    few = 1 if name is Paper.SLIDE else _FEW
    for sheets, some in product(range(1, few + 1), (frames[: len(choices)], frames)):
        fitting = []
        for frame in some:
            least = paper.least / (frame.spacing.letters if has_sentences else 1.0)
            if laid := _biggest(content, frame, least, paper.most, sheets):
                fitting.append(laid)
        if fitting:
            return max(fitting, key=lambda laid: laid.metrics.size)
    return solved(content, frames[0], paper.usual)


def _biggest(content: Content, frame: Frame, least: float, most: float, sheets: int) -> Laid | None:
    """Return a page with the biggest letters on so many sheets; None if not even the least fit."""
    room = (frame.height or 0.0) * frame.columns * sheets
    if len(content.entries) * least > room:
        return None
    best = solved(content, frame, least)
    if best.sheets > sheets:
        return None
    for _ in range(_STEPS):
        tried = (least + most) / 2
        laid = solved(content, frame, tried)
        if laid.sheets > sheets:
            most = tried
        else:
            best, least = laid, tried
    return best
