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
from argmap.pictures.words import is_right_to_left

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
    end = metrics.text(entry)
    room = (metrics.label if is_beside else end) - label_at
    sentence_at = metrics.sentence if is_beside else label_at
    label, sentence = _texts(entry, metrics, room, end - sentence_at)
    places = tuple(wrapped(entry.place, place_room(size), size * SMALL))
    further = metrics.further
    down = 0.0 if is_beside else len(label) * metrics.line
    first = metrics.line if is_beside else further
    below = down + first + (len(sentence) - 1) * further if sentence else 0.0
    height = max(len(label) * metrics.line, below, metrics.line + (len(places) - 1) * further)
    if max(len(label), len(sentence), len(places)) > 1:
        height += metrics.spacing.apart * size
    return SetRow(
        entry, label, sentence, places,
        label_at, room, sentence_at, end - sentence_at, down, height,
    )  # fmt: skip


def _texts(
    entry: Entry, metrics: Metrics, room: float, sentence_room: float
) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Return the lines of the label and those of the sentence, with what is remarked.

    That is where it takes no line of its own, if it is anywhere.
    """
    size = label_size(entry, metrics)
    label = _Lines(entry.label, room, size, metrics.size, is_bold=entry.is_bold)
    sentence = _Lines(entry.sentence, sentence_room, metrics.letters, metrics.size)
    both = _joined(entry.kind, entry.remarks)
    if not entry.sentence or (not sentence.has_room(entry.remarks) and label.has_room(both)):
        return label.remarked(both), sentence.remarked("")
    return label.remarked(entry.kind), sentence.remarked(entry.remarks)


def _joined(*remarks: str) -> str:
    return " · ".join(filter(None, remarks))


class _Lines:
    """The lines of a text in letters of a size, remarks in small print of letters as ``usual``."""

    def __init__(
        self, text: str, room: float, size: float, usual: float, *, is_bold: bool = False
    ) -> None:
        self._room, self._small, self._gap = room, usual * SMALL, 0.7 * usual
        # In one line with what runs to the left, small print would stand in its way.
        self._is_open = not is_right_to_left(text)
        self._lines = wrapped(text, room, size, is_bold=is_bold)
        self._used = width(self._lines[-1], size, is_bold=is_bold) if self._lines else 0.0

    def has_room(self, remarks: str) -> bool:
        """Return whether remarks fit on the last line."""
        return self._is_open and self._used + self._gap + width(remarks, self._small) <= self._room

    def remarked(self, remarks: str) -> tuple[Text, ...]:
        """Return the lines with remarks, on the last of them or below."""
        lines = [Text(line) for line in self._lines]
        if not remarks:
            return tuple(lines)
        if lines and self.has_room(remarks):
            return (*lines[:-1], lines[-1]._replace(remarks=remarks))
        return (*lines, *(Text("", piece) for piece in wrapped(remarks, self._room, self._small)))
