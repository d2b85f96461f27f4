"""What commands that edit a map file share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli import _complete
from argmap.cli._inputs import is_bundled
from argmap.cli._options import check_map_name
from argmap.cli._output import note, say, show_rows
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.editing.changes import Change
    from argmap.editing.file import MapFile


def _own_map(context: typer.Context, name: str | None) -> str | None:
    """Return the name of a map to change, which is no bundled one."""
    if name is not None and not context.resilient_parsing:
        check_map_name(name)
        if is_bundled(name):
            hint = f"argmap export -m {name} -o {name}.yaml makes a copy of your own"
            raise ArgmapError(f"the map '{name}' comes with argmap and cannot be changed", hint)
    return name


EditedMap = Annotated[
    str | None,
    typer.Option(
        "--map",
        "-m",
        callback=_own_map,
        envvar="ARGMAP_MAP",
        metavar="FILE",
        help="Map to change, YAML or JSON. Default: ARGMAP_MAP, never the bundled essay.",
        show_default=False,
        show_envvar=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Print the change as a diff, without making it.")
]
Cascade = Annotated[
    bool, typer.Option("--cascade", help="Also remove what would be left dangling.")
]


def ids_argument(description: str, metavar: str) -> Any:
    """Return an argument of ids of claims and relations, with completion."""
    return typer.Argument(
        metavar=metavar,
        help=description,
        autocompletion=_complete.claims_and_relations,
        show_default=False,
    )


@contextmanager
def opened(path: str | None) -> Iterator[MapFile]:
    """Open the map file that -m names, and lock it until it is closed.

    Raises ArgmapError for no name, for - and for a file that cannot be read.
    """
    from argmap.documents.writing import editing
    from argmap.editing.file import open_map

    if not path:
        hint = "name yours with -m FILE or ARGMAP_MAP; argmap new FILE starts one"
        raise ArgmapError("no map to change: the bundled one cannot be edited", hint)
    if path == "-":
        raise ArgmapError("standard input cannot be changed in place", "name a file with -m FILE")
    with editing(path) as how:
        for each in how.notes:
            note(each)
        if not how.is_locked:
            note(f"{path} cannot be locked: do not change it elsewhere now")
        yield open_map(path)


def finish(map_file: MapFile, change: Change, done: str, *, dry_run: bool) -> None:
    """Write a change to the file and report what was ``done``; ``dry_run`` prints a diff.

    What may be unintended is noted on standard error. Raises InvalidMapError if
    the layout of the file does not allow the change, and ArgmapError if the file
    has changed meanwhile.
    """
    from argmap.model.text import one_line
    from argmap.views.edits import diff_rows, notes

    text = map_file.edited(change)
    if text == map_file.text:
        say(f"nothing to change: {one_line(map_file.path)} already says so")
    elif dry_run:
        show_rows(diff_rows(map_file.text, text, map_file.path))
    else:
        map_file.write(text)
        say(f"{one_line(map_file.path)}: {one_line(done)}")
    for each in notes(map_file.argument_map, change.argument_map):
        note(each)


def without_dangling(map_file: MapFile, ids: list[str], *, cascade: bool) -> Change:
    """Return the map without some claims and relations, and without what refers to them.

    Raises ArgmapError if anything does, unless ``cascade``.
    """
    from argmap.editing.changes import dangling, without
    from argmap.views.edits import dangling_words

    if not cascade:
        left = dangling_words(dangling(map_file.argument_map, ids))
        if left:
            hint = "--cascade removes that too; --dry-run --cascade shows it first"
            raise ArgmapError(f"this would leave {left} dangling", hint)
    return without(map_file.argument_map, ids)
