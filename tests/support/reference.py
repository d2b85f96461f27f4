"""What evaluation must agree with: the definitions themselves, by brute force.

Every set of assumptions of a map is tried, so maps must be small. Nothing here
knows how argmap computes anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from argmap import ArgumentMap, Relation, RelationKind

Assumption = tuple[str, str]  # ("ok", claim) or ("app", relation)
Sentence = tuple[str, ...]  # ("claim", id), ("step", relation) or ("contrary", "ok" or "app", id)
Extension = frozenset[Assumption]


class Rule(NamedTuple):
    """The head follows from all of the body: assumptions and sentences."""

    head: Sentence
    body: tuple[Assumption | Sentence, ...]


def rules(
    argument_map: ArgumentMap, assume: Collection[str] = (), reject: Collection[str] = ()
) -> Iterator[Rule]:
    """Yield the rules of the flat assumption-based reading of a map.

    A claim in ``assume`` is a fact, and nothing is contrary to a relation
    there. What is in ``reject`` follows from nothing.
    """
    supported: set[str] = set()
    for relation in argument_map.relations.values():
        if relation.kind is RelationKind.SUPPORTS:
            supported.add(relation.target)
        found = _of_relation(argument_map, relation)
        for rule in found if relation.id not in reject else ():
            if not (rule.head[0] == "contrary" and rule.head[2] in assume):
                yield from _unless_held(rule, assume, reject)
    for claim in argument_map.claims.values():
        stands = claim.id not in supported if claim.assumed is None else claim.assumed
        if claim.id in assume:
            yield Rule(("claim", claim.id), ())
        elif stands:
            rule = Rule(("claim", claim.id), (("ok", claim.id),))
            yield from _unless_held(rule, assume, reject)


def _unless_held(rule: Rule, assume: Collection[str], reject: Collection[str]) -> Iterator[Rule]:
    kind, name = rule.head[0], rule.head[-1]
    if kind != "claim" or not (name in assume or name in reject):
        yield rule


def _of_relation(argument_map: ArgumentMap, relation: Relation) -> Iterator[Rule]:
    """Yield what a relation adds: that it applies, and what follows when it does."""
    name, target, kind = relation.id, relation.target, relation.kind
    app = ("app", name)
    yield Rule(("step", name), (*(("claim", p) for p in relation.premises), app))
    if kind is RelationKind.SUPPORTS and target in argument_map.claims:
        yield Rule(("claim", target), (("step", name), ("ok", target)))
    elif kind in {RelationKind.ATTACKS, RelationKind.CONTRADICTS}:
        yield Rule(("contrary", "ok", target), (("step", name),))
        if kind is RelationKind.CONTRADICTS:
            yield Rule(("contrary", "ok", relation.premises[0]), (("claim", target), app))
    elif kind is RelationKind.UNDERCUTS:
        yield Rule(("contrary", "app", target), (("step", name),))


def closure(all_rules: Collection[Rule], assumptions: Iterable[Assumption]) -> set[Sentence]:
    """Return all that follows from some assumptions, they themselves included."""
    known: set[Sentence] = set(assumptions)
    waiting = list(all_rules)
    while True:
        rest = [rule for rule in waiting if not known.issuperset(rule.body)]
        if len(rest) == len(waiting):
            return known
        known.update(rule.head for rule in waiting if known.issuperset(rule.body))
        waiting = rest


class Reading:
    """A map read as rules and assumptions, and what follows from some of them.

    An assumption set attacks an assumption when its contrary follows from the
    set, and defends one when it attacks every set that attacks it.
    """

    def __init__(
        self, argument_map: ArgumentMap, assume: Collection[str] = (), reject: Collection[str] = ()
    ) -> None:
        """Read a map."""
        self.map = argument_map
        self.rules = list(rules(argument_map, assume, reject))
        parts = {part for rule in self.rules for part in rule.body if part[0] in {"ok", "app"}}
        self.assumptions: Extension = frozenset((part[0], part[1]) for part in parts)
        self._known: dict[Extension, set[Sentence]] = {}

    def derived(self, assumptions: Extension) -> set[Sentence]:
        """Return all that follows from a set."""
        if assumptions not in self._known:
            self._known[assumptions] = closure(self.rules, assumptions)
        return self._known[assumptions]

    def attacked_by(self, assumptions: Extension) -> Extension:
        """Return what the set attacks."""
        known = self.derived(assumptions)
        return frozenset(a for a in self.assumptions if ("contrary", *a) in known)

    def defended(self, assumptions: Extension) -> Extension:
        """Return what the set defends: each set that attacks it holds something attacked."""
        harmless = self.assumptions - self.attacked_by(assumptions)
        # The sets that the set does not attack are those within ``harmless``, and
        # what any of them attacks, ``harmless`` attacks too.
        return self.assumptions - self.attacked_by(harmless)

    def status(self, assumptions: Extension, name: str) -> str:
        """Return the status of a claim or relation in one extension."""
        sentence = ("claim" if name in self.map.claims else "step", name)
        if sentence in self.derived(assumptions):
            return "in"
        harmless = self.assumptions - self.attacked_by(assumptions)
        return "undecided" if sentence in self.derived(harmless) else "out"

    def least(self) -> Extension:
        """Return the grounded extension of a map of any size: what the empty set leads to."""
        known: Extension = frozenset()
        while (more := self.defended(known)) != known:
            known = more
        return known


class Reference(Reading):
    """All extensions of a small map under every semantics, from the definitions."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        assume: Collection[str] = (),
        reject: Collection[str] = (),
        *,
        whole: bool = False,
    ) -> None:
        """Try every set of assumptions that has all those to which nothing is contrary.

        Every set defends such an assumption, so all complete sets have it. It
        can be added to any admissible set: whatever then attacks the larger set
        or follows from it against itself, the smaller one already counters, and
        it cannot counter that by attacking what nothing attacks. So the largest
        sets have it too. With ``whole``, each set is tried none the less.
        """
        super().__init__(argument_map, assume, reject)
        contraries = {rule.head[1:] for rule in self.rules if rule.head[0] == "contrary"}
        tried = self.assumptions if whole else {a for a in self.assumptions if a in contraries}
        always = self.assumptions - tried
        every = [always.union(some) for some in _subsets(sorted(tried))]
        conflict_free = [s for s in every if not s & self.attacked_by(s)]
        admissible = [s for s in conflict_free if s <= self.defended(s)]
        self.complete = [s for s in admissible if s == self.defended(s)]
        self.preferred = [s for s in admissible if not any(s < other for other in admissible)]
        self.stable = [s for s in conflict_free if self.attacked_by(s) == self.assumptions - s]
        self.grounded = [s for s in self.complete if all(s <= other for other in self.complete)]
        within = [s for s in admissible if all(s <= other for other in self.preferred)]
        self.ideal = [s for s in within if not any(s < other for other in within)]

    def extensions(self, semantics: str) -> list[Extension]:
        """Return the extensions under a semantics, by its name."""
        found: list[Extension] = getattr(self, semantics)
        return found

    def overall(self, semantics: str, name: str) -> str | None:
        """Return the status over all extensions: undecided where they differ, None without any."""
        found = {self.status(each, name) for each in self.extensions(semantics)}
        if not found:
            return None
        return found.pop() if len(found) == 1 else "undecided"

    def claim_sets(self, extensions: Iterable[Extension]) -> set[frozenset[str]]:
        """Return the claims that are in, for each extension."""
        return {
            frozenset(c for c in self.map.claims if ("claim", c) in self.derived(s))
            for s in extensions
        }


def _subsets(items: list[Assumption]) -> Iterator[tuple[Assumption, ...]]:
    for size in range(len(items) + 1):
        yield from combinations(items, size)
