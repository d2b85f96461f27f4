"""The rule ``long-label``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a label that is no headline any more"
SEVERITY = Severity.HINT
REASON = """
A label stands for the claim in trees and pictures, where a line is about as long as this
rule allows: 60 characters. A label longer than its own text is one too.
"""
WRONG_WHEN = """
The label is a name that cannot be shortened, such as the title of a law.
"""
EXAMPLE = """
argmap: 1
claims:
  bus:
    text: The bus should run until midnight.
    label: That the bus should be made to run until midnight on all days
"""
_AT_MOST = 60  # characters


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim with a label that is too long."""
    for claim in argument_map.claims.values():
        label = claim.label
        if label and (len(label) > _AT_MOST or len(label) > max(len(claim.text), _AT_MOST // 2)):
            message = f"the label of '{claim.id}' has {len(label)} characters"
            yield Found(claim.id, message, f"the text has {len(claim.text)}; a few words will do")
