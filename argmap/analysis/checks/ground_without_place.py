"""The rule ``ground-without-place``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a ground that is asserted with no place in the source"
SEVERITY = Severity.WARNING
REASON = """
A ground stands on its being said: nothing in the map supports it. Without a place nobody can
look up whether the source says so. Asked only in a map that has a source or gives places.
"""
WRONG_WHEN = """
The claim is the map maker's own. If the source needs it and leaves it unsaid, implicit: true
says that.
"""
EXAMPLE = """
argmap: 1
source: {title: A letter, unit: paragraph}
claims:
  bench: {text: The park needs a bench., at: 1}
  old: {text: Many visitors are old.}
relations:
  - {from: old, supports: bench}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each explicit ground without ``at``."""
    claims = argument_map.claims.values()
    if argument_map.source is None and not any(claim.at for claim in claims):
        return
    for claim in claims:
        if not claim.at and not claim.implicit and argument_map.is_ground(claim.id):
            message = f"the ground '{claim.id}' has no place in the source"
            yield Found(claim.id, message, "give it at:, or implicit: true if it is left unsaid")
