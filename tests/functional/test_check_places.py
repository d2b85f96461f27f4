"""Where the findings of check stand, and what else it says and takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support import ROOT, argmap, environment

SOURCE = "tests/functional/sources/reading-room.md"
WHOLE = """argmap: 1
title: T
source:
  unit: paragraph
voices:
  x: X
  y: Y
ignore:
  odd-id: as it is
claims:
  a: {text: A b., voice: x}
  b:
    text: B c.
    ignore:
      island: as it is
relations:
  - {from: a, supports: b, ignore: {islnd: as it is}}
"""
FOUND = [
    ("ground-without-place", 3, 1),
    ("uncovered-paragraph", 3, 1),
    ("unused-voice", 7, 3),
    ("idle-ignore", 9, 3),
    ("idle-ignore", 15, 7),
    ("idle-ignore", 17, 37),
]


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def places(*words: str, stdin: str = "") -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding, in the order in which they are reported."""
    found = json.loads(argmap("check", *words, "--json", stdin=stdin).out)
    return [(each["code"], each["line"], each["column"]) for each in found]


def test_what_is_about_the_whole_map_stands_at_the_key_it_is_about() -> None:
    assert places("-", "--source", SOURCE, stdin=WHOLE) == FOUND


def test_in_json_too() -> None:
    text = json.dumps(yaml.safe_load(WHOLE), indent=1)
    lines = text.splitlines()
    found = places("-", "--source", SOURCE, stdin=text)
    assert [code for code, _, _ in found] == [code for code, _, _ in FOUND]
    keys = [lines[line - 1][column - 1 :].split('"')[1] for _, line, column in found]
    assert keys == ["source", "source", "y", "odd-id", "island", "islnd"]


def test_a_map_without_relations_is_reported_at_its_claims() -> None:
    text = "argmap: 1\n\nclaims: {a: A b., b: B c.}\n"
    assert places("-", "--select", "island", stdin=text) == [("island", 3, 1)]


def test_where_there_is_no_better_place_it_is_the_start() -> None:
    text = "===\nvoices: {x: X, y: Y}\n===\n\n[a]: A b. {voice: x}\n  + [b]: B c.\n"
    assert places("-", "--from", "argdown", "--select", "unused-voice", stdin=text) == [
        ("unused-voice", 1, 1)
    ]


def test_findings_come_in_the_order_of_the_file() -> None:
    text = "argmap: 1\nrelations:\n- {from: a, supports: b}\n- {from: a, supports: b, id: c}\n"
    rules = ("--select", "not-a-sentence,repeated-relation")
    found = places("-", *rules, stdin=f"{text}claims: {{a: 'Who?', b: B c.}}\n")
    assert [line for _, line, _ in found] == [4, 5]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("claims: {a: 'Why?'}", "1 hint in <stdin>; why: argmap check --explain not-a-sentence"),
        ("claims: {a: 'Why?', b: 'So?'}\nrelations: [{from: a, supports: b}]", "2 hints in"),
        ("claims: {a: 'Why?', b: 'So?'}", "argmap check --explain RULE"),
        ("claims: {a: A b.}", "nothing found in <stdin>\n"),
    ],
)
def test_the_summary_names_a_rule_where_there_is_one(text: str, reported: str) -> None:
    err = argmap("check", "-", stdin=f"argmap: 1\n{text}\n").err
    assert reported in err
    assert ("RULE" in err) is ("RULE" in reported)


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("--explain nonsense", "there is no rule 'nonsense'", "argmap check --list has them all"),
        ("--explain islnd", "there is no rule 'islnd'", "did you mean 'island'? argmap check --l"),
        (
            "--select islnd",
            "there is no rule 'islnd'",
            "did you mean 'island'? argmap check --list",
        ),
        ("--ignore nonsense", "there is no rule 'nonsense'", "argmap check --list has them all"),
        ("--select ,", "--select names no rule", "argmap check --list has them all"),
        ("--ignore dangling-id", "'dangling-id' cannot be selected or ignored", "see argmap check"),
    ],
)
def test_a_rule_that_is_not_there(words: str, message: str, hint: str) -> None:
    result = argmap("check", *words.split())
    assert (result.status, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first.startswith(f"argmap: error: {message}")
    assert second.startswith(f"    {hint}")


def test_only_maps_are_checked_among_yaml_and_json(tmp_path: Path) -> None:
    files = {
        "map.yaml": "# A comment.\nargmap: 1\nclaims: {a: 3}\n",
        "map.json": '{"title": "T", "argmap": 1, "claims": {"a": 3}}',
        "broken.json": '{"argmap": 1, "claims": {"a": }}',
        "ci.yaml": "jobs: {}\n",
        "no.yaml": "a: [\n",
        "package.json": '{"dependencies": {"argmap": 1}}',
        "binary.yaml": "\udcff",
        "a.tgf": "1 one\n#\n1 2 3 4\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode(errors="surrogateescape"))
    words = ("check", "--only-maps", *files, "--json")
    result = argmap(*words, cwd=tmp_path)
    checked = {each["file"] for each in json.loads(result.out)}
    assert checked == {"map.yaml", "map.json", "broken.json", "a.tgf"}
    assert result.status == 1
    nothing = argmap("check", "--only-maps", "ci.yaml", cwd=tmp_path)
    assert nothing == (0, "", "")


def test_the_hook_passes_over_what_is_no_map() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["types_or"] == ["yaml", "json"]
    _, *words = hook["entry"].split()
    result = argmap(*words, ".pre-commit-hooks.yaml", "tests/samples/library.node-link.json")
    assert result == (0, "", "")


def test_a_name_that_is_not_unicode_can_be_reported_in_every_form(tmp_path: Path) -> None:
    name = b"\xff.yaml"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(WHOLE, encoding="utf-8")
    for output in ("full", "concise", "json", "github", "sarif"):
        done = subprocess.run(
            [sys.executable, "-m", "argmap", "check", name, "-f", output],
            capture_output=True,
            cwd=tmp_path,
            env=environment(),
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert (b"%FF.yaml" if output == "sarif" else b"\\udcff.yaml") in done.stdout


@pytest.mark.parametrize("output", ["concise", "github"])
def test_a_finding_is_a_line_whatever_is_in_it(output: str) -> None:
    nasty = "a%0A,::error::\U000e0041\ufff9"
    claims = {nasty: {"text": "Who\n::error::\u2028\x1b[31m?", "voice": nasty}, "b": "B c."}
    text = json.dumps({"argmap": 1, "voices": {"v": "V"}, "claims": claims})
    result = argmap("check", "-", "-f", output, stdin=text)
    lines = result.out.splitlines()
    assert len(lines) == result.out.count("\n") == 4
    assert result.out.isascii()
    assert "\x1b" not in result.out
    if output == "github":
        assert all(line.startswith("::") for line in lines)
        assert "%250A" in result.out
