"""What checks find in a map."""

from __future__ import annotations

from argmap import ArgumentMap, loads
from argmap.analysis.checks import Found, check_map


def found(code: str, argument_map: ArgumentMap) -> list[Found]:
    """Return what one check finds."""
    return [each.found for each in check_map(argument_map, [code]).findings]


def owners(code: str, text: str) -> list[str | None]:
    """Return the claims or relations that one check finds something about.

    ``text`` is a map without its first line.
    """
    return [each.owner for each in found(code, loads(f"argmap: 1\n{text}"))]
