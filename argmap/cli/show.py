"""The command ``show``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, claims_argument
from argmap.cli._output import has_italics, print_rows, width
from argmap.cli._sources import SourceFile, read_source
from argmap.model import ArgumentMap, Claim
from argmap.model.paragraph import CountedText
from argmap.views.claims import claim_rows, full_claim_data
from argmap.views.rows import BLANK, Row

if TYPE_CHECKING:
    from argmap.views.outline import Look

GROUP = Group.LOOK


def command(
    *,
    claim_ids: Annotated[list[str], claims_argument("The claims to show.", metavar="CLAIM...")],
    source: SourceFile = None,
    common: CommonOptions,
) -> None:
    """Show claims in full, with the relations around them.

    With --source FILE, a copy of the source, the passages that a claim cites are
    shown too, with its quotes marked; argmap read --help says how paragraphs are
    counted.

    JSON is an array of claims as printed by list, with their relations as
    incoming and outgoing; with --source, also passages: number, text and quotes
    (start and end of each).

    \b
    Examples:
      argmap show cognitive-community
      argmap show no-split eventual-split
      argmap show phone-call --json
    """
    argument_map = common.read_map()
    claims = [argument_map.claims[name] for name in _inputs.claim_ids(argument_map, claim_ids)]
    text = None if source is None else read_source(source, argument_map)
    from argmap.views.outline import Look

    look = Look(
        common.glyphs,
        width(common.format),
        is_long=True,
        has_italics=has_italics(common.format),
    )
    print_rows(
        _cards(argument_map, claims, look, text),
        lambda: [full_claim_data(argument_map, claim, text) for claim in claims],
        common.format,
    )


def _cards(
    argument_map: ArgumentMap, claims: list[Claim], look: Look, text: CountedText | None
) -> Iterator[Row]:
    for number, claim in enumerate(claims):
        if number:
            yield from (BLANK, BLANK)
        yield from claim_rows(argument_map, claim, look, text)
