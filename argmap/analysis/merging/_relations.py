"""The relations of two maps that both come from a third, merged."""

from __future__ import annotations

from typing import Any

from argmap.analysis.comparing.facts import changed_owners
from argmap.analysis.comparing.relation_matching import KEYS, keys_of, layers, paired_relations
from argmap.analysis.merging._claims import MergedClaims
from argmap.analysis.merging._step import Step, facing, ordered_as, says_same
from argmap.analysis.merging._three_way import (
    Collision,
    Reason,
    Trio,
    keyed,
    one_sided,
    three_way,
    trios,
)
from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.relation import default_id

_NAMES = 1 + KEYS  # by its id too
_ON_RELATIONS = frozenset({RelationKind.UNDERCUTS, RelationKind.SUPPORTS})


class MergedRelations:
    """Each relation of the three maps under one key, and what has become of it.

    Keys continue those of the claims, so that an end is one number. A relation that
    would dangle is removed, where only theirs has it, or restores its ends, where
    ours has it; both are collisions.
    """

    def __init__(self, claims: MergedClaims) -> None:
        """Merge the relations, and note what collides."""
        self.claims = claims
        self.collisions: list[Collision] = []
        base, ours, theirs = claims.maps
        self.offset = len(claims.trios)
        to_ours = paired_relations(base, ours, claims.to_ours)
        to_theirs = paired_relations(base, theirs, claims.to_theirs)
        sides = base.relations, ours.relations, theirs.relations
        self.trios = list(trios(*sides, to_ours, to_theirs))
        self.ours_changed = changed_owners(base, ours, {**claims.to_ours, **to_ours})
        own = keyed(self.trios, self.offset)
        self.keys = tuple(one | other for one, other in zip(claims.keys, own, strict=True))
        self._join_added(theirs)
        self.merged: dict[int, Step] = {}
        for key, trio in enumerate(self.trios, self.offset):
            if trio != (None, None, None):
                self._merge(key)
        self._settle_ends()
        self.ids = self._settle_ids()

    def of_sides(self, key: int) -> tuple[Relation | None, Relation | None, Relation | None]:
        """Return a relation as base, ours and theirs have it."""
        base, ours, theirs = (
            None if name is None else side.relations[name]
            for side, name in zip(self.claims.maps, self.trios[key - self.offset], strict=True)
        )
        return base, ours, theirs

    def _step(self, side: int, relation: Relation) -> Step:
        keys = self.keys[side]
        return Step(
            None if relation.has_default_id else relation.id,
            relation.kind,
            tuple(keys[premise] for premise in relation.premises),
            keys[relation.target],
            relation.scheme,
            relation.note,
            relation.weight,
            relation.raises and (relation.raises.question, keys.get(relation.raises.step or "")),
        )

    def _steps(self, key: int) -> tuple[Step | None, Step | None, Step | None]:
        relations = self.of_sides(key)
        base, ours, theirs = (
            None if each is None else self._step(side, each) for side, each in enumerate(relations)
        )
        return base, ours, theirs

    def _join_added(self, theirs: ArgumentMap) -> None:
        """Give what both sides added one key: the first of ``_names`` that they share."""
        added = [key for key, trio in enumerate(self.trios, self.offset) if trio.base is None]
        offered: dict[Any, list[int]] = {}
        for key in reversed(added):
            if self.of_sides(key)[1] is not None:
                for name in self._names(1, key):
                    offered.setdefault(name, []).append(key)
        if not offered:
            return
        new = set(added)
        for layer in layers(theirs):
            keys = [self.keys[2][relation.id] for relation in layer]
            for number in range(_NAMES):
                for key in keys:
                    if key in new and self.trios[key - self.offset].theirs is not None:
                        self._join(key, offered.get(self._names(2, key)[number], []))

    def _names(self, side: int, key: int) -> tuple[Any, ...]:
        """Return the keys by which a relation of a side is recognised, the surest first."""
        step = self._steps(key)[side]
        if step is None:
            return (None,) * _NAMES
        said = step.scheme, step.note, step.weight, step.raises
        ends = keys_of(step.kind, map(str, step.premises), str(step.target), said)
        return (step.id or key, "id"), *ends

    def _join(self, key: int, offered: list[int]) -> None:
        """Join a relation that theirs added to the first offered that is free."""
        while offered and self.trios[offered[-1] - self.offset].theirs is not None:
            offered.pop()
        if offered:
            own, name = offered.pop(), self.trios[key - self.offset].theirs
            self.trios[own - self.offset] = self.trios[own - self.offset]._replace(theirs=name)
            self.trios[key - self.offset] = Trio(None, None, None)
            self.keys[2][str(name)] = own

    def _merge(self, key: int) -> None:
        base, ours, theirs = self._steps(key)
        if ours is not None and theirs is not None:
            self.merged[key] = self._merged_step(key, base, ours, theirs)
            return
        is_changed = self.trios[key - self.offset].ours in self.ours_changed
        kept, reason = one_sided(base, ours, theirs, says_same, is_changed=is_changed)
        if kept is not None:
            self.merged[key] = kept
        if reason is not None:
            self._collide(key, reason)

    def _merged_step(self, key: int, base: Step | None, ours: Step, theirs: Step) -> Step:
        if base is None:
            origin: tuple[Any, ...] = (None, None, (), *[None] * (len(Step._fields) - 3))
            theirs = facing(ours, theirs)
        else:
            model = theirs if base.premises == ours.premises else ours
            origin = base = facing(model, base)
            ours, theirs = facing(model, ours), facing(model, theirs)
        values: dict[str, Any] = {}
        for name, was, own, other in zip(Step._fields, origin, ours, theirs, strict=True):
            if name == "premises" and was not in (own, other):
                was, other = ordered_as(ours.premises, was, theirs.premises)  # noqa: PLW2901
            values[name], collides = three_way(was, own, other)
            if collides:
                self._collide(key, Reason.BOTH_CHANGED, name)
        return Step(**values)

    def _collide(self, key: int, reason: Reason, field: str | None = None) -> None:
        sides = self.of_sides(key)
        named = sides[1] or sides[2] or sides[0]
        if named is not None:
            values: list[Any] = list(sides)
            if field is not None:
                values = [None if side is None else getattr(side, field) for side in sides]
            self.collisions.append(Collision("relation", named.id, field, reason, *values))

    def _settle_ends(self) -> None:
        """Make sure that both ends of each relation exist, and that no claims share an id."""
        self._check_ends()
        while self.claims.settle_ids():
            self._check_ends()

    def _check_ends(self) -> None:
        """Make sure that both ends of each relation exist, and suit its kind."""
        into: dict[int, list[int]] = {}
        for key, step in self.merged.items():
            into.setdefault(step.target, []).append(key)
        pending = list(reversed(self.merged))
        while pending or (pending := self._restore_lost()):
            key = pending.pop()
            if key not in self.merged:
                continue
            step = self.merged[key]
            needed = [end for end in (*step.premises, step.target) if not self._has(end)]
            if self._fits(step) and all(self._restore(end, pending) for end in needed):
                continue
            is_there = all(map(self._has, (*step.premises, step.target)))
            self._collide(key, Reason.DOES_NOT_FIT if is_there else Reason.END_MISSING)
            in_ours = self._steps(key)[1]
            if in_ours is None:
                del self.merged[key]
                pending += into.get(key, ())
            else:
                self.merged[key] = in_ours
                into.setdefault(in_ours.target, []).append(key)
                pending.append(key)

    def _restore_lost(self) -> list[int]:
        """Restore our relations whose ends theirs removed and the result keeps.

        Theirs removed them along with their ends, which stay as ours has them.
        """
        claims = enumerate(self.claims.trios)
        kept = {key for key, trio in claims if trio.is_removed and key in self.claims.merged}
        removed = [key for key, trio in enumerate(self.trios, self.offset) if trio.is_removed]
        kept.update(key for key in removed if key in self.merged)
        back = []
        for key in removed:
            own = self._steps(key)[1]
            if key not in self.merged and own and kept.intersection((*own.premises, own.target)):
                self.merged[key] = own
                back.append(key)
        return back

    def _has(self, key: int) -> bool:
        return key in self.claims.merged or key in self.merged

    def _restore(self, key: int, pending: list[int]) -> bool:
        """Restore what only theirs removed; return whether ours has it."""
        if key < self.offset:
            return self.claims.restore(key)
        own = self._steps(key)[1]
        if own is None:
            return False
        self.merged[key] = own
        self._collide(key, Reason.OURS_NEEDS)
        pending.append(key)
        return True

    def _fits(self, step: Step) -> bool:
        if step.target >= self.offset:
            is_possible = step.kind in _ON_RELATIONS
        else:
            is_possible = step.kind is not RelationKind.UNDERCUTS
        if step.kind.is_symmetric:
            return is_possible and len(step.premises) == 1 and step.target not in step.premises
        return is_possible

    def _settle_ids(self) -> dict[int, str]:
        """Return the id of each claim and relation; where they clash, those of ours stay."""
        while True:
            ids, lost = self._named()
            if not sum(self._give_way(key) or self._make_way(holder) for key, holder in lost):
                return ids
            self._settle_ends()

    def _named(self) -> tuple[dict[int, str], list[tuple[int, int]]]:
        """Return all ids, and the relations whose id is taken, each with the key of its owner.

        Ids of ours are given first. A relation whose default id would be made of
        itself counts as its own owner.
        """
        ids = {key: claim.id for key, claim in self.claims.merged.items()}
        holders = {name: key for key, name in ids.items()}
        lost = []
        for start in sorted(self.merged, key=lambda key: self.of_sides(key)[1] is None):
            for key in self._outside_in(start, ids)[::-1]:
                step = self.merged[key]
                if step.id is None and step.target not in ids:
                    lost.append((key, key))  # a cycle of default ids, each made of the next
                target = ids.get(step.target, "?")
                name = step.id or default_id(tuple(ids[p] for p in step.premises), target)
                if name in holders:
                    lost.append((key, holders[name]))
                ids[key] = name
                holders.setdefault(name, key)
        return ids, lost

    def _make_way(self, holder: int) -> bool:
        """Make the owner of an id what it is in ours; return whether that changes it."""
        if holder < self.offset:
            return holder in self.claims.merged and self.claims.lose_id(holder)
        return self._give_way(holder)

    def _outside_in(self, key: int, ids: dict[int, str]) -> list[int]:
        """Return a relation and those without an id so far on which its own depends."""
        found: dict[int, None] = {}
        while key in self.merged and key not in ids and key not in found:
            found[key] = None
            if self.merged[key].id is not None:
                break
            key = self.merged[key].target
        return list(found)

    def _give_way(self, key: int) -> bool:
        """Make a relation what it is in ours, if anything; return whether that changes it."""
        own = self._steps(key)[1]
        if key not in self.merged or own == self.merged[key]:
            return False
        self._collide(key, Reason.SAME_ID)
        if own is None:
            del self.merged[key]
        else:
            self.merged[key] = own
        return True
