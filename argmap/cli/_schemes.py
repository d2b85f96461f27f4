"""Schemes of a file of one's own, beside those of the map and of argmap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap, Scheme

if TYPE_CHECKING:
    from argmap.analysis.schemes.catalogue import Catalogue

SchemesFile = Annotated[
    str | None,
    typer.Option(
        "--schemes",
        envvar="ARGMAP_SCHEMES",
        metavar="FILE",
        help="Add the schemes of a map file. Default: ARGMAP_SCHEMES, if it is set.",
        show_default=False,
        show_envvar=False,
    ),
]


def schemes_of(path: str | None) -> Mapping[str, Scheme]:
    """Return the schemes of a map file by id, none for no file.

    Raises ArgmapError where the file cannot be read or has no schemes.
    """
    if path is None:
        return {}
    from argmap.cli._inputs import read_input, shown_name
    from argmap.formats import load_bytes

    found = load_bytes(read_input(path), shown_name(path)).schemes
    if not found:
        hint = "a file of schemes is a map file with the key schemes"
        raise ArgmapError(f"{shown_name(path)} has no schemes", hint)
    return found


def with_schemes(argument_map: ArgumentMap, further: Mapping[str, Scheme]) -> ArgumentMap:
    """Return a map with further schemes after its own, which count where both have an id."""
    if further:
        argument_map.schemes = {**argument_map.schemes} | {
            name: scheme for name, scheme in further.items() if name not in argument_map.schemes
        }
    return argument_map


def unknown_scheme(name: str, known: Catalogue) -> ArgmapError:
    """Return the error that there is no scheme of a name; it names the nearest ones."""
    from argmap.suggestions import one_of

    error = UnknownNameError("scheme", name, ())
    error.hint = one_of(known.near(name)) or "argmap schemes lists them all"
    return error
