"""Laws of the outline, on maps with cycles, islands, restatements and steps upon steps."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.strategies import shapes

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.outline import (
    DEEPEST,
    SHORT_AT_MOST,
    Form,
    Join,
    Outline,
    Section,
    Shape,
    is_alone,
    outline,
)
from argmap.analysis.standing import Standing, standings
from argmap.analysis.tree import Mark

laws = examples(120)
maps = shapes(max_claims=9, max_relations=16) | shapes(max_claims=3, max_relations=24)


def bases(m: ArgumentMap, relation: Relation) -> set[str]:
    """Return the claims that a relation bears on in the end: both ends of a symmetric step."""
    found = {relation.target}
    while relation.target in m.relations:
        relation = m.relations[relation.target]
        found = {relation.target, *(relation.premises if relation.kind.is_symmetric else ())}
    return found


def leading(m: ArgumentMap) -> nx.DiGraph[str]:
    """Return the graph of claims: to what each bears on, and from what only restates."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(m.claims)
    moving = [r for r in m.relations.values() if not r.kind.is_symmetric]
    graph.add_edges_from((a, b) for r in moving for a in r.premises for b in bases(m, r))
    away = {name for r in moving for name in r.premises}
    for r in m.relations.values():
        if r.kind is RelationKind.RESTATES:
            ends = (r.premises[0], r.target)
            graph.add_edges_from((a, b) for a, b in (ends, ends[::-1]) if a not in away)
    return graph


def heads_by_definition(m: ArgumentMap) -> tuple[set[str], list[set[str]]]:
    """Return theses, roots and questions that lead nowhere, and the cycles that nothing leaves."""
    sure = {claim.id for claim in m.claims.values() if claim.kind == "thesis"}
    answering = {r.premises[0] for r in m.relations.values() if r.kind is RelationKind.ANSWERS}
    sure |= {claim.id for claim in m.roots() if answering.isdisjoint(m.same_as(claim.id))}
    moving = {p for r in m.relations.values() if not r.kind.is_symmetric for p in r.premises}
    asked = [name for name, claim in m.claims.items() if claim.kind == "question"]
    sure |= {name for name in asked if moving.isdisjoint(m.same_as(name))} & {
        m.same_as(name)[0] for name in asked
    }
    graph = leading(m)
    covered = set(sure).union(*(nx.ancestors(graph, name) for name in sure))
    left = graph.subgraph(set(graph) - covered)
    parts = nx.condensation(left)
    cycles = [parts.nodes[n]["members"] for n in parts if not parts.out_degree(n)]
    return sure, cycles


@given(maps)
@laws
def test_each_claim_has_exactly_one_full_row(m: ArgumentMap) -> None:
    outlined = outline(m)
    full = [row.node.id for row in outlined.rows if row.form is Form.FULL]
    assert Counter(full) == Counter(list(m.claims))
    assert {name: outlined.rows[n].node.id for name, n in outlined.row_of.items()} == {
        name: name for name in m.claims
    }


@given(maps)
@laws
def test_every_other_row_hangs_under_something_it_bears_on(m: ArgumentMap) -> None:
    outlined = outline(m)
    firsts = {block.first for block in outlined.blocks}
    on_bracket = {b.relation.id: range(b.members[-1] + 1, b.end) for b in outlined.brackets}
    for number, row in enumerate(outlined.rows):
        if number in firsts:
            assert (row.depth, row.parent, row.relation) == (0, None, None)
            continue
        assert row.parent is not None
        above = outlined.rows[row.parent]
        assert row.parent < number < above.end
        assert row.depth > above.depth
        if row.form is Form.MORE:
            continue
        relation = row.relation
        assert relation is not None
        ends = {*relation.premises, relation.target}
        assert row.node.id in ends
        if row.on_step:
            step = m.relations[relation.target]
            assert step is above.relation or number in on_bracket[step.id]
        else:
            assert above.node.id in ends


@given(maps)
@laws
def test_each_relation_appears_exactly_once(m: ArgumentMap) -> None:
    """As a sign, a bracket or a use that is counted; a symmetric one at each end it is short."""
    outlined = outline(m)
    shown = Counter(
        row.relation.id
        for row in outlined.rows
        if row.relation and row.join in {Join.LONE, Join.FIRST} and row.form is not Form.MORE
    )
    brackets = Counter(bracket.relation.id for bracket in outlined.brackets)
    assert set(brackets) <= set(shown)
    shown.update(each.id for row in outlined.rows for each in row.hidden)
    for relation in m.relations.values():
        is_full = any(row.relation is relation and row.form is Form.FULL for row in outlined.rows)
        ends = 2 if relation.kind.is_symmetric and not is_full else 1
        assert shown[relation.id] == ends, relation
    linked = Counter(link.relation.id for link in outlined.links)
    assert all(number == 1 or m.relations[name].is_linked for name, number in linked.items())


@given(maps)
@laws
def test_heads_are_those_of_the_definition_and_no_others(m: ArgumentMap) -> None:
    outlined = outline(m)
    sure, cycles = heads_by_definition(m)
    heads = {outlined.rows[b.first].node.id for b in outlined.blocks if not b.continued}
    assert sure <= heads
    rest = heads - sure
    for cycle in cycles:
        assert len(cycle & rest) == 1
        rest -= cycle
    uses = Counter(
        name
        for relation in m.relations.values()
        if not relation.kind.is_symmetric
        for name in relation.premises
    )
    assert all(uses[name] >= 2 for name in rest)  # these are lemmas


@given(maps)
@laws
def test_what_hangs_from_a_bracket_lies_within_it(m: ArgumentMap) -> None:
    outlined = outline(m)
    for bracket in outlined.brackets:
        rows = outlined.rows[bracket.members[0] : bracket.end]
        assert all(row.depth >= bracket.depth for row in rows)
        same = [n for n in bracket.members if outlined.rows[n].relation is bracket.relation]
        assert tuple(same) == bracket.members
        joins = [outlined.rows[n].join for n in bracket.members]
        assert joins[0] is Join.FIRST
        assert joins.count(Join.LAST) == (not bracket.on_step and len(joins) > 1)
        for before, after in pairwise(bracket.members):
            assert outlined.rows[before].end <= after
        for number in bracket.on_step:
            shapes_ = [g.shape for g in outlined.rows[number].guides]
            assert shapes_[bracket.depth - 1] in {Shape.MEMBER, Shape.END}
        # Its side passes every row between its first and its last member.
        last = [*bracket.members, *bracket.on_step][-1]
        for row in outlined.rows[bracket.members[0] + 1 : last]:
            if row.depth > bracket.depth:
                assert row.guides[bracket.depth - 1].relation is bracket.relation


@given(m=maps, is_short=st.booleans())
@laws
def test_the_uses_that_are_not_shown_are_those_past_the_limit(
    m: ArgumentMap, *, is_short: bool
) -> None:
    most = 2 if is_short else SHORT_AT_MOST
    outlined = outline(m, short_at_most=most)
    below: Counter[tuple[int | None, str | None]] = Counter()
    brackets = {bracket.relation.id for bracket in outlined.brackets}
    for number, row in enumerate(outlined.rows):
        if row.relation is None or row.relation.kind.is_symmetric:
            continue  # what bears on a step that is seen from both ends may stand at the other
        if is_alone(outlined.rows, number):
            step = row.relation.target if row.relation.target in brackets else None
            below[row.parent, step] += 1
    assert all(number <= most for number in below.values())
    assert all(row.left_out > 0 for row in outlined.rows if row.form is Form.MORE)
    everything = outline(m, short_at_most=None)
    assert not any(row.form is Form.MORE for row in everything.rows)


@given(m=maps, is_short=st.booleans())
@laws
def test_marks_say_where_a_claim_stands(m: ArgumentMap, *, is_short: bool) -> None:
    outlined = outline(m, deepest=2 if is_short else DEEPEST)
    for row in outlined.rows:
        if row.form is not Form.SHORT:
            assert row.mark is None
            continue
        above, names = row.parent, set()
        while above is not None:
            if outlined.rows[above].form is Form.FULL:
                names.add(outlined.rows[above].node.id)
            above = outlined.rows[above].parent
        assert row.mark is not None
        assert (row.mark is Mark.CYCLE) == (row.node.id in names)
    for block in outlined.blocks:
        head = outlined.rows[block.first].node
        pointing = [r.mark for r in outlined.rows if r.node is head and r.form is Form.SHORT]
        assert block.continued == (Mark.CONTINUES in pointing)


@given(maps)
@laws
def test_standing_is_the_signs_of_all_ways(m: ArgumentMap) -> None:
    """As reachability in the product of the map and the two signs."""
    theses = [claim.id for claim in m.claims.values() if claim.kind == "thesis"]
    graph: nx.DiGraph[tuple[str, int]] = nx.DiGraph()
    for name in [*m.claims, *m.relations]:
        graph.add_nodes_from([(name, 1), (name, -1)])
    for r in m.relations.values():
        turn = -1 if r.kind.is_against else 1
        for sign in (1, -1):
            before = sign * turn
            graph.add_edge((r.id, before), (r.target, sign))
            graph.add_edges_from(((p, before), (r.target, sign)) for p in r.premises)
            if r.kind.is_symmetric:
                graph.add_edge((r.id, before), (r.premises[0], sign))
                graph.add_edge((r.target, before), (r.premises[0], sign))
    found = standings(m, theses)
    goal = {(name, 1) for name in theses}
    for name in m.claims:
        signs = {
            sign
            for sign in (1, -1)
            if goal & (nx.descendants(graph, (name, sign)) | {(name, sign)})
        }
        expected = {
            frozenset(): Standing.NONE,
            frozenset({1}): Standing.FOR,
            frozenset({-1}): Standing.AGAINST,
        }.get(frozenset(signs), Standing.BOTH)
        assert found[name] is expected


@given(maps)
@laws
def test_blocks_follow_the_order_of_reading(m: ArgumentMap) -> None:
    outlined = outline(m)
    order = [list(Section).index(block.section) for block in outlined.blocks]
    assert order == sorted(order)
    ends = [0, *(block.end for block in outlined.blocks)]
    assert [block.first for block in outlined.blocks] == ends[:-1]
    assert ends[-1] == len(outlined.rows)
    assert outline(m) == outlined


def rows_by_parts(m: ArgumentMap, **options: object) -> Outline:
    return outline(m, **options)  # type: ignore[arg-type]


@given(
    m=maps,
    options=st.fixed_dictionaries(
        {
            "kinds": st.none() | st.sets(st.sampled_from(RelationKind), min_size=1),
            "depth": st.none() | st.integers(0, 3),
            "inverted": st.booleans(),
            "deepest": st.sampled_from([2, 4, DEEPEST]),
        }
    ),
    is_part=st.booleans(),
)
@laws
def test_parts_of_a_map_are_shown_once_and_no_deeper_than_asked(
    m: ArgumentMap, options: dict[str, object], *, is_part: bool
) -> None:
    starts = [next(iter(m.claims))] if is_part else []
    outlined = rows_by_parts(m, starts=starts, **options)
    kinds = options["kinds"]
    followed = {r.id for r in m.relations.values() if not isinstance(kinds, set) or r.kind in kinds}
    for _ in m.relations:  # and the steps that they are on
        followed |= {m.relations[name].target for name in followed if name in m.relations}
    full = Counter(row.node.id for row in outlined.rows if row.form is Form.FULL)
    assert all(number == 1 for number in full.values())
    assert set(starts) <= set(full)
    for number, row in enumerate(outlined.rows):
        assert len(row.guides) == max(row.depth - 1, 0)
        assert len(row.under) == row.depth
        assert number < row.end <= len(outlined.rows)
        if row.relation is not None:
            assert row.relation.id in followed
    if options["depth"] is None:
        assert not any(row.mark is Mark.CUT for row in outlined.rows)
        if not is_part and options["kinds"] is None:
            assert set(m.claims) <= set(full)


@given(m=maps, inverted=st.booleans())
@laws
def test_unrolled_repeats_what_is_under_a_claim_and_stops_at_the_limit(
    m: ArgumentMap, *, inverted: bool
) -> None:
    outlined = outline(m, unrolled=True, limit=40, inverted=inverted)
    assert len(outlined.rows) <= 40
    if len(outlined.rows) < 40:
        assert not any(row.mark is Mark.LIMIT for row in outlined.rows)
        assert {row.mark for row in outlined.rows if row.form is Form.SHORT} <= {
            Mark.CYCLE,
            Mark.CONTINUES,
        }


def shown(m: ArgumentMap) -> list[tuple[int, str, str]]:
    """Return the depth, the claim and the form of each row."""
    return [(row.depth, row.node.id, row.form.value) for row in outline(m).rows]


def test_answers_stand_under_their_question_unless_they_bear_on_something_else() -> None:
    kinds = RelationKind
    steps = [
        Relation("1", kinds.ANSWERS, ("dam",), "what"),
        Relation("2", kinds.ANSWERS, ("move",), "what"),
        Relation("3", kinds.ATTACKS, ("dear",), "dam"),
        Relation("4", kinds.ATTACKS, ("state",), "dear"),
        Relation("5", kinds.ANSWERS, ("state",), "who"),
    ]
    asked = [Claim(name, f"{name}?", kind="question") for name in ("who", "what")]
    claims = [Claim(name, name) for name in ("dam", "move", "dear", "state")]
    assert shown(ArgumentMap([*asked, *claims], steps)) == [
        (0, "who", "full"),
        (1, "state", "short"),
        (0, "what", "full"),
        (1, "dam", "full"),
        (2, "dear", "full"),
        (3, "state", "full"),
        (1, "move", "full"),
    ]


def test_theses_stay_heads_and_questions_come_after_what_is_at_odds_with_them() -> None:
    kinds = RelationKind
    steps = [
        Relation("1", kinds.ANSWERS, ("thesis",), "what"),
        Relation("2", kinds.ANSWERS, ("rival",), "what"),
        Relation("3", kinds.CONTRADICTS, ("thesis",), "rival"),
    ]
    claims = [Claim("lone", "Lone."), Claim("rival", "Rival.")]
    claims += [Claim(name, f"{name}?", kind="question") for name in ("what", "open")]
    m = ArgumentMap([*claims, Claim("thesis", "Thesis.", kind="thesis")], steps)
    outlined = outline(m)
    heads = {outlined.rows[b.first].node.id: b.section for b in outlined.blocks}
    assert list(heads.items()) == [
        ("thesis", Section.THESES),
        ("what", Section.QUESTIONS),
        ("open", Section.QUESTIONS),
        ("lone", Section.ISLANDS),
    ]
    rows = [row for row in shown(m) if row[1] == "rival"]
    assert rows == [(1, "rival", "short"), (1, "rival", "full")]


def test_answers_that_attack_one_another_stand_under_their_question() -> None:
    kinds = RelationKind
    steps = [
        Relation("1", kinds.ANSWERS, ("a",), "q"),
        Relation("2", kinds.ANSWERS, ("b",), "q"),
        Relation("3", kinds.ATTACKS, ("a",), "b"),
        Relation("4", kinds.ATTACKS, ("b",), "a"),
    ]
    claims = [Claim("a", "A."), Claim("b", "B."), Claim("q", "Q?", kind="question")]
    assert [row[:2] for row in shown(ArgumentMap(claims, steps)) if row[2] == "full"] == [
        (0, "q"),
        (1, "a"),
        (1, "b"),
    ]


def chain(size: int) -> ArgumentMap:
    """Return a chain of supports."""
    claims = [Claim(f"c{n}", "text") for n in range(size)]
    steps = [
        Relation(f"r{n}", RelationKind.SUPPORTS, (f"c{n + 1}",), f"c{n}") for n in range(size - 1)
    ]
    return ArgumentMap(claims, steps)


def test_a_deep_branch_goes_on_in_blocks_of_its_own() -> None:
    outlined = outline(chain(40))
    assert [block.continued for block in outlined.blocks] == [False, True, True, True]
    assert max(row.depth for row in outlined.rows) == DEEPEST
    marks = [row.mark for row in outlined.rows if row.form is Form.SHORT]
    assert marks == [Mark.CONTINUES] * 3


def test_a_lemma_has_a_block_after_that_of_its_first_user() -> None:
    names = ["top", "one", "two", "other", *(f"g{n}" for n in range(8))]
    ways = [("one", "top"), ("two", "top"), ("lemma", "one"), ("lemma", "two")]
    ways += [(f"g{n}", "lemma") for n in range(8)]
    steps = [Relation(f"{a}/{b}", RelationKind.SUPPORTS, (a,), b) for a, b in ways]
    m = ArgumentMap([Claim(name, name) for name in [*names, "lemma"]], steps)
    outlined = outline(m)
    heads = [outlined.rows[block.first].node.id for block in outlined.blocks]
    assert heads == ["top", "lemma", "other"]
    fewer = m.restricted_to(set(m.claims) - {"g7"})
    heads = [outline(fewer).rows[b.first].node.id for b in outline(fewer).blocks]
    assert heads == ["top", "other"]


def test_what_bears_on_a_step_is_first_under_a_lone_premise_and_last_of_a_bracket() -> None:
    kinds = RelationKind
    steps = [
        Relation("lone", kinds.SUPPORTS, ("a",), "top"),
        Relation("more", kinds.SUPPORTS, ("b",), "a"),
        Relation("cut", kinds.UNDERCUTS, ("c",), "lone"),
        Relation("linked", kinds.SUPPORTS, ("d", "e"), "top"),
        Relation("again", kinds.SUPPORTS, ("f",), "e"),
        Relation("back", kinds.SUPPORTS, ("g",), "linked"),
        Relation("cut-too", kinds.UNDERCUTS, ("h",), "linked"),
    ]
    m = ArgumentMap([Claim(name, name) for name in ["top", *"abcdefgh"]], steps)
    outlined = outline(m)
    assert [(row.depth, row.node.id) for row in outlined.rows] == [
        (0, "top"),
        (1, "a"),
        (2, "c"),
        (2, "b"),
        (1, "d"),
        (1, "e"),
        (2, "f"),
        (2, "g"),
        (2, "h"),
    ]
    (bracket,) = outlined.brackets
    assert (bracket.members, bracket.on_step, bracket.end) == ((4, 5), (7, 8), 9)
    own = [row.guides[0].shape for row in outlined.rows[6:]]
    assert own == [Shape.BRACKET, Shape.MEMBER, Shape.END]


def test_an_island_and_what_is_at_odds_with_the_theses_come_after_them() -> None:
    kinds = RelationKind
    steps = [
        Relation("r1", kinds.SUPPORTS, ("ground",), "rival"),
        Relation("r2", kinds.ATTACKS, ("reply",), "ground"),
        Relation("r3", kinds.SUPPORTS, ("reply",), "thesis"),
        Relation("r4", kinds.SUPPORTS, ("reply",), "aside"),
    ]
    names = ["alone", "aside", "rival", "ground", "reply"]
    claims = [Claim(name, name) for name in names]
    m = ArgumentMap([*claims, Claim("thesis", "thesis", kind="thesis")], steps)
    outlined = outline(m)
    heads = {outlined.rows[b.first].node.id: b.section for b in outlined.blocks}
    assert list(heads.items()) == [
        ("thesis", Section.THESES),
        ("rival", Section.AGAINST),
        ("aside", Section.REST),
        ("alone", Section.ISLANDS),
    ]
