"""The rule ``repeated-relation``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, Relation
from argmap.model.numbering import is_number
from argmap.model.relation import default_id

SUMMARY = "a relation that is there already"
SEVERITY = Severity.ERROR
REASON = """
Two relations say the same of the same claims. A reason counts twice in what is evaluated and
drawn, though it is one. Where both have ids of their own, as the steps of AIF and of other graphs
do, the file may mean two steps, and it is a warning.
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
    first: dict[tuple[object, ...], Relation] = {}
    for relation in argument_map.relations.values():
        ends: tuple[object, ...] = (frozenset(relation.premises), relation.target)
        if relation.kind.is_symmetric:
            ends = (frozenset({*relation.premises, relation.target}),)
        key = (relation.kind, relation.scheme, *ends)
        other = first.setdefault(key, relation)
        if other is not relation:
            message = f"'{relation.id}' says the same as '{other.id}'"
            severity, hint = None, "take one of them out"
            if _may_be_two(other, relation):
                severity = Severity.WARNING
                hint = "take one of them out, or give each its scheme"
            yield Found(relation.id, message, hint, (other.id,), severity=severity)


def _may_be_two(one: Relation, other: Relation) -> bool:
    """Return whether their ids show that a file has two relations on purpose.

    Both have ids of their own; or the second has a number, which its file or, where
    none was given, the reader of it counts on.
    """
    if not one.has_default_id and not other.has_default_id:
        return True
    start, _, number = other.id.rpartition("-")
    is_counted = number.isdecimal() and start == default_id(other.premises, other.target)
    return is_counted or is_number(other.id)
