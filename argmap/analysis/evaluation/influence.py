"""Influences: why a claim has the strength it has.

A strength is made of the base score and what the relations on the claim
contribute. The effect of a relation is the difference that it makes.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from argmap.analysis.solving.fixed import check_asserted
from argmap.analysis.solving.gradual import Evaluation, GradualSemantics, bearings, known
from argmap.model import ArgumentMap, Relation, RelationKind


class Influence(NamedTuple):
    """What one relation does to the strength of its target.

    ``contribution``, in [0, 1], is the strength of its weakest premise times
    its own; ``weakest`` is the id of that premise, the first of several; of a
    contradiction it is the claim at the other end. ``effect``, in [−1, 1], is
    the strength as it is less what it would be without this relation, all other
    strengths as they are: above 0 it raised the claim, below 0 it lowered it.
    Each is None where something it needs has no strength.
    """

    relation: str
    contribution: float | None
    weakest: str | None
    effect: float | None


class Influences(NamedTuple):
    """What makes the strength of a claim: its base score and the relations on it.

    ``relations`` has the supports, attacks and contradictions on the claim, the
    largest effect in absolute value first, effects that are not known last,
    ties in the order of the file. ``fixed`` is whether the claim is assumed or
    rejected, so that nothing has an effect.
    """

    claim: str
    weight: float
    strength: float | None
    fixed: bool
    relations: tuple[Influence, ...]


def influences(
    argument_map: ArgumentMap,
    claim_id: str,
    semantics: GradualSemantics,
    *,
    assume: Collection[str] = frozenset(),
    reject: Collection[str] = frozenset(),
) -> Influences:
    """Return what raises and what lowers a claim, and by how much.

    ``assume`` and ``reject`` are ids of claims and relations of strength 1 and 0;
    a rejected relation is listed, with a contribution of 0. Raises
    UnknownNameError for an unknown claim, ArgmapError for a question, and what
    ``Evaluation`` raises.
    """
    check_asserted(argument_map, claim_id, "ask about")
    evaluation = Evaluation(argument_map, semantics.combine, assume=assume, reject=reject)
    incoming = [
        relation
        for relation in argument_map.incoming(claim_id)
        if any(end == claim_id for _, end in bearings(relation, argument_map))
    ]
    parts = [_contribution(evaluation, relation, claim_id) for relation in incoming]
    weight = evaluation.bases[evaluation.numbers[claim_id]]
    strength = evaluation.strength(claim_id)
    fixed = claim_id in assume or claim_id in reject
    contributions = [contribution for contribution, _ in parts]
    effects: list[float | None] = [0.0 if fixed else None] * len(incoming)
    if not fixed and strength is not None:
        effects = _effects(semantics, weight, incoming, contributions)
    found = [
        Influence(relation.id, contribution, weakest, effect)
        for relation, (contribution, weakest), effect in zip(incoming, parts, effects, strict=True)
    ]
    return Influences(claim_id, weight, strength, fixed, tuple(sorted(found, key=_rank)))


def _rank(each: Influence) -> tuple[bool, float]:
    return each.effect is None, -abs(each.effect or 0.0)


def _contribution(
    evaluation: Evaluation, relation: Relation, claim_id: str
) -> tuple[float | None, str | None]:
    """Return what a relation contributes to a claim, and its weakest premise."""
    (premises,) = (origin for origin, end in bearings(relation, evaluation.map) if end == claim_id)
    numbers = evaluation.numbers
    step = numbers[relation.id]
    contribution = evaluation.contribution(step, tuple(numbers[premise] for premise in premises))
    strengths = [evaluation.strength(premise) for premise in premises]
    settled = [strength for strength in strengths if strength is not None]
    least = min(settled, default=None)
    if len(settled) < len(strengths) and least != 0:
        return known(contribution), None  # any that has no strength might be weaker
    return known(contribution), premises[strengths.index(least)]


def _effects(
    semantics: GradualSemantics,
    weight: float,
    incoming: list[Relation],
    contributions: list[float | None],
) -> list[float | None]:
    """Return by how much each relation raises or lowers the claim."""

    def strength_without(left_out: int | None) -> float:
        sides: tuple[list[float], list[float]] = ([], [])
        for number, (relation, part) in enumerate(zip(incoming, contributions, strict=True)):
            if number != left_out and part is not None:
                sides[relation.kind is not RelationKind.SUPPORTS].append(part)
        return semantics.combine(weight, *sides)

    whole = strength_without(None)
    return [whole - strength_without(number) for number in range(len(incoming))]
