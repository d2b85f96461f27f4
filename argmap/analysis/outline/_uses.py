"""Which uses of claims have rows under a claim or a step, and which are counted."""

from __future__ import annotations

from typing import NamedTuple

from argmap.analysis.outline._placing import Placing
from argmap.analysis.outline._spots import Spot
from argmap.analysis.outline._steps import Group, Steps
from argmap.analysis.outline.values import Form
from argmap.model import Relation


class Plan(NamedTuple):
    """The groups that have rows, each with the members it leaves out; and what has none.

    ``hidden`` are the relations without rows, ``names`` the claims that they use.
    """

    kept: list[tuple[Group, tuple[str, ...]]]
    hidden: list[Relation]
    names: list[str]


class Uses:
    """What stands under the rows of an outline, in the order in which they are laid.

    ``short_at_most`` is how many short rows a claim has (None: all). Where ``is_unrolled``,
    what bears on a symmetric step is repeated at each of its ends.
    """

    def __init__(
        self, steps: Steps, placing: Placing, short_at_most: int | None, *, is_unrolled: bool
    ) -> None:
        """Take the places of claims."""
        self._steps = steps
        self._placing = placing
        self._short_at_most = short_at_most
        self._is_unrolled = is_unrolled
        self._seen: set[str] = set()  # symmetric relations whose step was looked at
        self._in_rings: set[str] = set()  # steps in rings that had a row: none has two

    def note_step(self, relation: Relation) -> None:
        """Remember that a symmetric relation has a row, with what bears on its step."""
        self._seen.add(relation.id)

    def on_step(self, relation: Relation) -> list[Group]:
        """Return what bears on a step."""
        return self._fresh(self._steps.on_step(relation))

    def under(self, spot: Spot) -> list[Group]:
        """Return what bears on the step to a lone premise, then what bears on the claim."""
        if spot.form is Form.MORE:
            return []
        relation, groups = spot.relation, list[Group]()
        is_lone = relation is not None and spot.bracket is None
        if relation is not None and is_lone and not self._is_done(relation):
            groups += self._steps.on_step(relation)
        if spot.form is Form.FULL:
            groups += [g for g in self._steps.under(spot.node) if g.relation is not relation]
        return self._fresh(groups)

    def planned(self, groups: list[Group], parent: str) -> Plan:
        """Return which groups have rows; past so many short ones, what holds no full row has none.

        ``parent`` is the node that they stand under.
        """
        if self._short_at_most is None:
            return Plan([(group, ()) for group in groups], [], [])
        spare = self._short_at_most
        plan = Plan([], [], [])
        for group in groups:
            relation = group.relation
            short = [n for n in group.members if not self._placing.is_home(n, relation, parent)]
            holds_rows = self._placing.holds_rows(relation) and not self._is_done(relation)
            if len(short) > spare and not holds_rows:
                with_steps = [group, *self._on_hidden(relation)]
                plan.hidden.extend(each.relation for each in with_steps)
                plan.names.extend(name for each in with_steps for name in each.members)
                continue
            left_out = short[spare:] if len(group.members) > 1 else []
            spare = max(0, spare - len(short))
            plan.kept.append((group, tuple(left_out)))
        return plan

    def _is_done(self, relation: Relation) -> bool:
        """Return whether what bears on a step stands at its other end."""
        return relation.id in self._seen and not self._is_unrolled

    def _on_hidden(self, relation: Relation) -> list[Group]:
        """Return what bears on a step without rows, or in turn on the steps of that."""
        if relation.id in self._seen:
            return []
        if relation.kind.is_symmetric:
            self._seen.add(relation.id)
        found = self.on_step(relation)
        for group in found:  # the list grows while it is walked
            found += self.on_step(group.relation)
        return found

    def _fresh(self, groups: list[Group]) -> list[Group]:
        """Return groups without steps in rings that have a row, and remember those that get one."""
        rings = self._steps.baseless
        if not rings:
            return groups
        found = {g.relation.id: g for g in groups if g.relation.id not in self._in_rings}
        self._in_rings |= rings & found.keys()
        return list(found.values())
