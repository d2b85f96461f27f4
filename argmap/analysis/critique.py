"""The critical questions of the steps of a map: raised, answered, or open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.analysis.schemes.catalogue import catalogue, find_question
from argmap.analysis.schemes.resting import resting
from argmap.analysis.schemes.steps import roles, text_for
from argmap.analysis.standing import signs
from argmap.model import ArgumentMap, CriticalQuestion, Relation, RelationKind, Scheme, Status
from argmap.model.raising import raised_step
from argmap.model.scheme import WEIGHINGS


class State(StrEnum):
    """What a map has on a critical question of a step."""

    RAISED = "raised"  # something raises it, and not all of that is out
    ANSWERED = "answered"  # something raised it, and all of that is out
    BACKED = "backed"  # nothing raises it; it is of a premise, for which the map has reasons
    OPEN = "open"  # nothing raises it, and nothing answers it


class Raiser(NamedTuple):
    """A relation that raises a question, its status, and the relations that answer it."""

    relation: Relation
    status: Status | None
    answers: tuple[Relation, ...] = ()


class Asked(NamedTuple):
    """A critical question as it is asked of one step.

    ``premises`` are those that an unfavourable answer attacks, none where it undercuts the
    step or the premise is left unsaid; ``backing`` are the relations that support them.
    """

    question: CriticalQuestion
    text: str
    state: State
    premises: tuple[str, ...] = ()
    raisers: tuple[Raiser, ...] = ()
    backing: tuple[Relation, ...] = ()


class Questioned(NamedTuple):
    """A step with its scheme, and the questions to ask of it.

    ``resting`` is the number of claims that rest on it, None where they are not counted;
    ``backing`` are the supports of the step itself. ``crux`` is how many things have to be
    rejected, this step or a premise of it among them, to change the status of a claim that
    is asked about: None where it is in no such set that is known.
    """

    step: Relation
    scheme: Scheme
    asked: tuple[Asked, ...]
    resting: int | None
    backing: tuple[Relation, ...] = ()
    crux: int | None = None


class Critique(NamedTuple):
    """The steps that follow a scheme, by what rests on them, and those that follow none.

    ``unknown`` are the steps with a scheme that the catalogue does not have, by its name.
    """

    steps: tuple[Questioned, ...]
    without: tuple[Relation, ...]
    unknown: Mapping[str, tuple[Relation, ...]]

    def count(self, state: State) -> int:
        """Return how many questions there are of a state."""
        return sum(asked.state is state for step in self.steps for asked in step.asked)


def critique(
    argument_map: ArgumentMap,
    claim_ids: Collection[str] = (),
    *,
    cruxes: Mapping[str, int] | None = None,
) -> Critique:
    """Ask the questions of the steps that carry some claims, or of every step of a map.

    A step carries a claim if a way leads from it there on which it counts for the claim: it
    supports it, what supports it, or attacks what is against it. The steps on which the most
    claims rest come first. With ``cruxes``, sizes of the smallest sets that change a status
    by the id of what is in them, those of the smallest sets come first.
    """
    known = catalogue(argument_map)
    steps = list(_steps(argument_map, claim_ids))
    found: list[tuple[Relation, Scheme]] = []
    without: list[Relation] = []
    unknown: dict[str, list[Relation]] = {}
    for step in steps:
        scheme = known.find(step.scheme) if step.scheme else None
        if scheme is not None:
            found.append((step, scheme))
        elif step.scheme and step.scheme.casefold() not in WEIGHINGS:
            unknown.setdefault(step.scheme, []).append(step)
        else:
            without.append(step)
    counts = resting(argument_map, [step for step, _ in found])
    questioner = _Questioner(argument_map)
    questioned = [
        Questioned(
            step,
            scheme,
            questioner.asked(step, scheme),
            counts.get(step.id),
            questioner.backing(step.id),
            _crux(step, cruxes or {}),
        )
        for step, scheme in found
    ]
    questioned.sort(key=_rank)
    grouped = {name: tuple(each) for name, each in unknown.items()}
    return Critique(tuple(questioned), tuple(without), grouped)


def _rank(each: Questioned) -> tuple[float, float]:
    return (
        float("inf") if each.crux is None else each.crux,
        1 if each.resting is None else -each.resting,
    )


def _crux(step: Relation, cruxes: Mapping[str, int]) -> int | None:
    sizes = [cruxes[name] for name in (step.id, *step.premises) if name in cruxes]
    return min(sizes, default=None)


def _steps(argument_map: ArgumentMap, claim_ids: Collection[str]) -> Iterable[Relation]:
    """Return the steps to ask about: those that carry some claims, or all of them."""
    steps = (step for step in argument_map.relations.values() if step.kind in _STEPS)
    if not claim_ids:
        return steps
    ways = signs(argument_map, claim_ids)
    return (
        step for step in steps if (-1 if step.kind.is_against else 1) in ways.get(step.target, ())
    )


_STEPS = frozenset({RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS})


class _Questioner:
    """Finds what a map has on the questions of its steps."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._raising: dict[str, list[tuple[Relation, str]]] = {}
        for relation in argument_map.relations.values():
            if relation.raises is not None:
                step = raised_step(relation, argument_map.outgoing)
                if step is not None:
                    self._raising.setdefault(step, []).append((relation, relation.raises.question))
        self._backing: dict[str, tuple[Relation, ...]] = {}
        self._statuses: Mapping[str, Status] = {}
        if self._raising:  # nothing else asks for a status
            from argmap.analysis.evaluation.evaluation import evaluate

            self._statuses = evaluate(argument_map).statuses

    def backing(self, node: str) -> tuple[Relation, ...]:
        """Return the supports of a claim or step."""
        if node not in self._backing:
            incoming = self._map.incoming(node)
            supports = (each for each in incoming if each.kind is RelationKind.SUPPORTS)
            self._backing[node] = tuple(supports)
        return self._backing[node]

    def asked(self, step: Relation, scheme: Scheme) -> tuple[Asked, ...]:
        """Return the questions of a step, in the order of its scheme."""
        by_name: dict[str, list[Raiser]] = {}
        for relation, name in self._raising.get(step.id, ()):
            question = find_question(scheme, name)
            if question is not None:
                by_name.setdefault(question.name, []).append(self._raiser(relation, step))
        filled = roles(scheme, step.premises)
        return tuple(
            self._ask(question, scheme, step, filled, tuple(by_name.get(question.name, ())))
            for question in scheme.questions
        )

    def _ask(
        self,
        question: CriticalQuestion,
        scheme: Scheme,
        step: Relation,
        filled: Mapping[str, tuple[str, ...]],
        raisers: tuple[Raiser, ...],
    ) -> Asked:
        premises = filled.get(question.attacks, ()) if question.attacks else ()
        backing = sum(map(self.backing, premises), ()) if premises else ()
        if raisers:
            is_met = all(raiser.status is Status.OUT for raiser in raisers)
            state = State.ANSWERED if is_met else State.RAISED
        else:
            state = State.BACKED if backing else State.OPEN
        text = text_for(question, scheme, step, self._map)
        return Asked(question, text, state, premises, raisers, backing)

    def _raiser(self, relation: Relation, step: Relation) -> Raiser:
        """Return a relation that raises a question, with what stands against it.

        That is what is against its premises or its own step, and what backs the step in
        question.
        """
        answers = [
            each
            for node in (*relation.premises, relation.id)
            for each in self._map.incoming(node)
            if each.kind.is_against
        ]
        answers += self.backing(step.id)
        unique = {each.id: each for each in answers if each is not relation}
        return Raiser(relation, self._statuses.get(relation.id), tuple(unique.values()))
