"""Why a claim is in or out where arguments are weighed, and what weight would turn it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.analysis.balancing.labelling import Weighed, weigh
from argmap.analysis.balancing.reading import Argument, Balance
from argmap.analysis.balancing.turning import WORK_AT_MOST, reach, turns
from argmap.analysis.balancing.weighing import Weighing
from argmap.analysis.semantics import Framework, weighing
from argmap.analysis.solving.fixed import check_asserted
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED
from argmap.analysis.solving.verdict import STATUSES
from argmap.model import ArgumentMap, Standard, Status

SIDES_AT_MOST = 8
"""The other sides of an issue whose arguments are tried with other weights in explanations."""


class Because(StrEnum):
    """Why a claim has its status."""

    ASSUMED = "assumed"  # in by assumption
    REJECTED = "rejected"  # out by assumption
    EXCLUDED = "excluded"  # out, as what is assumed excludes it
    UNOPPOSED = "unopposed"  # an argument for it weighs something, and nothing contests it
    PREVAILS = "prevails"  # it outweighs each other side
    OUTWEIGHED = "outweighed"  # it does not
    WEIGHTLESS = "weightless"  # no argument for it weighs anything
    OPEN = "open"  # arguments on its issue rest on what is undecided


class WeighedArgument(NamedTuple):
    """An argument, by the id of its relation, or None where a claim stands on its own.

    ``weight`` is what it weighs, None where that is open; ``own`` its weight before its
    premises are looked at, which ``weighing`` does. ``premises`` are ids with statuses, and
    ``undercut`` is whether it is undercut.
    """

    relation: str | None
    weight: float | None
    own: float
    weighing: Weighing
    premises: tuple[tuple[str, Status], ...]
    undercut: Status
    is_rejected: bool


class Side(NamedTuple):
    """A side of an issue: a claim or, where ``claim`` is None, what argues against one.

    ``arguments`` for it are in the order of their weights; ``weight`` is that of the
    heaviest, None while some are open. ``by`` is the contradiction or the question by which
    it excludes the claim, ``is_assumed`` whether it prevails whatever the arguments weigh,
    and ``takes_part`` whether it excludes the claim: not if that is undercut.
    """

    claim: str | None
    weight: float | None
    arguments: tuple[WeighedArgument, ...]
    by: str | None = None
    is_assumed: bool = False
    takes_part: Status = Status.IN


class Turn(NamedTuple):
    """A relation, its weight now, the nearest found that changes a status, and the new one."""

    relation: str
    weight: float
    needed: float
    status: Status


class Balanced(NamedTuple):
    """Why a claim has its status: its own side of the issue, and the others.

    ``turns`` are weights that change it, each alone, of arguments for it and for the
    heaviest of the other sides; ``is_exhaustive`` is False where the search for them was
    given up.
    """

    claim: str
    status: Status
    because: Because
    standard: Standard
    own: Side
    others: tuple[Side, ...]
    turns: tuple[Turn, ...]
    is_exhaustive: bool = True

    @property
    def heaviest(self) -> Side | None:
        """The other side that weighs most of those that take part; None where there is none."""
        sides = [side for side in self.others if side.takes_part is not Status.OUT]
        return max(sides, key=lambda side: side.weight or 0.0, default=None)


def why_weighed(
    argument_map: ArgumentMap,
    claim_id: str,
    semantics: str,
    *,
    assume: Collection[str] = (),
    reject: Collection[str] = (),
) -> Balanced:
    """Return what was weighed for and against a claim, and which weights would turn it.

    ``assume`` and ``reject`` are ids to take as in and out. Raises UnknownNameError for
    an unknown claim or semantics, ArgmapError for a question and for a semantics that
    weighs nothing.
    """
    return _Issue(argument_map, claim_id, semantics, assume, reject).explained()


def turning_weights(
    argument_map: ArgumentMap,
    claim_id: str,
    semantics: str,
    *,
    assume: Collection[str] = (),
    reject: Collection[str] = (),
    work: int = WORK_AT_MOST,
) -> tuple[tuple[Turn, ...], bool]:
    """Return the weights that would turn a claim, of all that bears on it, the nearest first.

    The second value is whether the search went through. Raises as ``why_weighed``.
    """
    issue = _Issue(argument_map, claim_id, semantics, assume, reject)
    return issue.turns(reach(issue.balance, issue.position), work)


class _Issue:
    """A claim and what contests it, weighed."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        claim_id: str,
        semantics: str,
        assume: Collection[str],
        reject: Collection[str],
    ) -> None:
        check_asserted(argument_map, claim_id, "ask about")
        self.claim_id = claim_id
        self.fixed = {*assume, *reject}
        self.balance: Balance = weighing(semantics).balance(Framework(argument_map, assume, reject))
        self.weighed: Weighed = weigh(self.balance)
        self.position = self.balance.numbers[claim_id]
        self.names = list(argument_map.claims)

    def explained(self) -> Balanced:
        others = tuple(self.other_sides())
        near = sorted((n for n, _, _ in self.rivals()), key=self._lightness)[:SIDES_AT_MOST]
        found, is_exhaustive = self.turns([self.position, *near], WORK_AT_MOST // 3)
        own = self.side(self.position, Status.IN)
        status = self.status(self.position)
        standard = self.balance.standard(self.position)
        because = self.because(status, others, own)
        return Balanced(self.claim_id, status, because, standard, own, others, found, is_exhaustive)

    def _lightness(self, position: int) -> float:
        return -(self.weighed.sides[position] or 0.0)

    def status(self, position: int) -> Status:
        return STATUSES[self.weighed.labels[position]]

    def because(self, status: Status, others: Iterable[Side], own: Side) -> Because:
        if self.position in self.balance.is_in:
            return Because.ASSUMED
        if self.position in self.balance.is_out:
            return Because.REJECTED
        if status is Status.UNDECIDED:
            return Because.OPEN
        there = [side for side in others if side.takes_part is Status.IN]
        if status is Status.IN:
            return Because.PREVAILS if there else Because.UNOPPOSED
        if any(side.is_assumed for side in there):
            return Because.EXCLUDED
        return Because.OUTWEIGHED if own.weight else Because.WEIGHTLESS

    def rivals(self) -> Iterator[tuple[int, Status, str | None]]:
        """Yield each position that contests the claim, whether it takes part, and by what; once."""
        seen = {self.position}
        for contest in self.balance.contests_of(self.position):
            entrants = self.balance.contests[contest]
            own = next(each for each in entrants if each.position == self.position)
            for each in entrants:
                if each.position not in seen:
                    seen.add(each.position)
                    labels = [self.stopped(each.undercut), self.stopped(own.undercut)]
                    part = Status.UNDECIDED if UNDECIDED in labels else Status.IN
                    if each.position in self.balance.is_out or IN in labels:
                        part = Status.OUT
                    yield each.position, part, self.balance.causes[contest]

    def stopped(self, undercut: int | None) -> int:
        return OUT if undercut is None else self.weighed.labels[undercut]

    def other_sides(self) -> Iterator[Side]:
        for position, part, cause in self.rivals():
            yield self.side(position, part, cause)

    def side(self, position: int, part: Status, cause: str | None = None) -> Side:
        arguments = [self.argument(number) for number in self.balance.arguments_for[position]]
        arguments.sort(key=lambda each: -1.0 if each.weight is None else -each.weight)
        return Side(
            self.names[position] if position < self.balance.claims else None,
            self.weighed.sides[position],
            tuple(arguments),
            cause,
            position in self.balance.is_in,
            part,
        )

    def argument(self, number: int) -> WeighedArgument:
        argument: Argument = self.balance.arguments[number]
        return WeighedArgument(
            argument.name,
            self.weighed.weights[number],
            argument.weight,
            argument.weighing,
            tuple((self.names[each], self.status(each)) for each in argument.premises),
            STATUSES[self.stopped(argument.undercut)],
            number in self.balance.idle,
        )

    def turns(self, positions: Iterable[int], work: int) -> tuple[tuple[Turn, ...], bool]:
        """Return the weights of arguments for some positions that would turn the claim."""
        arguments = [n for each in positions for n in self.balance.arguments_for[each]]
        found, is_exhaustive = turns(self.balance, self.weighed, self.position, arguments, work)
        named = tuple(
            Turn(name, self.balance.arguments[n].weight, needed, STATUSES[label])
            for n, needed, label in found
            if (name := self.balance.arguments[n].name) is not None
        )
        return named, is_exhaustive
