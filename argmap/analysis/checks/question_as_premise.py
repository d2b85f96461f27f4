"""The rule ``question-as-premise``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, Relation, RelationKind

SUMMARY = "a question that supports or attacks, or is supported or attacked"
SEVERITY = Severity.WARNING
REASON = """
A question is asked, not asserted: it cannot be a reason for anything, and nothing can speak for
or against it. Such a relation carries nothing. Nor does one question answer another.
"""
WRONG_WHEN = """
The question is a rhetorical one: then the claim is its answer, and not a question.
"""
EXAMPLE = """
argmap: 1
claims:
  close: The pool should close.
  who: {text: Who would pay for it?, kind: question}
  nobody: Nobody would pay for it.
relations:
  - {from: who, supports: close}
  - {from: nobody, answers: who}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each relation that a question cannot be an end of, ``restates`` apart."""
    claims = argument_map.claims
    if not any(claim.is_question for claim in claims.values()):
        return
    for relation in argument_map.relations.values():
        if relation.kind is RelationKind.RESTATES:
            continue
        asked = [name for name in relation.premises if claims[name].is_question]
        if asked:
            verb = _plural(relation) if relation.is_linked else str(relation.kind)
            message = f"the question '{asked[0]}' {_does(relation, verb)} '{relation.target}'"
            yield Found(relation.id, message, "name the claim that is meant", (asked[0],))
        elif _is_on_question(argument_map, relation):
            premises = "' and '".join(relation.premises)
            verb = _plural(relation) if relation.is_linked else str(relation.kind)
            message = f"'{premises}' {verb} the question '{relation.target}'"
            hint = "to answer it, use answers; or name the answer that is meant"
            yield Found(relation.id, message, hint, (relation.target,))


def _plural(relation: Relation) -> str:
    return str(relation.kind).removesuffix("s")


def _does(relation: Relation, verb: str) -> str:
    return f"with others {verb}s" if relation.is_linked else verb


def _is_on_question(argument_map: ArgumentMap, relation: Relation) -> bool:
    target = argument_map.claims.get(relation.target)
    is_asked = target is not None and target.is_question
    return is_asked and relation.kind is not RelationKind.ANSWERS
