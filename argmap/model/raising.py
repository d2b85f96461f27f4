"""Of which step a relation raises a critical question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from argmap.model.relation import Relation, RelationKind

RAISING = frozenset({RelationKind.UNDERCUTS, RelationKind.ATTACKS})
"""The kinds of relation that may raise a critical question."""


def raised_step(relation: Relation, outgoing: Callable[[str], Iterable[Relation]]) -> str | None:
    """Return the id of the step of which a relation raises a question, None for no step.

    It is the step that is named; or else the one that is undercut, or the one that
    ``questioned`` gives. ``outgoing`` gives the relations that a claim is a premise of.
    """
    if relation.raises is None:
        return None
    if relation.raises.step is not None:
        return relation.raises.step
    if relation.kind is RelationKind.UNDERCUTS:
        return relation.target
    steps = questioned(outgoing(relation.target))
    return steps[0].id if len(steps) == 1 else None


def questioned(outgoing: Iterable[Relation]) -> Sequence[Relation]:
    """Return the steps of which an attack on a claim may raise a question without naming them.

    Of the relations that the claim is a premise of, they are those with a scheme or, if
    there are none, all that argue for or against something.
    """
    steps = [step for step in outgoing if step.kind in _STEPS]
    return [step for step in steps if step.scheme] or steps


_STEPS = frozenset({RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS})
