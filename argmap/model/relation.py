"""A relation: a directed link from premises to a target."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class RelationKind(StrEnum):
    """What a relation says of its target; the value is the key in a map file."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"
    CONTRADICTS = "contradicts"
    RESTATES = "restates"
    ANSWERS = "answers"

    @property
    def is_symmetric(self) -> bool:
        """Whether it holds both ways: ``contradicts`` and ``restates``."""
        return self in _SYMMETRIC

    @property
    def is_against(self) -> bool:
        """Whether it counts as an attack in the sign of a chain."""
        return self in _AGAINST


_SYMMETRIC = frozenset({RelationKind.CONTRADICTS, RelationKind.RESTATES})
_AGAINST = frozenset({RelationKind.ATTACKS, RelationKind.UNDERCUTS, RelationKind.CONTRADICTS})


class Raised(NamedTuple):
    """The critical question that an undercut or attack raises.

    ``question`` is the name that the scheme of the step has for it. ``step`` is the id of
    that step; None for the one that an undercut targets, or the only one that the
    attacked premise serves.
    """

    question: str
    step: str | None = None

    def __str__(self) -> str:
        """Return the question, and of which step it is if that is named."""
        return self.question + (f" of {self.step}" if self.step is not None else "")


class Relation(NamedTuple):
    """A link from one or more claims to a claim or a relation (an S-node of AIF).

    Several ``premises`` are linked: together or not at all. ``target`` is the
    id of a claim, or of a relation when ``kind`` is ``undercuts`` or when
    ``supports`` backs a step. ``answers`` leads from one claim to a question. ``note``
    is a remark of whoever made the map. ``weight`` in [0, 1] is how much the step itself
    counts, None when the map gives none; ``raises`` the critical question it raises.
    """

    id: str
    kind: RelationKind
    premises: tuple[str, ...]
    target: str
    scheme: str | None = None
    note: str | None = None
    weight: float | None = None
    raises: Raised | None = None

    @property
    def is_linked(self) -> bool:
        """Whether several premises carry it together."""
        return len(self.premises) > 1

    @property
    def has_default_id(self) -> bool:
        """Whether the id is the one a map file need not write."""
        return self.id == default_id(self.premises, self.target)


def default_id(premises: tuple[str, ...], target: str) -> str:
    """Return the id of a relation that is given none: ``a/c``, or ``a+b/c`` when linked."""
    return f"{'+'.join(premises)}/{target}"
