"""Grounded semantics by propagation: what follows, step by step, from what nothing attacks.

A node is in once nothing that attacks it can be derived any more and what it
needs below it is in; it is out once something that attacks it is in, or
nothing below it can derive it. Each fact is passed on once, so the work is
linear in the size of the map; only claims in a circle of support are looked at
again, when the support through which they were last seen to be founded falls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.analysis.solving.framework import Framework

OPEN, IN, OUT, UNDECIDED = range(4)


class GroundedLabelling:
    """Works out the grounded status of the nodes of a framework, all or some at a time.

    ``status`` has OPEN, IN, OUT or UNDECIDED for each node; ``ranks`` says in
    which order those of one run were decided; ``rejected`` are the nodes held
    to be out, which may be changed between runs.
    """

    def __init__(self, framework: Framework) -> None:
        """Begin with every node open."""
        self.framework = framework
        size = len(framework.names)
        self.status = bytearray(size)
        self.ranks = [0] * size
        self.rejected = set(framework.rejected)
        self._open_attackers = [0] * size  # attackers of a node that are not out
        self._missing_premises = [
            0
        ] * size  # premises of a step that are not in; 1 for an unfounded claim
        self._open_supports = [0] * size  # ways in which a claim may still be derived
        self._loops = _Loops(framework)

    @property
    def has_loops(self) -> bool:
        """Whether claims support one another in circles somewhere in the framework."""
        return self._loops.exist

    def settle(self, nodes: Iterable[int]) -> None:
        """Work out the status of some open nodes; all others are taken to have theirs for good.

        What stays open in the end is undecided, and marked so.
        """
        nodes = list(nodes)
        status = self.status
        # All are counted before any is decided: each decision is passed on just once.
        outcomes = [self._begin(node) for node in nodes]
        decided = []
        for node, outcome in zip(nodes, outcomes, strict=True):
            if outcome != OPEN:
                status[node] = outcome
                decided.append(node)
        stale = self._loops.among(nodes)
        rank = 0
        while decided or stale:
            if decided:
                node = decided.pop()
                self.ranks[node] = rank
                rank += 1
                if status[node] == IN:
                    self._pass_on_in(node, decided)
                else:
                    self._pass_on_out(node, decided, stale)
            else:
                for claim in self._loops.unfounded(stale.pop(), status):
                    status[claim] = OUT
                    decided.append(claim)
        for node in nodes:
            if status[node] == OPEN:
                status[node] = UNDECIDED

    def outcome(self, node: int) -> int:
        """Return the status that follows for a node from those around it, or UNDECIDED."""
        return self._begin(node) or UNDECIDED

    def _begin(self, node: int) -> int:
        """Count what bears on a node; return the status that already follows, or OPEN."""
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

    def _pass_on_in(self, node: int, decided: list[int]) -> None:
        status, needs = self.status, self._missing_premises
        is_step = node >= self.framework.claims
        strikes = self.framework.strikes[node]
        for above in self.framework.above[node]:
            if strikes:
                if status[above] == OPEN:
                    status[above] = OUT
                    decided.append(above)
                continue
            needs[above] = 0 if is_step else needs[above] - 1
            if status[above] == OPEN and not needs[above] and not self._open_attackers[above]:
                status[above] = IN
                decided.append(above)

    def _pass_on_out(self, node: int, decided: list[int], stale: list[int]) -> None:
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
                self._loops.lose(above, node, stale)
            else:
                is_decided, outcome = True, OUT
            if is_decided and status[above] == OPEN:
                status[above] = outcome
                decided.append(above)


class _Loops:
    """The circles of support of a framework, and through what their claims are founded.

    A circle is a strongly connected set of claims that need support from one
    another. Each of its claims remembers the step through which it was last
    found to be derivable; only when that one is out is the circle looked at again.
    """

    def __init__(self, framework: Framework) -> None:
        """Find the circles."""
        self._framework = framework
        self._members: list[list[int]] = list(_cycles(framework))
        self._loop_of = {claim: n for n, claims in enumerate(self._members) for claim in claims}
        self._source: dict[int, int] = {}

    @property
    def exist(self) -> bool:
        """Whether there is any circle."""
        return bool(self._members)

    def among(self, nodes: Sequence[int]) -> list[int]:
        """Return the circles that the nodes are of; a circle counts when one of it is there."""
        if not self._members:
            return []
        return sorted({self._loop_of[node] for node in nodes if node in self._loop_of})

    def lose(self, claim: int, step: int, stale: list[int]) -> None:
        """Note that a step to a claim is out; add its circle to ``stale`` if that matters."""
        if self._source.get(claim) == step:
            del self._source[claim]
            stale.append(self._loop_of[claim])

    def unfounded(self, loop: int, status: bytearray) -> list[int]:
        """Return the open claims of a circle that nothing outside it can derive any more."""
        framework = self._framework
        doubtful = [claim for claim in self._members[loop] if status[claim] == OPEN]
        members = set(doubtful)
        missing: dict[int, int] = {}
        reached: list[int] = []
        for claim in doubtful:
            self._source.pop(claim, None)
            for step in framework.below[claim]:
                if status[step] != OUT:
                    missing[step] = sum(premise in members for premise in framework.below[step])
                    if not missing[step]:
                        reached.append(step)
        while reached:
            step = reached.pop()
            claim = framework.above[step][0]
            if claim in self._source:
                continue
            self._source[claim] = step
            for use in framework.above[claim]:
                if use in missing:
                    missing[use] -= 1
                    if not missing[use]:
                        reached.append(use)
        return [claim for claim in doubtful if claim not in self._source]


def _cycles(framework: Framework) -> Iterator[list[int]]:
    """Yield the circles of support: claims that stand only if others among them do."""
    waiting = {
        claim: len(framework.below[claim])
        for claim in range(framework.claims)
        if not framework.stands_alone[claim] and framework.below[claim]
    }
    if not waiting:
        return
    left = _left_over(framework, waiting)
    if not left:
        return
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    for claim in left:
        for step in framework.below[claim]:
            graph.add_edges_from((premise, claim) for premise in framework.below[step])
    inner = graph.subgraph(left)
    for members in nx.strongly_connected_components(inner):
        if len(members) > 1 or any(inner.has_edge(member, member) for member in members):
            yield sorted(members)


def _left_over(framework: Framework, waiting: dict[int, int]) -> set[int]:
    """Return the claims on or after a circle, by taking away what stands before all circles."""
    left = set(waiting)
    unmet = {
        step: sum(premise in waiting for premise in framework.below[step])
        for claim in waiting
        for step in framework.below[claim]
    }
    ready = [step for step, number in unmet.items() if not number]
    while ready:
        claim = framework.above[ready.pop()][0]
        waiting[claim] -= 1
        if waiting[claim]:
            continue
        left.discard(claim)
        for step in framework.above[claim]:
            if step in unmet:
                unmet[step] -= 1
                if not unmet[step]:
                    ready.append(step)
    return left
