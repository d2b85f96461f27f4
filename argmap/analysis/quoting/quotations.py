"""What the quotes of a map are in its source: where each stands, or that it stands nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from argmap.analysis.provenance import count_alike
from argmap.analysis.quoting.source import SourceWords, Spot
from argmap.model import ArgumentMap, Claim, Passage
from argmap.model.paragraph import CountedText


class Standing(StrEnum):
    """Where a quote stands: at a place its claim cites, elsewhere in the text, or nowhere.

    The words of a claim that cites no paragraph may stand anywhere.
    """

    CITED = "cited"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


class Quotation(NamedTuple):
    """A quote of a claim, the ``number``-th from 0, and where it stands in the source."""

    claim: Claim
    number: int
    quote: str
    standing: Standing
    spots: tuple[Spot, ...] = ()


def quotations(
    argument_map: ArgumentMap, text: CountedText, of: Claim | None = None
) -> Iterator[Quotation]:
    """Yield the quotes of a map in its order, or those ``of`` a claim, with where each stands.

    Where map and text count differently, no claim cites a paragraph.
    """
    claims = [of] if of is not None else argument_map.claims.values()
    if not any(claim.quote for claim in claims):
        return
    words = SourceWords(text)
    are_alike = count_alike(argument_map, text)
    for claim in claims:
        passages = claim.passages if are_alike else ()
        for number, quote in enumerate(claim.quote):
            yield Quotation(claim, number, quote, *_standing(claim, quote, words, passages))


Marks = Mapping[int, Sequence[tuple[int, int]]]
"""Words of paragraphs: by the number of each, from which character to which, in their order."""


def marks(found: Iterable[Quotation]) -> Marks:
    """Return the words of a text that some quotes are, each once."""
    by_number: dict[int, list[tuple[int, int]]] = {}
    for each in found:
        for spot in each.spots:
            for span in spot.spans:
                by_number.setdefault(span.number, []).append((span.start, span.end))
    return {number: list(_joined(spans)) for number, spans in by_number.items()}


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans in their order, those that overlap as one."""
    first, last = -1, -1
    for start, end in sorted(spans):
        if start > last:
            if last > first:
                yield first, last
            first = start
        last = max(last, end)
    if last > first:
        yield first, last


def _standing(
    claim: Claim, quote: str, words: SourceWords, passages: Iterable[Passage]
) -> tuple[Standing, tuple[Spot, ...]]:
    for passage in passages:
        spot = next(words.find(quote, passage), None)
        if spot is not None:
            return Standing.CITED, (spot,)
    spots = tuple(words.places(quote))
    if not spots:
        return Standing.NOWHERE, ()
    return (Standing.ELSEWHERE if passages and not claim.place_names else Standing.CITED), spots
