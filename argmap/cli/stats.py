"""The command ``stats``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._folder import maps_named
from argmap.cli._groups import Group
from argmap.cli._inputs import read_map
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
    write,
    write_json,
    write_lines,
)
from argmap.documents.files import is_folder
from argmap.errors import UNUSABLE, ArgmapError

if TYPE_CHECKING:
    from argmap.analysis.statistics import Statistics

GROUP = Group.LOOK


def command(
    context: typer.Context,
    maps: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MAP]...", help="Maps, or folders of them, a row each.", show_default=False
        ),
    ] = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    format_: FormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Give a map in numbers: size, shape, who supports what.

    Supports and attacks are the relations that start from claims of a voice or
    kind, supported and attacked those that point at them. Undercuts count as
    attacks, contradicts as one from both its ends, restates as neither.

    The longest chain counts each circle of claims as one claim: the longest way
    through circles cannot be found in reasonable time. Depth is how far the
    claim farthest from any root is from the nearest. Neither goes along
    contradicts or restates.

    Of several maps, or a folder with all the maps below it, each is a row, and
    there is a total: of depth and chain it has the greatest. What each map holds
    that argmap does not carry is then left out without a word. In a pipe each
    number is a line, or each map, separated by tabs.

    JSON is {"claims", "relations": {by kind}, "roots", "grounds", "islands",
    "circles", "depth", "longest_chain": {"length", "first", "last"}, "placed",
    "implicit", "by_voice": [{"name", "claims", "supports", "attacks",
    "supported", "attacked"}], "by_kind": [the same], "leaned_on": [{"id",
    "supports"}]}; of several maps {"maps": [{"map", …}], "total": {…}}.

    \b
    Examples:
      argmap stats
      argmap stats --json
      argmap stats .
    """
    chosen = chosen_format(format_, json=json)
    named = list(maps or ())
    where = context.get_parameter_source("map_file")
    if map_file and named and where is not None and where.name == "COMMANDLINE":
        named.append(map_file)
    if len(named) > 1 or (named and is_folder(named[0])):
        _many(maps_named(named), map_format, chosen, charset, strict=strict)
    else:
        _one(named[0] if named else map_file, map_format, chosen, charset, strict=strict)


def _one(
    path: str | None,
    map_format: str | None,
    format_: Format | None,
    charset: Charset,
    *,
    strict: bool,
) -> None:
    from argmap.analysis.statistics import statistics
    from argmap.views import statistics as view

    is_json = format_ is Format.JSON
    argument_map = read_map(path, map_format, strict=strict, json=is_json)
    found = statistics(argument_map)
    if is_json:
        write_json(view.statistics_data(found))
    elif is_for_terminal(format_):
        show_rows(view.statistics_rows(found), format_)
        if argument_map.claims:
            for heading, tallies in (("Voice", found.by_voice), ("Kind", found.by_kind)):
                write("\n")
                show(view.tally_table(heading, tallies, glyphs(charset)))
            show_rows(view.leaned_on_rows(found), format_)
    else:
        write_lines(view.statistics_lines(found))
    if not argument_map.claims:
        say("this map has no claims")


def _many(
    files: list[str],
    map_format: str | None,
    format_: Format | None,
    charset: Charset,
    *,
    strict: bool,
) -> None:
    from argmap.analysis.statistics import statistics, total
    from argmap.cli._progress import with_progress
    from argmap.formats import Losses, load
    from argmap.model.text import one_line
    from argmap.views import statistics as view

    found: dict[str, Statistics] = {}
    notes: list[str] = []
    for name in with_progress(files, "Reading maps"):
        losses = Losses()
        try:
            argument_map = load(name, map_format, losses)
            if strict and losses.counts:
                raise ArgmapError(f"'{name}' has what a map cannot carry: {losses}")
        except ArgmapError as error:
            first, *more = str(error).splitlines()
            notes.append(f"{first}; and {len(more):,} more" if more else first)
        else:
            found[name] = statistics(argument_map)
    whole = total(found.values())
    if format_ is Format.JSON:
        each = [{"map": name, **view.statistics_data(one)} for name, one in found.items()]
        write_json({"maps": each, "total": view.statistics_data(whole)})
    elif not found:
        pass  # why is told below
    elif is_for_terminal(format_):
        show(view.many_table(found, whole, glyphs(charset)))
    else:
        write_lines(view.many_lines(found, whole))
    for note in notes:
        say(one_line(note))
    if notes:
        is_or_are = "is" if len(notes) == 1 else "are"
        told = f"{len(notes):,} of {len(files):,} files could not be read"
        say(f"{told} and {is_or_are} not counted")
        raise typer.Exit(UNUSABLE)
