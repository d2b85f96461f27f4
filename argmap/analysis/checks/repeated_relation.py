"""The rule ``repeated-relation``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a relation that is there already"
SEVERITY = Severity.ERROR
REASON = """
Two relations say the same of the same claims. A reason counts twice in what is evaluated and
drawn, though it is one.
"""
WRONG_WHEN = """
The source makes the step in two ways; then a scheme on each distinguishes them, and the rule is
silent.
"""
EXAMPLE = """
argmap: 1
claims:
  wet: The street is wet.
  rain: It has rained.
relations:
  - {from: wet, supports: rain}
  - {from: wet, supports: rain, id: again}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each relation that has kind, ends and scheme of an earlier one."""
    first: dict[tuple[object, ...], str] = {}
    for relation in argument_map.relations.values():
        ends: tuple[object, ...] = (frozenset(relation.premises), relation.target)
        if relation.kind.is_symmetric:
            ends = (frozenset({*relation.premises, relation.target}),)
        key = (relation.kind, relation.scheme, *ends)
        other = first.setdefault(key, relation.id)
        if other != relation.id:
            message = f"'{relation.id}' says the same as '{other}'"
            yield Found(relation.id, message, "take one of them out", (other,))
