"""The rule ``implicit-grounds``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.criticism import reached
from argmap.model import ArgumentMap, RelationKind

SUMMARY = "a claim whose every chain of support starts from something implicit"
SEVERITY = Severity.WARNING
REASON = """
However far one follows the reasons for the claim, all that is found at the bottom is what the
source does not say. The claim looks supported, and is not by anything stated. Reported for the
last claim of such chains, unless implicit-alone reports it.
"""
WRONG_WHEN = """
The source leaves its starting points unsaid because its readers share them.
"""
EXAMPLE = """
argmap: 1
claims:
  hunting: {text: Hunting should end.}
  cruel: {text: Hunting is cruel.}
  pain: {text: Animals feel pain as we do., implicit: true}
relations:
  - {from: pain, supports: cruel}
  - {from: cruel, supports: hunting}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim, the last of its chains, that implicit grounds alone lead to."""
    claims = argument_map.claims
    grounds = list(argument_map.grounds())
    stated = reached(argument_map, [claim.id for claim in grounds if not claim.implicit])
    unstated = reached(argument_map, [claim.id for claim in grounds if claim.implicit]) - stated
    for name in claims:
        if name in unstated and _is_last(argument_map, name, unstated):
            premises = {p for r in argument_map.incoming(name) for p in r.premises}
            if not all(claims[premise].implicit for premise in premises):
                yield Found(name, f"every reason for '{name}' starts from something implicit")


def _is_last(argument_map: ArgumentMap, name: str, unstated: set[str]) -> bool:
    supports = [r for r in argument_map.outgoing(name) if r.kind is RelationKind.SUPPORTS]
    return all(relation.target not in unstated for relation in supports)
