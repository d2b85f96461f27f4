"""The command ``add``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from argmap.cli import _complete
from argmap.cli._editing import DryRun, EditedMap, finish, opened
from argmap.cli._groups import Group
from argmap.cli._sources import PlaceByQuote, SourceFile, source_to_place_by
from argmap.errors import ArgmapError
from argmap.model import KINDS, Claim, Ignored, Relation, RelationKind
from argmap.model.relation import default_id

if TYPE_CHECKING:
    from argmap.editing.changes import Change
    from argmap.editing.file import MapFile

GROUP = Group.WRITE


def _field(name: str, help_: str, metavar: str = "TEXT", complete: Any = None) -> Any:
    return typer.Option(
        f"--{name}", metavar=metavar, help=help_, autocompletion=complete, show_default=False
    )


def _verb(name: str, help_: str, complete: Any = _complete.claims_and_relations) -> Any:
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
        str | None,
        _field("kind", f"Any word; usual: {', '.join(KINDS)}.", "WORD", _complete.usual_kinds),
    ] = None,
    voice: Annotated[
        str | None, _field("voice", "Who puts it forward.", "ID", _complete.voices)
    ] = None,
    at: Annotated[
        str | None, _field("at", "Its place in the source: 3, 1,4-5 or II.4.", "PLACES")
    ] = None,
    weight: Annotated[str | None, _field("weight", "Initial strength, 0 to 1.", "NUMBER")] = None,
    tag: Annotated[
        list[str] | None,
        _field("tag", "A keyword; may be repeated.", "WORD", _complete.tags),
    ] = None,
    note: Annotated[str | None, _field("note", "A remark.")] = None,
    choose: Annotated[
        str | None, _field("choose", "Of a question: one, if its answers are rivals.", "one")
    ] = None,
    quote: Annotated[
        list[str] | None,
        _field("quote", "The source's own words; may be repeated.", "WORDS"),
    ] = None,
    citation: Annotated[
        list[str] | None,
        _field("citation", "Evidence from elsewhere: TEXT or 'TEXT <URL>'; may be repeated."),
    ] = None,
    place: PlaceByQuote = False,
    source: SourceFile = None,
    implicit: Annotated[
        bool, typer.Option("--implicit", help="The source leaves it unsaid.")
    ] = False,
    supports: Annotated[
        list[str] | None,
        _verb("supports", "A claim or relation it supports; these can all be repeated."),
    ] = None,
    attacks: Annotated[list[str] | None, _verb("attacks", "A claim it attacks.")] = None,
    undercuts: Annotated[list[str] | None, _verb("undercuts", "A relation it undercuts.")] = None,
    contradicts: Annotated[
        list[str] | None, _verb("contradicts", "A claim it contradicts.")
    ] = None,
    restates: Annotated[list[str] | None, _verb("restates", "A claim it restates.")] = None,
    answers: Annotated[
        list[str] | None, _verb("answers", "A question it answers.", _complete.asked)
    ] = None,
    after: Annotated[
        str | None,
        _field("after", "Insert it after this claim, not at the end.", "CLAIM", _complete.claims),
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="Write it in an editor ($EDITOR).")] = False,
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Add a claim to a map file, with its relations.

    The claim is written in the style of the others. Nothing else in the file
    changes.

    \b
    Examples:
      argmap add tourism "Tourism has grown." --supports no-split -m debate.yaml
      argmap add gap "Trade is small." --at 5 --attacks tourism -m debate.yaml
      argmap add why "Why do they trade?" --kind question -m debate.yaml
      argmap add slow "It is slow." --quote patience --place --source essay.md -m debate.yaml
    """
    from argmap.analysis.quoting.placing import place_by_quotes
    from argmap.editing.settings import read_line, read_setting, usable_id

    words = {
        "text": text,
        "label": label,
        "kind": kind,
        "voice": voice,
        "at": at,
        "weight": weight,
        "choose": choose,
        "implicit": "true" if implicit else None,
        "note": note,
    }
    hint = "write it after the id, or use --edit"
    fields = {
        name: read_setting(name, word, hint) for name, word in words.items() if word is not None
    }
    for name, given in (("quote", quote), ("citations", citation)):
        fields[name] = tuple(part for each in given or () for part in read_setting(name, each))
    source_text = source_to_place_by(source, fields, place=place)
    fields["tags"] = tuple(read_line("tag", each) for each in tag or ())
    if text is None and not edit:
        raise ArgmapError("a claim needs a text", hint)
    claim = Claim(usable_id(claim_id), **{"text": "", **fields})
    by_kind = (supports, attacks, undercuts, contradicts, restates, answers)
    targets = zip(RelationKind, by_kind, strict=True)
    add = _Addition({kind_: ids or () for kind_, ids in targets}, after, dry_run)
    if edit and source_text is not None:
        hint = "write the quote on the command line, or place it later: argmap set ID --place"
        raise ArgmapError("--place and --edit do not go together", hint)
    if edit:
        _add_edited(add, claim, map_file)
        return
    with opened(map_file) as file:
        if source_text is not None:
            at_ = place_by_quotes(file.argument_map, claim, source_text)
            claim = claim._replace(at=at_)
        add.finish(file, claim)


class _Addition(NamedTuple):
    """The targets of a new claim by kind, the claim to insert it after, and if it is a dry run."""

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
        """Return the change that adds a claim; raises ArgmapError if it does not fit."""
        from argmap.editing.changes import with_claim

        before = file.argument_map
        return with_claim(before, claim, self.relations(claim), self.after, ignored)

    def finish(self, file: MapFile, claim: Claim, ignored: Sequence[Ignored] = ()) -> None:
        """Add a claim to the file, or print the change as a diff."""
        from argmap.views.phrases import listed

        bears = listed(f"{each.kind} {each.target}" for each in self.relations(claim))
        done = f"added '{claim.id}'" + (f", which {bears}" if bears else "")
        finish(file, self.change(file, claim, ignored), done, dry_run=self.dry_run)


def _add_edited(add: _Addition, claim: Claim, map_file: str | None) -> None:
    """Have the user complete a claim in an editor, and add it to the map.

    Others may edit the map meanwhile: the claim is added to the map as it is then.
    Raises ArgmapError if the text is left empty or is invalid, or if the claim
    cannot be added; what the user wrote is then kept.
    """
    from argmap.cli._editor import edited
    from argmap.editing.settings import claim_template, read_template

    with opened(map_file) as file:
        # Report what cannot be added before the user writes anything.
        add.change(file, claim._replace(text=claim.text or "?"))
    with edited(claim_template(claim), ".yaml", keep=add.dry_run) as written:
        completed = read_template(written.text, str(written.path))
        if completed is None:
            raise ArgmapError("the text was left empty, so there is no new claim")
        with opened(map_file) as file:
            add.finish(file, *completed)
