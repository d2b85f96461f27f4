"""The rule ``unnamed-voice``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap
from argmap.suggestions import Near

SUMMARY = "a voice that the map does not describe"
SEVERITY = Severity.WARNING
REASON = """
The map says who its voices are, but not this one: most often it is misspelled. Checked only in
a map that describes voices. Reported once for each voice, at its first claim.
"""
WRONG_WHEN = """
The name of the voice says all there is to say.
"""
EXAMPLE = """
argmap: 1
voices: {mayor: The mayor}
claims:
  bridge: {text: The bridge is safe., voice: mayer}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield the first claim of each voice that ``voices`` lacks."""
    if not argument_map.voices:
        return
    near = Near()
    seen = set(argument_map.voices)
    for claim in argument_map.claims.values():
        if claim.voice is not None and claim.voice not in seen:
            seen.add(claim.voice)
            message = f"voices does not say who '{claim.voice}' is"
            yield Found(claim.id, message, near(claim.voice, argument_map.voices))
