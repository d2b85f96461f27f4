"""Explanations: why a claim is in, out or undecided, as a tree of reasons.

What is in is explained by the supports that carry it, the best developed first: all of
them for the claim that is asked about, one for every other. Apart from that, and from
supports that are too many, the tree is the shortest there is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from argmap.analysis.evaluation._carriers import Carriers
from argmap.analysis.evaluation._proofs import Proofs
from argmap.analysis.semantics import DEFAULT, Framework, qualitative
from argmap.analysis.solving.fixed import check_asserted
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED
from argmap.analysis.solving.verdict import STATUSES, Labels
from argmap.analysis.tree import Mark, TreeLine
from argmap.model import ArgumentMap, Status


class Because(StrEnum):
    """Why a claim, or the relation on its line, has its status."""

    ASSUMED = "assumed"  # in by assumption
    REJECTED = "rejected"  # out by assumption
    STANDS = "stands"  # it may stand on its own, and what attacks it, if anything, is out
    CARRIED = "carried"  # a support carries it, and what attacks it, if anything, is out
    ATTACKED = "attacked"  # something that is in attacks it
    UNSUPPORTED = "unsupported"  # it may not stand on its own, and nothing supports it
    FALLEN = "fallen"  # it may not stand on its own, and no support carries it
    CIRCULAR = "circular"  # its supports rest on one another alone
    UNDERCUT = "undercut"  # whatever its status, the step from it is undercut
    DISPUTED = "disputed"  # whatever its status, something undecided undercuts the step from it
    CONTESTED = "contested"  # undecided, because something undecided attacks it
    WAITING = "waiting"  # undecided, because what it needs is


class Reason(NamedTuple):
    """One line of an explanation.

    ``line`` is a line of a tree, read as in the tree of a map; ``status`` is that of its claim,
    or of the step from linked premises; ``because`` is why, in short, and the
    lines under it in full. ``step`` is the status of the relation to the line
    above, None at the top and for each of several linked premises: it differs
    from ``status`` when the relation is undercut. ``others`` is how many supports of
    the claim have no line, and the same status as those that have.
    """

    line: TreeLine
    status: Status
    because: Because
    step: Status | None = None
    others: int = 0


class Explanation(NamedTuple):
    """Why a claim has its status: the reasons as a tree, and what else would carry it.

    ``others`` are the further supports, by id, that carry a claim that is in, or fail
    one that is out; ``in_cycle``, those that carry it and are in a cycle with it.
    """

    claim: str
    status: Status
    reasons: tuple[Reason, ...]
    others: tuple[str, ...] = ()
    in_cycle: tuple[str, ...] = ()


SUPPORTS_AT_MOST = 8
"""The supports of a claim that are shown, before further ones are only named or counted."""


EXTENSIONS_AT_MOST = 500
"""The most extensions among which one with another status of the claim is searched for."""


def why(
    argument_map: ArgumentMap,
    claim_id: str,
    semantics: str = DEFAULT,
    *,
    assume: Collection[str] = (),
    reject: Collection[str] = (),
    max_indent: int = 64,
) -> list[Explanation]:
    """Return why a claim has its status: an explanation for each status an extension gives it.

    ``assume`` and ``reject`` are ids to take as in and out; a branch deeper than
    ``max_indent`` continues as a tree of its own. There is one explanation where all
    extensions agree, and none where there is no extension. Raises UnknownNameError
    for an unknown claim or semantics, and ArgmapError for a question, or where clingo is
    needed and missing.
    """
    check_asserted(argument_map, claim_id, "ask about")
    framework = Framework(argument_map, assume, reject)
    (node,) = framework.numbers(claim_id)
    found: dict[int, Labels] = {}
    # What is in or out over all extensions is so in each.
    status = qualitative(semantics).verdict(framework).statuses.get(claim_id)
    is_agreed = status in {Status.IN, Status.OUT}
    for labels in islice(qualitative(semantics).labellings(framework), EXTENSIONS_AT_MOST):
        found.setdefault(labels[node], labels)
        if is_agreed or len(found) == len(STATUSES):
            break
    return [explain(framework, labels, claim_id, max_indent) for _, labels in sorted(found.items())]


def explain(
    framework: Framework, labels: Sequence[int], claim_id: str, max_indent: int = 64
) -> Explanation:
    """Return the explanation of a claim's status in a labelling of the framework.

    The reasons of each line stand under it: for a claim that is in, the supports
    that carry it (one below the top, where all are shown up to SUPPORTS_AT_MOST) and
    everything that attacks it; for one that is out, an attack that is in, or its supports,
    up to as many (of a cycle below the top, one), or the first step that fails; for an
    undecided one, one reason for that. A cycle, in which claims defend themselves or need
    one another, ends with a line marked as such.
    """
    (target,) = framework.numbers(claim_id)
    lines = _ProofLines(framework, labels, target)
    reasons = tuple(lines.lines(max_indent))
    names = framework.names
    others, in_cycle = lines.not_shown()
    return Explanation(
        claim_id,
        STATUSES[labels[target]],
        reasons,
        tuple(names[step] for step in others),
        tuple(names[step] for step in in_cycle),
    )


class _Spot(NamedTuple):
    """A line to come: a claim, a step from one premise (with the claim), or linked premises."""

    claim: int | None
    step: int | None = None
    on_step: bool = False

    @property
    def subject(self) -> int:
        """The node that the line is about."""
        node = self.step if self.claim is None else self.claim
        return -1 if node is None else node


class _ProofLines:
    """A proof as the lines of a tree, each claim's reasons once."""

    def __init__(self, framework: Framework, labels: Sequence[int], target: int) -> None:
        self._framework = framework
        self._labels = labels
        self._target = target
        self._proofs = Proofs(framework, labels, target)
        self._carriers = Carriers(framework, labels)
        self._expanded: set[int] = set()
        self._chosen: dict[int, Sequence[int]] = {}

    def not_shown(self) -> tuple[list[int], list[int]]:
        """Return the supports of the target that do as those shown, and those in a cycle."""
        shown = self._reasons(self._target)
        label, below = self._labels[self._target], self._framework.below[self._target]
        if not set(below).intersection(shown) or label == UNDECIDED:
            return [], []
        left = [step for step in below if self._labels[step] == label and step not in shown]
        if label == OUT:
            return left, []
        apart = self._carriers.apart(self._target)
        further = [step for step in apart if step in left]
        return further, [step for step in left if step not in apart]

    def lines(self, max_indent: int) -> Iterator[Reason]:
        """Yield the lines from the target down, without recursion."""
        target = self._target
        pending = deque([_Spot(target)])
        is_first = True
        while pending:
            for reason in self._branch(pending.popleft(), pending, max_indent):
                is_top = reason.line.depth == 0
                line = reason.line._replace(continued=is_top and not is_first)
                yield reason._replace(line=line)
                is_first = False

    def _branch(self, start: _Spot, pending: deque[_Spot], max_indent: int) -> Iterator[Reason]:
        """Yield the lines from ``start`` down; put branches that are too deep into ``pending``."""
        on_path: set[int | None] = set()
        # Each frame: the spots still to come (last first), and the claim to leave after them.
        frames: list[tuple[list[_Spot], int | None]] = [([start], None)]
        while frames:
            spots, leaving = frames[-1]
            if not spots:
                frames.pop()
                on_path.discard(leaving)
                continue
            spot = spots.pop()
            if not spot.on_step:  # an undercut of a step from a claim is no reason for the claim
                on_path.add(leaving)
            depth = len(frames) - 1
            mark, own = self._under(spot, on_path)
            below = [*self._on_step(spot), *own]
            if below and depth >= max_indent and mark is None:
                mark, below, own = Mark.CONTINUES, [], []
                pending.append(spot)
            yield self._reason(spot, depth, mark, is_last=not spots)
            entering = spot.claim if own else None
            if entering is not None:
                self._expanded.add(entering)
            if below:
                frames.append((below[::-1], entering))

    def _under(self, spot: _Spot, on_path: set[int | None]) -> tuple[Mark | None, list[_Spot]]:
        """Return the mark of a spot, and its own reasons, to go under it."""
        if spot.claim is None:
            return None, self._own(spot)
        if not self._proofs.reasons[spot.claim] or self._is_cut_off(spot):
            return None, []
        if spot.claim in on_path:
            return Mark.CYCLE, []
        if spot.claim in self._expanded:
            return Mark.SHOWN, []
        return None, self._own(spot)

    def _spots(self, steps: Sequence[int], *, on_step: bool) -> list[_Spot]:
        below = self._framework.below
        return [
            _Spot(below[step][0] if len(below[step]) == 1 else None, step, on_step)
            for step in steps
        ]

    def _on_step(self, spot: _Spot) -> list[_Spot]:
        """Return the undercuts of the step of a spot from which the step's status follows."""
        if spot.step is None:
            return []
        strikes = self._framework.strikes
        undercuts = [each for each in self._proofs.reasons[spot.step] if strikes[each]]
        return self._spots(undercuts, on_step=True)

    def _own(self, spot: _Spot) -> list[_Spot]:
        """Return the reasons of the claim of a spot, or the linked premises that matter."""
        reasons = self._proofs.reasons
        if spot.claim is not None:
            return self._spots(self._reasons(spot.claim), on_step=False)
        premises = self._framework.below[spot.subject]
        return [_Spot(each) for each in reasons[spot.subject] if each in premises]

    def _reasons(self, claim: int) -> Sequence[int]:
        """Return the steps to show from which the status of a claim follows."""
        if claim not in self._chosen:
            reasons, strikes = self._proofs.reasons[claim], self._framework.strikes
            strikers = [each for each in reasons if strikes[each]]
            supports: Sequence[int] = [each for each in reasons if not strikes[each]]
            if supports and self._labels[claim] == IN:
                # What leads out of the cycles of a claim never returns: any support will do.
                apart = self._carriers.apart(claim) or supports
                supports = apart[: SUPPORTS_AT_MOST if claim == self._target else 1]
            elif self._labels[claim] == OUT:
                supports = self._failing(claim, supports)
            self._chosen[claim] = [*supports, *strikers]
        return self._chosen[claim]

    def _failing(self, claim: int, supports: Sequence[int]) -> Sequence[int]:
        """Return the first supports that fail; below the target, one will do to draw a cycle."""
        circular, reasons = self._proofs.circular, self._proofs.reasons
        if claim in circular and claim != self._target:
            onward = [step for step in supports if circular.intersection(reasons[step])]
            closing = (step for step in onward if self._expanded.intersection(reasons[step]))
            return [next(closing, onward[0])] if onward else supports[:SUPPORTS_AT_MOST]
        return supports[:SUPPORTS_AT_MOST]

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
            self._number_of_others(spot),
        )

    def _number_of_others(self, spot: _Spot) -> int:
        if spot.claim is None or self._is_cut_off(spot):
            return 0
        strikes, label = self._framework.strikes, self._labels[spot.claim]
        shown = sum(not strikes[each] for each in self._reasons(spot.claim))
        alike = sum(self._labels[step] == label for step in self._framework.below[spot.claim])
        return alike - shown if shown and label != UNDECIDED else 0

    def _because(self, spot: _Spot) -> Because:
        framework = self._framework
        fixed = [node for node in (spot.step, spot.claim) if node in framework.fixed]
        if fixed:
            return Because.ASSUMED if fixed[0] in framework.assumed else Because.REJECTED
        if spot.claim is not None and self._is_cut_off(spot):
            is_out = self._labels[spot.step or 0] == OUT
            return Because.UNDERCUT if is_out else Because.DISPUTED
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
