"""Laying out a map as a page: the size of letters, the columns, and the place of each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from argmap.analysis.outline import Form, Outline, Section, outline
from argmap.analysis.standing import Standing
from argmap.model import ArgumentMap
from argmap.pictures.page import furniture
from argmap.pictures.page.arcs import MOST_LANES, Drawn, Use, drawn, uses
from argmap.pictures.page.entries import Entry, entries
from argmap.pictures.page.flow import Column, Item, Spot, balanced, flowed
from argmap.pictures.page.furniture import Part
from argmap.pictures.page.metrics import AIRY, TIGHT, TIGHTEST, Metrics, Spacing, metrics
from argmap.pictures.page.setting import SetRow, set_rows
from argmap.pictures.picture import Paper, Picture

_USUAL_WIDTH = 836.0  # pixels; that of a README
_USUAL_SIZE = 12.5
_NARROW = 480.0  # pixels, below which margins are smaller
BETWEEN = 1.6
"""The room between columns, in letters."""

_ROUNDS = 8  # of finding out which arcs there is room for
_STEPS = 8  # of a search for the biggest size
_LANES_A_WIDTH = 0.075  # of the width of a column, for lanes at the most


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


class Frame(NamedTuple):
    """The room on a sheet, in its units; ``height`` is None for as much as it takes."""

    width: float
    height: float | None
    margin: float
    scale: float  # points a unit
    columns: int
    spacing: Spacing = AIRY


class Laid(NamedTuple):
    """A map laid out: everything has its place, in columns that follow one another.

    ``columns`` have the indices of ``rows`` as items, or -1 for the heading of islands.
    ``stubs`` are the numbers of links by the rows they are at. ``pale`` says of each row
    whether it speaks against the theses.
    """

    map: ArgumentMap
    picture: Picture
    outline: Outline
    frame: Frame
    metrics: Metrics
    rows: Sequence[SetRow]
    columns: Sequence[Column]
    arcs: Drawn
    stubs: dict[int, int]
    pale: Sequence[bool]
    title: Part
    legend: Part
    notes: Part

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return max(-(-len(self.columns) // self.frame.columns), 1)

    @property
    def head(self) -> float:
        """The height of title and legend, and the gap below them."""
        return head_height(self.title, self.legend, self.metrics.size)


class _Content(NamedTuple):
    """What is to be laid out, whatever the size."""

    map: ArgumentMap
    picture: Picture
    outline: Outline
    entries: list[Entry]
    uses: list[Use]
    pale: list[bool]


HEADING_HEIGHT = 2.4
"""The height of a heading, in letters."""

HEADING = -1
"""The item that is the heading of what no relation joins to the theses."""


def laid_out(argument_map: ArgumentMap, picture: Picture) -> Laid:
    """Return a map as a page, on paper of as many sheets as it takes."""
    made = outline(argument_map)
    content = _Content(
        argument_map, picture, made, entries(argument_map, made, picture), uses(made), _pale(made)
    )
    sheet = picture.sheet
    if sheet.paper:
        return _on_paper(content, sheet.paper)
    columns = sheet.columns or 1
    width = sheet.width or _USUAL_WIDTH * columns
    margin = _USUAL_SIZE * (1.5 if width >= _NARROW else 0.9)
    frame = Frame(width, None, margin, _PIXEL, columns)
    return _solved(content, frame, _USUAL_SIZE)


def _on_paper(content: _Content, name: Paper) -> Laid:
    """Return a page on paper, its letters as big as they can be on as few sheets."""
    paper = _PAPERS[name]
    has_sentences = any(entry.sentence for entry in content.entries)
    choices: Sequence[int] = _COLUMNS.get(name, (1, 2))
    if given := content.picture.sheet.columns:
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
    return _solved(content, frames[0], paper.usual)


def _biggest(
    content: _Content, frame: Frame, least: float, most: float, sheets: int
) -> Laid | None:
    """Return a page with the biggest letters on so many sheets; None if not even the least fit."""
    room = (frame.height or 0.0) * frame.columns * sheets
    if len(content.entries) * least > room:
        return None
    best = _solved(content, frame, least)
    if best.sheets > sheets:
        return None
    for _ in range(_STEPS):
        tried = (least + most) / 2
        laid = _solved(content, frame, tried)
        if laid.sheets > sheets:
            most = tried
        else:
            best, least = laid, tried
    return best


def _solved(content: _Content, frame: Frame, size: float) -> Laid:
    """Return a page in letters of a size.

    Which arcs there is room for depends on the places of rows, and these on the rows
    that are left out for arcs: so what found no lane once has a number from then on.
    """
    between = size * BETWEEN
    inner = frame.width - 2 * frame.margin
    room = (inner - between * (frame.columns - 1)) / frame.columns
    most_lanes = max(2, min(MOST_LANES, int(room * _LANES_A_WIDTH / (frame.spacing.lane * size))))
    numbered: set[Use] = set()
    lanes = 0
    for turn in range(_ROUNDS + 1):
        if turn == _ROUNDS:
            numbered = set(content.uses)
        laid = _placed(content, frame, size, room, numbered, lanes, most_lanes)
        others = set(laid.arcs.others) - numbered
        if not others and laid.arcs.lanes <= lanes:
            break
        numbered |= others
        lanes = max(lanes, laid.arcs.lanes)
    return laid


def _placed(
    content: _Content,
    frame: Frame,
    size: float,
    room: float,
    numbered: set[Use],
    lanes: int,
    most_lanes: int,
) -> Laid:
    """Return a page on which some uses have numbers, and the others arcs where these find lanes."""
    hidden = {at for use in content.uses if use not in numbered for at in use.shorts}
    stubs = _stubs(content.outline, content.uses, numbered)
    highest = max(stubs.values(), default=0)
    measures = metrics(content.entries, size, room, lanes, highest, frame.spacing)
    rows = set_rows(content.entries, measures, stubs)
    inner = frame.width - 2 * frame.margin
    is_pale = any(content.pale)
    title = furniture.title(content.map, size, inner)
    legend = furniture.laid(
        furniture.legend(content.map, content.outline, content.picture, is_pale=is_pale),
        size,
        inner,
    )
    notes = furniture.laid(
        furniture.notes(
            content.map,
            content.picture,
            has_mentions=any(
                row.form is Form.SHORT and at not in hidden and at not in stubs
                for at, row in enumerate(content.outline.rows)
            ),
            has_arcs=lanes > 0,
            highest_stub=highest,
        ),
        size,
        inner,
    )
    items, shown = _items(content, rows, hidden, measures)
    columns = _columns(items, frame, size, measures, head_height(title, legend, size), notes)
    columns = [
        [Spot(shown[spot.item], spot.top, spot.is_again) for spot in column] for column in columns
    ]
    wanted = [use for use in content.uses if use not in numbered]
    arcs = drawn(wanted, columns, frame.columns, most_lanes)
    return Laid(
        content.map, content.picture, content.outline, frame, measures, rows, columns,
        arcs, stubs, content.pale, title, legend, notes,
    )  # fmt: skip


def head_height(title: Part, legend: Part, size: float) -> float:
    """Return the height of title and legend, and of the gap below them."""
    return title.height + legend.height + (size if title.parts or legend.parts else 0.0)


def foot_height(size: float) -> float:
    """Return the height of the number of a sheet, and of the gap above it."""
    return 1.8 * size


def _columns(
    items: Sequence[Item], frame: Frame, size: float, measures: Metrics, head: float, notes: Part
) -> list[Column]:
    if frame.height is None:
        return balanced(items, frame.columns, measures.line)
    inner = frame.height - 2 * frame.margin
    first = inner - head - (notes.height + size if notes.parts else 0.0)

    def heights(column: int) -> float:
        return first if column < frame.columns else inner - foot_height(size)

    columns = flowed(items, heights, measures.line)
    if len(columns) > frame.columns:
        first -= foot_height(size)
        columns = flowed(items, heights, measures.line)
    return columns


def _items(
    content: _Content, rows: Sequence[SetRow], hidden: set[int], measures: Metrics
) -> tuple[list[Item], list[int]]:
    """Return what takes room, and of each the index of its row."""
    size, between = measures.size, measures.spacing.block
    items: list[Item] = []
    shown: list[int] = []
    had_islands = False
    for block in content.outline.blocks:
        is_island = block.section is Section.ISLANDS
        if is_island and not had_islands and items:
            items.append(Item(HEADING_HEIGHT * size, between * size, keeps=1))
            shown.append(HEADING)
        gap = (
            0.3
            if is_island and not had_islands
            else 0.35
            if block.end - block.first == 1
            else between
        )
        had_islands = had_islands or is_island
        head = len(items)
        of_block = [at for at in range(block.first, block.end) if at not in hidden]
        for at in of_block:
            is_first = len(items) == head
            items.append(
                Item(
                    rows[at].height,
                    gap * size if is_first else 0.0,
                    None if is_first else head,
                    min(1, len(of_block) - 1) if is_first else 0,
                )
            )
            shown.append(at)
    return items, shown


def _stubs(outline: Outline, wanted: Sequence[Use], numbered: set[Use]) -> dict[int, int]:
    """Return the numbers of links by the rows that have one: of claims, and of their uses."""
    starts = sorted({use.start for use in wanted if use in numbered})
    number_of = {start: number for number, start in enumerate(starts, 1)}
    stubs = dict(number_of)
    for use in wanted:
        if use in numbered:
            for at in use.shorts or (use.end,):
                source = outline.row_of[outline.rows[at].node.id]
                if source not in number_of:
                    number_of[source] = len(number_of) + 1
                    stubs[source] = number_of[source]
                stubs[at] = number_of[source]
    return stubs


def _pale(made: Outline) -> list[bool]:
    """Return of each row whether it speaks against the theses; what does neither is as its block.

    A short row is as the claim that it stands for.
    """
    found = []
    for block in made.blocks:
        is_against = block.section is Section.AGAINST
        for row in made.rows[block.first : block.end]:
            standing = made.standing.get(row.node.id, Standing.NONE)
            found.append(standing is Standing.AGAINST or (standing is Standing.NONE and is_against))
    return found
