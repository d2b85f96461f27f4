"""The command ``schema``."""

from __future__ import annotations

from argmap.cli._groups import Group
from argmap.cli._options import OutputFile
from argmap.cli._output import write

GROUP = Group.WRITE


def command(output: OutputFile = None) -> None:
    """Print the JSON Schema of the map format.

    With it, an editor completes the keys of a map, explains them and marks errors
    as you type. If your editor has a YAML language server, write the schema beside
    the map, and make this the first line of the map; argmap new does both:

    \b
      # yaml-language-server: $schema=argmap.schema.json

    The schema follows JSON Schema 2020-12. It accepts and rejects the same maps as
    argmap, except for rules that no schema can state: that ids exist and differ,
    that a relation points at what its kind allows, that a range does not run
    backwards, that 1 is not written 1.0. Its $comment lists them all; argmap
    itself checks them.

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
