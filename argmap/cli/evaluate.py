"""The command ``evaluate``."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claims_argument
from argmap.cli._output import print_rows, print_table, say, show_rows, write_json
from argmap.errors import NO, ArgmapError
from argmap.model import ArgumentMap, Claim, Status

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome

GROUP = Group.ASK


class Sort(StrEnum):
    """What to order claims by."""

    FILE = "file"
    ID = "id"
    STATUS = "status"


def command(
    *,
    claim_ids: Annotated[
        list[str] | None, claims_argument("Only these claims. Default: all.")
    ] = None,
    evaluation: EvaluationOptions,
    status: Annotated[
        list[Status] | None, typer.Option("--status", help="Only claims with this status.")
    ] = None,
    sort: Annotated[
        Sort, typer.Option("--sort", help="Sort order; status puts in, or the strongest, first.")
    ] = Sort.FILE,
    show_all: Annotated[
        bool, typer.Option("--all", "-a", help="List every extension: the claims that are in.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=1, help="With --all: list at most N.")
    ] = 20,
    check: Annotated[
        bool, typer.Option("--check", help="Check what the map expects of its evaluation.")
    ] = False,
    common: CommonOptions,
) -> None:
    """Say which claims are in, out or undecided, or how strong each is.

    In: the claim stands, as far as the map goes. Out: it does not. Undecided: the
    map leaves it open. This says what follows from the map, not what is true.

    The map is read as a flat assumption-based framework. A claim that nothing
    supports stands on its own, unless it is marked assumed: false; a claim with
    supports stands only through one of them, unless it is marked assumed: true.
    A support carries its target if all its premises are in and it is not
    undercut; claims that support only one another in a cycle are out. A claim
    that is in puts out what it attacks, however well that is supported. Backing
    and restates change nothing.

    \b
    Semantics of in, out and undecided:
      grounded   (default) what must be accepted, nothing more
      complete   every position that accepts just what it defends
      preferred  positions that defend as much as they can
      stable     positions that leave nothing open; there may be none
      ideal      the common ground of all preferred positions
    If there are several, in and out mean in all of them; "in some only" means
    undecided, but in in at least one.

    \b
    Semantics of strengths from 0 to 1, given each claim's weight (default: 0.5):
      df-quad, quadratic-energy, euler-based
    Linked premises count as much as the weakest of them.

    In a pipe, each claim is a line of id, status or strength, and text. JSON is
    {"semantics", "claims": [{"id", "status" or "strength"}]}; with --all,
    {"semantics", "extensions": [[ids]], "more"}; with --check, an array of semantics,
    claim, expected, found and holds. The exit status is 1 if an expectation does
    not hold, there is no extension, or a strength does not settle.

    \b
    Examples:
      argmap evaluate --status undecided
      argmap evaluate no-split --assume no-alliance --reject quasi-alliance
      argmap evaluate --semantics df-quad --sort status
      argmap evaluate --semantics preferred --all
    """
    from argmap.views import evaluation as view

    argument_map = common.read_map()
    chosen_ids = _inputs.claim_ids(argument_map, claim_ids)
    fixed = evaluation.fixed(argument_map)
    if check:
        _check(argument_map, evaluation.semantics, fixed, common)
        return
    if show_all:
        _list_extensions(argument_map, evaluation.name, fixed, limit, common)
        return
    outcome = evaluation.outcome(argument_map, fixed)
    claims = [argument_map.claims[claim_id] for claim_id in chosen_ids or argument_map.claims]
    if status:
        if outcome.is_gradual:
            hint = "--sort status puts the strongest first"
            raise ArgmapError(f"{outcome.semantics} gives strengths, not statuses", hint)
        claims = [claim for claim in claims if outcome.statuses.get(claim.id) in status]
    claims.sort(key=_order(sort, outcome))
    if claims or common.is_json:
        print_table(
            lambda: view.outcome_table(outcome, claims, common.glyphs),
            view.tab_separated(outcome, claims),
            lambda: view.outcome_data(outcome, claims),
            common.format,
        )
    if not common.is_json:
        say(
            view.summary(outcome, argument_map) if argument_map.claims else "this map has no claims"
        )
    if not outcome.has_extension or outcome.unsettled or (status and not claims):
        raise typer.Exit(NO)


def _order(sort: Sort, outcome: Outcome) -> Callable[[Claim], tuple[float, str]]:
    """Return the key to sort claims by."""
    if sort is Sort.ID:
        return lambda claim: (0, claim.id)
    if sort is Sort.FILE:
        return lambda _: (0, "")
    if outcome.is_gradual:
        return lambda claim: (-_or_less(outcome.strengths[claim.id]), "")
    ranks = {Status.IN: 0, Status.UNDECIDED: 1, Status.OUT: 2, None: 3}
    return lambda claim: (ranks[outcome.statuses.get(claim.id)], "")


def _or_less(strength: float | None) -> float:
    return -1.0 if strength is None else strength


def _list_extensions(
    argument_map: ArgumentMap, semantics: str, fixed: Fixed, limit: int, common: CommonOptions
) -> None:
    from argmap.analysis.semantics import DEFAULT, Framework, extensions
    from argmap.views.evaluation import extension_row

    framework = Framework(argument_map, **fixed)
    found = extensions(semantics, framework)
    shown = 0
    if common.is_json:
        listed = sorted(sorted(each) for each in islice(found, limit))
        more = len(listed) == limit and next(found, None) is not None
        write_json({"semantics": semantics, "extensions": listed, "more": more})
        shown = len(listed)
    else:
        order = list(argument_map.claims)
        shared = next(extensions(DEFAULT, framework))  # grounded: part of each of them
        for shown, each in enumerate(islice(found, limit), 1):
            rows = [extension_row(str(shown), [name for name in order if name in each - shared])]
            if shown == 1 and shared:
                rows.insert(0, extension_row("all", [name for name in order if name in shared]))
            show_rows(rows, common.format)
    if not shown:
        say(f"this map has no {semantics} extension")
        raise typer.Exit(NO)
    if not common.is_json and next(found, None) is not None:
        say(f"there are more {semantics} extensions: raise --limit to see them")


def _check(
    argument_map: ArgumentMap, semantics: str | None, fixed: Fixed, common: CommonOptions
) -> None:
    from argmap.analysis.evaluation.expectations import check_expectations
    from argmap.views.evaluation import checked_data, failed_rows
    from argmap.views.phrases import counted

    checked = list(check_expectations(argument_map, semantics, **fixed))
    failed = sum(not each.holds for each in checked)
    rows = failed_rows(argument_map, checked)
    print_rows(rows, lambda: checked_data(checked), common.format)
    if not common.is_json:
        number = counted(len(checked), "expectation")
        if not checked:
            by = f" under {semantics}" if semantics else ""
            say(f"this map expects nothing{by}: see expect in the README")
        else:
            say(f"{failed:,} of {number} not met" if failed else f"{number} met")
    if failed:
        raise typer.Exit(NO)
