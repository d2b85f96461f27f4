"""Claims that say the same, by the first of them."""

from __future__ import annotations

from argmap.model import ArgumentMap


def restated(argument_map: ArgumentMap) -> dict[str, str]:
    """Return, for each claim that says the same as others, the first of them in the file."""
    same = {name: argument_map.same_as(name) for name in argument_map.claims}
    firsts: dict[str, str] = {}
    return {name: firsts.setdefault(names[0], name) for name, names in same.items() if names[1:]}
