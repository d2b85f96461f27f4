"""What two maps say differently: their claims, their relations, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from argmap.analysis.comparing.consequences import Consequence, consequences
from argmap.analysis.comparing.facts import facts
from argmap.analysis.comparing.matching import paired_claims, same
from argmap.analysis.comparing.relation_matching import paired_relations
from argmap.model import ArgumentMap, Claim, Relation

__all__ = [
    "ClaimChange",
    "Consequence",
    "Difference",
    "FieldChange",
    "RelationChange",
    "compare",
    "say_the_same",
]


class FieldChange(NamedTuple):
    """A field and both its values; None, or an empty tuple, where a side has none.

    The names are those of the model. Of a map as a whole they are ``title``,
    ``source.author``, ``voices.NAME``, ``expect.SEMANTICS.CLAIM``, ``ignore.RULE``
    and ``ignore.RULE.ID``.
    """

    field: str
    old: Any
    new: Any


class ClaimChange(NamedTuple):
    """A claim of both maps that differs; ``fields`` is empty where only its id does."""

    old: Claim
    new: Claim
    fields: tuple[FieldChange, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether it has another id."""
        return self.old.id != self.new.id


class RelationChange(NamedTuple):
    """A relation of both maps that differs.

    The ends in ``fields`` are named as the new map names them. An id that
    follows from the ends is not a field.
    """

    old: Relation
    new: Relation
    fields: tuple[FieldChange, ...]


class Difference(NamedTuple):
    """All in which two maps differ; each part in the order of the file it is from."""

    facts: tuple[FieldChange, ...]
    claims_removed: tuple[Claim, ...]
    claims_added: tuple[Claim, ...]
    claims_changed: tuple[ClaimChange, ...]
    relations_removed: tuple[Relation, ...]
    relations_added: tuple[Relation, ...]
    relations_changed: tuple[RelationChange, ...]
    consequences: tuple[Consequence, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the maps say the same."""
        return not any(self)


def compare(old: ArgumentMap, new: ArgumentMap) -> Difference:
    """Return what ``new`` says differently than ``old``.

    The order of claims and relations, and white space in texts, are layout and
    do not count. Takes about as long as reading both maps.
    """
    claims = paired_claims(old, new)
    found = _compared(old, new, claims)
    if found.is_empty:
        return found
    return found._replace(consequences=tuple(consequences(old, new, claims)))


def say_the_same(old: ArgumentMap, new: ArgumentMap) -> bool:
    """Return whether ``compare`` would find nothing; quicker than that."""
    return _compared(old, new, paired_claims(old, new)).is_empty


def _compared(old: ArgumentMap, new: ArgumentMap, claims: Mapping[str, str]) -> Difference:
    """Return a difference without what follows from it."""
    relations = paired_relations(old, new, claims)
    names = {**_gone(old, new), **relations, **claims}
    claims_kept, relations_kept = set(claims.values()), set(relations.values())
    return Difference(
        tuple(_facts(old, new, names)),
        tuple(claim for name, claim in old.claims.items() if name not in claims),
        tuple(claim for name, claim in new.claims.items() if name not in claims_kept),
        tuple(_claim_changes(old, new, claims)),
        tuple(step for name, step in old.relations.items() if name not in relations),
        tuple(step for name, step in new.relations.items() if name not in relations_kept),
        tuple(_relation_changes(old, new, relations, names)),
        (),
    )


def _gone(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """Return what to call what is gone, where its id is now that of something else."""
    reused = [name for name in (*old.claims, *old.relations) if name in new.claims]
    reused += [name for name in (*old.claims, *old.relations) if name in new.relations]
    return {name: f"{name} (before)" for name in reused}


def _claim_changes(
    old: ArgumentMap, new: ArgumentMap, pairs: Mapping[str, str]
) -> Iterator[ClaimChange]:
    for new_id, old_id in _in_order(new.claims, pairs):
        before, after = old.claims[old_id], new.claims[new_id]
        if before != after:
            change = ClaimChange(before, after, tuple(_fields(before, after)))
            if change.fields or change.is_renamed:
                yield change


def _in_order(new: Mapping[str, Any], pairs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the new and the old id of each pair in the order of the new file."""
    old_ids = {new_id: old_id for old_id, new_id in pairs.items()}
    return ((new_id, old_ids[new_id]) for new_id in new if new_id in old_ids)


def _fields(before: Claim, after: Claim) -> Iterator[FieldChange]:
    for name, old, new in zip(Claim._fields[1:], before[1:], after[1:], strict=True):
        is_order = name == "tags" and set(before.tags) == set(after.tags)
        if not is_order and not same(old, new):
            yield FieldChange(name, old, new)


def _relation_changes(
    old: ArgumentMap, new: ArgumentMap, pairs: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[RelationChange]:
    for new_id, old_id in _in_order(new.relations, pairs):
        before, after = old.relations[old_id], new.relations[new_id]
        premises = tuple(names.get(name, name) for name in before.premises)
        target = names.get(before.target, before.target)
        fields = tuple(_step_fields(before, after, premises, target))
        if fields:
            yield RelationChange(before, after, fields)


def _step_fields(
    before: Relation, after: Relation, premises: tuple[str, ...], target: str
) -> Iterator[FieldChange]:
    old_id, new_id = (None if step.has_default_id else step.id for step in (before, after))
    if old_id != new_id:
        yield FieldChange("id", old_id, new_id)
    if before.kind is not after.kind:
        yield FieldChange("kind", before.kind, after.kind)
    is_turned_round = after.kind.is_symmetric and (target, *premises) == (
        *after.premises,
        after.target,
    )
    if not is_turned_round:
        if set(premises) != set(after.premises):
            yield FieldChange("premises", premises, after.premises)
        if target != after.target:
            yield FieldChange("target", target, after.target)
    for name in ("scheme", "note"):
        old, new = getattr(before, name), getattr(after, name)
        if not same(old, new):
            yield FieldChange(name, old, new)


def _facts(old: ArgumentMap, new: ArgumentMap, names: Mapping[str, str]) -> Iterator[FieldChange]:
    before, after = facts(old, lambda name: names.get(name, name)), facts(new, str)
    for fact in dict.fromkeys((*before, *after)):
        was, is_now = before.get(fact), after.get(fact)
        if not same(was, is_now):
            yield FieldChange(".".join(fact), was, is_now)
