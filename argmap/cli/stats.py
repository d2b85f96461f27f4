"""The command ``stats``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli._folder import maps_named
from argmap.cli._groups import Group
from argmap.cli._inputs import maps_asked
from argmap.cli._options import CommonOptions
from argmap.cli._output import (
    is_for_terminal,
    say,
    say_losses_of_files,
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
    from argmap.formats import Losses

GROUP = Group.LOOK


def command(
    *,
    context: typer.Context,
    maps: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MAP]...", help="Maps, or folders of maps, a row each.", show_default=False
        ),
    ] = None,
    common: CommonOptions,
) -> None:
    """Print statistics of a map: size, shape, who supports what.

    Supports and attacks are the relations from the claims of a voice or kind,
    supported and attacked those to them. Undercuts count as attacks, contradicts
    as an attack from each end, restates and answers as neither.

    The longest chain counts each cycle of claims as one claim, as the longest path
    through cycles cannot be found in reasonable time. Depth is the distance to
    the nearest root from the claim farthest from any. Neither follows contradicts,
    restates or answers.

    Several maps, or all maps below a folder, are printed a row each, with a
    total, which for depth and chain is the maximum. In a pipe, each number, or each map, is a line,
    separated by tabs.

    JSON is {"claims", "relations": {by kind}, "roots", "grounds", "islands",
    "cycles", "depth", "longest_chain": {"length", "first", "last"}, "placed",
    "implicit", "by_voice": [{"name", "claims", "supports", "attacks",
    "supported", "attacked"}], "by_kind": [the same], "questions", "unanswered",
    "leaned_on": [{"id", "supports"}]}; of several maps {"maps": [{"map", …}], "total": {…}}.

    \b
    Examples:
      argmap stats
      argmap stats --json
      argmap stats .
    """
    asked = maps_asked(context, maps, common.map_file)
    if len(asked) > 1 or any(map(is_folder, asked)):
        _print_many(maps_named(asked), common)
    else:
        _print_one(common._replace(map_file=asked[0] if asked else None))


def _print_one(common: CommonOptions) -> None:
    from argmap.analysis.statistics import statistics
    from argmap.views import statistics as view

    argument_map = common.read_map()
    found = statistics(argument_map)
    if common.is_json:
        write_json(view.statistics_data(found))
    elif is_for_terminal(common.format):
        show_rows(view.statistics_rows(found), common.format)
        if argument_map.claims:
            for heading, tallies in (("Voice", found.by_voice), ("Kind", found.by_kind)):
                write("\n")
                show(view.tally_table(heading, tallies, common.glyphs))
            show_rows(view.leaned_on_rows(found), common.format)
    else:
        write_lines(view.statistics_lines(found))
    if not argument_map.claims:
        say("this map has no claims")


def _print_many(files: list[str], common: CommonOptions) -> None:
    from argmap.analysis.statistics import total
    from argmap.cli._progress import with_progress
    from argmap.model.text import one_line
    from argmap.views import statistics as view

    found: dict[str, Statistics] = {}
    lost: list[Losses] = []
    notes: list[str] = []
    for name in with_progress(files, "Reading maps"):
        try:
            found[name] = _statistics(name, common, lost)
        except ArgmapError as error:
            first, *more = str(error).splitlines()
            notes.append(f"{first}; and {len(more):,} more" if more else first)
    if lost:
        say_losses_of_files(lost, json=common.is_json)
    whole = total(found.values())
    if common.is_json:
        each = [{"map": name, **view.statistics_data(one)} for name, one in found.items()]
        write_json({"maps": each, "total": view.statistics_data(whole)})
    elif not found:
        pass  # the notes say why
    elif is_for_terminal(common.format):
        show(view.many_table(found, whole, common.glyphs))
    else:
        write_lines(view.many_lines(found, whole))
    for note in notes:
        say(one_line(note))
    if notes:
        verb = "is" if len(notes) == 1 else "are"
        say(f"{len(notes):,} of {len(files):,} files could not be read and {verb} not counted")
        raise typer.Exit(UNUSABLE)


def _statistics(name: str, common: CommonOptions, lost: list[Losses]) -> Statistics:
    from argmap.analysis.statistics import statistics
    from argmap.formats import Losses, load

    losses = Losses()
    argument_map = load(name, common.map_format, losses)
    if common.strict and losses.touch_the_argument:
        raise ArgmapError(f"'{name}' has what cannot be kept: {losses}")
    lost.append(losses)
    return statistics(argument_map)
