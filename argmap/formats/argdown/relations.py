"""The relations of an Argdown document to those of a map."""

from __future__ import annotations

from collections import Counter

from argmap.formats._builder import MapBuilder
from argmap.formats.argdown.document import (
    Argument,
    Link,
    Node,
    Statement,
    Step,
    conclusion_of,
    is_structured,
)
from argmap.model import RelationKind

_AGAINST = frozenset({RelationKind.ATTACKS, RelationKind.CONTRADICTS})
_ON_ARGUMENT = (
    "attack on an argument with premises, read as an undercut of its last step",
    "attacks on arguments with premises, read as undercuts of their last steps",
)
_ON_CLAIM = (
    "undercut of a claim without outgoing relations, read as an attack",
    "undercuts of claims without outgoing relations, read as attacks",
)


class Relations:
    """Adds relations to a map, each after its target; ``finish`` puts them in order.

    ``steps`` has the id of the relation of each step, which may be reserved.
    """

    def __init__(
        self, builder: MapBuilder, claims: dict[Statement, str], *, is_strict: bool
    ) -> None:
        """Take the ids of all claims there are."""
        self.builder = builder
        self.claims = claims
        self.is_strict = is_strict
        self.steps: dict[Step, str] = {}
        self._order: dict[str, int] = {}  # of each relation, in the document
        self._added: set[tuple[RelationKind, str, str]] = set()
        self._against: set[tuple[Statement, Node]] = set()
        self._outgoing: dict[str, list[str]] = {}  # relations by the claim they start from
        self._attacks: list[tuple[int, Link]] = []
        self._undercuts: list[tuple[int, Link]] = []

    def add_step(
        self,
        number: int,
        step: Step,
        junction: Link | None,
        *,
        scheme: str | None,
        note: str | None,
        weight: float | None,
    ) -> None:
        """Add the relation of a step; with ``junction``, to the target of that link."""
        premises = tuple(self.claims[premise] for premise in step.premises)
        if junction is not None:
            kind, target = junction.verb, self._end(junction.target)
        else:
            kind, target = RelationKind.SUPPORTS, self._end(step.conclusion or step.premises[0])
        name = self.builder.relation(
            kind,
            premises,
            target,
            reserved=self.steps.get(step),
            offset=step.offset,
            scheme=scheme,
            note=note,
            weight=weight,
        )
        if name is not None:
            self.steps[step] = name
            self._keep(number, name, premises)

    def add_link(self, number: int, link: Link) -> None:
        """Add a relation that is not a step."""
        source, target, kind = conclusion_of(link.source), link.target, link.verb
        if is_structured(link.source) and source is target and kind is RelationKind.SUPPORTS:
            return  # an argument for its own conclusion, which its last step is already
        is_claim = target in self.claims
        if kind is RelationKind.UNDERCUTS and is_claim:
            self._undercuts.append((number, link))  # of the outgoing relations, when all are known
            return
        if not is_claim and kind in _AGAINST:
            self._attacks.append((number, link))  # which may be repeated for a premise
            return
        if self.is_strict and is_claim and kind is RelationKind.ATTACKS:
            has_argument = isinstance(source, Argument) or isinstance(target, Argument)
            kind = RelationKind.ATTACKS if has_argument else RelationKind.CONTRADICTS
        self._relate(number, kind, source, self._end(target), link.offset)
        if kind in _AGAINST:
            self._against.add((source, target))
        if kind is RelationKind.CONTRADICTS and isinstance(target, Statement):
            self._against.add((target, source))

    def _relate(
        self, number: int, kind: RelationKind, source: Statement, target: str, offset: int
    ) -> None:
        premise = self.claims[source]
        is_added = (kind, premise, target) in self._added
        if is_added or (kind.is_symmetric and (kind, target, premise) in self._added):
            return
        name = self.builder.relation(kind, (premise,), target, offset=offset)
        if name is not None:
            self._added.add((kind, premise, target))
            self._keep(number, name, () if kind.is_symmetric else (premise,))

    def _keep(self, number: int, name: str, premises: tuple[str, ...]) -> None:
        self._order[name] = number
        for premise in premises:
            self._outgoing.setdefault(premise, []).append(name)

    def _end(self, node: Node) -> str:
        """Return the id of the target of a relation to a node."""
        if isinstance(node, Argument) and node.steps:
            node = node.steps[-1]
        return self.steps[node] if isinstance(node, Step) else self.claims[node]

    def finish(self) -> None:
        """Add the postponed relations, and sort all into the order of the document."""
        self._add_attacks()
        self._add_undercuts()
        relations = self.builder.relations
        in_order = sorted(relations, key=self._order.__getitem__)
        self.builder.relations = {name: relations[name] for name in in_order}

    def _add_attacks(self) -> None:
        """Add attacks on arguments with premises, unless they repeat one on a premise."""
        number_read = 0
        for number, link in self._attacks:
            source = conclusion_of(link.source)
            if isinstance(link.target, Argument):
                premises = {premise for step in link.target.steps for premise in step.premises}
                if any((source, premise) in self._against for premise in premises):
                    continue
            number_read += 1
            self._relate(
                number, RelationKind.UNDERCUTS, source, self._end(link.target), link.offset
            )
        self.builder.losses.add(_ON_ARGUMENT[0], number_read, _ON_ARGUMENT[1])

    def _add_undercuts(self) -> None:
        """Add undercuts of arguments without premises: of all their outgoing relations.

        Those may be undercuts themselves, which have to be added first.
        """
        waiting = Counter(self.claims[conclusion_of(link.source)] for _, link in self._undercuts)
        of_target: dict[str, list[tuple[int, Link]]] = {}
        for number, link in self._undercuts:
            of_target.setdefault(self._end(link.target), []).append((number, link))
        ready = [target for target in of_target if not waiting[target]]
        while ready:
            target = ready.pop()
            for number, link in of_target.pop(target):
                source = conclusion_of(link.source)
                self._undercut(number, link, source, target)
                premise = self.claims[source]
                waiting[premise] -= 1
                if not waiting[premise] and premise in of_target:
                    ready.append(premise)
        for target, links in of_target.items():  # cycles of undercuts
            for number, link in links:
                self._undercut(number, link, conclusion_of(link.source), target)

    def _undercut(self, number: int, link: Link, source: Statement, target: str) -> None:
        steps = self._outgoing.get(target, [])
        for step in list(steps):
            self._relate(number, RelationKind.UNDERCUTS, source, step, link.offset)
        if not steps:
            self.builder.losses.add(_ON_CLAIM[0], 1, _ON_CLAIM[1])
            self._relate(number, RelationKind.ATTACKS, source, target, link.offset)
