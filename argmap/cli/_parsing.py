"""How every command reads its command line."""

from __future__ import annotations

import ast
import inspect
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from argmap.cli._complete import quick_map
from argmap.cli._inputs import STDIN, as_file, is_bundled
from argmap.cli._output import exit_quietly, print_notes, unwritable
from argmap.documents.files import is_file
from argmap.errors import ArgmapError
from argmap.formats import load

_EDITED = (".yaml", ".yml", ".json")  # endings of the maps that argmap changes in place


class Command(TyperCommand):
    """A command.

    A first argument that is a file, or the name of a bundled map, is taken for the map,
    as if after ``-m``, unless ``-m`` is given or the map in use without it has an id of
    that name. A command with a parameter ``maps`` handles its arguments itself.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments of a command; raises what typer raises, and ArgmapError."""
        given, _, order = self.make_parser(ctx).parse_args(list(args))
        if not ctx.resilient_parsing:
            _refuse_twice(order, ctx.command_path)
        words = args if given.get("map_file") is not None else self._with_map(ctx, args)
        try:
            return super().parse_args(ctx, words)
        except BrokenPipeError:
            exit_quietly()
        except OSError as error:  # the help is written by typer, not by us
            raise unwritable(error) from None

    def _with_map(self, ctx: Any, words: list[str]) -> list[str]:
        """Return the words with ``--map`` before a first argument that is the map."""
        params = {param.name: param for param in self.get_params(ctx)}
        if "map_file" not in params or "maps" in params:
            return words
        first = self._first_argument(ctx, words)
        if first is None:
            return words
        name = words[first]
        is_edit = "dry_run" in params  # its first argument may be the id of something new
        is_map = name == STDIN or is_file(name) or is_bundled(name)
        if not is_map or (is_edit and not name.lower().endswith(_EDITED)):
            return words
        takes_ids = any(isinstance(param, TyperArgument) for param in params.values())
        if takes_ids and _is_id(name, is_quick=ctx.resilient_parsing):
            return words
        return ["--map", name, *words[:first], *words[first + 1 :]]

    def _first_argument(self, ctx: Any, words: Sequence[str]) -> int | None:
        """Return the index of the first argument among the words; None if there is none."""
        parser = self.make_parser(ctx)
        parser.allow_interspersed_args = False  # everything after the first argument is one too
        given, rest, _ = parser.parse_args(list(words))
        number = len(rest)
        for param in self.get_params(ctx):
            if isinstance(param, TyperArgument):
                value = given.get(param.name or "")
                number += 0 if value is None else 1 if isinstance(value, str) else len(value)
        return len(words) - number if number else None


def _refuse_twice(order: Sequence[Any], command: str) -> None:
    """Raise ArgmapError for an option given more than once that takes one value."""
    for option, times in Counter(order).items():
        is_single = isinstance(option, TyperOption) and not (option.multiple or option.is_flag)
        if times > 1 and is_single:
            message = f"{option.opts[0]} takes one value, but is given {times} times"
            raise ArgmapError(message, f"see {command} --help")


def _is_id(name: str, *, is_quick: bool) -> bool:
    """Return whether the map in use without ``-m`` has a claim or relation of that id.

    ``is_quick`` skips a map that takes long to read, for completion.
    """
    path = os.environ.get("ARGMAP_MAP")
    path = as_file(path) if path else None
    try:
        chosen = quick_map(path) if is_quick else load(path)
    except ArgmapError:
        return False
    return name in chosen.claims or name in chosen.relations


def docstring(function: Callable[..., Any]) -> str | None:
    """Return the docstring of a function, even if Python has dropped it (``-OO``)."""
    said = inspect.getdoc(function)
    if said is not None:
        return said
    source = inspect.getsourcefile(function)
    if source is None or not Path(source).is_file():
        return None
    for node in _functions(ast.parse(Path(source).read_text(encoding="utf-8"))):
        if node.name == function.__name__:
            return ast.get_docstring(node)
    return None


def flattened(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that has the options of each of its groups as parameters of its own.

    It also has --quiet, as all commands do.
    """
    groups: dict[str, Any] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        if hasattr(parameter.annotation, "_field_defaults"):  # a NamedTuple
            groups[parameter.name] = parameter.annotation
            parameters += _options(parameter.annotation)
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    parameters.append(_QUIET)

    def flat(**values: Any) -> None:
        print_notes(not values.pop(_QUIET.name))
        for name, group in groups.items():
            values[name] = group(*(values.pop(field) for field in group._fields))
        command(**values)

    flat.__dict__["__signature__"] = inspect.Signature(parameters)
    flat.__annotations__ = {each.name: each.annotation for each in parameters}
    return flat


_QUIET = inspect.Parameter(
    "quiet",
    inspect.Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool, typer.Option("--quiet", "-q", help="Print no notes on standard error.")
    ],
)


def _options(group: Any) -> Iterator[inspect.Parameter]:
    annotations = get_type_hints(group, include_extras=True)
    for name in group._fields:
        default = group._field_defaults.get(name, inspect.Parameter.empty)
        kind = inspect.Parameter.KEYWORD_ONLY
        yield inspect.Parameter(name, kind, default=default, annotation=annotations[name])


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in tree.body if isinstance(node, ast.FunctionDef))


CURRENT_SHELL = "current"  # the shell that runs the command


def with_shell(arguments: list[str]) -> list[str]:
    """Return the arguments with a shell after each option for completion that has none."""
    result: list[str] = []
    for number, word in enumerate(arguments):
        result.append(word)
        following = arguments[number + 1 : number + 2]
        if word in {"--show-completion", "--install-completion"} and (
            not following or following[0].startswith("-")
        ):
            result.append(CURRENT_SHELL)
    return result
