"""Whether the questions of a map are answered: which answers stand, or which is the strongest."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmap.analysis.evaluation.evaluation import Outcome
from argmap.model import ArgumentMap, Claim, Status
from argmap.model.questions import EXCLUSIVE_AT_MOST, answering, questions

SAME = 1e-9
"""Strengths that differ by no more than this are a tie."""


class Resolution(NamedTuple):
    """A question, its answers, and what a semantics makes of them: the ``outcome``.

    ``standing`` are the answers that are in, ``undecided`` those that are. Under a gradual
    semantics both are empty and ``strongest`` has the answers of the greatest ``strength``:
    several where they tie, none where no answer has a strength; ``unsettled`` are those that
    have none. ``is_crowded`` says that one answer is to be chosen, and that there are too
    many of them to exclude one another.
    """

    question: Claim
    answers: tuple[Claim, ...]
    outcome: Outcome
    standing: tuple[Claim, ...] = ()
    undecided: tuple[Claim, ...] = ()
    strongest: tuple[Claim, ...] = ()
    strength: float | None = None
    unsettled: tuple[Claim, ...] = ()
    is_crowded: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether some answer stands or, under a gradual semantics, one is the strongest."""
        return bool(self.standing) or len(self.strongest) == 1


def resolutions(
    argument_map: ArgumentMap, outcome: Outcome, among: Collection[str] | None = None
) -> Iterator[Resolution]:
    """Yield what an outcome says of each question (of those ``among``), in file order."""
    for question in questions(argument_map):
        if among is None or question.id in among:
            yield resolution(argument_map, outcome, question)


def resolution(argument_map: ArgumentMap, outcome: Outcome, question: Claim) -> Resolution:
    """Return what an outcome says of one question."""
    answers = tuple(argument_map.claims[name] for name in answering(argument_map, question.id))
    is_crowded = question.choose is not None and len(answers) > EXCLUSIVE_AT_MOST
    found = Resolution(question, answers, outcome, is_crowded=is_crowded)
    if outcome.is_gradual:
        return _by_strength(found, outcome)
    by_status = {
        status: tuple(each for each in answers if outcome.statuses.get(each.id) is status)
        for status in (Status.IN, Status.UNDECIDED)
    }
    return found._replace(standing=by_status[Status.IN], undecided=by_status[Status.UNDECIDED])


def _by_strength(found: Resolution, outcome: Outcome) -> Resolution:
    strengths = [outcome.strengths[each.id] for each in found.answers]
    most = max((each for each in strengths if each is not None), default=None)
    pairs = list(zip(found.answers, strengths, strict=True))
    strongest = [
        claim
        for claim, strength in pairs
        if strength is not None and most is not None and most - strength <= SAME
    ]
    unsettled = tuple(claim for claim, strength in pairs if strength is None)
    return found._replace(strongest=tuple(strongest), strength=most, unsettled=unsettled)
