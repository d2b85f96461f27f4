"""What evaluate, why and cruxes answer, run as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support import MAPS, ROOT, argmap, in_terminal
from support.answers import answer
from support.semantics import GRADUAL, QUALITATIVE

from argmap.analysis import semantics

STANDOFF = str(MAPS / "standoff.yaml")

# a stands; b is attacked by it; c and d attack one another, and both attack e.
ATTACKS = "a\nb\nc\nd\ne\n#\na b\nc d\nd c\nc e\nd e\n"
ODD = "a\nb\nc\n#\na b\nb c\nc a\n"


def statuses(found: Any) -> dict[str, str]:
    """Return status by id."""
    return {each["id"]: each["status"] for each in found["claims"]}


def test_the_help_names_every_semantics_as_it_calls_itself() -> None:
    shown = argmap("evaluate", "--help").out
    for name in QUALITATIVE:
        reported = f"{name:9}  " + ("(default) " if name == "grounded" else "")
        assert reported + semantics.summary(name) in shown
    assert all(name in shown for name in GRADUAL)


def test_grounded_is_the_default_and_covers_every_claim() -> None:
    found = answer("evaluate")
    assert found["semantics"] == "grounded"
    assert [each["id"] for each in found["claims"]] == [c["id"] for c in answer("list")]
    asked = {c["id"] for c in answer("list") if c.get("kind") == "question"}
    for each in found["claims"]:
        assert set(each) == {"id", "status"} | ({"answers"} if each["id"] in asked else set())
        assert (each["status"] is None) == (each["id"] in asked)
    reported = statuses(found)
    assert [name for name in reported if reported[name] == "undecided"] == [
        *("fragility", "eventual-split", "no-split")
    ]
    assert [name for name in reported if reported[name] == "out"] == [
        *("alliance-threat", "quasi-alliance", "stopgap", "power-only"),
        *("end-of-history", "domestic-model-chaos", "world-order-chaos"),
    ]


def test_a_pipe_gets_id_status_and_text() -> None:
    result = argmap("evaluate", "no-split", "--semantics", "grounded")
    assert result.out == "no-split\tundecided\tNo break between China and Russia is on its way.\n"
    assert result.err.startswith("grounded: 57 in, 7 out, 3 undecided; 2 questions, answered")


def test_a_terminal_shows_what_is_not_in_and_counts_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "many.tgf"
    pairs = [(f"a{number}", f"b{number}") for number in range(25)]
    lines = [name for pair in pairs for name in pair]
    path.write_text("\n".join([*lines, "#", *map(" ".join, pairs)]), encoding="utf-8")
    words = ("evaluate", "-m", str(path))
    shown = in_terminal(*words, NO_COLOR="1", TERM="dumb").splitlines()
    assert shown[:2] == ["○ 25 out", "  b0   b0"]
    assert shown[21:] == [
        *(
            "  5 more: --status out",
            "",
            "25 others are in: --all-claims",
            "grounded; why: argmap why b0",
        )
    ]
    whole = in_terminal(*words, "--status", "out", NO_COLOR="1", TERM="dumb").splitlines()
    assert len(whole) == 27
    for text in (argmap(*words, FORCE_COLOR="1").out, in_terminal(*words, "--all-claims")):
        assert all(name in text for name in lines)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("grounded", [["a"]]),
        ("ideal", [["a"]]),
        ("complete", [["a"], ["a", "c"], ["a", "d"]]),
        ("preferred", [["a", "c"], ["a", "d"]]),
        ("stable", [["a", "c"], ["a", "d"]]),
    ],
)
def test_all_lists_each_extension(name: str, expected: list[list[str]]) -> None:
    found = answer("evaluate", "--all", "--semantics", name, stdin=ATTACKS)
    assert found == {"semantics": name, "extensions": expected, "more": False}


def test_where_extensions_differ_a_claim_is_undecided_and_may_be_in_some() -> None:
    found = answer("evaluate", "--semantics", "preferred", stdin=ATTACKS)
    assert statuses(found) == {
        "a": "in",
        "b": "out",
        "c": "undecided",
        "d": "undecided",
        "e": "out",
    }
    assert [each["id"] for each in found["claims"] if each["in_some"]] == ["a", "c", "d"]
    reported = argmap(
        *("evaluate", "--semantics", "preferred", "-m", "-", "--from", "tgf"), stdin=ATTACKS
    )
    assert "c\tin some only\tc\n" in reported.out


def test_a_limit_is_said() -> None:
    words = ("evaluate", "--all", "--semantics", "complete", "-m", STANDOFF)
    whole = argmap(*words)
    first, *rest = whole.out.splitlines()
    assert first == "all  ships"
    # Extensions come as the solver finds them.
    assert {line.split("  ", 1)[1] for line in rest} == {
        *("(nothing more)", "fish", "no-fish", "silt untested", "silt untested fish"),
        *("silt untested no-fish", "barrier", "barrier fish", "dredge barrier no-fish"),
    }
    assert [line.split("  ", 1)[0] for line in rest] == [str(n) for n in range(1, 10)]
    cut = argmap(*words, "--limit", "2")
    assert cut.out.splitlines() == whole.out.splitlines()[:3]
    assert cut.err == "there are more complete extensions: raise --limit to see them\n"
    assert argmap(*words, "--limit", "9").err == ""
    assert len(answer(*words, "--limit", "2")["extensions"]) == 2


def test_no_stable_extension_is_an_answer_of_its_own() -> None:
    found = answer("evaluate", "--semantics", "stable", stdin=ODD, status=1)
    assert statuses(found) == {"a": None, "b": None, "c": None}
    assert answer("evaluate", "--semantics", "stable", "--all", stdin=ODD, status=1) == {
        "semantics": "stable",
        "extensions": [],
        "more": False,
    }
    reported = argmap(*["why", "a", "--semantics", "stable", "-m", "-", "--from", "tgf"], stdin=ODD)
    assert (reported.status, reported.out) == (1, "")
    assert reported.err == "this map has no stable extension, so there is nothing to explain\n"


def test_what_if() -> None:
    reported = statuses(answer("evaluate", "--assume", "no-split", "--reject", "analysis-wrong"))
    assert (reported["no-split"], reported["eventual-split"]) == ("in", "out")
    assert (reported["analysis-wrong"], reported["stopgap"]) == ("out", "in")
    assert reported["no-alliance"] == reported["quasi-alliance"] == "undecided"
    strong = answer("evaluate", "no-split", "--semantics", "df-quad", "--assume", "no-split")
    assert strong["claims"] == [{"id": "no-split", "strength": 1.0}]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("evaluate --assume no-splt", "there is no claim or relation 'no-splt'"),
        ("cruxes no-split --reject forcast-split", "there is no claim or relation"),
        ("evaluate --assume no-split --reject no-split", "'no-split' is both assumed and rejected"),
        ("why no-split --semantics groundd", "there is no semantics 'groundd'"),
        ("why forecast-split", "'forecast-split' is a relation; name a claim"),
        ("evaluate --semantics df-quad --status in", "df-quad gives strengths, not statuses"),
        ("evaluate --semantics df-quad --all", "'df-quad' gives strengths, not statuses"),
        ("tree --semantics nope", "there is no semantics 'nope'"),
    ],
)
def test_errors_are_reported(words: str, message: str) -> None:
    result = argmap(*words.split())
    assert result.status == 2
    assert result.out == ""
    assert result.err.startswith(f"argmap: error: {message}")


def test_strengths_worked_out_by_hand() -> None:
    """DF-QuAD: silt 0.6 · (1 − barrier) and so on, to the settled values of the standoff."""
    found = answer("evaluate", "-m", STANDOFF, "--semantics", "df-quad")
    reported = {each["id"]: each["strength"] for each in found["claims"]}
    # barrier = 0.7 (1 − untested), untested = 0.4 (1 − barrier)
    barrier = 0.7 * 0.6 / (1 - 0.28)
    assert reported["barrier"] == pytest.approx(barrier, abs=1e-9)
    silt = 0.6 * (1 - barrier)
    step = 1 - silt
    fish = 0.5 / 1.5
    support, attack = 0.8 * step, fish
    expected = 0.5 + 0.5 * (support - attack)
    assert reported["dredge"] == pytest.approx(expected, abs=1e-9)


def test_what_does_not_settle_has_no_number() -> None:
    text = "argmap: 1\nclaims:\n" + "".join(f"  {c}: {{text: {c}, weight: 1}}\n" for c in "abx")
    text += "relations:\n  - {from: a, attacks: b}\n  - {from: b, attacks: a}\n"
    result = argmap("evaluate", "--semantics", "df-quad", "--json", "-m", "-", stdin=text)
    assert result.status == 1
    assert {e["id"]: e["strength"] for e in json.loads(result.out)["claims"]} == {
        "a": None,
        "b": None,
        "x": 1.0,
    }
    reported = argmap("evaluate", "--semantics", "df-quad", "-m", "-", stdin=text)
    assert reported.out.startswith("a\tunsettled\ta\n")
    assert "2 claims without a strength: a and b do not settle" in reported.err
    assert argmap("why", "a", "--semantics", "df-quad", "-m", "-", stdin=text).status == 1


def test_a_map_is_checked_against_what_it_expects(tmp_path: Path) -> None:
    result = argmap("evaluate", "--check", "-m", STANDOFF)
    assert result.status == 1
    first, second = result.out.splitlines()
    assert first.startswith(f"{STANDOFF}:20:26: error: 'barrier' is undecided under grounded")
    assert second.endswith("'dredge' is 0.633333 under df-quad; expected: 0.5")
    parts = "3 of 4 met under grounded", "1 of 1 met under stable", "1 of 2 met under df-quad"
    assert result.err == f"2 of 7 expectations not met: {', '.join(parts)}\n"
    found = answer("evaluate", "--check", "-m", STANDOFF, status=1)
    assert [each["claim"] for each in found if not each["holds"]] == ["barrier", "dredge"]
    only = argmap("evaluate", "--check", "--semantics", "stable", "-m", STANDOFF)
    assert (only.status, only.out, only.err) == (0, "", "1 expectation met under stable\n")
    assert argmap("evaluate", "--check", "--reject", "untested", "-m", STANDOFF).status == 1
    path = tmp_path / "none.yaml"
    path.write_text("argmap: 1\nclaims: {a: A}\n", encoding="utf-8")
    nothing = argmap("evaluate", "--check", "-m", str(path))
    assert nothing.status == 0
    assert nothing.err.startswith("this map expects nothing")


def test_the_tests_of_a_carneades_graph_are_expectations() -> None:
    path = ROOT / "tests" / "samples" / "night-trains.carneades.yml"
    found = argmap("evaluate", "--check", "--json", "-m", str(path))
    expected = {(each["claim"], each["expected"]) for each in json.loads(found.out)}
    assert expected == {("emit-less", "in"), ("lose-money", "in"), ("run", "out")}
    assert all(each["holds"] for each in json.loads(found.out))
    assert found.status == 0


def test_a_part_of_a_map_expects_nothing_and_says_so() -> None:
    result = argmap("export", "dredge", "-m", STANDOFF)
    assert "expect" not in result.out
    assert result.err == "note: written as yaml; not kept: 7 expectations\n"


@pytest.mark.parametrize("words", ["evaluate", "evaluate --all", "tree --evaluate"])
def test_an_empty_map_has_nothing_to_say(words: str) -> None:
    result = argmap(*words.split(), "-m", "-", stdin="argmap: 1\nclaims: {}\n")
    assert result.status == 0
    assert "Traceback" not in result.err


@pytest.mark.slow
def test_a_deep_chain_is_evaluated_and_explained(tmp_path: Path) -> None:
    """A hundred thousand claims, each attacking the next: every other one is in."""
    size = 100_000
    path = tmp_path / "chain.tgf"
    names = "\n".join(f"c{number}" for number in range(size))
    attacks = "\n".join(f"c{number} c{number + 1}" for number in range(size - 1))
    path.write_text(f"{names}\n#\n{attacks}\n", encoding="utf-8")
    last = f"c{size - 1}"
    found = argmap("evaluate", "c0", "c1", last, "-m", str(path))
    assert [line.split("\t")[1] for line in found.out.splitlines()] == ["in", "out", "out"]
    reported = argmap("why", last, "-m", str(path))
    first, second, *rows = reported.out.splitlines()
    assert (first.split(), second) == ([last, last], "○ out: what attacks it is in")
    shown = {word for row in rows for word in row.split() if word.startswith("c")}
    assert shown >= {f"c{number}" for number in range(size - 1)}
    rings = sum("○" in row and "↓" not in row for row in rows)
    assert rings == size // 2 - 1  # that of the first is in the sentence
