"""The command ``cruxes``."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli._answers import Answer, print_answers
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claims_argument
from argmap.cli._output import width
from argmap.model import ArgumentMap
from argmap.views.phrases import counted

GROUP = Group.ASK


def command(
    *,
    claim_id: Annotated[
        str | None, claims_argument("The claim to ask about.", metavar="[CLAIM]")
    ] = None,
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

    Without a claim, it is about up to three: the theses that overview describes or,
    if there are none, the roots. JSON is then an array.

    It finds the claims and steps whose rejection alone would change the status of
    the claim or, if there are none, the pairs that would, and so on up to --size.
    The search is exact. With carneades, it also finds the weights of single arguments
    that would change it, each the nearest to what it has now. With a semantics of
    strengths, it sets the weight of each other claim to 0 and to 1, and prints the
    change in the strength of this one, the largest first.

    JSON is {"claim", "semantics", "status", "size", "sets": [{"reject":
    [ids], "status"}], "exhaustive", "more"}, with carneades also "turns": [{"relation",
    "weight", "needed", "status"}]; or {"claim", "semantics", "strength",
    "leverage": [{"claim", "at_zero", "at_one", "weight", "strength"}], "exhaustive"}.
    The exit status is 1 if nothing changes it.

    \b
    Examples:
      argmap cruxes no-split
      argmap cruxes cognitive-community --size 2
      argmap cruxes cognitive-community --semantics df-quad
    """
    argument_map = common.read_map()

    share = 1 if claim_id is not None else _claims_at_most()

    def answer(name: str) -> Answer:
        return _answer(argument_map, name, (size, share), limit, evaluation, common)

    print_answers(argument_map, claim_id, answer, common)


def _claims_at_most() -> int:
    """Return among how many claims the work of a search is shared where none is named."""
    from argmap.analysis.overview import DETAILED

    return DETAILED


def _answer(
    argument_map: ArgumentMap,
    claim_id: str,
    sizes: tuple[int, int],
    limit: int,
    evaluation: EvaluationOptions,
    common: CommonOptions,
) -> Answer:
    """Return the cruxes of a claim; ``sizes`` are of the largest set, and the share of work."""
    from argmap.analysis.evaluation.cruxes import WORK_AT_MOST, cruxes
    from argmap.analysis.semantics import is_gradual, is_weighing
    from argmap.views.cruxes import crux_data, crux_rows

    name, fixed = evaluation.name, evaluation.fixed(argument_map)
    if is_gradual(name):
        return _leverage(argument_map, claim_id, name, fixed)
    size, share = sizes
    work = WORK_AT_MOST // share
    found = cruxes(argument_map, claim_id, semantics=name, size=size, work=work, **fixed)
    more = max(len(found.found) - limit, 0)
    found = found._replace(found=found.found[:limit])
    said = []
    if more and not common.is_json:
        said.append(f"{counted(more, 'more set')}: raise --limit to see them")
    if not found.is_exhaustive:
        said.append(f"the search stopped at sets of {found.size}: there may be more")
    tried = found.size - (not found.is_exhaustive)  # of these, every set
    if not found.found and (tried or found.is_exhaustive):
        said.append(_nothing(tried))
    rows = list(crux_rows(found, argument_map, common.glyphs, width(common.format)))
    data = crux_data(found, name) | {"more": more}
    turned = _weights(argument_map, claim_id, name, fixed, common) if is_weighing(name) else None
    if turned is None:
        return Answer(rows, data, said, bool(found.found))
    is_yes = bool(found.found) or turned.is_yes
    return Answer(rows + turned.rows, data | turned.data, said + turned.said, is_yes)


def _weights(
    argument_map: ArgumentMap, claim_id: str, name: str, fixed: Fixed, common: CommonOptions
) -> Answer:
    """Return the weights of arguments that would turn the claim."""
    from argmap.analysis.evaluation.weighed import turning_weights
    from argmap.views.entries import columned
    from argmap.views.weighing import turn_data, turn_rows

    found, is_exhaustive = turning_weights(argument_map, claim_id, name, **fixed)
    rows = columned(list(turn_rows(found, argument_map, common.glyphs)), width(common.format))
    data = {"turns": turn_data(found), "turns_exhaustive": is_exhaustive}
    said = [] if is_exhaustive else ["the search for weights stopped: there may be more"]
    return Answer(list(rows), data, said, bool(found))


def _nothing(tried: int) -> str:
    if tried == 0:
        return "nothing that bears on it changes that, however much is rejected"
    if tried == 1:
        return "rejecting any one thing leaves it as it is: try a larger --size"
    return f"rejecting up to {tried} things leaves it as it is"


def _leverage(argument_map: ArgumentMap, claim_id: str, name: str, fixed: Fixed) -> Answer:
    from argmap.analysis.evaluation.evaluation import evaluate
    from argmap.analysis.evaluation.leverage import leverage
    from argmap.analysis.semantics import gradual
    from argmap.views.cruxes import leverage_data, leverage_rows

    solved = leverage(argument_map, claim_id, gradual(name), **fixed)
    found = solved.found
    strength = evaluate(argument_map, name, **fixed).strengths[claim_id]
    effective = [each for each in found if each.largest is None or each.largest > 0]
    said = []
    if len(effective) < len(found):
        rest = counted(len(found) - len(effective), "claim")
        said.append(f"the weight of {rest} that can reach it changes nothing")
    if not solved.is_exhaustive:
        said.append(f"the search stopped after the nearest {counted(len(found), 'claim')}")
    if not found:
        said.append(f"no other claim bears on '{claim_id}'")
    rows = leverage_rows(effective, argument_map, strength, claim_id) if effective else ()
    data = leverage_data(found, name, strength, claim_id) | {"exhaustive": solved.is_exhaustive}
    return Answer(list(rows), data, said, bool(effective))
