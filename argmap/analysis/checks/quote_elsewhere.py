"""The rule ``quote-elsewhere``."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.quoting.quotations import Quotation, Standing, quotations
from argmap.model import ArgumentMap
from argmap.model.paragraph import CountedText
from argmap.model.text import one_line, shortened

SUMMARY = "a quote that is not where its claim says; needs --source"
SEVERITY = Severity.WARNING
REASON = """
The words stand in the source, and not in the passages that the claim cites. Of a claim without
any place it is a hint, for its place is known. Words at a place with a name are looked for in
the whole source, as nothing in a text says where that place is.
"""
WRONG_WHEN = """
The claim cites where the thought is, and the words are from where it is summed up.
"""
EXAMPLE = """
argmap: 1
claims:
  bench: {text: The park needs a bench., at: 1, quote: needs a bench}
"""
EXAMPLE_SOURCE = """
Our park has nowhere to sit.

It needs a bench.
"""

_LISTED = 3  # places of a quote


def check_source(argument_map: ArgumentMap, text: CountedText) -> Iterator[Found]:
    """Yield each quote that is not where its claim says, or whose claim says no place."""
    for each in quotations(argument_map, text):
        claim, words = each.claim, shortened(each.quote, 60)
        part = ("quote", str(each.number))
        if each.standing is Standing.ELSEWHERE:
            cited = claim.place_by(text.unit)
            message = f"'{claim.id}' cites {cited}, and its quote stands in {_places(each, text)}"
            yield Found(claim.id, f"{message}: {words}", _hint(each, text), part=part)
        elif not claim.at and each.standing is Standing.CITED:
            message = f"'{claim.id}' has no place, and its quote stands in {_places(each, text)}"
            hint = _hint(each, text)
            yield Found(claim.id, f"{message}: {words}", hint, part=part, severity=Severity.HINT)


def _places(each: Quotation, text: CountedText) -> str:
    """Return where a quote stands: ``paragraph 3``, ``paragraphs 3, 4-5 and 4 more places``."""
    places = [str(passage) for spot in each.spots for passage in spot.passages]
    named = ", ".join(places[:_LISTED])
    more = f" and {len(places) - _LISTED} more places" if len(places) > _LISTED else ""
    return f"{text.unit}{'' if named.isdigit() and not more else 's'} {named}{more}"


def _hint(each: Quotation, text: CountedText) -> str:
    spot = each.spots[0]
    where = text.where(text.paragraphs[spot.spans[0].number])
    place = ", ".join(map(str, spot.passages))
    command = shlex.join(["argmap", "set", one_line(each.claim.id), f"at={place}"])
    return f"{where} has it; if that is meant: {command}"
