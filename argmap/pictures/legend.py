"""The head of a picture: the title of the map, and what the signs in it mean.

Both are drawn with the very lines, boxes and letters of the picture itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from argmap.model import ArgumentMap, RelationKind, Status
from argmap.model.text import one_line
from argmap.pictures.blocks import Block, Box, Line, Part, Words, scaled
from argmap.pictures.colours import COLOURS, Colours
from argmap.pictures.looks import LOOKS, line_look
from argmap.pictures.picture import Picture
from argmap.pictures.verdicts import SIGNS
from argmap.pictures.words import evenly_wrapped, font, markup, width

_TITLE = 18.0  # the size of its letters, in points
_WORDS = 9.0  # the size of those of the legend
_TITLE_ROOM = 560.0  # how wide it may be, in points
_LEADING = 1.25  # how high a line is for letters of size 1
_ALONE = 15  # claims that need no bigger a head than this; the head of more is bigger
_BOLD = 1.15  # how much wider bold letters are, with something to spare
_BIGGEST = 6.0
_NAMED = 3  # claims that were assumed, at the most, and others that were rejected
_ROW, _SAMPLE, _SWATCH, _DOT = 16.0, 34.0, 20.0, 8.0  # heights and widths, in points
_GAP, _BETWEEN = 5.0, 14.0  # from sample to words, and from entry to entry
# How long the heads of lines are at size 1, in points.
_HEADS = {"normal": 10.0, "vee": 10.0, "tee": 2.5, "odot": 8.0}
_ARROW = 0.8  # the size of the heads of a picture of a small map


class _Entry(NamedTuple):
    """An entry of the legend: a sample, and words.

    The sample begins at 0 and has its middle at the height 0; ``length`` is how
    long it is, in points.
    """

    words: str
    sample: Words | Box | Line | None = None
    length: float = 0.0

    @property
    def start(self) -> float:
        """Where the words begin, in points."""
        return self.length + _GAP if self.length else 0.0

    @property
    def width(self) -> float:
        """How long sample and words are, in points."""
        return self.start + self.words_width

    @property
    def words_width(self) -> float:
        """How long the words are as they are shown, in points."""
        return width(one_line(self.words), _WORDS)


def scale_of(argument_map: ArgumentMap) -> float:
    """Return the factor by which the head of a map is bigger than that of a small one.

    So it can still be read where a big picture is made to fit a screen.
    """
    return min(max(1.0, sqrt(len(argument_map.claims) / _ALONE)), _BIGGEST)


def title_block(argument_map: ArgumentMap, picture: Picture) -> Block:
    """Return the title of a map as a block, which says so where the map is empty."""
    scale, colours = scale_of(argument_map), COLOURS[picture.theme]
    lines, size = [], _TITLE * scale
    if argument_map.title:
        lines = evenly_wrapped(argument_map.title, _TITLE_ROOM * scale, size)
    wide = max((width(line, size) for line in lines), default=0.0) * _BOLD
    leading = size * _LEADING
    high = len(lines) * leading
    # Each line on its own: Graphviz would set bold lines too close.
    parts = [
        Words(0, (n + 0.5) * leading, wide, font(f"<b>{markup(line)}</b>", size, colours.ink))
        for n, line in enumerate(lines)
    ]
    if not argument_map.claims:
        said = "This map has no claims."
        parts.append(
            Words(0, high + _ROW / 2, width(said, _WORDS), font(said, _WORDS, colours.quiet))
        )
        high, wide = high + _ROW, max(wide, width(said, _WORDS))
    return Block(wide, high, tuple(parts))


def legend_block(argument_map: ArgumentMap, picture: Picture, room: float) -> Block:
    """Return the meaning of the signs in a picture, of those that occur in the map.

    It is not wider than ``room``, in points, unless a single entry is.
    """
    scale, colours = scale_of(argument_map), COLOURS[picture.theme]
    entries = [
        list(_relations(argument_map, colours, scale)),
        list(_others(argument_map, colours, scale)),
        list(_said(argument_map, picture)),
    ]
    parts: list[Part] = []
    widest, rows = 0.0, 0
    for some in filter(None, entries):
        x, rows = 0.0, rows + 1
        for entry in some:
            if x and x + entry.width > room / scale:
                x, rows = 0.0, rows + 1
            parts += _placed(entry, x, _ROW * (rows - 0.5), colours, scale)
            x += entry.width + _BETWEEN
            widest = max(widest, x - _BETWEEN)
    enlarged = tuple(scaled(part, scale) for part in parts)
    return Block(widest * scale, rows * _ROW * scale, enlarged)


def _placed(entry: _Entry, x: float, y: float, colours: Colours, scale: float) -> Iterator[Part]:
    """Yield the parts of an entry at its place in a legend that is not yet scaled."""
    if isinstance(entry.sample, Line):
        yield entry.sample._replace(x=x, end=x + entry.length, y=y)
    elif entry.sample is not None:
        yield entry.sample._replace(x=x + entry.sample.x, y=y)
    content = font(markup(entry.words), _WORDS * scale, colours.quiet)
    yield Words(x + entry.start, y, entry.words_width, content)


def _relations(argument_map: ArgumentMap, colours: Colours, scale: float) -> Iterator[_Entry]:
    relations = argument_map.relations.values()
    occurring = {relation.kind for relation in relations}
    for kind in RelationKind:
        if kind in occurring:
            yield _Entry(str(kind), _line(kind, colours, scale), _SAMPLE)
    if any(relation.is_linked for relation in relations):
        words = "linked premises: together or not at all"
        yield _Entry(words, _dot(_DOT, colours), _DOT)
    on_steps = {argument_map.relations.get(relation.target) for relation in relations} - {None}
    if any(not step.is_linked for step in on_steps if step):
        yield _Entry("a step that is itself supported or undercut", _dot(_DOT / 2, colours), _DOT)


def _line(kind: RelationKind, colours: Colours, scale: float) -> Line:
    """Return a line that looks like a relation, from premise to target."""
    tip, rear = LOOKS[kind].tip, LOOKS[kind].rear
    look = line_look(kind, colours.lines[kind], tail=rear, head=tip)
    size = f"arrowsize={_ARROW * scale:.3f}"
    tail, head = (_HEADS[end] * _ARROW if end else 0.0 for end in (rear, tip))
    return Line(0.0, _SAMPLE, 0.0, f"{look} {size}", tail, head)


def _dot(size: float, colours: Colours) -> Box:
    colour = colours.lines[RelationKind.SUPPORTS]
    look = f'shape=circle style=filled color="{colour}" fillcolor="{colour}"'
    return Box(_DOT / 2, 0.0, size, size, look)


def _others(argument_map: ArgumentMap, colours: Colours, scale: float) -> Iterator[_Entry]:
    claims = argument_map.claims.values()
    if any(claim.implicit for claim in claims):
        look = f'style=dashed color="{colours.frame}" penwidth={sqrt(scale):.2f}'
        yield _Entry("implicit: left unsaid", _swatch(look), _SWATCH)
    unit = (argument_map.source.unit if argument_map.source else None) or "place"
    for sign, words in sorted({each for claim in claims for each in claim.place_signs(unit)}):
        content = font(sign, _WORDS * scale, colours.quiet)
        yield _Entry(words, Words(0.0, 0.0, _SWATCH, content), _SWATCH)


def _swatch(look: str) -> Box:
    return Box(_SWATCH / 2, 0.0, _SWATCH, _ROW * 0.6, look)


def _said(argument_map: ArgumentMap, picture: Picture) -> Iterator[_Entry]:
    """Yield what is left out of a picture, and what the verdicts of a semantics mean."""
    if picture.claims_of_whole:
        here = len(argument_map.claims)
        yield _Entry(f"a part of the map: {here:,} of {picture.claims_of_whole:,} claims")
    if any(picture.left_out.get(name) for name in argument_map.claims):
        yield _Entry("+n: n more relations bear on it, not drawn")
    outcome = picture.outcome
    if outcome is None:
        return
    given = {outcome.statuses.get(name) for name in argument_map.claims}
    signs = ", ".join(f"{SIGNS[each]} {each}" for each in Status if each in given)
    if outcome.is_gradual:
        signs = "strength, from 0 to 1"
    none = "no claim has a status" if outcome.has_extension else "nothing can be said: no extension"
    yield _Entry(f"{signs or none} ({outcome.semantics})")
    for word, names in (("assumed", outcome.assumed), ("rejected", outcome.rejected)):
        if names:
            more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
            named = ", ".join(map(one_line, names[:_NAMED]))
            yield _Entry(f"{word}, whatever bears on it: {named}{more}")
