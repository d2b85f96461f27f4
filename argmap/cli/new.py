"""The command ``new``."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from argmap.cli._groups import Group
from argmap.cli._output import note, say, write
from argmap.errors import ArgmapError
from argmap.model import InvalidMapError

GROUP = Group.WRITE

_SCHEMA = "argmap.schema.json"
_TEXT = "What you claim, in one sentence."


def _templates(incomplete: str) -> list[tuple[str, str]]:
    from argmap.editing.templates import TEMPLATES

    return [(name, said) for name, (said, _) in TEMPLATES.items() if name.startswith(incomplete)]


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="YAML file to write; - prints the map.", show_default=False
        ),
    ],
    text: Annotated[
        str, typer.Argument(metavar="[TEXT]", help="The first claim.", show_default=False)
    ] = _TEXT,
    id_: Annotated[
        str, typer.Option("--id", metavar="ID", help="The id of that claim.")
    ] = "thesis",
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="The title of the map.")
    ] = None,
    template: Annotated[
        str,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME",
            help="Template to use: claim, debate, decision, essay or framework.",
            autocompletion=_templates,
        ),
    ] = "claim",
    schema: Annotated[
        str | None,
        typer.Option(
            "--schema",
            metavar="FILE|URL",
            help="Schema for editors to use. Default: argmap.schema.json beside the map, "
            "created if missing.",
            show_default=False,
        ),
    ] = None,
    no_schema: Annotated[
        bool, typer.Option("--no-schema", help="Name no schema in the map.")
    ] = False,
) -> None:
    """Create a map: one claim, and comments that explain the format.

    The first line names a schema, with which an editor that has a YAML language
    server completes, explains and checks the map as you write. An existing file
    is never overwritten.

    \b
    Examples:
      argmap new sundays.yaml "The library should open on Sundays."
      argmap new motion.yaml --template debate --no-schema
      argmap new - --template essay
    """
    from argmap.editing.settings import read_line, read_setting, usable_id
    from argmap.editing.templates import new_map

    if schema is not None and no_schema:
        raise ArgmapError("--schema and --no-schema exclude each other", "give one of the two")
    if schema is not None and not (schema.isprintable() and schema.strip()):
        raise ArgmapError("the name of the schema must be one line of text")
    chosen = schema if schema or no_schema or file == "-" else _SCHEMA
    hint = "leave it out to start with a sentence to replace"
    claim = read_setting("text", text, hint)
    title = read_line("title", title) if title is not None else None
    written = new_map(template, usable_id(id_), claim, title, chosen)
    _check(written, template)
    if file == "-":
        write(written)
        return
    _create(file, written)
    say(f"{_shown(file)}: a new map; argmap tree {_shown(quote(file))} shows it")
    if chosen and "://" not in chosen:
        _attend_to_schema(Path(file).parent / chosen, is_ours=schema is None)


def _attend_to_schema(path: Path, *, is_ours: bool) -> None:
    """Write the schema that a map names if it ``is_ours``, or say that it is missing."""
    from argmap.cli.schema import schema_text
    from argmap.documents.files import exists
    from argmap.formats import write_text

    name = _shown(str(path))
    if exists(path):
        return
    if not is_ours:
        say(f"its schema does not exist yet: argmap schema -o {name} writes it")
        return
    try:
        write_text(path, schema_text())
    except ArgmapError as error:
        note(f"its schema was not written: {error.message}")
    else:
        say(f"{name}: the schema of maps, for editors")


def _shown(name: str) -> str:
    from argmap.model.text import one_line

    return one_line(name)


def _check(text: str, template: str) -> None:
    """Raise ArgmapError if the template uses the id of the first claim for something else."""
    from argmap.formats import loads

    try:
        loads(text)
    except InvalidMapError:
        message = f"the template '{template}' already uses that id"
        raise ArgmapError(message, "choose another with --id") from None


def _create(file: str, text: str) -> None:
    """Write a new file; raises ArgmapError if it exists or its name is not that of YAML."""
    from argmap.documents.writing import write_new
    from argmap.formats import format_to_write

    try:
        is_yaml = format_to_write(file) == "yaml"
    except ArgmapError:
        is_yaml = False
    if not is_yaml:
        hint = "name it .yaml; argmap export converts it to other formats"
        raise ArgmapError(f"a new map is YAML, and '{file}' does not end in .yaml", hint)
    write_new(file, text.encode())
