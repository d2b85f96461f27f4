"""The command ``export``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.analysis.neighbourhood import neighbourhood
from argmap.cli import _complete
from argmap.cli._groups import Group
from argmap.cli._options import MapFile, MapFormat, Strict, claims_argument, read_map
from argmap.cli._output import say_losses, write
from argmap.errors import ArgmapError
from argmap.formats import Losses, dumps, format_to_write, writable, write_text

GROUP = Group.EXCHANGE


def command(
    claim_ids: Annotated[
        list[str] | None,
        claims_argument("Write the part of the map around these. Default: all of it."),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {', '.join(writable())}. Default: by the suffix of the output, or yaml.",
            autocompletion=_complete.writable_formats,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."
        ),
    ] = None,
    depth: Annotated[
        int,
        typer.Option("--depth", "-d", min=0, help="With claims: so many relations away."),
    ] = 1,
    strict: Strict = False,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    json: Annotated[
        bool,
        typer.Option(
            "--json", help="Name what is not carried over as JSON; write JSON if no format is told."
        ),
    ] = False,
) -> None:
    """Write a map, or a part of it, in another format.

    It takes a map in any format that argmap reads. What cannot be carried over is
    counted on standard error.

    \b
    Examples:
      argmap export -o map.graphml
      argmap export cognitive-community --depth 2 -f mermaid
      argmap export -m debate.json -o debate.yaml
    """
    argument_map = read_map(map_file, map_format, strict=strict, json=json)
    for claim_id in claim_ids or ():
        argument_map.claim(claim_id)
    losses = Losses()
    if claim_ids:
        losses.add_expectations(argument_map)  # they are about the whole map
        argument_map = neighbourhood(argument_map, claim_ids, depth)
    to_file = output is not None and output != "-"
    chosen = format_ or (format_to_write(output) if output and to_file else None)
    chosen = chosen or ("json" if json else "yaml")
    text = dumps(argument_map, chosen, losses)
    if strict and losses.counts:
        raise ArgmapError(f"{chosen} cannot carry {losses}", "nothing was written")
    if output and to_file:
        write_text(output, text)
    else:
        write(text)
    say_losses(losses, f"written as {chosen}; not carried over", "writing", json=json)
