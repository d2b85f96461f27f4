"""The rule ``duplicate-text``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._words import words
from argmap.model import ArgumentMap

SUMMARY = "two claims with the same text"
SEVERITY = Severity.WARNING
REASON = """
One statement with two ids: what bears on the one does not bear on the other, and each looks
weaker than the statement is. Case, punctuation and spaces make no difference.
"""
WRONG_WHEN = """
Two voices say the same in the same words; restates between the two says that.
"""
EXAMPLE = """
argmap: 1
claims:
  safe: The bridge is safe.
  sound: The bridge is safe!
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim whose words are those of an earlier one that no relation joins it to."""
    first: dict[object, str] = {}
    for claim in argument_map.claims.values():
        # A text of signs alone has no words: then it is itself that counts.
        other = first.setdefault(tuple(words(claim.text)) or claim.text.strip(), claim.id)
        if other != claim.id and not are_joined(argument_map, claim.id, other):
            message = f"'{claim.id}' says the same as '{other}', word for word"
            hint = "make them one claim, or relate them by restates"
            yield Found(claim.id, message, hint, (other,))


def are_joined(argument_map: ArgumentMap, one: str, other: str) -> bool:
    """Return whether some relation goes from one claim to another, either way."""
    # Looked up at ``one`` alone: what many texts are like may have many relations.
    return any(r.target == other for r in argument_map.outgoing(one)) or any(
        other in r.premises for r in argument_map.incoming(one)
    )
