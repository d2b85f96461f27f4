"""The rule ``ground-without-place``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a ground that is asserted with no place in the source"
SEVERITY = Severity.WARNING
REASON = """
Nothing in the map supports a ground but that the source says it. Without a place nobody can
look that up. Checked only in a map that has a source or gives places, and reported once for a
map that gives no place at all.
"""
WRONG_WHEN = """
The claim is the map maker's own. If the source needs it and leaves it unsaid, implicit: true
says that. Or the source is too short to need places.
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
    """Yield each explicit ground without ``at``; one finding where no claim has any."""
    claims = argument_map.claims.values()
    is_placed = any(claim.at for claim in claims)
    if argument_map.source is None and not is_placed:
        return
    bare = (claim for claim in argument_map.grounds() if not claim.at and not claim.implicit)
    for claim in bare:
        if not is_placed:
            message = "this map has a source, and no claim says where it stands there"
            yield Found(None, message, "give each its place, such as at: 3", part=("source",))
            return
        message = f"the ground '{claim.id}' has no place in the source"
        yield Found(claim.id, message, "give it at:, or implicit: true if it is left unsaid")
