"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from argmap.cli import _complete
from argmap.cli._output import Charset, Format
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import RelationKind

# A name that there is not is an error whatever the command does with it, and before it
# looks at the map, which has no part in it.


def known_format(context: typer.Context, name: str | None) -> str | None:
    """Return the name of a format; raises UnknownNameError for one that is not there."""
    if name is not None and not context.resilient_parsing:
        from argmap.formats import summary

        summary(name)
    return name


def _known_kinds(context: typer.Context, names: list[str] | None) -> list[str] | None:
    if not context.resilient_parsing:
        relation_kinds(names)
    return names


def _known_semantics(context: typer.Context, name: str | None) -> str | None:
    if name is not None and not context.resilient_parsing:
        from argmap.analysis.semantics import summary

        summary(name)
    return name


def map_name(context: typer.Context, name: str | None) -> str | None:
    """Return the name of a map; raises ArgmapError for an empty one, as of an unset variable."""
    if name == "" and not context.resilient_parsing:
        raise ArgmapError("-m is given an empty name", "name a file, or leave it out")
    return name


MapFile = Annotated[
    str | None,
    typer.Option(
        "--map",
        "-m",
        callback=map_name,
        envvar="ARGMAP_MAP",
        metavar="FILE",
        help="The map to read; - is standard input. Default: ARGMAP_MAP, or the bundled essay.",
        show_default=False,
        show_envvar=False,
    ),
]
MapFormat = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="The format of the map, see argmap formats. Default: told by suffix and content.",
        callback=known_format,
        autocompletion=_complete.readable_formats,
        show_default=False,
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Stop where something cannot be carried over.")
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
        callback=_known_kinds,
        autocompletion=_complete.relation_kinds,
    ),
]

SemanticsName = Annotated[
    str | None,
    typer.Option(
        "--semantics",
        metavar="NAME",
        callback=_known_semantics,
        help="The semantics to go by, see argmap evaluate --help. Default: grounded.",
        autocompletion=_complete.semantics,
        show_default=False,
    ),
]
Assume = Annotated[
    list[str] | None,
    typer.Option(
        "--assume",
        metavar="ID",
        help="What if this claim or relation stood, whatever bears on it? May be repeated.",
        autocompletion=_complete.claims_and_relations,
    ),
]
Reject = Annotated[
    list[str] | None,
    typer.Option(
        "--reject",
        metavar="ID",
        help="What if it did not, whatever supports it? May be repeated.",
        autocompletion=_complete.claims_and_relations,
    ),
]


def claims_argument(description: str, *, metavar: str = "[CLAIM]...") -> Any:
    """Return an argument of claim ids that the shell completes."""
    return typer.Argument(
        metavar=metavar, help=description, autocompletion=_complete.claims, show_default=False
    )


def claim_argument(description: str) -> Any:
    """Return an argument of one claim id that the shell completes."""
    return claims_argument(description, metavar="CLAIM")


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
