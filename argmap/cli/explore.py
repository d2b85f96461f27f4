"""The command ``explore``."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _complete, _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CharsetName, MapFile, MapFormat, Strict
from argmap.cli._output import Charset, glyphs
from argmap.errors import DONE, ArgmapError, missing_extra
from argmap.formats import bundled_name, bundled_path

if TYPE_CHECKING:
    from argmap.explorer.app import Explorer

GROUP = Group.LOOK


def command(
    claim_id: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLAIM]",
            help="Claim to start at.",
            autocompletion=_complete.claims,
            show_default=False,
        ),
    ] = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Explore a map in the terminal.

    The tree is on the left, open as far as there is room, with the chain from the
    claim lit; the claim in full is on the right, and digits lead along its
    relations. The arrow keys or hjkl move and open; / searches, i inverts, t traces
    chains, e shows statuses, x rejects a claim, u undoes that, o opens the file in
    $EDITOR where the claim stands, ? lists all keys, q quits. When the file
    changes, the screen is updated.

    \b
    Examples:
      argmap explore
      argmap explore phone-call
    """
    explorer = _explorer()  # first, so that a missing extra is reported before anything else
    _check_terminal(is_input_taken=map_file == "-")
    from argmap.explorer.following import FollowedFile

    path = None if map_file == "-" else map_file or bundled_path()
    file = None if path is None else FollowedFile(path, map_format)
    argument_map = _inputs.read_map(map_file, map_format, strict=strict)
    if claim_id is not None:
        claim_id = _inputs.claim_id(argument_map, claim_id)
    if path is None:
        _take_keys_from_terminal()
    # The map stays; what comes and goes from here on is collected, but less often than by
    # default, which makes building something big in a thread take three times as long.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()
    app = explorer(argument_map, glyphs(charset), _called(map_file), file, claim_id)
    app.run()
    raise typer.Exit(app.return_code or DONE)


def _called(map_file: str | None) -> str:
    from argmap.explorer.paths import short_path

    if map_file is None:
        return "the bundled map"
    name = bundled_name(map_file)
    if name is not None:
        return f"the bundled map {name}"
    return "standard input" if map_file == "-" else short_path(map_file)


def _check_terminal(*, is_input_taken: bool) -> None:
    streams = [sys.stdout, sys.stderr] if is_input_taken else [sys.stdin, sys.stdout, sys.stderr]
    is_terminal = all(stream is not None and stream.isatty() for stream in streams)
    if not is_terminal or os.environ.get("TERM") in {"dumb", "unknown"}:
        message = "the explorer needs a terminal"
        raise ArgmapError(message, "argmap tree prints the map anywhere")


def _explorer() -> type[Explorer]:
    try:
        from argmap.explorer.app import Explorer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "textual":
            raise
        message = "the explorer needs Textual, which is not installed"
        raise missing_extra(message, "explore") from None
    return Explorer


def _take_keys_from_terminal() -> None:
    """Replace standard input, from which the map was read, by the terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        message = "standard input is the map, and there is no terminal to read keys from"
        raise ArgmapError(message, "name a file instead of -") from None
    os.dup2(terminal, 0)
    os.close(terminal)
