"""The command ``merge``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli import _complete
from argmap.cli._groups import Group
from argmap.cli._inputs import says_it_is_map
from argmap.cli._options import MapFormat, OutputFile, known_format
from argmap.cli._output import note, say, say_error, say_losses, say_rows, write
from argmap.errors import NO, ArgmapError
from argmap.formats import Losses, format_to_write, writable, write_bytes, write_text

if TYPE_CHECKING:
    from argmap.analysis.merging.merge import Merged
    from argmap.editing.merging.side import Side

GROUP = Group.COMPARE

_SIDES = ("base", "ours", "theirs")


def _side(description: str, metavar: str) -> Any:
    return typer.Argument(metavar=metavar, help=description, show_default=False)


def command(
    base: Annotated[str, _side("The common ancestor of both.", "BASE")],
    ours: Annotated[str, _side("Our version, which wins where the two collide.", "OURS")],
    theirs: Annotated[str, _side("The other version.", "THEIRS")],
    output: OutputFile = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Format of the result. Default: from the suffix of the output, or that of OURS.",
            callback=known_format,
            autocompletion=_complete.writable_formats,
        ),
    ] = None,
    map_format: MapFormat = None,
    path: Annotated[
        str | None,
        typer.Option(
            "--path",
            metavar="PATH",
            help="Name of the file in messages, for git's %P. With it, files that are"
            " not maps are merged by lines, as git does.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Report collisions as JSON.")] = False,
) -> None:
    """Merge two versions of a map, claim by claim and field by field.

    Each map is a file in any readable format, -, or REV:PATH as in git. A claim
    that one side reworded and the other moved gets both changes. If both changed
    the same field in different ways, they collide: the result has the value of
    OURS, both are reported on standard error, and the exit status is 1. The
    result never has conflict markers, so it is always a readable map.

    Comments and layout are those of OURS, except for lines that THEIRS changed.
    Comments that are not kept are reported.

    With --json the report is {"collisions": [{"what", "id", "field", "reason",
    "base", "ours", "theirs"}]}, even if there are none.

    \b
    In git, with a line such as  maps/*.yaml merge=argmap  in .gitattributes:
      git config merge.argmap.driver "argmap merge %O %A %B -o %A --path %P"

    \b
    Examples:
      argmap merge debate.json debate.json debate.json
      argmap merge debate.json debate.json debate.json -f yaml
    """
    from argmap.analysis.merging.merge import merge
    from argmap.views.merging import collision_data, collision_rows

    names = [base, ours, theirs]
    if names.count("-") > 1:
        raise ArgmapError("two of the maps are standard input", "name files for all but one")
    try:
        sides = _sides(names, map_format, path, json=json)
    except ArgmapError as error:
        if path is None or "-" in names:
            raise
        _merge_lines(names, output, path, error)
        return
    merged = merge(*(side.map for side in sides))
    chosen = _format(output, format_, sides[1])
    _write(merged, sides, output, chosen, path, json=json)
    if json:
        from argmap.model.plain import json_text

        say(json_text(collision_data(merged.collisions), indent=None))
    elif merged.collisions:
        say_rows(collision_rows(merged.collisions, path))
    if merged.collisions:
        raise typer.Exit(NO)


def _sides(names: list[str], map_format: str | None, path: str | None, *, json: bool) -> list[Side]:
    from argmap.cli._sides import read_side

    return [
        read_side(
            name,
            map_format,
            json=json,
            may_be_empty=side == "base",
            shown=f"{side}:{path}" if path else None,
        )
        for side, name in zip(_SIDES, names, strict=True)
    ]


def _merge_lines(names: list[str], output: str | None, path: str, error: ArgmapError) -> None:
    """Merge files that are not maps as git does; raises ``error`` if it cannot.

    If lines collide, the result has conflict markers and the exit status is 1.
    """
    from argmap.cli._sides import content
    from argmap.editing.merging.by_git import merged_lines

    labels = [word for side in ("ours", "base", "theirs") for word in ("-L", side)]
    base, ours, theirs = map(content, names)
    found = merged_lines(base, ours, theirs, *labels)
    if found is None or output in {None, "-"}:
        raise error
    is_map = any(map(says_it_is_map, (base, ours, theirs)))
    if is_map:
        say_error(error)
    write_bytes(str(output), found.data)
    why = "cannot be read as a map" if is_map else "is not a map"
    clash = "" if found.is_clean else "; conflict markers are where lines collide"
    note(f"{path} {why}, so it is merged by lines{clash}")
    if not found.is_clean:
        raise typer.Exit(NO)


def _format(output: str | None, format_: str | None, ours: Side) -> str:
    """Return the format to write; the temporary files of git have no suffix to detect it from."""
    if format_:
        return format_
    if output is not None and output != "-" and Path(output).suffix:
        return format_to_write(output)
    return ours.format if ours.format in writable() else "yaml"


def _write(
    merged: Merged,
    sides: list[Side],
    output: str | None,
    format_: str,
    path: str | None,
    *,
    json: bool,
) -> None:
    from argmap.editing.merging.text import merged_text
    from argmap.views.merging import lost_rows

    losses = Losses()
    found = merged_text(merged, format_, sides, losses)
    if output is not None and output != "-":
        write_text(output, found.text)
    else:
        write(found.text)
    say_losses(losses, f"written as {format_}; not kept", "writing", json=json)
    if not json:
        say_rows(lost_rows(found, path))
