"""The rule ``unsupported-thesis``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._reach import restated
from argmap.model import ArgumentMap

SUMMARY = "a thesis that nothing supports"
SEVERITY = Severity.WARNING
REASON = """
A thesis is what the source sets out to show. Without a reason for it, the map holds an
assertion and no argument.
"""
WRONG_WHEN = """
The thesis is reported only to be attacked, or the source truly gives no reason: then the
finding is one about the source, and worth keeping.
"""
EXAMPLE = """
argmap: 1
claims:
  close: {text: The pool should close., kind: thesis}
  jobs: The pool gives work to twelve people.
relations:
  - {from: jobs, attacks: close}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim of the kind ``thesis`` that is a ground, in these and in other words."""
    first = restated(argument_map)
    supported = {first.get(c, c) for c in argument_map.claims if not argument_map.is_ground(c)}
    for claim in argument_map.claims.values():
        if claim.kind == "thesis" and first.get(claim.id, claim.id) not in supported:
            yield Found(claim.id, f"nothing supports the thesis '{claim.id}'")
