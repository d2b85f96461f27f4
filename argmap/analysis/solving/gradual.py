"""What the gradual semantics have in common: from base scores to strengths, each in [0, 1].

Every claim has a base score (its ``weight``) and is supported and attacked by
the contributions of the relations on it; a semantics says how these combine.
Read over a map of claims with linked premises and undercuts, this is:

- a relation contributes the minimum of its premises' strengths times its own
  strength, which is that of a node attacked by its undercuts whose base score is
  its weight, 1 when it is given none. Backing changes nothing. Without weights and
  undercuts a relation thus has strength 1, and a plain map has the strengths of the
  quantitative bipolar graphs of the papers;
- ``supports`` makes a supporter, ``attacks`` an attacker, ``contradicts`` an
  attacker of each end, with the strength of the other; ``restates`` and ``answers``
  nothing;
- a question has no strength, and what leads from or to it changes none. That one of its
  answers is to be chosen attacks none of them: rivals of equal weight would all fall.

Outside cycles each strength is computed once, in topological order. In a cycle all
strengths are iterated together from the base scores until they settle (see
``order.settled``: estimated to be within 1e-9 of their limit). What does not
settle has no strength, and neither has what depends on it; no number is made up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple, Protocol

from argmap.analysis.solving.fixed import check_fixed
from argmap.analysis.solving.order import in_order, settled
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.claim import asked_among

DEFAULT_WEIGHT = 0.5
"""The base score of a claim to which the map gives no weight."""

NO_STRENGTH = math.nan
"""Stands, within an evaluation, for the strength that what is unsettled does not have."""

Combine = Callable[[float, Sequence[float], Sequence[float]], float]
"""A strength from a base score and the contributions of supporters and of attackers."""


class GradualSemantics(Protocol):
    """A gradual semantics, such as a module of ``analysis.semantics`` itself."""

    def combine(
        self, base: float, supporters: Sequence[float], attackers: Sequence[float], /
    ) -> float:
        """Return the strength, in [0, 1], from a base score and contributions in [0, 1].

        Where there are no contributions but 0, it is the base score.
        """


class Strengths(NamedTuple):
    """The strengths of a map by id, each in [0, 1], in the order of the file; none of questions.

    A strength is None where it does not settle or depends on one that does not.
    ``unsettled`` has the ids of those that do not settle themselves: the claims
    of each such cycle, or its relations where it has no claim, as when relations
    undercut one another. It is empty when all settle.
    """

    claims: dict[str, float | None]
    relations: dict[str, float | None]
    unsettled: tuple[str, ...] = ()


Inward = tuple[int, tuple[int, ...]]
"""A relation into a node, by numbers: its own, and those of its premises."""

Incoming = tuple[list[Inward], list[Inward]]
"""The relations into a node: supporters and attackers."""


def base_score(node: Claim | Relation) -> float:
    """Return the weight of a claim or relation, or the default for it.

    Raises ArgmapError for a weight outside [0, 1].
    """
    weight = node.weight
    if weight is None:
        return DEFAULT_WEIGHT if isinstance(node, Claim) else 1.0
    if not 0 <= weight <= 1:
        raise ArgmapError(f"the weight of '{node.id}' is {weight}; it must be from 0 to 1")
    return float(weight)


class Evaluation:
    """The strengths of one map under one semantics, and how they depend on one another.

    Nodes are the claims and then the relations, numbered in the order of the
    file. ``numbers`` has the number of each id, and by number: ``values``, the
    strength (NO_STRENGTH where there is none); ``bases``, the base score;
    ``incoming``, the relations into the node that can change its strength, or None;
    ``successors``, the nodes that depend on it. ``order`` is the order in which
    strengths are computed, and ``work`` the number of those computed in cycles,
    once an iteration. Ids in ``assume`` and ``reject`` have strength 1 and 0 and
    nothing into them. Building it is linear in the size of the map.

    Raises UnknownNameError for an id that is not in the map, and ArgmapError for one
    that is both assumed and rejected, or a weight outside [0, 1].
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        combine: Combine,
        *,
        assume: Collection[str] = frozenset(),
        reject: Collection[str] = frozenset(),
    ) -> None:
        """Compute every strength."""
        self.map = argument_map
        self._combine = combine
        names = [*argument_map.claims, *argument_map.relations]
        self.numbers = {name: number for number, name in enumerate(names)}
        check_fixed(argument_map, assume, reject)
        self._fixed = _fixed(self.numbers, assume, reject)
        self.bases = [base_score(claim) for claim in argument_map.claims.values()]
        self.bases += [base_score(relation) for relation in argument_map.relations.values()]
        self.incoming: list[Incoming | None] = [None] * len(names)
        self.successors: list[list[int]] = [[] for _ in names]
        self._connect()
        self.order = in_order(self.successors)
        self.values = self.bases[:]
        for number, value in self._fixed.items():
            self.values[number] = value
        self._unsettled: list[int] = []
        self.work = 0
        self._compute()

    def _connect(self) -> None:
        """Fill ``incoming`` and ``successors`` from the relations, in the order of the file."""
        relations, numbers, successors = self.map.relations, self.numbers, self.successors
        undercut = {r.target for r in relations.values() if r.kind is RelationKind.UNDERCUTS}
        for step, relation in enumerate(relations.values(), len(self.map.claims)):
            is_support = relation.kind is RelationKind.SUPPORTS
            for origin, end in bearings(relation, self.map):
                target = numbers[end]
                premises = tuple([numbers[premise] for premise in origin])
                if self._fixed and self._is_idle(step, premises, target):
                    continue
                incoming = self.incoming[target] or self._new_incoming(target)
                incoming[not is_support].append((step, premises))
                for premise in premises:
                    successors[premise].append(target)
                if relation.id in undercut:
                    successors[step].append(target)

    def _new_incoming(self, target: int) -> Incoming:
        incoming: Incoming = ([], [])
        self.incoming[target] = incoming
        return incoming

    def _is_idle(self, step: int, premises: tuple[int, ...], target: int) -> bool:
        """Return whether a relation changes nothing, whatever the strengths of its premises.

        Its target is fixed, or something rejected makes its contribution 0.
        """
        return target in self._fixed or 0.0 in map(self._fixed.get, (step, *premises))

    def _compute(self) -> None:
        cycles = self.order.cycles
        for place, node in enumerate(self.order.nodes):
            if place in cycles:
                found = self._cycle_values(cycles[place])
                if found is None:
                    self._unsettled += self._names_to_blame(cycles[place])
                self._set_values(cycles[place], found or repeat(NO_STRENGTH))
            elif self.incoming[node] is not None:
                self.values[node] = self.value(node)

    def _names_to_blame(self, members: list[int]) -> list[int]:
        claims = [member for member in members if member < len(self.map.claims)]
        return claims or members

    def _set_values(self, members: Iterable[int], found: Iterable[float]) -> None:
        for member, value in zip(members, found, strict=False):
            self.values[member] = value

    def values_at(self, place: int) -> Iterator[tuple[int, float]]:
        """Yield each node of a place with its strength by the present ``values``.

        They are left as they are.
        """
        members = self.order.cycles.get(place)
        if members is None:
            node = self.order.nodes[place]
            yield node, self.value(node)
        else:
            found = self._cycle_values(members)
            yield from zip(members, found or repeat(NO_STRENGTH), strict=False)

    def value(self, node: int) -> float:
        """Return the strength of a node by the present ``values`` of what it depends on."""
        incoming = self.incoming[node]
        if incoming is None:
            fixed = self._fixed.get(node)
            return self.bases[node] if fixed is None else fixed
        contribution = self.contribution
        supporters = [contribution(step, premises) for step, premises in incoming[0]]
        attackers = [contribution(step, premises) for step, premises in incoming[1]]
        if math.isnan(sum(supporters) + sum(attackers)):
            return NO_STRENGTH
        return self._combine(self.bases[node], supporters, attackers)

    def contribution(self, step: int, premises: tuple[int, ...]) -> float:
        """Return the contribution of a relation with some premises, all by number.

        It is 0 where a premise or the relation has strength 0, even if another of
        them has none, for the product is 0 whatever that might be.
        """
        values = self.values
        if len(premises) == 1:
            found = values[premises[0]] * values[step]
        else:
            strengths = [values[premise] for premise in premises]
            weakest = NO_STRENGTH if math.isnan(sum(strengths)) else min(strengths)
            found = weakest * values[step]
        if math.isnan(found) and 0.0 in [values[node] for node in (step, *premises)]:
            return 0.0
        return found

    def _cycle_values(self, members: list[int]) -> list[float] | None:
        """Return the strengths of the nodes of a cycle, iterated from their base scores.

        None where they do not settle; NO_STRENGTH for each where the cycle depends
        on something that has none. ``values`` is left as it is.
        """
        before = [self.values[member] for member in members]

        def advance(now: list[float]) -> list[float]:
            self.work += len(members)
            self._set_values(members, now)
            return [self.value(member) for member in members]

        found = settled(advance, [self.bases[member] for member in members])
        self._set_values(members, before)
        if found is not None and math.isnan(sum(found)):
            return [NO_STRENGTH] * len(members)
        return found

    def strength(self, name: str) -> float | None:
        """Return the strength of a claim or relation by id, None where it has none."""
        return known(self.values[self.numbers[name]])

    def strengths(self) -> Strengths:
        """Return all strengths by id."""
        found = [known(value) for value in self.values]
        by_id = dict(zip(self.numbers, found, strict=True))
        names = list(self.numbers)
        return Strengths(
            {name: by_id[name] for name, each in self.map.claims.items() if not each.is_question},
            {name: by_id[name] for name in self.map.relations},
            tuple(names[number] for number in sorted(self._unsettled)),
        )


def known(value: float) -> float | None:
    """Return a strength, or None for NO_STRENGTH."""
    return None if math.isnan(value) else value


def bearings(
    relation: Relation, argument_map: ArgumentMap
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return premises and target for each direction in which a relation changes a strength.

    Two for ``contradicts``; none for ``restates``, ``answers`` and backing, and where a
    question is an end.
    """
    kind, premises, target = relation.kind, relation.premises, relation.target
    if asked_among(argument_map.claims, (*premises, target)):
        return ()
    if kind is RelationKind.CONTRADICTS:
        return (premises, target), ((target,), premises[0])
    if kind in {RelationKind.RESTATES, RelationKind.ANSWERS}:
        return ()
    if kind is RelationKind.SUPPORTS and target not in argument_map.claims:
        return ()
    return ((premises, target),)


def _fixed(
    numbers: dict[str, int], assume: Collection[str], reject: Collection[str]
) -> dict[int, float]:
    """Return the strengths of the nodes that are assumed or rejected."""
    rejected = {numbers[name]: 0.0 for name in reject}
    return rejected | {numbers[name]: 1.0 for name in assume}
