"""The options that several commands share, one by one and in groups.

A parameter of a command may be a group: a NamedTuple whose fields are annotated
as parameters are. The command then has each of them as an option.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypedDict

import typer

from argmap import formats
from argmap.cli import _complete, _inputs
from argmap.cli._output import Charset, Format, ReviewFormat, glyphs
from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap, RelationKind
from argmap.views.theme import Glyphs

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome

# An unknown name is an error whether or not the command uses it, and is reported
# before the map is read.


def _checked(check: Callable[[Any], object]) -> Callable[[typer.Context, Any], Any]:
    """Return a callback that passes the value of an option to ``check``, which may raise."""

    def callback(context: typer.Context, value: Any) -> Any:
        if value is not None and not context.resilient_parsing:
            check(value)
        return value

    return callback


def _check_semantics(name: str) -> None:
    from argmap.analysis.semantics import summary

    summary(name)


def _map_called(context: typer.Context, name: str | None) -> str | None:
    """Return the file of a map that an option names, of a bundled one too."""
    if name is None or context.resilient_parsing:
        return name
    check_map_name(name)
    if "." not in name:  # no file name then, but that of a bundled map
        name = _inputs.as_file(name)
        _inputs.refuse_near_bundled(name)
    return name


def check_map_name(name: str) -> None:
    """Raise ArgmapError for an empty name, as from an unset variable."""
    if not name:
        raise ArgmapError("-m is given an empty name", "name a file, or leave it out")


def relation_kinds(names: list[str] | None) -> frozenset[RelationKind] | None:
    """Return the kinds an option names, repeated or separated by commas; None for all."""
    if not names:
        return None
    known = tuple(str(kind) for kind in RelationKind)
    kinds = set()
    for name in ",".join(names).split(","):
        if name not in known:
            raise UnknownNameError("kind of relation", name, known)
        kinds.add(RelationKind(name))
    return frozenset(kinds)


known_format = _checked(formats.summary)

MapFile = Annotated[
    str | None,
    typer.Option(
        "--map",
        "-m",
        callback=_map_called,
        envvar="ARGMAP_MAP",
        metavar="FILE",
        help="Map to read; - is standard input. Default: ARGMAP_MAP, or the bundled essay.",
        autocompletion=_complete.bundled_maps,
        show_default=False,
        show_envvar=False,
    ),
]
MapFormat = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="Format of the map (see argmap formats). Default: detected from suffix and content.",
        callback=known_format,
        autocompletion=_complete.readable_formats,
        show_default=False,
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Fail if anything that is argued would not be kept.")
]
FormatName = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Print plain text or JSON.", show_default=False),
]
ReviewFormatName = Annotated[
    ReviewFormat | None,
    typer.Option("--format", "-f", help="Print plain text, JSON or Markdown.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Same as -f json.")]
CharsetName = Annotated[
    Charset, typer.Option("--charset", help="Characters to draw with.", show_default=False)
]
Edges = Annotated[
    list[str] | None,
    typer.Option(
        "--edges",
        "-e",
        metavar="KIND",
        help="Follow only this kind of relation, such as supports; may be repeated.",
        callback=_checked(relation_kinds),
        autocompletion=_complete.relation_kinds,
    ),
]

SemanticsName = Annotated[
    str | None,
    typer.Option(
        "--semantics",
        "-s",
        metavar="NAME",
        callback=_checked(_check_semantics),
        help="Semantics to use (see argmap evaluate --help). Default: grounded.",
        autocompletion=_complete.semantics,
        show_default=False,
    ),
]
Assume = Annotated[
    list[str] | None,
    typer.Option(
        "--assume",
        metavar="ID",
        help="Suppose this claim or relation is in, whatever attacks it; may be repeated.",
        autocompletion=_complete.claims_and_relations,
    ),
]
Reject = Annotated[
    list[str] | None,
    typer.Option(
        "--reject",
        metavar="ID",
        help="Suppose it is out, whatever supports it; may be repeated.",
        autocompletion=_complete.claims_and_relations,
    ),
]
OutputFile = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."),
]


class CommonOptions(NamedTuple):
    """The options of every command that reads a map and prints an answer."""

    map_file: MapFile = None
    map_format: MapFormat = None
    strict: Strict = False
    format_: FormatName = None
    json: Json = False
    charset: CharsetName = Charset.AUTO

    @property
    def format(self) -> Format | None:
        """The format asked for; None for whatever suits standard output."""
        return Format.JSON if self.json else self.format_

    @property
    def is_json(self) -> bool:
        """Whether the answer is printed as JSON."""
        return self.format is Format.JSON

    @property
    def glyphs(self) -> Glyphs:
        """The signs to draw with."""
        return glyphs(self.charset)

    def read_map(self) -> ArgumentMap:
        """Return the map; prints its losses and raises ArgmapError as ``_inputs.read_map``."""
        return _inputs.read_map(
            self.map_file, self.map_format, strict=self.strict, json=self.is_json
        )


class Fixed(TypedDict):
    """The ids of the claims and relations supposed to be in and to be out."""

    assume: list[str]
    reject: list[str]


class EvaluationOptions(NamedTuple):
    """The options of every command that evaluates a map."""

    semantics: SemanticsName = None
    assume: Assume = None
    reject: Reject = None

    @property
    def name(self) -> str:
        """The name of the semantics."""
        from argmap.analysis.semantics import DEFAULT

        return self.semantics or DEFAULT

    def fixed(self, argument_map: ArgumentMap) -> Fixed:
        """Return the ids that --assume and --reject name; raises as ``_inputs.node_ids``."""
        assume, reject = (_inputs.node_ids(argument_map, ids) for ids in (self.assume, self.reject))
        return Fixed(assume=assume, reject=reject)

    def outcome(self, argument_map: ArgumentMap, fixed: Fixed) -> Outcome:
        """Return the evaluation of a map; raises what ``evaluate`` raises."""
        from argmap.analysis.evaluation.evaluation import evaluate

        return evaluate(argument_map, self.name, **fixed)


def claims_argument(description: str, *, metavar: str = "[CLAIM]...") -> Any:
    """Return an argument of claim ids, with completion."""
    return typer.Argument(
        metavar=metavar, help=description, autocompletion=_complete.claims, show_default=False
    )


def claim_argument(description: str) -> Any:
    """Return an argument of one claim id, with completion."""
    return claims_argument(description, metavar="CLAIM")
