"""Questions: no status and no strength, and what one of them leaves to be chosen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import asserted
from support.laws import examples
from support.semantics import ASSUMPTION_BASED, GRADUAL
from support.strategies import shapes

from argmap import ArgumentMap, Claim, Relation, RelationKind, evaluate, loads
from argmap.analysis.evaluation.cruxes import cruxes
from argmap.analysis.evaluation.explanation import why
from argmap.analysis.evaluation.influence import influences
from argmap.analysis.evaluation.leverage import leverage
from argmap.analysis.evaluation.resolution import resolutions
from argmap.analysis.semantics import Framework, extensions, gradual
from argmap.errors import ArgmapError
from argmap.model.questions import EXCLUSIVE_AT_MOST

laws = examples(150)
asking = shapes(max_claims=6, max_relations=9)


@pytest.mark.parametrize("name", ASSUMPTION_BASED)
@laws
@given(asking, st.data())
def test_a_map_means_what_it_means_without_its_questions(
    name: str, m: ArgumentMap, data: st.DataObject
) -> None:
    same = asserted(m)
    reject = data.draw(st.lists(st.sampled_from([*same.claims]), max_size=1)) if same.claims else []
    found, expected = (evaluate(each, name, reject=reject) for each in (m, same))
    assert found.has_extension == expected.has_extension
    for claim in m.claims:
        assert found.statuses.get(claim) is expected.statuses.get(claim)
        assert (claim in found.in_some) == (claim in expected.in_some)
    sets = [set(extensions(name, Framework(each, (), reject))) for each in (m, same)]
    assert sets[0] == sets[1]


@pytest.mark.parametrize("name", GRADUAL)
@laws
@given(asking)
def test_strengths_are_those_without_questions_and_choosing_attacks_nothing(
    name: str, m: ArgumentMap
) -> None:
    found = evaluate(m, name)
    expected = evaluate(asserted(m, choosing=False), name)
    claims = {claim for claim in m.claims if not m.claims[claim].is_question}
    assert {each for each in found.strengths if each in m.claims} == claims
    for claim in claims:
        strength = expected.strengths[claim]
        assert found.strengths[claim] == (
            None if strength is None else pytest.approx(strength, abs=1e-12)
        )


@laws
@given(asking, st.data())
def test_what_changes_a_status_is_what_would_without_questions(
    m: ArgumentMap, data: st.DataObject
) -> None:
    same = asserted(m)
    if not same.claims:
        return
    claim = data.draw(st.sampled_from([*same.claims]))
    kept = {*same.claims, *m.relations} & {*same.claims, *same.relations}
    found, expected = (
        {c.rejected[0]: c.status for c in cruxes(each, claim, size=1).found} for each in (m, same)
    )
    # What chooses one answer has no id in the map itself, so that nothing can reject it.
    assert found == {name: status for name, status in expected.items() if name in kept}
    assert [each.status for each in why(m, claim)] == [evaluate(m).statuses[claim]]


@laws
@given(asking)
def test_a_question_is_answered_by_what_stands(m: ArgumentMap) -> None:
    outcome = evaluate(m)
    found = {each.question.id: each for each in resolutions(m, outcome)}
    assert [*found] == [name for name, claim in m.claims.items() if claim.kind == "question"]
    for name, each in found.items():
        answers = {
            r.premises[0]
            for r in m.relations.values()
            if r.kind is RelationKind.ANSWERS and r.target == name
        } - {*found}
        assert {claim.id for claim in each.answers} == answers
        standing = {claim.id for claim in each.standing}
        assert standing == {a for a in answers if str(outcome.statuses[a]) == "in"}
        if each.question.choose:
            assert len(standing) <= 1


def rivals(number: int, **fields: object) -> ArgumentMap:
    """Return a question of which one answer is to be chosen among so many."""
    names = [f"a{n}" for n in range(number)]
    claims = [Claim("q", "Which?", kind="question", choose="one")]
    claims += [Claim(name, f"It is {name}.", **fields) for name in names]  # type: ignore[arg-type]
    return ArgumentMap(claims, [Relation(f"{n}/q", RelationKind.ANSWERS, (n,), "q") for n in names])


def test_so_many_answers_exclude_one_another_and_no_more() -> None:
    most = evaluate(rivals(EXCLUSIVE_AT_MOST))
    assert {str(status) for name, status in most.statuses.items() if "/" not in name} == {
        "undecided"
    }
    more = rivals(EXCLUSIVE_AT_MOST + 1)
    outcome = evaluate(more)
    assert {str(status) for status in outcome.statuses.values()} == {"in"}
    (found,) = resolutions(more, outcome)
    assert found.is_crowded


def test_one_that_is_opposed_leaves_the_other() -> None:
    m = loads(
        "argmap: 1\nclaims: {q: {text: 'Q?', kind: question, choose: one}, a: A., b: B., no: No.}\n"
        "relations: [{from: a, answers: q}, {from: b, answers: q}, {from: no, attacks: a}]\n"
    )
    assert {name: str(status) for name, status in evaluate(m).statuses.items()} == {
        "a": "out",
        "b": "in",
        "no": "in",
        "a/q": "out",
        "b/q": "in",
        "no/a": "in",
    }


def test_the_strongest_is_named_and_ties_are_said() -> None:
    m = rivals(3)
    (tied,) = resolutions(m, evaluate(m, "df-quad"))
    assert [claim.id for claim in tied.strongest] == ["a0", "a1", "a2"]
    assert (tied.strength, tied.is_answered) == (0.5, False)
    heavier = ArgumentMap(
        [c._replace(weight=0.7 if c.id == "a1" else None) for c in m.claims.values()],
        m.relations.values(),
    )
    (found,) = resolutions(heavier, evaluate(heavier, "df-quad"))
    assert ([claim.id for claim in found.strongest], found.is_answered) == (["a1"], True)


def test_a_question_is_never_assumed_rejected_or_explained() -> None:
    m = rivals(2)
    said = "'q' is a question: it is asked, and neither in nor out"
    semantics = gradual("df-quad")
    for ask in (
        lambda: evaluate(m, assume=["q"]),
        lambda: evaluate(m, "preferred", reject=["q"]),
        lambda: evaluate(m, "df-quad", reject=["q"]),
        lambda: why(m, "q"),
        lambda: cruxes(m, "q"),
        lambda: influences(m, "q", semantics),
        lambda: leverage(m, "q", semantics),
    ):
        with pytest.raises(ArgmapError) as raised:
            ask()
        assert raised.value.message == said
        assert "what answers it: 'a0', 'a1'" in str(raised.value.hint)


@pytest.mark.parametrize(("choose", "cost"), [("", 61), (", choose: one", 30 * 29)])
def test_answers_that_exclude_one_another_are_much_work(choose: str, cost: int) -> None:
    answers = [f"a{number}" for number in range(30)]
    lines = [f"  {name}: A." for name in answers]
    lines += ["relations:", *(f"  - {{from: {name}, answers: q}}" for name in answers)]
    question = f"argmap: 1\nclaims:\n  q: {{text: Q?, kind: question{choose}}}\n"
    assert Framework(loads(question + "\n".join(lines))).cost == cost
