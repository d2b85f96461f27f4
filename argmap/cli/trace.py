"""The command ``trace``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Annotated, Any, NamedTuple

import typer

from argmap.analysis.chains import Chain, ChainSearch, ends_reached
from argmap.cli import _complete, _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, Edges, claims_argument, relation_kinds
from argmap.cli._output import print_rows, say
from argmap.errors import NO, ArgmapError
from argmap.model import ArgumentMap, RelationKind
from argmap.model.questions import questions
from argmap.views.chains import chain_data, chains_rows, no_chain
from argmap.views.phrases import counted

GROUP = Group.LOOK

# With --all, counting chains that are not shown stops at this many, or sooner on a big map.
_COUNTED_AT_MOST = 1000
_COUNTING_WORK = 2_000_000


class _Found(NamedTuple):
    """Chains to show, how many more there are at least, and whether that is exact."""

    chains: list[Chain]
    more: int
    is_exact: bool


def command(
    *,
    claim_ids: Annotated[
        list[str] | None,
        claims_argument("Claims to start from, and one to end at.", metavar="[FROM]... [TO]"),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to", metavar="CLAIM", help="Claim to end at.", autocompletion=_complete.claims
        ),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", "-a", help="Show all chains, the shortest first.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="N", min=1, help="Show at most N chains.")
    ] = 20,
    edges: Edges = None,
    common: CommonOptions,
) -> None:
    """Trace how one claim bears on another, step by step.

    Without an end, chains to every root that is reached are shown; with only --to,
    chains from every ground. Of several chains between two claims, only the
    shortest is shown unless --all is given; with --all, those beyond the limit are
    counted, up to 1,000. JSON is {"chains": [{"from", "to", "effect", "sign",
    "attacks", "steps"}], "more", "more_is_exact"}: how many more chains there are,
    or, unless that is exact, how many at least. A sign is 1 (supports or defends),
    -1 (attacks) or 0: the effect is restates, where a chain has no other step, or,
    where it passes a question, answers or leads to. Chains to questions are shown
    where they are named, or no root is reached.

    \b
    Examples:
      argmap trace phone-call cognitive-community
      argmap trace never-tested --edges supports,attacks,undercuts
      argmap trace --to no-split --edges supports --all --limit 3
    """
    argument_map = common.read_map()
    starts, ends = _endpoints(argument_map, claim_ids or [], to or [])
    kinds = relation_kinds(edges)
    pairs = list(_pairs(argument_map, starts, ends, kinds))
    found = _find(argument_map, pairs, kinds, limit=limit, show_all=show_all)
    if common.is_json or found.chains:
        rows = chains_rows(found.chains, common.glyphs)
        print_rows(rows, lambda: _data(found), common.format)
    if not found.chains:
        say(no_chain(argument_map, starts, ends, kinds))
        raise typer.Exit(NO)
    if not common.is_json and found.more:
        say(_more(found, limit, show_all=show_all))


def _endpoints(
    argument_map: ArgumentMap, claim_ids: list[str], to: list[str]
) -> tuple[list[str], list[str]]:
    starts, ends = claim_ids, to
    if len(claim_ids) > 1 and not to:
        starts, ends = claim_ids[:-1], claim_ids[-1:]
    if not starts and not ends:
        hint = "such as: argmap trace phone-call cognitive-community"
        raise ArgmapError("name the claim to start from, or the one to end at with --to", hint)
    ids = (_inputs.claim_ids(argument_map, names) for names in (starts, ends))
    first, last = (list(dict.fromkeys(each)) for each in ids)
    return first, last


def _pairs(
    argument_map: ArgumentMap,
    starts: list[str],
    ends: list[str],
    kinds: Collection[RelationKind] | None,
) -> Iterator[tuple[str, str]]:
    """Yield the endpoints to connect, the missing side filled in with roots or grounds."""
    if not ends:
        roots = [claim.id for claim in argument_map.roots()]
        asked = [claim.id for claim in questions(argument_map)]
        for start in starts:
            reached = ends_reached(argument_map, start, roots, kinds=kinds)
            if not reached and asked:
                reached = ends_reached(argument_map, start, asked, kinds=kinds)
            yield from ((start, end) for end in reached)
    elif not starts:
        grounds = [claim.id for claim in argument_map.grounds()]
        for end in ends:
            reached = ends_reached(argument_map, end, grounds, backwards=True, kinds=kinds)
            yield from ((start, end) for start in reached)
    else:
        yield from ((start, end) for start in starts for end in ends)


def _find(
    argument_map: ArgumentMap,
    pairs: list[tuple[str, str]],
    kinds: Collection[RelationKind] | None,
    *,
    limit: int,
    show_all: bool,
) -> _Found:
    size = len(argument_map.claims) + len(argument_map.relations) + 1
    countable = max(min(_COUNTED_AT_MOST, _COUNTING_WORK // size), 1) if show_all else 1
    shown: list[Chain] = []
    more = 0
    searches: dict[str, ChainSearch] = {}
    for start, end in pairs:
        if end not in searches:
            searches[end] = ChainSearch(argument_map, end, kinds=kinds)
        search = searches[end].chains_from(start)
        room = limit - len(shown)
        shown += islice(search, room if show_all else min(room, 1))
        more += sum(1 for _ in islice(search, countable - more))
        if more == countable and len(shown) == limit:
            break
    return _Found(shown, more, is_exact=more < countable)


def _data(found: _Found) -> dict[str, Any]:
    return {
        "chains": [chain_data(chain) for chain in found.chains],
        "more": found.more,
        "more_is_exact": found.is_exact,
    }


def _more(found: _Found, limit: int, *, show_all: bool) -> str:
    if not show_all:
        how = "shows" if len(found.chains) < limit else "and a higher --limit show"
        return f"there are more chains: --all {how} them"
    at_least = "" if found.is_exact else "at least "
    return f"{at_least}{counted(found.more, 'more chain')}: raise --limit to see more"
