"""Weights and proof standards on the command line: what is weighed, shown, edited and expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import MAPS, argmap
from support.answers import answer

BALANCE = str(MAPS / "balance.yaml")
WEIGHED = ("--semantics", "carneades", "-m", BALANCE)


def test_why_says_what_was_weighed_on_each_side() -> None:
    found = answer("why", "sundays", *WEIGHED)
    assert (found["status"], found["because"], found["weight"]) == ("in", "prevails", 0.8)
    assert found["standard"] == "preponderance"
    (survey,) = found["arguments"]
    assert (survey["relation"], survey["weight"], survey["own"]) == ("survey/sundays", 0.8, 0.8)
    attack, saturdays = found["against"]
    assert (attack["claim"], attack["by"], attack["weight"]) == (None, None, 0.0)
    assert attack["arguments"][0]["undercut"] == "in"
    assert (saturdays["claim"], saturdays["by"], saturdays["weight"]) == ("saturdays", "when", 0.6)
    assert saturdays["arguments"][0]["weighing"] == "cumulative"
    assert [each["id"] for each in saturdays["arguments"][0]["premises"]] == ["market", "buses"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("sundays", "● in: it weighs 0.8, the heaviest against it 0.6: more by 0.2"),
        ("saturdays", "○ out: it weighs 0.6, the heaviest against it 0.8: less by 0.2"),
        ("beyond", "○ out: it weighs 0.9, more by 0.6 than what is against it; beyond-"),
        ("survey", "● in: an argument for it weighs 1, and nothing is against it"),
        ("survey --reject survey", "○ out: as rejected"),
        ("sundays --reject survey", "○ out: no argument for it weighs anything"),
        ("sundays --assume sundays", "● in: assumed, whatever is against it"),
        ("sundays --assume saturdays", "○ out: saturdays is assumed, and the two exclude one"),
        ("sundays --reject saturdays --reject staff/sundays", "● in: it weighs 0.8, the heaviest"),
    ],
)
def test_why_begins_with_a_sentence(words: str, sentence: str) -> None:
    shown = argmap("why", *words.split(), *WEIGHED).out.splitlines()
    assert shown[1].startswith(sentence)


def test_what_rests_on_a_cycle_is_open() -> None:
    text = "argmap: 1\nclaims: {a: A, b: B, c: C}\nrelations: [{from: a, supports: b}, "
    text += "{from: b, supports: a}, {from: b, attacks: c}]\n"
    shown = argmap("why", "c", "-s", "carneades", "-m", "-", stdin=text)
    lines = shown.out.splitlines()
    assert lines[1] == "◐ undecided: arguments on its issue rest on b, which is undecided"
    assert "open    ▼ B ◐  b" in lines
    assert argmap("evaluate", "-s", "carneades", "-m", "-", stdin=text).status == 0


def test_a_weight_that_would_turn_a_claim_does_when_it_is_set(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    for claim, command in (("saturdays", "why"), ("sundays", "cruxes"), ("beyond", "cruxes")):
        found = answer(command, claim, *WEIGHED)
        assert found["turns"]
        for each in found["turns"]:
            path.write_text(Path(BALANCE).read_text(encoding="utf-8"), encoding="utf-8")
            done = argmap("set", each["relation"], f"weight={each['needed']}", "-m", str(path))
            assert done.status == 0
            again = answer("evaluate", claim, "-s", "carneades", "-m", str(path))
            assert again["claims"][0]["status"] == each["status"] != found["status"]


def test_cruxes_change_it_when_they_are_rejected() -> None:
    found = answer("cruxes", "saturdays", *WEIGHED)
    crucial = {name for each in found["sets"] for name in each["reject"]}
    assert crucial == {"sundays", "survey", "survey/sundays"}
    for each in found["sets"]:
        rejected = [word for name in each["reject"] for word in ("--reject", name)]
        again = answer("evaluate", "saturdays", *WEIGHED, *rejected)
        assert again["claims"][0]["status"] == each["status"] != found["status"]


def test_a_question_has_no_side() -> None:
    for command in ("why", "cruxes"):
        asked = argmap(command, "when", *WEIGHED)
        assert asked.status == 2
        assert "'when' is a question" in asked.err


def test_every_semantics_is_checked_unless_one_is_named() -> None:
    checked = argmap("evaluate", "--check", "-m", BALANCE)
    assert checked.status == 0
    said = "4 expectations met: 3 of 3 met under carneades, 1 of 1 met under df-quad\n"
    assert checked.err == said
    one = argmap("evaluate", "--check", "-s", "carneades", "-m", BALANCE)
    assert one.err == "3 expectations met under carneades\n"
    found = answer("evaluate", "--check", "-m", BALANCE)
    assert [each["semantics"] for each in found] == [*["carneades"] * 3, "df-quad"]


def test_the_weight_of_a_step_is_shown_wherever_the_step_is() -> None:
    shown = {
        "show": ("show", "sundays"),
        "tree": ("tree", "--long"),
        "trace": ("trace", "survey", "sundays"),
        "markdown": ("export", "-f", "markdown"),
        "cruxes": ("cruxes", "sundays"),
    }
    for words in shown.values():
        assert "(weight 0.8)" in argmap(*words, "-m", BALANCE).out
    dot = argmap("export", "-f", "dot", "-m", BALANCE).out
    assert '"survey" -> "sundays"' in dot
    assert 'label="0.8"' in dot
    page = argmap("export", "-f", "html", "-m", BALANCE).out
    assert '"weight":"0.8"' in page
    picture = argmap("export", "-f", "svg", "-m", BALANCE).out
    assert "survey supports sundays (weight 0.8)" in picture


def test_a_standard_is_shown_with_what_it_asks() -> None:
    shown = argmap("show", "beyond", "-m", BALANCE).out
    asks = "more than any other side by over 0.5, and none of them 0.3 or more"
    assert f"standard   beyond-reasonable-doubt: {asks}\n" in shown


def test_weights_and_standards_are_diffed(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(Path(BALANCE).read_text(encoding="utf-8"), encoding="utf-8")
    said = [
        argmap("set", "survey/sundays", "weight=0.5", "-m", str(path)).err,
        argmap("set", "visits", "weight=", "scheme=linked", "-m", str(path)).err,
        argmap("set", "beyond", "standard=CCE", "-m", str(path)).err,
        argmap("link", "loans", "supports", "sundays", "--weight", "0.2", "-m", str(path)).err,
    ]
    assert [each.split(": ", 1)[1] for each in said] == [
        "set weight of 'survey/sundays'\n",
        "set scheme and removed weight of 'visits'\n",
        "set standard of 'beyond'\n",
        "added 'loans/sundays': loans supports sundays\n",
    ]
    found = json.loads(argmap("diff", BALANCE, str(path), "--json").out)
    changes = {
        (each["id"], change["field"]): (change["old"], change["new"])
        for part in ("claims", "relations")
        for each in found[part]["changed"]
        for change in each["fields"]
    }
    assert changes == {
        ("beyond", "standard"): ("beyond-reasonable-doubt", "clear-and-convincing"),
        ("survey/sundays", "weight"): (0.8, 0.5),
        ("visits", "weight"): (0.6, None),
        ("visits", "scheme"): ("cumulative", "linked"),
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("set visits label=x", "a relation has no label"),
        ("set sundays scheme=x", "a claim has no scheme"),
        ("set visits weight=7", "weight must be from 0 to 1, not 7"),
        ("set sundays standard=firm", "standard must be preponderance"),
        ("link loans supports sundays --weight much", "weight must be a number from 0 to 1"),
    ],
)
def test_what_cannot_be_set_is_refused(words: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(Path(BALANCE).read_text(encoding="utf-8"), encoding="utf-8")
    result = argmap(*words.split(), "-m", str(path))
    assert result.status == 2
    assert said in result.err
    assert path.read_text(encoding="utf-8") == Path(BALANCE).read_text(encoding="utf-8")
