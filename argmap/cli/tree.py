"""The command ``tree``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import (
    CommonOptions,
    Edges,
    EvaluationOptions,
    claims_argument,
    relation_kinds,
)
from argmap.cli._output import has_italics, say, show_rows, width, write_json
from argmap.model import ArgumentMap, Claim, Relation
from argmap.views.phrases import unit_of
from argmap.views.rows import Row
from argmap.views.theme import Glyphs

if TYPE_CHECKING:
    from argmap.analysis.outline import Outline
    from argmap.views.outline import Judge, Look

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
            help="Stop after N lines. Default: with --no-dedupe 800, fewer if they are long.",
            show_default=False,
        ),
    ] = None,
    long: Annotated[
        bool,
        typer.Option(
            "--long", "-l", help="Add ids and schemes of steps, voices, quotes, citations."
        ),
    ] = False,
    common: CommonOptions,
) -> None:
    """Print a map, or the part under some claims, as a tree.

    Each claim has one row, under something it bears on; where it is used again, a
    short row points to it. Blocks begin with the theses, then what is argued against
    them; a large part that is used in several places has a block of its own.
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
    # Imported here, so that the help of all commands does not wait for them.
    from argmap.analysis.outline import DEEPEST, SHORT_AT_MOST, outline
    from argmap.views.outline import Look, outline_rows
    from argmap.views.outline_data import outline_data

    argument_map = common.read_map()
    starts = _inputs.claim_ids(argument_map, claim_ids)
    if no_dedupe and limit is None:
        limit = _affordable(argument_map)
    columns = width(common.format)
    outlined = outline(
        argument_map,
        starts=starts,
        kinds=relation_kinds(edges),
        depth=depth,
        inverted=invert,
        unrolled=no_dedupe,
        limit=limit,
        deepest=DEEPEST if columns is None else min(DEEPEST, max(columns // 5, 2)),
        short_at_most=None if common.is_json else SHORT_AT_MOST,
    )
    said = None
    if evaluated or any(evaluation):
        said = _evaluation(argument_map, evaluation, common.glyphs)
    if common.is_json:
        write_json(outline_data(outlined, said.as_data if said else None))
    elif argument_map.claims:
        look = Look(
            common.glyphs,
            columns,
            unit_of(argument_map),
            is_long=long,
            has_words=long,
            has_italics=has_italics(common.format),
            is_inverted=invert,
        )
        rows = [*outline_rows(outlined, look, said.judge if said else None)]
        show_rows([*rows, *_what_next(outlined, look, depth)], common.format)
        if said:
            say(said.summary)
    else:
        say("this map has no claims")


_LONG = 60  # rows, more than most screens have


def _what_next(outlined: Outline, look: Look, depth: int | None) -> list[Row]:
    """Return how to see less of a tree that is long on a terminal, and more of a claim."""
    if look.width is None or len(outlined.rows) <= _LONG:
        return []
    less = "--depth 2" if depth is None or depth > 2 else "--depth 1"
    hints = [f"less: argmap tree {less}", "one claim: argmap show ID", "steps: --long"]
    return [Row([(hint, "quiet") for hint in hints], between="  ")]


def _affordable(argument_map: ArgumentMap) -> int:
    """Return how many lines hold at most about ten times the text of the map."""
    lengths = [len(claim.text + claim.headline) for claim in argument_map.claims.values()]
    return min(800, (100_000 + 10 * sum(lengths)) // max(lengths, default=1))


class _Evaluation(NamedTuple):
    """What an evaluation says of each row, to be read and as data, and of the whole."""

    judge: Judge
    as_data: Callable[[Claim | Relation], dict[str, Any]]
    summary: str


def _evaluation(
    argument_map: ArgumentMap, options: EvaluationOptions, signs: Glyphs
) -> _Evaluation:
    # Imported here, so that a tree without an evaluation does not wait for them.
    from argmap.views.evaluation import judge, judged_data, summary

    outcome = options.outcome(argument_map, options.fixed(argument_map))
    return _Evaluation(
        partial(judge, outcome, signs),
        lambda node: judged_data(outcome, node.id),
        summary(outcome, argument_map),
    )
