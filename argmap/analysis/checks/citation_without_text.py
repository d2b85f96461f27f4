"""The rule ``citation-without-text``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap
from argmap.model.text import shortened

SUMMARY = "a citation that does not say what it cites"
SEVERITY = Severity.WARNING
REASON = """
An address alone says nothing when the page has moved, nor on paper. With its author, title and
date a citation can be found again.
"""
WRONG_WHEN = """
The address says it all, as that of a law in its official collection does.
"""
EXAMPLE = """
argmap: 1
claims:
  sundays:
    text: Most people asked for Sundays.
    citations: {url: "https://example.org/survey"}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each citation of a claim that has no text."""
    for claim in argument_map.claims.values():
        for number, citation in enumerate(claim.citations):
            if citation.text is None:
                what = shortened(citation.url or citation.quote or "", 60)
                message = f"a citation of '{claim.id}' does not say what it cites: {what}"
                hint = "add its text: author, title and date"
                yield Found(claim.id, message, hint, part=("citations", str(number)))
