"""The rule ``unanswered-question``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.documents.yaml_scalars import flow
from argmap.model import ArgumentMap
from argmap.model.questions import answering, questions

SUMMARY = "a question that nothing answers"
SEVERITY = Severity.WARNING
REASON = """
The map asks the question and has no claim that answers it. Often the answer is there, and the
relation that says so is missing; or the source leaves open what it asks.
"""
WRONG_WHEN = """
The question is meant to stay open, as on an agenda.
"""
EXAMPLE = """
argmap: 1
claims:
  where: {text: Where should the bridge be built?, kind: question}
  north: The bridge should be built in the north.
  short: The river is narrow in the north.
relations:
  - {from: short, supports: north}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each question without an answer."""
    for question in questions(argument_map):
        if not answering(argument_map, question.id):
            hint = f"such as: - {{from: a-claim, answers: {flow(question.id)}}}"
            yield Found(question.id, f"nothing answers the question '{question.id}'", hint)
