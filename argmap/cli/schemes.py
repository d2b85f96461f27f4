"""The command ``schemes``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import _complete, _inputs
from argmap.cli._groups import Group
from argmap.cli._options import FormatName, Json, MapFile, MapFormat
from argmap.cli._output import chosen_format, print_rows, say
from argmap.cli._schemes import SchemesFile, schemes_of, unknown_scheme, with_schemes
from argmap.model import ArgumentMap

GROUP = Group.LEARN


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="The scheme to explain, by any of its names.",
            autocompletion=_complete.schemes,
            show_default=False,
        ),
    ] = None,
    schemes_file: SchemesFile = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    format_: FormatName = None,
    json: Json = False,
) -> None:
    """List the argumentation schemes that a step may follow, or explain one.

    A scheme has roles for the premises of a step, and critical questions: what to ask
    before the step is accepted. They are those of Walton, Reed and Macagno,
    "Argumentation Schemes" (2008), and some of other catalogues; those of the map of
    -m and of --schemes FILE come first. Case, hyphens and "argument from" make no
    difference to a name; the names of AIFdb and arguebuf are known.

    JSON is an array of schemes, or the one that is named: id, name, names, premises
    (role, states), conclusion, questions (name, text, effect, attacks, source),
    source, weighing.

    \b
    Examples:
      argmap schemes
      argmap schemes "expert opinion"
      argmap schemes sign --json
    """
    from argmap.analysis.schemes.catalogue import catalogue
    from argmap.views.schemes import list_rows, scheme_data, scheme_rows, summary_words

    format_ = chosen_format(format_, json=json)
    given = _inputs.read_map(map_file, map_format) if map_file else ArgumentMap()
    known = catalogue(with_schemes(given, schemes_of(schemes_file)))
    if name is not None:
        found = known.find(name)
        if found is None:
            raise unknown_scheme(name, known)
        print_rows(scheme_rows(found), lambda: scheme_data(found), format_)
        return
    every = list(known)
    print_rows(list_rows(every), lambda: [scheme_data(each) for each in every], format_)
    if not json and format_ is None:
        say(summary_words(len(every)))
