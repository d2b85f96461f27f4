"""One claim more or less renumbers an export, and is the one change that is reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.compared import reported
from support.discussions import TEXTS, Node, discussions
from support.laws import examples

from argmap import ArgumentMap, Claim, Relation, RelationKind, loads
from argmap.analysis.comparing.difference import compare

NEW = "Nobody has asked the mayor."
UUID = "3f2a9c1e-00aa-4bcd-9e10-{:012}"


Change = tuple[ArgumentMap, ArgumentMap, int]


@st.composite
def changes(
    draw: st.DrawFn, texts: st.SearchStrategy[list[str]], added: tuple[str, ...] = (NEW,)
) -> Change:
    """Draw a discussion, the same with one more claim, and how many others that moves."""
    top = draw(discussions(texts))
    before = top.read()
    above = draw(st.sampled_from(top.every()))
    place = draw(st.integers(0, len(above.below)))
    above.below.insert(place, Node(draw(st.sampled_from(added))))
    moved = sum(len(node.every()) for node in above.below[place + 1 :])
    return before, top.read(), moved


def parts(old: ArgumentMap, new: ArgumentMap) -> dict[str, int]:
    """Return how many of what differ."""
    found = compare(old, new)
    assert not found.is_empty
    return {name: len(part) for name, part in reported(found).items()}


@given(changes(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=20, unique=True)))
@examples(100)
def test_one_claim_more_or_less_is_one_change(change: Change) -> None:
    before, after, moved = change
    renumbered = {"claims_renumbered": moved} if moved else {}
    added = {"claims_added": 1, "relations_added": 1}
    assert parts(before, after) == added | renumbered
    removed = {"claims_removed": 1, "relations_removed": 1}
    assert parts(after, before) == removed | renumbered


@given(changes(st.lists(st.sampled_from(TEXTS[:4]), min_size=2, max_size=12), TEXTS[:4]))
@examples(100)
def test_so_it_is_where_claims_repeat_each_other(change: Change) -> None:
    before, after, _ = change
    for old, new, what in ((before, after, "added"), (after, before, "removed")):
        found = parts(old, new)
        found.pop("claims_renumbered", None)  # of two equal claims either may have moved
        assert found == {f"claims_{what}": 1, f"relations_{what}": 1}


ORDERS = st.integers(2, 12).flatmap(lambda size: st.permutations(range(1, size + 1)))


@pytest.mark.parametrize("form", ["{}", "1.{}", "a{}", "node-{}", "{}_171", UUID])
@given(order=ORDERS, data=st.data())
@examples(25)
def test_numbers_alone_are_no_difference(form: str, order: list[int], data: st.DataObject) -> None:
    size = len(order)
    pairs = st.tuples(*[st.integers(0, size - 1)] * 2).filter(lambda pair: pair[0] != pair[1])
    ends = data.draw(st.lists(pairs, max_size=size, unique=True))

    def numbered(numbers: list[int]) -> ArgumentMap:
        claims = [Claim(form.format(n), text) for n, text in zip(numbers, TEXTS, strict=False)]
        steps = [
            Relation(f"s{numbers[0] + place}", RelationKind.ATTACKS, (claims[a].id,), claims[b].id)
            for place, (a, b) in enumerate(ends)
        ]
        return ArgumentMap(claims, steps)

    found = compare(numbered(list(range(1, size + 1))), numbered(order))
    moved = sum(number != place for place, number in enumerate(order, start=1))
    # A name with a number is a name, and one or two of them are renamed by someone.
    are_few = form == "node-{}" and moved == 2
    assert found.is_empty is not are_few
    assert len(found.claims_changed if are_few else found.claims_renumbered) == moved


EXPORT = """Discussion Name:
T

1. Thesis:
The pool stays open.
{}
1.{}. Con:
Heating costs too much [{}], and more each year [{}].

1.{}. Pro:
Swimming keeps people healthy.

1.{}. Pro:
-> See 1.{}.1.

1.{}.1. Con:
The school pays half [{}].

Sources:
{}"""


def test_the_number_after_first_words_is_none_of_a_claim() -> None:
    old = (
        "The pool stays open in winter, as it is warm.\n\nThe pool stays open in winter for all.\n"
    )
    new = f"The pool stays open in winter since 1990.\n\n{old}"
    found = parts(loads(old, "argdown"), loads(new, "argdown"))
    assert found == {"claims_added": 1, "claims_renumbered": 2}
    one, other = (ArgumentMap([Claim(name, TEXTS[0])]) for name in ("ferry", "ferry-2"))
    assert parts(one, other) == {"claims_changed": 1}


def test_links_and_sources_follow_the_numbers() -> None:
    a, b, c = (f"{name}: https://example.org/{name}" for name in "abc")
    old = EXPORT.format("", 1, 1, 2, 2, 3, 1, 1, 1, f"[1] {a}\n[2] {b}")
    first = "\n1.1. Pro:\nNobody asked [1].\n"
    new = EXPORT.format(first, 2, 2, 3, 3, 4, 2, 2, 2, f"[1] {c}\n[2] {a}\n[3] {b}")
    assert parts(loads(old, "kialo"), loads(new, "kialo")) == {
        "claims_added": 1,
        "relations_added": 1,
        "claims_renumbered": 3,
        "relations_renumbered": 1,
    }
    other = new.replace(f"[3] {b}", f"[3] {c}")
    assert parts(loads(new, "kialo"), loads(other, "kialo")) == {"claims_changed": 1}
    swapped = new.replace("[2], and more each year [3]", "[3], and more each year [2]")
    assert parts(loads(new, "kialo"), loads(swapped, "kialo")) == {"claims_changed": 1}


def test_a_number_that_now_is_that_of_another_step_pairs_no_steps() -> None:
    claims = [Claim(name, text) for name, text in zip("abcd", TEXTS, strict=False)]
    one = Relation("7", RelationKind.SUPPORTS, ("a",), "b")
    other = Relation("7", RelationKind.ATTACKS, ("c",), "d")
    found = reported(compare(ArgumentMap(claims, [one]), ArgumentMap(claims, [other])))
    assert found == {"relations_removed": (one,), "relations_added": (other,)}
    turned = one._replace(target="c")
    found = reported(compare(ArgumentMap(claims, [one]), ArgumentMap(claims, [turned])))
    assert list(found) == ["relations_changed"]
