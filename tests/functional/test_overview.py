"""``argmap overview``, and the commands that it leads on to."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from support import MAPS, argmap
from support.answers import answer

LIBRARY = str(MAPS / "library.yaml")


def test_overview_as_data() -> None:
    found = answer("overview", "-m", LIBRARY)
    (head,) = found.pop("main")
    assert found == {
        "title": "Should the reading room open on Sundays?",
        "source": {"title": "A letter", "unit": "paragraph"},
        "claims": 6,
        "relations": 4,
        "heads": "theses",
        "others": [],
        "rivals": [],
        "unsaid": ["access"],
        "unbacked": ["costly", "survey", "volunteers"],
        "hinges": [
            {"id": name, "without_it": [{"claim": "open", "status": "out"}]}
            for name in ("workers", "access", "survey", "volunteers")
        ],
        "questions": [],
        "counted": True,
    }
    assert (head["id"], head["status"]) == ("open", "in")
    (reason,) = head["reasons"]
    assert reason["premises"] == [{"id": "workers", "under": 1}, {"id": "access", "under": 0}]
    (objection,) = head["objections"]
    assert objection["claims"] == [{"id": "costly", "under": 0}]
    assert objection["answered"]


def test_it_agrees_with_the_other_commands() -> None:
    found = answer("overview")
    assert found["heads"] == "theses"
    theses = {each["id"] for each in answer("list", "--kind", "thesis")}
    assert {each["id"] for each in (*found["main"], *found["others"])} == theses
    unbacked = [each["id"] for each in answer("list", "--unbacked")]
    assert sorted(found["unbacked"]) == sorted(unbacked)
    main = [each["id"] for each in found["main"]]
    assert [each["claim"] for each in answer("why")] == main
    assert [each["claim"] for each in answer("cruxes")] == main
    assert [each["claim"] for each in answer("why", "--semantics", "df-quad")] == main
    judged = [*found["main"], *found["rivals"]]
    claims = answer("evaluate", *(each["id"] for each in judged))["claims"]
    assert {each["id"]: each["status"] for each in judged} == {
        each["id"]: each["status"] for each in claims
    }


def test_each_command_that_it_names_can_be_typed(tmp_path: Path) -> None:
    """With the map that was named, in a file or a claim whose name needs quotes."""
    claims = {f"a'b'$(c){n}": {"text": "T.", "kind": "thesis"} for n in range(9)}
    relations = [{"from": name, "supports": "a'b'$(c)0"} for name in [*claims][1:]]
    text = json.dumps({"argmap": 1, "claims": claims, "relations": relations})
    (tmp_path / "a map.json").write_text(text, encoding="utf-8")
    shown = argmap("overview", "a map.json", cwd=tmp_path).out
    found = re.findall(r"argmap (?!map)\S+ .*?(?=   |  the|  w|$)", shown, re.MULTILINE)
    commands = [shlex.split(each)[1:] for each in found]
    assert {words[0] for words in commands} == {"tree", "why", "cruxes", "list", "show"}
    for words in commands:
        assert words[1] == "a map.json"
        assert argmap(*words, cwd=tmp_path).status in {0, 1}, words


def test_an_id_like_an_option_is_in_no_command() -> None:
    text = '{"argmap": 1, "claims": {"--help": "T.", "a": "A."}, "relations": [%s]}'
    relation = '{"from": "a", "supports": "--help"}'
    shown = argmap("overview", "-m", "-", stdin=text % relation)
    assert shown.status == 0
    assert "argmap tree -" in shown.out
    assert "argmap why" not in shown.out


def test_a_map_without_claims_is_no_failure() -> None:
    for words in (["overview"], ["why"], ["cruxes"]):
        result = argmap(*words, "-m", str(MAPS / "empty.yaml"))
        assert (result.status, result.err) == (0, "this map has no claims\n")
    assert answer("why", "-m", str(MAPS / "empty.yaml")) == []


def test_why_and_cruxes_without_a_claim_fail_where_each_answer_is_no() -> None:
    text = '{"argmap": 1, "claims": {"a": "A.", "b": "B."}}'
    assert argmap("cruxes", "-m", "-", stdin=text).status == 1
    assert argmap("why", "-m", "-", stdin=text).status == 0
