"""The rule ``unknown-question``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.schemes.catalogue import Catalogue, catalogue, find_question, usual_name
from argmap.model import ArgumentMap, Relation
from argmap.model.raising import raised_step
from argmap.suggestions import did_you_mean

SUMMARY = "a critical question that the scheme of the step does not have"
SEVERITY = Severity.ERROR
REASON = """
An undercut or attack raises a critical question of the scheme that a step follows. Where that
scheme has no such question, or the step follows none, nobody can tell what is asked.
"""
WRONG_WHEN = """
The scheme is in a file of your own: name it with --schemes. Where the step follows no scheme that
is known, it is a warning.
"""
EXAMPLE = """
argmap: 1
claims:
  clinic: Dr Ito says that the water is safe.
  safe: The water is safe.
  bottler: Dr Ito owns the bottling plant.
relations:
  - {from: clinic, supports: safe, scheme: expert opinion}
  - {from: bottler, undercuts: clinic/safe, raises: trust}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each relation that raises a question which the scheme of its step does not have."""
    raising = [r for r in argument_map.relations.values() if r.raises is not None]
    known = catalogue(argument_map) if raising else None
    for relation in raising:
        found = known and _found(relation, argument_map, known)
        if found:
            yield found


def _found(relation: Relation, argument_map: ArgumentMap, known: Catalogue) -> Found | None:
    raised = relation.raises
    step = argument_map.relations.get(raised_step(relation, argument_map.outgoing) or "")
    if raised is None or step is None:
        return None
    name, part = raised.question, ("raises",)
    scheme = known.find(step.scheme) if step.scheme else None
    if scheme is None:
        lack = f"follows the unknown scheme '{step.scheme}'" if step.scheme else "follows no scheme"
        message = f"'{relation.id}' raises '{name}', but '{step.id}' {lack}"
        hint = f"give '{step.id}' a scheme, or take raises out"
        return Found(relation.id, message, hint, (step.id,), part, severity=Severity.WARNING)
    if find_question(scheme, name) is not None:
        return None
    names = tuple(question.name for question in scheme.questions)
    hint = did_you_mean(name, names) or f"it asks: {', '.join(names)}"
    message = f"{usual_name(scheme)}, which '{step.id}' follows, has no question '{name}'"
    return Found(relation.id, message, hint, (step.id,), part)
