"""The rule ``island``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a claim that no relation touches"
SEVERITY = Severity.WARNING
REASON = """
Nothing bears on the claim and it bears on nothing, so it is no part of any argument. Often a
relation was forgotten, or names the wrong claim.
"""
WRONG_WHEN = """
The source says it by the way, and the map keeps it as context.
"""
EXAMPLE = """
argmap: 1
claims:
  late: The bus is always late.
  car: People prefer to drive.
  colour: The bus is red.
relations:
  - {from: late, supports: car}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim without a relation; one finding where the map has no relation at all."""
    if not argument_map.relations:
        if len(argument_map.claims) > 1:
            message = "nothing in this map bears on anything: it has claims and no relations"
            yield Found(None, message, _HINT, part=("claims",))
        return
    for name, claim in argument_map.claims.items():
        if claim.is_question:
            continue  # that nothing answers it is a finding of its own
        if not argument_map.incoming(name) and not argument_map.outgoing(name):
            yield Found(name, f"no relation touches '{name}'", _HINT)


_HINT = "say what it bears on, such as: - {from: a-premise, supports: a-claim}"
