"""The rule ``unknown-scheme``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.schemes.catalogue import catalogue
from argmap.model import ArgumentMap, Relation
from argmap.model.scheme import WEIGHINGS
from argmap.model.text import shortened
from argmap.suggestions import one_of

SUMMARY = "a scheme that is not known"
SEVERITY = Severity.HINT
REASON = """
A scheme says what to ask of a step, and argmap critique asks it. What is spelled unlike any scheme
that argmap knows asks nothing. Each such name is reported once, at the first step that has it.
"""
WRONG_WHEN = """
The map has a name of its own for the pattern: define it under schemes, and its questions are asked.
"""
EXAMPLE = """
argmap: 1
claims:
  clinic: Dr Ito says that the water is safe.
  safe: The water is safe.
relations:
  - {from: clinic, supports: safe, scheme: export opinion}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each name of a scheme that the catalogue does not have, at the first step with it."""
    first: dict[str, list[Relation]] = {}
    for relation in argument_map.relations.values():
        if relation.scheme and relation.scheme.casefold() not in WEIGHINGS:
            first.setdefault(relation.scheme, []).append(relation)
    if not first:
        return
    known = catalogue(argument_map)
    compared = 0
    for name, steps in first.items():
        if known.find(name) is not None:
            continue
        compared += 1
        near = one_of(known.near(name)) if compared <= _COMPARED_AT_MOST else None
        more = f" ({len(steps):,} steps have it)" if len(steps) > 1 else ""
        message = f"no scheme is called '{shortened(name, 60)}'{more}"
        hint = near or "argmap schemes lists them; or define it under schemes"
        yield Found(steps[0].id, message, hint, part=("scheme",))


_COMPARED_AT_MOST = 50  # unknown names for which near ones are looked for
