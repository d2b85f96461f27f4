"""The command ``list``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import _complete
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions
from argmap.cli._output import print_table, say, width
from argmap.errors import NO, UnknownNameError
from argmap.model import ArgumentMap, Claim
from argmap.model.claim import place_order
from argmap.views.claims import claim_data, claim_list, tab_separated

GROUP = Group.LOOK


class Sort(StrEnum):
    """What to order claims by."""

    FILE = "file"
    ID = "id"
    KIND = "kind"
    VOICE = "voice"
    AT = "at"
    IN = "in"
    OUT = "out"


def command(
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", "-k", help="Only claims of this kind.", autocompletion=_complete.kinds
        ),
    ] = None,
    voice: Annotated[
        list[str] | None,
        typer.Option(
            "--voice", "-v", help="Only claims of this voice.", autocompletion=_complete.voices
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            "--tag", "-t", help="Only claims with this tag.", autocompletion=_complete.tags
        ),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(
            "--search", "-s", help="Only claims with this text in id, label, text or note."
        ),
    ] = None,
    roots: Annotated[
        bool, typer.Option("--roots", help="Only claims that bear on nothing further.")
    ] = False,
    grounds: Annotated[
        bool, typer.Option("--grounds", help="Only claims that nothing supports.")
    ] = False,
    attacked: Annotated[
        bool,
        typer.Option("--attacked", help="Only claims that something stands against."),
    ] = False,
    answered: Annotated[
        bool, typer.Option("--answered", help="Only attacked claims with an answer to each attack.")
    ] = False,
    unbacked: Annotated[
        bool, typer.Option("--unbacked", help="Only claims that are used without a reason.")
    ] = False,
    sort: Annotated[
        Sort, typer.Option("--sort", help="Sort order; in and out count relations.")
    ] = Sort.FILE,
    common: CommonOptions,
) -> None:
    """List the claims of a map.

    On a terminal each is shown by its label, if it has one; in a pipe, it is a line
    of id, kind, voice, place and text, separated by tabs. Repeat an option to allow
    several values.

    A claim is attacked by attacks and contradictions, and by undercuts of its
    supports. Such an attack is answered where something stands in turn against it, its
    premises or what they rest on. A claim is unbacked where it bears on something and
    nothing supports it, unless it is implicit, evidence, context or a concession.

    JSON is an array of claims: id, the fields each has, and relations_in
    and relations_out, the numbers of relations to and from it.

    \b
    Examples:
      argmap list --kind thesis
      argmap list --unbacked --voice author
      argmap list --search audience --json
    """
    argument_map = common.read_map()
    conditions: list[Callable[[Claim], bool]] = [
        _any_of("kind", kind, argument_map, lambda claim: (claim.kind,)),
        _any_of("voice", voice, argument_map, lambda claim: (claim.voice,)),
        _any_of("tag", tag, argument_map, lambda claim: claim.tags),
        lambda claim: search is None or search.casefold() in _searched(claim),
        lambda claim: not roots or argument_map.is_root(claim.id),
        lambda claim: not grounds or argument_map.is_ground(claim.id),
    ]
    if attacked or answered or unbacked:
        from argmap.analysis.criticism import Criticism

        criticism = Criticism(argument_map)
        conditions += [
            lambda claim: not attacked or criticism.is_attacked(claim.id),
            lambda claim: not answered or criticism.is_answered(claim.id),
            lambda claim: not unbacked or criticism.is_unbacked(claim.id),
        ]
    claims = [c for c in argument_map.claims.values() if all(fits(c) for fits in conditions)]
    claims.sort(key=_order(sort, argument_map))
    if claims or common.is_json:
        print_table(
            lambda: claim_list(claims, common.glyphs, width(common.format)),
            tab_separated(claims),
            lambda: [claim_data(argument_map, claim) for claim in claims],
            common.format,
        )
    if not claims:
        say("no claim matches" if argument_map.claims else "this map has no claims")
        raise typer.Exit(NO if argument_map.claims else 0)


def _any_of(
    what: str,
    wanted: list[str] | None,
    argument_map: ArgumentMap,
    values: Callable[[Claim], tuple[str | None, ...]],
) -> Callable[[Claim], bool]:
    """Return whether a claim has one of the ``wanted`` values; raises UnknownNameError."""
    claims: Iterable[Claim] = argument_map.claims.values()
    known = dict.fromkeys(value for claim in claims for value in values(claim) if value)
    if what == "voice":
        known |= dict.fromkeys(argument_map.voices)
    for value in wanted or ():
        if value not in known:
            raise UnknownNameError(what, value, tuple(known))
    return lambda claim: not wanted or any(value in wanted for value in values(claim))


def _searched(claim: Claim) -> str:
    parts = (claim.id, claim.label, claim.text, claim.note)
    return "\n".join(part for part in parts if part).casefold()


def _order(sort: Sort, argument_map: ArgumentMap) -> Callable[[Claim], tuple[bool, object]]:
    """Return the key to sort by; claims without a value come last."""
    keys: dict[Sort, Callable[[Claim], object]] = {
        Sort.FILE: lambda _: 0,
        Sort.ID: lambda claim: claim.id,
        Sort.KIND: lambda claim: claim.kind,
        Sort.VOICE: lambda claim: claim.voice,
        Sort.AT: lambda claim: tuple(map(place_order, claim.at)) or None,
        Sort.IN: lambda claim: -len(argument_map.incoming(claim.id)),
        Sort.OUT: lambda claim: -len(argument_map.outgoing(claim.id)),
    }
    return lambda claim: (keys[sort](claim) is None, keys[sort](claim) or 0)
