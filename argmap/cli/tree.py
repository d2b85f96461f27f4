"""The command ``tree``."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from argmap.analysis.evaluation import evaluate
from argmap.analysis.semantics import DEFAULT
from argmap.analysis.tree import Walk
from argmap.cli._options import (
    Assume,
    CharsetName,
    Edges,
    FormatName,
    Json,
    MapFile,
    MapFormat,
    Reject,
    SemanticsName,
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
from argmap.views.evaluation import judge, line_data, summary
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
    evaluated: Annotated[
        bool, typer.Option("--evaluate", help="Show what is in, out or undecided, or how strong.")
    ] = False,
    semantics: SemanticsName = None,
    assume: Assume = None,
    reject: Reject = None,
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
    an array of trees: claim, text, relation, on_step, mark, continued, children;
    evaluated, status or strength too. --semantics, --assume and --reject evaluate.

    \b
    Examples:
      argmap tree --depth 2
      argmap tree cognitive-community --edges supports
      argmap tree phone-call --invert
      argmap tree no-split --depth 2 --evaluate
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
    outcome = None
    if evaluated or semantics or assume or reject:
        name = semantics or DEFAULT
        outcome = evaluate(argument_map, name, assume=assume or (), reject=reject or ())
    signs = glyphs(charset)
    if is_json:
        data = tree_data(lines, partial(line_data, outcome) if outcome else None)
        write(json_text(data) + "\n")
    elif argument_map.claims:
        judged = partial(judge, outcome, signs) if outcome else None
        unit = unit_of(argument_map)
        show_rows(tree_rows(lines, signs, inverted=invert, unit=unit, judge=judged), chosen)
        if outcome:
            say(summary(outcome, argument_map))
    else:
        say("this map has no claims")
