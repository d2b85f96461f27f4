"""Cruxes: what a claim's status turns on.

A crux is something, or a smallest set of things, whose rejection gives the
claim another status: claims and relations, the claim itself left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from argmap.analysis.balancing.labelling import weigh
from argmap.analysis.balancing.turning import names_reaching
from argmap.analysis.semantics import Framework, is_weighing, qualitative, weighing
from argmap.analysis.solving.changes import Changes
from argmap.analysis.solving.fixed import check_asserted
from argmap.analysis.solving.solver import Solver
from argmap.analysis.solving.verdict import STATUSES
from argmap.model import ArgumentMap, Status

WORLDS_AT_MOST = 200_000
"""The most sets that are tried before the search is given up."""

WORK_AT_MOST = 20_000_000
"""The most work over all sets, as ``Framework.cost`` counts it: some 20 seconds."""

SOLVED_AT_MOST = 5_000
"""The most sets that are tried where each takes a solver."""

SOLVING_AT_MOST = 1_500_000
"""The most claims and relations over all sets and answers of the solver."""


class Crux(NamedTuple):
    """Claims and relations, by id, and the status of the target once all are rejected."""

    rejected: tuple[str, ...]
    status: Status | None


class Cruxes(NamedTuple):
    """The smallest sets whose rejection changes a claim's status.

    ``status`` is the claim's status as it is: None where the semantics gives no
    extension. ``size`` is that of the sets found, all of one size; or where
    there are none, the largest that was tried; 0 when no set of any size
    changes it. ``is_exhaustive`` is False when the search was given up before
    it was through.
    """

    claim: str
    status: Status | None
    size: int
    found: tuple[Crux, ...]
    is_exhaustive: bool = True


def alternatives(found: Iterable[Crux]) -> dict[tuple[tuple[str, ...], ...], Status | None]:
    """Return cruxes in groups of interchangeable ids, with the status that they lead to.

    Each key is a tuple of groups: any one id of each group, together, is a crux.
    Every crux is in exactly one key; ids share a group when they are in cruxes
    with the same others.
    """
    result: dict[tuple[tuple[str, ...], ...], Status | None] = {}
    seen: set[frozenset[tuple[str, ...]]] = set()
    by_status: dict[Status | None, list[Crux]] = {}
    for crux in found:
        by_status.setdefault(crux.status, []).append(crux)
    for status, members in by_status.items():
        partners: dict[str, set[frozenset[str]]] = {}
        for crux in members:
            for name in crux.rejected:
                partners.setdefault(name, set()).add(frozenset(crux.rejected) - {name})
        groups: dict[frozenset[frozenset[str]], list[str]] = {}
        for name, others in partners.items():
            groups.setdefault(frozenset(others), []).append(name)
        group_of = {name: tuple(group) for group in groups.values() for name in group}
        for crux in members:
            key = frozenset(group_of[name] for name in crux.rejected)
            order = list(dict.fromkeys(group_of[name] for name in crux.rejected))
            if key not in seen:
                seen.add(key)
                result[tuple(order)] = status
    return result


def cruxes(
    argument_map: ArgumentMap,
    claim_id: str,
    *,
    semantics: str = "grounded",
    size: int = 3,
    assume: Collection[str] = (),
    reject: Collection[str] = (),
    work: int | None = None,
) -> Cruxes:
    """Return the cruxes of a claim, of the smallest size there are any, up to ``size``.

    They are exact, found by search: single ones first, then pairs, and so on.
    ``assume`` and ``reject`` are ids to take as in and out throughout; ``work`` is how
    many claims and relations to compute under grounded semantics before the search is
    given up. Raises UnknownNameError for an unknown claim or semantics, and ArgmapError for
    a question, or where clingo is needed and missing.
    """
    check_asserted(argument_map, claim_id, "ask about")
    framework = Framework(argument_map, assume, reject)
    search: _GroundedSearch | _PlainSearch
    if semantics == "grounded":
        search = _GroundedSearch(framework, claim_id, WORK_AT_MOST if work is None else work)
    else:
        search = _PlainSearch(framework, claim_id, semantics)
    for number in range(1, size + 1):
        found = tuple(search.next_size())
        if found or search.is_over:
            size = number if found or search.gave_up else 0
            break
    return Cruxes(claim_id, search.status, size, found, not search.gave_up)


class _GroundedSearch:
    """Search guided by proofs, for grounded semantics.

    As long as one proof of the status stands, so does the status; a set that
    changes it takes something from every proof. So each set tried is extended
    by what is in a proof that it leaves standing (Reiter's hitting set tree,
    Artificial Intelligence 32, 1987).
    """

    def __init__(self, framework: Framework, claim_id: str, work: int) -> None:
        self._framework = framework
        self._claim_id = claim_id
        (target,) = framework.numbers(claim_id)
        self._changes = Changes(framework, target)
        self._before = self._changes.status[target]
        self.status: Status | None = STATUSES[self._before]
        self._standing: list[frozenset[str]] = [frozenset()]
        self._worlds = 0
        self._affordable = min(WORLDS_AT_MOST, work // framework.cost)
        self.gave_up = False

    @property
    def is_over(self) -> bool:
        return self.gave_up or not self._standing

    def next_size(self) -> list[Crux]:
        """Return the cruxes of the next size; to be called as long as there are none."""
        found: list[Crux] = []
        standing: list[frozenset[str]] = []
        for rejected in self._larger():
            status = self._changes.status_without(self._nodes(rejected))
            if status != self._before:
                names = tuple(sorted(rejected, key=self._framework.numbers))
                found.append(Crux(names, STATUSES[status]))
            else:
                standing.append(rejected)
        self._standing = standing
        return sorted(found, key=self._rank)

    def _rank(self, crux: Crux) -> list[tuple[int, ...]]:
        return [self._framework.numbers(name) for name in crux.rejected]

    def _nodes(self, names: Iterable[str]) -> list[int]:
        return [node for name in names for node in self._framework.numbers(name)]

    def _larger(self) -> Iterator[frozenset[str]]:
        """Yield the sets to try next, until that is too many; then give up."""
        seen: set[frozenset[str]] = set()
        for standing in self._standing:
            for name in self._extensions(standing):
                larger = standing | {name}
                if larger in seen:
                    continue
                if self._worlds >= self._affordable:
                    self.gave_up = True
                    return
                self._worlds += 1
                seen.add(larger)
                yield larger

    def _extensions(self, rejected: frozenset[str]) -> list[str]:
        """Return the ids by which to extend a set that changes nothing, the nearest first.

        What happens near the target is then known when a change further away reaches it.
        """
        changes, framework = self._changes, self._framework
        _, nodes = changes.proof_without(self._nodes(rejected))
        free = set(nodes) - framework.fixed - framework.granted
        near = sorted(free, key=changes.place, reverse=True)
        names = framework.own_names(near)
        return [name for name in names if name != self._claim_id and name not in rejected]


class _PlainSearch:
    """Every set in turn, for the semantics of which nothing is known but the statuses."""

    def __init__(self, framework: Framework, claim_id: str, semantics: str) -> None:
        self._framework = framework
        self._claim_id = claim_id
        self._name = semantics
        self._semantics = qualitative(semantics)
        self._balance = weighing(semantics).balance(framework) if is_weighing(semantics) else None
        self._cost = framework.cost
        self._work_before = Solver.work
        self.status = self._status(())
        (target,) = framework.numbers(claim_id)
        fixed = framework.fixed | framework.granted
        fixed_names = {*framework.own_names(fixed)}
        names = [name for name in self._bearing(target) if name not in fixed_names]
        self._names = [name for name in names if name != claim_id]
        self._size = 0
        self._worlds = 0
        self.gave_up = False

    def _bearing(self, target: int) -> Iterable[str]:
        """Return the ids on which the status of a claim may depend, itself included."""
        framework = self._framework
        if self._balance is not None:
            return names_reaching(self._balance, target)
        is_directional = self._semantics.IS_DIRECTIONAL
        nodes = framework.reaching(target) if is_directional else range(len(framework.names))
        return framework.own_names(nodes)

    @property
    def is_over(self) -> bool:
        return self.gave_up

    def _status(self, rejected: tuple[str, ...]) -> Status | None:
        framework = self._framework
        if self._balance is not None:
            labels = weigh(self._balance.rejecting(rejected)).labels
            return STATUSES[labels[self._balance.numbers[self._claim_id]]]
        reject = {*(framework.names[node] for node in framework.rejected), *rejected}
        assume = {framework.names[node] for node in framework.assumed | framework.granted}
        verdict = self._semantics.verdict(Framework(framework.map, assume, reject))
        return verdict.statuses.get(self._claim_id)

    def _work(self) -> int:
        """Return the claims and relations computed, as ``SOLVING_AT_MOST`` counts them."""
        return self._worlds * self._cost + Solver.work - self._work_before

    def next_size(self) -> list[Crux]:
        """Return the cruxes of the next size, as ``_GroundedSearch`` does."""
        self._size += 1
        found: list[Crux] = []
        for rejected in combinations(self._names, self._size):
            if self._worlds == SOLVED_AT_MOST or self._work() >= SOLVING_AT_MOST:
                self.gave_up = True
                break
            self._worlds += 1
            status = self._status(rejected)
            if status is not self.status:
                found.append(Crux(rejected, status))
        return found
