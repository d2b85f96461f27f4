"""The semantics that need search: what is asked of clingo, and what is done without it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from support import Result, argmap, environment
from support.laws import examples
from support.small import Fixed, fixed_maps, names_of, small

from argmap import ArgumentMap, evaluate
from argmap.analysis.semantics import Framework, qualitative
from argmap.analysis.solving.grounded_labelling import IN, OUT, UNDECIDED
from argmap.analysis.solving.solver import Atom, Remainder, Solver
from argmap.analysis.solving.verdict import as_verdict

SEARCHED = ("complete", "ideal", "preferred", "stable")
laws = examples(80)


@pytest.mark.parametrize("name", SEARCHED)
@laws
@given(fixed_maps(max_claims=9, max_relations=18))
def test_the_verdict_is_what_the_extensions_have_in_common(
    name: str, drawn: tuple[ArgumentMap, Fixed]
) -> None:
    """Found without them all, it is what it would be with them; for what is in at least."""
    argument_map, fixed = drawn
    framework = Framework(argument_map, *fixed)
    semantics = qualitative(name)
    labellings = [as_verdict(framework, found) for found in semantics.labellings(framework)]
    verdict = semantics.verdict(framework)
    assert verdict.has_extension == bool(labellings)
    for each in argument_map.claims if labellings else ():
        found = [labels.statuses[each] for labels in labellings]
        assert (verdict.statuses[each] == "in") == (set(found) == {"in"})
        assert (each in verdict.in_some) == ("in" in found)


@laws
@given(fixed_maps(max_claims=9, max_relations=18))
def test_only_what_grounded_leaves_open_is_asked_about(drawn: tuple[ArgumentMap, Fixed]) -> None:
    argument_map, fixed = drawn
    framework = Framework(argument_map, *fixed)
    remainder = Remainder(framework)
    found = evaluate(argument_map, assume=fixed.assume, reject=fixed.reject).statuses
    for node, name in enumerate(framework.names):
        is_back = framework.numbers(name)[0] != node
        assert is_back or (node in remainder.open) == (found[name] == "undecided")
    reported = {line.split("(")[1].split(")")[0] for line in remainder.facts.splitlines()}
    assert {int(word) for text in reported for word in text.split(",")} == {*remainder.open}


def test_the_facts_of_a_remainder() -> None:
    argument_map = small("a contradicts b", "a+c supports d", "e supports d", "d attacks f")
    remainder = Remainder(Framework(argument_map))
    names = remainder.framework.names
    # d is carried by e whatever a does: nothing is left to ask about it, or about f.
    assert [names[node] for node in remainder.open] == ["a", "b", "r0", "r0", "r1"]
    lines = remainder.facts.splitlines()
    assert lines == [
        *("node(0). claim(0).", "alone(0).", "attack(7,0)."),
        *("node(1). claim(1).", "alone(1).", "attack(6,1)."),
        *("node(6). step(6).", "premise(0,6)."),
        *("node(7). step(7).", "premise(1,7)."),
        *("node(8). step(8).", "premise(0,8)."),
    ]
    d = remainder.framework.numbers("d")[0]
    assert remainder.decided[d] == IN
    labels = remainder.labels([("in", 0), ("out", 1), ("accepted", 1)])
    assert (labels[0], labels[1], labels[d]) == (IN, OUT, IN)
    assert remainder.decided[0] == UNDECIDED


def of_kinds(atoms: frozenset[Atom] | None, kinds: tuple[str, ...]) -> set[Atom]:
    """Return those of some atoms, of which there must be some, that are of these kinds."""
    assert atoms
    return {atom for atom in atoms if atom[0] in kinds}


def test_what_a_solver_answers() -> None:
    remainder = Remainder(Framework(small("a contradicts b", "a attacks c")))
    solver = Solver(remainder, "complete", facts="#project in(N) : claim(N).")
    every = list(solver.all())
    assert len(every) == 3
    solver = Solver(remainder, "complete")
    reported = ("in", "out", "rejected")  # what is accepted in any case need not be
    assert of_kinds(solver.in_some(), reported) == of_kinds(frozenset().union(*every), reported)
    assert of_kinds(solver.in_every(), reported) == of_kinds(
        frozenset.intersection(*every), reported
    )
    found = solver.first(where=[solver.literal(("in", 2))])
    assert found is not None
    assert ("out", 0) in found
    assert solver.first(where=[solver.literal(("in", 0)), solver.literal(("in", 2))]) is None
    either = solver.not_all_of([("in", 0)])
    lacking = solver.first(where=[either])
    assert lacking is not None
    assert ("in", 0) not in lacking
    for answer in every:
        solver.go_beyond(answer)
    assert solver.first() is None


def test_a_solver_without_an_answer_says_so() -> None:
    solver = Solver(Remainder(Framework(small("a attacks a"))), "stable")
    assert solver.in_every() is None
    assert solver.in_some() == frozenset()
    assert list(solver.all()) == []


def test_a_preferred_extension_that_comes_late_still_counts() -> None:
    """A claim in all but one of many preferred extensions is in no more than in some."""
    disputes = [f"a{number} contradicts b{number}" for number in range(8)]
    links = "+".join(f"a{number}" for number in range(8))
    argument_map = small(*disputes, f"{links} attacks t", "t supports u")
    outcome = evaluate(argument_map, "preferred")
    assert (outcome.statuses["t"], outcome.statuses["u"]) == ("undecided", "undecided")
    assert {"t", "u"} <= outcome.in_some
    more = small(*disputes, f"{links} attacks t", "t attacks u", "b0 attacks a1", "b1 attacks a0")
    assert evaluate(more, "preferred").statuses["t"] == "undecided"
    # Never together: one of the premises is always out.
    never = small(*disputes, "a0+b0 attacks t", "t attacks u")
    assert evaluate(never, "preferred").statuses["t"] == "in"
    assert evaluate(never, "preferred").statuses["u"] == "out"


# What follows runs in a Python that cannot import clingo.
_HINT = f"install it with: {sys.executable} -m pip install 'argmap[solve]'"
_ABSENT = "import sys\nsys.modules['clingo'] = None\n"
DISPUTE = "a\nb\n#\na b\nb a\n"


def without_clingo(*words: str, stdin: str = DISPUTE) -> Result:
    """Run the command where clingo is not installed."""
    with patch.dict(sys.modules, {"clingo": None}):
        return argmap(*words, "-m", "-", "--from", "tgf", stdin=stdin)


@pytest.mark.parametrize("name", ["grounded", "df-quad", "quadratic-energy", "euler-based"])
def test_without_clingo_what_needs_none_works(name: str) -> None:
    result = without_clingo("evaluate", "--semantics", name, "--json")
    assert (result.status, result.err) == (0, "")
    assert [each["id"] for each in json.loads(result.out)["claims"]] == ["a", "b"]


@pytest.mark.parametrize("name", SEARCHED)
@pytest.mark.parametrize("words", ["evaluate", "evaluate --all", "why a", "cruxes a"])
def test_without_clingo_it_is_said_how_to_get_it(name: str, words: str) -> None:
    result = without_clingo(*words.split(), "--semantics", name)
    assert (result.status, result.out) == (2, "")
    assert "needs clingo, which is not installed" in result.err
    assert _HINT in result.err


@pytest.mark.parametrize("name", SEARCHED)
def test_without_clingo_a_map_that_leaves_nothing_open_is_answered(name: str) -> None:
    words = ("evaluate", "--all", "--semantics", name, "--json")
    result = without_clingo(*words, stdin="a\nb\nc\n#\na b\nb c\n")
    assert json.loads(result.out)["extensions"] == [["a", "c"]]


def test_without_clingo_the_functions_say_it_too(tmp_path: Path) -> None:
    script = tmp_path / "absent.py"
    lines = (
        "from argmap import ArgmapError, ArgumentMap, Claim, Relation, RelationKind, evaluate",
        "relations = [Relation('r', RelationKind.CONTRADICTS, ('a',), 'b')]",
        "argument_map = ArgumentMap([Claim('a', 'A'), Claim('b', 'B')], relations)",
        "print(evaluate(argument_map).statuses['a'])",
        "print(evaluate(argument_map, 'df-quad').strengths['a'] > 0)",
        "try:",
        "    evaluate(argument_map, 'stable')",
        "except ArgmapError as error:",
        "    print(error, error.hint)",
    )
    script.write_text(_ABSENT + "\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    assert done.stdout.splitlines() == [
        "undecided",
        "True",
        f"this semantics needs clingo, which is not installed {_HINT}",
    ]


def test_every_name_has_a_status_whatever_the_semantics() -> None:
    argument_map = small("a contradicts b", "c supports r0", "c restates a", "b undercuts r0")
    for name in ("grounded", *SEARCHED):
        assert set(evaluate(argument_map, name).statuses) == set(names_of(argument_map))
