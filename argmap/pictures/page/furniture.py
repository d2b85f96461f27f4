"""The title of a page, and the legend and the notes that say what its signs mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from argmap.analysis.outline import Outline
from argmap.model import ArgumentMap, RelationKind, Status
from argmap.model.citing import described
from argmap.model.text import one_line
from argmap.pictures.colours import Colours
from argmap.pictures.page import shapes
from argmap.pictures.page.cited import numbered
from argmap.pictures.page.entries import status_counts, usual_kind, usual_status
from argmap.pictures.page.measuring import width, wrapped
from argmap.pictures.page.metrics import SMALL, stub_width
from argmap.pictures.picture import Picture
from argmap.pictures.verdicts import SIGNS

_TITLE = 1.7
_SAMPLE = 1.2  # the room for a sign, and a gap, before its meaning
_BETWEEN = 1.3
_ROW = 1.35
_NAMED = 3  # claims that were assumed, at the most, and others that were rejected

Sample = Callable[[shapes.Pen, float, float, float, Colours], str]


class Entry(NamedTuple):
    """A sign with its meaning; ``sample`` draws it around a point."""

    words: str
    sample: Sample | None = None
    is_italic: bool = False


class Words(NamedTuple):
    """A line of text at its place, of a size."""

    x: float
    y: float
    text: str
    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_quiet: bool = True


class Shape(NamedTuple):
    """A sign at its place."""

    x: float
    y: float
    sample: Sample


class Part(NamedTuple):
    """The parts of a title, legend or notes from its upper left corner, and its height."""

    height: float
    parts: tuple[Words | Shape, ...]


def title(argument_map: ArgumentMap, size: float, room: float) -> Part:
    """Return the title of a map and the source below it; it says so where the map is empty."""
    letters = _TITLE * size
    text = one_line(argument_map.title or "")
    parts: list[Words | Shape] = []
    y = 0.0
    for line in wrapped(text, room, letters, is_bold=True):
        parts.append(Words(0.0, y + letters, line, letters, is_bold=True, is_quiet=False))
        y += letters * 1.2
    said = [] if argument_map.claims else ["This map has no claims."]
    for line in (each for words in said for each in wrapped(words, room, size)):
        parts.append(Words(0.0, y + size * 1.2, line, size))
        y += size * 1.4
    return Part(y + 0.6 * size if parts else 0.0, tuple(parts))


def laid(entries: Iterable[Entry], size: float, room: float) -> Part:
    """Return entries in lines no wider than ``room``, the meaning of a sign beside it."""
    letters = size * SMALL
    parts: list[Words | Shape] = []
    x, y = 0.0, 0.0
    for entry in entries:
        start = _SAMPLE * size if entry.sample else 0.0
        needed = start + width(entry.words, letters)
        if x and x + needed > room:
            x, y = 0.0, y + _ROW * letters
        middle = y + 0.5 * _ROW * letters
        if entry.sample:
            parts.append(Shape(x + 0.47 * size, middle, entry.sample))
        for number, line in enumerate(wrapped(entry.words, room - start, letters)):
            y += _ROW * letters * (number > 0)
            base = y + (0.5 * _ROW + 0.35) * letters
            parts.append(Words(x + start, base, line, letters, is_italic=entry.is_italic))
        x += needed + _BETWEEN * size
    return Part(y + _ROW * letters if parts else 0.0, tuple(parts))


def legend(
    argument_map: ArgumentMap, outline: Outline, picture: Picture, *, is_pale: bool
) -> Iterator[Entry]:
    """Yield the signs that occur, with their meaning; ``is_pale`` says that a ground is."""
    yield from _relations(argument_map, outline)
    if is_pale:
        yield Entry(f"against {_main(argument_map)}", _pale)
    yield from _statuses(argument_map, picture)


def _main(argument_map: ArgumentMap) -> str:
    """Return what is for itself, so that what speaks against it has a ground."""
    claims = argument_map.claims.values()
    if any(claim.kind == "thesis" for claim in claims):
        return "the theses"
    return "an answer" if any(claim.is_question for claim in claims) else "the main claim"


def _relations(argument_map: ArgumentMap, outline: Outline) -> Iterator[Entry]:
    relations = argument_map.relations.values()
    named = {
        (RelationKind.SUPPORTS, False): "supports",
        (RelationKind.SUPPORTS, True): "backs the step",
        (RelationKind.ATTACKS, False): "attacks",
        (RelationKind.UNDERCUTS, True): "undercuts the step",
        (RelationKind.CONTRADICTS, False): "contradicts",
        (RelationKind.RESTATES, False): "says the same",
        (RelationKind.ANSWERS, False): "answers",
    }
    shown = {
        (row.relation.kind, row.on_step)
        for row in outline.rows
        if row.relation and (not row.relation.is_linked or row.on_step)
    }
    for (kind, on_step), words in named.items():
        if (kind, on_step) in shown:
            yield Entry(words, _sign(kind, on_step=on_step))
    linked = {relation.kind.is_against for relation in relations if relation.is_linked}
    if False in linked:
        yield Entry("together or not at all", _side(RelationKind.SUPPORTS))
    if True in linked:
        yield Entry("together against", _side(RelationKind.ATTACKS))


def _sign(kind: RelationKind, *, on_step: bool) -> Sample:
    def draw(pen: shapes.Pen, x: float, y: float, size: float, colours: Colours) -> str:
        return shapes.sign(pen, x, y, size, colours.lines[kind], kind, on_step=on_step)

    return draw


def _side(kind: RelationKind) -> Sample:
    def draw(pen: shapes.Pen, x: float, y: float, size: float, colours: Colours) -> str:
        gap = 0.2 * size * kind.is_against
        top, bottom = y - 0.36 * size, y + 0.36 * size
        path = shapes.bracket(
            pen, x - 0.2 * size, top, bottom, (top, bottom), 0.25 * size + gap, gap
        )
        return shapes.stroked(path, colours.lines[kind], (0.09 if gap else 0.15) * size)

    return draw


def _pale(pen: shapes.Pen, x: float, y: float, size: float, colours: Colours) -> str:
    shape = pen.rectangle(x - 0.4 * size, y - 0.38 * size, x + 0.45 * size, y + 0.38 * size)
    edge = f'stroke="{colours.frame}" stroke-width="{shapes.number(0.04 * size)}"'
    return f'{shape} fill="{colours.pale}" {edge}/>'


def _statuses(argument_map: ArgumentMap, picture: Picture) -> Iterator[Entry]:
    counts, usual = status_counts(argument_map, picture), usual_status(argument_map, picture)
    for status, count in counts.items():
        if status is not usual:
            yield Entry(f"{status}: {count:,}", _status(status))
    if usual:
        yield Entry(f"{usual}: {counts[usual]:,}, not marked", _status(usual))


def _status(status: Status) -> Sample:
    def draw(pen: shapes.Pen, x: float, y: float, size: float, colours: Colours) -> str:
        return shapes.ring(pen, x, y, size, colours.ink, status)

    return draw


def notes(
    argument_map: ArgumentMap,
    outline: Outline,
    picture: Picture,
    *,
    has_mentions: bool,
    has_arcs: bool,
    highest_stub: int,
) -> Iterator[Entry]:
    """Yield the meaning of what is no sign, and what the reader should know besides.

    ``has_mentions`` says that short rows without numbers are shown.
    """
    claims = argument_map.claims.values()
    if any(claim.implicit for claim in claims):
        yield Entry("italics: unsaid", is_italic=True)
    if has_mentions:
        yield Entry("stands elsewhere", _elsewhere)
    if highest_stub:
        yield Entry("stands at the same number", stub_sample(1))
    if has_arcs:
        yield Entry("arcs: bears on that, too; dashed: against it")
    if (kind := usual_kind(argument_map)) and any(c.kind != kind for c in claims):
        yield Entry(f"kind, where none is named: {one_line(kind)}")
    unit = (argument_map.source.unit if argument_map.source else None) or "place"
    if any(claim.place for claim in claims):
        words = "place in the source" if unit == "place" else f"{one_line(unit)} of the source"
        yield Entry(f"numbers at the side: {words}")
    yield from _said(argument_map, picture)
    for citation, number in numbered(outline, picture).items():
        yield Entry(f"[{number}] {described(citation)}")


def _elsewhere(pen: shapes.Pen, x: float, y: float, size: float, colours: Colours) -> str:
    return shapes.elsewhere(pen, x, y, size, colours.quiet)


def stub_sample(stub: int) -> Sample:
    """Return what draws the number of a link, framed, around a point."""

    def draw(pen: shapes.Pen, x: float, y: float, size: float, colours: Colours) -> str:
        half = stub_width(stub, size) / 2
        frame = pen.rectangle(x - half, y - 0.48 * size, x + half, y + 0.48 * size)
        letters = size * SMALL * 0.9
        return (
            f'{frame} rx="{shapes.number(0.2 * size)}" fill="none" stroke="{colours.quiet}" '
            f'stroke-width="{shapes.number(0.06 * size)}"/>'
            f'<text x="{shapes.number(pen.across(x))}" y="{shapes.number(y + 0.35 * letters)}" '
            f'text-anchor="middle" font-size="{shapes.number(letters)}" font-weight="700" '
            f'fill="{colours.quiet}">{stub}</text>'
        )

    return draw


def _said(argument_map: ArgumentMap, picture: Picture) -> Iterator[Entry]:
    """Yield what is left out, and what the statuses are by."""
    if picture.claims_of_whole:
        here = len(argument_map.claims)
        yield Entry(f"a part of the map: {here:,} of {picture.claims_of_whole:,} claims")
    if any(picture.left_out.get(name) for name in argument_map.claims):
        yield Entry("+n: n more relations bear on it, not drawn")
    outcome = picture.outcome
    if outcome is None:
        return
    if outcome.is_gradual:
        yield Entry(f"strength, from 0 to 1 ({outcome.semantics})")
    elif not outcome.has_extension:
        yield Entry(f"nothing can be said: no extension ({outcome.semantics})")
    else:
        yield Entry(f"{', '.join(map(str, SIGNS))}: by {outcome.semantics} semantics")
    for word, names in (("assumed", outcome.assumed), ("rejected", outcome.rejected)):
        if names:
            more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
            listed = ", ".join(map(one_line, names[:_NAMED]))
            yield Entry(f"{word}, whatever bears on it: {listed}{more}")
