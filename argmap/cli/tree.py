"""The command ``tree``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.analysis.tree import Walk
from argmap.cli._options import (
    CharsetName,
    Edges,
    FormatName,
    Json,
    MapFile,
    MapFormat,
    Strict,
    claims_argument,
    read_map,
    relation_kinds,
)
from argmap.cli._output import (
    Charset,
    Format,
    chosen_format,
    fold_depth,
    glyphs,
    say,
    show_rows,
    write,
)
from argmap.formats._plain import json_text
from argmap.views.phrases import unit_of
from argmap.views.tree import tree_data, tree_rows


def command(
    claim_ids: Annotated[
        list[str] | None, claims_argument("Claims to start from. Default: the whole map.")
    ] = None,
    depth: Annotated[
        int | None, typer.Option("--depth", "-d", min=0, help="Go this many relations deep.")
    ] = None,
    invert: Annotated[
        bool, typer.Option("--invert", "-i", help="Show what a claim bears on instead.")
    ] = False,
    edges: Edges = None,
    no_dedupe: Annotated[
        bool, typer.Option("--no-dedupe", help="Repeat what stands under a shared claim.")
    ] = False,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    format_: FormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Print a map, or the part under some claims, as a tree.

    It starts at the claims that bear on nothing further, theses first. JSON is
    an array of trees: claim, text, relation, on_step, mark, continued, children.

    \b
    Examples:
      argmap tree --depth 2
      argmap tree cognitive-community --edges supports
      argmap tree phone-call --invert
    """
    chosen = chosen_format(format_, json=json)
    is_json = chosen is Format.JSON
    argument_map = read_map(map_file, map_format, strict=strict, json=is_json)
    for claim_id in claim_ids or ():
        argument_map.claim(claim_id)
    walk = Walk(
        argument_map,
        kinds=relation_kinds(edges),
        depth=depth,
        inverted=invert,
        dedupe=not no_dedupe,
        fold=fold_depth(chosen),
    )
    lines = walk.lines(claim_ids or ())
    if is_json:
        write(json_text(tree_data(lines)) + "\n")
    elif argument_map.claims:
        rows = tree_rows(lines, glyphs(charset), inverted=invert, unit=unit_of(argument_map))
        show_rows(rows, chosen)
    else:
        say("this map has no claims")
