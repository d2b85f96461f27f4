"""The command ``set``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from argmap.cli._editing import DryRun, EditedMap, finish, opened
from argmap.cli._groups import Group
from argmap.cli._options import claim_argument
from argmap.cli._sources import PlaceByQuote, SourceFile, source_to_place_by
from argmap.errors import ArgmapError
from argmap.model import Claim

GROUP = Group.WRITE


def command(
    claim_id: Annotated[str, claim_argument("The claim to change.")],
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
    """Set or remove fields of a claim in a map file.

    Fields: text, label, kind, voice, at, weight, implicit, tags, note, assumed,
    quote, citations, choose, standard. at and tags take a list separated by commas;
    implicit and assumed take true or false. quote= and citations= may be repeated;
    a citation is a text, "TEXT <URL>" or "{text: …, url: …, quote: …}". Nothing
    else in the file changes.

    --place writes at as the quotes of the claim say it: where they stand in the
    text of --source FILE.

    \b
    Examples:
      argmap set no-split weight=0.8 "note=To be checked." -m debate.yaml
      argmap set phone-call at=5,7-8 tags=diplomacy -m debate.yaml
      argmap set no-split label= --dry-run -m debate.yaml
      argmap set junior-partner --place --source essay.md -m debate.yaml
      argmap set no-split "citations=A survey <https://example.org>" -m debate.yaml
    """
    from argmap.analysis.quoting.placing import place_by_quotes
    from argmap.editing.changes import with_fields
    from argmap.editing.settings import read_settings

    fields = read_settings(settings or ())
    text = source_to_place_by(source, fields, place=place)
    if not fields and text is None:
        raise ArgmapError("there is nothing to set", "such as: label=Free entry")
    with opened(map_file) as file:
        if text is not None:
            claim = file.argument_map.claim(claim_id)._replace(**fields)
            fields["at"] = place_by_quotes(file.argument_map, claim, text)
        change = with_fields(file.argument_map, claim_id, fields)
        finish(file, change, _done(claim_id, fields), dry_run=dry_run)


def _done(claim_id: str, fields: dict[str, Any]) -> str:
    from argmap.views.phrases import listed

    absent = Claim("", "")._asdict()
    put = [name for name in fields if fields[name] != absent[name]]
    gone = [name for name in fields if fields[name] == absent[name]]
    said = [f"{verb} {listed(names)}" for verb, names in (("set", put), ("removed", gone)) if names]
    return f"{listed(said)} of '{claim_id}'"
