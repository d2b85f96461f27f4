"""Questions and what answers them, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import MAPS, argmap, in_terminal
from support.answers import answer

FLOOD = str(MAPS / "flood.yaml")
SHOWN = (
    *("overview", "tree", "evaluate", "evaluate --semantics df-quad", "why move"),
    *("why dam --reject state --reject people", "show what", "trace safe what"),
    *("evaluate --reject state --reject people --reject yearly", "check"),
)


def test_what_people_see(matches: Callable[[str, str], None]) -> None:
    parts = []
    for words in SHOWN:
        shown = in_terminal(*words.split(), "-m", FLOOD, columns=80, TERM="dumb")
        assert all(len(line) <= 80 for line in shown.splitlines())
        parts.append(f"$ argmap {words}\n{shown.replace(FLOOD, 'flood.yaml')}")
    matches("questions", "\n".join(parts))


def test_questions_as_data() -> None:
    found = {each["id"]: each for each in answer("evaluate", "-m", FLOOD)["claims"]}
    assert found["what"] == {
        "id": "what",
        "status": None,
        "answers": [
            {"id": "dam", "status": "in"},
            {"id": "move", "status": "out"},
            {"id": "wait", "status": "out"},
        ],
    }
    assert found["when"] == {"id": "when", "status": None, "answers": []}
    asked = answer("overview", "-m", FLOOD)["questions"]
    assert asked == [found[name] for name in ("what", "who", "when")]
    gradual = answer("evaluate", "what", "-m", FLOOD, "--semantics", "df-quad")["claims"]
    assert gradual == [
        {
            "id": "what",
            "strength": None,
            "answers": [
                {"id": "dam", "strength": 0.625},
                {"id": "move", "strength": 0.25},
                {"id": "wait", "strength": 0.25},
            ],
            "strongest": ["dam"],
        }
    ]
    several = answer("evaluate", "what", "-m", FLOOD, "--semantics", "preferred")["claims"]
    assert several[0]["answers"][0] == {"id": "dam", "status": "in", "in_some": True}
    numbers = answer("stats", "-m", FLOOD)
    assert (numbers["questions"], numbers["unanswered"]) == (3, 1)
    assert numbers["relations"]["answers"] == 4


def test_in_a_pipe_each_question_has_what_answers_it() -> None:
    lines = argmap("evaluate", "-m", FLOOD).out.splitlines()
    assert lines[0] == "what\tanswered: dam\tWhat should the town do about the floods?"
    assert lines[-1] == "when\topen: nothing answers it\tWhen will it flood again?"
    tied = argmap(
        *("evaluate", "what", "-m", FLOOD, "--semantics", "df-quad", "--reject", "dam")
    ).out
    assert tied.startswith("what\tstrongest: move and wait tie at 0.2500\t")


@pytest.mark.parametrize(
    "words",
    [
        "why what",
        "cruxes what",
        "why what --semantics df-quad",
        "cruxes what --semantics df-quad",
        "evaluate --assume what",
        "evaluate --reject what --semantics preferred",
        "tree --evaluate --reject what",
    ],
)
def test_a_question_has_no_status_to_ask_for(words: str) -> None:
    result = argmap(*words.split(), "-m", FLOOD)
    assert (result.status, result.out) == (2, "")
    assert "'what' is a question: it is asked, and neither in nor out" in result.err
    assert "what answers it: 'dam', 'move', 'wait'" in result.err


def test_nothing_is_expected_of_a_question(tmp_path: Path) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(
        "argmap: 1\nclaims: {q: {text: Q?, kind: question}}\nexpect: {grounded: {in: [q]}}\n",
        "utf-8",
    )
    result = argmap("list", "-m", str(file))
    assert result.status == 2
    assert f"{file}:3:" in result.err
    assert "'q' is a question, which has no status" in result.err


def test_a_chain_by_way_of_a_question_is_neither_for_nor_against() -> None:
    (chain,) = answer("trace", "dear", "what", "-m", FLOOD)["chains"]
    assert (chain["effect"], chain["sign"], chain["attacks"]) == ("leads to", 0, 1)
    (chain,) = answer("trace", "dam", "-m", FLOOD)["chains"]
    assert (chain["to"], chain["effect"], chain["sign"]) == ("what", "answers", 0)


def test_a_question_is_added_answered_set_renamed_and_removed(tmp_path: Path) -> None:
    file = tmp_path / "m.yaml"
    file.write_text("argmap: 1\nclaims:\n  a: A.\n  b: {text: B.}\n", "utf-8")

    def edit(*words: str) -> str:
        result = argmap(*words, "-m", str(file))
        assert result.status == 0, result.err
        return result.err

    edit("add", "q", "Which?", "--kind", "question", "--choose", "one")
    edit("link", "a", "answers", "q")
    edit("add", "c", "C.", "--answers", "q")
    assert (
        "'b' is no question; only a question is answered"
        in argmap("link", "a", "answers", "b", "-m", str(file)).err
    )
    edit("link", "b", "supports", "a")
    assert "'b/a' carries nothing: a question is neither for nor against anything" in edit(
        "set", "b", "kind=question"
    )
    assert "carries nothing" not in edit("rename", "q", "which")
    edit("set", "which", "choose=")
    assert file.read_text("utf-8") == (
        "argmap: 1\nclaims:\n  a: A.\n  b: {text: B., kind: question}\n"
        '  which: {text: "Which?", kind: question}\n  c: C.\nrelations:\n'
        "  - {from: a, answers: which}\n  - {from: c, answers: which}\n"
        "  - {from: b, supports: a}\n"
    )
    assert argmap("remove", "which", "-m", str(file)).status == 2
    edit("remove", "which", "--cascade")
    assert "which" not in file.read_text("utf-8")


def test_what_a_change_means_for_a_question(tmp_path: Path) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(Path(FLOOD).read_text("utf-8").replace("  - {from: state, attacks", "  # "))
    found = argmap("diff", FLOOD, str(file))
    assert found.status == 1
    assert "  what  is open now: no answer stands  " in found.out
    assert "  what  is answered now  " in argmap("diff", str(file), FLOOD).out


@pytest.mark.parametrize("format_", ["yaml", "json", "argdown", "aif", "graphml", "gexf"])
def test_questions_are_kept(format_: str, tmp_path: Path) -> None:
    file = tmp_path / f"m.{format_}"
    written = argmap("export", "-f", format_, "-o", str(file), "-m", FLOOD)
    assert written.status == 0
    assert "answer" not in written.err
    read = ["--from", format_, "-m", str(file)]
    assert answer("evaluate", *read) == answer("evaluate", "-m", FLOOD)
