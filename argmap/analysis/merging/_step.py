"""A relation whose ends are keys, so that those of three maps can be compared."""

from __future__ import annotations

from typing import NamedTuple

from argmap.analysis.comparing.matching import same
from argmap.model import RelationKind


class Step(NamedTuple):
    """A relation whose ends are keys; ``id`` is None where it follows from the ends."""

    id: str | None
    kind: RelationKind
    premises: tuple[int, ...]
    target: int
    scheme: str | None
    note: str | None
    weight: float | None = None
    raises: tuple[str, int | None] | None = None  # a question, and the key of the step


def ordered_as(
    own: tuple[int, ...], was: tuple[int, ...], other: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return ``was`` and ``other``, each in the order of an equal set before it, if any."""
    was = own if set(was) == set(own) else was
    return was, next((each for each in (own, was) if set(each) == set(other)), other)


def says_same(step: Step, base: Step) -> bool:
    """Return whether two steps say the same, in whatever direction and order."""
    turned = facing(base, step)
    is_same = all(
        same(getattr(turned, name), getattr(base, name))
        for name in ("kind", "target", "scheme", "note", "weight", "raises")
    )
    return is_same and set(turned.premises) == set(base.premises)


def facing(model: Step, step: Step) -> Step:
    """Return a symmetric step in the direction of ``model``, if both have the same ends."""
    ends_of_model = (*model.premises, model.target)
    if step.kind.is_symmetric and (step.target, *step.premises) == ends_of_model:
        return step._replace(premises=model.premises, target=model.target)
    return step
