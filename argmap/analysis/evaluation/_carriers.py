"""The supports that carry a claim, the best developed first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from argmap.analysis.semantics import Framework
from argmap.analysis.solving.grounded_labelling import IN
from argmap.analysis.solving.order import in_order

COUNTED_AT_MOST = 1_000_000
"""The nodes visited to count what is under supports, over a whole explanation."""

COUNTED_AT_LEAST = 30
"""The nodes that are visited under each support even then."""


class Carriers:
    """For claims that are in by a labelling of a framework, the supports that carry them.

    A support is the better developed the more claims that are in it rests on, through
    other supports; each counts once. After COUNTED_AT_MOST nodes, no more than
    COUNTED_AT_LEAST are counted under a support.
    """

    def __init__(self, framework: Framework, labels: Sequence[int]) -> None:
        """Take the framework and the label of each node."""
        self._framework = framework
        self._labels = labels
        self._visited = 0
        self._developed: dict[int, int] = {}

    @cached_property
    def _places(self) -> Sequence[int]:
        """The strongly connected component of each node."""
        return in_order(self._framework.above).places

    def every(self, claim: int) -> list[int]:
        """Return the supporting steps that are in, in the order of the file."""
        return [step for step in self._framework.below[claim] if self._labels[step] == IN]

    def apart(self, claim: int) -> list[int]:
        """Return those that are in no cycle with the claim, the best developed first."""
        steps = self.every(claim)
        if len(steps) > 1:
            places = self._places
            steps = [step for step in steps if places[step] != places[claim]]
        return sorted(steps, key=self._number_under, reverse=True) if len(steps) > 1 else steps

    def _number_under(self, step: int) -> int:
        """Return how many claims that are in a step rests on, as far as they are counted."""
        if step in self._developed:
            return self._developed[step]
        framework, labels = self._framework, self._labels
        most = max(COUNTED_AT_MOST - self._visited, COUNTED_AT_LEAST)
        pending, seen = [step], {step}
        for node in pending:  # the list grows while it is walked
            new = [n for n in framework.below[node] if labels[n] == IN and n not in seen]
            seen.update(new)
            pending += new
            if len(seen) >= most:
                break
        self._visited += len(seen)
        self._developed[step] = sum(map(framework.is_claim, seen))
        return self._developed[step]
