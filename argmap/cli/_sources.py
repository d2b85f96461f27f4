"""The option that names a copy of the source text of a map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from argmap.cli._output import note
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.model.paragraph import PAGE, CountedText

SourceFile = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="FILE",
        help="Copy of the source: plain text, Markdown, a saved web page or PDF.",
        show_default=False,
    ),
]


PlaceByQuote = Annotated[
    bool,
    typer.Option("--place", help="Write at as its quotes say where it stands in --source."),
]


_MAPS = (".yaml", ".yml", ".json", ".argdown")


def read_source(path: str, argument_map: ArgumentMap) -> CountedText:
    """Return the paragraphs of the source text of a map; raises ArgmapError as ``read_text``.

    If the places in the map count something else, a note on standard error says so.
    """
    text = read_text(path)
    say_unlike(argument_map, text, f"it is read by {text.unit}")
    return text


def read_text(path: str) -> CountedText:
    """Return the paragraphs of a text; raises ArgmapError if it cannot be read or is a map."""
    from argmap.documents.source_text import read_source_file

    if path.lower().endswith(_MAPS):
        hint = "--source names the source text of a map, -m the map"
        raise ArgmapError(f"'{path}' is named like a map, not like a text", hint)
    text = read_source_file(path)
    for each in text.notes:
        note(each)
    return text


def source_to_place_by(
    source: str | None, fields: Mapping[str, Any], *, place: bool
) -> CountedText | None:
    """Return the text in which the place of a claim is looked for; None where it is not.

    ``fields`` are those that are set. Raises ArgmapError for one option without the other.
    """
    if place and "at" in fields:
        raise ArgmapError("at is given, and --place looks for it", "leave one of the two out")
    if place and source is None:
        raise ArgmapError("--place needs the text of the source", "name it: --source FILE")
    if source is not None and not place:
        raise ArgmapError("--source is for --place here", "add --place, or leave it out")
    return None if source is None else read_text(source)


def say_unplaced(argument_map: ArgumentMap) -> None:
    """Print a note if quotes cannot be held to the places of their claims, as these are names."""
    from argmap.views.phrases import counted

    named = sum(bool(claim.quote and claim.place_names) for claim in argument_map.claims.values())
    if named:
        verb, whose = ("cites", "its") if named == 1 else ("cite", "their")
        note(
            f"{counted(named, 'claim')} with quotes {verb} places by name: {whose} quotes are"
            " looked for in the whole text"
        )


def say_unlike(argument_map: ArgumentMap, text: CountedText, consequence: str) -> bool:
    """Return whether a map and a text count differently; if so, print a note that says so."""
    from argmap.analysis.provenance import count_alike
    from argmap.views.phrases import unit_of

    if count_alike(argument_map, text):
        return False
    unit = unit_of(argument_map)
    if text.unit == PAGE:
        lack = "a PDF is counted by page"
    else:
        lack = f"this text gives no {unit} a number, such as [1]"
    source = argument_map.source
    says = f"count by {unit}" if source and source.unit else "have no unit"
    note(f"the places of this map {says}, and {lack}: {consequence}")
    return True
