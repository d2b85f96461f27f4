"""The command ``read``."""

from __future__ import annotations

from shutil import get_terminal_size

from argmap.cli._options import CharsetName, FormatName, Json, MapFile, MapFormat, Strict, read_map
from argmap.cli._output import (
    Charset,
    Format,
    chosen_format,
    glyphs,
    is_for_terminal,
    say,
    show,
    show_rows,
    write,
)
from argmap.cli._sources import SourceFile, read_source


def command(
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
    with a number such as [3], by these numbers. Headings are not counted.

    JSON is {"paragraphs": [{"number", "text", "claims"}], "elsewhere": [ids]};
    a claim has id, text, at and outgoing, its relations.

    \b
    Examples:
      argmap read
      argmap read --json
    """
    from argmap.formats._plain import json_text
    from argmap.views import reading as view

    chosen = chosen_format(format_, json=json)
    argument_map = read_map(map_file, map_format, strict=strict, json=chosen is Format.JSON)
    text = None if source is None else read_source(source, argument_map)
    found = view.reading(argument_map, text)
    if chosen is Format.JSON:
        write(json_text(view.reading_data(found)) + "\n")
        return
    signs = glyphs(charset)
    if text and is_for_terminal(chosen) and view.is_wide(get_terminal_size().columns):
        show(view.reading_table(found, signs))
        if found.elsewhere:
            show_rows(view.rest_rows(found, signs), chosen)
    elif text or argument_map.claims:
        show_rows(view.reading_rows(found, signs), chosen)
    say(view.summary(found) if text or argument_map.claims else "this map has no claims")
