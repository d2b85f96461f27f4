"""The grounded status of one claim when something is rejected.

A change is propagated from what is rejected towards that claim, through the nodes
whose status it changes; nothing else is computed again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import heappop, heappush

from argmap.analysis.solving.framework import Framework
from argmap.analysis.solving.grounded_labelling import IN, OPEN, OUT, UNDECIDED, GroundedLabelling
from argmap.analysis.solving.order import in_order

Fate = tuple[int, int]  # a node and its new status
Before = dict[int, tuple[int, int]]  # the status and the rank that each node had


class Changes:
    """The grounded status of a target, as it is and with some nodes rejected.

    Only the nodes that can reach the target are looked at: ``reach``, ascending.
    """

    def __init__(self, framework: Framework, target: int) -> None:
        """Compute the statuses as they are, and the order in which changes propagate."""
        self.framework = framework
        self.target = target
        self.reach = framework.reaching(target)
        self._labelling = GroundedLabelling(framework)
        self.status = self._labelling.status
        index = {node: number for number, node in enumerate(self.reach)}
        self._order = in_order(
            [[index[n] for n in framework.above[node] if n in index] for node in self.reach]
        )
        self._place = {node: self._order.places[number] for node, number in index.items()}
        self.status[:] = bytes([UNDECIDED]) * len(self.status)  # no change spreads to other nodes
        for node in self.reach:
            self.status[node] = OPEN
        self._labelling.settle(self.reach)
        # The target's status when, of all changes, only this one is still to be propagated.
        self._known: dict[Fate, int] = {}

    def place(self, node: int) -> int:
        """Return the place of a node in the order: after all it depends on, cycles apart."""
        return self._place[node]

    def _members(self, place: int) -> list[int]:
        first = self._order.nodes[place]
        return [self.reach[n] for n in self._order.cycles.get(place, (first,))]

    def status_without(self, rejected: Collection[int]) -> int:
        """Return the status of the target with some nodes rejected; leave everything as it was."""
        if not self._labelling.has_cycles and all(self.status[n] == UNDECIDED for n in rejected):
            return self._spread(rejected)
        before: Before = {}
        status = self._propagate(rejected, before, stop_early=True)
        self._restore(rejected, before)
        return status

    def _spread(self, rejected: Collection[int]) -> int:
        """Return the status of the target with some undecided nodes rejected.

        What is decided stays so; only what follows from the rejection is propagated.
        """
        status, changed = self.status, list(rejected)
        for node in rejected:
            status[node] = OUT
        for node in changed:  # the list grows while it is walked
            for above in self.framework.above[node]:
                if status[above] == UNDECIDED and above in self._place:
                    status[above] = self._labelling.outcome(above)
                    if status[above] != UNDECIDED:
                        changed.append(above)
            if status[self.target] != UNDECIDED:
                break
        result = status[self.target]
        for node in changed:
            status[node] = UNDECIDED
        return result

    def proof_without(self, rejected: Collection[int]) -> tuple[int, list[int]]:
        """Return the status of the target with some nodes rejected, and what it turns on.

        That is, in ascending order, nodes of which at least one must cease to be
        for the status to change. Of a target that is in or out they are the nodes
        that are in, in one proof. Of an undecided one they are the undecided nodes
        on which it depends through undecided nodes, and the nodes that are in, in
        one proof of each decided status on which those depend.
        """
        before: Before = {}
        status = self._propagate(rejected, before, stop_early=False)
        open_nodes = self._undecided() if status == UNDECIDED else set[int]()
        ends = [end for node in open_nodes for end in self.framework.inputs(node)]
        decided = [end for end in ends if end not in open_nodes]
        proof = self._proof([self.target] if status != UNDECIDED else decided)
        found = sorted(open_nodes | {node for node in proof if self.status[node] == IN})
        self._restore(rejected, before)
        return status, found

    def _undecided(self) -> set[int]:
        """Return the undecided nodes that reach the target through undecided nodes alone."""
        found = {self.target}
        pending = [self.target]
        while pending:
            new = [
                node
                for node in self.framework.inputs(pending.pop())
                if self.status[node] == UNDECIDED and node not in found
            ]
            found.update(new)
            pending += new
        return found

    def _restore(self, rejected: Collection[int], before: Before) -> None:
        self._labelling.rejected.difference_update(set(rejected) - self.framework.rejected)
        for node, (status, rank) in before.items():
            self.status[node] = status
            self._labelling.ranks[node] = rank

    def _propagate(self, rejected: Collection[int], before: Before, *, stop_early: bool) -> int:
        """Reject nodes and return the target's status; record old values in ``before``."""
        self._labelling.rejected.update(rejected)
        waiting = sorted({self._place[node] for node in rejected})
        queued = set(waiting)
        fates: list[Fate] = []
        while waiting:
            changed = list(self._recompute(heappop(waiting), before))
            if not waiting and len(changed) == 1:
                fate = (changed[0], self.status[changed[0]])
                if stop_early and fate in self._known:
                    return self._remember(fates, self._known[fate])
                fates.append(fate)
            for node in changed:
                for above in self.framework.above[node]:
                    place = self._place.get(above)
                    if place is not None and place not in queued:
                        queued.add(place)
                        heappush(waiting, place)
        return self._remember(fates, self.status[self.target])

    def _remember(self, fates: list[Fate], status: int) -> int:
        self._known.update(dict.fromkeys(fates, status))
        return status

    def _recompute(self, place: int, before: Before) -> Iterator[int]:
        """Compute a place again; yield the nodes whose status has changed."""
        members = self._members(place)
        old = [self.status[node] for node in members]
        for node in members:
            before.setdefault(node, (self.status[node], self._labelling.ranks[node]))
            self.status[node] = OPEN
        self._labelling.settle(members)
        for node, status in zip(members, old, strict=True):
            if self.status[node] != status:
                yield node

    def _proof(self, decided: Iterable[int]) -> set[int]:
        """Return the nodes of one proof of the statuses of nodes that are in or out."""
        found = set(decided)
        pending = sorted(found)
        while pending:
            new = [node for node in self._reasons(pending.pop(), found) if node not in found]
            found.update(new)
            pending += new
        return found

    def _reasons(self, node: int, found: set[int]) -> list[int]:
        """Return nodes from whose statuses that of a node follows, preferably those found."""
        framework, status = self.framework, self.status
        if node in framework.assumed or node in self._labelling.rejected:
            return []
        attackers, below = framework.attackers[node], framework.below[node]
        if status[node] == OUT:
            strike = self._one(node, attackers, IN, found)
            if strike or framework.is_claim(node):
                return strike or list(below)
            return self._one(node, below, OUT, found)
        if not framework.is_claim(node):
            return [*attackers, *below]
        if framework.stands_alone[node]:
            return list(attackers)
        return [*attackers, *self._one(node, below, IN, found)]

    def _one(self, node: int, others: Sequence[int], status: int, found: set[int]) -> list[int]:
        """Return one of ``others`` that had the status before the node had its own, if any."""
        place, ranks = self._place, self._labelling.ranks
        earlier = [
            other
            for other in others
            if self.status[other] == status
            and (place[other] != place[node] or ranks[other] < ranks[node])
        ]
        return [next((other for other in earlier if other in found), earlier[0])] if earlier else []
