"""The command ``export``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.analysis.neighbourhood import neighbourhood
from argmap.cli import _complete, _inputs
from argmap.cli._drawing import Drawing, chain_of, claims_of, picture_of, refuse_too_big
from argmap.cli._groups import Group
from argmap.cli._options import (
    EvaluationOptions,
    MapFile,
    MapFormat,
    OutputFile,
    Strict,
    claims_argument,
    known_format,
)
from argmap.cli._output import refuse_terminal, say_losses, write, write_data
from argmap.cli._sources import SourceFile, read_source
from argmap.errors import ArgmapError
from argmap.formats import (
    Losses,
    Table,
    draw,
    drawable,
    dumps,
    format_to_write,
    is_binary,
    is_page,
    refuse_table,
    writable,
    write_bytes,
)
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.analysis.chains import Chain

_FORMATS = ", ".join(sorted((*writable(), *drawable())))

GROUP = Group.EXCHANGE


def command(
    *,
    claim_ids: Annotated[
        list[str] | None,
        claims_argument("Write the part of the map around these. Default: all of it."),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {_FORMATS}. Default: from the suffix of the output, or yaml.",
            callback=known_format,
            autocompletion=_complete.writable_formats,
        ),
    ] = None,
    output: OutputFile = None,
    around: Annotated[
        list[str] | None,
        typer.Option(
            "--around",
            metavar="CLAIM",
            help="Same as naming the claim as an argument; may be repeated.",
            autocompletion=_complete.claims,
        ),
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            "-d",
            metavar="N",
            min=0,
            help="With claims: up to N relations away. Default: 1.",
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        Table | None,
        typer.Option(
            "--table", help="With csv: write this table alone, as pandas needs.", show_default=False
        ),
    ] = None,
    source: SourceFile = None,
    drawing: Drawing,
    evaluation: EvaluationOptions,
    strict: Strict = False,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    json: Annotated[
        bool,
        typer.Option(
            "--json", help="Report what is not kept as JSON; write JSON if no format is named."
        ),
    ] = False,
) -> None:
    """Convert a map, or a part of it, to another format, or draw it.

    The map may be in any format that argmap reads. What the other format cannot
    represent is not kept, and is counted on standard error.

    A picture (svg, png, pdf) shows up to 25 claims as cards with arrows, and more
    as a page: each claim a row of text, under what it bears on. A pdf of a page is
    on A4, on as many sheets as it takes. Cards, png and pdf need the extra draw: pip
    install 'argmap[draw]'. Cards hold up to 1,500 claims and 2,000 relations, a page
    a map of any size. A png has two pixels per point, or fewer to stay within 64
    million pixels and 16,000 a side. A page to share (html) answers what-if questions
    by itself, and shows what claims cite with --source FILE, a copy of the source text.

    A csv has two tables, claims and below them relations. Most programs read one
    table a file, and take two for one: --table writes one alone.

    \b
    Examples:
      argmap export -o map.graphml
      argmap export cognitive-community --depth 2 -f mermaid
      argmap export -m debate.json -o debate.yaml
      argmap export --table relations -o relations.csv
      argmap export -o map.html --evaluate
      argmap export -o map.svg --highlight phone-call..cognitive-community
      argmap export -o handout.pdf --labels
      argmap export -o slide.png --paper slide
      argmap export --around no-split -o part.png --evaluate --theme dark
    """
    to_file = output if output != "-" else None
    chosen = format_ or (None if to_file is None else format_to_write(to_file))
    chosen = chosen or ("json" if json else "yaml")
    is_drawn = chosen in drawable()
    if table:
        refuse_table(chosen)
    if is_drawn:
        drawing.refuse_contradiction()
    else:
        drawing.refuse_for(chosen, evaluation)
    _refuse_source(source, chosen)
    if is_binary(chosen) and to_file is None:
        refuse_terminal(f"a picture in {chosen}")
    whole = _inputs.read_map(map_file, map_format, strict=strict, json=json)
    wanted = _inputs.claim_ids(whole, [*(claim_ids or ()), *(around or ())])
    fixed = evaluation.fixed(whole)
    chain = chain_of(whole, drawing.highlight) if drawing.highlight else None
    part = _part(whole, wanted, depth, chain)
    losses = Losses()
    if wanted:
        losses.add_expectations(whole, is_minor=is_page(chosen))  # they are about the whole map
    if is_drawn:
        named = {
            "-m": map_file,
            "--from": map_format,
            "-f": format_,
            "-o": output,
            "--layout": drawing.layout,
        }
        outcome = evaluation.outcome(whole, fixed) if drawing.evaluated or any(evaluation) else None
        text = None if source is None else read_source(source, whole)
        picture = picture_of(whole, part, drawing, chain, outcome)._replace(text=text)
        if not is_page(chosen):
            refuse_too_big(whole, part, picture, wanted, named)
        data = draw(part, chosen, picture=picture, losses=losses)
    else:
        data = dumps(part, chosen, losses, table=table).encode()
    if strict and losses.touch_the_argument:
        raise ArgmapError(f"not kept in {chosen}: {losses}", "nothing was written")
    if to_file is not None:
        write_bytes(to_file, data)
    elif is_binary(chosen):
        write_data(data)
    else:
        write(data.decode())
    is_picture = is_drawn and not is_page(chosen)
    lost = "drawn as {}; not shown in the picture" if is_picture else "written as {}; not kept"
    say_losses(losses, lost.format(chosen), "writing", json=json)


def _refuse_source(source: str | None, format: str) -> None:
    """Raise ArgmapError if there is a source for any format but a page."""
    if source is not None and not is_page(format):
        raise ArgmapError(f"--source is for a page, and {format} is not one", "name html with -f")


def _part(
    whole: ArgumentMap, wanted: list[str], depth: int | None, chain: Chain | None
) -> ArgumentMap:
    """Return the part of a map around some claims and a chain, or all of it for no claims.

    Raises ArgmapError for a depth without claims.
    """
    if not wanted:
        if depth is not None:
            message = "--depth is for the part around a claim, and no claim is named"
            raise ArgmapError(message, "name one: argmap export CLAIM --depth 2")
        return whole
    part = neighbourhood(whole, wanted, 1 if depth is None else depth)
    return whole.restricted_to({*part.claims, *claims_of(whole, chain)}) if chain else part
