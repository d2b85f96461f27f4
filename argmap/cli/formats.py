"""The command ``formats``."""

from __future__ import annotations

from argmap.cli._groups import Group
from argmap.cli._options import CharsetName, FormatName, Json
from argmap.cli._output import (
    Charset,
    Format,
    chosen_format,
    glyphs,
    is_for_terminal,
    show,
    write_json,
    write_lines,
)
from argmap.formats import drawable, names, readable, shared_suffixes, suffixes, summary, writable
from argmap.views import formats as view

GROUP = Group.EXCHANGE


def command(
    format_: FormatName = None, json: Json = False, charset: CharsetName = Charset.AUTO
) -> None:
    """List the formats that argmap reads and writes.

    The format of a map is detected from its suffix and content, or named by
    --from and -f. What a format cannot represent is not kept, and is counted on
    standard error; with --json as a line {"reading": FORMAT, "losses":
    [{"count": 1, "what": "comment"}]}. With --strict it is an error.

    JSON is an array of formats: name, reads, writes, suffixes, summary.

    \b
    Examples:
      argmap formats
      argmap export -o debate.argdown
      argmap list -m debate.argdown
    """
    chosen = chosen_format(format_, json=json)
    found = [
        view.Format(
            name,
            name in readable(),
            name in writable() or name in drawable(),
            (*suffixes(name), *shared_suffixes(name)),
            summary(name),
        )
        for name in names()
    ]
    if chosen is Format.JSON:
        write_json(view.format_data(found))
    elif is_for_terminal(chosen):
        show(view.format_table(found, glyphs(charset)))
    else:
        write_lines(view.format_lines(found))
