"""The command ``read``."""

from __future__ import annotations

from shlex import join
from shutil import get_terminal_size
from typing import Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions
from argmap.cli._output import is_on_screen, say, show, show_rows, write_json
from argmap.cli._sources import SourceFile, read_source
from argmap.errors import ArgmapError, brief

GROUP = Group.LOOK


def command(
    *,
    context: typer.Context,
    maps: Annotated[
        list[str] | None, typer.Argument(hidden=True, metavar="[--source FILE]")
    ] = None,
    source: SourceFile = None,
    common: CommonOptions,
) -> None:
    """Read the source of a map with its claims in the margin.

    Each claim, with what it supports and attacks, stands beside the paragraph that
    it cites, or the first of several, or else the one that its quote is in. Words
    that claims quote are marked. Without --source FILE, a copy of the source, the
    claims are printed alone, in the order of the text.

    Paragraphs are separated by blank lines and counted from 1; if at least half
    of them begin with a number such as [3], these numbers are used instead.
    Headings are not counted. In a web page, a paragraph is a block, a list or a
    table; a PDF is counted by page. If the places in the map are something else,
    number these in the text. Claims at a place with a name, such as II.4, stand
    below the text, by these names.

    JSON is {"paragraphs": [{"number", "text", "quotes", "claims"}], "places":
    [{"name", "claims"}], "elsewhere": [ids]}; a quote has claim, start and end (in
    the text), a claim id, text, at and outgoing, its relations.

    \b
    Examples:
      argmap read
      argmap read --json
    """
    from argmap.views import reading as view

    named = common.map_file if _inputs.is_map_named(context) else None
    if maps and len(maps) == 1 and named is None and _is_map(maps[0]):
        common = common._replace(map_file=maps[0])
    elif maps:
        raise _not_alone(maps, named, source)
    argument_map = common.read_map()
    text = None if source is None else read_source(source, argument_map)
    found = view.reading(argument_map, text)
    if common.is_json:
        write_json(view.reading_data(found))
        return
    width = get_terminal_size().columns
    if text and is_on_screen(common.format) and view.is_wide(width):
        show(view.reading_table(found, common.glyphs, width))
        if found.names or found.elsewhere:
            show_rows(view.rest_rows(found, common.glyphs), common.format)
    elif text or argument_map.claims:
        show_rows(view.reading_rows(found, common.glyphs), common.format)
    say(
        view.summary(found, common.glyphs)
        if text or argument_map.claims
        else "this map has no claims"
    )


def _is_map(name: str) -> bool:
    """Return whether a file has the name of a map rather than of a text."""
    from argmap.formats import readable, suffixes

    endings = tuple(end for format_ in readable() for end in suffixes(format_))
    return name == _inputs.STDIN or name.lower().endswith(endings)


def _not_alone(files: list[str], map_file: str | None, source: str | None) -> ArgmapError:
    """Return the error for files named without an option, with the command that was meant."""
    maps = [name for name in files if _is_map(name)]
    texts = [name for name in files if name not in maps]
    message = f"'{brief(files[0])}' needs an option before it: -m for a map, --source for its text"
    if len(maps) + (map_file is not None) > 1 or len(texts) + (source is not None) > 1:
        return ArgmapError(message, "argmap read takes one map and one text")
    words = ["argmap", "read"]
    for option, name in (("-m", map_file or next(iter(maps), None)), ("--source", source)):
        words += [option, name] if name else []
    words += ["--source", texts[0]] if texts else []
    return ArgmapError(message, f"write {join(map(brief, words))}")
