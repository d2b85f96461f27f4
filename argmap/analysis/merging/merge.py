"""Merging two maps that both come from a third: claim by claim, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from argmap.analysis.merging._claims import MergedClaims
from argmap.analysis.merging._facts import MergedFacts
from argmap.analysis.merging._relations import MergedRelations
from argmap.analysis.merging._step import Step
from argmap.analysis.merging._three_way import Collision, Reason, Trio, merged_order
from argmap.model import ArgumentMap, Raised, Relation
from argmap.model.argument_map import BrokenMapError

__all__ = ["Collision", "Merged", "Reason", "merge"]


class Merged(NamedTuple):
    """A merged map, and what could not be merged, which is as ours has it.

    ``origins`` has the ids of each claim and relation in base, ours and theirs, by
    its id in the merged map.
    """

    map: ArgumentMap
    collisions: tuple[Collision, ...]
    origins: Mapping[str, Trio]


def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Merged:
    """Return ``ours`` with all that ``theirs`` changed since ``base``.

    What both changed differently is a collision, and stays as ours has it; so does
    what theirs changed and ours removed. The order is that of ours; what theirs
    added comes after what it follows there.
    """
    claims = MergedClaims(base, ours, theirs)
    relations = MergedRelations(claims)
    facts = MergedFacts(relations)
    collisions = (*claims.collisions, *relations.collisions, *facts.collisions)
    try:
        merged = ArgumentMap(
            _ordered(
                claims.merged,
                [claims.keys[1][name] for name in ours.claims],
                [claims.keys[2][name] for name in theirs.claims],
            ),
            _ordered(
                _relations(relations),
                [relations.keys[1][name] for name in ours.relations],
                [relations.keys[2][name] for name in theirs.relations],
            ),
            **facts.arguments(),
        )
    except BrokenMapError as error:  # what does not collide piece by piece may as a whole
        whole = Collision("map", error.message, None, Reason.DOES_NOT_FIT, base, ours, theirs)
        origins = {name: Trio(None, name, None) for name in (*ours.claims, *ours.relations)}
        return Merged(ours, (*collisions, whole), origins)
    trios = [*claims.trios, *relations.trios]
    return Merged(merged, collisions, {name: trios[key] for key, name in relations.ids.items()})


def _ordered(merged: Mapping[int, Any], ours: list[int], theirs: list[int]) -> list[Any]:
    return [merged[key] for key in merged_order(ours, theirs) if key in merged]


def _relations(relations: MergedRelations) -> dict[int, Relation]:
    ids = relations.ids
    return {
        key: Relation(
            ids[key],
            step.kind,
            tuple(ids[premise] for premise in step.premises),
            ids[step.target],
            step.scheme,
            step.note,
            step.weight,
            raises=_raised(step, ids),
        )
        for key, step in relations.merged.items()
    }


def _raised(step: Step, ids: Mapping[int, str]) -> Raised | None:
    """Return the critical question of a step; None where it is of one that is not merged."""
    if step.raises is None:
        return None
    question, of_step = step.raises
    if of_step is not None and of_step not in ids:
        return None
    return Raised(question, None if of_step is None else ids[of_step])
