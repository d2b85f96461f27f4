"""Rules of a check that are not to report on a map or a part of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from argmap.errors import ArgmapError


class Ignored(NamedTuple):
    """A rule of ``argmap check`` that is not to report, and why.

    ``rule`` is its code; ``owner`` the id of the claim or relation that it does not
    report on, or None for the whole map. Whether there is such a rule is for the
    check to say: a map stays valid when a rule is removed.
    """

    rule: str
    reason: str
    owner: str | None = None


def in_file_order(
    ignored: Iterable[Ignored], claims: Iterable[str], relations: Iterable[str]
) -> tuple[Ignored, ...]:
    """Return what is ignored in the order a file can have it: of the map, claims, relations.

    The later of two for the same rule and owner counts. Raises ArgmapError for
    an owner that is not among the ids of ``claims`` and ``relations``.
    """
    by_owner: dict[str | None, dict[str, Ignored]] = {}
    for each in ignored:
        by_owner.setdefault(each.owner, {})[each.rule] = each
    if not by_owner:
        return ()
    owners: list[str | None] = [None, *claims, *relations]
    _check(by_owner, frozenset(owners))
    return tuple(each for owner in owners for each in by_owner.get(owner, {}).values())


def _check(found: Iterable[str | None], known: Container[str | None]) -> None:
    for owner in found:
        if owner not in known:
            raise ArgmapError(f"'{owner}', on which a rule is ignored, is no claim or relation")
