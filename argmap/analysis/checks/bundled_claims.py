"""The rule ``bundled-claims``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap
from argmap.model.text import one_line

SUMMARY = "a text that may hold several claims"
SEVERITY = Severity.HINT
REASON = """
A text with "because" or "therefore" holds a reason and what it is a reason for: as two claims
and a relation the step can be seen, and attacked. Two sentences joined by "and" can be
supported and attacked one without the other. English texts alone are looked at.
"""
WRONG_WHEN = """
The word joins names or belongs to what is reported; or the parts are one point. To hear no
more of it: --ignore bundled-claims, or ignore: at the top of the map.
"""
EXAMPLE = """
argmap: 1
claims:
  tram: The tram should be free because cars clog the town.
"""
# What may stand before "and" is a clause when a comma ends it and no list is on its way.
_JOINT = re.compile(
    r"\b(because|therefore|hence|consequently)\b"
    r"|(?<=\w); (?=\w)"
    r"|(?:^|[.:] )(?:[^\s,]+ ){3,}[^\s,]+, (and|but|so) (?=(?:[^\s,]+ ){3,})",
    re.IGNORECASE,
)
_SIGNS = ("because", "therefore", "hence", "consequently", ";", ",")
_LONGEST = 2000  # characters; a longer text is no claim in any case


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim in which a word joins what looks like two statements."""
    for claim in argument_map.claims.values():
        if claim.is_question:
            continue
        text = claim.text[:_LONGEST]
        lower = text.lower()
        if not any(sign in lower for sign in _SIGNS):
            continue  # far quicker than the pattern
        found = _JOINT.search(one_line(text))
        if found is not None:
            word = (found[1] or found[2] or ";").casefold()
            message = f"'{claim.id}' may be several claims, joined by '{word}'"
            yield Found(claim.id, message, "split it where the parts can be doubted apart")
