"""The shortest proof of each status in a labelling.

A labelling says of every node of a framework whether it is in, out or
undecided. That a node is in follows from everything that attacks it being out
and from what it needs below being in; that it is out, from one attacker that is
in, or from what it needs below being out. So proofs are hyperpaths, and the
shortest are found by Knuth's generalization of Dijkstra's algorithm
(Information Processing Letters 6, 1977). The length of a proof is its number of
lines as a tree: one for each claim, and one for each linked step.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from argmap.analysis.semantics import Framework
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED


class Proofs:
    """For each node that can reach a target, the nodes from which its status follows.

    ``reasons`` has them by node: none for what needs no reason. ``circular`` has
    the claims that are out because their supports rest on one another alone.
    """

    def __init__(self, framework: Framework, labels: Sequence[int], target: int) -> None:
        """Prove the status that each node has by ``labels``."""
        self._framework = framework
        self._labels = labels
        self._reach = framework.reaching(target)
        self._waiting = frozenset(self._reach) - framework.fixed
        self.reasons: dict[int, tuple[int, ...]] = {}
        self.circular: set[int] = set()
        self._missing: dict[int, int] = {}  # how many proofs a node still needs
        self._sums: dict[int, int] = {}  # the length of those that it has
        self._carrier: dict[int, int] = {}  # the supporting step found for a claim
        self._heap: list[tuple[int, int, tuple[int, ...]]] = []
        self._assumes_attacks = False
        for node in self._reach:
            self._begin(node)
        self._run()
        if any(self._is_open(node) for node in self._reach):
            self._assume_attacks()
            self._run()
        self._block()

    def _is_open(self, node: int) -> bool:
        return node not in self.reasons and self._labels[node] != UNDECIDED

    def _begin(self, node: int) -> None:
        """Count the proofs that a node needs; one that needs none is proved at once."""
        framework = self._framework
        below = framework.below[node]
        self._sums[node] = 0
        if node in self._framework.fixed:
            self._missing[node] = 0
        elif self._labels[node] == IN:
            is_claim = framework.is_claim(node)
            needed = (not framework.stands_alone[node]) if is_claim else len(below)
            self._missing[node] = len(framework.attackers[node]) + needed
        elif self._labels[node] == OUT and framework.is_claim(node):
            self._missing[node] = len(below)
            if framework.stands_alone[node]:
                self._missing[node] += 1  # never met: only an attack puts it out
        else:
            return
        self._try(node)

    def _try(self, node: int) -> None:
        if not self._missing[node]:
            length = self._length(node) + self._sums[node]
            heappush(self._heap, (length, node, self._all_reasons(node)))

    def _length(self, node: int) -> int:
        """Return the number of lines of a node; a step from one premise shares the premise's."""
        framework = self._framework
        has_line = framework.is_claim(node) or node in framework.fixed
        return int(has_line or len(framework.below[node]) > 1)

    def _all_reasons(self, node: int) -> tuple[int, ...]:
        framework = self._framework
        if node in self._framework.fixed:
            return ()
        if self._labels[node] == OUT or not framework.is_claim(node):
            attackers = framework.attackers[node] if self._labels[node] == IN else ()
            return (*attackers, *framework.below[node])
        carrier = [self._carrier[node]] if node in self._carrier else []
        return (*carrier, *framework.attackers[node])

    def _run(self) -> None:
        """Prove all that follows from what is proved, the shortest proofs first."""
        while self._heap or self._close_cycles():
            length, node, reasons = heappop(self._heap)
            if node not in self.reasons:
                self.reasons[node] = reasons
                for above in self._framework.above[node]:
                    if above in self._waiting and self._is_open(above):
                        self._propagate(node, length, above)

    def _propagate(self, node: int, length: int, above: int) -> None:
        """Account, for a node, for the proof of one on which it directly depends."""
        framework = self._framework
        label, outcome = self._labels[node], self._labels[above]
        is_claim = framework.is_claim(above)
        if framework.strikes[node]:
            if self._assumes_attacks:
                return
            if outcome == IN:
                self._fulfil(above, length)
            elif label == IN:
                # The line of what is struck, or of the premise of the step.
                heappush(self._heap, (1 + length, above, (node,)))
        elif outcome == OUT and label == OUT and not is_claim:
            heappush(self._heap, (self._length(above) + length, above, (node,)))
        elif outcome == OUT and label == OUT:
            self._fulfil(above, length)
        elif outcome == IN and label == IN:
            if is_claim and (framework.stands_alone[above] or above in self._carrier):
                return  # what is proved first has the shortest proof
            if is_claim:
                self._carrier[above] = node
            self._fulfil(above, length)

    def _fulfil(self, node: int, length: int) -> None:
        self._missing[node] -= 1
        self._sums[node] += length
        self._try(node)

    def _close_cycles(self) -> bool:
        """Prove those claims out whose supports rest on one another; return whether there are any.

        They are the largest set of claims without a proof such that each support
        on one of them is proved out or has a premise in the set.
        """
        framework = self._framework
        found = {
            node
            for node in self._reach
            if self._is_open(node)
            and self._labels[node] == OUT
            and framework.is_claim(node)
            and not framework.stands_alone[node]
        }
        pending = sorted(found)
        while pending:
            node = pending.pop()
            if node not in found:
                continue
            if not all(self._is_in_cycle(step, found) for step in framework.below[node]):
                found.discard(node)
                uses = (above for step in framework.above[node] for above in framework.above[step])
                pending += [claim for claim in uses if claim in found]
        for node in sorted(found):
            self.circular.add(node)
            heappush(self._heap, (1, node, tuple(framework.below[node])))
        return bool(found)

    def _is_in_cycle(self, step: int, claims: set[int]) -> bool:
        if self._labels[step] != OUT:
            return False
        return step in self.reasons or not claims.isdisjoint(self._framework.below[step])

    def _assume_attacks(self) -> None:
        """Take the status of attackers from the labelling, for claims may defend themselves."""
        self._assumes_attacks = True
        for node in self._reach:
            if not self._is_open(node) or node in self._framework.fixed:
                continue
            attackers = self._framework.attackers[node]
            if self._labels[node] == IN:
                unproved = sum(attacker not in self.reasons for attacker in attackers)
                self._missing[node] -= unproved
                self._sums[node] += unproved
                if unproved:
                    self._try(node)
            else:
                strikers = [each for each in attackers if self._labels[each] == IN]
                for striker in strikers[:1]:
                    heappush(self._heap, (2, node, (striker,)))

    def _block(self) -> None:
        """Give each undecided node a reason: an undecided attacker, or what it needs."""
        framework, labels = self._framework, self._labels
        ready: list[int] = []
        for node in self._reach:
            if labels[node] == UNDECIDED:
                open_attackers = [a for a in framework.attackers[node] if labels[a] == UNDECIDED]
                if open_attackers:
                    self.reasons[node] = (open_attackers[0],)
                    ready.append(node)
        # Whatever needs something undecided depends, in the end, on one under attack.
        for node in ready:  # the list grows while it is walked
            for above in framework.above[node]:
                is_open = above in self._waiting and labels[above] == UNDECIDED
                if is_open and above not in self.reasons and not framework.strikes[node]:
                    self.reasons[above] = (node,)
                    ready.append(above)
