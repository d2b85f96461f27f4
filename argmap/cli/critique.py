"""The command ``critique``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import (
    CharsetName,
    Json,
    MapFile,
    MapFormat,
    ReviewFormatName,
    Strict,
    claims_argument,
)
from argmap.cli._output import (
    Charset,
    Format,
    ReviewFormat,
    glyphs,
    say,
    show_rows,
    width,
    write_json,
    write_lines,
)
from argmap.cli._schemes import SchemesFile, schemes_of, with_schemes
from argmap.errors import NO
from argmap.model import ArgumentMap
from argmap.views.phrases import counted
from argmap.views.rows import BLANK

if TYPE_CHECKING:
    from argmap.analysis.critique import Critique, State

GROUP = Group.ASK
LIMIT = 8
LIMIT_OF_FILES = 50


def command(
    claim_ids: Annotated[
        list[str] | None, claims_argument("The claims whose grounds to question. Default: all.")
    ] = None,
    only_open: Annotated[
        bool, typer.Option("--open", help="Show only what nothing in the map raises or answers.")
    ] = False,
    by_cruxes: Annotated[
        bool,
        typer.Option(
            "--cruxes", help="Begin with the steps on which the status of the claims turns."
        ),
    ] = False,
    long: Annotated[
        bool, typer.Option("--long", "-l", help="Show every question, its effect and its source.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="N",
            min=1,
            help=f"Show at most N steps. Default: {LIMIT}, in JSON and Markdown {LIMIT_OF_FILES}.",
            show_default=False,
        ),
    ] = None,
    schemes_file: SchemesFile = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    format_: ReviewFormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Ask the critical questions of the steps that carry a claim.

    Each step that follows a scheme is shown with the questions of that scheme, asked of
    its own premises: what raises a question (an undercut or attack with raises in the
    map) and whether that is in or out, what answers it, and what nobody has asked. The
    steps on which most claims rest come first. Without a claim, it is about every step.
    argmap schemes explains the schemes.

    A question is raised, answered (what raised it is out), backed (it is of a premise
    that has reasons in the map) or open. Markdown is a list to tick off in a review.

    JSON is {"steps", "more", "questions", "without_scheme", "unknown_schemes"}: a step has
    step, from, verb, target, scheme, resting, crux, backed_by, roles and questions, each
    with name, text, state, effect, attacks, premises, raised_by, backed_by (up to 20 ids)
    and source. The exit status is 1 if there is no step or, with --open, no open question.

    \b
    Examples:
      argmap critique
      argmap critique cognitive-community --long
      argmap critique no-split --cruxes --open
      argmap critique -f markdown --limit 5
    """
    from argmap.analysis.critique import State, critique

    chosen = ReviewFormat.JSON if json else format_
    argument_map = _inputs.read_map(
        map_file, map_format, strict=strict, json=chosen is ReviewFormat.JSON
    )
    argument_map = with_schemes(argument_map, schemes_of(schemes_file))
    names = _inputs.claim_ids(argument_map, claim_ids)
    sizes = _cruxes(argument_map, names) if by_cruxes else None
    found = critique(argument_map, names, cruxes=sizes)
    only = State.OPEN if only_open else None
    has_schemes = bool(found.steps)
    if only is not None:
        steps = [each for each in found.steps if any(a.state is only for a in each.asked)]
        found = found._replace(steps=tuple(steps))
    _print(found, argument_map, chosen, only, limit, is_long=long, charset=charset)
    if only is not None and has_schemes and not found.steps:
        say("no critical question is open")
        raise typer.Exit(NO)
    if not (found.steps or found.without or found.unknown):
        say("no step carries that" if names else "this map has no steps")
        raise typer.Exit(NO)


def _print(
    found: Critique,
    argument_map: ArgumentMap,
    format_: ReviewFormat | None,
    only: State | None,
    limit: int | None,
    *,
    is_long: bool,
    charset: Charset,
) -> None:
    from argmap.views.critique import Look, critique_data, critique_rows, summary_rows

    if format_ in (ReviewFormat.JSON, ReviewFormat.MARKDOWN):
        steps = found.steps[: limit or LIMIT_OF_FILES]
        if format_ is ReviewFormat.JSON:
            write_json(critique_data(found, steps, only))
        else:
            from argmap.views.critique_markdown import critique_markdown

            write_lines(critique_markdown(found, steps, argument_map, only))
            _say_more(found, len(steps))
        return
    shown = Format.TEXT if format_ else None
    look = Look(glyphs(charset), width(shown), is_long, only)
    steps = found.steps[: limit or LIMIT]
    show_rows(critique_rows(steps, argument_map, look), shown)
    show_rows([*([BLANK] if steps else []), *summary_rows(found, argument_map, len(steps))], shown)
    _say_more(found, len(steps))


def _say_more(found: Critique, shown: int) -> None:
    more = len(found.steps) - shown
    if more:
        say(f"{counted(more, 'more step')}: raise --limit to see them")


def _cruxes(argument_map: ArgumentMap, names: list[str]) -> dict[str, int]:
    """Return, by id, the size of the smallest set with it that changes the status of a claim.

    The claims are those named or, if none are, the main ones of the map.
    """
    from argmap.analysis.evaluation.cruxes import cruxes
    from argmap.analysis.overview import main_claims

    sizes: dict[str, int] = {}
    for name in names or main_claims(argument_map):
        found = cruxes(argument_map, name, size=2)
        for crux in found.found:
            for each in crux.rejected:
                sizes[each] = min(len(crux.rejected), sizes.get(each, len(crux.rejected)))
    return sizes
