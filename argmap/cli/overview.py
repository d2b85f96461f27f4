"""The command ``overview``."""

from __future__ import annotations

from pathlib import PurePath

import typer

from argmap.cli._groups import Group
from argmap.cli._inputs import is_map_named, shown_name
from argmap.cli._options import CommonOptions
from argmap.cli._output import note, print_rows, say, width

GROUP = Group.LOOK


def command(*, context: typer.Context, common: CommonOptions) -> None:
    """Show a map at a glance, on one screen.

    Of each thesis: its status under grounded semantics, the reasons for it, the
    best developed first, and what is against it. Without theses, it is the claims
    that bear on nothing further, those with the most under them first. Then what
    the map argues against (rivals), what it leaves unsaid and what it asserts without
    a reason, the nearest to the theses first, and the claims without which a thesis
    would have another status. Of each question it says which answers stand, or that
    it is open.

    JSON is {"title", "source", "claims", "relations", "heads": "theses" or
    "roots", "main": [{"id", "text", "status", "reasons": [{"relation", "under",
    "premises": [{"id", "under"}]}], "objections": [{"relation", "answered",
    "claims": [{"id", "under"}]}]}], "others": [{"id", "under"}], "rivals": [{"id",
    "status", "under"}], "unsaid": [ids], "unbacked": [ids], "hinges": [{"id",
    "without_it": [{"claim", "status"}]}], "questions": [{"id", "status": null,
    "answers": [{"id", "status"}]}], "counted"}. Under is the number of
    claims that lead to a claim by supports, null if counting was given up; hinges
    is null if the map is too large to look for them.

    \b
    Examples:
      argmap overview
      argmap overview --json
    """
    from argmap.analysis.overview import overview
    from argmap.formats import bundled_name
    from argmap.views.overview import overview_rows
    from argmap.views.overview_data import overview_data
    from argmap.views.overview_lists import Place

    argument_map = common.read_map()
    found = overview(argument_map)
    file = common.map_file
    words = [bundled_name(file) or file] if file and is_map_named(context) else []
    name = PurePath(shown_name(file)).name if file else ""
    place = Place(common.glyphs, width(common.format), words, name)
    print_rows(
        overview_rows(argument_map, found, place),
        lambda: overview_data(argument_map, found),
        common.format,
    )
    if not argument_map.claims:
        say("this map has no claims")
    if not found.is_counted:
        note("the map is too large to count all that lies under every claim")
