"""The rule ``unused-voice``."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap

SUMMARY = "a voice that says nothing"
SEVERITY = Severity.WARNING
REASON = """
The map describes a voice and no claim is in it. Its claims may be missing, or stand under
another voice in error.
"""
WRONG_WHEN = """
The voices are a list that several maps share.
"""
EXAMPLE = """
argmap: 1
voices: {mayor: The mayor, council: The council}
claims:
  bridge: {text: The bridge is safe., voice: mayor}
"""


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each voice that no claim has."""
    used = {claim.voice for claim in argument_map.claims.values()}
    for voice in argument_map.voices:
        if voice not in used:
            message = f"no claim is in the voice '{voice}'"
            yield Found(None, message, part=("voices", voice))
