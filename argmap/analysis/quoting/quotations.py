"""What the quotes of a map are in its source: where each stands, or that it stands nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def has_quotes(argument_map: ArgumentMap) -> bool:
    """Return whether any claim has a quote."""
    return any(claim.quote for claim in argument_map.claims.values())


def quotations(argument_map: ArgumentMap, text: CountedText) -> Iterator[Quotation]:
    """Yield the quotes of a map in its order, each with where it stands.

    Where map and text count differently, no claim cites a paragraph.
    """
    if not has_quotes(argument_map):
        return
    words = SourceWords(text)
    are_alike = count_alike(argument_map, text)
    for claim in argument_map.claims.values():
        passages = claim.passages if are_alike else ()
        for number, quote in enumerate(claim.quote):
            yield Quotation(claim, number, quote, *_standing(claim, quote, words, passages))


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
