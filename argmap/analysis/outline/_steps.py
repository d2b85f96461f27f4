"""What stands under a claim or a step, seen in one direction along the relations."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmap.analysis.standing import step_bases
from argmap.model import ArgumentMap, Relation, RelationKind


class Group(NamedTuple):
    """A relation under a node, and the ids of what stands there for it.

    These are its premises; for a symmetric relation the other end; inverted, its target.
    """

    relation: Relation
    members: tuple[str, ...]


_ORDER = {
    RelationKind.RESTATES: 0,
    RelationKind.ANSWERS: 0,
    RelationKind.SUPPORTS: 1,
    RelationKind.ATTACKS: 2,
    RelationKind.UNDERCUTS: 2,
    RelationKind.CONTRADICTS: 3,
}


class Steps:
    """The relations of a map that are shown, and what they lead to.

    ``kinds`` (None: all) are those to show; a relation on a step is shown with that step.
    ``is_inverted`` leads from a claim to what it bears on. ``baseless`` are the steps that
    bear on no claim in the end: they undercut one another in a ring.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        kinds: Collection[RelationKind] | None,
        *,
        is_inverted: bool,
    ) -> None:
        """Take the map and what to show of it."""
        self.map = argument_map
        self.is_inverted = is_inverted
        self.kinds = frozenset(RelationKind if kinds is None else kinds)
        self.is_whole = len(self.kinds) == len(RelationKind)
        self._shown = None if self.is_whole else self._with_their_steps()
        self.baseless = argument_map.relations.keys() - step_bases(argument_map).keys()

    def _with_their_steps(self) -> set[str]:
        shown: set[str] = set()
        for relation in self.map.relations.values():
            if relation.kind in self.kinds:
                name = relation.id
                while name in self.map.relations and name not in shown:
                    shown.add(name)
                    name = self.map.relations[name].target
        return shown

    def is_shown(self, relation: Relation) -> bool:
        """Return whether a relation is shown."""
        return self._shown is None or relation.id in self._shown

    def around(self, name: str) -> Iterator[Relation]:
        """Yield the shown relations that a claim is an end of."""
        found = {r.id: r for r in self.map.incoming(name) + self.map.outgoing(name)}
        return (relation for relation in found.values() if self.is_shown(relation))

    def onward(self, name: str) -> Iterator[Relation]:
        """Yield the shown relations, symmetric ones aside, that lead away from a claim."""
        away = self.map.incoming if self.is_inverted else self.map.outgoing
        return (r for r in away(name) if self.is_shown(r) and not r.kind.is_symmetric)

    def under(self, name: str) -> list[Group]:
        """Return what stands under a claim or, inverted, a step: restatements, for, against."""
        if name in self.map.relations:
            return self._above_step(self.map.relations[name])
        toward = self.map.outgoing if self.is_inverted else self.map.incoming
        groups = [self._group(r, name) for r in toward(name) if self.is_shown(r)]
        groups.sort(key=lambda group: _ORDER[group.relation.kind])
        return self._on_baseless(name) + groups

    def _on_baseless(self, name: str) -> list[Group]:
        """Return what bears on the steps from a claim that lead to no claim in the end.

        Such steps undercut one another in a ring, so that no row but that of their first
        premise has a place for what bears on them.
        """
        if not self.baseless or self.is_inverted:
            return []
        steps = (r for r in self.map.outgoing(name) if r.premises[0] == name)
        return [group for r in steps if r.id in self.baseless for group in self.on_step(r)]

    def on_step(self, relation: Relation) -> list[Group]:
        """Return what bears on a step; nothing where the outline is inverted."""
        found = self.map.incoming(relation.id)
        if self.is_inverted or not found:
            return []
        return [Group(r, r.premises) for r in found if self.is_shown(r)]

    def _group(self, relation: Relation, name: str) -> Group:
        if relation.kind.is_symmetric:
            is_target = relation.target == name
            return Group(relation, relation.premises if is_target else (relation.target,))
        return Group(relation, (relation.target,) if self.is_inverted else relation.premises)

    def _above_step(self, relation: Relation) -> list[Group]:
        """Return where a step leads: to its target, and where it is symmetric to both ends."""
        others = relation.premises if relation.kind.is_symmetric else ()
        ends = (relation.target, *others)
        return [Group(relation, (end,)) for end in ends]
