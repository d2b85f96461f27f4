"""What a map expects of its evaluation, compared with what comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmap.analysis.evaluation.evaluation import Outcome, evaluate
from argmap.analysis.semantics import check_expectation
from argmap.model import ArgumentMap, Expectation, Status
from argmap.model.expectation import DEFAULT_TOLERANCE


class Checked(NamedTuple):
    """An expectation, what came out instead or as expected, and whether that is as expected.

    ``found`` is a status or a strength; None where there is no extension, or
    the strength does not settle.
    """

    expectation: Expectation
    found: Status | float | None
    holds: bool


def check_expectations(
    argument_map: ArgumentMap,
    semantics: str | None = None,
    *,
    assume: Collection[str] = (),
    reject: Collection[str] = (),
) -> Iterator[Checked]:
    """Yield every expectation of a map, in its order, with what comes out.

    ``semantics`` is the one to look at (None: all); ``assume`` and ``reject``
    are as for ``evaluate``, and so is what it raises. Raises ArgmapError, too, for
    an expectation of what its semantics does not give.
    """
    outcomes: dict[str, Outcome] = {}
    for expectation in argument_map.expectations:
        name = expectation.semantics
        if semantics not in {None, name}:
            continue
        check_expectation(expectation)
        if name not in outcomes:
            outcomes[name] = evaluate(argument_map, name, assume=assume, reject=reject)
        yield _checked(expectation, outcomes[name])


def _checked(expectation: Expectation, outcome: Outcome) -> Checked:
    claim = expectation.claim
    if expectation.strength is None:
        status = outcome.statuses.get(claim)
        return Checked(expectation, status, status is expectation.status)
    strength = outcome.strengths[claim]
    tolerance = expectation.tolerance
    allowed = DEFAULT_TOLERANCE if tolerance is None else tolerance
    holds = strength is not None and abs(strength - expectation.strength) <= allowed
    return Checked(expectation, strength, holds)
