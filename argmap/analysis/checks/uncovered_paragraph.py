"""The rule ``uncovered-paragraph``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.provenance import uncovered
from argmap.model import ArgumentMap
from argmap.model.paragraph import CountedText

SUMMARY = "a paragraph of the source that no claim cites; needs --source"
SEVERITY = Severity.WARNING
REASON = """
What the source says there is not in the map. It may be a claim that was overlooked, or the
places of the map may count something other than the paragraphs of this text.
"""
WRONG_WHEN = """
The paragraph claims nothing, such as a greeting or a transition; or the map is of a part of
the text.
"""
EXAMPLE = """
argmap: 1
claims:
  bench: {text: The park needs a bench., at: 1}
"""
EXAMPLE_SOURCE = """
Our park has nowhere to sit. It needs a bench.

Children would like a swing as well.
"""


def check_source(argument_map: ArgumentMap, text: CountedText) -> Iterator[Found]:
    """Yield each run of paragraphs that no claim cites."""
    return (Found(*each, part=("source",)) for each in uncovered(argument_map, text))
