"""The rule ``beyond-source``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.provenance import beyond
from argmap.model import ArgumentMap
from argmap.model.paragraph import CountedText

SUMMARY = "a place that the source does not have"
SEVERITY = Severity.ERROR
REASON = """
The places of claims count the units of the source from 1. Place 0 is nowhere; and where the
source text is at hand, so is every place that it does not have.
"""
WRONG_WHEN = """
The source counts its own units from 0; or the text at hand is another edition.
"""
EXAMPLE = """
argmap: 1
source: {title: A letter, unit: paragraph}
claims:
  bench: {text: The park needs a bench., at: 0}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim with a place before the first."""
    unit = (argument_map.source.unit if argument_map.source else None) or "place"
    for claim in argument_map.claims.values():
        for passage in claim.passages:
            if passage.first < 1:
                message = f"the source of '{claim.id}' has no {unit} {passage}"
                yield Found(claim.id, message, "places count from 1")


def check_source(argument_map: ArgumentMap, text: CountedText) -> Iterator[Found]:
    """Yield each claim with a place that the text does not have."""
    return (Found(*each) for each in beyond(argument_map, text))
