"""The command ``rename``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli._editing import DryRun, EditedMap, finish, ids_argument, opened
from argmap.cli._groups import Group

GROUP = Group.WRITE


def command(
    old: Annotated[str, ids_argument("The id of a claim or relation.", "OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new id.", show_default=False)],
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Change the id of a claim or relation everywhere in a map file.

    What refers to it is changed too: relations, expectations, and ids made of
    ids, such as premise/target. Nothing else in the file changes.

    \b
    Examples:
      argmap rename phone-call kissinger-call -m debate.yaml
      argmap rename no-split no-break --dry-run -m debate.yaml
    """
    from argmap.editing.changes import with_name
    from argmap.editing.settings import usable_id
    from argmap.views.phrases import counted

    with opened(map_file) as file:
        change = with_name(file.argument_map, old, usable_id(new))
        more = len(change.renamed) - 1
        done = f"renamed '{old}' to '{new}'"
        done += f", and {counted(more, 'relation')} named after it" if more else ""
        finish(file, change, done, dry_run=dry_run)
