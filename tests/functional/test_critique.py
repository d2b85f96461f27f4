"""``argmap critique`` and what maps say of critical questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import MAPS, ROOT, argmap, in_terminal
from support.answers import answer

WELL = str(MAPS / "questioned.yaml")
CASES = {
    "critique": "critique",
    "critique-claim": "critique open-trend --long",
    "critique-open": "critique no-split --open --cruxes --limit 3",
    "critique-well": f"critique -m {WELL}",
    "critique-well-ascii": f"critique close -m {WELL} --charset ascii",
    "critique-hostile": f"critique -m {MAPS / 'hostile.yaml'}",
    "schemes": "schemes",
    "schemes-one": "schemes ExpertOpinion",
    "schemes-many": "schemes example",
    "help-critique": "critique --help",
    "help-schemes": "schemes --help",
}


@pytest.mark.parametrize("name", CASES)
def test_in_a_terminal(
    name: str, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    shown = in_terminal(*CASES[name].split(), columns=80, NO_COLOR="1", TERM="dumb")
    assert all(len(line) <= 80 for line in shown.splitlines())
    matches(name, shown)


def test_as_markdown(matches: Callable[[str, str], None]) -> None:
    matches("critique-markdown", argmap("critique", "-m", WELL, "-f", "markdown").out)


def test_every_scheme_of_the_bundled_map_is_known() -> None:
    found = answer("critique", "--limit", "1000")
    assert found["unknown_schemes"] == {}
    assert found["more"] == 0
    assert len(found["steps"]) >= 30
    for step in found["steps"]:
        assert len(step["questions"]) >= 3
        for question in step["questions"]:
            assert "{" not in question["text"]
    raised = {
        (step["step"], question["name"], raiser["from"][0], raiser["status"])
        for step in found["steps"]
        for question in step["questions"]
        for raiser in question["raised_by"]
    }
    assert raised >= {
        ("indispensable-state/world-order-chaos", "evidence", "never-tested", "in"),
        ("us-alliances/quasi-alliance", "strength", "analysis-wrong", "in"),
    }


def test_what_raises_a_question_and_what_answers_it() -> None:
    found = answer("critique", "close", "-m", WELL)
    steps = {step["step"]: step for step in found["steps"]}
    assert set(steps) == {"unsafe/close", "nitrate/unsafe", "ito/unsafe"}
    asked = {q["name"]: q for q in steps["ito/unsafe"]["questions"]}
    assert asked["trustworthiness"]["state"] == "answered"
    (raiser,) = asked["trustworthiness"]["raised_by"]
    assert (raiser["from"], raiser["status"]) == (["bottler"], "out")
    assert raiser["answered_by"] == ["sold/bottler"]
    own = {q["name"]: q for q in steps["nitrate/unsafe"]["questions"]}
    assert own["contamination"]["state"] == "raised"
    assert "“Nitrate in the sample”" in own["contamination"]["text"]
    assert own["method"]["state"] == "open"
    assert found["unknown_schemes"] == {"argument from sings": ["ill/unsafe"]}
    assert found["without_scheme"] == ["coffee/close", "sold/bottler"]


def test_cruxes_come_first() -> None:
    found = answer("critique", "close", "--cruxes", "-m", WELL)
    sizes = [step["crux"] for step in found["steps"]]
    ranked = [9 if size is None else size for size in sizes]
    assert ranked == sorted(ranked)
    assert any(sizes)


def test_a_file_of_schemes_adds_to_those_of_the_map(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        'argmap: 1\nschemes: {sings: {names: "Argument From Sings", questions: {why: Why?}}}\n'
    )
    assert "sings" in argmap("schemes", "--schemes", str(own)).out.split()
    for words, variable in ((("--schemes", str(own)), ""), ((), str(own))):
        result = argmap("critique", "-m", WELL, "--json", *words, ARGMAP_SCHEMES=variable)
        found = json.loads(result.out)
        assert found["unknown_schemes"] == {}
        assert "ill/unsafe" in {step["step"] for step in found["steps"]}
        select = ("--select", "unknown-scheme")
        checked = argmap("check", WELL, *words, *select, ARGMAP_SCHEMES=variable)
        assert (checked.status, checked.out) == (0, "")
    without = argmap("critique", "--schemes", WELL.replace("questioned", "library"))
    assert without.status == 2
    assert "has no schemes" in without.err


def test_where_there_is_nothing_to_ask(tmp_path: Path) -> None:
    alone = tmp_path / "alone.yaml"
    alone.write_text("argmap: 1\nclaims: {a: A.}\n")
    for words, said in (
        (("critique", "-m", str(alone)), "this map has no steps"),
        (("critique", "a", "-m", str(alone)), "no step carries that"),
    ):
        result = argmap(*words)
        assert (result.status, result.out) == (1, "")
        assert said in result.err


def test_an_unknown_scheme_is_answered_with_the_nearest() -> None:
    result = argmap("schemes", "exprt opinion")
    assert result.status == 2
    assert "did you mean 'expert opinion'" in result.err


BROKEN = {
    "raises: q}": ("cannot-raise", "supports raises no critical question"),
    "id: x}\n  - {from: c, attacks: b, raises: q}": ("no-step", "premise of no step"),
    "id: x}\n  - {from: c, undercuts: x, raises: {step: y, question: q}}": (
        "dangling-id",
        "there is no relation 'y'",
    ),
    "id: x}\n  - {from: a, supports: c, id: y}\n  - {from: c, attacks: a, raises: q}": (
        "ambiguous-step",
        "write raises: {step: x, question: q} or {step: y, question: q}",
    ),
}


@pytest.mark.parametrize("end", BROKEN)
def test_what_cannot_be_raised_has_its_place(end: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    start = "argmap: 1\nclaims: {a: A., b: B., c: C.}\nrelations:\n  - {from: a, supports: b, "
    path.write_text(f"{start}{end}\n")
    code, words = BROKEN[end]
    result = argmap("check", str(path), "--json")
    assert code in result.out
    shown = argmap("tree", str(path))
    assert shown.status == 2
    assert words in shown.err
    last = len(path.read_text().splitlines())
    assert f"map.yaml:{last}:" in shown.err


def test_a_number_is_written_as_the_name() -> None:
    assert "raises: trustworthiness" in argmap("export", "-m", WELL, "-f", "yaml").out


def test_link_raises_a_question(tmp_path: Path) -> None:
    path = tmp_path / "well.yaml"
    path.write_text(Path(WELL).read_text(encoding="utf-8"), encoding="utf-8")
    well = ("-m", str(path))
    wrong = argmap("link", "coffee", "undercuts", "ito/unsafe", "--raises", "trust", *well)
    assert wrong.status == 2
    assert "did you mean 'trustworthiness'?" in wrong.err
    done = argmap("link", "coffee", "attacks", "ito", "--raises", "3", *well)
    assert done.status == 0, done.err
    assert "{from: coffee, attacks: ito, raises: opinion}" in path.read_text(encoding="utf-8")
    # Another step from the same premise: the step in question is named from now on.
    assert argmap("link", "ito", "supports", "close", "--scheme", "sign", *well).status == 0
    text = path.read_text(encoding="utf-8")
    assert "{step: ito/unsafe, question: opinion}" in text
    assert argmap("rename", "ito", "tanaka", *well).status == 0
    text = path.read_text(encoding="utf-8")
    assert "{step: tanaka/unsafe, question: opinion}" in text
    assert "schemes:\n  lab-report:" in text
    left = argmap("unlink", "tanaka/unsafe", *well)
    assert left.status == 2
    assert "1 critical question (of 'coffee/tanaka')" in left.err
    assert argmap("unlink", "tanaka/unsafe", "--cascade", *well).status == 0
    assert "question: opinion" not in path.read_text(encoding="utf-8")


def test_set_changes_what_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "well.yaml"
    path.write_text(Path(WELL).read_text(encoding="utf-8"), encoding="utf-8")
    well = ("-m", str(path))
    step = "bottler/ito/unsafe"
    assert argmap("set", step, "raises=3", *well).status == 0
    assert "{from: bottler, undercuts: ito/unsafe, raises: opinion}" in path.read_text()
    named = argmap("set", step, "raises={step: ito/unsafe, question: field}", *well)
    assert named.status == 0, named.err
    assert "raises: {step: ito/unsafe, question: field}" in path.read_text()
    assert argmap("set", step, "raises=", *well).status == 0
    assert "raises" not in path.read_text().split("from: bottler")[1].splitlines()[0]
    wrong = argmap("set", step, "raises={step: nowhere, question: field}", *well)
    assert wrong.status == 2
    assert "there is no relation 'nowhere'" in wrong.err


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("schemes exp", "expert opinion"),
        (f"link ill undercuts ito/unsafe -m {WELL} --raises tr", "trustworthiness"),
        (f"link ill attacks nitrate -m {WELL} --raises m", "method"),
        ("link a supports b --scheme lab", "lab report"),
        (f"link ill attacks ito -m {WELL} --raises field --step ito", "ito/unsafe"),
    ],
)
def test_schemes_and_questions_complete(line: str, first: str) -> None:
    result = argmap(*line.split(), ARGMAP_MAP=WELL, _ARGMAP_COMPLETE="fish")
    assert result.out.startswith(first)


def test_a_difference_says_what_is_raised_and_which_scheme_changed(tmp_path: Path) -> None:
    text = Path(WELL).read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    changed = text.replace("How reliable is the method?", "How good is the method?")
    other.write_text(changed.replace("raises: 4", "raises: consistency"), encoding="utf-8")
    found = answer("diff", WELL, str(other), status=1)
    assert [change["field"] for change in found["map"]] == [
        "schemes.lab-report.questions.method.text"
    ]
    (relation,) = found["relations"]["changed"]
    assert [(f["field"], f["old"], f["new"]) for f in relation["fields"]] == [
        ("raises", "trustworthiness", "consistency")
    ]


def test_a_merge_keeps_what_each_side_raises_and_defines(tmp_path: Path) -> None:
    text = Path(WELL).read_text(encoding="utf-8")
    sides = {
        "base.yaml": text,
        "ours.yaml": text.replace(
            "{from: sold, attacks: bottler}", "{from: sold, attacks: bottler, note: N}"
        ).replace("raises: contamination", "raises: method"),
        "theirs.yaml": text.replace(
            "claims:\n  close", "  own:\n    conclusion: So it is.\nclaims:\n  close", 1
        ),
    }
    for name, content in sides.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    merged = argmap("merge", *(str(tmp_path / name) for name in sides))
    assert merged.status == 0, merged.err
    assert "raises: method" in merged.out
    assert "  own:\n    conclusion: So it is." in merged.out
    assert "lab-report:" in merged.out
