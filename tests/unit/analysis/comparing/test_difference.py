"""What differs between two maps, and laws of what does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.strategies import argument_maps

from argmap import ArgumentMap, Claim, Relation, RelationKind, dumps, loads
from argmap.analysis.comparing.consequences import Effect
from argmap.analysis.comparing.difference import Difference, compare
from argmap.analysis.comparing.rewording import Part, reworded
from argmap.model import Status
from argmap.model.relation import default_id

laws = examples(25)
SENTENCES = (
    "The harbour freezes in a hard winter.",
    "Ferries cost the town more every year.",
    "A bridge would carry the buses too.",
    "Nobody has asked the fishermen.",
    "Tides have moved the sand bank north.",
)


def mapped(*relations: Relation, size: int = 5, **texts: str) -> ArgumentMap:
    """Return a map of claims a, b, … with sentences of their own, or the texts given."""
    sentences = {"abcde"[number]: SENTENCES[number] for number in range(size)} | texts
    return ArgumentMap([Claim(*each) for each in sentences.items()], relations)


def step(sentence: str, **fields: str) -> Relation:
    """Return a relation told as ``a+b supports c``."""
    premises, kind, target = sentence.split()
    names = tuple(premises.split("+"))
    name = fields.pop("id", default_id(names, target))
    return Relation(name, RelationKind(kind), names, target, **fields)


def told(difference: Difference) -> dict[str, tuple[object, ...]]:
    """Return the parts in which maps differ, but for what follows from them."""
    parts = difference._asdict()
    del parts["consequences"]
    return {name: part for name, part in parts.items() if part}


@laws
@given(argument_maps())
def test_a_map_does_not_differ_from_itself_however_it_is_written(one: ArgumentMap) -> None:
    assert compare(one, one).is_empty
    assert compare(one, loads(dumps(one))).is_empty


@laws
@given(argument_maps(), argument_maps())
def test_what_is_in_neither_list_is_in_both_maps(old: ArgumentMap, new: ArgumentMap) -> None:
    found = compare(old, new)
    kept = len(old.claims) - len(found.claims_removed)
    assert kept == len(new.claims) - len(found.claims_added)
    kept = len(old.relations) - len(found.relations_removed)
    assert kept == len(new.relations) - len(found.relations_added)
    assert all(each.old.id in old.claims for each in found.claims_changed)
    assert all(each.new.id in new.relations for each in found.relations_changed)


@laws
@given(argument_maps(), st.randoms(use_true_random=False))
def test_order_is_layout(one: ArgumentMap, chance: st.DataObject) -> None:
    claims, relations = list(one.claims.values()), list(one.relations.values())
    chance.shuffle(claims)  # type: ignore[attr-defined]
    chance.shuffle(relations)  # type: ignore[attr-defined]
    given = {name: getattr(one, name) for name in ("title", "source", "voices")}
    other = ArgumentMap(
        claims, relations, expectations=one.expectations, ignored=one.ignored, **given
    )
    assert compare(one, other).is_empty


@laws
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_are_both_wordings(old: str, new: str) -> None:
    pieces = reworded(old, new)
    assert "".join(text for part, text in pieces if part is not Part.NEW) == old
    assert "".join(text for part, text in pieces if part is not Part.OLD) == new


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one two three", "one two three", "one two three"),
        ("we open on Sundays.", "we open on Saturdays.", "we open on [Sundays]{Saturdays}."),
        ("it may, or may not", "it may not", "it[ may, or] may not"),
        ("all of this", "nothing like it", "[all of this]{nothing like it}"),
        ("图书馆周日开放", "图书馆周六开放", "图书馆周[日]{六}开放"),
    ],
)
def test_rewording(old: str, new: str, shown: str) -> None:
    marks = {Part.BOTH: "{}", Part.OLD: "[{}]", Part.NEW: "{{{}}}"}
    assert "".join(marks[part].format(text) for part, text in reworded(old, new)) == shown


def test_claims_renamed_keep_their_relations() -> None:
    relations = [step("a+b supports c"), step("d undercuts a+b/c"), step("e attacks a", id="x")]
    old = mapped(*relations)
    new = ArgumentMap(
        [claim._replace(id=f"new-{claim.id}") for claim in old.claims.values()],
        [
            step("new-a+new-b supports new-c"),
            step("new-d undercuts new-a+new-b/new-c"),
            step("new-e attacks new-a", id="x"),
        ],
    )
    found = compare(old, new)
    assert list(told(found)) == ["claims_changed"]
    assert [(each.old.id, each.new.id, each.fields) for each in found.claims_changed] == [
        (name, f"new-{name}", ()) for name in "abcde"
    ]


def test_a_claim_renamed_and_reworded_is_found_by_what_stands_around_it() -> None:
    text = "Ferries are a burden that grows every year."
    old = mapped(step("b supports a"), step("d attacks b"))
    around = [step("z supports a"), step("d attacks z")]
    claims = [claim for claim in old.claims.values() if claim.id != "b"]
    near = ArgumentMap([*claims, Claim("z", text)], around)
    assert told(compare(old, near)).keys() == {"claims_changed"}
    assert compare(old, near).claims_changed[0].fields[0].field == "text"
    far = compare(old, ArgumentMap([*claims, Claim("z", text)], [step("c attacks z")]))
    assert [claim.id for claim in far.claims_removed] == ["b"]
    assert [claim.id for claim in far.claims_added] == ["z"]


def test_ids_that_have_moved_on_by_one_are_told_by_their_texts() -> None:
    old = mapped(size=4)
    texts = ["Something new at the front.", *SENTENCES[:4]]
    new = ArgumentMap([Claim(*each) for each in zip("abcde", texts, strict=True)])
    found = compare(old, new)
    assert [claim.id for claim in found.claims_added] == ["a"]
    assert [(each.old.id, each.new.id) for each in found.claims_changed] == [
        *(("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"))
    ]


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (step("a supports b"), step("a attacks b"), {"kind": ("supports", "attacks")}),
        (step("a supports b"), step("a+c supports b"), {"premises": (("a",), ("a", "c"))}),
        (step("a+c supports b"), step("c supports b"), {"premises": (("a", "c"), ("c",))}),
        (step("a+c supports b"), step("c+a supports b"), {}),
        (step("a contradicts b"), step("b contradicts a"), {}),
        (step("a contradicts b"), step("a attacks b"), {"kind": ("contradicts", "attacks")}),
        (step("a supports b"), step("a supports b", id="x"), {"id": (None, "x")}),
        (step("a supports b", id="x"), step("a supports c", id="x"), {"target": ("b", "c")}),
        (step("a supports b"), step("a supports b", scheme="s"), {"scheme": (None, "s")}),
    ],
)
def test_a_relation_is_found_again(
    before: Relation, after: Relation, fields: dict[str, object]
) -> None:
    found = compare(mapped(before), mapped(after))
    assert told(found).keys() == ({"relations_changed"} if fields else set())
    changed = [field for each in found.relations_changed for field in each.fields]
    assert {name: (old, new) for name, old, new in changed} == fields


def test_a_relation_that_goes_elsewhere_is_another() -> None:
    found = compare(mapped(step("a supports b")), mapped(step("a supports c")))
    assert told(found).keys() == {"relations_removed", "relations_added"}


def test_a_step_turned_keeps_what_bears_on_it() -> None:
    old = mapped(step("a supports b", id="x"), step("c undercuts x"))
    new = mapped(step("a supports b", id="y"), step("c undercuts y"))
    assert told(compare(old, new)).keys() == {"relations_changed"}
    assert len(compare(old, new).relations_changed) == 1


def test_what_it_means() -> None:
    old = mapped(step("b supports a"), step("c attacks d"))
    new = mapped(step("c attacks d"), step("e attacks a"), step("c attacks b"))
    found = [
        (each.claim.id, each.is_thesis, each.effect, each.old, each.new)
        for each in compare(old, new).consequences
    ]
    none = (None, None)
    assert found == [
        ("a", True, Effect.LOST_SUPPORT, *none),
        ("a", True, Effect.GAINED_ATTACKER, *none),
        ("a", True, Effect.STATUS, Status.IN, Status.OUT),
        ("b", True, Effect.GAINED_ATTACKER, *none),
        ("b", True, Effect.STATUS, Status.IN, Status.OUT),
    ]
    assert [each.effect for each in compare(new, old).consequences][:2] == [
        *(Effect.GAINED_SUPPORT, Effect.LOST_ATTACKER)
    ]
