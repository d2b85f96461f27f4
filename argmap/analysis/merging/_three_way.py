"""One thing in three maps: base, ours and theirs, and its merged version, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from argmap.analysis.comparing.matching import same
from argmap.model import Claim
from argmap.model.claim import UNORDERED
from argmap.model.numbering import is_number


class Reason(StrEnum):
    """Why two changes cannot both be made."""

    BOTH_CHANGED = "both-changed"
    OURS_REMOVED = "ours-removed"
    THEIRS_REMOVED = "theirs-removed"
    OURS_NEEDS = "ours-needs"
    SAME_ID = "same-id"
    END_MISSING = "end-missing"
    DOES_NOT_FIT = "does-not-fit"


class Collision(NamedTuple):
    """What could not be merged, so that it is as ours has it.

    ``what`` is ``claim``, ``relation`` or ``map``; ``id`` is as the result names
    it, or as the side that has it does. ``field`` is None where the whole of it
    collides: then ``base``, ``ours`` and ``theirs`` are a Claim or Relation
    rather than the values of a field. A side that has nothing has None.
    """

    what: str
    id: str
    field: str | None
    reason: Reason
    base: Any
    ours: Any
    theirs: Any


class Trio(NamedTuple):
    """The ids of one thing in the three maps; None where a map does not have it."""

    base: str | None
    ours: str | None
    theirs: str | None

    @property
    def is_removed(self) -> bool:
        """Whether theirs removed what ours still has."""
        return self.theirs is None and self.base is not None and self.ours is not None


def trios(
    base: Iterable[str],
    ours: Iterable[str],
    theirs: Iterable[str],
    to_ours: Mapping[str, str],
    to_theirs: Mapping[str, str],
) -> Iterator[Trio]:
    """Yield what is in the base, then what ours added, then what theirs did."""
    for name in base:
        yield Trio(name, to_ours.get(name), to_theirs.get(name))
    old = set(to_ours.values())
    yield from (Trio(None, name, None) for name in ours if name not in old)
    old = set(to_theirs.values())
    yield from (Trio(None, None, name) for name in theirs if name not in old)


def keyed(trios: Iterable[Trio], first: int = 0) -> tuple[dict[str, int], ...]:
    """Return keys from ``first`` on, one a trio, by id in base, ours and theirs."""
    found: tuple[dict[str, int], ...] = ({}, {}, {})
    for key, trio in enumerate(trios, first):
        for keys, name in zip(found, trio, strict=True):
            if name is not None:
                keys[name] = key
    return found


def three_way(base: Any, ours: Any, theirs: Any) -> tuple[Any, bool]:
    """Return the changed value, and whether both sides changed it, to different ones."""
    if same(ours, theirs) or same(base, theirs):
        return ours, False
    if same(base, ours):
        return theirs, False
    return ours, True


_Thing = TypeVar("_Thing", bound=tuple[Any, ...])


def one_sided(
    base: _Thing | None,
    ours: _Thing | None,
    theirs: _Thing | None,
    says_same: Callable[[_Thing, _Thing], bool],
    *,
    is_changed: bool,
) -> tuple[_Thing | None, Reason | None]:
    """Return what stays of something that at most one side has, and why it collides, if it does.

    ``is_changed`` is whether ours changed what it says of it.
    """
    if base is None:
        return ours or theirs, None
    if ours is not None:
        is_same = says_same(ours, base)
        if is_same and not is_changed:
            return None, None
        return ours, Reason.OURS_NEEDS if is_same else Reason.THEIRS_REMOVED
    is_lost = theirs is not None and not says_same(theirs, base)
    return None, Reason.OURS_REMOVED if is_lost else None


_NOTHING = Claim("", "")


def merged_claim(base: Claim | None, ours: Claim, theirs: Claim) -> tuple[Claim, list[Collision]]:
    """Return a claim that both sides have, field by field, and what collides in it."""
    values: dict[str, Any] = {}
    collisions = []
    origin = base or _NOTHING._replace(id=ours.id)
    for name, was, own, other in zip(Claim._fields, origin, ours, theirs, strict=True):
        values[name], collides = three_way(was, own, other)
        if name in UNORDERED:
            values[name], collides = _members(*map(_as_members, (was, own, other))), False
        elif name == "id" and is_number(ours.id):
            collides = False  # the numbers of ours are as good as those of theirs
        if collides:
            before = None if base is None else was
            found = Collision("claim", ours.id, name, Reason.BOTH_CHANGED, before, own, other)
            collisions.append(found)
    return Claim(**values), collisions


def _as_members(value: object) -> _Members:
    return value if isinstance(value, tuple) else ()


def _members(base: _Members, ours: _Members, theirs: _Members) -> _Members:
    """Return our members without those that theirs removed, and with those that it added."""
    if set(ours) == set(theirs) or set(base) == set(theirs):
        return ours
    kept = [each for each in ours if each in theirs or each not in base]
    return (*kept, *(each for each in theirs if each not in ours and each not in base))


_Members = tuple[Any, ...]


def says_same(first: Claim, second: Claim) -> bool:
    """Return whether two claims say the same, under whatever ids."""
    return all(
        name == "id"
        or same(own, other)
        or (name in UNORDERED and set(_as_members(own)) == set(_as_members(other)))
        for name, own, other in zip(Claim._fields, first, second, strict=True)
    )


def merged_order(ours: Iterable[int], theirs: Iterable[int]) -> list[int]:
    """Return the keys of ours in their order, each of theirs after what it follows there."""
    ours = list(ours)
    known = set(ours)
    before = -1
    after: dict[int, list[int]] = {}
    for key in theirs:
        if key in known:
            before = key
        else:
            after.setdefault(before, []).append(key)
    return [key for own in (-1, *ours) for key in (own, *after.get(own, ())) if key >= 0]
