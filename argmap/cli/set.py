"""The command ``set``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli._editing import DryRun, EditedMap, finish, ids_argument, opened
from argmap.cli._groups import Group
from argmap.cli._sources import PlaceByQuote, SourceFile, source_to_place_by
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap, Claim, Raised

if TYPE_CHECKING:
    from argmap.editing.changes import Change

GROUP = Group.WRITE


def command(
    claim_id: Annotated[str, ids_argument("The claim or relation to change.", "ID")],
    settings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="Fields and their values; an empty value removes the field.",
            show_default=False,
        ),
    ] = None,
    place: PlaceByQuote = False,
    source: SourceFile = None,
    map_file: EditedMap = None,
    dry_run: DryRun = False,
) -> None:
    """Set or remove fields of a claim or relation in a map file.

    Fields: text, label, kind, voice, at, weight, implicit, tags, note, assumed,
    quote, citations, choose, standard. at and tags take a list separated by commas;
    implicit and assumed take true or false. quote= and citations= may be repeated;
    a citation is a text, "TEXT <URL>" or "{text: …, url: …, quote: …}". Those of a
    relation: scheme, weight, note, raises. Nothing else in the file changes.

    --place writes at as the quotes of the claim say it: where they stand in the
    text of --source FILE.

    \b
    Examples:
      argmap set no-split weight=0.8 "note=To be checked." -m debate.yaml
      argmap set phone-call at=5,7-8 tags=diplomacy -m debate.yaml
      argmap set no-split label= --dry-run -m debate.yaml
      argmap set china-case weight=0.6 -m debate.yaml
      argmap set junior-partner --place --source essay.md -m debate.yaml
      argmap set no-split "citations=A survey <https://example.org>" -m debate.yaml
    """
    from argmap.analysis.quoting.placing import place_by_quotes
    from argmap.editing.changes import with_fields
    from argmap.editing.settings import check_fields, read_settings

    fields = read_settings(settings or ())
    text = source_to_place_by(source, fields, place=place)
    if not fields and text is None:
        raise ArgmapError("there is nothing to set", "such as: label=Free entry")
    with opened(map_file) as file:
        argument_map = file.argument_map
        is_step = claim_id in argument_map.relations and claim_id not in argument_map.claims
        check_fields(fields, is_step=is_step)
        if is_step and text is None:
            change = _step_change(argument_map, claim_id, fields)
            finish(file, change, _done(claim_id, fields), dry_run=dry_run)
            return
        if text is not None:
            claim = file.argument_map.claim(claim_id)._replace(**fields)
            fields["at"] = place_by_quotes(file.argument_map, claim, text)
        change = with_fields(file.argument_map, claim_id, fields)
        finish(file, change, _done(claim_id, fields), dry_run=dry_run)


def _step_change(argument_map: ArgumentMap, step_id: str, fields: dict[str, Any]) -> Change:
    """Return the change of fields of a relation."""
    from argmap.editing.changes import with_step_fields
    from argmap.editing.questions import raising

    relation = argument_map.relations[step_id]
    if fields.get("raises"):
        asked: Raised = fields["raises"]
        if asked.step is None and relation.raises is not None:
            asked = asked._replace(step=relation.raises.step)
        fields = fields | {"raises": raising(relation, asked, argument_map).raises}
    return with_step_fields(argument_map, step_id, fields)


def _done(claim_id: str, fields: dict[str, Any]) -> str:
    from argmap.views.phrases import listed

    absent: dict[str, Any] = {"scheme": None, "raises": None} | Claim("", "")._asdict()
    put = [name for name in fields if fields[name] != absent[name]]
    gone = [name for name in fields if fields[name] == absent[name]]
    said = [f"{verb} {listed(names)}" for verb, names in (("set", put), ("removed", gone)) if names]
    return f"{listed(said)} of '{claim_id}'"
