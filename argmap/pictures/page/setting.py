"""Rows of a page with their text broken into lines, and so with a height."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.analysis.outline import Form
from argmap.pictures.page.entries import Entry
from argmap.pictures.page.measuring import width, wrapped
from argmap.pictures.page.metrics import (
    HEAD,
    SMALL,
    Metrics,
    place_room,
    stub_width,
)

_SIGN = 0.95  # the room before the label of a claim that is used again, for a size of 1


class Text(NamedTuple):
    """A line of text; ``remarks`` follow it in small letters."""

    words: str
    remarks: str = ""


class SetRow(NamedTuple):
    """A row with its lines and its height.

    ``label_at`` and ``sentence_at`` are where they begin in the column, ``label_room``
    and ``sentence_room`` how wide they may be; ``sentence_down`` is how far the first line
    of the sentence is below the first of the label.
    """

    entry: Entry
    label: tuple[Text, ...]
    sentence: tuple[Text, ...]
    places: tuple[str, ...]
    label_at: float
    label_room: float
    sentence_at: float
    sentence_room: float
    sentence_down: float
    height: float


def set_rows(entries: Sequence[Entry], metrics: Metrics, stubs: dict[int, int]) -> list[SetRow]:
    """Return rows with their lines; ``stubs`` has the numbers of links by the rows they are at."""
    return [_set_row(entry, metrics, stubs.get(entry.at)) for entry in entries]


def label_size(entry: Entry, metrics: Metrics) -> float:
    """Return the size of the letters of a label."""
    return metrics.size * (HEAD if entry.is_head else 1.0)


def _set_row(entry: Entry, metrics: Metrics, stub: int | None) -> SetRow:
    size = metrics.size
    label_at = metrics.label_at(entry.row.depth)
    if entry.row.form is Form.SHORT:
        label_at += stub_width(stub, size) + 0.35 * size if stub else _SIGN * size
    is_beside = bool(entry.sentence and metrics.label)
    room = (metrics.label if is_beside else metrics.text(entry)) - label_at
    lines = wrapped(entry.label, room, label_size(entry, metrics), is_bold=entry.is_bold)
    label = [Text(line) for line in lines] or [Text("")]
    sentence_at = metrics.sentence if is_beside else label_at
    sentence_room = metrics.text(entry) - sentence_at
    sentence = [Text(line) for line in wrapped(entry.sentence, sentence_room, metrics.letters)]
    after = [entry.kind, *([] if sentence else [entry.remarks])]
    letters = label_size(entry, metrics)
    label = _remarked(label, after, room, size, letters, is_bold=entry.is_bold)
    if sentence:
        sentence = _remarked(sentence, [entry.remarks], sentence_room, size, metrics.letters)
    places = tuple(wrapped(entry.place, place_room(size), size * SMALL))
    further = metrics.further
    down = 0.0 if is_beside else len(label) * metrics.line
    below = metrics.line + (len(sentence) - 1) * further if is_beside else down
    if sentence and not is_beside:
        below = down + len(sentence) * further
    height = max(len(label) * metrics.line, below, metrics.line + (len(places) - 1) * further)
    if max(len(label), len(sentence), len(places)) > 1:
        height += metrics.spacing.apart * size
    return SetRow(
        entry, tuple(label), tuple(sentence), places,
        label_at, room, sentence_at, sentence_room, down, height,
    )  # fmt: skip


def _remarked(
    lines: list[Text],
    given: Sequence[str],
    room: float,
    size: float,
    letters: float,
    *,
    is_bold: bool = False,
) -> list[Text]:
    """Return lines with the remarks on the last of them, or below it where they do not fit."""
    remarks = " · ".join(filter(None, given))
    used = width(lines[-1].words, letters, is_bold=is_bold)
    pieces = wrapped(remarks, room, size * SMALL)
    if len(pieces) == 1 and used + width(remarks, size * SMALL) + 0.7 * size <= room:
        return [*lines[:-1], lines[-1]._replace(remarks=remarks)]
    return [*lines, *(Text("", piece) for piece in pieces)]
