"""What a command reads: a map, from a file or standard input, and the ids that name parts of it."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable

from argmap.cli._output import say_losses
from argmap.documents.files import is_folder, read_bytes, read_stream
from argmap.errors import ArgmapError, UnknownNameError, brief
from argmap.formats import Losses, bundled_path, load_bytes
from argmap.model import ArgumentMap

STDIN = "-"


def read_input(name: str) -> bytes:
    """Return what a file holds, or standard input for ``-``; raises ArgmapError where it cannot."""
    if name != STDIN:
        return read_bytes(name)
    if sys.stdin is None:
        raise ArgmapError("standard input is closed", "name a file instead of -")
    return read_stream(sys.stdin.buffer, "standard input")


def shown_name(name: str) -> str:
    """Return what messages call an input."""
    return "<stdin>" if name == STDIN else name


def read_map(
    path: str | None, format_: str | None = None, *, strict: bool = False, json: bool = False
) -> ArgumentMap:
    """Return the map an option names, saying on standard error what it could not take over.

    Raises ArgmapError where the map cannot be read, and where something is left
    out although ``strict``.
    """
    losses = Losses()
    file = path or str(bundled_path())
    argument_map = load_bytes(read_input(file), shown_name(file), format_, losses)
    if losses.counts and strict:
        name = "standard input" if path == STDIN else f"'{path}'"
        message = f"{name}, read as {losses.format}, has what a map cannot carry: {losses}"
        raise ArgmapError(message, "without --strict it is left out")
    say_losses(losses, f"read as {losses.format}; not carried over", "reading", json=json)
    return argument_map


def claim_id(argument_map: ArgumentMap, name: str) -> str:
    """Return the id of the claim that a name is, or that alone begins with it.

    Raises ArgmapError where there is none, and where several begin so.
    """
    found = name if name in argument_map.claims else _beginning_with(name, argument_map.claims)
    return argument_map.claim(name if found is None else found).id


def claim_ids(argument_map: ArgumentMap, names: Iterable[str] | None) -> list[str]:
    """Return the ids of the claims that names are, as ``claim_id`` does."""
    return [claim_id(argument_map, name) for name in names or ()]


def node_ids(argument_map: ArgumentMap, names: Iterable[str] | None) -> list[str]:
    """Return the ids of the claims, or else the relations, that names are or alone begin with.

    Raises ArgmapError as ``claim_id`` does.
    """
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


def fixed_ids(
    argument_map: ArgumentMap, assume: Iterable[str] | None, reject: Iterable[str] | None
) -> tuple[list[str], list[str]]:
    """Return the ids that --assume and --reject name, as ``node_ids`` does."""
    return node_ids(argument_map, assume), node_ids(argument_map, reject)


def _beginning_with(name: str, ids: Collection[str]) -> str | None:
    """Return the one id that begins with a name; None for none; ArgmapError for several."""
    found = [each for each in ids if each.startswith(name)] if name else []
    if len(found) > 1:
        more = f" and {len(found) - _LISTED:,} more" if len(found) > _LISTED else ""
        hint = f"there is {', '.join(map(brief, found[:_LISTED]))}{more}"
        if is_folder(name):
            hint = f"'{name}' is a folder, too: argmap stats and argmap check take folders of maps"
        raise ArgmapError(f"several ids begin with '{brief(name)}'", hint)
    return found[0] if found else None


_LISTED = 8  # ids that begin alike, in a hint
