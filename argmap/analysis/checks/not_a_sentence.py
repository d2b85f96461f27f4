"""The rule ``not-a-sentence``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._words import words
from argmap.model import ArgumentMap, Claim

SUMMARY = "a text that is not a sentence"
SEVERITY = Severity.HINT
REASON = """
Only what can be true or false can be supported or attacked: a topic or a question cannot.
Reported are a text that asks, unless it is of the kind question; a single word, unless most
texts of the map are one, as where arguments are only named; and a text without a full stop
where three in four have one.
"""
WRONG_WHEN = """
The question is a rhetorical one that stands for its answer; or the text quotes a slogan.
"""
EXAMPLE = """
argmap: 1
claims:
  nuclear: Nuclear power
  clean: Nuclear power is clean.
  dear: Nuclear power is dear.
  safe: Nuclear power is safe.
  cheap: Is it cheap?
relations:
  - {from: clean, supports: safe}
"""
_STOPS = ".!…。！．｡।؟۔։။።"
_ASKS = "?？؟;"
_CLOSING = "\"'”’»)]』」）"


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim whose text does not look like a sentence."""
    claims = [claim for claim in argument_map.claims.values() if not claim.is_question]
    ends = [_end(claim) for claim in claims]
    stopped = sum(end in _STOPS for end in ends)
    wants_stop = 4 * stopped >= 3 * sum(end not in _ASKS for end in ends)
    words_alone = {claim.id for claim in claims if _is_word(claim)}
    wants_words = 2 * len(words_alone) > len(claims)
    for claim, end in zip(claims, ends, strict=True):
        wrong, hint = None, "say what is claimed"
        if end in _ASKS:
            wrong, hint = "is a question", "say what is claimed, or give it kind: question"
        elif claim.id in words_alone:
            wrong = None if wants_words else "is a single word"
        elif wants_stop and end not in _STOPS:
            wrong = "ends without a full stop"
        if wrong is not None:
            yield Found(claim.id, f"the text of '{claim.id}' {wrong}", hint)


def _end(claim: Claim) -> str:
    return claim.text.rstrip().rstrip(_CLOSING)[-1:] or " "


def _is_word(claim: Claim) -> bool:
    return len(claim.text.split(maxsplit=2)) < 3 and len(words(claim.text)) < 2
