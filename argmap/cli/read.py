"""The command ``read``."""

from __future__ import annotations

import sys
from shlex import join
from shutil import get_terminal_size
from typing import Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CharsetName, FormatName, Json, MapFile, MapFormat, Strict
from argmap.cli._output import (
    Charset,
    Format,
    chosen_format,
    glyphs,
    is_for_terminal,
    say,
    show,
    show_rows,
    write_json,
)
from argmap.cli._sources import SourceFile, read_source
from argmap.errors import ArgmapError, brief

GROUP = Group.LOOK


def command(
    context: typer.Context,
    maps: Annotated[
        list[str] | None, typer.Argument(hidden=True, metavar="[--source FILE]")
    ] = None,
    source: SourceFile = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    format_: FormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Read the source of a map with its claims in the margin.

    Each claim stands beside the paragraph it rests on, one that rests on a
    range beside the first of it, with what it supports and attacks. Without
    --source FILE, a copy of the text, the claims stand alone, in its order.

    Paragraphs are counted by blank lines; or, where at least half of them begin
    with a number such as [3], by these numbers. Headings are not counted. Where
    the map counts something else, such as pages, let the text number these.

    JSON is {"paragraphs": [{"number", "text", "claims"}], "elsewhere": [ids]};
    a claim has id, text, at and outgoing, its relations.

    \b
    Examples:
      argmap read
      argmap read --json
    """
    from argmap.views import reading as view

    named = map_file if _is_named(context) else None
    if maps and len(maps) == 1 and named is None and _is_map(maps[0]):
        map_file = maps[0]
    elif maps:
        raise _not_alone(maps, named, source)
    chosen = chosen_format(format_, json=json)
    argument_map = _inputs.read_map(map_file, map_format, strict=strict, json=chosen is Format.JSON)
    text = None if source is None else read_source(source, argument_map)
    found = view.reading(argument_map, text)
    if chosen is Format.JSON:
        write_json(view.reading_data(found))
        return
    signs = glyphs(charset)
    width = get_terminal_size().columns
    is_shown = is_for_terminal(chosen) and sys.stdout.isatty()  # in a pipe nothing is folded
    if text and is_shown and view.is_wide(width):
        show(view.reading_table(found, signs, width))
        if found.elsewhere:
            show_rows(view.rest_rows(found, signs), chosen)
    elif text or argument_map.claims:
        show_rows(view.reading_rows(found, signs), chosen)
    say(view.summary(found) if text or argument_map.claims else "this map has no claims")


def _is_named(context: typer.Context) -> bool:
    where = context.get_parameter_source("map_file")
    return where is not None and where.name == "COMMANDLINE"


def _is_map(name: str) -> bool:
    """Return whether a file has the name of a map rather than of a text."""
    return name == _inputs.STDIN or name.lower().endswith(_map_endings())


def _map_endings() -> tuple[str, ...]:
    from argmap.formats import readable, suffixes

    return tuple(end for name in readable() for end in suffixes(name))


def _not_alone(files: list[str], map_file: str | None, source: str | None) -> ArgmapError:
    """Return the error for files that no option says the part of, with what was meant."""
    maps = [name for name in files if _is_map(name)]
    texts = [name for name in files if name not in maps]
    message = f"'{brief(files[0])}' needs an option before it: -m for a map, --source for its text"
    if len(maps) + (map_file is not None) > 1 or len(texts) + (source is not None) > 1:
        return ArgmapError(message, "it reads one map and one text")
    words = ["argmap", "read"]
    for option, name in (("-m", map_file or next(iter(maps), None)), ("--source", source)):
        words += [option, name] if name else []
    words += ["--source", texts[0]] if texts else []
    return ArgmapError(message, f"write {join(map(brief, words))}")
