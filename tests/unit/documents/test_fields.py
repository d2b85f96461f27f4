"""Questions, schemes, quotes, citations and weights: read, written and refused."""

from __future__ import annotations

import pytest

from argmap import InvalidMapError, RelationKind
from argmap.formats import dumps, loads
from argmap.model import Citation, CriticalQuestion, Raised, Scheme, Standard

HEAD = "argmap: 1\n"
SCHEMES = """\
schemes:
  local-survey:
    names: LocalSurvey
    premises: {finding: people said so, sample: those asked are like all others}
    conclusion: people want it
    source: Council handbook
    weighing: convergent
    questions:
      sample: {text: "Were those asked like all others?", attacks: sample, source: p. 4}
      wording: "Was the question neutral?"
"""
CLAIMS = """\
claims:
  day:
    text: "On which day should it open?"
    kind: question
    choose: one
    standard: clear-and-convincing
  sunday:
    text: It should open on Sundays.
    quote: [open on Sundays, all day]
    citations:
      - City survey 2022
      - {text: City survey 2023, url: "https://example.org/", quote: "64 % named it"}
  survey:
    text: Most people asked named Sunday.
  old:
    text: The survey is old.
"""
RELATIONS = """\
relations:
  - {from: sunday, answers: day}
  - {from: survey, supports: sunday, scheme: local survey, weight: 0.8}
  - {from: old, undercuts: survey/sunday, raises: wording}
  - {from: old, attacks: survey, raises: {step: survey/sunday, question: sample}}
"""
TWO = "claims:\n  a: A\n  b: B\n"
WHOLE = HEAD + SCHEMES + CLAIMS + RELATIONS


def test_all_of_it_is_read() -> None:
    m = loads(WHOLE)
    assert m.schemes == {
        "local-survey": Scheme(
            "local-survey",
            ("LocalSurvey",),
            (("finding", "people said so"), ("sample", "those asked are like all others")),
            "people want it",
            (
                CriticalQuestion("sample", "Were those asked like all others?", "sample", "p. 4"),
                CriticalQuestion("wording", "Was the question neutral?"),
            ),
            "Council handbook",
            "convergent",
        )
    }
    day, sunday = m.claims["day"], m.claims["sunday"]
    assert day.is_question
    assert (day.choose, day.standard) == ("one", Standard.CLEAR_AND_CONVINCING)
    assert sunday.quote == ("open on Sundays", "all day")
    assert sunday.citations == (
        Citation("City survey 2022"),
        Citation("City survey 2023", "https://example.org/", "64 % named it"),
    )
    answer, step, undercut, attack = m.relations.values()
    assert answer.kind is RelationKind.ANSWERS
    assert step.weight == 0.8
    assert undercut.raises == Raised("wording")
    assert attack.raises == Raised("sample", "survey/sunday")


def test_it_is_written_as_it_was_read() -> None:
    assert dumps(loads(WHOLE), "yaml") == WHOLE
    assert loads(dumps(loads(WHOLE), "json"), "json") == loads(WHOLE)


@pytest.mark.parametrize(
    ("code", "standard"),
    [
        ("PE", Standard.PREPONDERANCE),
        ("CCE", Standard.CLEAR_AND_CONVINCING),
        ("BRD", Standard.BEYOND_REASONABLE_DOUBT),
    ],
)
def test_a_standard_has_a_short_name(code: str, standard: Standard) -> None:
    m = loads(f"{HEAD}claims: {{q: {{text: Q?, kind: question, standard: {code}}}}}")
    assert m.claims["q"].standard is standard


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            "claims: {a: A, b: B}\nrelations: [{from: a, answers: b}]",
            "answers-claim",
            "no question",
        ),
        (
            TWO + "  q: {text: Q, kind: question}\nrelations: [{from: [a, b], answers: q}]",
            "linked-answer",
            "one premise",
        ),
        ("claims: {a: {text: A, choose: two}}", "unknown-word", "choose must be one"),
        ("claims: {a: {text: A, standard: pe}}", "unknown-word", "standard must be preponderance"),
        ("claims: {a: {text: A, quote: ''}}", "empty-text", "quote must not be empty"),
        ("claims: {a: {text: A, citations: {}}}", "wrong-type", "citations must say what it is"),
        (
            "claims: {a: {text: A, citations: [{txt: x}]}}",
            "unknown-key",
            "citations has an unknown key 'txt'",
        ),
        ("schemes: {s: {weighing: best}}", "unknown-word", "a weighing that must be linked"),
        ("schemes: {s: {questions: {q: {attacks: a}}}}", "missing-key", "lacks the key 'text'"),
        ("schemes: [s]", "wrong-type", "schemes must be a mapping"),
        (
            "claims: {q: {text: Q, kind: question}}\nexpect: {grounded: {in: q}}",
            "expected-is-question",
            "'q' is a question, which has no status",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_its_place(text: str, code: str, said: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(HEAD + text)
    (found,) = caught.value.diagnostics
    assert found.code == code
    assert said in found.message
