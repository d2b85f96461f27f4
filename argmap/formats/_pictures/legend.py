"""The head of a picture: the title of the map, and what the signs in it mean."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats._palette import FILLS
from argmap.formats._pictures.cards import SMALL
from argmap.formats._pictures.colours import COLOURS, Colours
from argmap.formats._pictures.picture import Picture, Tone
from argmap.formats._pictures.verdicts import SIGNS
from argmap.formats._pictures.words import cell, folded, font, lines_markup, markup, table
from argmap.model import ArgumentMap, RelationKind, Status

_TITLE = 18.0  # the size of its letters, in points
_TITLE_ROOM = 560.0  # how wide it may be, in points
_A_ROW = 5  # entries in a row of the legend

_LINE = {
    RelationKind.SUPPORTS: ("solid", 2, "", "►"),
    RelationKind.ATTACKS: ("dashed", 2, "", "›"),
    RelationKind.UNDERCUTS: ("dotted", 2, "", "┤"),
    RelationKind.CONTRADICTS: ("dashed", 2, "‹", "›"),
    RelationKind.RESTATES: ("solid", 3, "", ""),
}


def head(argument_map: ArgumentMap, picture: Picture) -> str:
    """Return the label of the whole picture."""
    colours = COLOURS[picture.theme]
    rows = ""
    if argument_map.title:
        title = lines_markup(folded(argument_map.title, _TITLE_ROOM, _TITLE))
        rows += f"<tr>{cell(font(f'<b>{title}</b>', _TITLE, colours.ink), align='left')}</tr>"
    if not argument_map.claims:
        rows += f"<tr>{cell(_said('This map has no claims.', colours), align='left')}</tr>"
    entries = list(_entries(argument_map, picture))
    for start in range(0, len(entries), _A_ROW):
        line = "".join(cell(entry) for entry in entries[start : start + _A_ROW])
        rows += f"<tr>{cell(table(f'<tr>{line}</tr>', cellspacing=3), align='left')}</tr>"
    return table(rows, cellspacing=2) if rows else ""


def _entries(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    """Yield the entries of the legend, for what occurs in the picture alone."""
    colours = COLOURS[picture.theme]
    relations = argument_map.relations.values()
    occurring = {relation.kind for relation in relations}
    for kind in RelationKind:
        if kind in occurring:
            yield _entry(_sample(kind, colours), str(kind), colours)
    if any(relation.is_linked for relation in relations):
        sign = font("●", SMALL, colours.quiet)
        yield _entry(cell(sign), "linked premises: together or not at all", colours)
    kinds = {claim.kind for claim in argument_map.claims.values()}
    for name in FILLS:
        if name in kinds and colours.band(name):
            band = cell("", width=7, height=9, fixedsize="true", bgcolor=colours.band(name))
            yield _entry(band, name, colours)
    yield from _other_entries(argument_map, picture)


def _other_entries(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    colours = COLOURS[picture.theme]
    claims = argument_map.claims.values()
    if any(claim.implicit for claim in claims):
        box = {"border": 1, "style": "dashed", "color": colours.frame}
        sample = table(f"<tr>{cell('', width=12, height=7, fixedsize='true')}</tr>", **box)
        yield _entry(cell(sample), "implicit: left unsaid", colours)
    if any(claim.at for claim in claims):
        unit = (argument_map.source.unit if argument_map.source else None) or "place"
        yield _entry(cell(font("[n]", SMALL, colours.quiet)), f"{unit} of the source", colours)
    outcome = picture.outcome
    if outcome is not None and outcome.is_gradual:
        said = f"0.00 to 1.00: strength ({outcome.semantics})"
        yield _entry("", said, colours)
    elif outcome is not None:
        told = {outcome.statuses.get(claim.id) for claim in claims}
        signs = ", ".join(f"{SIGNS[each]} {each}" for each in Status if each in told)
        signs = signs or "no extension, so nothing is said"
        yield _entry("", f"{signs} ({outcome.semantics})", colours)


def _entry(sample: str, words: str, colours: Colours) -> str:
    return table(f"<tr>{sample}{cell(_said(words, colours))}</tr>", cellspacing=2)


def _said(words: str, colours: Colours) -> str:
    return font(markup(words), SMALL, colours.quiet)


def _sample(kind: RelationKind, colours: Colours) -> str:
    """Return cells that look like the line of a relation."""
    style, width, tail, tip = _LINE[kind]
    colour = colours.toned(colours.lines[kind], Tone.PLAIN)
    upper = cell("", width=24, height=5, sides="B", border=width, style=style, color=colour)
    lower = cell("", width=24, height=5, border=0)
    line = cell(table(f"<tr>{upper}</tr><tr>{lower}</tr>"))
    ends = (cell(font(end, SMALL, colour)) if end else "" for end in (tail, tip))
    before, after = ends
    return cell(table(f"<tr>{before}{line}{after}</tr>"))
