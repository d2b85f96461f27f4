"""How Carneades weighs arguments, as the schemes and the weights of a map."""

from __future__ import annotations

import pytest
from support.carneades import read, relations

from argmap import evaluate
from argmap.model import CriticalQuestion, Scheme

STATEMENTS = "statements: {p: P, q: Q, r: R}\n"
ARGUMENT = STATEMENTS + "arguments: {a: {premises: [p, q], conclusion: r, scheme: own}}\n"


@pytest.mark.parametrize("form", ["{own: {weight: %s}}", "[{id: own, weight: %s}]"])
@pytest.mark.parametrize(
    ("given", "weighing", "weight"),
    [
        ("", None, None),
        ("linked", None, None),
        ("Convergent", "convergent", None),
        ("factorized", "factorized", None),
        ("{constant: 0.5}", None, 0.5),
        ("{constant: 1}", None, 1.0),
        ("{preference: [{property: year}]}", None, None),  # its conclusion is not at issue
    ],
)
def test_the_weighing_function_of_a_scheme(
    form: str, given: str, weighing: str | None, weight: float | None
) -> None:
    text = f"{ARGUMENT}assumptions: [p, q]\nargument_schemes: {form % given}\n"
    m, losses = read(text)
    assert list(m.schemes.values()) == [Scheme("own", weighing=weighing)]
    assert m.relations["a"].weight == weight
    assert not losses.counts


def test_a_weighing_function_may_have_a_name() -> None:
    functions = "weighing_functions: {Mine: other, other: cumulative, idle: {constant: 1}}\n"
    m, losses = read(f"{ARGUMENT}{functions}argument_schemes: {{own: {{weight: mine}}}}\n")
    assert m.schemes["own"].weighing == "cumulative"
    assert str(losses) == "1 weighing function that no scheme has (idle)"


@pytest.mark.parametrize(
    "given",
    [
        *("unheard-of", "mine", "{constant: 2}", "{constant: much}", "{odd: 1}", "[1]", "{}"),
        *("{criteria: {hard: [p]}}", "{criteria: {soft: {p: {factor: -1}}}}", "{preference: x}"),
        *("{criteria: {soft: {p: {factor: .nan}}}}", "{criteria: {soft: {p: {factor: .inf}}}}"),
        *("{constant: .nan}", "{constant: 1e999}"),
    ],
)
def test_an_unknown_weighing_function_is_counted(given: str) -> None:
    loop = "weighing_functions: {mine: mine}\n" if given == "mine" else ""
    losses = read(f"{ARGUMENT}{loop}argument_schemes: {{own: {{weight: {given}}}}}\n")[1]
    assert str(losses) == "1 weighing function that is not known (own)"


def test_a_constant_that_is_had_without_premises_is_counted() -> None:
    text = f"{ARGUMENT}assumptions: [p]\nargument_schemes: {{own: {{weight: {{constant: 0.5}}}}}}\n"
    assert str(read(text)[1]) == (
        "1 argument whose weight is the same without its premises, here nothing without them (a)"
    )


def test_the_weight_of_an_argument_is_its_own() -> None:
    text = ARGUMENT.replace("own}", "own, weight: 0.25}")
    m, losses = read(f"{text}argument_schemes: {{own: {{weight: {{constant: 0.5}}}}}}\n")
    assert m.relations["a"].weight == 0.25
    assert not losses.counts


WITNESS = """\
language:
  saw/2: "%s saw %v."
  lies/1: "%v lies."
argument_schemes:
  witness testimony:
    meta: {title: Argument from a Witness, source: A handbook}
    variables: [W, E]
    weight: convergent
    premises: {report: "saw(W, E)"}
    conclusions: [E]
    exceptions: {veracity: lies(W)}
    assumptions: ["near(W)"]
    guards: [x]
statements: {"saw(ann, fire)": , fire: There was a fire.}
assumptions: ["saw(ann,fire)", "near(ann)"]
"""


def test_a_scheme_is_kept_with_its_questions() -> None:
    m, losses = read(WITNESS)
    assert m.schemes == {
        "witness-testimony": Scheme(
            "witness-testimony",
            ("witness testimony", "Argument from a Witness"),
            (("report", "W saw E."),),
            "E",
            (CriticalQuestion("veracity", "W lies."), CriticalQuestion("assumption-1", "near(W)")),
            "A handbook",
            "convergent",
        )
    }
    assert [claim.text for claim in m.claims.values()] == [
        "ann saw fire.",
        "There was a fire.",
        "near(ann)",
    ]
    assert losses.items() == [
        (1, "scheme with variables, by which nothing is derived here"),
        (1, "condition of a scheme"),
    ]


RULES = """\
statements: {build: The house may be built., stop: It may not., plan: The plan allows it.}
issues: {which: {positions: [build, stop]}}
assumptions: [plan]
weighing_functions:
  lex:
    preference:
      - {property: rank, order: [town, land]}
      - {property: year, order: %s}
argument_schemes:
  old-land: {weight: lex, meta: {rank: Land, year: 1950}}
  new-land: {weight: lex, meta: {rank: land, year: 1990}}
  town: {weight: lex, meta: {rank: town, year: 2020}}
arguments:
  a: {scheme: old-land, premises: plan, conclusion: build}
  b: {scheme: new-land, premises: plan, conclusion: stop}
  c: {scheme: town, premises: plan, conclusion: stop}
  d: {scheme: old-land, premises: plan, conclusion: build}
"""


@pytest.mark.parametrize(
    ("order", "weights", "winner"),
    [
        ("ascending", {"a": 0.666667, "b": 1.0, "c": 0.333333, "d": 0.666667}, "stop"),
        ("descending", {"a": 1.0, "b": 0.666667, "c": 0.333333, "d": 1.0}, "build"),
    ],
)
def test_preferences_are_ranks(order: str, weights: dict[str, float], winner: str) -> None:
    m, losses = read(RULES % order)
    assert {name: m.relations[name].weight for name in "abcd"} == weights
    statuses = evaluate(m, "carneades").statuses
    assert [name for name in ("build", "stop") if statuses[name] == "in"] == [winner]
    assert not losses.counts


FLATS = """\
statements:
  take(hill): Take the flat on the hill.
  take(river): Take the flat by the river.
  rent(hill,high): It is dear.
  rent(river,low): It is cheap.
  noise(hill,low): The hill is quiet.
  noise(river,low): The river is quiet.
  noise(river,high): The river is loud.
  boats: Boats pass at night.
issues:
  which: {positions: [take(hill), take(river)]}
  loud: {positions: ["noise(river,low)", "noise(river,high)"]}
argument_schemes:
  flat:
    weight:
      criteria:
        soft:
          rent: {factor: 1, values: {low: 1, high: 0.5}}
          noise: {factor: 3, values: {low: 1, high: 0}}
arguments:
  a: {scheme: flat, premises: ["rent(hill,high)", "noise(hill,low)"], conclusion: take(hill)}
  b: {scheme: flat, premises: ["rent(river,low)", "noise(river,low)"], conclusion: take(river)}
  c: {premises: boats, conclusion: "noise(river,high)"}
  d: {premises: "rent(river,low)", conclusion: "noise(river,low)", weight: 0.5}
assumptions: ["rent(hill,high)", "noise(hill,low)", "rent(river,low)"%s]
"""


@pytest.mark.parametrize(("more", "winner"), [(", boats", "take(hill)"), ("", "take(river)")])
def test_criteria_take_the_value_that_is_in(more: str, winner: str) -> None:
    m, losses = read(FLATS % more)
    b = [(each.id, each.premises[1], each.weight) for each in relations(m) if "b" in each.id[:1]]
    assert b[:2] == [("b", "noise(river,low)", 1.0), ("b-2", "noise(river,high)", 0.25)]
    assert m.relations["a"].weight == 0.875
    statuses = evaluate(m, "carneades").statuses
    assert [n for n in ("take(hill)", "take(river)") if statuses[n] == "in"] == [winner]
    assert str(losses) == (
        "1 argument weighed by criteria, as one for each combination of values (b)"
    )


def test_criteria_without_a_premise_for_each_weigh_nothing_and_combinations_have_a_bound() -> None:
    m, _ = read((FLATS % "").replace('premises: ["rent(hill,high)", ', "premises: ["))
    assert m.relations["a"].weight == 0.0
    names = [f"x{n}(v{m})" for n in range(8) for m in range(2)]
    soft = ", ".join(f"x{n}: {{factor: 1, values: {{v0: 1, v1: 1}}}}" for n in range(8))
    issues = "".join(f"  i{n}: {{positions: [x{n}(v0), x{n}(v1)]}}\n" for n in range(8))
    premises = ", ".join(names[::2])
    m, losses = read(
        f"statements: {{c: C, {', '.join(f'{name}: X' for name in names)}}}\nissues:\n{issues}"
        f"argument_schemes: {{s: {{weight: {{criteria: {{soft: {{{soft}}}}}}}}}}}\n"
        f"arguments: {{a: {{scheme: s, premises: [{premises}], conclusion: c}}}}\n"
    )
    assert [each.id for each in relations(m) if each.target == "c"] == ["a"]
    what = "1 argument weighed by criteria with too many combinations of values (a)"
    assert str(losses) == what
