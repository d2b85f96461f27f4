"""The command ``cruxes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claim_argument
from argmap.cli._output import say, show_rows, write_json
from argmap.errors import NO
from argmap.model import ArgumentMap
from argmap.views.phrases import counted

if TYPE_CHECKING:
    from argmap.analysis.evaluation.cruxes import Cruxes

GROUP = Group.ASK


def command(
    *,
    claim_id: Annotated[str, claim_argument("The claim to ask about.")],
    size: Annotated[
        int, typer.Option("--size", metavar="N", min=1, help="Try sets of up to N things.")
    ] = 2,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=1, help="Show at most N sets.")
    ] = 100,
    evaluation: EvaluationOptions,
    common: CommonOptions,
) -> None:
    """Find what a claim hinges on: what would change its status.

    It finds the claims and steps whose rejection alone would change the status of
    the claim or, if there are none, the pairs that would, and so on up to --size.
    The search is exact. With a semantics of strengths, it sets the weight of each
    other claim to 0 and to 1, and prints the change in the strength of this one,
    the largest first.

    JSON is {"claim", "semantics", "status", "size", "sets": [{"reject":
    [ids], "status"}], "exhaustive", "more"}, or {"claim", "semantics", "strength",
    "leverage": [{"claim", "at_zero", "at_one", "weight", "strength"}], "exhaustive"}.
    The exit status is 1 if nothing changes it.

    \b
    Examples:
      argmap cruxes no-split
      argmap cruxes cognitive-community --size 2
      argmap cruxes cognitive-community --semantics df-quad
    """
    from argmap.analysis.evaluation.cruxes import cruxes
    from argmap.analysis.semantics import is_gradual
    from argmap.views.cruxes import crux_data, crux_rows

    argument_map = common.read_map()
    name = evaluation.name
    claim_id = _inputs.claim_id(argument_map, claim_id)
    fixed = evaluation.fixed(argument_map)
    if is_gradual(name):
        _print_leverage(argument_map, claim_id, name, fixed, common)
        return
    found = cruxes(argument_map, claim_id, semantics=name, size=size, **fixed)
    more = max(len(found.found) - limit, 0)
    found = found._replace(found=found.found[:limit])
    if common.is_json:
        write_json(crux_data(found, name) | {"more": more})
    else:
        show_rows(crux_rows(found, argument_map, common.glyphs), common.format)
        if more:
            say(f"{counted(more, 'more set')}: raise --limit to see them")
    if not found.is_exhaustive:
        say(f"the search stopped at sets of {found.size}: there may be more")
    if not found.found:
        say(_nothing(found))
        raise typer.Exit(NO)


def _nothing(found: Cruxes) -> str:
    if found.size == 0:
        return "nothing that bears on it changes that, however much is rejected"
    if found.size == 1:
        return "rejecting any one thing leaves it as it is: try a larger --size"
    return f"rejecting up to {found.size} things leaves it as it is"


def _print_leverage(
    argument_map: ArgumentMap, claim_id: str, name: str, fixed: Fixed, common: CommonOptions
) -> None:
    from argmap.analysis.evaluation.evaluation import evaluate
    from argmap.analysis.evaluation.leverage import leverage
    from argmap.analysis.semantics import gradual
    from argmap.views.cruxes import leverage_data, leverage_rows

    solved = leverage(argument_map, claim_id, gradual(name), **fixed)
    found = solved.found
    strength = evaluate(argument_map, name, **fixed).strengths[claim_id]
    if common.is_json:
        data = leverage_data(found, name, strength, claim_id)
        write_json(data | {"exhaustive": solved.is_exhaustive})
        return
    effective = [each for each in found if each.largest is None or each.largest > 0]
    if effective:
        show_rows(leverage_rows(effective, argument_map, strength, claim_id), common.format)
    if len(effective) < len(found):
        rest = counted(len(found) - len(effective), "claim")
        say(f"the weight of {rest} that can reach it changes nothing")
    if not solved.is_exhaustive:
        say(f"the search stopped after the nearest {counted(len(found), 'claim')}")
    if not found:
        say(f"no other claim bears on '{claim_id}'")
    if not effective:
        raise typer.Exit(NO)
