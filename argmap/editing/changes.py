"""Changes of a map: each takes one and returns another, and changes nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from argmap.errors import ArgmapError, UnknownNameError
from argmap.model import ArgumentMap, Claim, Expectation, Ignored, Raised, Relation, RelationKind
from argmap.model.argument_map import BrokenMapError
from argmap.model.raising import questioned, raised_step
from argmap.model.relation import default_id


class Change(NamedTuple):
    """A map that was changed, and the new id of each claim and relation that got another."""

    argument_map: ArgumentMap
    renamed: Mapping[str, str] = {}


class Dangling(NamedTuple):
    """What goes with claims or relations: relations to and from them, and expectations.

    ``raising`` are relations that stay, without the critical question of a step that goes.
    """

    relations: list[Relation]
    expectations: list[Expectation]
    raising: list[Relation]


def with_claim(
    argument_map: ArgumentMap,
    claim: Claim,
    relations: Iterable[Relation] = (),
    after: str | None = None,
    ignored: Iterable[Ignored] = (),
) -> Change:
    """Return the map with another claim: the last, or ``after`` one, and with its relations.

    ``ignored`` are the rules that it ignores.

    Raises ArgmapError where the id is taken, and where a relation does not fit.
    """
    _check_free(argument_map, claim.id)
    claims = []
    for each in argument_map.claims.values():
        claims.append(each)
        if each.id == after:
            claims.append(claim)
    if after is None:
        claims.append(claim)
    else:
        argument_map.claim(after)
    relations = [*argument_map.relations.values(), *relations]
    return Change(_changed(argument_map, claims, relations, ignored=ignored))


def with_relation(argument_map: ArgumentMap, relation: Relation) -> Change:
    """Return the map with another relation, the last; raises ArgmapError where it does not fit."""
    if relation.id in argument_map.relations and relation.has_default_id:
        known = argument_map.relations[relation.id]
        hint = "give this one an id of its own with --id"
        if known.kind is relation.kind:
            hint = f"to change what is said of it: argmap set {known.id}"
        raise ArgmapError(f"'{known.id}' is there already: it {known.kind} its target", hint)
    _check_free(argument_map, relation.id)
    relations = [*argument_map.relations.values(), relation]
    return Change(_changed(argument_map, argument_map.claims.values(), relations))


def with_fields(argument_map: ArgumentMap, claim_id: str, fields: Mapping[str, Any]) -> Change:
    """Return the map with fields of a claim set; raises ArgmapError where there is none."""
    changed = argument_map.claim(claim_id)._replace(**fields)
    claims = [changed if c.id == claim_id else c for c in argument_map.claims.values()]
    return Change(_changed(argument_map, claims, argument_map.relations.values()))


def with_step_fields(
    argument_map: ArgumentMap, relation_id: str, fields: Mapping[str, Any]
) -> Change:
    """Return the map with fields of a relation set; raises ArgmapError where they do not fit."""
    changed = argument_map.relations[relation_id]._replace(**fields)
    relations = [changed if r.id == relation_id else r for r in argument_map.relations.values()]
    return Change(_changed(argument_map, argument_map.claims.values(), relations))


def dangling(argument_map: ArgumentMap, ids: Collection[str]) -> Dangling:
    """Return what would be left dangling without some claims and relations."""
    asked = frozenset(ids)
    gone = set(asked)
    todo = list(asked)
    while todo:
        name = todo.pop()
        for relation in (*argument_map.incoming(name), *argument_map.outgoing(name)):
            if relation.id not in gone:
                gone.add(relation.id)
                todo.append(relation.id)
    gone_with = gone - asked
    relations = [r for r in argument_map.relations.values() if r.id in gone_with]
    expectations = [each for each in argument_map.expectations if each.claim in gone]
    raising = [
        relation
        for relation in argument_map.relations.values()
        if relation.id not in gone and raised_step(relation, argument_map.outgoing) in gone
    ]
    return Dangling(relations, expectations, raising)


def without(argument_map: ArgumentMap, ids: Collection[str]) -> Change:
    """Return the map without some claims and relations and what they would leave dangling."""
    found = dangling(argument_map, ids)
    gone = {*ids, *(relation.id for relation in found.relations)}
    silent = {relation.id for relation in found.raising}
    return Change(
        _changed(
            argument_map,
            [claim for claim in argument_map.claims.values() if claim.id not in gone],
            [
                each._replace(raises=None) if each.id in silent else each
                for each in argument_map.relations.values()
                if each.id not in gone
            ],
            [each for each in argument_map.expectations if each.claim not in gone],
        )
    )


def with_name(argument_map: ArgumentMap, old: str, new: str) -> Change:
    """Return the map in which a claim or relation has another id.

    Everything that names it follows: relations, expectations, and each relation
    whose id is made of its ends, with what names that one. Raises ArgmapError
    where there is no ``old`` or something else is called ``new``.
    """
    if old not in argument_map.claims and old not in argument_map.relations:
        known = (*argument_map.claims, *argument_map.relations)
        raise UnknownNameError("claim or relation", old, known)
    if new != old:
        _check_free(argument_map, new)
    names = _renamed(argument_map, old, new)
    claims = [c._replace(id=names.get(c.id, c.id)) for c in argument_map.claims.values()]
    relations = [
        relation._replace(
            id=names.get(relation.id, relation.id),
            premises=tuple(names.get(premise, premise) for premise in relation.premises),
            target=names.get(relation.target, relation.target),
            raises=_renamed_question(relation.raises, names),
        )
        for relation in argument_map.relations.values()
    ]
    expected = [e._replace(claim=names.get(e.claim, e.claim)) for e in argument_map.expectations]
    return Change(_changed(argument_map, claims, relations, expected, names), names)


def _renamed_question(raised: Raised | None, names: Mapping[str, str]) -> Raised | None:
    if raised is None or raised.step is None:
        return raised
    return raised._replace(step=names.get(raised.step, raised.step))


def _renamed(argument_map: ArgumentMap, old: str, new: str) -> dict[str, str]:
    """Return the new id of everything whose id changes with one: ids made of ids do."""
    names = {old: new}
    todo = [old]
    while todo:
        name = todo.pop()
        for relation in (*argument_map.incoming(name), *argument_map.outgoing(name)):
            if relation.id == old or not relation.has_default_id:
                continue
            premises = tuple(names.get(premise, premise) for premise in relation.premises)
            follows = default_id(premises, names.get(relation.target, relation.target))
            if names.get(relation.id) != follows:
                names[relation.id] = follows
                todo.append(relation.id)
    return names


def _check_free(argument_map: ArgumentMap, name: str) -> None:
    for what, known in (("claim", argument_map.claims), ("relation", argument_map.relations)):
        if name in known:
            raise ArgmapError(f"there is a {what} '{name}' already", "choose another id")


def _changed(
    argument_map: ArgumentMap,
    claims: Iterable[Claim],
    relations: Iterable[Relation],
    expectations: Iterable[Expectation] | None = None,
    names: Mapping[str, str] | None = None,
    ignored: Iterable[Ignored] = (),
) -> ArgumentMap:
    """Return a map with other content under the same title, source, voices and schemes.

    What is ignored follows its owner to its new name among ``names``, and goes
    with it; ``ignored`` is ignored besides.
    """
    if expectations is None:
        expectations = argument_map.expectations
    claims = list(claims)
    relations = _with_steps_named(argument_map, list(relations), names or {})
    owners = {None, *(claim.id for claim in claims), *(relation.id for relation in relations)}
    new = names or {}
    before = [e._replace(owner=new.get(e.owner or "", e.owner)) for e in argument_map.ignored]
    try:
        return ArgumentMap(
            claims,
            relations,
            title=argument_map.title,
            source=argument_map.source,
            voices=argument_map.voices,
            schemes=argument_map.schemes.values(),
            expectations=expectations,
            ignored=[each for each in (*before, *ignored) if each.owner in owners],
        )
    except BrokenMapError as error:
        first = error.faults[0] if error.faults else error.expectation_faults[0]
        raise ArgmapError(first.message, first.hint) from None


def _with_steps_named(
    old: ArgumentMap, relations: list[Relation], names: Mapping[str, str]
) -> list[Relation]:
    """Return relations, with the step of a critical question named where it no longer is clear.

    An attack need not name it while its target serves one step alone.
    """
    attacks = [
        each
        for each in old.relations.values()
        if each.raises and each.raises.step is None and each.kind is RelationKind.ATTACKS
    ]
    if not attacks:
        return relations
    out_of: dict[str, list[Relation]] = {}
    for relation in relations:
        for premise in relation.premises:
            out_of.setdefault(premise, []).append(relation)
    by_id = {relation.id: number for number, relation in enumerate(relations)}
    for attack in attacks:
        number = by_id.get(names.get(attack.id, attack.id))
        step = raised_step(attack, old.outgoing)
        step = step and names.get(step, step)
        if number is None or step not in by_id:
            continue
        changed = relations[number]
        steps = [each.id for each in questioned(out_of.get(changed.target, ()))]
        if steps != [step] and changed.raises is not None:
            relations[number] = changed._replace(raises=changed.raises._replace(step=step))
    return relations
