"""The rule ``implicit-alone``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, RelationKind

SUMMARY = "a step that only implicit claims carry, and nothing supports them"
SEVERITY = Severity.WARNING
REASON = """
An implicit claim is what a step needs beside the premises that the source states. Where it is
the only premise, the source states no reason at all, and the step is the map maker's. A
forgotten premise, or one that should be linked, is the usual cause. An implicit claim that
others support is a conclusion left unsaid, and may carry a step by itself.
"""
WRONG_WHEN = """
The source plainly makes the step, and leaves its one premise for the reader to fill in.
"""
EXAMPLE = """
argmap: 1
claims:
  ban: {text: Scooters should be banned from pavements.}
  safety: {text: Pavements are to be safe., implicit: true}
relations:
  - {from: safety, supports: ban}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each relation from implicit grounds alone that is a reason for or against something."""
    claims = argument_map.claims
    for relation in argument_map.relations.values():
        if relation.kind.is_symmetric or relation.kind is RelationKind.ANSWERS:
            continue
        if all(claims[p].implicit and argument_map.is_ground(p) for p in relation.premises):
            names = "' and '".join(relation.premises)
            does = f"claim '{names}' {relation.kind}"
            if relation.is_linked:
                does = f"claims '{names}' {str(relation.kind).removesuffix('s')}"
            message = f"only the implicit {does} '{relation.target}'"
            yield Found(relation.id, message, "link a premise to it that the source states")
