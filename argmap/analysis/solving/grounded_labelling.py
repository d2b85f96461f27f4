"""Grounded semantics by propagation from what nothing attacks.

A node is in once all its attackers are out and what it needs below it is in; it
is out once an attacker is in, or nothing below can derive it any more. Each
decision is propagated once, so the work is linear in the size of the map; only
claims in a cycle of support are examined again, each time the support falls by
which they were last found to be derivable.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.order import in_order

OPEN, IN, OUT, UNDECIDED = range(4)


def grounded_labels(framework: Framework) -> bytearray:
    """Return IN, OUT or UNDECIDED for each node of a framework."""
    labelling = GroundedLabelling(framework)
    labelling.settle(range(len(framework.names)))
    return labelling.status


class GroundedLabelling:
    """The grounded status of the nodes of a framework, computed for all or some at a time.

    ``status`` has OPEN, IN, OUT or UNDECIDED for each node, and ``ranks`` the order
    in which those of one run were decided. ``rejected`` are the nodes that are out
    by assumption; it may be changed between runs.
    """

    def __init__(self, framework: Framework) -> None:
        """Begin with every node open."""
        self.framework = framework
        size = len(framework.names)
        self.status = bytearray(size)
        self.ranks = [0] * size
        self.rejected = set(framework.rejected)
        self._open_attackers = [0] * size  # attackers of a node that are not out
        # Premises of a step that are not in; 1 for a claim that nothing derives yet.
        self._missing_premises = [0] * size
        self._open_supports = [0] * size  # ways in which a claim may still be derived
        self._cycles = _SupportCycles(framework)

    @property
    def has_cycles(self) -> bool:
        """Whether some claims of the framework support one another in a cycle."""
        return bool(self._cycles.members)

    def settle(self, nodes: Iterable[int]) -> None:
        """Compute the status of some open nodes, given those of all others.

        Nodes that are open at the end are undecided, and marked so.
        """
        nodes = list(nodes)
        status = self.status
        # All are counted before any is decided, for each decision is propagated just once.
        outcomes = [self._begin(node) for node in nodes]
        decided = []
        for node, outcome in zip(nodes, outcomes, strict=True):
            if outcome != OPEN:
                status[node] = outcome
                decided.append(node)
        stale = self._cycles.among(nodes)
        rank = 0
        while decided or stale:
            if decided:
                node = decided.pop()
                self.ranks[node] = rank
                rank += 1
                if status[node] == IN:
                    self._propagate_in(node, decided)
                else:
                    self._propagate_out(node, decided, stale)
            else:
                for claim in self._cycles.underivable(stale.pop(), status):
                    status[claim] = OUT
                    decided.append(claim)
        for node in nodes:
            if status[node] == OPEN:
                status[node] = UNDECIDED

    def outcome(self, node: int) -> int:
        """Return the status of a node that follows from its neighbours', or UNDECIDED."""
        return self._begin(node) or UNDECIDED

    def _begin(self, node: int) -> int:
        """Count the inputs of a node; return the status that already follows, or OPEN."""
        framework, status = self.framework, self.status
        if node in framework.assumed or node in self.rejected:
            return IN if node in framework.assumed else OUT
        below = framework.below[node]
        found = [status[each] for each in below]
        attacks = [status[each] for each in framework.attackers[node]]
        self._open_attackers[node] = len(attacks) - attacks.count(OUT)
        if node < framework.claims:
            alone = framework.stands_alone[node]
            self._missing_premises[node] = 0 if alone or IN in found else 1
            self._open_supports[node] = len(found) - found.count(OUT) + alone
            is_lost = not self._open_supports[node]
        else:
            self._missing_premises[node] = len(found) - found.count(IN)
            is_lost = OUT in found
        if is_lost or IN in attacks:
            return OUT
        return OPEN if self._open_attackers[node] or self._missing_premises[node] else IN

    def _propagate_in(self, node: int, decided: list[int]) -> None:
        status, missing = self.status, self._missing_premises
        is_step = node >= self.framework.claims
        strikes = self.framework.strikes[node]
        for above in self.framework.above[node]:
            if strikes:
                if status[above] == OPEN:
                    status[above] = OUT
                    decided.append(above)
                continue
            missing[above] = 0 if is_step else missing[above] - 1
            if status[above] == OPEN and not missing[above] and not self._open_attackers[above]:
                status[above] = IN
                decided.append(above)

    def _propagate_out(self, node: int, decided: list[int], stale: list[int]) -> None:
        status = self.status
        is_step = node >= self.framework.claims
        strikes = self.framework.strikes[node]
        for above in self.framework.above[node]:
            if strikes:
                self._open_attackers[above] -= 1
                is_decided = not self._open_attackers[above] and not self._missing_premises[above]
                outcome = IN
            elif is_step:
                self._open_supports[above] -= 1
                is_decided, outcome = not self._open_supports[above], OUT
                self._cycles.lose(above, node, stale)
            else:
                is_decided, outcome = True, OUT
            if is_decided and status[above] == OPEN:
                status[above] = outcome
                decided.append(above)


class _SupportCycles:
    """The cycles of support of a framework, and the steps that derive their claims.

    A cycle is a strongly connected component of claims that need support from one
    another; ``members`` has the claims of each. A cycle is examined again only when
    a step is out by which one of its claims was last found to be derivable.
    """

    def __init__(self, framework: Framework) -> None:
        """Find the cycles."""
        self._framework = framework
        self.members = _cycles(framework)
        self._cycle_of = {claim: n for n, claims in enumerate(self.members) for claim in claims}
        self._derived_by: dict[int, int] = {}

    def among(self, nodes: Sequence[int]) -> list[int]:
        """Return the cycles that have some of the nodes."""
        if not self.members:
            return []
        return sorted({self._cycle_of[node] for node in nodes if node in self._cycle_of})

    def lose(self, claim: int, step: int, stale: list[int]) -> None:
        """Record that a step to a claim is out; add its cycle to ``stale`` if that matters."""
        if self._derived_by.get(claim) == step:
            del self._derived_by[claim]
            stale.append(self._cycle_of[claim])

    def underivable(self, cycle: int, status: bytearray) -> list[int]:
        """Return the open claims of a cycle that nothing outside it can derive any more."""
        framework = self._framework
        doubtful = [claim for claim in self.members[cycle] if status[claim] == OPEN]
        members = set(doubtful)
        missing: dict[int, int] = {}
        reached: list[int] = []
        for claim in doubtful:
            self._derived_by.pop(claim, None)
            for step in framework.below[claim]:
                if status[step] != OUT:
                    missing[step] = sum(premise in members for premise in framework.below[step])
                    if not missing[step]:
                        reached.append(step)
        while reached:
            step = reached.pop()
            claim = framework.above[step][0]
            if claim in self._derived_by:
                continue
            self._derived_by[claim] = step
            for use in framework.above[claim]:
                if use in missing:
                    missing[use] -= 1
                    if not missing[use]:
                        reached.append(use)
        return [claim for claim in doubtful if claim not in self._derived_by]


def _cycles(framework: Framework) -> list[list[int]]:
    """Return the cycles of support: claims that stand only if others among them do."""
    needy = [
        claim
        for claim in range(framework.claims)
        if framework.below[claim] and not framework.stands_alone[claim]
    ]
    index = {claim: number for number, claim in enumerate(needy)}
    successors: list[list[int]] = [[] for _ in needy]
    for number, claim in enumerate(needy):
        for step in framework.below[claim]:
            for premise in framework.below[step]:
                if premise in index:
                    successors[index[premise]].append(number)
    return [[needy[n] for n in members] for members in in_order(successors).cycles.values()]
