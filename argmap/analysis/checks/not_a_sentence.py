"""The rule ``not-a-sentence``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._words import words
from argmap.model import ArgumentMap, Claim

SUMMARY = "a text that is not a sentence"
SEVERITY = Severity.HINT
REASON = """
Only what can be true or false can be supported or attacked: a topic or a question cannot. Told
of a text that asks, that has a single word, or that ends without a full stop in a map where
most texts end with one.
"""
WRONG_WHEN = """
The question is a rhetorical one that stands for its answer; or the text quotes a slogan.
"""
EXAMPLE = """
argmap: 1
claims:
  nuclear: Nuclear power
  clean: Nuclear power is clean.
  cheap: Is it cheap?
  safe: It is safe.
relations:
  - {from: clean, supports: safe}
"""
_STOPS = ".!…。！．｡।؟۔։။።"
_ASKS = "?？؟;"
_CLOSING = "\"'”’»)]』」）"


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim whose text does not look like a sentence."""
    claims = argument_map.claims.values()
    stopped = sum(_end(claim) in _STOPS for claim in claims)
    for claim in claims:
        wrong = _wrong(claim, wants_stop=2 * stopped > len(claims))
        if wrong is not None:
            yield Found(claim.id, f"the text of '{claim.id}' {wrong}", "say what is claimed")


def _end(claim: Claim) -> str:
    return claim.text.rstrip().rstrip(_CLOSING)[-1:] or " "


def _wrong(claim: Claim, *, wants_stop: bool) -> str | None:
    end = _end(claim)
    if end in _ASKS:
        return "is a question"
    if len(claim.text.split(maxsplit=2)) < 3 and len(words(claim.text)) < 2:
        return "is a single word"
    return "ends without a full stop" if wants_stop and end not in _STOPS else None
