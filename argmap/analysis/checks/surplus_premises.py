"""The rule ``surplus-premises``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.schemes.catalogue import catalogue, usual_name
from argmap.analysis.schemes.steps import room
from argmap.model import ArgumentMap

SUMMARY = "more premises than the scheme has roles for"
SEVERITY = Severity.WARNING
REASON = """
The premises of a step fill the roles of its scheme in their order. One for which there is no role
is asked nothing; most often it belongs to another step, or the step follows another scheme.
"""
WRONG_WHEN = """
One role takes two sentences to fill.
"""
EXAMPLE = """
argmap: 1
claims:
  smoke: There is smoke.
  fires: Where there is smoke, there is fire.
  siren: A siren can be heard.
  fire: There is a fire.
relations:
  - {from: [smoke, fires, siren], supports: fire, scheme: sign}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each step with more premises than its scheme has roles for."""
    linked = [r for r in argument_map.relations.values() if r.scheme and r.is_linked]
    if not linked:
        return
    known = catalogue(argument_map)
    for step in linked:
        scheme = known.find(step.scheme or "")
        roles = None if scheme is None else room(scheme)
        if scheme is None or roles is None or len(step.premises) <= roles:
            continue
        named = ", ".join(role for role, _ in scheme.premises)
        premises, name = len(step.premises), usual_name(scheme)
        message = f"'{step.id}' has {premises:,} premises, and {name} has roles for {roles}"
        yield Found(step.id, message, f"its roles are: {named}", step.premises[roles:], ("from",))
