"""A map as arguments and contests, the reading on which the balance rests.

- A claim is a *position*. A support argues for it; an attack argues for its *opposite*, a
  position without a name. A claim that may stand alone, because nothing supports it and
  it is not ``assumed: false``, has an argument without premises, of weight 1.
- An undercut argues that a relation does not apply.
- Positions that exclude one another are in a *contest*: a claim and its opposite, the two
  ends of ``contradicts``, and the answers to a question of which one is to be chosen. Who
  takes part in one by a relation does so as long as that relation applies.
- A claim that is ``assumed: true`` is in, and what it contests is out.
- Backing and ``restates`` argue for nothing, and neither does what leads from a question.

A claim has the proof standard that it is given, or the strictest of the questions that it
answers, or preponderance.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

from argmap.analysis.balancing.weighing import Weighing, weighing_of
from argmap.analysis.solving.framework import Framework
from argmap.model import Claim, Relation, RelationKind, Standard
from argmap.model.claim import asked_among

DEFAULT_WEIGHT = 1.0
"""The weight of an argument to which the map gives none."""


class Argument(NamedTuple):
    """An argument for a position; ``name`` is the id of its relation, if it is one.

    ``premises`` are positions, each once. ``undercut`` is the position that it does not
    apply, where something argues so; ``at_issue`` the number of distinct premises of all
    arguments on the same issue, for a factorized one.
    """

    name: str | None
    conclusion: int
    premises: tuple[int, ...]
    weight: float = DEFAULT_WEIGHT
    weighing: Weighing = Weighing.LINKED
    undercut: int | None = None
    at_issue: int = 0


class Entrant(NamedTuple):
    """A position in a contest, and the position that it does not take part, if any argues so."""

    position: int
    undercut: int | None = None


class Balance:
    """The positions of a map by number, the arguments for them and the contests between them.

    The claims come first, in the order of the file, then opposites and what says that a
    relation does not apply. ``arguments_for`` has the arguments for each position;
    ``causes``, for each contest, the id of the relation or question that makes it one,
    None for that of a claim and its opposite;
    ``opposites``, the opposite of each claim that is attacked; ``undercuts``, by the id
    of a relation, the position that it does not apply; ``standards``, those of claims,
    preponderance left out. ``is_in`` and ``is_out`` are positions that are so whatever
    the arguments; ``idle``, arguments that are rejected.
    """

    def __init__(self, framework: Framework) -> None:
        """Read the map of a framework, with what that assumes and rejects."""
        self.map = framework.map
        self.claims = framework.claims
        self.arguments: list[Argument] = []
        self.arguments_for: list[list[int]] = [[] for _ in range(self.claims)]
        self.contests: list[list[Entrant]]
        self.causes: list[str | None]
        self.standards: dict[int, Standard]
        self.opposites: dict[int, int] = {}
        self.undercuts: dict[str, int] = {}
        self.numbers = {name: number for number, name in enumerate(self.map.claims)}
        self._rejected = {framework.names[node] for node in framework.rejected}
        self._granted = {framework.names[node] for node in framework.granted}
        self._functions: dict[str, Weighing] = {}
        self._asks = any(claim.is_question for claim in self.map.claims.values())
        self._undercut_positions()
        self._add_arguments(framework.stands_alone)
        self._join()
        self.is_in = set(framework.assumed)
        self.is_out = {number for number in framework.rejected if number < self.claims}
        for number, claim in enumerate(self.map.claims.values()):
            if claim.is_question:
                self.is_out.add(number)
            elif claim.assumed and number not in self.is_out:
                self.is_in.add(number)
        self.idle = {n for n, each in enumerate(self.arguments) if each.name in self._rejected}

    def rejecting(self, names: Collection[str]) -> Balance:
        """Return the same with some more claims and relations rejected, none of them assumed."""
        found = copy(self)
        found.reject(names)
        return found

    def reject(self, names: Collection[str]) -> None:
        """Take some more claims and relations as rejected, none of them assumed."""
        self._rejected = self._rejected.union(names)
        numbers = {self.numbers[name] for name in names if name in self.numbers}
        self.is_in, self.is_out = self.is_in - numbers, self.is_out | numbers
        self.idle = self.idle | {self._by_name[name] for name in names if name in self._by_name}
        if any(name in self.map.relations and name not in self._by_name for name in names):
            self._join()

    @cached_property
    def _by_name(self) -> dict[str, int]:
        """The arguments that are relations, by id."""
        return {each.name: n for n, each in enumerate(self.arguments) if each.name is not None}

    def _join(self) -> None:
        """Find the contests, less those by relations that are rejected, and what is at issue."""
        self.contests, self.causes, self.standards = [], [], {}
        for derived in ("places", "stopped"):
            self.__dict__.pop(derived, None)
        self._add_contests()
        self._factorize()

    def _position(self) -> int:
        self.arguments_for.append([])
        return len(self.arguments_for) - 1

    def _undercut_positions(self) -> None:
        for relation in self.map.relations.values():
            target = relation.target
            is_undercut = relation.kind is RelationKind.UNDERCUTS
            if is_undercut and target not in self._granted and target not in self.undercuts:
                self.undercuts[target] = self._position()

    def _add_arguments(self, stands_alone: Sequence[int]) -> None:
        for relation in self.map.relations.values():
            conclusion = self._conclusion(relation)
            if conclusion is not None:
                premises = tuple(dict.fromkeys(self.numbers[name] for name in relation.premises))
                self._add(
                    Argument(
                        relation.id,
                        conclusion,
                        premises,
                        DEFAULT_WEIGHT if relation.weight is None else float(relation.weight),
                        self._weighing(relation.scheme),
                        self.undercuts.get(relation.id),
                    )
                )
        for number, claim in enumerate(self.map.claims.values()):
            if stands_alone[number] and claim.assumed is None:
                self._add(Argument(None, number, ()))

    def _add(self, argument: Argument) -> None:
        self.arguments_for[argument.conclusion].append(len(self.arguments))
        self.arguments.append(argument)

    def _conclusion(self, relation: Relation) -> int | None:
        """Return the position for which a relation argues, or None."""
        kind, target = relation.kind, relation.target
        if self._asks and asked_among(self.map.claims, (*relation.premises, target)):
            return None
        if kind is RelationKind.UNDERCUTS:
            return self.undercuts.get(target)
        number = self.numbers.get(target)
        if number is None or kind is RelationKind.SUPPORTS:
            return number
        if kind is not RelationKind.ATTACKS:
            return None
        if number not in self.opposites:
            self.opposites[number] = self._position()
        return self.opposites[number]

    def _weighing(self, scheme: str | None) -> Weighing:
        if scheme is None:
            return Weighing.LINKED
        if scheme not in self._functions:
            self._functions[scheme] = weighing_of(scheme, self.map)
        return self._functions[scheme]

    def _add_contests(self) -> None:
        for position, opposite in self.opposites.items():
            self._add_contest([Entrant(position), Entrant(opposite)], None)
        answers: dict[str, list[Entrant]] = {}
        for relation in self.map.relations.values():
            if relation.id in self._rejected:
                continue
            entrants = [
                Entrant(self.numbers[name], self.undercuts.get(relation.id))
                for name in (*relation.premises, relation.target)
                if name in self.numbers
            ]
            if relation.kind is RelationKind.CONTRADICTS:
                self._add_contest(entrants, relation.id)
            elif relation.kind is RelationKind.ANSWERS:
                self._standard(entrants[0].position, self.map.claims[relation.target])
                if self.map.claims[relation.target].choose:
                    answers.setdefault(relation.target, []).append(entrants[0])
        for question, found in answers.items():
            self._add_contest(_each_once(found), question)
        for claim in self.map.claims.values():
            if claim.standard is not None:
                self.standards[self.numbers[claim.id]] = claim.standard

    def _add_contest(self, entrants: list[Entrant], cause: str | None) -> None:
        if len(entrants) > 1:
            self.contests.append(entrants)
            self.causes.append(cause)

    def _standard(self, position: int, question: Claim) -> None:
        """Take the standard of a question for one that answers it, if it is the strictest."""
        if question.standard is not None:
            found = self.standards.get(position, Standard.PREPONDERANCE)
            self.standards[position] = max(found, question.standard, key=_STRICTNESS.index)

    def _factorize(self) -> None:
        """Set what is at issue for the arguments whose weight depends on it."""
        weighed = [
            (n, each)
            for n, each in enumerate(self.arguments)
            if each.weighing is Weighing.FACTORIZED
        ]
        if not weighed:
            return
        issues = _joined(self.contests, len(self.arguments_for))
        premises: dict[int, set[int]] = {}
        for each in self.arguments:
            premises.setdefault(issues[each.conclusion], set()).update(each.premises)
        self.arguments = self.arguments[:]
        for n, each in weighed:
            number = len(premises[issues[each.conclusion]])
            self.arguments[n] = each._replace(at_issue=number)

    @cached_property
    def uses(self) -> list[list[int]]:
        """The arguments of which each position is a premise."""
        found: list[list[int]] = [[] for _ in self.arguments_for]
        for number, each in enumerate(self.arguments):
            for premise in each.premises:
                found[premise].append(number)
        return found

    @cached_property
    def stops(self) -> dict[int, list[int]]:
        """The arguments that each position undercuts."""
        found: dict[int, list[int]] = {}
        for number, each in enumerate(self.arguments):
            if each.undercut is not None:
                found.setdefault(each.undercut, []).append(number)
        return found

    @cached_property
    def places(self) -> dict[int, list[tuple[int, int]]]:
        """The contests of each position that is in any, and its place in each."""
        found: dict[int, list[tuple[int, int]]] = {}
        for contest, entrants in enumerate(self.contests):
            for place, entrant in enumerate(entrants):
                found.setdefault(entrant.position, []).append((contest, place))
        return found

    @cached_property
    def stopped(self) -> dict[int, list[tuple[int, int]]]:
        """The contests, and places in them, in which each position says that none takes part."""
        found: dict[int, list[tuple[int, int]]] = {}
        for contest, entrants in enumerate(self.contests):
            for place, entrant in enumerate(entrants):
                if entrant.undercut is not None:
                    found.setdefault(entrant.undercut, []).append((contest, place))
        return found

    def contests_of(self, position: int) -> list[int]:
        """Return the numbers of the contests that a position is in."""
        return [contest for contest, _ in self.places.get(position, ())]

    def entrants(self, contest: int) -> list[int]:
        """Return the positions in a contest."""
        return [entrant.position for entrant in self.contests[contest]]

    def stoppers(self, contest: int) -> list[int]:
        """Return the positions that some entrant of a contest takes no part."""
        found = (entrant.undercut for entrant in self.contests[contest])
        return [each for each in found if each is not None]

    def standard(self, position: int) -> Standard:
        """Return the proof standard of a position."""
        return self.standards.get(position, Standard.PREPONDERANCE)


_STRICTNESS = tuple(Standard)  # from the least strict on


def _each_once(entrants: list[Entrant]) -> list[Entrant]:
    return list({entrant.position: entrant for entrant in reversed(entrants)}.values())[::-1]


def _joined(contests: list[list[Entrant]], positions: int) -> list[int]:
    """Return for each position the number of its issue: all that contests join to it."""
    issues = list(range(positions))

    def issue(position: int) -> int:
        while issues[position] != position:
            issues[position] = issues[issues[position]]
            position = issues[position]
        return position

    for entrants in contests:
        for entrant in entrants[1:]:
            issues[issue(entrant.position)] = issue(entrants[0].position)
    return [issue(position) for position in range(positions)]
