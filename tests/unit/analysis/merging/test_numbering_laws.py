"""Merging maps whose ids are numbers, which both sides give anew."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from support.discussions import TEXTS, Node, discussions
from support.laws import examples

from argmap import ArgumentMap
from argmap.analysis.merging.merge import merge

OURS, THEIRS = Node("Nobody has asked the mayor.", "Con"), Node("Ice closes every road.", "Pro")


def said(one: ArgumentMap) -> set[tuple[str, ...]]:
    """Return the texts of a map, and what each relation says of them."""
    texts = {name: claim.text for name, claim in one.claims.items()}
    steps = one.relations.values()
    found = {(texts[each.premises[0]], each.kind, texts[each.target]) for each in steps}
    return {(text,) for text in texts.values()} | found


@given(st.data())
@examples(100)
def test_a_claim_that_each_side_adds_is_in_the_result(data: st.DataObject) -> None:
    texts = st.lists(st.sampled_from(TEXTS), min_size=2, max_size=12, unique=True)
    base = data.draw(discussions(texts))
    sides = []
    places = st.integers(0, len(base.every()) - 1)
    both = deepcopy(base)
    for added in (OURS, THEIRS):
        number = data.draw(places)
        side = deepcopy(base)
        above = side.every()[number]
        above.below.insert(data.draw(st.integers(0, len(above.below))), added)
        sides.append(side)
        next(node for node in both.every() if node.text == above.text).below.append(added)
    found = merge(base.read(), sides[0].read(), sides[1].read())
    assert not found.collisions
    assert said(found.map) == said(both.read())
