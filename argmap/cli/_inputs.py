"""What a command reads: maps, from files or standard input, and the ids that name parts of them."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from argmap.cli._output import say_losses
from argmap.documents.files import exists, is_folder, read_bytes, read_stream, similar_file
from argmap.documents.sample import Sample
from argmap.errors import ArgmapError, UnknownNameError, brief
from argmap.formats import Losses, bundled_names, bundled_path, load_bytes
from argmap.model import ArgumentMap
from argmap.suggestions import nearest

STDIN = "-"


def read_input(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``; raises ArgmapError."""
    if name != STDIN:
        return read_bytes(name)
    if sys.stdin is None:
        raise ArgmapError("standard input is closed", "name a file instead of -")
    return read_stream(sys.stdin.buffer, "standard input")


def shown_name(name: str) -> str:
    """Return what messages call an input."""
    return "<stdin>" if name == STDIN else name


def is_bundled(name: str) -> bool:
    """Return whether a map that comes with argmap is called so, and no file is."""
    is_word = name.isprintable() and not {".", "/", "\\"}.intersection(name)
    return is_word and name in bundled_names() and not exists(name)


def as_file(name: str) -> str:
    """Return the path of the bundled map of a name; any other name as it is."""
    return str(bundled_path(name)) if is_bundled(name) else name


def refuse_near_bundled(name: str) -> None:
    """Raise ArgmapError for a name that is nearly that of a bundled map, where no file is."""
    near = [] if name == STDIN or exists(name) else nearest(name, bundled_names())
    if near and not similar_file(Path(name)):
        hint = f"did you mean '{near[0]}', a map that comes with argmap?"
        raise ArgmapError(f"there is no file '{brief(name)}'", hint)


def is_map_named(context: Any) -> bool:
    """Return whether -m is on the command line, rather than ARGMAP_MAP in the environment."""
    where = context.get_parameter_source("map_file")
    return where is not None and where.name == "COMMANDLINE"


def maps_asked(context: Any, maps: list[str] | None, map_file: str | None) -> list[str]:
    """Return the maps that arguments and -m name, or else ARGMAP_MAP; none for the bundled map."""
    named = [as_file(name) for name in maps or ()]
    if map_file and (is_map_named(context) or not named):
        named.append(map_file)
    return named


def says_it_is_map(data: bytes) -> bool:
    """Return whether a text has the key ``argmap`` on its top level, in YAML or JSON.

    It may be broken otherwise. The word anywhere else is no sign of a map.
    """
    if b"argmap" not in data:  # soon said of a big file
        return False
    sample = Sample(data.decode("utf-8-sig", errors="replace"))
    return "argmap" in (sample.flow_keys() if sample.is_json else sample.yaml_keys)


def read_map(
    path: str | None, format_: str | None = None, *, strict: bool = False, json: bool = False
) -> ArgumentMap:
    """Return the map that an option names, and print on standard error what of it is not kept.

    Raises ArgmapError where the map cannot be read and, if ``strict``, where
    anything in it is not kept.
    """
    losses = Losses()
    file = path or str(bundled_path())
    argument_map = load_bytes(read_input(file), shown_name(file), format_, losses)
    if strict and losses.touch_the_argument:
        name = "standard input" if path == STDIN else f"'{path}'"
        message = f"{name}, read as {losses.format}, has what cannot be kept: {losses}"
        raise ArgmapError(message, "without --strict it is left out")
    say_losses(losses, f"read as {losses.format}; not kept", "reading", json=json)
    return argument_map


def claim_id(argument_map: ArgumentMap, name: str) -> str:
    """Return the id of a claim, given in full or as its beginning.

    Raises ArgmapError for an unknown id and for a beginning of several.
    """
    found = name if name in argument_map.claims else _beginning_with(name, argument_map.claims)
    return argument_map.claim(name if found is None else found).id


def claim_ids(argument_map: ArgumentMap, names: Iterable[str] | None) -> list[str]:
    """Return the ids of claims, as ``claim_id`` does."""
    return [claim_id(argument_map, name) for name in names or ()]


def node_ids(argument_map: ArgumentMap, names: Iterable[str] | None) -> list[str]:
    """Return the ids of claims or else relations, as ``claim_id`` does."""
    found = []
    for name in names or ():
        groups = (argument_map.claims, argument_map.relations)
        known = [name] if any(name in group for group in groups) else []
        ids = known or [each for group in groups if (each := _beginning_with(name, group))]
        if not ids:
            everything = (*argument_map.claims, *argument_map.relations)
            raise UnknownNameError("claim or relation", name, everything)
        found.append(ids[0])
    return found


def _beginning_with(name: str, ids: Collection[str]) -> str | None:
    """Return the one id that begins with a name; None for none; ArgmapError for several."""
    found = [each for each in ids if each.startswith(name)] if name else []
    if len(found) > 1:
        more = f" and {len(found) - _LISTED:,} more" if len(found) > _LISTED else ""
        hint = f"these are {', '.join(map(brief, found[:_LISTED]))}{more}"
        if is_folder(name):
            hint = f"'{name}' is a folder, too: argmap stats and argmap check take folders of maps"
        raise ArgmapError(f"several ids begin with '{brief(name)}'", hint)
    return found[0] if found else None


_LISTED = 8  # ids that begin alike, in a hint
