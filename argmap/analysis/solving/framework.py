"""The assumption-based reading of a map, on which all qualitative semantics rest.

A map is read as a flat assumption-based framework (Bondarenko, Dung, Kowalski
and Toni 1997; Toni 2014) whose rules are defeasible as in ASPIC+ (Modgil and
Prakken 2014), without preferences:

- each claim c has an assumption ok(c), each relation r an assumption app(r);
- c follows from ok(c) alone when it may stand on its own: nothing supports it
  and it is not ``assumed: false``, or it is ``assumed: true``;
- c follows from the premises of a support r on it, app(r) and ok(c);
- the contrary of ok(c) follows from the premises of an attack r on c and
  app(r); ``contradicts`` is an attack both ways;
- the contrary of app(r) follows from the premises of an undercut u of r and
  app(u);
- backing, ``restates`` and ``answers`` derive nothing;
- a question has no status: it is not derived, and what leads from or to it derives
  nothing. Of one whose answers exclude one another (``choose: one``) each is attacked by
  every other, as if each two contradicted.

A map of attacks alone is then exactly an abstract framework (Dung 1995).

Here that is a graph of numbered *nodes*, each with one assumption. A claim is
a node; so is each relation as it goes from its premises to its target, which
is called a step (``contradicts`` is two, one each way); and so is each answer that
excludes others, as it goes from the answer to these. A node is derived when
its assumption holds and either, for a step, all its premises are derived or, for
a claim, it may stand on its own or one of its supporting steps is derived. Its
assumption is attacked by the steps that strike it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from argmap.analysis.solving.fixed import check_fixed
from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.claim import asked_among
from argmap.model.questions import exclusive

_NONE: Sequence[int] = ()
_SILENT = frozenset({RelationKind.RESTATES, RelationKind.ANSWERS})  # these change no status


class Framework:
    """The nodes of a map and what derives and attacks them, by number.

    Claims come first, then steps, those by which answers exclude one another last.
    ``names`` has the id of each node, for these that of the relation ``answers``, and
    ``numbers`` the nodes of each id (two for ``contradicts``); ``named`` is how many nodes
    there are without those, which have no id of their own. ``below`` has the
    premises of a step, or the supporting steps of a claim; ``attackers``, the
    steps that strike a node; ``above``, the steps of which a claim is a premise,
    or the targets of a step; ``strikes``, whether a step attacks its targets;
    ``stands_alone``, whether a claim needs nothing below. ``assumed`` are the
    claims that are in by assumption and ``rejected`` the nodes that are out,
    whatever their inputs; ``fixed`` has both. A step that is assumed still needs
    its premises, but nothing undercuts it: ``granted`` has these.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        assume: Collection[str] = (),
        reject: Collection[str] = (),
    ) -> None:
        """Read a map; ``assume`` and ``reject`` are ids of claims and relations in it.

        Raises UnknownNameError for an id that is not, and ArgmapError for one that is in both.
        """
        self.map = argument_map
        self.claims = len(argument_map.claims)
        self.names = list(argument_map.claims)
        self._first = dict(zip(self.names, range(self.claims), strict=True))
        self.below: list[Sequence[int]] = [_NONE] * self.claims
        self.attackers: list[Sequence[int]] = [_NONE] * self.claims
        self.above: list[Sequence[int]] = [_NONE] * self.claims
        self.strikes = bytearray(self.claims)
        self._reversed: dict[str, int] = {}
        self._asks = any(claim.is_question for claim in argument_map.claims.values())
        self._shielded = {name for name in assume if name in argument_map.relations}
        check_fixed(argument_map, assume, reject)
        self._add_steps()
        self.named = len(self.names)
        self._add_exclusions()
        self.stands_alone = bytearray(len(self.names))
        for number, claim in enumerate(argument_map.claims.values()):
            alone = not self.below[number] if claim.assumed is None else claim.assumed
            self.stands_alone[number] = alone and not claim.is_question
        self.assumed = frozenset(self._first[n] for n in assume if n in argument_map.claims)
        self.granted = frozenset(n for name in self._shielded for n in self.numbers(name))
        self.rejected = frozenset(n for name in reject for n in self.numbers(name))
        self.fixed = self.assumed | self.rejected

    @property
    def cost(self) -> int:
        """How much work it is to compute all statuses: nodes or, if more, attacks between them.

        Answers that exclude one another are few nodes and many attacks.
        """
        return max(len(self.names), sum(map(len, self.attackers)))

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return the nodes of a claim or relation; KeyError for an unknown id."""
        first = self._first[name]
        other = self._reversed.get(name)
        return (first,) if other is None else (first, other)

    def first_of_two(self) -> Iterator[tuple[str, int]]:
        """Yield each relation that is two steps, and the one from its premise to its target."""
        return ((name, self._first[name]) for name in self._reversed)

    def own_names(self, nodes: Iterable[int]) -> list[str]:
        """Return the ids of nodes, each once, without those that have none of their own."""
        return [*dict.fromkeys(self.names[node] for node in nodes if node < self.named)]

    def is_claim(self, node: int) -> bool:
        """Return whether a node is a claim; otherwise it is a step."""
        return node < self.claims

    def node(self, number: int) -> Claim | Relation:
        """Return the claim that a node is, or the relation that a step is."""
        name = self.names[number]
        return self.map.claims[name] if number < self.claims else self.map.relations[name]

    def relation(self, step: int) -> Relation:
        """Return the relation that a step is."""
        return self.map.relations[self.names[step]]

    def inputs(self, node: int) -> Iterator[int]:
        """Yield the nodes on which a node directly depends."""
        yield from self.attackers[node]
        yield from self.below[node]

    def reaching(self, node: int) -> list[int]:
        """Return the node and all on which it depends, however far, in ascending order."""
        seen = bytearray(len(self.names))
        seen[node] = 1
        pending = [node]
        while pending:
            for before in self.inputs(pending.pop()):
                if not seen[before]:
                    seen[before] = 1
                    pending.append(before)
        return [number for number, is_seen in enumerate(seen) if is_seen]

    def _add_steps(self) -> None:
        # Numbers come before links, for a relation may have a target later in the file.
        for relation in self.map.relations.values():
            self._first[relation.id] = len(self.names)
            self.names.append(relation.id)
            if relation.kind is RelationKind.CONTRADICTS:
                self._reversed[relation.id] = len(self.names)
                self.names.append(relation.id)
        missing = len(self.names) - self.claims
        self.below += [_NONE] * missing
        self.attackers += [_NONE] * missing
        self.above += [_NONE] * missing
        self.strikes += bytes(missing)
        first, step = self._first, self.claims
        for relation in self.map.relations.values():
            premises = [first[premise] for premise in relation.premises]
            target = first[relation.target]
            self._link(step, relation, premises, target)
            step += 1
            if relation.kind is RelationKind.CONTRADICTS:
                self._link(step, relation, [target], premises[0])
                step += 1

    def _add_exclusions(self) -> None:
        for answers in exclusive(self.map):
            nodes = [self._first[answer] for answer in answers]
            for node, relation in zip(nodes, answers.values(), strict=True):
                step = len(self.names)
                self.names.append(relation.id)
                self.below.append([node])
                self.attackers.append(_NONE)
                self.above.append([other for other in nodes if other != node])
                self.strikes.append(1)
                _append(self.above, node, step)
                for struck in self.above[step]:
                    _append(self.attackers, struck, step)

    def _link(self, step: int, relation: Relation, premises: list[int], target: int) -> None:
        self.below[step] = premises
        for premise in premises:
            _append(self.above, premise, step)
        kind = relation.kind
        if self._asks and asked_among(self.map.claims, (*relation.premises, relation.target)):
            return
        if kind is RelationKind.SUPPORTS:
            if target < self.claims:  # else it is backing
                _append(self.below, target, step)
                self.above[step] = (target,)
        elif kind not in _SILENT and relation.target not in self._shielded:
            self.strikes[step] = 1
            both = kind is RelationKind.UNDERCUTS
            self.above[step] = self.numbers(relation.target) if both else (target,)
            for struck in self.above[step]:
                _append(self.attackers, struck, step)


def _append(column: list[Sequence[int]], number: int, item: int) -> None:
    items = column[number]
    if isinstance(items, list):
        items.append(item)
    else:
        column[number] = [item]
