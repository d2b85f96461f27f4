"""The rules that hold between the claims, relations and expectations of a map."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from argmap.model.claim import Claim
from argmap.model.expectation import Expectation
from argmap.model.raising import RAISING, questioned
from argmap.model.relation import Relation, RelationKind
from argmap.model.status import Status
from argmap.suggestions import Near


class Fault(NamedTuple):
    """A broken rule: ``owner`` and ``field`` say whose, ``part`` which of several premises."""

    code: str
    message: str
    owner: Claim | Relation
    field: str
    part: int | None = None
    hint: str | None = None


class ExpectationFault(NamedTuple):
    """A rule that an expectation breaks."""

    code: str
    message: str
    expectation: Expectation
    hint: str | None = None


def faults(
    claims: Mapping[str, Claim],
    relations: Iterable[Relation],
    elsewhere: Collection[str] = (),
) -> Iterator[Fault]:
    """Yield every broken rule, in the order of ``relations``.

    ``elsewhere`` has ids to take as known although they could not be read, so that
    one error is not reported twice.
    """
    relations = list(relations)
    by_id: dict[str, Relation] = {}
    for relation in relations:
        relation_id = relation.id
        if relation_id in claims or relation_id in by_id:
            yield _duplicate(relation, by_id.get(relation_id))
        else:
            by_id[relation_id] = relation
    suggest = _Suggester(claims, by_id)
    for relation in relations:
        for part, premise in enumerate(relation.premises):
            if premise not in claims and premise not in elsewhere:
                yield _bad_premise(relation, part, suggest)
        if relation.target not in elsewhere:
            found = _bad_target(relation, claims, by_id, suggest)
            if found is not None:
                yield found
        if relation.is_linked or relation.kind in _SIMPLE:
            yield from _bad_combination(relation)
        if relation.raises is not None:
            yield from _bad_question(relation, suggest, elsewhere)


def _bad_target(
    relation: Relation,
    claims: Mapping[str, Claim],
    by_id: Mapping[str, Relation],
    suggest: _Suggester,
) -> Fault | None:
    if relation.target in claims:
        if relation.kind is _UNDERCUTS:
            return _undercut_claim(relation, suggest)
        is_answer = relation.kind is RelationKind.ANSWERS
        asked = claims[relation.target]
        return None if not is_answer or asked.is_question else _answered_claim(relation)
    if relation.target in by_id:
        return None if relation.kind in _ON_RELATIONS else _attack_on_relation(relation)
    return _dangling(relation, "target", relation.target, None, suggest)


_UNDERCUTS = RelationKind.UNDERCUTS
# Kinds that are between two claims.
_SIMPLE = frozenset({kind for kind in RelationKind if kind.is_symmetric} | {RelationKind.ANSWERS})
_ON_RELATIONS = (RelationKind.UNDERCUTS, RelationKind.SUPPORTS)


class _Suggester:
    """Finds near names, up to a limit on the work."""

    def __init__(self, claims: Mapping[str, Claim], relations: Mapping[str, Relation]) -> None:
        self.claims = claims
        self.relations = relations
        self.near = Near()

    @cached_property
    def into(self) -> dict[str, list[str]]:
        """The ids of the relations into each target."""
        found: dict[str, list[str]] = {}
        for relation in self.relations.values():
            found.setdefault(relation.target, []).append(relation.id)
        return found

    @cached_property
    def out_of(self) -> dict[str, list[Relation]]:
        """The relations that each claim is a premise of."""
        found: dict[str, list[Relation]] = {}
        for relation in self.relations.values():
            for premise in relation.premises:
                found.setdefault(premise, []).append(relation)
        return found

    def __call__(self, name: str, relation: Relation, field: str) -> str | None:
        known: Collection[str] = self.claims
        if field == "target" and relation.kind is RelationKind.UNDERCUTS:
            # Its own id is made from the very name that is wrong.
            known = [other for other in self.relations if other != relation.id]
        return self.near(name, known)


def _duplicate(relation: Relation, other: Relation | None) -> Fault:
    if other is None:
        message = f"relation id '{relation.id}' is already the id of a claim"
    else:
        message = f"relation id '{relation.id}' is used twice"
    hint = "give this relation an id of its own: id: …"
    return Fault("duplicate-id", message, relation, "id", hint=hint)


def _dangling(
    relation: Relation, field: str, name: str, part: int | None, suggest: _Suggester
) -> Fault:
    hint = suggest(name, relation, field)
    on_relation = field == "target" and relation.kind is RelationKind.UNDERCUTS
    what = "relation" if on_relation else "claim"
    return Fault("dangling-id", f"there is no {what} '{name}'", relation, field, part, hint)


def _bad_premise(relation: Relation, part: int, suggest: _Suggester) -> Fault:
    name = relation.premises[part]
    if name not in suggest.relations:
        return _dangling(relation, "from", name, part, suggest)
    message = f"'{name}' is a relation; a relation starts from claims"
    return Fault("premise-is-relation", message, relation, "from", part)


def _undercut_claim(relation: Relation, suggest: _Suggester) -> Fault:
    target = relation.target
    into = [other for other in suggest.into.get(target, ()) if other != relation.id][:3]
    named = " or ".join(f"'{relation_id}'" for relation_id in into)
    hint = f"to deny a step, name its relation: {named}" if into else None
    message = f"'{target}' is a claim; only a relation can be undercut"
    return Fault("undercuts-claim", message, relation, "target", hint=hint or "use attacks")


def _answered_claim(relation: Relation) -> Fault:
    message = f"'{relation.target}' is no question; only a question is answered"
    hint = "give it kind: question, or use supports"
    return Fault("answers-claim", message, relation, "target", hint=hint)


def _attack_on_relation(relation: Relation) -> Fault:
    message = f"'{relation.target}' is a relation; {relation.kind} needs a claim"
    hint = "to deny a step, use undercuts" if relation.kind is RelationKind.ATTACKS else None
    return Fault("target-is-relation", message, relation, "target", hint=hint)


def _bad_combination(relation: Relation) -> Iterator[Fault]:
    seen: set[str] = set()
    for part, premise in enumerate(relation.premises):
        if premise in seen:
            message = f"premise '{premise}' is named twice"
            yield Fault("duplicate-premise", message, relation, "from", part)
        seen.add(premise)
    if relation.kind is RelationKind.ANSWERS and relation.is_linked:
        message = "answers leads from one claim, so it has one premise"
        hint = "write a relation for each answer"
        yield Fault("linked-answer", message, relation, "from", hint=hint)
    if relation.kind is RelationKind.ANSWERS and relation.target in seen:
        message = f"'{relation.target}' answers itself"
        yield Fault("self-relation", message, relation, "target")
    if relation.kind.is_symmetric:
        if relation.is_linked:
            message = f"{relation.kind} holds between two claims, so it has one premise"
            yield Fault("linked-symmetric", message, relation, "from")
        if relation.target in seen:
            message = f"'{relation.target}' {relation.kind} itself"
            yield Fault("self-relation", message, relation, "target")


def _bad_question(
    relation: Relation, suggest: _Suggester, elsewhere: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with the critical question that a relation raises."""
    raised = relation.raises
    if relation.kind not in RAISING:
        message = f"{relation.kind} raises no critical question; undercuts and attacks do"
        yield Fault("cannot-raise", message, relation, "raises", hint="take raises out")
    elif raised is None or elsewhere:  # what cannot be read may be what is meant
        return
    elif raised.step is not None:
        yield from _bad_step(relation, raised.step, suggest)
    elif relation.kind is RelationKind.ATTACKS:
        steps = questioned(suggest.out_of.get(relation.target, ()))
        if len(steps) > 1:
            ways = " or ".join(f"{{step: {s.id}, question: {raised.question}}}" for s in steps[:3])
            message = f"'{relation.target}' serves {len(steps):,} steps: say which is in question"
            yield Fault("ambiguous-step", message, relation, "raises", hint=f"write raises: {ways}")
        elif not steps:
            message = f"'{relation.target}' is a premise of no step, so no question can be raised"
            hint = "attack a premise, undercut a step, or name the step: {step: …, question: …}"
            yield Fault("no-step", message, relation, "raises", hint=hint)


def _bad_step(relation: Relation, name: str, suggest: _Suggester) -> Iterator[Fault]:
    step = suggest.relations.get(name)
    if step is None:
        hint = suggest.near(name, suggest.relations)
        yield Fault("dangling-id", f"there is no relation '{name}'", relation, "raises", hint=hint)
        return
    ends = (step.id,) if relation.kind is RelationKind.UNDERCUTS else (*step.premises, step.target)
    if relation.target not in ends:
        target = relation.target
        message = f"'{target}' is no part of the step '{name}', of which it raises a question"
        hint = "undercut the step itself, or attack a premise or the conclusion of it"
        yield Fault("no-step", message, relation, "raises", hint=hint)


def expectation_faults(
    expectations: Iterable[Expectation],
    claims: Mapping[str, Claim],
    relations: Mapping[str, Relation],
    elsewhere: Collection[str] = (),
) -> Iterator[ExpectationFault]:
    """Yield every rule that an expectation breaks, in their order.

    ``elsewhere`` is as for ``faults``.
    """
    near = Near()
    seen: set[tuple[str, str]] = set()
    for each in expectations:
        name = each.claim
        if name not in claims and name not in elsewhere:
            yield _bad_expected(each, claims, relations, near)
        elif name in claims and claims[name].is_question:
            message = f"'{name}' is a question, which has no status"
            yield ExpectationFault("expected-is-question", message, each)
        if (each.semantics, name) in seen:
            message = f"what {each.semantics} makes of '{name}' is expected twice"
            yield ExpectationFault("duplicate-expectation", message, each)
        seen.add((each.semantics, name))
        misfit = _misfit(each)
        if misfit is not None:
            message = f"what is expected of '{name}' does not fit: {misfit}"
            yield ExpectationFault("bad-expectation", message, each)


def _bad_expected(
    expectation: Expectation,
    claims: Collection[str],
    relations: Mapping[str, Relation],
    near: Near,
) -> ExpectationFault:
    name = expectation.claim
    if name in relations:
        premises = "' or '".join(relations[name].premises)
        message = f"'{name}' is a relation; name a claim"
        hint = f"it starts from '{premises}'"
        return ExpectationFault("expected-is-relation", message, expectation, hint)
    message = f"there is no claim '{name}'"
    return ExpectationFault("dangling-id", message, expectation, near(name, claims))


def _misfit(expectation: Expectation) -> str | None:
    """Return what is wrong between the parts of an expectation; a file cannot have it."""
    _, _, status, strength, tolerance = expectation
    if (status is None) is (strength is None):
        return "it is either a status or a strength"
    if strength is None:
        if status not in _STATUSES or tolerance is not None:
            return f"a status stands alone, and is {', '.join(_STATUSES)}"
    elif not 0 <= strength <= 1:
        return "a strength is from 0 to 1"
    elif tolerance is not None and not 0 <= tolerance <= 1:
        return "a tolerance is from 0 to 1"
    return None


_STATUSES = tuple(Status)
