"""The command ``schema``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli._groups import Group
from argmap.cli._output import write

GROUP = Group.WRITE


def command(
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of the map format.

    With it an editor completes the keys of a map, explains them, and marks
    mistakes as you type. For one that has a YAML language server, write the
    schema beside the map and make this the first line of the map; argmap new
    does both:

    \b
      # yaml-language-server: $schema=argmap.schema.json

    The schema follows JSON Schema 2020-12. It accepts and rejects what argmap
    does, but for rules between one part of a map and another, which no schema
    can state: that ids are there, that they all differ, that each kind of
    relation points at what it may, that a range runs forwards, that 1 is not
    written 1.0. Its $comment lists them all; argmap itself checks them.

    \b
    Examples:
      argmap schema
      argmap schema -o argmap.schema.json
    """
    from argmap.formats import write_text

    if output is None or output == "-":
        write(schema_text())
    else:
        write_text(output, schema_text())


def schema_text() -> str:
    """Return the JSON Schema of a map file as it stands in a file."""
    from argmap.analysis.semantics import names
    from argmap.documents.json_schema import json_schema
    from argmap.model.plain import json_text

    return json_text(json_schema(names(gradual=False), names(gradual=True))) + "\n"
