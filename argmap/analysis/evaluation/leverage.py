"""Leverage: how much a claim's strength depends on the weight of each other claim.

A weight is changed and the change propagated towards that claim, through the
strengths that it alters; nothing else is computed again.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Collection
from heapq import heappop, heappush
from typing import NamedTuple

from argmap.analysis.solving.fixed import check_asserted
from argmap.analysis.solving.gradual import Evaluation, GradualSemantics, known
from argmap.model import ArgumentMap

ROUNDING = 1e-15
"""A strength that changes by less, in proportion, has not changed.

Along a chain the last bit can go on differing to the very end, at a cost that
multiplies with the length of the chain.
"""


WORK_AT_MOST = 8_000_000
"""The most strengths computed in cycles before the search is given up: some 10 seconds."""


class Leverage(NamedTuple):
    """What the weight of one claim does to the strength of the target.

    ``at_zero`` and ``at_one`` are the change in the target's strength, in
    [−1, 1], when the weight goes to 0 and to 1 and all else stays: only the
    weight is fixed, what supports and attacks the claim still acts. None where the
    target has no strength, before or after, because something does not settle.
    ``weight`` is the claim's base score and ``strength`` its strength as it is.
    """

    claim: str
    at_zero: float | None
    at_one: float | None
    weight: float
    strength: float | None

    @property
    def largest(self) -> float | None:
        """The larger change in absolute value, of those that are known."""
        changes = [abs(change) for change in (self.at_zero, self.at_one) if change is not None]
        return max(changes, default=None)


class Leverages(NamedTuple):
    """What ``leverage`` found, and whether it is all there is."""

    found: list[Leverage]
    is_exhaustive: bool


def leverage(
    argument_map: ArgumentMap,
    claim_id: str,
    semantics: GradualSemantics,
    *,
    assume: Collection[str] = frozenset(),
    reject: Collection[str] = frozenset(),
) -> Leverages:
    """Return the leverage of every claim other than the target that can reach it.

    The largest change comes first, changes that are not known come last, ties
    in the order of the file. ``assume`` and ``reject`` are ids of claims and
    relations of strength 1 and 0; a claim can reach the target by relations that
    change a strength and are not made ineffective by these. Changes are those
    that two evaluations of the whole map would show, but for rounding. Each costs
    as much as what it alters, with every cycle that it touches iterated again.
    Where that is more than ``WORK_AT_MOST``, the claims nearest to the target are tried.

    Raises UnknownNameError for an unknown claim, ArgmapError for a question, and what
    ``Evaluation`` raises.
    """
    check_asserted(argument_map, claim_id, "ask about")
    evaluation = Evaluation(argument_map, semantics.combine, assume=assume, reject=reject)
    target = evaluation.numbers[claim_id]
    change = _Change(evaluation, target)
    names = [*argument_map.claims]
    near = [names[node] for node in change.reach if node < len(names) and node != target]
    begun = evaluation.work
    found = {}
    for name in near:
        if evaluation.work - begun > WORK_AT_MOST:
            break
        found[name] = _leverage(evaluation, change, name)
    in_order = [found[name] for name in names if name in found]
    return Leverages(sorted(in_order, key=_rank), len(found) == len(near))


def _rank(each: Leverage) -> tuple[bool, float]:
    return each.largest is None, -(each.largest or 0.0)


def _leverage(evaluation: Evaluation, change: _Change, name: str) -> Leverage:
    node = evaluation.numbers[name]
    return Leverage(
        name,
        change.of_target(node, 0.0),
        change.of_target(node, 1.0),
        evaluation.bases[node],
        evaluation.strength(name),
    )


class _Change:
    """Changes one base score at a time and propagates the change to one target.

    ``reach`` has the nodes that can reach the target, itself included, nearest first.
    """

    def __init__(self, evaluation: Evaluation, target: int) -> None:
        """Find what can reach the target."""
        self._evaluation = evaluation
        self._target = target
        self.reach = {target: None}
        queue = deque([target])
        while queue:
            for supporters_or_attackers in evaluation.incoming[queue.popleft()] or ():
                for step, premises in supporters_or_attackers:
                    new = [node for node in (step, *premises) if node not in self.reach]
                    self.reach |= dict.fromkeys(new)
                    queue += new

    def of_target(self, node: int, base: float) -> float | None:
        """Return the change in the target's strength when the node has another base score.

        Afterwards everything is as it was.
        """
        evaluation = self._evaluation
        old_base, old = evaluation.bases[node], evaluation.values[self._target]
        if math.isnan(old):
            return None
        evaluation.bases[node] = base
        before = self._propagate(node)
        new = evaluation.values[self._target]
        evaluation.bases[node] = old_base
        for changed, value in before.items():
            evaluation.values[changed] = value
        return known(new - old)

    def _propagate(self, node: int) -> dict[int, float]:
        """Compute what changes, each place once; return the values from before."""
        evaluation, places = self._evaluation, self._evaluation.order.places
        values, before = evaluation.values, dict[int, float]()
        heap = [places[node]]
        waiting = set(heap)
        while heap:
            for member, value in list(evaluation.values_at(heappop(heap))):
                old = values[member]
                if math.isclose(value, old, rel_tol=ROUNDING):
                    continue
                before[member], values[member] = old, value
                for following in evaluation.successors[member]:
                    place = places[following]
                    if following in self.reach and place not in waiting:
                        waiting.add(place)
                        heappush(heap, place)
        return before
