"""The option that names a copy of the text a map reconstructs."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli._output import say
from argmap.model import ArgumentMap
from argmap.model.paragraph import CountedText

SourceFile = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="FILE",
        help="A copy of the text that the map is of, as plain text or Markdown.",
        show_default=False,
    ),
]


def read_source(path: str, argument_map: ArgumentMap) -> CountedText:
    """Return the paragraphs of a source text; raises ArgmapError where it cannot be read.

    Says so on standard error where the places of the map count something else.
    """
    from argmap.formats._source_text import read_source_text
    from argmap.views.phrases import unit_of

    text = read_source_text(path)
    unit = unit_of(argument_map)
    if unit != "place" and not unit.casefold().startswith("par"):
        say(f"note: the places of this map count by {unit}; the text is read by paragraph")
    return text
