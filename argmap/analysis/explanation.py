"""Explanations: why a claim is in, out or undecided, as the shortest tree of reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from argmap.analysis._proofs import Proofs
from argmap.analysis.semantics import Framework
from argmap.analysis.semantics._settling import IN, UNDECIDED
from argmap.analysis.semantics._verdict import STATUSES
from argmap.analysis.tree import Mark, TreeLine
from argmap.model import Status


class Because(StrEnum):
    """Why a claim, or the relation on its line, has its status."""

    ASSUMED = "assumed"  # held to be in, as was asked for
    REJECTED = "rejected"  # held to be out, as was asked for
    STANDS = "stands"  # it may stand on its own, and what attacks it, if anything, is out
    CARRIED = "carried"  # a support carries it, and what attacks it, if anything, is out
    ATTACKED = "attacked"  # something that is in attacks it
    UNSUPPORTED = "unsupported"  # it may not stand on its own, and nothing supports it
    FALLEN = "fallen"  # it may not stand on its own, and no support carries it
    CIRCULAR = "circular"  # its supports rest on one another alone
    UNDERCUT = "undercut"  # whatever its status, the step from it is undercut
    CONTESTED = "contested"  # undecided, since something undecided attacks it
    WAITING = "waiting"  # undecided, since what it needs is


class Reason(NamedTuple):
    """One line of an explanation.

    ``line`` is a line of a tree, read as in the tree of a map; ``status`` is that of its claim,
    or of the linked premises together; ``because`` is why, and what follows
    under the line says it in full. ``step`` is the status of the relation by
    which the line bears on what is above it, None at the top and for each of
    several linked premises: it differs from ``status`` when it is undercut.
    """

    line: TreeLine
    status: Status
    because: Because
    step: Status | None = None


class Explanation(NamedTuple):
    """Why a claim has its status: the reasons as a tree, and what else would carry it.

    ``others`` are the further supports, by id, that carry a claim that is in.
    """

    claim: str
    status: Status
    reasons: tuple[Reason, ...]
    others: tuple[str, ...] = ()


def explain(framework: Framework, labels: Sequence[int], claim_id: str) -> Explanation:
    """Return the shortest explanation of a claim's status in a labelling of the framework.

    The reasons of each line stand under it: for a claim that is in, the support
    that carries it and everything that attacks it; for one that is out, an
    attack that is in, or all its supports, or the first step that fails; for an
    undecided one, one thing that keeps it so. A circle that claims defend
    themselves or wait on one another in ends with a line marked as such.
    """
    (target,) = framework.numbers(claim_id)
    proofs = Proofs(framework, labels, target)
    reasons = tuple(_Telling(framework, labels, proofs).lines(target))
    carrier = proofs.reasons[target][:1]
    others = [
        framework.names[step]
        for step in framework.below[target]
        if labels[step] == IN and step not in carrier
    ]
    is_carried = reasons[0].because is Because.CARRIED
    return Explanation(
        claim_id, STATUSES[labels[target]], reasons, tuple(others if is_carried else ())
    )


class _Spot(NamedTuple):
    """A line to be told: a claim, a step from one premise (with the claim), or linked premises."""

    claim: int | None
    step: int | None = None
    on_step: bool = False

    @property
    def subject(self) -> int:
        """The node that the line is about."""
        node = self.step if self.claim is None else self.claim
        return -1 if node is None else node


class _Telling:
    """Tells a proof line by line, each claim's reasons once."""

    def __init__(self, framework: Framework, labels: Sequence[int], proofs: Proofs) -> None:
        self._framework = framework
        self._labels = labels
        self._proofs = proofs
        self._told: set[int] = set()

    def lines(self, target: int) -> Iterator[Reason]:
        """Yield the lines from a claim down, without recursion."""
        on_path: set[int] = set()
        frames: list[tuple[list[_Spot], int | None]] = [([_Spot(target)], None)]
        while frames:
            spots, leaving = frames[-1]
            if not spots:
                frames.pop()
                on_path -= {leaving} if leaving is not None else set()
                continue
            spot = spots.pop()
            below = self._on_step(spot)
            mark = None
            own = self._own(spot)
            if spot.claim in on_path:
                mark, own = Mark.CYCLE, []
            elif spot.claim in self._told:
                mark, own = (Mark.SHOWN if own else None), []
            yield self._reason(spot, len(frames) - 1, mark, is_last=not spots)
            entering = None
            if spot.claim is not None and own:
                self._told.add(spot.claim)
                on_path.add(spot.claim)
                entering = spot.claim
            if below or own:
                frames.append(([*below, *own][::-1], entering))

    def _spots(self, steps: Sequence[int], *, on_step: bool) -> list[_Spot]:
        below = self._framework.below
        return [
            _Spot(below[step][0] if len(below[step]) == 1 else None, step, on_step)
            for step in steps
        ]

    def _on_step(self, spot: _Spot) -> list[_Spot]:
        """Return what bears on the step of a spot, as far as the step's status rests on it."""
        if spot.step is None:
            return []
        strikes = self._framework.strikes
        undercuts = [each for each in self._proofs.reasons[spot.step] if strikes[each]]
        return self._spots(undercuts, on_step=True)

    def _own(self, spot: _Spot) -> list[_Spot]:
        """Return the reasons of the claim of a spot, or the linked premises that matter."""
        reasons = self._proofs.reasons
        if spot.claim is not None:
            is_told = not self._is_cut_off(spot)
            return self._spots(reasons[spot.claim], on_step=False) if is_told else []
        premises = self._framework.below[spot.subject]
        return [_Spot(each) for each in reasons[spot.subject] if each in premises]

    def _is_cut_off(self, spot: _Spot) -> bool:
        """Return whether the status of the claim of a spot does not matter to what is above."""
        step = spot.step
        return step is not None and spot.claim not in self._proofs.reasons[step]

    def _reason(self, spot: _Spot, depth: int, mark: Mark | None, *, is_last: bool) -> Reason:
        framework, labels = self._framework, self._labels
        relation = None if spot.step is None else framework.relation(spot.step)
        return Reason(
            TreeLine(framework.node(spot.subject), relation, depth, is_last, spot.on_step, mark),
            STATUSES[labels[spot.subject]],
            self._because(spot),
            None if spot.step is None else STATUSES[labels[spot.step]],
        )

    def _because(self, spot: _Spot) -> Because:
        framework = self._framework
        held = [node for node in (spot.claim, spot.step) if node in framework.held]
        if held:
            return Because.ASSUMED if held[0] in framework.assumed else Because.REJECTED
        if spot.claim is not None and self._is_cut_off(spot):
            return Because.UNDERCUT
        reasons, label = self._proofs.reasons[spot.subject], self._labels[spot.subject]
        is_struck = bool(reasons) and bool(framework.strikes[reasons[0]])
        if label == UNDECIDED:
            return Because.CONTESTED if is_struck else Because.WAITING
        if label == IN:
            is_carried = any(not framework.strikes[each] for each in reasons)
            return Because.CARRIED if is_carried else Because.STANDS
        return self._because_out(spot, is_struck=is_struck)

    def _because_out(self, spot: _Spot, *, is_struck: bool) -> Because:
        if is_struck:
            return Because.UNDERCUT if spot.claim is None else Because.ATTACKED
        if spot.subject in self._proofs.circular:
            return Because.CIRCULAR
        return Because.FALLEN if self._proofs.reasons[spot.subject] else Because.UNSUPPORTED
