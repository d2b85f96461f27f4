"""What decides in Carneades and not in a map is counted, by the name the file gives it."""

from __future__ import annotations

import pytest
from support.carneades import read

LINKED = "1 argument that is weighed premise by premise, read as linked premises"
WEIGHT = "1 weight that a scheme gives an argument"
STATEMENTS = "statements: {p: P, q: Q, r: R, u: U}\n"
CYCLE = "arguments: {a: {premises: p, conclusion: q}, b: {premises: q, conclusion: p}"


@pytest.mark.parametrize(
    ("scheme", "lost"),
    [
        ("linked", ""),
        ("expert opinion", ""),  # a scheme that has no weighing function of its own
        ("convergent", f"{LINKED} (convergent)"),
        ("cumulative", f"{LINKED} (cumulative)"),
        ("factorized", f"{WEIGHT} (factorized)"),
    ],
)
def test_the_weighing_function_of_an_argument_is_counted(scheme: str, lost: str) -> None:
    argument = f"{{premises: [p, q], conclusion: r, scheme: {scheme}}}"
    assert str(read(f"{STATEMENTS}arguments: {{a: {argument}}}\n")[1]) == lost


@pytest.mark.parametrize("form", ["{own: {weight: %s}}", "[{id: own, weight: %s}]"])
@pytest.mark.parametrize(
    ("weight", "lost"),
    [
        ("", ""),
        ("linked", ""),
        ("convergent", f", {LINKED} (own)"),
        ("factorized", f", {WEIGHT} (own)"),
        ("by-date", f", {WEIGHT} (own)"),
        ("{constant: 0.5}", f", {WEIGHT} (own)"),
        ("{criteria: {hard: [p]}}", f", {WEIGHT} (own)"),
        ("{preference: [{property: year}]}", f", {WEIGHT} (own)"),
    ],
)
def test_so_is_that_of_a_scheme_of_the_file(form: str, weight: str, lost: str) -> None:
    text = STATEMENTS + "arguments: {a: {premises: [p, q], conclusion: r, scheme: own}}\n"
    losses = read(f"{text}argument_schemes: {form % weight}\n")[1]
    assert str(losses) == f"1 definition of a scheme (own){lost}"


@pytest.mark.parametrize(
    ("parts", "is_counted"),
    [
        ("arguments: {a: {premises: u, conclusion: p}, b: {premises: u, conclusion: q}}", True),
        ("assumptions: [q]\narguments: {a: {premises: u, conclusion: p}}", True),
        ("assumptions: [p, q]", True),
        ("arguments: {a: {premises: u, conclusion: p}}", False),
        ("arguments: {a: {premises: u, conclusion: p}, b: {premises: r, conclusion: p}}", False),
        ("assumptions: [u]", False),
    ],
)
def test_the_balance_of_an_issue_counts_where_it_may_decide(
    parts: str, *, is_counted: bool
) -> None:
    losses = read(f"{STATEMENTS}issues: {{which: {{positions: [p, q]}}}}\n{parts}\n")[1]
    assert str(losses) == ("1 balance of the arguments on an issue (which)" if is_counted else "")


@pytest.mark.parametrize(
    ("parts", "undecided"),
    [
        ("arguments: {a: {premises: p, conclusion: p}}", "(p)"),
        (CYCLE + "}", "(p, q)"),
        ("arguments: {a: {premises: p, conclusion: p}, b: {premises: p, conclusion: q}}", "(p, q)"),
        ("assumptions: [p]\narguments: {a: {premises: p, conclusion: p}}", ""),
        (
            f"assumptions: [u]\n{CYCLE}, c: {{premises: u, conclusion: p}}}}",
            "",
        ),
        ("assumptions: [u]\narguments: {a: {premises: p, conclusion: p, undercutter: u}}", ""),
    ],
)
def test_claims_that_only_cycles_support_are_named(parts: str, undecided: str) -> None:
    lost = str(read(f"{STATEMENTS}{parts}\n")[1])
    assert lost.endswith(undecided)
    assert bool(lost) is bool(undecided)
