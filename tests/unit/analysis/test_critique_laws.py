"""Critiques of random maps, against the definitions and networkx."""

from __future__ import annotations

from itertools import product

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.raising import OWN, SCHEMES, questioned_maps

from argmap import ArgumentMap, Relation, RelationKind, Status, loads
from argmap.analysis.criticism import against
from argmap.analysis.critique import State, critique
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.analysis.schemes.catalogue import packaged

_STEPS = (RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS)


def _signed(argument_map: ArgumentMap) -> nx.DiGraph[tuple[str, int]]:
    """Return each claim and relation twice: reached by an even number of attacks, and odd."""
    graph: nx.DiGraph[tuple[str, int]] = nx.DiGraph()
    graph.add_nodes_from(product((*argument_map.claims, *argument_map.relations), (0, 1)))
    for relation, odd in product(argument_map.relations.values(), (0, 1)):
        after = odd ^ relation.kind.is_against
        for premise in relation.premises:
            if relation.kind.is_symmetric:
                graph.add_edge((premise, odd), (relation.target, after))
                graph.add_edge((relation.target, odd), (premise, after))
            else:
                graph.add_edge((premise, odd), (relation.id, odd))
        for end in against(relation):
            graph.add_edge((relation.id, odd), (end, after))
    return graph


@given(questioned_maps(), st.data())
@examples(60)
def test_every_step_that_carries_a_claim_is_there_once(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    asked = data.draw(st.lists(st.sampled_from([*argument_map.claims]), max_size=2))
    graph = _signed(argument_map)
    counts = {
        step.id: {name for name, odd in nx.descendants(graph, (step.id, 0)) if not odd}
        & argument_map.claims.keys()
        for step in argument_map.relations.values()
        if step.kind in _STEPS
    }
    wanted = {name for name, claims in counts.items() if not asked or claims.intersection(asked)}
    found = critique(argument_map, asked)
    unknown = [step.id for steps in found.unknown.values() for step in steps]
    names = [each.step.id for each in found.steps]
    assert sorted([*names, *unknown, *(step.id for step in found.without)]) == sorted(wanted)
    for each in found.steps:
        assert each.step.scheme in {*SCHEMES, "own"}
        known = packaged().find(each.step.scheme or "")
        assert each.scheme is (OWN if each.step.scheme == "own" else known)
        assert each.resting == len(counts[each.step.id])
    resting = [each.resting or 0 for each in found.steps]
    assert resting == sorted(resting, reverse=True)


def _step(relation: Relation, argument_map: ArgumentMap) -> str | None:
    """Return the step that is in question: named, undercut, or the only one of a premise."""
    if relation.raises is None or relation.raises.step is not None:
        return relation.raises and relation.raises.step
    if relation.kind is RelationKind.UNDERCUTS:
        return relation.target
    every = argument_map.relations.values()
    (only,) = [r for r in every if relation.target in r.premises and not r.kind.is_symmetric]
    return only.id


@given(questioned_maps())
@examples(60)
def test_the_state_of_a_question_is_what_the_map_has_on_it(argument_map: ArgumentMap) -> None:
    statuses = evaluate(argument_map).statuses
    for each in critique(argument_map).steps:
        assert [a.question for a in each.asked] == list(each.scheme.questions)
        for number, asked in enumerate(each.asked, 1):
            names = {asked.question.name, str(number)}
            raising = [
                relation
                for relation in argument_map.relations.values()
                if relation.raises
                and _step(relation, argument_map) == each.step.id
                and relation.raises.question in names
            ]
            assert [raiser.relation for raiser in asked.raisers] == raising
            assert [raiser.status for raiser in asked.raisers] == [statuses[r.id] for r in raising]
            reasons = [
                relation
                for premise in asked.premises
                for relation in argument_map.relations.values()
                if relation.kind is RelationKind.SUPPORTS and relation.target == premise
            ]
            if raising:
                is_out = all(statuses[relation.id] is Status.OUT for relation in raising)
                assert asked.state is (State.ANSWERED if is_out else State.RAISED)
            else:
                assert asked.state is (State.BACKED if reasons else State.OPEN)


def test_a_question_is_answered_once_all_that_raises_it_is_out() -> None:
    text = (
        "argmap: 1\nclaims: {a: A., b: B., c: C., d: D., e: E., f: F.}\nrelations:\n"
        "  - {from: a, supports: b, scheme: sign}\n"
        "  - {from: c, undercuts: a/b, raises: other-causes}\n"
        "  - {from: d, undercuts: a/b, raises: other-causes}\n"
        "  - {from: e, attacks: c}\n"
    )
    assert _state(text) is State.RAISED  # what d raises stands
    assert _state(text + "  - {from: f, attacks: d}\n") is State.ANSWERED


def _state(text: str) -> State:
    (step,) = critique(loads(text)).steps
    return next(each.state for each in step.asked if each.question.name == "other-causes")
