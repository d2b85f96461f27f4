"""The command ``formats``."""

from __future__ import annotations

from argmap.cli._groups import Group
from argmap.cli._options import CharsetName, FormatName, Json
from argmap.cli._output import Charset, chosen_format, glyphs, print_table
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
    [{"count": 1, "what": "key", "names": ["x"]}]}. What says nothing of what is
    argued, such as ids and timestamps, comes last (in JSON with "minor": true).
    With --quiet nothing is printed; with --strict all that is not minor is an error.

    JSON is an array of formats: name, reads, writes, suffixes, summary.

    \b
    Examples:
      argmap formats
      argmap export -o debate.argdown
      argmap list -m debate.argdown
    """
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
    print_table(
        lambda: view.format_table(found, glyphs(charset)),
        view.format_lines(found),
        lambda: view.format_data(found),
        chosen_format(format_, json=json),
    )
