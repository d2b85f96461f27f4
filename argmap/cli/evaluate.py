"""The command ``evaluate``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claims_argument
from argmap.cli._output import (
    is_for_terminal,
    is_on_screen,
    print_rows,
    say,
    show_rows,
    width,
    write_json,
    write_lines,
)
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
    all_claims: Annotated[
        bool, typer.Option("--all-claims", help="Show every claim, also those that are in.")
    ] = False,
    sort: Annotated[
        Sort | None,
        typer.Option(
            "--sort",
            help="Show every claim in this order; status puts in, or the strongest, first.",
            show_default=False,
        ),
    ] = None,
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

    A question has no status: it is answered by the answers that are in, or open.
    Where one of them is to be chosen (choose: one), its answers exclude one another
    as if each two contradicted, up to 200 of them; for strengths nothing is added,
    and the strongest answer is named.

    \b
    Semantics of in, out and undecided:
      grounded   (default) what must be accepted, nothing more
      complete   every position that accepts just what it defends
      preferred  positions that defend as much as they can
      stable     positions that leave nothing open; there may be none
      ideal      the common ground of all preferred positions
      carneades  what weighs more on each issue, by its proof standard
    If there are several, in and out mean in all of them; "in some only" means
    undecided, but in in at least one.

    carneades reads the map otherwise: attacks argue for the opposite of their target,
    contradicting claims and the answers to a question of which one is to be chosen
    are rivals, and a claim is in if its heaviest argument outweighs that of each
    rival. Relations have weights, by default 1, and schemes say how premises count;
    a proof standard on the claim or the question says by how much one must prevail.

    \b
    Semantics of strengths from 0 to 1, given each claim's weight (default: 0.5):
      df-quad, quadratic-energy, euler-based
    Linked premises count as much as the weakest of them.

    A terminal shows what is undecided and what is out, and counts what is in; for
    strengths, what is below and above its weight. --all-claims, --sort or the ids
    of claims show each with its status.

    In a pipe, each claim is a line of id, status or strength, and text. JSON is
    {"semantics", "claims": [{"id", "status" or "strength"}]}, for a question with
    null and "answers": [{"id", "status" or "strength"}], and for strengths
    "strongest": [ids]; with --all,
    {"semantics", "extensions": [[ids]], "more"}; with --check, an array of semantics,
    claim, expected, found and holds, over every semantics of which the map expects
    something, or the one that --semantics names. The exit status is 1 if an expectation does
    not hold, there is no extension, or a strength does not settle.

    \b
    Examples:
      argmap evaluate --status undecided
      argmap evaluate no-split --assume no-alliance --reject quasi-alliance
      argmap evaluate --semantics df-quad --sort status
      argmap evaluate --semantics preferred --all
    """
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
    is_listed = bool(claim_ids) or all_claims or sort is not None
    if claims and not is_listed and outcome.has_extension and is_on_screen(common.format):
        _show_groups(outcome, claims, argument_map, common, is_whole=bool(status))
    else:
        _print_claims(outcome, claims, argument_map, common)
    if not outcome.has_extension or outcome.unsettled or (status and not claims):
        raise typer.Exit(NO)


def _show_groups(
    outcome: Outcome,
    claims: list[Claim],
    argument_map: ArgumentMap,
    common: CommonOptions,
    *,
    is_whole: bool,
) -> None:
    from argmap.views import verdicts

    groups = verdicts.verdict_groups(outcome, claims, argument_map)
    columns = width(common.format)
    show_rows(verdicts.grouped(groups, outcome, common.glyphs, columns, is_whole=is_whole))
    say(verdicts.next_step(groups, outcome))


def _print_claims(
    outcome: Outcome, claims: list[Claim], argument_map: ArgumentMap, common: CommonOptions
) -> None:
    from argmap.views import evaluation as view
    from argmap.views.verdicts import verdict_rows

    if common.is_json:
        write_json(view.outcome_data(outcome, claims, argument_map))
        return
    if claims and is_for_terminal(common.format):
        columns = width(common.format)
        show_rows(verdict_rows(outcome, claims, argument_map, common.glyphs, columns))
    elif claims:
        write_lines(view.tab_separated(outcome, claims, argument_map))
    say(view.summary(outcome, argument_map) if argument_map.claims else "this map has no claims")


def _order(sort: Sort | None, outcome: Outcome) -> Callable[[Claim], tuple[float, str]]:
    """Return the key to sort claims by."""
    if sort is Sort.ID:
        return lambda claim: (0, claim.id)
    if sort is not Sort.STATUS:
        return lambda _: (0, "")
    if outcome.is_gradual:
        return lambda claim: (-_or_less(outcome.strengths.get(claim.id)), "")
    ranks = {Status.IN: 0, Status.UNDECIDED: 1, Status.OUT: 2, None: 3}
    return lambda claim: (ranks[outcome.statuses.get(claim.id)], "")


def _or_less(strength: float | None) -> float:
    return -1.0 if strength is None else strength


def _list_extensions(
    argument_map: ArgumentMap, semantics: str, fixed: Fixed, limit: int, common: CommonOptions
) -> None:
    from argmap.analysis.semantics import DEFAULT, Framework, extensions, is_weighing

    framework = Framework(argument_map, **fixed)
    found = extensions(semantics, framework)
    some = islice(found, limit)
    if common.is_json:
        listed = sorted(map(sorted, some))
        more = len(listed) == limit and next(found, None) is not None
        write_json({"semantics": semantics, "extensions": listed, "more": more})
        shown = len(listed)
    else:
        # Grounded is part of each of them; where arguments are weighed, of none for sure.
        is_part = not is_weighing(semantics)
        shared = next(extensions(DEFAULT, framework)) if is_part else frozenset[str]()
        shown = _print_extensions(argument_map, some, shared, semantics, common)
    if not shown:
        say(f"this map has no {semantics} extension")
        raise typer.Exit(NO)
    if not common.is_json and next(found, None) is not None:
        say(f"there are more {semantics} extensions: raise --limit to see them")


def _print_extensions(
    argument_map: ArgumentMap,
    found: Iterable[frozenset[str]],
    shared: frozenset[str],
    semantics: str,
    common: CommonOptions,
) -> int:
    """Print extensions as they are found; return how many."""
    from argmap.views.evaluation import extension_row
    from argmap.views.verdicts import extension_rows, shared_row

    claims = argument_map.claims.values()
    is_shown = is_on_screen(common.format)
    number = 0
    for number, each in enumerate(found, 1):
        if number == 1 and shared:
            names = [claim.id for claim in claims if claim.id in shared]
            row = shared_row(len(shared), semantics) if is_shown else extension_row("all", names)
            show_rows([row], common.format)
        own = [claim for claim in claims if claim.id in each and claim.id not in shared]
        if is_shown:
            show_rows(extension_rows(number, own, width(common.format)))
        else:
            show_rows([extension_row(str(number), [claim.id for claim in own])], common.format)
    return number


def _check(
    argument_map: ArgumentMap, semantics: str | None, fixed: Fixed, common: CommonOptions
) -> None:
    from argmap.analysis.evaluation.expectations import check_expectations
    from argmap.views.evaluation import checked_data, checked_summary, failed_rows

    checked = list(check_expectations(argument_map, semantics, **fixed))
    is_shown = is_on_screen(common.format)
    rows = failed_rows(argument_map, checked, is_file_once=is_shown)
    print_rows(rows, lambda: checked_data(checked), common.format)
    if checked and not common.is_json:
        say(checked_summary(checked))
    elif not checked and not common.is_json:
        by = f" under {semantics}" if semantics else ""
        say(f"this map expects nothing{by}: see expect in the README")
    if not all(each.holds for each in checked):
        raise typer.Exit(NO)
