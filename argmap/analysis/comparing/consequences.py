"""The consequences of a change of a map: for its theses, and for statuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import ArgumentMap, Claim, RelationKind, Status

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome


class Effect(StrEnum):
    """What became of a claim or question; only theses are new or gone."""

    GONE = "gone"
    NEW = "new"
    LOST_SUPPORT = "lost-last-support"
    GAINED_SUPPORT = "gained-first-support"
    LOST_ATTACKER = "lost-last-attacker"
    GAINED_ATTACKER = "gained-first-attacker"
    STATUS = "status"
    OPENED = "opened"
    ANSWERED = "answered"
    ANSWERED_OTHERWISE = "answered-otherwise"


class Consequence(NamedTuple):
    """What became of a claim, as the new map has it, or the old one if it is gone.

    ``old`` and ``new`` are its grounded statuses where ``effect`` is that they
    differ. The last three effects are those of questions, by which of their answers
    stand; all others those of theses alone.
    """

    claim: Claim
    is_thesis: bool
    effect: Effect
    old: Status | None = None
    new: Status | None = None


def consequences(
    old: ArgumentMap, new: ArgumentMap, claims: Mapping[str, str]
) -> Iterator[Consequence]:
    """Yield what a change means, theses first, then questions, each in the order of the new map.

    ``claims`` has the new id of each claim that is in both maps by its old id.
    Theses are the claims of that kind, or the roots of a map that has none.
    """
    from argmap.analysis.evaluation.evaluation import evaluate

    outcomes = evaluate(old), evaluate(new)
    before, after = (each.statuses for each in outcomes)
    were, are = _theses(old), _theses(new)
    old_ids = {new_id: old_id for old_id, new_id in claims.items()}
    others = []
    for claim in old.claims.values():
        if claim.id in were and claim.id not in claims:
            yield Consequence(claim, is_thesis=True, effect=Effect.GONE)
    for claim in new.claims.values():
        old_id = old_ids.get(claim.id)
        if old_id is None:
            if claim.id in are:
                yield Consequence(claim, is_thesis=True, effect=Effect.NEW)
            continue
        is_thesis = old_id in were or claim.id in are
        if is_thesis:
            for effect in _effects(
                _supported_and_attacked(old, old_id), _supported_and_attacked(new, claim.id)
            ):
                yield Consequence(claim, is_thesis, effect)
        statuses = before.get(old_id), after.get(claim.id)  # a question has none
        if None not in statuses and statuses[0] is not statuses[1]:
            changed = Consequence(claim, is_thesis, Effect.STATUS, *statuses)
            if is_thesis:
                yield changed
            else:
                others.append(changed)
    yield from _of_questions(old, new, outcomes, claims)
    yield from others


def _of_questions(
    old: ArgumentMap, new: ArgumentMap, outcomes: tuple[Outcome, Outcome], claims: Mapping[str, str]
) -> Iterator[Consequence]:
    """Yield what became of each question that is one in both maps."""
    from argmap.analysis.evaluation.resolution import resolutions

    before = {
        claims.get(each.question.id): {claims.get(claim.id, "") for claim in each.standing}
        for each in resolutions(old, outcomes[0])
    }
    for each in resolutions(new, outcomes[1]):
        was, now = before.get(each.question.id), {claim.id for claim in each.standing}
        if was is None or was == now:
            continue
        effect = Effect.ANSWERED_OTHERWISE if was and now else Effect.OPENED
        yield Consequence(each.question, False, effect if was else Effect.ANSWERED)


def _theses(argument_map: ArgumentMap) -> set[str]:
    named = {claim.id for claim in argument_map.claims.values() if claim.kind == "thesis"}
    return named or {claim.id for claim in argument_map.roots()}


_FOR = frozenset({RelationKind.SUPPORTS})
_AGAINST = frozenset({RelationKind.ATTACKS, RelationKind.CONTRADICTS})


def _supported_and_attacked(argument_map: ArgumentMap, claim_id: str) -> tuple[bool, bool]:
    """Return whether anything supports a claim, and whether anything attacks it."""
    kinds = {relation.kind for relation in argument_map.incoming(claim_id)}
    return bool(kinds & _FOR), bool(kinds & _AGAINST)


def _effects(before: tuple[bool, bool], after: tuple[bool, bool]) -> Iterator[Effect]:
    if before[0] is not after[0]:
        yield Effect.LOST_SUPPORT if before[0] else Effect.GAINED_SUPPORT
    if before[1] is not after[1]:
        yield Effect.LOST_ATTACKER if before[1] else Effect.GAINED_ATTACKER
