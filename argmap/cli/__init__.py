"""The command line, one command per module; ``run`` runs it.

A module ``x`` without an underscore is the command ``x``: the parameters of its
function ``command`` are the arguments and options, the docstring is the help,
``GROUP`` is its heading in the list of commands, and a ``CommandClass``, if any,
parses its arguments. Modules with an underscore are what commands share:
``_options`` declares, ``_inputs`` reads, ``_output`` prints. Only the module of
the command that runs is imported, and it may import any other package. To add a
command, copy ``show``. (Once ``list`` is imported, that name is the module here.)
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from argmap import __version__
from argmap.cli._groups import Group
from argmap.cli._output import exit_quietly, say_error, unwritable, write
from argmap.cli._parsing import Command, docstring, flattened, with_shell
from argmap.errors import DONE, INTERRUPTED, UNUSABLE, ArgmapError, UnknownNameError


def command_names() -> list[str]:
    """Return the names of all commands, sorted."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return sorted(file.stem.replace("_", "-") for file in files)


class _Commands(TyperGroup):
    """The group of all commands, each imported from its module when it is needed."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 the signature is typer's
        """Return the names of all commands."""
        return command_names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; raises UnknownNameError, except during completion."""
        if cmd_name not in command_names():
            if ctx.resilient_parsing or cmd_name.startswith("-"):
                return None
            raise UnknownNameError("command", cmd_name, tuple(command_names()))
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        module = _module(cmd_name)
        class_ = getattr(module, "CommandClass", Command)
        declare = single.command(cmd_name, cls=class_, help=docstring(module.command))
        declare(flattened(module.command))
        return get_command(single)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words before the command; raises ArgmapError if help cannot be written."""
        try:
            return super().parse_args(ctx, with_shell(args))
        except BrokenPipeError:
            exit_quietly()
        except OSError as error:  # the help is written by typer, not by us
            raise unwritable(error) from None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands under the headings of their groups."""
        names = self.list_commands(ctx)
        width = max(map(len, names))
        for group in Group:
            rows = [
                (name.ljust(width), self.get_command(ctx, name).get_short_help_str(_LONGEST))
                for name in names
                if _module(name).GROUP is group
            ]
            with formatter.section(group.value):
                formatter.write_dl(rows)


_LONGEST = 200  # characters of a summary in the list, more than any has


def _module(name: str) -> Any:
    return import_module(f"argmap.cli.{name.replace('-', '_')}")


app = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,
    add_completion=False,  # ours is safe with words from a map
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(context: typer.Context, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:  # during completion
        typer.echo(f"argmap {__version__}")
        raise typer.Exit


def _show_completion(context: typer.Context, shell: str | None) -> None:
    if shell is not None and not context.resilient_parsing:
        from argmap.cli._shells import script

        write(script(shell))
        raise typer.Exit


def _install_completion(context: typer.Context, shell: str | None) -> None:
    if shell is not None and not context.resilient_parsing:
        from argmap.cli._shells import install

        install(shell)
        raise typer.Exit


def _argmap(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, help="Show the version.")
    ] = False,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            callback=_show_completion,
            help="Print the completion script for bash, zsh, fish or powershell.",
            show_default=False,
        ),
    ] = None,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar="[SHELL]",
            callback=_install_completion,
            help="Install it for that shell, or the current one.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Explore argument maps: list claims, trace chains, evaluate, export graphs.

    Commands work on the map named first or by -m FILE (- is standard input), or
    on the bundled map of an essay. Another is bundled to learn from: miracles.

    \b
    Examples:
      argmap tree --depth 2
      argmap show cognitive-community
      argmap trace phone-call no-split
      argmap why open-trend
      argmap export -o map.graphml
    """


app.callback(help=docstring(_argmap))(_argmap)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit status; an error is printed as a message."""
    for stream in (sys.stdout, sys.stderr):
        # What the encoding of the terminal lacks is escaped.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = _run(arguments)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return DONE  # the reader of a pipe named with -o has closed it
    except (ArgmapError, typer.TyperException, MemoryError, OSError) as error:
        from argmap.cli._explaining import explained

        answer = explained(error)
        say_error(answer)
        return answer.exit_status
    if not arguments:
        return UNUSABLE  # the help was printed because nothing was asked
    return status if isinstance(status, int) else DONE


def _run(arguments: list[str]) -> Any:
    shell = os.environ.get("_ARGMAP_COMPLETE")
    if shell:
        from argmap.cli._shells import answer

        answer(shell, arguments, get_command(app))
        return DONE
    words = arguments or ["--help"]
    return get_command(app).main(words, prog_name="argmap", standalone_mode=False)
