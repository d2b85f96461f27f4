"""Whether an explanation proves what it says: read alone, by the rules of the reading of a map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import networkx as nx

from argmap import ArgumentMap, Claim, Explanation, Relation, RelationKind, Status
from argmap.analysis.evaluation.explanation import SUPPORTS_AT_MOST, Because, Reason
from argmap.analysis.tree import Mark
from support.small import NOTHING, Fixed

IN, OUT, UNDECIDED = Status.IN, Status.OUT, Status.UNDECIDED
Point = tuple[str, ...]  # ("claim", id), or ("step", relation, premise or "")


class Line(NamedTuple):
    """A line of an explanation, and what stands under it."""

    reason: Reason
    children: list[Line]
    above: Line | None
    is_rejected: bool  # its relation, that is

    @property
    def name(self) -> str:
        """The id of the claim, or of the relation with linked premises."""
        return self.reason.line.node.id

    @property
    def relation(self) -> Relation | None:
        """The relation by which the line bears on what is above it."""
        return self.reason.line.relation

    @property
    def is_claim(self) -> bool:
        """Whether the line is about a claim."""
        return isinstance(self.reason.line.node, Claim)

    @property
    def on_step(self) -> list[Line]:
        """What undercuts the relation of the line."""
        return [child for child in self.children if child.reason.line.on_step]

    @property
    def own(self) -> list[Line]:
        """What bears on the claim of the line, or the linked premises."""
        return [child for child in self.children if not child.reason.line.on_step]

    @property
    def is_against(self) -> bool:
        """Whether the line attacks what is above it."""
        return self.relation is not None and self.relation.kind.is_against

    @property
    def is_cut_off(self) -> bool:
        """Whether the status of the claim does not matter, since the step from it fails."""
        cut = {Because.UNDERCUT, Because.DISPUTED}
        return self.is_rejected or (self.is_claim and self.reason.because in cut)

    @property
    def point(self) -> Point:
        """What the line proves of what is above: the step where it has a relation."""
        if self.relation is None:
            return ("claim", self.name)
        return ("step", self.relation.id, self.name if self.is_claim else "")


def trees(explanation: Explanation, fixed: Fixed = NOTHING) -> list[Line]:
    """Return the tops of the trees of an explanation; those after the first go on with others."""
    tops: list[Line] = []
    path: list[Line] = []
    for reason in explanation.reasons:
        depth = reason.line.depth
        assert depth <= len(path)
        relation = reason.line.relation
        is_rejected = relation is not None and relation.id in fixed.reject
        line = Line(reason, [], path[depth - 1] if depth else None, is_rejected)
        (path[depth - 1].children if depth else tops).append(line)
        path[depth:] = [line]
    return tops


def lines_of(tops: list[Line]) -> Iterator[Line]:
    """Yield all lines of some trees."""
    pending = list(tops)
    while pending:
        line = pending.pop()
        yield line
        pending += line.children


class Checker:
    """Holds an explanation to the map it explains, where each claim has a status already."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        statuses: Mapping[str, Status],
        fixed: Fixed = NOTHING,
        *,
        is_grounded: bool,
    ) -> None:
        """Take the map, the status of each claim, and whether these are the grounded ones."""
        self.map = argument_map
        self.statuses = statuses
        self.fixed = fixed
        self.is_grounded = is_grounded
        self._told: dict[str, Line] = {}

    def check(self, explanation: Explanation) -> None:
        """Fail where the explanation does not prove the status of its claim."""
        tops = trees(explanation, self.fixed)
        first = tops[0]
        assert (first.name, first.relation) == (explanation.claim, None)
        assert first.reason.status is explanation.status
        self._check_continuations(tops)
        lines = list(lines_of(tops))
        self._told = {line.name: line for line in lines if self._tells(line)}
        assert len(self._told) == sum(map(self._tells, lines))
        for line in lines:
            self._check_line(line)
        self._check_circles(lines)

    @staticmethod
    def _tells(line: Line) -> bool:
        """Return whether the reasons of the claim of a line are under it, and there are some."""
        return line.is_claim and line.reason.line.mark is None and bool(line.own)

    def _check_continuations(self, tops: list[Line]) -> None:
        cut = [line for line in lines_of(tops) if line.reason.line.mark is Mark.CONTINUES]
        assert sorted(line.point for line in cut) == sorted(line.point for line in tops[1:])
        assert [top.reason.line.continued for top in tops] == [False] + [True] * len(cut)
        assert not [line for line in cut if line.children]

    def _check_line(self, line: Line) -> None:
        if line.is_claim:
            assert line.reason.status is self.statuses[line.name]
        mark = line.reason.line.mark
        if mark is Mark.CYCLE:
            assert line.name in self._names_above(line)
        if mark in {Mark.CYCLE, Mark.SHOWN}:
            assert line.name in self._told
            assert not line.own
        if mark is Mark.CONTINUES:
            return
        if line.relation is not None:
            self._check_step(line, line.relation)
        else:
            assert line.reason.step is None
            assert not line.on_step
        if line.is_cut_off:
            assert not line.own
        elif line.is_claim and mark is None:
            self._check_claim(line)

    @staticmethod
    def _names_above(line: Line) -> set[str]:
        names = set()
        while line.above is not None:
            line = line.above
            names.add(line.name)
        return names

    def _check_step(self, line: Line, relation: Relation) -> None:
        undercuts = {child.relation: child.reason.step for child in line.on_step}
        assert all(r and r.kind is RelationKind.UNDERCUTS for r in undercuts)
        assert all(r and r.target == relation.id for r in undercuts)
        if line.is_rejected:
            assert (line.reason.step, line.reason.because) == (OUT, Because.REJECTED)
            return
        premises = self._premises(line, relation)
        status = line.reason.step
        every = {r for r in self._on(relation.id) if r.kind is RelationKind.UNDERCUTS}
        if relation.id in self.fixed.assume:
            assert not undercuts
            every = set()
        if status is IN:
            assert undercuts == dict.fromkeys(every, OUT)
            assert premises == dict.fromkeys(
                [line.name] if line.is_claim else relation.premises, IN
            )
        else:
            due = IN if status is OUT else UNDECIDED
            assert due in undercuts.values() or status in premises.values()

    @staticmethod
    def _premises(line: Line, relation: Relation) -> dict[str, Status]:
        """Return the premises that count, with their statuses."""
        if line.is_claim:
            return {} if line.is_cut_off else {line.name: line.reason.status}
        assert line.reason.line.node == relation
        assert all(child.relation is None and child.name in relation.premises for child in line.own)
        return {child.name: child.reason.status for child in line.own}

    def _on(self, name: str) -> list[Relation]:
        """Return the relations that bear on a claim or relation."""
        found = [r for r in self.map.relations.values() if r.target == name]
        return found + [
            r
            for r in self.map.relations.values()
            if r.kind is RelationKind.CONTRADICTS and name in r.premises
        ]

    def _check_claim(self, line: Line) -> None:
        """Check that what stands under a claim is enough for its status."""
        name, because = line.name, line.reason.because
        if name in self.fixed.assume or name in self.fixed.reject:
            assert not line.own
            assert line.reason.status is (IN if name in self.fixed.assume else OUT)
            assert because is (Because.ASSUMED if name in self.fixed.assume else Because.REJECTED)
            return
        bearing = self._on(name)
        for child in line.own:
            assert child.relation in bearing
            sources = {*child.relation.premises, child.relation.target}
            assert child.name == child.relation.id or child.name in sources
        attacks = {r.id for r in bearing if r.kind.is_against}
        supports = {r.id for r in bearing if r.kind is RelationKind.SUPPORTS}
        assumed = self.map.claims[name].assumed
        alone = not supports if assumed is None else assumed
        against = {c.relation.id: c.reason.step for c in line.own if c.relation and c.is_against}
        in_favour = {
            c.relation.id: c.reason.step for c in line.own if c.relation and not c.is_against
        }
        assert len(against) + len(in_favour) == len(line.own)
        check = {IN: self._check_in, OUT: self._check_out, UNDECIDED: self._check_undecided}
        if line.reason.status is OUT and in_favour and line.reason.others:
            # Some supports are counted alone.
            statuses = {r.id: OUT for r in bearing if r.id in supports}
            assert len(in_favour) + line.reason.others == len(supports)
            is_top = line.above is None and not line.reason.line.continued
            is_many = len(in_favour) >= SUPPORTS_AT_MOST
            assert is_many or (because is Because.CIRCULAR and not is_top)
            in_favour = {**statuses, **in_favour}
        expected = check[line.reason.status](against, in_favour, attacks, supports, alone)
        if expected is Because.FALLEN and not in_favour:
            expected = Because.UNSUPPORTED
        assert because is expected or (because, expected) == (Because.CIRCULAR, Because.FALLEN)

        is_top = line.above is None and not line.reason.line.continued
        assert len(in_favour) <= 1 or is_top or line.reason.status is not IN

    _Found = Mapping[str, Status | None]

    @staticmethod
    def _check_in(
        against: _Found, in_favour: _Found, attacks: set[str], _supports: set[str], alone: object
    ) -> Because:
        assert against == dict.fromkeys(attacks, OUT)
        if alone:
            assert not in_favour
            return Because.STANDS
        assert set(in_favour.values()) == {IN}
        return Because.CARRIED

    @staticmethod
    def _check_out(
        against: _Found, in_favour: _Found, _attacks: set[str], supports: set[str], alone: object
    ) -> Because:
        if against:
            assert list(against.values()) == [IN]
            assert not in_favour
            return Because.ATTACKED
        assert not alone
        assert in_favour == dict.fromkeys(supports, OUT)
        return Because.FALLEN

    @staticmethod
    def _check_undecided(
        against: _Found, in_favour: _Found, _attacks: set[str], _supports: set[str], alone: object
    ) -> Because:
        assert [*against.values(), *in_favour.values()] == [UNDECIDED]
        assert against or not alone
        return Because.CONTESTED if against else Because.WAITING

    def _check_circles(self, lines: list[Line]) -> None:
        """Check that no proof goes in a circle, but for those that a status allows.

        Support that rests on itself carries nothing, so such a circle shows
        claims to be out, and nothing else. Claims that defend themselves, in a
        circle through attacks, are so by choice: not under grounded semantics.
        """
        graph: nx.DiGraph[Point] = nx.DiGraph()
        status: dict[Point, Status | None] = {}
        for line in lines:
            for of, on, attacks in self._leans(line):
                graph.add_edge(of.point if of.relation else ("claim", of.name), on, attacks=attacks)
            status[line.point] = line.reason.step if line.relation else line.reason.status
            if line.is_claim:
                status["claim", line.name] = line.reason.status
        supports: nx.DiGraph[Point] = nx.DiGraph()
        supports.add_edges_from(
            (of, on) for of, on, data in graph.edges.data() if not data["attacks"]
        )
        for cycle in cycles(supports):
            assert {status[point] for point in cycle} == {OUT}
        closing = {line.name for line in lines if line.reason.line.mark is Mark.CYCLE}
        in_circles = {point for cycle in cycles(graph) for point in cycle}
        assert {("claim", name) for name in closing} <= in_circles
        for cycle in cycles(graph):
            inner = graph.subgraph(cycle)
            leans = any(data["attacks"] for _, _, data in inner.edges.data())
            if leans and self.is_grounded:
                assert {status[point] for point in cycle} == {UNDECIDED}

    def _leans(self, line: Line) -> Iterator[tuple[Line, Point, bool]]:
        """Yield what a line rests on, with whether that attacks it."""
        for child in line.on_step:
            yield line, child.point, True
        if line.relation is None or not line.is_claim:
            for child in line.own:
                yield line, child.point, child.is_against
            return
        if not line.is_cut_off:
            yield line, ("claim", line.name), False
        for child in line.own:
            claim = line._replace(reason=_without_relation(line.reason))
            yield claim, child.point, child.is_against


def _without_relation(reason: Reason) -> Reason:
    return reason._replace(line=reason.line._replace(relation=None))


def cycles(graph: nx.DiGraph[Point]) -> Iterator[set[Point]]:
    """Yield the circles of a graph: what leads to one another, or to itself."""
    for members in nx.strongly_connected_components(graph):
        if len(members) > 1 or any(graph.has_edge(each, each) for each in members):
            yield members


def length(explanation: Explanation) -> int:
    """Return how many lines an explanation has when nothing is left out as shown before."""
    (top,) = trees(explanation)
    own = {line.name: line.own for line in lines_of([top]) if line.own}
    count, pending = 0, [top]
    while pending:
        line = pending.pop()
        count += 1
        is_shown = line.reason.line.mark is Mark.SHOWN
        pending += [*line.on_step, *(own[line.name] if is_shown else line.own)]
    return count


class Shortest:
    """The least number of lines that prove each status of an acyclic map, by trying all proofs."""

    def __init__(
        self, argument_map: ArgumentMap, status: Callable[[str], Status], fixed: Fixed
    ) -> None:
        """Take the map and the status of each claim and relation."""
        self.map = argument_map
        self.status = status
        self.fixed = fixed

    def _on(self, name: str, kind: RelationKind) -> list[Relation]:
        return [r for r in self.map.relations.values() if r.target == name and r.kind is kind]

    def claim(self, name: str) -> int:
        """Return the number of lines for a claim."""
        if name in self.fixed.assume or name in self.fixed.reject:
            return 1
        attacks = self._on(name, RelationKind.ATTACKS)
        supports = self._on(name, RelationKind.SUPPORTS)
        assumed = self.map.claims[name].assumed
        alone = not supports if assumed is None else assumed
        if self.status(name) is IN:
            carriers = [self.step(r) for r in supports if self.status(r.id) is IN]
            return 1 + sum(map(self.step, attacks)) + (0 if alone else min(carriers))
        ways = [self.step(r) for r in attacks if self.status(r.id) is IN]
        if not alone and all(self.status(r.id) is OUT for r in supports):
            ways.append(sum(map(self.step, supports)))
        return 1 + min(ways)

    def step(self, relation: Relation) -> int:
        """Return the number of lines for a relation, those for its premises included."""
        if relation.id in self.fixed.reject:
            return 1
        premises, own = relation.premises, int(relation.is_linked)
        undercuts = self._on(relation.id, RelationKind.UNDERCUTS)
        if relation.id in self.fixed.assume:
            undercuts = []
        if self.status(relation.id) is IN:
            return own + sum(map(self.claim, premises)) + sum(map(self.step, undercuts))
        ways = [own + self.claim(p) for p in premises if self.status(p) is OUT]
        ways += [1 + self.step(u) for u in undercuts if self.status(u.id) is IN]
        return min(ways)
