"""The grounded labelling of a balance: what is in and out, by propagation.

An argument is *ready* once it is undercut, and then weighs nothing; or once it is sure
not to be and its premises are decided, and then has the weight that ``weighing`` gives it.
A position is ready when all arguments for it are; its weight is that of the heaviest. Of
the rest, a position

- is out when it is ready and weighs nothing, and when an assumed one contests it;
- unopposed, is in as soon as an argument for it weighs anything;
- opposed, is in or out when all that take part in its contests are ready: in if it
  prevails over each by its proof standard.

What is left is undecided. Each decision is propagated once, so the work is linear in the
size of the map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.analysis.balancing.reading import Balance
from argmap.analysis.balancing.weighing import outweighs, share
from argmap.analysis.solving.grounded_labelling import IN, OPEN, OUT, UNDECIDED

_A_FEW = 2  # sides, without which there is no contest


class Weighed(NamedTuple):
    """What came of a balance.

    ``labels`` has IN, OUT or UNDECIDED for each position. ``weights`` has what each
    argument weighs, None where that stays open, and ``sides`` the weight of each position
    that is ready, else None.
    """

    labels: bytearray
    weights: list[float | None]
    sides: list[float | None]


def weigh(balance: Balance, weights: Mapping[int, float] | None = None) -> Weighed:
    """Return the grounded labelling; ``weights`` are other ones for some arguments."""
    labelling = _Labelling(balance, weights or {})
    labelling.run()
    labels = labelling.labels.replace(bytes([OPEN]), bytes([UNDECIDED]))
    sides = [
        None if waiting else weight
        for waiting, weight in zip(labelling.waiting, labelling.best, strict=True)
    ]
    return Weighed(labels, labelling.weights, sides)


class _Labelling:
    """One run. Positions, arguments and contests are numbers."""

    def __init__(self, balance: Balance, weights: Mapping[int, float]) -> None:
        self.balance = balance
        self.own_weights = weights
        arguments, positions = balance.arguments, len(balance.arguments_for)
        self.labels = bytearray(positions)
        self.weights: list[float | None] = [None] * len(arguments)
        self.best = [0.0] * positions
        # Arguments for a position that are not ready; premises of one that are not decided.
        self.waiting = [len(found) for found in balance.arguments_for]
        self.missing = [len(each.premises) for each in arguments]
        self.contests = _Contests(self)
        self.decided: list[int] = []

    def run(self) -> None:
        balance = self.balance
        for position in balance.is_out:
            self.decide(position, OUT)
        for position in balance.is_in:
            self.decide(position, IN)
        self.contests.begin()
        for number, each in enumerate(balance.arguments):
            if number in balance.idle:
                self.make_ready(number, 0.0)
            elif not each.premises and each.undercut is None:
                self.make_ready(number, self.weight(number))
        for position, waiting in enumerate(self.waiting):
            if not waiting:
                self.complete(position)
        while self.decided:
            self.propagate(self.decided.pop())

    def decide(self, position: int, label: int) -> None:
        if self.labels[position] == OPEN:
            self.labels[position] = label
            self.decided.append(position)

    def propagate(self, position: int) -> None:
        """Account for a decision wherever it matters."""
        for number in self.balance.uses[position]:
            self.missing[number] -= 1
            self.try_ready(number)
        for number in self.balance.stops.get(position, ()):
            if self.labels[position] == IN:
                self.make_ready(number, 0.0)
            else:
                self.try_ready(number)
        self.contests.propagate(position)

    def try_ready(self, number: int) -> None:
        """Weigh an argument if all that it waits for is decided."""
        undercut = self.balance.arguments[number].undercut
        if not self.missing[number] and (undercut is None or self.labels[undercut] == OUT):
            self.make_ready(number, self.weight(number))

    def weight(self, number: int) -> float:
        argument = self.balance.arguments[number]
        are_in = sum(self.labels[premise] == IN for premise in argument.premises)
        part = share(argument.weighing, len(argument.premises), are_in, argument.at_issue)
        return self.own_weights.get(number, argument.weight) * part

    def make_ready(self, number: int, weight: float) -> None:
        if self.weights[number] is not None:
            return
        self.weights[number] = weight
        position = self.balance.arguments[number].conclusion
        self.best[position] = max(self.best[position], weight)
        self.waiting[position] -= 1
        if self.waiting[position]:
            self.conclude(position)
        else:
            self.complete(position)

    def complete(self, position: int) -> None:
        """Account for a position that is ready."""
        self.contests.complete(position)
        self.conclude(position)

    def conclude(self, position: int) -> None:
        """Decide a position if that can be done by now."""
        if self.labels[position] != OPEN:
            return
        best, is_ready = self.best[position], not self.waiting[position]
        if is_ready and not best:
            self.decide(position, OUT)
        elif best and not self.contests.opposed[position]:
            self.decide(position, IN)
        elif is_ready and not self.contests.open[position]:
            self.decide(position, OUT if self.contests.has_lost[position] else IN)


class _Contests:
    """The state of the contests in a run.

    ``opposed`` has the number of contests in which a position may have a rival,
    ``open``, of those that are not over, and ``has_lost`` whether it lost one.
    """

    def __init__(self, run: _Labelling) -> None:
        self.run = run
        self.contests = run.balance.contests
        positions = len(run.labels)
        self.opposed = [0] * positions
        self.open = [0] * positions
        self.has_lost = bytearray(positions)
        self.is_taken: set[int] = set()  # contests that an assumed position takes part in
        self.entering = [len(entrants) for entrants in self.contests]  # all but who left
        self.waiting = self.entering[:]  # for them to take no part or to be ready
        # OPEN while it is not known whether an entrant takes part; then IN or OUT.
        self.part = [bytearray(len(entrants)) for entrants in self.contests]
        self.settled = [bytearray(len(entrants)) for entrants in self.contests]

    def begin(self) -> None:
        """Count who contests whom, and settle what is known from the start."""
        for position, places in self.run.balance.places.items():
            self.open[position] = self.opposed[position] = len(places)
        for contest, entrants in enumerate(self.contests):
            for place, entrant in enumerate(entrants):
                if entrant.position in self.run.balance.is_out:
                    self.set_part(contest, place, OUT)
                elif entrant.undercut is None:
                    self.set_part(contest, place, IN)

    def propagate(self, position: int) -> None:
        """Account for a decision on whether entrants take part."""
        is_stopped = self.run.labels[position] == IN
        for contest, place in self.run.balance.stopped.get(position, ()):
            if self.part[contest][place] == OPEN:
                self.set_part(contest, place, OUT if is_stopped else IN)

    def set_part(self, contest: int, place: int, part: int) -> None:
        """Record whether an entrant takes part."""
        self.part[contest][place] = part
        position = self.contests[contest][place].position
        is_assumed = position in self.run.balance.is_in
        if part == OUT:
            self.leave(contest, place)
        elif contest in self.is_taken:
            self.run.decide(position, OUT)  # nothing, where it is assumed as well
        elif is_assumed:
            self.is_taken.add(contest)
            for n, entrant in enumerate(self.contests[contest]):
                if self.part[contest][n] == IN:
                    self.run.decide(entrant.position, OUT)
        if part == OUT or is_assumed or not self.run.waiting[position]:
            self.settle(contest, place)

    def leave(self, contest: int, place: int) -> None:
        """Account for an entrant that takes no part: it, or a last one, may be unopposed."""
        entrants, parts = self.contests[contest], self.part[contest]
        self.entering[contest] -= 1
        if self.entering[contest]:
            self.oppose_less(entrants[place].position)
        if self.entering[contest] == 1:
            left = next(n for n, part in enumerate(parts) if part != OUT)
            self.oppose_less(entrants[left].position)

    def oppose_less(self, position: int) -> None:
        """Account for a contest that a position is no longer in, or is alone in."""
        self.opposed[position] -= 1
        self.open[position] -= 1
        self.run.conclude(position)

    def complete(self, position: int) -> None:
        """Account for a position that is ready, wherever it takes part."""
        for contest, place in self.run.balance.places.get(position, ()):
            if self.part[contest][place] != OPEN:
                self.settle(contest, place)

    def settle(self, contest: int, place: int) -> None:
        """Account for an entrant that takes no part or is ready; end a contest with the last."""
        if self.settled[contest][place]:
            return
        self.settled[contest][place] = 1
        self.waiting[contest] -= 1
        if self.waiting[contest] or self.entering[contest] < _A_FEW:
            return
        entrants, parts = self.contests[contest], self.part[contest]
        ranked = sorted(
            (e.position for n, e in enumerate(entrants) if parts[n] == IN),
            key=self.run.best.__getitem__,
            reverse=True,
        )
        for position in ranked:
            self.compare(position, ranked)
        for position in ranked:
            self.open[position] -= 1
            self.run.conclude(position)

    def compare(self, position: int, ranked: Sequence[int]) -> None:
        """Record whether a position loses to the heaviest of the others."""
        best = self.run.best
        other = ranked[1] if position == ranked[0] else ranked[0]
        standard = self.run.balance.standard(position)
        if not outweighs(standard, best[position], best[other]):
            self.has_lost[position] = 1
