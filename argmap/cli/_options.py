"""The options that several commands share."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from argmap.cli import _complete
from argmap.cli._output import Charset, Format
from argmap.errors import ArgmapError, UnknownNameError
from argmap.formats import load, load_bytes
from argmap.model import ArgumentMap, RelationKind

MapFile = Annotated[
    str | None,
    typer.Option(
        "--map",
        "-m",
        envvar="ARGMAP_MAP",
        metavar="FILE",
        help="The map to read; - is standard input. Default: the bundled essay.",
        show_default=False,
        show_envvar=False,
    ),
]
FormatName = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Print plain text or JSON.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="The same as -f json.")]
CharsetName = Annotated[
    Charset, typer.Option("--charset", help="Draw with these characters.", show_default=False)
]
Edges = Annotated[
    list[str] | None,
    typer.Option(
        "--edges",
        "-e",
        metavar="KIND",
        help="Follow these relations alone, such as supports; may be repeated.",
        autocompletion=_complete.relation_kinds,
    ),
]


def claims_argument(description: str, *, metavar: str = "[CLAIM]...") -> Any:
    """Return an argument of claim ids that the shell completes."""
    return typer.Argument(
        metavar=metavar, help=description, autocompletion=_complete.claims, show_default=False
    )


def read_map(path: str | None) -> ArgumentMap:
    """Return the map an option names; raises ArgmapError where it cannot be read."""
    if path == "-":
        if sys.stdin is None:
            raise ArgmapError("standard input is closed", "name a file instead of -")
        return load_bytes(sys.stdin.buffer.read(), "<stdin>")
    return load(path or None)


def relation_kinds(names: list[str] | None) -> frozenset[RelationKind] | None:
    """Return the kinds an option names, separated by commas or repeated; None for all."""
    if not names:
        return None
    known = tuple(str(kind) for kind in RelationKind)
    kinds = set()
    for name in ",".join(names).split(","):
        if name not in known:
            raise UnknownNameError("kind of relation", name, known)
        kinds.add(RelationKind(name))
    return frozenset(kinds)
