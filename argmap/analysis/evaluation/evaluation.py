"""Evaluation: what a semantics says of a whole map."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from argmap.analysis.semantics import DEFAULT, Framework, gradual, is_gradual, qualitative
from argmap.analysis.solving.gradual import Evaluation
from argmap.model import ArgumentMap, Status


class Outcome(NamedTuple):
    """What a semantics says of each claim and relation, by id.

    A qualitative one gives ``statuses``: what holds in every extension, and
    ``in_some``: what is in in at least one. A gradual one gives ``strengths``
    in [0, 1], None for what does not settle; ``unsettled`` has the claims of each
    cycle that does not. Where there is no extension at all, ``has_extension`` is
    False and nothing has a status. ``assumed`` and ``rejected`` are the ids that
    were assumed to be in and out.
    """

    semantics: str
    statuses: Mapping[str, Status]
    strengths: Mapping[str, float | None]
    in_some: frozenset[str] = frozenset()
    has_extension: bool = True
    unsettled: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()

    @property
    def is_gradual(self) -> bool:
        """Whether it is strengths that it gives."""
        return is_gradual(self.semantics)

    @property
    def has_several(self) -> bool:
        """Whether the semantics may give several extensions."""
        return not self.is_gradual and qualitative(self.semantics).HAS_SEVERAL


def evaluate(
    argument_map: ArgumentMap,
    semantics: str = DEFAULT,
    *,
    assume: Collection[str] = (),
    reject: Collection[str] = (),
) -> Outcome:
    """Return what a semantics says of a map.

    ``assume`` and ``reject`` are ids of claims and relations to take as in (of
    strength 1) and out (of strength 0), whatever supports or attacks them. Raises
    UnknownNameError for an unknown id or semantics, and ArgmapError for an id
    that is both assumed and rejected, and where clingo is needed and missing.
    """
    assumed, rejected = tuple(dict.fromkeys(assume)), tuple(dict.fromkeys(reject))
    if is_gradual(semantics):
        combine = gradual(semantics).combine
        found = Evaluation(argument_map, combine, assume=assume, reject=reject).strengths()
        strengths = {**found.claims, **found.relations}
        outcome = Outcome(semantics, {}, strengths, unsettled=found.unsettled)
    else:
        verdict = qualitative(semantics).verdict(Framework(argument_map, assume, reject))
        statuses, in_some = verdict.statuses, verdict.in_some
        outcome = Outcome(semantics, statuses, {}, in_some, verdict.has_extension)
    return outcome._replace(assumed=assumed, rejected=rejected)
