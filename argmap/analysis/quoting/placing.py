"""The places of a claim, as its quotes say where it stands in the source."""

from __future__ import annotations

import shlex

from argmap.analysis.provenance import count_alike
from argmap.analysis.quoting.nearest import NearestWords
from argmap.analysis.quoting.source import SourceWords, Spot
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap, Claim, Place
from argmap.model.paragraph import CountedText
from argmap.model.text import one_line, shortened

_LISTED = 8  # places of a quote


def place_by_quotes(
    argument_map: ArgumentMap, claim: Claim, text: CountedText
) -> tuple[Place, ...]:
    """Return where the quotes of a claim stand in the source of a map, and the places with names.

    Raises ArgmapError for a claim without a quote, a quote that stands nowhere or in several
    places, and a text that counts something else than the map.
    """
    if not claim.quote:
        hint = f"give it one: argmap set {shlex.quote(one_line(claim.id))} quote=…"
        raise ArgmapError(f"'{claim.id}' has no quote that could say where it stands", hint)
    if not count_alike(argument_map, text):
        unit = argument_map.source.unit if argument_map.source else None
        message = f"this text is counted by {text.unit}, and the places of the map "
        message += f"count by {unit}" if unit else "do not say what they count"
        raise ArgmapError(message, "write the place yourself: at=…")
    words = SourceWords(text)
    places: list[Place] = []
    for quote in claim.quote:
        spots = words.places(quote)
        if not spots:
            raise _nowhere(quote, text)
        if len(spots) > 1:
            raise _ambiguous(quote, spots, text)
        places += spots[0].passages
    return tuple(dict.fromkeys((*places, *claim.place_names)))


def _nowhere(quote: str, text: CountedText) -> ArgmapError:
    span = NearestWords(text).find(quote)
    message = f"the source does not have the words: {shortened(quote, 60)}"
    if span is None:
        return ArgmapError(message, "nothing in it is like them")
    paragraph = text.paragraphs[span.number]
    near = shortened(paragraph.text[span.start : span.end], 80)
    where = text.where(paragraph)
    return ArgmapError(message, f"the nearest are in {text.unit} {span.number} ({where}): {near}")


def _ambiguous(quote: str, spots: list[Spot], text: CountedText) -> ArgmapError:
    named = [", ".join(map(str, spot.passages)) for spot in spots[:_LISTED]]
    more = f" and {len(spots) - _LISTED} more" if len(spots) > _LISTED else ""
    message = f"these words stand in several places of the source: {shortened(quote, 60)}"
    hint = f"{text.unit}s {', '.join(named)}{more}: quote more of one, or write at=…"
    return ArgmapError(message, hint)
