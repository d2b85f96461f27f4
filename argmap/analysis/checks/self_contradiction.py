"""The rule ``self-contradiction``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, RelationKind

SUMMARY = "two claims of one voice that contradict each other"
SEVERITY = Severity.WARNING
REASON = """
By the map itself the two cannot both hold, and yet one speaker says both. Either the speaker
does contradict itself, which is worth knowing, or one of them is somebody else's.
"""
WRONG_WHEN = """
The voice changes its mind in the course of the source, or weighs one claim only to drop it.
"""
EXAMPLE = """
argmap: 1
claims:
  cheap: {text: The line will pay for itself., voice: minister}
  dear: {text: The line will never pay for itself., voice: minister}
relations:
  - {from: cheap, contradicts: dear}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each ``contradicts`` between two claims of the same voice."""
    claims = argument_map.claims
    for relation in argument_map.relations.values():
        if relation.kind is RelationKind.CONTRADICTS:
            first, second = claims[relation.premises[0]], claims[relation.target]
            if first.voice is not None and first.voice == second.voice:
                both = f"both '{first.id}' and '{second.id}'"
                message = f"'{first.voice}' holds {both}, which contradict each other"
                hint = "is one of them somebody else's?"
                yield Found(relation.id, message, hint, (first.id, second.id))
