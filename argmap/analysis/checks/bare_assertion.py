"""The rule ``bare-assertion``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.criticism import Criticism
from argmap.model import ArgumentMap

SUMMARY = "a premise or theory that is used and never backed up"
SEVERITY = Severity.WARNING
REASON = """
The argument leans on the claim, and the source gives no reason for it. That may be quite in
order, but it is where a critic would press, and what a reader should know. Claims of other
kinds may well be where an argument begins and are left alone, and so is what is implicit.
"""
WRONG_WHEN = """
Everybody grants the premise; or it is a plain fact, which the kind evidence would say better.
"""
EXAMPLE = """
argmap: 1
claims:
  tax: {text: The tax should rise., kind: thesis}
  fair: {text: A higher tax would be fairer., kind: premise}
relations:
  - {from: fair, supports: tax}
"""
_KINDS = frozenset({"premise", "theory"})


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each ground of the kind ``premise`` or ``theory`` that bears on something."""
    criticism = Criticism(argument_map)
    for claim in argument_map.claims.values():
        if claim.kind in _KINDS and criticism.is_unbacked(claim.id):
            yield Found(claim.id, f"the {claim.kind} '{claim.id}' is used and nothing backs it")
