"""The sizes of letters on a page, and the columns in which its rows are set."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from argmap.pictures.page.entries import Entry
from argmap.pictures.page.measuring import width

SMALL, HEAD = 0.82, 1.03  # letters of small print, and of heads
_INDENT = 1.15
_SIDE_BY_SIDE = 40.0  # the least room, in letters, for sentences beside labels
_LEAST_LABEL, _MOST_LABEL = 0.22, 0.42  # of the room, for labels that have sentences
_LEAST_AT_DEPTH = 10.0  # letters of room for the label of the deepest row
_PLACE_AT_MOST = 7.0  # letters of room for places
_FILLED = 0.95  # of a line, as a rule
_STEPS = 12  # of a search for the best room for labels
_BESIDE = 0.7  # between label and sentence, and what follows


class Spacing(NamedTuple):
    """Heights for labels of size 1: of a line, of a line of a sentence that goes on.

    ``letters`` is the size of sentences, ``apart`` the room below what has several lines,
    ``block`` that above a block, and ``lane`` the width of a lane for arcs.
    """

    letters: float
    line: float
    further: float
    apart: float
    block: float
    lane: float


# Lines of the widest of the fonts are 1.17 high.
AIRY = Spacing(0.93, 1.42, 1.2, 0.3, 0.9, 0.4)
TIGHT = Spacing(0.96, 1.3, 1.14, 0.1, 0.65, 0.36)
TIGHTEST = Spacing(1.0, 1.2, 1.17, 0.06, 0.45, 0.3)


class Metrics(NamedTuple):
    """The measures of rows: distances in a column are from its left side.

    ``label`` is the room for labels with sentences, 0 where sentences stand below labels;
    ``place`` is where places end, ``stub`` where the numbers of
    links end, from where on there are ``lanes`` lanes for arcs up to ``room``.
    """

    size: float
    indent: float
    label: float
    place: float
    stub: float
    room: float
    lanes: int
    places: float  # the width of places
    spacing: Spacing

    def text(self, entry: Entry) -> float:
        """Return where the text of a row ends, before its status and places."""
        end = self.place
        if entry.status or entry.strength:
            end = self.ring + (0.3 - 0.6 * bool(entry.status)) * self.size
            end -= _status_width(entry, self.size) * bool(entry.strength)
        elif entry.place:
            end -= _place_width(entry.place, self.size)
        return end - self.size * (_BESIDE if entry.place or end < self.place else 0.0)

    @property
    def ring(self) -> float:
        """Where the middle of what shows a status is."""
        return self.place - self.places - self.size * (_BESIDE if self.places else 0.2)

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * self.spacing.line

    @property
    def letters(self) -> float:
        """The size of the letters of sentences."""
        return self.size * self.spacing.letters

    @property
    def further(self) -> float:
        """The height of a line of a sentence after the first."""
        return self.size * self.spacing.further

    @property
    def sentence(self) -> float:
        """Where sentences begin beside labels."""
        return self.label + self.size * _BESIDE

    def label_at(self, depth: int) -> float:
        """Return where labels begin that are so deep."""
        return depth * self.indent + 0.2 * self.size * (depth > 0)

    def sign_at(self, depth: int) -> float:
        """Return where the middle of a sign, or of the side of a bracket, of such a row is."""
        return (depth - 0.55) * self.indent

    def lane_at(self, lane: int) -> float:
        """Return where a lane for arcs is, the inmost being 0."""
        return self.stub + self.size * (0.95 + self.spacing.lane * lane)

    @property
    def arcs_at(self) -> float:
        """Where arcs begin and end."""
        return self.stub + self.size * 0.3


def metrics(
    entries: Sequence[Entry],
    size: float,
    room: float,
    lanes: int,
    highest_stub: int,
    spacing: Spacing = AIRY,
) -> Metrics:
    """Return the measures for rows in a column as wide as ``room``.

    ``highest_stub`` is the highest number of a link, 0 if none has one.
    """
    places = [_place_width(entry.place, size) for entry in entries]
    place = max(places, default=0.0)
    ring = max((_status_width(entry, size) for entry in entries), default=0.0)
    stub = stub_width(highest_stub, size) + 0.35 * size if highest_stub else 0.0
    gutter = size * (0.95 + spacing.lane * lanes) if lanes else 0.0
    stub_at = room - gutter
    place_at = stub_at - stub
    text = place_at - place - ring - (size * _BESIDE if place or ring else 0.0)  # of any row
    deepest = max((entry.row.depth for entry in entries), default=0)
    indent = min(_INDENT * size, max(text - _LEAST_AT_DEPTH * size, 0.0) / max(deepest, 1))
    made = Metrics(size, indent, 0.0, place_at, stub_at, room, lanes, place, spacing)
    return made._replace(label=_label(entries, made, text))


def stub_width(number: int, size: float) -> float:
    """Return how wide the frame around the number of a link is."""
    return width(str(number), size * SMALL * 0.9, is_bold=True) + 0.45 * size


def place_room(size: float) -> float:
    """Return the most room that a line of places has."""
    return _PLACE_AT_MOST * size


def _place_width(place: str, size: float) -> float:
    return min(width(place, size * SMALL), place_room(size)) if place else 0.0


def _status_width(entry: Entry, size: float) -> float:
    if entry.strength:
        return width(entry.strength, size * SMALL) + 0.6 * size
    return 1.2 * size if entry.status else 0.0


def _label(entries: Sequence[Entry], made: Metrics, text: float) -> float:
    """Return the room for labels that have sentences beside them; 0 where these stand below.

    It is that which makes the page least high, and breaks few labels.
    """
    rows = [
        (made.label_at(entry.row.depth), *_widths(entry, made), made.text(entry))
        for entry in entries
        if entry.sentence
    ]
    if not rows or text < _SIDE_BY_SIDE * made.size:
        return 0.0
    deepest = max(start for start, *_ in rows) + _LEAST_AT_DEPTH * made.size
    most = min(max(start + label for start, label, *_ in rows) + 1, text * _MOST_LABEL)
    least = min(max(deepest, text * _LEAST_LABEL), text / 2)
    steps = [least + (max(most, least) - least) * step / _STEPS for step in range(_STEPS + 1)]
    return min(reversed(steps), key=lambda label: _height(rows, label, made))


def _widths(entry: Entry, made: Metrics) -> tuple[float, float]:
    letters = made.size * (HEAD if entry.is_head else 1.0)
    label = width(entry.label, letters, is_bold=entry.is_bold) + width(entry.kind, made.size)
    return label, width(f"{entry.sentence} {entry.remarks}", made.letters)


def _height(
    rows: Sequence[tuple[float, float, float, float]], label: float, made: Metrics
) -> float:
    """Return about how high rows are with so much room for labels; broken ones count more."""
    height = 0.0
    for start, needed, text, end in rows:
        sentence = max(end - label - _BESIDE * made.size, 1.0) * _FILLED
        lines = ceil(needed / max(label - start, 1.0))
        further = max(ceil(text / sentence) - 1, 0) * made.further
        height += max(lines * made.line, made.line + further) + 0.2 * made.line * (lines > 1)
    return height
