"""What is asked, denied or reported in AIF is not read as asserted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.aif import graph, read
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
    assert (claim.kind, claim.voice, claim.assumed) == ("question", None, False)
    assert evaluate(m).statuses["a"] is Status.OUT
    assert lost == {
        "question, kept as a claim that is not assumed": 1,
        "locution": 1,
        "illocution": 1,
    }


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
    assert claim.voice == (f"Speaker-{asserting[0]}" if asserting else None)
    assert claim.assumed is (None if asserting else False)
    assert lost.get("further speaker of a claim", 0) == max(len(asserting) - 1, 0)


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
