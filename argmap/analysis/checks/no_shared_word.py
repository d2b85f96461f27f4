"""The rule ``no-shared-word``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.provenance import without_shared_word
from argmap.model import ArgumentMap
from argmap.model.paragraph import CountedText

SUMMARY = "a claim without any word of the passage it cites; needs --source"
SEVERITY = Severity.WARNING
REASON = """
A claim that a passage makes nearly always takes up one of its words. Where it does not, the
place is often wrong: a paragraph was added or taken out before it, say.
"""
WRONG_WHEN = """
The claim says the same in words of its own, or in another language than the source. Only
words that begin alike count as the same.
"""
EXAMPLE = """
argmap: 1
claims:
  bench: {text: The park needs a bench., at: 2}
"""
EXAMPLE_SOURCE = """
Our park has nowhere to sit. It needs a bench.

Children would like a swing as well.
"""


def check_source(argument_map: ArgumentMap, text: CountedText) -> Iterator[Found]:
    """Yield each claim that shares no content word with what it cites."""
    return (Found(*each) for each in without_shared_word(argument_map, text))
