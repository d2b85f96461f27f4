"""The rule ``idle-ignore``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import Ignored
from argmap.suggestions import Near

SUMMARY = "an ignore that silences nothing"
SEVERITY = Severity.WARNING
REASON = """
The map says to ignore a rule that finds nothing there, or that does not exist. The code may
be misspelled; or what it was written for is mended, and it would now hide the next error.
"""
WRONG_WHEN = """
What is ignored is found at times alone, such as with another copy of the source text.
"""
EXAMPLE = """
argmap: 1
claims:
  rain:
    text: It will rain tomorrow.
    ignore:
      islnd: The forecast stands on its own.
"""


def check_ignored(idle: Iterable[Ignored], known: Collection[str]) -> Iterator[Found]:
    """Yield what silences nothing; a code that is not ``known`` gets the nearest that is."""
    near = Near()
    for rule, _, owner in idle:
        if rule not in known:
            hint = near(rule, known) or "argmap check --list has the rules there are"
            message = f"there is no rule '{rule}' to ignore"
        else:
            message, hint = f"'{rule}' finds nothing here to ignore", "take the entry out"
        yield Found(owner, message, hint, part=("ignore", rule))
