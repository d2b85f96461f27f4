"""The command ``add``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from argmap.cli import _complete
from argmap.cli._editing import DryRun, EditedMap, finish, opened
from argmap.cli._groups import Group
from argmap.errors import ArgmapError
from argmap.model import Claim, Ignored, Relation, RelationKind
from argmap.model.relation import default_id

if TYPE_CHECKING:
    from argmap.editing.changes import Change
    from argmap.editing.file import MapFile

GROUP = Group.WRITE


def _field(name: str, help_: str, metavar: str = "TEXT", complete: Any = None) -> Any:
    return typer.Option(
        f"--{name}", metavar=metavar, help=help_, autocompletion=complete, show_default=False
    )


def _verb(name: str, help_: str) -> Any:
    complete = _complete.claims_and_relations
    return typer.Option(
        f"--{name}", metavar="ID", help=help_, autocompletion=complete, show_default=False
    )


def command(
    claim_id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of the new claim.", show_default=False)
    ],
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help="The statement, in one sentence.", show_default=False),
    ] = None,
    label: Annotated[str | None, _field("label", "A short headline.")] = None,
    kind: Annotated[
        str | None, _field("kind", "Such as thesis or premise.", "WORD", _complete.kinds)
    ] = None,
    voice: Annotated[
        str | None, _field("voice", "Who puts it forward.", "ID", _complete.voices)
    ] = None,
    at: Annotated[
        str | None, _field("at", "Its place in the source: 3 or 1,4-5.", "PLACES")
    ] = None,
    weight: Annotated[str | None, _field("weight", "Base score, 0 to 1.", "NUMBER")] = None,
    tag: Annotated[
        list[str] | None,
        _field("tag", "A word to find it by; may be repeated.", "WORD", _complete.tags),
    ] = None,
    note: Annotated[str | None, _field("note", "A remark of yours.")] = None,
    implicit: Annotated[
        bool, typer.Option("--implicit", help="The source leaves it unsaid.")
    ] = False,
    supports: Annotated[
        list[str] | None, _verb("supports", "What it supports; these may all be repeated.")
    ] = None,
    attacks: Annotated[list[str] | None, _verb("attacks", "What it attacks.")] = None,
    undercuts: Annotated[list[str] | None, _verb("undercuts", "A relation it undercuts.")] = None,
    contradicts: Annotated[list[str] | None, _verb("contradicts", "What it contradicts.")] = None,
    restates: Annotated[list[str] | None, _verb("restates", "What it restates.")] = None,
    after: Annotated[
        str | None, _field("after", "Put it after this claim, not last.", "CLAIM", _complete.claims)
    ] = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Write it in your editor ($EDITOR).")
    ] = False,
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Add a claim to a map file, and perhaps what it bears on.

    Nothing else in the file changes, and the claim is written in the manner of
    the others.

    \b
    Examples:
      argmap add tourism "Tourism has grown." --supports no-split -m debate.yaml
      argmap add gap "Trade is small." --at 5 --attacks tourism -m debate.yaml
    """
    from argmap.editing.settings import read_line, read_setting, usable_id

    words = {
        "text": text,
        "label": label,
        "kind": kind,
        "voice": voice,
        "at": at,
        "weight": weight,
        "implicit": "true" if implicit else None,
        "note": note,
    }
    hint = "write it after the id, or use --edit"
    fields = {
        name: read_setting(name, word, hint) for name, word in words.items() if word is not None
    }
    fields["tags"] = tuple(read_line("tag", each) for each in tag or ())
    if text is None and not edit:
        raise ArgmapError("a claim needs a text", hint)
    claim = Claim(usable_id(claim_id), **{"text": "", **fields})
    targets = zip(RelationKind, (supports, attacks, undercuts, contradicts, restates), strict=True)
    add = _Addition({kind_: ids or () for kind_, ids in targets}, after, dry_run)
    if edit:
        _add_edited(add, claim, map_file)
        return
    with opened(map_file) as file:
        add.finish(file, claim)


class _Addition(NamedTuple):
    """What a new claim bears on, by how, the claim it comes after, and whether to show it only."""

    targets: dict[RelationKind, Sequence[str]]
    after: str | None
    dry_run: bool

    def relations(self, claim: Claim) -> list[Relation]:
        """Return the relations of a claim."""
        return [
            Relation(default_id((claim.id,), target), kind, (claim.id,), target)
            for kind, targets in self.targets.items()
            for target in targets
        ]

    def change(self, file: MapFile, claim: Claim, ignored: Sequence[Ignored] = ()) -> Change:
        """Return the map with a claim; raises ArgmapError where it does not fit."""
        from argmap.editing.changes import with_claim

        before = file.argument_map
        return with_claim(before, claim, self.relations(claim), self.after, ignored)

    def finish(self, file: MapFile, claim: Claim, ignored: Sequence[Ignored] = ()) -> None:
        """Put a claim in the file, or show what that would change."""
        from argmap.views.phrases import listed

        bears = listed(f"{each.kind} {each.target}" for each in self.relations(claim))
        done = f"added '{claim.id}'" + (f", which {bears}" if bears else "")
        finish(file, self.change(file, claim, ignored), done, dry_run=self.dry_run)


def _add_edited(add: _Addition, claim: Claim, map_file: str | None) -> None:
    """Add a claim as it is after its author has completed it in an editor.

    Meanwhile others may edit the map: what is added is added to the map of then.
    Raises ArgmapError where the text is left empty, where it is not fit, and
    where it cannot be added; nothing that was written is lost.
    """
    from argmap.cli._editor import edited
    from argmap.editing.settings import claim_template, read_template

    with opened(map_file) as file:
        # What cannot be added anyway is said before anything is written.
        add.change(file, claim._replace(text=claim.text or "?"))
    with edited(claim_template(claim), ".yaml", keep=add.dry_run) as written:
        completed = read_template(written.text, str(written.path))
        if completed is None:
            raise ArgmapError("the text was left empty, so there is no new claim")
        with opened(map_file) as file:
            add.finish(file, *completed)
