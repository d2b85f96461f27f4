"""The command ``tree``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, NamedTuple

import typer

from argmap.analysis.tree import TreeLine, Walk, limited
from argmap.cli import _inputs
from argmap.cli._groups import Group
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
    write_json,
)
from argmap.model import ArgumentMap
from argmap.views.phrases import unit_of
from argmap.views.theme import Glyphs
from argmap.views.tree import Judge, tree_data, tree_rows

GROUP = Group.LOOK


def command(
    claim_ids: Annotated[
        list[str] | None, claims_argument("Claims to start from. Default: the whole map.")
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option("--depth", "-d", metavar="N", min=0, help="Go this many relations deep."),
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
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="N",
            min=1,
            help="Stop after N lines. Default: with --no-dedupe 1,000, fewer if they are long.",
            show_default=False,
        ),
    ] = None,
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
    evaluated, status or strength too. A long text or relation that stands
    further up already is null. --semantics, --assume and --reject evaluate.

    \b
    Examples:
      argmap tree --depth 2
      argmap tree cognitive-community --edges supports
      argmap tree phone-call --invert
      argmap tree no-split --depth 2 --evaluate
    """
    chosen = chosen_format(format_, json=json)
    is_json = chosen is Format.JSON
    argument_map = _inputs.read_map(map_file, map_format, strict=strict, json=is_json)
    starts = _inputs.claim_ids(argument_map, claim_ids)
    walk = Walk(
        argument_map,
        kinds=relation_kinds(edges),
        depth=depth,
        inverted=invert,
        dedupe=not no_dedupe,
        max_indent=fold_depth(chosen),
    )
    lines = walk.lines(starts)
    if limit is not None or no_dedupe:
        lines = limited(lines, limit or _affordable(argument_map))
    signs = glyphs(charset)
    said = None
    if evaluated or semantics or assume or reject:
        fixed = _inputs.fixed_ids(argument_map, assume, reject)
        said = _evaluation(argument_map, semantics, fixed, signs)
    if is_json:
        data = tree_data(lines, said.as_data if said else None)
        write_json(data)
    elif argument_map.claims:
        judge = said.judge if said else None
        unit = unit_of(argument_map)
        show_rows(tree_rows(lines, signs, inverted=invert, unit=unit, judge=judge), chosen)
        if said:
            say(said.summary)
    else:
        say("this map has no claims")


def _affordable(argument_map: ArgumentMap) -> int:
    """Return how many lines repeat no more than about ten times what the map says."""
    lengths = [len(claim.text) for claim in argument_map.claims.values()]
    return min(1000, (100_000 + 10 * sum(lengths)) // max(lengths, default=1))


class _Evaluation(NamedTuple):
    """What an evaluation says of each line, to be read and as data, and of the whole."""

    judge: Judge
    as_data: Callable[[TreeLine], dict[str, Any]]
    summary: str


def _evaluation(
    argument_map: ArgumentMap,
    semantics: str | None,
    fixed: tuple[list[str], list[str]],
    signs: Glyphs,
) -> _Evaluation:
    # Imported here: a tree that is not evaluated is not to wait for them.
    from argmap.analysis.evaluation.evaluation import evaluate
    from argmap.analysis.semantics import DEFAULT
    from argmap.views.evaluation import judge, line_data, summary

    outcome = evaluate(argument_map, semantics or DEFAULT, assume=fixed[0], reject=fixed[1])
    return _Evaluation(
        partial(judge, outcome, signs), partial(line_data, outcome), summary(outcome, argument_map)
    )
