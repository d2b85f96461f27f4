"""The head of a picture: the title of the map, and what the signs in it mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt
from typing import NamedTuple

from argmap.formats._palette import FILLS
from argmap.formats._pictures.colours import COLOURS, Colours
from argmap.formats._pictures.picture import Picture
from argmap.formats._pictures.verdicts import SIGNS
from argmap.formats._pictures.words import cell, folded, font, lines_markup, markup, table, width
from argmap.model import ArgumentMap, RelationKind, Status

_TITLE = 18.0  # the size of its letters, in points
_WORDS = 9.0  # the size of those of the legend
_TITLE_ROOM = 560.0  # how wide it may be, in points
_A_ROW = 6  # entries in a row of the legend
_ALONE = 15  # claims that need no bigger a head than this; the head of more is bigger
_BOLD = 1.15  # how much wider bold letters are, with something to spare
_BIGGEST = 6.0

_LINE = {
    RelationKind.SUPPORTS: ("solid", 2, "", "►"),
    RelationKind.ATTACKS: ("dashed", 2, "", "›"),
    RelationKind.UNDERCUTS: ("dotted", 2, "", "┤"),
    RelationKind.CONTRADICTS: ("dashed", 2, "‹", "›"),
    RelationKind.RESTATES: ("solid", 3, "", ""),
}


class _Entry(NamedTuple):
    """An entry of the legend: words, and markup that looks like what they are about.

    ``length`` is how much room the markup gets, in points.
    """

    sample: str
    words: str
    length: float = 22.0


def head(argument_map: ArgumentMap, picture: Picture) -> str:
    """Return the label of the whole picture; the bigger the map, the bigger its letters.

    So it can still be read where a big picture is made to fit a page.
    """
    scale = min(max(1.0, sqrt(len(argument_map.claims) / _ALONE)), _BIGGEST)
    colours = COLOURS[picture.theme]
    rows, title_width = "", 0.0
    if argument_map.title:
        lines = folded(argument_map.title, _TITLE_ROOM * scale, _TITLE * scale)
        title_width = max(width(line, _TITLE * scale) for line in lines) * _BOLD
        title = lines_markup(lines)
        big = font(f"<b>{title}</b>", _TITLE * scale, colours.ink)
        rows += f"<tr>{cell(big, align='left')}</tr>"
    if not argument_map.claims:
        words = font("This map has no claims.", _WORDS, colours.quiet)
        rows += f"<tr>{cell(words, align='left')}</tr>"
    kinds_of_entries = (_relations, _kinds, _others)
    entries = [list(each(argument_map, picture, scale)) for each in kinds_of_entries]
    if any(entries):
        legend = _legend(entries, colours, scale, least=round(title_width))
        rows += f"<tr>{cell(legend, align='left')}</tr>"
    return table(rows, cellspacing=2) if rows else ""


def _legend(entries: Iterable[list[_Entry]], colours: Colours, scale: float, *, least: int) -> str:
    """Return entries in rows, those of each list in rows of their own.

    What is left of a row, or of ``least`` points, is filled, or Graphviz would
    spread it over the cells.
    """
    rows = [some[at : at + _A_ROW] for some in entries for at in range(0, len(some), _A_ROW)]
    lengths = [sum(_length(entry, scale) for entry in row) for row in rows]
    lines = ""
    for row, length in zip(rows, lengths, strict=True):
        cells = "".join(_entry_cells(entry, colours, scale) for entry in row)
        rest = cell("", width=max(least, *lengths) - length + 1)
        lines += f"<tr>{cell(table(f'<tr>{cells}{rest}</tr>'))}</tr>"
    return table(lines, cellspacing=3)


def _entry_cells(entry: _Entry, colours: Colours, scale: float) -> str:
    size = _WORDS * scale
    words = font(markup(entry.words), size, colours.quiet)
    sample = cell(entry.sample, width=_sample_length(entry, scale), align="left")
    rest = _length(entry, scale) - _sample_length(entry, scale)
    return sample + cell(words, width=rest, align="left")


def _sample_length(entry: _Entry, scale: float) -> int:
    return round(entry.length * scale) if entry.sample else 1


def _length(entry: _Entry, scale: float) -> int:
    """Return how long an entry is, in points, its distance to the next one counted in."""
    return _sample_length(entry, scale) + round(width(entry.words, _WORDS * scale) + 10 * scale)


def _relations(argument_map: ArgumentMap, picture: Picture, scale: float) -> Iterator[_Entry]:
    relations = argument_map.relations.values()
    occurring = {relation.kind for relation in relations}
    colours = COLOURS[picture.theme]
    for kind in RelationKind:
        if kind in occurring:
            yield _Entry(_sample(kind, colours, scale), str(kind), 40)
    if any(relation.is_linked for relation in relations):
        sign = font("●", _WORDS * scale, colours.lines[RelationKind.SUPPORTS])
        yield _Entry(sign, "linked premises: together or not at all", 12)


def _kinds(argument_map: ArgumentMap, picture: Picture, scale: float) -> Iterator[_Entry]:
    colours = COLOURS[picture.theme]
    kinds = {claim.kind for claim in argument_map.claims.values()}
    for name in FILLS:
        band = colours.band(name)
        if name in kinds and band:
            size = {"width": round(16 * scale), "height": round(9 * scale)}
            yield _Entry(_box(bgcolor=band, **size), name)


def _others(argument_map: ArgumentMap, picture: Picture, scale: float) -> Iterator[_Entry]:
    colours = COLOURS[picture.theme]
    claims = argument_map.claims.values()
    if any(claim.implicit for claim in claims):
        size = {"width": round(16 * scale), "height": round(9 * scale)}
        sample = _box(border=1, style="dashed", color=colours.frame, **size)
        yield _Entry(sample, "implicit: left unsaid")
    if any(claim.at for claim in claims):
        unit = (argument_map.source.unit if argument_map.source else None) or "place"
        sample = font("[n]", _WORDS * scale, colours.quiet)
        yield _Entry(sample, "place in the source" if unit == "place" else f"{unit} of the source")
    outcome = picture.outcome
    if outcome is not None and outcome.is_gradual:
        yield _Entry("", f"strength, from 0.00 to 1.00 ({outcome.semantics})")
    elif outcome is not None:
        told = {outcome.statuses.get(claim.id) for claim in claims}
        signs = ", ".join(f"{SIGNS[each]} {each}" for each in Status if each in told)
        yield _Entry("", f"{signs or 'nothing can be said: no extension'} ({outcome.semantics})")


def _box(**attributes: object) -> str:
    return table(f"<tr>{cell('', fixedsize='true', **attributes)}</tr>")


def _sample(kind: RelationKind, colours: Colours, scale: float) -> str:
    """Return markup that looks like the line of a relation."""
    style, thickness, tail, tip = _LINE[kind]
    colour = colours.lines[kind]
    size = {"width": round(22 * scale), "height": round(5 * scale)}
    border = round(thickness * sqrt(scale))
    upper = cell("", sides="B", border=border, style=style, color=colour, **size)
    line = cell(table(f"<tr>{upper}</tr><tr>{cell('', border=0, **size)}</tr>"))
    before, after = (cell(font(end, _WORDS * scale, colour)) if end else "" for end in (tail, tip))
    return table(f"<tr>{before}{line}{after}</tr>")
