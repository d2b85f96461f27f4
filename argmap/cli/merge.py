"""The command ``merge``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli import _complete
from argmap.cli._options import MapFormat
from argmap.cli._output import _complain, say, say_losses, write
from argmap.errors import NO, ArgmapError
from argmap.formats import Losses, dumps, format_to_write, writable, write_text

if TYPE_CHECKING:
    from argmap.analysis.merging import Merged
    from argmap.cli._sides import Side


def _side(description: str, metavar: str) -> Any:
    return typer.Argument(metavar=metavar, help=description, show_default=False)


def command(
    base: Annotated[str, _side("The map that both come from.", "BASE")],
    ours: Annotated[str, _side("Our version; it is kept where the two collide.", "OURS")],
    theirs: Annotated[str, _side("The other version.", "THEIRS")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Format of the result. Default: by the suffix of the output, or that of OURS.",
            autocompletion=_complete.writable_formats,
        ),
    ] = None,
    map_format: MapFormat = None,
    json: Annotated[bool, typer.Option("--json", help="Report collisions as JSON.")] = False,
) -> None:
    """Merge two versions of a map, claim by claim and field by field.

    Each map is a file in any readable format, - or REV:PATH as git names it. A
    claim that one side reworded and the other moved has both changes. What both
    changed to different ends collides: the result has what OURS says, both
    versions are reported on standard error, and the exit status is 1. The result
    is always a map that can be read: it never holds conflict markers.

    Comments and layout are those of OURS, with the lines of THEIRS where it
    changed something, as far as that can be: the text is read again and must say
    just what the merged map says. Where it does not, the result is in argmap's
    own layout, without comments, and that is said.

    With --json the report is {"collisions": [{"what", "id", "field", "reason",
    "base", "ours", "theirs"}]}, also where there are none.

    \b
    For git to merge maps so, with a line such as  maps/*.yaml merge=argmap  in
    .gitattributes:
      git config merge.argmap.driver "argmap merge %O %A %B -o %A"

    \b
    Examples:
      argmap merge debate.json debate.json debate.json
      argmap merge debate.json debate.json debate.json -f yaml
    """
    from argmap.analysis.merging import merge
    from argmap.cli._sides import read_side
    from argmap.views.merging import collision_data, collision_rows

    names = [base, ours, theirs]
    if names.count("-") > 1:
        raise ArgmapError("two of the maps are standard input", "name files for all but one")
    sides = [
        read_side(name, map_format, json=json, may_be_empty=not number)
        for number, name in enumerate(names)
    ]
    merged = merge(*(side.map for side in sides))
    _write(merged, sides, output, _format(output, format_, sides[1]), json=json)
    if json:
        from argmap.formats._plain import json_text

        say(json_text(collision_data(merged.collisions), indent=None))
    elif merged.collisions:
        _complain(collision_rows(merged.collisions))
    if merged.collisions:
        raise typer.Exit(NO)


def _format(output: str | None, format_: str | None, ours: Side) -> str:
    """Return the format to write; git's own files have no suffix to tell one."""
    if format_:
        return format_
    if output and output != "-" and Path(output).suffix:
        return format_to_write(output)
    return ours.format if ours.format in writable() else "yaml"


def _write(
    merged: Merged, sides: list[Side], output: str | None, format_: str, *, json: bool
) -> None:
    from argmap.cli._merged_text import text_of_sides

    losses = Losses()
    text = text_of_sides(merged, format_, sides)
    own_layout = not text
    if own_layout:
        text = dumps(merged.map, format_, losses)
    if output and output != "-":
        write_text(output, text)
    else:
        write(text)
    say_losses(losses, f"written as {format_}; not carried over", "writing", json=json)
    ours = sides[1]
    if own_layout and not json and ours.format == format_ and not _is_own_layout(ours):
        say("note: written in argmap's own layout; comments in the maps are not kept")


def _is_own_layout(side: Side) -> bool:
    return dumps(side.map, side.format).encode() == side.data
