"""The rule ``idle-choose``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, Claim
from argmap.model.questions import EXCLUSIVE_AT_MOST, answering

SUMMARY = "a choice of one answer that excludes nothing"
SEVERITY = Severity.WARNING
REASON = """
With choose: one the answers to a question exclude one another. On a claim that is no question,
or where fewer than two claims answer, there is nothing to exclude; and of more than 200 answers
none is excluded, for there would be too many pairs.
"""
WRONG_WHEN = """
The map still grows, and further answers are to come.
"""
EXAMPLE = """
argmap: 1
claims:
  where: {text: Where should the bridge be built?, kind: question, choose: one}
  north: The bridge should be built in the north.
relations:
  - {from: north, answers: where}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each ``choose`` that changes nothing."""
    for claim in argument_map.claims.values():
        why = None if claim.choose is None else _why_idle(argument_map, claim)
        if why is not None:
            yield Found(claim.id, *why, part=("choose",))


def _why_idle(argument_map: ArgumentMap, claim: Claim) -> tuple[str, str] | None:
    """Return why nothing is excluded, and what to do about it."""
    if not claim.is_question:
        return f"'{claim.id}' is no question to choose an answer of", "give it kind: question"
    number = len(answering(argument_map, claim.id))
    if number < 2:
        has = "one answer" if number else "no answer"
        return f"'{claim.id}' has {has}, so that none is excluded", "add answers, or take it out"
    if number > EXCLUSIVE_AT_MOST:
        message = f"'{claim.id}' has {number:,} answers; of more than {EXCLUSIVE_AT_MOST} none"
        return f"{message} is excluded", "split the question"
    return None
