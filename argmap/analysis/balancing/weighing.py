"""What an argument weighs, and by how much one must outweigh another.

Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016): a scheme has a weighing
function, an issue has a proof standard.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from argmap.analysis.schemes.catalogue import catalogue, packaged
from argmap.analysis.schemes.names import key
from argmap.model import ArgumentMap, Standard
from argmap.model.scheme import WEIGHINGS

MARGIN = 0.5
"""By how much a side must outweigh the others to be clear and convincing."""

DOUBT = 0.3
"""What the others must stay below, to leave no reasonable doubt."""

_ROUNDING = 1e-12  # the most by which sums of weights may differ and still be the same


class Weighing(StrEnum):
    """How an argument is weighed, given how many of its premises are in."""

    LINKED = "linked"  # its weight, if all are in
    CONVERGENT = "convergent"  # its weight, if any is in
    CUMULATIVE = "cumulative"  # its weight times the share that is in
    FACTORIZED = "factorized"  # if all are in: the more of what is at issue, the more


def share(weighing: Weighing, premises: int, are_in: int, at_issue: int) -> float:
    """Return the part of its own weight that an argument has, from 0 to 1.

    ``premises`` are all that it has, ``are_in`` those that are in, and ``at_issue`` the
    distinct premises of all arguments on the same issue. Without premises it has all.
    """
    if not premises:
        return 1.0
    if weighing is Weighing.CONVERGENT:
        return 1.0 if are_in else 0.0
    if weighing is Weighing.CUMULATIVE:
        return are_in / premises
    if are_in < premises:
        return 0.0
    return premises / at_issue if weighing is Weighing.FACTORIZED else 1.0


def outweighs(standard: Standard, weight: float, other: float) -> bool:
    """Return whether a side of some weight prevails by a standard over one of another."""
    ahead = weight - other
    if standard is Standard.PREPONDERANCE:
        return ahead > _ROUNDING
    is_clear = ahead > MARGIN + _ROUNDING
    if standard is Standard.CLEAR_AND_CONVINCING:
        return is_clear
    return is_clear and other < DOUBT - _ROUNDING


def in_words(standard: Standard) -> str:
    """Return what a standard asks for, to follow "in if it weighs"."""
    return _WORDS[standard]


_WORDS = {
    Standard.PREPONDERANCE: "more than any other side",
    Standard.CLEAR_AND_CONVINCING: f"more than any other side by over {MARGIN:g}",
    Standard.BEYOND_REASONABLE_DOUBT: (
        f"more than any other side by over {MARGIN:g}, and none of them {DOUBT:g} or more"
    ),
}


def weighing_of(scheme: str, argument_map: ArgumentMap) -> Weighing:
    """Return how a scheme is weighed: as the map defines it, by its name, or as argmap has it."""
    if any(key(scheme) == key(name) for name in _names(argument_map)):
        found = catalogue(argument_map).find(scheme)
    elif scheme.casefold() in WEIGHINGS:
        return Weighing(scheme.casefold())
    else:
        found = packaged().find(scheme)
    return Weighing(found.weighing) if found and found.weighing else Weighing.LINKED


def _names(argument_map: ArgumentMap) -> Iterator[str]:
    for each in argument_map.schemes.values():
        yield from (each.id, *each.names)
