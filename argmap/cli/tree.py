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
    CommonOptions,
    Edges,
    EvaluationOptions,
    claims_argument,
    relation_kinds,
)
from argmap.cli._output import most_indents, say, show_rows, write_json
from argmap.model import ArgumentMap
from argmap.views.phrases import unit_of
from argmap.views.theme import Glyphs
from argmap.views.tree import Judge, tree_data, tree_rows

GROUP = Group.LOOK


def command(
    *,
    claim_ids: Annotated[
        list[str] | None, claims_argument("Claims to start from. Default: the whole map.")
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option("--depth", "-d", metavar="N", min=0, help="Follow at most N relations."),
    ] = None,
    invert: Annotated[
        bool, typer.Option("--invert", "-i", help="Show what a claim bears on instead.")
    ] = False,
    edges: Edges = None,
    evaluated: Annotated[
        bool, typer.Option("--evaluate", help="Show the status or strength of each claim.")
    ] = False,
    evaluation: EvaluationOptions,
    no_dedupe: Annotated[
        bool, typer.Option("--no-dedupe", help="Repeat what is under a claim used twice.")
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
    common: CommonOptions,
) -> None:
    """Print a map, or the part under some claims, as a tree.

    The tree starts at the claims that bear on nothing further, theses first. A
    claim that only restates another is under that one.
    --semantics, --assume and --reject imply --evaluate.

    JSON is an array of trees, each with claim, text, relation, on_step, mark,
    continued and children; if evaluated, also status or strength. A long text or
    relation that was given further up already is null.

    \b
    Examples:
      argmap tree --depth 2
      argmap tree cognitive-community --edges supports
      argmap tree phone-call --invert
      argmap tree no-split --depth 2 --evaluate
    """
    argument_map = common.read_map()
    starts = _inputs.claim_ids(argument_map, claim_ids)
    walk = Walk(
        argument_map,
        kinds=relation_kinds(edges),
        depth=depth,
        inverted=invert,
        dedupe=not no_dedupe,
        max_indent=most_indents(common.format),
    )
    lines = walk.lines(starts)
    if limit is not None or no_dedupe:
        lines = limited(lines, limit or _affordable(argument_map))
    said = None
    if evaluated or any(evaluation):
        said = _evaluation(argument_map, evaluation, common.glyphs)
    if common.is_json:
        write_json(tree_data(lines, said.as_data if said else None))
    elif argument_map.claims:
        unit, judge = unit_of(argument_map), said.judge if said else None
        rows = tree_rows(lines, common.glyphs, inverted=invert, unit=unit, judge=judge)
        show_rows(rows, common.format)
        if said:
            say(said.summary)
    else:
        say("this map has no claims")


def _affordable(argument_map: ArgumentMap) -> int:
    """Return how many lines hold at most about ten times the text of the map."""
    lengths = [len(claim.text) for claim in argument_map.claims.values()]
    return min(1000, (100_000 + 10 * sum(lengths)) // max(lengths, default=1))


class _Evaluation(NamedTuple):
    """What an evaluation says of each line, to be read and as data, and of the whole."""

    judge: Judge
    as_data: Callable[[TreeLine], dict[str, Any]]
    summary: str


def _evaluation(
    argument_map: ArgumentMap, options: EvaluationOptions, signs: Glyphs
) -> _Evaluation:
    # Imported here, so that a tree without an evaluation does not wait for them.
    from argmap.views.evaluation import judge, line_data, summary

    outcome = options.outcome(argument_map, options.fixed(argument_map))
    return _Evaluation(
        partial(judge, outcome, signs), partial(line_data, outcome), summary(outcome, argument_map)
    )
