"""What two maps say differently: their claims, their relations, and what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from argmap.analysis.comparing.consequences import Consequence, consequences
from argmap.analysis.comparing.facts import facts
from argmap.analysis.comparing.matching import paired_claims, same, sourced
from argmap.analysis.comparing.relation_matching import paired_relations
from argmap.model import ArgumentMap, Claim, Raised, Relation, Scheme
from argmap.model.claim import UNORDERED
from argmap.model.numbering import is_number, is_text_counted, without_numbers
from argmap.model.plain import plain_scheme

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
    """All in which two maps differ; each part in the order of the file it is from.

    What is ``renumbered`` differs by an id that says nothing, and in nothing else: the
    ids of its claims or relations are numbers, or many of them follow one pattern but
    for numbers.
    """

    facts: tuple[FieldChange, ...]
    claims_removed: tuple[Claim, ...]
    claims_added: tuple[Claim, ...]
    claims_changed: tuple[ClaimChange, ...]
    relations_removed: tuple[Relation, ...]
    relations_added: tuple[Relation, ...]
    relations_changed: tuple[RelationChange, ...]
    consequences: tuple[Consequence, ...]
    claims_renumbered: tuple[ClaimChange, ...] = ()
    relations_renumbered: tuple[RelationChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the maps say the same, whatever their numbers."""
        return not any(self._replace(claims_renumbered=(), relations_renumbered=()))


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
    """Return whether ``compare`` would find nothing, renumbered or not; quicker than that."""
    return not any(_compared(old, new, paired_claims(old, new)))


def _compared(old: ArgumentMap, new: ArgumentMap, claims: Mapping[str, str]) -> Difference:
    """Return a difference without what follows from it."""
    relations = paired_relations(old, new, claims)
    names = {**_gone(old, new), **relations, **claims}
    claims_kept, relations_kept = set(claims.values()), set(relations.values())
    claims_changed, claims_renumbered = _parted(_claim_changes(old, new, claims))
    steps_changed, steps_renumbered = _parted(_relation_changes(old, new, relations, names))
    return Difference(
        tuple(_facts(old, new, names)),
        tuple(claim for name, claim in old.claims.items() if name not in claims),
        tuple(claim for name, claim in new.claims.items() if name not in claims_kept),
        claims_changed,
        tuple(step for name, step in old.relations.items() if name not in relations),
        tuple(step for name, step in new.relations.items() if name not in relations_kept),
        steps_changed,
        (),
        claims_renumbered,
        steps_renumbered,
    )


_Change = TypeVar("_Change", ClaimChange, RelationChange)
_MANY = 3  # renamings that differ in numbers alone, from which on they count as numbering


def _parted(changes: Iterable[_Change]) -> tuple[tuple[_Change, ...], tuple[_Change, ...]]:
    """Return the changes of content, and those of numbers alone."""
    every = tuple(changes)
    patterns = Counter(pattern for each in every if (pattern := _pattern(each)) is not None)
    renumbered = tuple(e for e in every if _are_numbers(e) or patterns[_pattern(e) or ""] >= _MANY)
    left = set(map(id, renumbered))
    return tuple(each for each in every if id(each) not in left), renumbered


def _are_numbers(change: ClaimChange | RelationChange) -> bool:
    """Return whether a change is one of ids that are numbers, and of nothing else."""
    ids = _renaming(change)
    if ids is None:
        return False
    if isinstance(change, ClaimChange):
        one, other = change.old.id, change.new.id
        if is_text_counted(one, other, change.new.text):
            return True
    return all(name is None or is_number(name) for name in ids)


def _pattern(change: ClaimChange | RelationChange) -> str | None:
    """Return what both ids of a renaming are but for numbers; None where there is none."""
    old, new = _renaming(change) or (None, None)
    is_one = old is not None and new is not None and without_numbers(old) == without_numbers(new)
    return without_numbers(old or "") if is_one else None


def _renaming(change: ClaimChange | RelationChange) -> tuple[str | None, str | None] | None:
    """Return both ids of what differs in its id alone, None for a default id; else None."""
    if isinstance(change, ClaimChange):
        return None if change.fields else (change.old.id, change.new.id)
    (field, *others) = change.fields
    return None if others or field.field != "id" else (field.old, field.new)


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
    are_numbers = is_number(before.id) and is_number(after.id)
    kept = (
        {"text", "note", "citations"}
        if are_numbers and sourced(before) == sourced(after)
        else set()
    )
    members = ((name, getattr(before, name), getattr(after, name)) for name in UNORDERED)
    kept |= {name for name, was, is_now in members if set(was) == set(is_now)}
    for name, old, new in zip(Claim._fields[1:], before[1:], after[1:], strict=True):
        if name not in kept and not same(old, new):
            yield FieldChange(name, old, new)


def _relation_changes(
    old: ArgumentMap, new: ArgumentMap, pairs: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[RelationChange]:
    for new_id, old_id in _in_order(new.relations, pairs):
        before, after = old.relations[old_id], new.relations[new_id]
        premises = tuple(names.get(name, name) for name in before.premises)
        target = names.get(before.target, before.target)
        raises = _raised_by_new_names(before, names)
        fields = tuple(_step_fields(before._replace(raises=raises), after, premises, target))
        if fields:
            yield RelationChange(before, after, fields)


def _raised_by_new_names(relation: Relation, names: Mapping[str, str]) -> Raised | None:
    raised = relation.raises
    if raised is None or raised.step is None:
        return raised
    return raised._replace(step=names.get(raised.step, raised.step))


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
    for name in ("scheme", "note", "weight", "raises"):
        old, new = getattr(before, name), getattr(after, name)
        if not same(old, new):
            yield FieldChange(name, old, new)


def _facts(old: ArgumentMap, new: ArgumentMap, names: Mapping[str, str]) -> Iterator[FieldChange]:
    before, after = facts(old, lambda name: names.get(name, name)), facts(new, str)
    for fact in dict.fromkeys((*before, *after)):
        was, is_now = before.get(fact), after.get(fact)
        if isinstance(was, Scheme) and isinstance(is_now, Scheme):
            yield from _scheme_fields(".".join(fact), was, is_now)
        elif not same(was, is_now):
            yield FieldChange(".".join(fact), was, is_now)


def _scheme_fields(name: str, old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    """Yield what differs between two schemes, part by part: ``schemes.ID.questions.NAME.text``."""
    before, after = _parts(name, plain_scheme(old)), _parts(name, plain_scheme(new))
    if before == after and old != new:  # in another order, which fills other roles
        before, after = (
            {f"{name}.premises": ", ".join(role for role, _ in scheme.premises)}
            for scheme in (old, new)
        )
    for part in dict.fromkeys((*before, *after)):
        was, is_now = before.get(part), after.get(part)
        if not same(was, is_now):
            yield FieldChange(part, was, is_now)


def _parts(name: str, plain: Any) -> dict[str, str]:
    """Return the texts in plain data by where they are; a list is one text."""
    if isinstance(plain, dict):
        parts = (_parts(f"{name}.{key}", value) for key, value in plain.items())
        return {key: text for found in parts for key, text in found.items()}
    return {name: ", ".join(plain) if isinstance(plain, list) else str(plain)}
