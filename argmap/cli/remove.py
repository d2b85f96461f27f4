"""The command ``remove``."""

from __future__ import annotations

from typing import Annotated

from argmap.cli._editing import (
    Cascade,
    DryRun,
    EditedMap,
    finish,
    opened,
    without_dangling,
)
from argmap.cli._groups import Group
from argmap.cli._options import claims_argument

GROUP = Group.WRITE


def command(
    claim_ids: Annotated[list[str], claims_argument("The claims to remove.", metavar="CLAIM...")],
    cascade: Cascade = False,
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Remove claims from a map file.

    If relations or expectations would be left dangling, they are reported and
    nothing is removed, unless --cascade removes them too. Nothing else in the
    file changes.

    \b
    Examples:
      argmap remove phone-call --cascade --dry-run -m debate.yaml
      argmap remove treaty-extension --cascade -m debate.yaml
    """
    from argmap.views.edits import removed_words
    from argmap.views.phrases import listed

    with opened(map_file) as file:
        for claim_id in claim_ids:
            file.argument_map.claim(claim_id)
        change = without_dangling(file, claim_ids, cascade=cascade)
        also = removed_words(file.argument_map, change.argument_map)
        done = f"removed {listed(dict.fromkeys(claim_ids))}{also}"
        finish(file, change, done, dry_run=dry_run)
