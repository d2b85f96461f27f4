"""Laws of the tree walk, on maps with cycles, shared parts and steps upon steps."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.strategies import argument_maps, shapes

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.tree import Mark, TreeLine, Walk

MANY = 10_000  # more lines than any of the small maps can need

options = st.fixed_dictionaries(
    {
        "inverted": st.booleans(),
        "kinds": st.none() | st.sets(st.sampled_from(RelationKind), min_size=1),
        "depth": st.none() | st.integers(0, 4),
        "max_indent": st.sampled_from([2, 3, 64]),
        "dedupe": st.booleans(),
    }
)
laws = examples(60)


def lines_of(walk: Walk, *claim_ids: str) -> list[TreeLine]:
    """Return the lines of a walk, which must be fewer than MANY."""
    lines = list(islice(walk.lines(claim_ids), MANY))
    assert len(lines) < MANY, "the walk does not end"
    return lines


def cycle(size: int) -> ArgumentMap:
    """Return claims that support one another in a circle."""
    claims = [Claim(f"c{number}", "text") for number in range(size)]
    relations = [
        Relation(f"r{n}", RelationKind.SUPPORTS, (f"c{n}",), f"c{(n + 1) % size}")
        for n in range(size)
    ]
    return ArgumentMap(claims, relations)


@given(shapes(max_claims=5, max_relations=6), options)
@laws
def test_every_walk_ends_with_well_formed_lines(m: ArgumentMap, chosen: dict[str, object]) -> None:
    lines = lines_of(Walk(m, **chosen))  # type: ignore[arg-type]
    previous = -1
    for number, line in enumerate(lines):
        assert 0 <= line.depth <= previous + 1
        assert (line.relation is None or line.depth > 0) or line.continued
        previous = line.depth
        assert line.is_last == is_last(lines, number)
        assert line.continued <= (line.depth == 0)


def is_last(lines: list[TreeLine], number: int) -> bool:
    """Return whether no sibling follows, by looking at what comes after."""
    depth = lines[number].depth
    if depth == 0:
        return True  # the tops of trees are no siblings
    for line in lines[number + 1 :]:
        if line.depth <= depth:
            return line.depth < depth
    return True


@pytest.mark.parametrize("size", [3, 5, 70])
@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("dedupe", [False, True])
def test_a_cycle_longer_than_the_depth_ends(*, size: int, inverted: bool, dedupe: bool) -> None:
    m = cycle(size)
    for max_indent in (2, 64):
        lines = list(
            islice(Walk(m, inverted=inverted, dedupe=dedupe, max_indent=max_indent).lines(), 10_000)
        )
        assert len(lines) < 10_000, f"no end with max_indent={max_indent}"
        shown = {line.node.id for line in lines}
        assert shown == set(m.claims)


@given(argument_maps())
@laws
def test_the_default_walk_covers_every_claim(m: ArgumentMap) -> None:
    shown = {line.node.id for line in lines_of(Walk(m)) if isinstance(line.node, Claim)}
    assert shown == set(m.claims)


@given(
    m=shapes(max_claims=8, max_relations=12),
    inverted=st.booleans(),
    max_indent=st.sampled_from([2, 64]),
)
@laws
def test_any_walk_of_the_whole_map_covers_every_claim(
    m: ArgumentMap, max_indent: int, *, inverted: bool
) -> None:
    shown = {line.node.id for line in lines_of(Walk(m, inverted=inverted, max_indent=max_indent))}
    assert set(m.claims) <= shown


@given(shapes(), st.sets(st.sampled_from(RelationKind), min_size=1))
@laws
def test_a_walk_of_some_kinds_covers_the_claims_those_connect(
    m: ArgumentMap, kinds: set[RelationKind]
) -> None:
    lines = lines_of(Walk(m, kinds=kinds))
    connected = {
        end
        for relation in m.relations.values()
        if relation.kind in kinds
        for end in (*relation.premises, relation.target)
        if end in m.claims
    }
    shown = {line.node.id for line in lines if isinstance(line.node, Claim)}
    if len(kinds) == len(RelationKind):
        assert shown == set(m.claims)
    else:
        # The target of a relation that is followed is shown with it.
        assert connected <= shown
    assert {line.relation.kind for line in lines if line.relation is not None} <= kinds


@given(m=shapes(max_claims=8, max_relations=8), inverted=st.booleans())
@laws
def test_claims_that_say_the_same_have_one_top_at_most(m: ArgumentMap, *, inverted: bool) -> None:
    tops = [claim.id for claim in Walk(m, inverted=inverted).tops()]
    firsts = [m.same_as(name)[0] for name in tops]
    # Inverted, a restatement that is borne on is met halfway, with one of its ends.
    if not inverted or not any(m.incoming(r.id) for r in m.relations.values()):
        assert len(set(firsts)) == len(tops)
    if not inverted:
        roots = [claim.id for claim in m.roots()]
        assert sorted(tops[: len(roots)]) == sorted(roots)


@given(shapes(), options)
@laws
def test_the_mark_of_what_is_shown_is_never_on_a_leaf(
    m: ArgumentMap, chosen: dict[str, object]
) -> None:
    chosen |= {"dedupe": True}
    kinds = chosen["kinds"] or set(RelationKind)
    assert isinstance(kinds, set)
    for line in lines_of(Walk(m, **chosen)):  # type: ignore[arg-type]
        if line.mark is not Mark.SHOWN or isinstance(line.node, Relation):
            continue
        around = m.outgoing if chosen["inverted"] else m.incoming
        below = [r for r in around(line.node.id) if r.kind in kinds and r is not line.relation]
        assert below, f"{line.node.id} has nothing under it"


@given(shapes())
@laws
def test_a_claim_is_expanded_at_most_once_where_shared_parts_are_shown_once(
    m: ArgumentMap,
) -> None:
    lines = lines_of(Walk(m))
    expanded = [
        line.node.id
        for line, following in pairwise(lines)
        if following.depth > line.depth
        and not following.on_step
        and isinstance(line.node, Claim)
        and line.mark is None
    ]
    assert len(expanded) == len(set(expanded))


@given(shapes(), st.integers(0, 3))
@laws
def test_depth_bounds_the_relations_from_the_top(m: ArgumentMap, depth: int) -> None:
    above: list[TreeLine] = []  # the lines from the top to the one at hand
    for line in lines_of(Walk(m, depth=depth)):
        above = [*above[: line.depth], line]
        # The premises of a linked relation have lines that are no relation.
        assert sum(one.relation is not None for one in above) <= depth


@pytest.mark.parametrize("kind", [RelationKind.CONTRADICTS, RelationKind.RESTATES])
def test_a_step_between_two_claims_leads_to_both(kind: RelationKind) -> None:
    claims = [Claim(name, name) for name in "abcd"]
    relations = [
        Relation("ab", kind, ("a",), "b"),
        Relation("cd", RelationKind.SUPPORTS, ("c", "d"), "ab"),
    ]
    m = ArgumentMap(claims, relations)
    found = [(line.node.id, line.depth) for line in Walk(m, inverted=True).lines(["c"])]
    assert found[:2] == [("c", 0), ("ab", 1)]
    assert {("a", 2), ("b", 2)} <= set(found)
