"""Merging: what goes together, what collides, and laws of both."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.merging import changed, mapped
from support.strategies import argument_maps

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.comparing.difference import compare
from argmap.analysis.merging.merge import Reason, merge
from argmap.errors import ArgmapError
from argmap.model import Expectation, Ignored
from argmap.model.relation import default_id

laws = examples(30)


def edited(one: ArgumentMap, chance: Random) -> ArgumentMap:
    """Return a map with a few things added, removed, reworded, renamed and turned."""
    result = one
    for _ in range(chance.randint(0, 4)):
        try:
            result = _edited_once(result, chance)
        except ArgmapError:
            continue  # that edit leaves no valid map
    return result


def _edited_once(one: ArgumentMap, chance: Random) -> ArgumentMap:
    claims, relations = list(one.claims.values()), list(one.relations.values())
    said: dict[str, Any] = {"expectations": one.expectations, "ignored": one.ignored}
    edit = chance.randrange(8)
    if edit == 0 or not claims:
        words = " ".join(chance.choices(("tide", "fish", "quay", "gulls", "rope"), k=4))
        claims.append(Claim(chance.choice("abxyz"), words))
    elif edit == 1:
        gone = claims.pop(chance.randrange(len(claims))).id
        relations = [each for each in relations if gone not in (*each.premises, each.target)]
        said["expectations"] = [each for each in one.expectations if each.claim != gone]
    elif edit == 2:
        index = chance.randrange(len(claims))
        claims[index] = claims[index]._replace(text=claims[index].text + chance.choice("?! "))
    elif edit == 3:
        return _renamed(one, chance.choice(claims).id, chance.choice("abxyz"))
    elif edit == 4:
        ends = chance.sample(list(one.claims), min(len(claims), 3))
        target = chance.choice([ends.pop(), *one.relations])
        kind = chance.choice(list(RelationKind))
        premises = tuple(ends) or (target,)
        name = chance.choice([default_id(premises, target), "s", "x"])
        relations.append(Relation(name, kind, premises, target))
    elif edit == 5:
        wanted = Expectation("df-quad", chance.choice(claims).id, None, chance.random())
        kept = [each for each in one.expectations if each[:2] != wanted[:2]]
        said["expectations"] = [*kept, wanted]
    elif edit == 6:
        owner = chance.choice([*one.claims, *one.relations])
        kept_rules = [each for each in one.ignored if each[0::2] != ("island", owner)]
        said["ignored"] = [*kept_rules, Ignored("island", str(chance.random()), owner)]
    elif relations:
        index = chance.randrange(len(relations))
        relations[index] = relations[index]._replace(kind=chance.choice(list(RelationKind)))
    ids = [each.id for each in claims] + [each.id for each in relations]
    if len(set(ids)) < len(ids):
        raise ArgmapError("an id is there twice")
    owners = {None, *ids}
    said["ignored"] = [each for each in said["ignored"] if each.owner in owners]
    return ArgumentMap(claims, relations, title=one.title, **said)


def _renamed(one: ArgumentMap, old: str, new: str) -> ArgumentMap:
    names = {old: new}
    relations = []
    for each in one.relations.values():
        premises = tuple(names.get(name, name) for name in each.premises)
        target = names.get(each.target, each.target)
        name = default_id(premises, target) if each.has_default_id else each.id
        names[each.id] = name
        relations.append(each._replace(id=name, premises=premises, target=target))
    return ArgumentMap(
        [each._replace(id=names.get(each.id, each.id)) for each in one.claims.values()],
        relations,
        title=one.title,
        expectations=[e._replace(claim=names.get(e.claim, e.claim)) for e in one.expectations],
        ignored=[e._replace(owner=names.get(e.owner or "", e.owner)) for e in one.ignored],
    )


@laws
@given(argument_maps(), argument_maps())
def test_what_one_side_changed_is_the_result(base: ArgumentMap, other: ArgumentMap) -> None:
    assert merge(base, other, base)[:2] == (other, ())
    assert merge(base, other, other)[:2] == (other, ())


@examples(100)
@given(argument_maps(max_claims=5), st.integers(0, 2**32))
def test_two_sides_make_a_map(base: ArgumentMap, seed: int) -> None:
    chance = Random(seed)
    base = edited(base, chance)
    ours, theirs = edited(base, chance), edited(base, chance)
    found = merge(base, base, theirs)
    assert not found.collisions
    assert compare(found.map, theirs).is_empty
    merged = merge(base, ours, theirs)
    assert not any(isinstance(each.base, ArgumentMap) for each in merged.collisions)
    assert set(merged.origins) == {*merged.map.claims, *merged.map.relations}
    for name, trio in merged.origins.items():
        assert trio.ours or trio.theirs, name
    if not merged.collisions:
        # Nothing that ours added is lost, and nothing that it removed comes back.
        mine = compare(base, ours)
        assert not {c.id for c in mine.claims_added} - merged.map.claims.keys()
    assert noted(ours) - noted(base) <= noted(merged.map)
    reported = {getattr(each.theirs, "strength", each.theirs) for each in merged.collisions}
    assert noted(theirs) - noted(base) <= noted(merged.map) | reported


def noted(one: ArgumentMap) -> set[object]:
    """Return all strengths expected in a map, and all reasons to ignore a rule."""
    return {each.strength for each in one.expectations} | {each.reason for each in one.ignored}


def test_what_is_kept_keeps_what_bears_on_it() -> None:
    """Theirs removes a claim and all it does; ours builds on it, so it stays as it was."""
    steps = "ferry supports bridge", "port attacks ferry"
    base = mapped(*steps)
    ours = mapped(*steps, "toll supports ferry", toll="There is a toll.")
    theirs = mapped(ferry=None)
    merged = merge(base, ours, theirs)
    assert merged.map == ours
    assert [each.reason for each in merged.collisions] == [Reason.OURS_NEEDS]


def test_what_both_add_stands_once_in_the_order_of_each() -> None:
    ours = mapped("port supports bridge", ice="Ice breaks hulls.")
    theirs = mapped(
        *("port supports bridge", "tide attacks bridge"),
        ice="Ice breaks hulls.",
        tide="Tides move sand.",
    )
    found = merge(mapped(), ours, theirs)
    assert (compare(found.map, theirs).is_empty, found.collisions) == (True, ())


CLAIM = ("claim", "ferry")
COLLISIONS: dict[str, tuple[ArgumentMap, ArgumentMap, ArgumentMap, list[tuple[Any, ...]]]] = {
    "both reworded": (
        mapped(),
        mapped(ferry="Ferries cost the town less every year."),
        mapped(ferry="Ferries cost the town nothing."),
        [(*CLAIM, "text", Reason.BOTH_CHANGED)],
    ),
    "both renamed": (
        mapped(),
        changed(mapped(), "ferry", id="boat"),
        changed(mapped(), "ferry", id="ship"),
        [("claim", "boat", "id", Reason.BOTH_CHANGED)],
    ),
    "removed here, reworded there": (
        mapped(),
        mapped(ferry=None),
        mapped(ferry="Ferries cost the town less every year."),
        [(*CLAIM, None, Reason.OURS_REMOVED)],
    ),
    "reworded here, removed there": (
        mapped(),
        mapped(ferry="Ferries cost the town less every year."),
        mapped(ferry=None),
        [(*CLAIM, None, Reason.THEIRS_REMOVED)],
    ),
    "built on here, removed there": (
        mapped(),
        mapped("ferry supports bridge"),
        mapped(ferry=None),
        [(*CLAIM, None, Reason.OURS_NEEDS)],
    ),
    "removed here, built on there": (
        mapped(),
        mapped(ferry=None),
        mapped("ferry supports bridge", "port undercuts ferry/bridge"),
        [
            ("relation", "ferry/bridge", None, Reason.END_MISSING),
            ("relation", "port/ferry/bridge", None, Reason.END_MISSING),
        ],
    ),
    "turned two ways": (
        mapped("ferry supports bridge"),
        mapped("ferry attacks bridge"),
        mapped("ferry contradicts bridge"),
        [("relation", "ferry/bridge", "kind", Reason.BOTH_CHANGED)],
    ),
    "added with two kinds": (
        mapped(),
        mapped("ferry attacks bridge"),
        mapped("ferry supports bridge"),
        [("relation", "ferry/bridge", "kind", Reason.BOTH_CHANGED)],
    ),
    "a step removed here, undercut there": (
        mapped("ferry supports bridge"),
        mapped(),
        mapped("ferry supports bridge", "port undercuts ferry/bridge"),
        [("relation", "port/ferry/bridge", None, Reason.END_MISSING)],
    ),
    "a step undercut here, removed there": (
        mapped("ferry supports bridge"),
        mapped("ferry supports bridge", "port undercuts ferry/bridge"),
        mapped(),
        [("relation", "ferry/bridge", None, Reason.OURS_NEEDS)],
    ),
    "one new id for two claims": (
        mapped(),
        mapped(ice="Ice breaks hulls in spring."),
        mapped("ice supports port", ice="Cream sells well in summer."),
        [
            ("claim", "ice", None, Reason.SAME_ID),
            ("relation", "ice/port", None, Reason.END_MISSING),
        ],
    ),
}


@pytest.mark.parametrize("case", COLLISIONS)
def test_what_collides_is_as_ours_has_it(case: str) -> None:
    base, ours, theirs, expected = COLLISIONS[case]
    found = merge(base, ours, theirs)
    assert [each[:4] for each in found.collisions] == expected
    assert found.map == ours


def said(one: ArgumentMap, *noted: Expectation | Ignored) -> ArgumentMap:
    """Return a map that expects and ignores these."""
    return ArgumentMap(
        one.claims.values(),
        one.relations.values(),
        expectations=[each for each in noted if isinstance(each, Expectation)],
        ignored=[each for each in noted if isinstance(each, Ignored)],
    )
