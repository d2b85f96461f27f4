"""The command ``unlink``."""

from __future__ import annotations

from typing import Annotated

from argmap.cli._editing import (
    Cascade,
    DryRun,
    EditedMap,
    finish,
    ids_argument,
    opened,
    without_dangling,
)
from argmap.cli._groups import Group
from argmap.errors import ArgmapError, UnknownNameError

GROUP = Group.WRITE


def command(
    relation_ids: Annotated[
        list[str],
        ids_argument("Relations to remove; premise/target for one without an id.", "RELATION..."),
    ],
    cascade: Cascade = False,
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Remove relations from a map file; the claims stay.

    If relations that undercut or back them would be left dangling, nothing is
    removed, unless --cascade removes those too. Nothing else in the file changes.

    \b
    Examples:
      argmap unlink treaty-extension/frequent-contact -m debate.yaml
      argmap unlink makeshift --cascade --dry-run -m debate.yaml
    """
    from argmap.views.phrases import counted, listed

    with opened(map_file) as file:
        known = file.argument_map
        for name in relation_ids:
            if name in known.claims:
                message = f"'{name}' is a claim; unlink removes relations"
                around = [each.id for each in (*known.outgoing(name), *known.incoming(name))]
                nearer = [each for each in around if set(relation_ids) <= set(each.split("/"))]
                hint = f"its relations are {listed((nearer or around)[:5])}" if around else None
                raise ArgmapError(message, hint)
            if name not in known.relations:
                raise UnknownNameError("relation", name, tuple(known.relations))
        change = without_dangling(file, relation_ids, cascade=cascade)
        number = len(known.relations) - len(change.argument_map.relations)
        done = f"removed {counted(number, 'relation')}: {listed(dict.fromkeys(relation_ids))}"
        more = number - len(set(relation_ids))
        done += (
            f" and {more:,} on {'it' if len(set(relation_ids)) == 1 else 'them'}" if more else ""
        )
        finish(file, change, done, dry_run=dry_run)
