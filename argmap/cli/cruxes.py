"""The command ``cruxes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import (
    Assume,
    CharsetName,
    FormatName,
    Json,
    MapFile,
    MapFormat,
    Reject,
    SemanticsName,
    Strict,
    claim_argument,
)
from argmap.cli._output import Charset, Format, chosen_format, glyphs, say, show_rows, write_json
from argmap.errors import NO
from argmap.model import ArgumentMap
from argmap.views.phrases import counted

if TYPE_CHECKING:
    from argmap.analysis.evaluation.cruxes import Cruxes

GROUP = Group.ASK


def command(
    claim_id: Annotated[str, claim_argument("The claim to ask about.")],
    semantics: SemanticsName = None,
    size: Annotated[
        int,
        typer.Option(
            "--size", metavar="N", min=1, help="Try sets of up to so many things together."
        ),
    ] = 2,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=1, help="Show at most N sets.")
    ] = 100,
    assume: Assume = None,
    reject: Reject = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    format_: FormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Find what a claim hangs on: what would change its status.

    The single claims and steps whose rejection alone puts it in, out or
    undecided instead; where there is none, the pairs, and so on up to --size.
    The answer is exact, found by search. By strengths it is what the weight of
    each claim does to the strength of this one: the change when it goes to 0
    and to 1, the largest first.

    JSON is {"claim", "semantics", "status", "size", "sets": [{"reject":
    [ids], "status"}], "exhaustive", "more"}, or {"claim", "semantics", "strength",
    "leverage": [{"claim", "at_zero", "at_one", "weight", "strength"}], "exhaustive"}.
    The exit status is 1 where nothing changes it.

    \b
    Examples:
      argmap cruxes no-split
      argmap cruxes cognitive-community --size 2
      argmap cruxes cognitive-community --semantics df-quad
    """
    from argmap.analysis.evaluation.cruxes import cruxes
    from argmap.analysis.semantics import DEFAULT, is_gradual
    from argmap.views.cruxes import crux_data, crux_rows

    chosen = chosen_format(format_, json=json)
    is_json = chosen is Format.JSON
    argument_map = _inputs.read_map(map_file, map_format, strict=strict, json=is_json)
    name = semantics or DEFAULT
    claim_id = _inputs.claim_id(argument_map, claim_id)
    fixed = _inputs.fixed_ids(argument_map, assume, reject)
    if is_gradual(name):
        _tell_leverage(argument_map, claim_id, name, fixed, chosen)
        return
    found = cruxes(
        argument_map, claim_id, semantics=name, size=size, assume=fixed[0], reject=fixed[1]
    )
    more = len(found.found) - limit
    found = found._replace(found=found.found[:limit])
    if is_json:
        write_json(crux_data(found, name) | {"more": max(more, 0)})
    else:
        show_rows(crux_rows(found, argument_map, glyphs(charset)), chosen)
    if more > 0 and not is_json:
        say(f"{counted(more, 'more set')}: raise --limit to see them")
    if not found.is_exhaustive:
        say(f"the search was given up at sets of {found.size}: there may be more")
    if not found.found:
        say(_nothing(found))
        raise typer.Exit(NO)


def _nothing(found: Cruxes) -> str:
    if found.size == 0:
        return "nothing that bears on it changes that, however much is rejected"
    if found.size == 1:
        return "rejecting any one thing leaves it as it is: try a larger --size"
    return f"rejecting up to {found.size} things leaves it as it is"


def _tell_leverage(
    argument_map: ArgumentMap,
    claim_id: str,
    name: str,
    fixed: tuple[list[str], list[str]],
    format_: Format | None,
) -> None:
    from argmap.analysis.evaluation.evaluation import evaluate
    from argmap.analysis.evaluation.leverage import leverage
    from argmap.analysis.semantics import gradual
    from argmap.views.cruxes import leverage_data, leverage_rows

    solved = leverage(argument_map, claim_id, gradual(name), assume=fixed[0], reject=fixed[1])
    found = solved.found
    outcome = evaluate(argument_map, name, assume=fixed[0], reject=fixed[1])
    strength = outcome.strengths[claim_id]
    if format_ is Format.JSON:
        data = leverage_data(found, name, strength, claim_id)
        write_json(data | {"exhaustive": solved.is_exhaustive})
        return
    told = [each for each in found if each.largest is None or each.largest > 0]
    if told:
        show_rows(leverage_rows(told, argument_map, strength, claim_id), format_)
    rest = counted(len(found) - len(told), "claim")
    if len(told) < len(found):
        say(f"the weight of {rest} that can reach it changes nothing")
    if not solved.is_exhaustive:
        say(f"the search was given up after the nearest {counted(len(found), 'claim')}")
    if not found:
        say(f"no other claim bears on '{claim_id}'")
    if not told:
        raise typer.Exit(NO)
