"""What is asked, denied or reported in AIF is not read as asserted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.aif import graph, read, relations
from support.laws import examples

from argmap import ArgumentMap, Claim, Status, dumps, evaluate, loads
from argmap.formats import Losses

# The illocutions of Inference Anchoring Theory and others that corpora have.
ASKING = ("Pure Questioning", "Questioning", "pure questioning", "Directive Questioning", "Asking")
NEITHER = (
    *("Challenging", "Pure Challenging", "Assertive Challenging", "Rhetorical Challenging"),
    *("Disagreeing", "Ironic Asserting", "Reporting", "Quoting", "Order", "Offering", "Denying"),
)
ASSERTING = (
    *("", "YA", "Asserting", "Default Illocuting", "Agreeing", "Conceding", "Popular Conceding"),
    *(
        "Assertive Questioning",
        "assertive  questioning",
        "Rhetorical Questioning",
        "Restating",
        "Arguing",
        "Analysing",
    ),
    *("Ad verecundiam", "Multitasking", "Reasserting"),
)


def said(*forces: str) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map of one claim that several people say something of."""
    nodes = "a:I " + " ".join(f"l{n}:L y{n}:YA" for n, _ in enumerate(forces))
    data = graph(nodes, " ".join(f"l{n}>y{n} y{n}>a" for n, _ in enumerate(forces)))
    for number, force in enumerate(forces):
        data["nodes"][2 * number + 1]["text"] = f"Speaker {number} : Text of a"
        data["nodes"][2 * number + 2]["text"] = force
    return read(data)


@pytest.mark.parametrize("force", ASKING)
def test_a_question_is_not_asserted(force: str) -> None:
    m, lost = said(force)
    claim = m.claims["a"]
    assert (claim.kind, claim.voice, claim.assumed) == ("question", "Speaker-0", None)
    assert "a" not in evaluate(m).statuses
    assert not lost
    again, lost = read(json.loads(dumps(m, "aif")))
    assert (again, lost) == (m, {})


def test_a_question_that_something_argues_for_is_a_claim_that_is_not_assumed() -> None:
    data = graph("a:I b:I r:RA l:L y:YA", "b>r r>a l>y y>a")
    data["nodes"][-1]["text"] = "Pure Questioning"
    m, lost = read(data)
    assert (m.claims["a"].kind, m.claims["a"].assumed) == (None, False)
    assert lost["question, kept as a claim that is not assumed"] == 1
    assert evaluate(m).statuses["a"] is Status.IN


def asked(nodes: str, edges: str) -> list[tuple[str, str, str, str]]:
    """Return the relations of a graph in which y0 asks q and y1 asserts a, and what is lost."""
    data = graph(f"q:I a:I l0:L y0:YA l1:L y1:YA {nodes}", f"l0>y0 y0>q l1>y1 y1>a {edges}")
    for place, text in ((2, "Ann : Text of q"), (3, "Pure Questioning"), (4, "Bob : Text of a")):
        data["nodes"][place]["text"] = text
    m, lost = read(data)
    assert (m.claims["q"].kind, m.claims["q"].voice, m.claims["a"].voice) == (
        "question",
        "Ann",
        "Bob",
    )
    assert not lost
    assert loads(dumps(m, "aif"), "aif") == m
    return relations(m)


@pytest.mark.parametrize("edges", ["a>m m>q", "q>m m>a"])
def test_what_rephrases_a_question_answers_it(edges: str) -> None:
    assert asked("m:MA", edges) == [("m", "a", "answers", "q")]


def test_a_reply_in_the_dialogue_answers_what_was_asked() -> None:
    assert asked("t:TA", "l0>t t>l1") == [("t", "a", "answers", "q")]


def test_an_answer_that_is_said_twice_is_one() -> None:
    assert asked("m:MA t:TA", "a>m m>q l0>t t>l1") == [("m", "a", "answers", "q")]


@pytest.mark.parametrize("force", NEITHER)
def test_what_is_denied_or_reported_is_not_asserted(force: str) -> None:
    m, lost = said(force)
    claim = m.claims["a"]
    assert (claim.kind, claim.voice, claim.assumed) == (None, None, False)
    assert lost["claim that nobody asserts, kept as one that is not assumed"] == 1


@pytest.mark.parametrize("force", ASSERTING)
def test_what_is_asserted_has_a_voice(force: str) -> None:
    m, _ = said(force)
    assert m.claims["a"] == Claim("a", "Text of a", voice="Speaker-0")


@given(st.lists(st.sampled_from([*ASKING, *NEITHER, *ASSERTING]), min_size=1, max_size=4))
@examples(60)
def test_the_voice_is_the_first_who_asserts(forces: list[str]) -> None:
    m, lost = said(*forces)
    asserting = [number for number, force in enumerate(forces) if force in ASSERTING]
    claim = m.claims["a"]
    asking = [number for number, force in enumerate(forces) if force in ASKING]
    first = next(iter(asserting or asking), None)
    assert claim.voice == (None if first is None else f"Speaker-{first}")
    assert claim.kind == ("question" if asking and not asserting else None)
    assert claim.assumed is (False if first is None else None)
    assert lost.get("further speaker of a claim", 0) == max(len(asserting or asking) - 1, 0)


def test_a_question_that_nobody_is_named_for_is_one_all_the_same() -> None:
    data = graph("a:I b:I l:L y:YA y2:YA", "l>y y>a y2>b")
    data["nodes"][3]["text"] = data["nodes"][4]["text"] = "Pure Questioning"
    m, _ = read(data)
    assert [claim.kind for claim in m.claims.values()] == ["question", "question"]


def test_the_illocutions_that_are_lost_are_named() -> None:
    losses = Losses()
    data = graph("a:I l:L y:YA", "l>y y>a")
    data["nodes"][2]["text"] = "Popular Conceding"
    loads(json.dumps(data), "aif", losses=losses)
    assert "1 illocution (Popular Conceding)" in str(losses)


def test_a_step_that_is_only_asked_is_left_out() -> None:
    data = graph("a:I b:I ra:RA ca:CA y:YA y2:YA t:TA", "a>ra ra>b a>ca ca>b t>y y>ra t>y2 y2>ca")
    data["nodes"][4]["text"], data["nodes"][5]["text"] = "Pure Questioning", "Disagreeing"
    m, lost = read(data)
    assert list(m.relations) == ["ca"]
    assert lost["inference that is asked, not asserted"] == 1


def test_a_question_of_a_map_is_written_as_one() -> None:
    losses = Losses()
    m = ArgumentMap([Claim("a", "A?", kind="question", voice="Ann")])
    text = dumps(m, "aif")
    assert "Pure Questioning" in text
    assert "Asserting" not in text
    assert loads(text, "aif", losses=losses) == m
    assert not losses.counts
