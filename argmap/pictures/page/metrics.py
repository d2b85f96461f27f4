"""The sizes of letters on a page, and the columns in which its rows are set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.pictures.page.entries import Entry
from argmap.pictures.page.measuring import width

LEADING = 1.4  # the height of a line, for letters of size 1
SENTENCE, SMALL, HEAD = 0.9, 0.82, 1.06  # letters of sentences, of small print, of heads
SENTENCE_LEADING = 1.3
_INDENT = 1.15
_SIDE_BY_SIDE = 40.0  # the least room, in letters, for sentences beside labels
_LEAST_LABEL, _MOST_LABEL = 0.22, 0.42  # of the room, for labels that have sentences
_LEAST_AT_DEPTH = 10.0  # letters of room for the label of the deepest row
_PLACE_AT_MOST = 7.0  # letters of room for places
_LANE = 0.4
_BESIDE = 0.7  # between label and sentence, and what follows


class Metrics(NamedTuple):
    """The measures of rows: distances in a column are from its left side.

    ``label`` is the room for labels with sentences, 0 where sentences stand below labels;
    ``text`` where all text ends, ``place`` where places end, ``stub`` where the numbers of
    links end, from where on there are ``lanes`` lanes for arcs up to ``room``.
    """

    size: float
    indent: float
    label: float
    text: float
    place: float
    stub: float
    room: float
    lanes: int
    places: float  # the width of places
    stubs: float

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LEADING

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
        return self.stub + self.size * (0.95 + _LANE * lane)

    @property
    def arcs_at(self) -> float:
        """Where arcs begin and end."""
        return self.stub + self.size * 0.3


def metrics(
    entries: Sequence[Entry], size: float, room: float, lanes: int, highest_stub: int
) -> Metrics:
    """Return the measures for rows in a column as wide as ``room``.

    ``highest_stub`` is the highest number of a link, 0 if none has one.
    """
    places = [_place_width(entry.place, size) for entry in entries]
    place = max(places, default=0.0)
    ring = max((_status_width(entry, size) for entry in entries), default=0.0)
    stub = stub_width(highest_stub, size) + 0.35 * size if highest_stub else 0.0
    gutter = size * (0.95 + _LANE * lanes) if lanes else 0.0
    stub_at = room - gutter
    place_at = stub_at - stub
    text = place_at - place - ring - (size * _BESIDE if place or ring else 0.0)
    deepest = max((entry.row.depth for entry in entries), default=0)
    indent = min(_INDENT * size, max(text - _LEAST_AT_DEPTH * size, 0.0) / max(deepest, 1))
    made = Metrics(
        size, indent, 0.0, text, place_at, stub_at, room, lanes, place, stub
    )
    return made._replace(label=_label(entries, made))


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


def _label(entries: Sequence[Entry], made: Metrics) -> float:
    """Return the room for labels that have sentences beside them; 0 where these stand below."""
    labelled = [entry for entry in entries if entry.sentence]
    if not labelled or made.text < _SIDE_BY_SIDE * made.size:
        return 0.0
    needs = sorted(
        made.label_at(entry.row.depth)
        + width(entry.label, made.size * (HEAD if entry.is_head else 1), is_bold=entry.is_head)
        for entry in labelled
    )
    needed = needs[(len(needs) * 19) // 20] + 0.2 * made.size  # a few may take two lines
    deepest = max(entry.row.depth for entry in labelled)
    least = made.label_at(deepest) + _LEAST_AT_DEPTH * made.size
    most = made.text * _MOST_LABEL
    return max(min(needed, most), min(least, made.text / 2), made.text * _LEAST_LABEL)
