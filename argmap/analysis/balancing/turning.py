"""Which weights would turn what is in, out or undecided.

For an argument, the weights tried are those at which something changes on its issue: just
below, at and above the weight of each other side, and the margins of the proof standards
from there, to the next hundredth. Each is tried by weighing everything again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.balancing.labelling import Weighed, weigh
from argmap.analysis.balancing.reading import Balance
from argmap.analysis.balancing.weighing import DOUBT, MARGIN
from argmap.model import RelationKind

WORK_AT_MOST = 3_000_000
"""The most arguments and positions weighed before the search is given up: some 5 seconds."""

_STEP = 100  # weights are tried in steps of one hundredth


class Turn(NamedTuple):
    """An argument, the weight nearest to its own that changes a label, and the new label."""

    argument: int
    weight: float
    label: int


class Turns(NamedTuple):
    """What was found, in the order in which arguments were tried, and whether all were."""

    found: tuple[Turn, ...]
    is_exhaustive: bool


def turns(
    balance: Balance,
    weighed: Weighed,
    position: int,
    arguments: Iterable[int],
    work: int = WORK_AT_MOST,
) -> Turns:
    """Return which of some arguments turn the label of a position by their weight alone."""
    found: list[Turn] = []
    cost = len(balance.arguments) + len(balance.arguments_for)
    left = max(work // max(cost, 1), 1)
    before = weighed.labels[position]
    for number in arguments:
        for weight in _candidates(balance, weighed, number):
            if not left:
                return Turns(tuple(found), is_exhaustive=False)
            left -= 1
            label = weigh(balance, {number: weight}).labels[position]
            if label != before:
                found.append(Turn(number, weight, label))
                break
    return Turns(tuple(found), is_exhaustive=True)


def _candidates(balance: Balance, weighed: Weighed, number: int) -> list[float]:
    """Return the weights to try for an argument, the nearest to its own first."""
    argument, now = balance.arguments[number], weighed.weights[number]
    if argument.name is None or number in balance.idle:
        return []
    own = argument.weight
    part = now / own if now and own else 1.0
    found = {0.0, 1.0}
    for side in _others(balance, weighed, argument.conclusion):
        for edge in (side, side - MARGIN, side + MARGIN, DOUBT):
            found.update(_hundredths(edge / part))
    near = (weight for weight in found if 0 <= weight <= 1 and weight != own)
    return sorted(near, key=lambda weight: (abs(weight - own), weight))


def _hundredths(edge: float) -> Iterator[float]:
    """Yield the hundredths at a value and beside it."""
    at = round(edge * _STEP, 6)
    for hundredth in {math.floor(at), math.ceil(at), math.floor(at) - 1, math.ceil(at) + 1}:
        yield hundredth / _STEP


def _others(balance: Balance, weighed: Weighed, position: int) -> set[float]:
    """Return the weights of the other sides of the contests of a position."""
    others = (balance.entrants(n) for n in balance.contests_of(position))
    sides = {weighed.sides[other] for entrants in others for other in entrants if other != position}
    return {side for side in sides if side is not None}


def reach(balance: Balance, position: int) -> Sequence[int]:
    """Return a position and all others on which its label may depend, the nearest first."""
    found = [position]
    seen = {position}
    for each in found:  # the list grows while it is walked
        near: list[int] = []
        for number in balance.arguments_for[each]:
            argument = balance.arguments[number]
            near += argument.premises
            near += [] if argument.undercut is None else [argument.undercut]
        for contest in balance.contests_of(each):
            near += balance.entrants(contest)
            near += balance.stoppers(contest)
        for other in near:
            if other not in seen:
                seen.add(other)
                found.append(other)
    return found


def names_reaching(balance: Balance, position: int) -> list[str]:
    """Return the ids of the claims and relations on which the label of a claim may depend.

    In the order of the file, claims first; without questions, which have no label, and
    what answers them.
    """
    found = set(reach(balance, position))
    claims = [
        name
        for name, number in balance.numbers.items()
        if number in found and not balance.map.claims[name].is_question
    ]
    arguments = {n for each in found for n in balance.arguments_for[each]}
    names = {balance.arguments[n].name for n in arguments}
    for relation in balance.map.relations.values():
        if relation.kind is RelationKind.CONTRADICTS:
            names |= {relation.id} if balance.numbers[relation.premises[0]] in found else set()
    return claims + [name for name in balance.map.relations if name in names]
