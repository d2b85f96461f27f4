"""What should come out when a map is evaluated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.model.status import Status

DEFAULT_TOLERANCE = 1e-6
"""How far from the strength expected one may be that is none the less the same."""


class Expectation(NamedTuple):
    """What a semantics should say of a claim; ``claim`` is its id.

    Of a ``semantics`` that is qualitative there is a ``status``, of a gradual one
    a ``strength``, in [0, 1], and never both; which there are, ``analysis.semantics``
    says. The ``tolerance`` is that of the strength, in [0, 1]; None stands for
    ``DEFAULT_TOLERANCE``.
    """

    semantics: str
    claim: str
    status: Status | None = None
    strength: float | None = None
    tolerance: float | None = None


Group = tuple[Status | None, float | None]


def grouped(expectations: Iterable[Expectation]) -> dict[str, dict[Group, list[Expectation]]]:
    """Return expectations by semantics, and by status and tolerance within each.

    Groups stand in the order in which each is first met, and so do the
    expectations of a group.
    """
    groups: dict[str, dict[Group, list[Expectation]]] = {}
    for each in expectations:
        of_semantics = groups.setdefault(each.semantics, {})
        of_semantics.setdefault((each.status, each.tolerance), []).append(each)
    return groups


def in_groups(expectations: Iterable[Expectation]) -> tuple[Expectation, ...]:
    """Return the expectations in the order in which a file can have them: group by group."""
    groups = grouped(expectations).values()
    return tuple(each for kinds in groups for members in kinds.values() for each in members)
