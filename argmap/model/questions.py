"""Questions of a map: what answers them, and which answers exclude one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model.claim import Claim
from argmap.model.relation import Relation, RelationKind

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

EXCLUSIVE_AT_MOST = 200
"""The most answers of one question that exclude one another; of more, none does."""


def questions(argument_map: ArgumentMap) -> Iterator[Claim]:
    """Yield the questions, in file order."""
    return (claim for claim in argument_map.claims.values() if claim.is_question)


def answering(argument_map: ArgumentMap, question_id: str) -> dict[str, Relation]:
    """Return the claims that answer a question, by id in file order, each with its relation.

    A question answers nothing, even where the map says so.
    """
    found: dict[str, Relation] = {}
    for relation in argument_map.incoming(question_id):
        if relation.kind is RelationKind.ANSWERS:
            (answer,) = relation.premises
            if not argument_map.claims[answer].is_question:
                found.setdefault(answer, relation)
    return found


def exclusive(argument_map: ArgumentMap) -> Iterator[dict[str, Relation]]:
    """Yield, for each question of which one answer is chosen, its answers as ``answering`` does.

    Not for one without two answers, or with more than ``EXCLUSIVE_AT_MOST``.
    """
    for claim in argument_map.claims.values():
        if claim.choose is not None and claim.is_question:
            found = answering(argument_map, claim.id)
            if 1 < len(found) <= EXCLUSIVE_AT_MOST:
                yield found


def crowded(argument_map: ArgumentMap) -> Iterator[tuple[Claim, int]]:
    """Yield each question of which one answer is chosen among too many to exclude one another.

    Each comes with the number of its answers.
    """
    for claim in argument_map.claims.values():
        if claim.choose is not None and claim.is_question:
            number = len(answering(argument_map, claim.id))
            if number > EXCLUSIVE_AT_MOST:
                yield claim, number
