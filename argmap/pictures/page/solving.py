"""The place of each row of a page, in letters of a given size."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.analysis.outline import Form, Outline, Section
from argmap.pictures.page import furniture
from argmap.pictures.page.arcs import MOST_LANES, Use, clashing, drawn, heights
from argmap.pictures.page.flow import Column, Item, Spot, balanced, flowed
from argmap.pictures.page.furniture import Part
from argmap.pictures.page.metrics import Metrics, metrics
from argmap.pictures.page.setting import SetRow, set_rows
from argmap.pictures.page.values import (
    BETWEEN,
    HEADING,
    HEADING_HEIGHT,
    Content,
    Frame,
    Laid,
    foot_height,
    head_height,
)

_ROUNDS = 8  # of finding out which arcs there is room for
_LEAST_APART = 0.2  # letters between arcs that run side by side
_LANES_A_WIDTH = 0.075  # of the width of a column, for lanes at the most


def solved(content: Content, frame: Frame, size: float) -> Laid:
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
        others = (set(laid.arcs.others) | _clashing(laid)) - numbered
        if not others and laid.arcs.lanes <= lanes:
            break
        numbered |= others
        lanes = max(lanes, laid.arcs.lanes)
    return laid


def _clashing(laid: Laid) -> set[Use]:
    """Return the uses whose arcs would run over others between columns."""
    line, size = laid.metrics.line, laid.metrics.size
    # Columns beside one another begin at one height.
    middles = {
        spot.item: spot.top for column in laid.columns for spot in column if not spot.is_again
    }
    down = heights(laid.arcs.arcs, middles, size, line)
    return clashing(laid.arcs.arcs, down, _LEAST_APART * size)


def _placed(
    content: Content,
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
            content.outline,
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
    content: Content, rows: Sequence[SetRow], hidden: set[int], measures: Metrics
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
