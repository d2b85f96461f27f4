"""The commands that edit a map file, run as a person runs them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from support import ROOT, Result, argmap, in_terminal

from argmap.cli import run

MAPS = ROOT / "tests" / "functional" / "maps"
COMMENTED = (MAPS / "commented.yaml").read_text(encoding="utf-8")

EDITS = {
    "add-claim": (
        *("add", "cheap", "It is cheap: see the note.", "--supports", "open-in-winter"),
        *("--after", "heating", "--voice", "club", "--at", "3,5-6", "--tag", "cost"),
    ),
    "add-short": ("add", "cheap", "It is cheap, they say."),
    "link-claims": ("link", "health", "solar", "attacks", "heating", "--id", "both"),
    "link-step": ("link", "health", "supports", "need", "--note", "A remark."),
    "unlink-step": ("unlink", "heating/open-in-winter", "--cascade"),
    "set-short": ("set", "health", "label=Health", "at=3"),
    "set-folded": ("set", "open-in-winter", "text=The pool should stay open.", "voice="),
    "set-list": ("set", "heating", "text=It's dear.", "at=7,8-9", "kind=cost"),
    "set-braces": ("set", "demand", "tags=", "weight=0.5", "implicit=true"),
    "rename-claim": ("rename", "heating", "cost"),
    "rename-step": ("rename", "heating/open-in-winter", "cost-step"),
    "remove-ground": ("remove", "solar", "--cascade"),
    "remove-root": ("remove", "open-in-winter", "--cascade"),
}


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    """Return a map file with comments and many manners of writing, to be edited."""
    path = tmp_path / "pool.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    return path


def edit(path: Path, *words: str, **env: str) -> Result:
    """Run a command on a file beside which it is run."""
    return argmap(*words, "-m", path.name, cwd=path.parent, **env)


def changed(path: Path, before: str = COMMENTED) -> list[str]:
    """Return the lines that went and came, as a diff has them."""
    after = path.read_text(encoding="utf-8")
    rows = unified_diff(before.splitlines(), after.splitlines(), lineterm="")
    return [row for row in rows if row[0] in "+-" and row[:3] not in {"+++", "---"}]


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_only_the_lines_meant(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    shown = edit(pool, *EDITS[name], "--dry-run")
    assert pool.read_text(encoding="utf-8") == COMMENTED
    assert (shown.status, shown.err) == (0, "")
    done = edit(pool, *EDITS[name])
    assert (done.status, done.out) == (0, "")
    matches(f"{name}", shown.out + done.err)
    rows = [row for row in shown.out.splitlines() if row[:1] in {"+", "-"}]
    assert rows[2:] == changed(pool)


def test_a_diff_on_a_terminal(
    pool: Path, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pool.parent)
    words = ("set", "health", "label=Health", "-m", "pool.yaml", "--dry-run")
    shown = in_terminal(*words, columns=80)
    matches("set-dry-run-80", shown)
    assert "\x1b[32m" in shown
    assert "\x1b[32m" not in in_terminal(*words, NO_COLOR="1")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "remove heating",
            "2 relations ('heating/open-in-winter' and 'solar/heating/open-in-winter')",
        ),
        ("remove open-in-winter", "3 relations"),
        ("remove solar", "1 relation ('solar/heating/open-in-winter') and 2 expectations"),
        ("unlink heating/open-in-winter", "1 relation ('solar/heating/open-in-winter')"),
        ("unlink solar", "'solar' is a claim"),
        ("unlink nede", "did you mean 'need'?"),
        ("remove healthy", "did you mean 'health'?"),
        ("rename healthy fit", "did you mean 'health'?"),
        ("rename health solar", "there is a claim 'solar' already"),
        ("rename health need", "there is a relation 'need' already"),
        ("rename health a\tb", "white space or control characters"),
        ("add solar Again.", "there is a claim 'solar' already"),
        ("add x", "use --edit"),
        ("add x X. --weight 2", "weight must be from 0 to 1"),
        ("add x X. --at backwards", "at must be a whole number or a range"),
        ("add x X. --supports healt", "did you mean 'health' or 'heating'?"),
        ("add x X. --after y", "there is no claim 'y'"),
        ("link health helps solar", "there is no verb 'helps'"),
        ("link health supports", "needs a premise, a verb and a target"),
        ("link heating attacks open-in-winter", "is there already"),
        ("link solar undercuts health", "only a relation can be undercut"),
        ("set health", "Missing argument"),
        ("set health label", "is not FIELD=VALUE"),
        ("set health labl=x", "did you mean 'label'?"),
        ("set health text=", "a claim needs a text"),
        ("set health implicit=perhaps", "implicit must be true or false"),
        ("set helth label=x", "did you mean 'health'?"),
    ],
)
def test_what_cannot_be_is_refused(
    words: str, said: str, pool: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words.split(" "), "-m", str(pool)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert pool.read_text(encoding="utf-8") == COMMENTED


def test_what_is_so_already_changes_nothing(pool: Path) -> None:
    os.utime(pool, (1, 1))
    result = edit(pool, "set", "solar", "voice=club")
    assert (result.status, result.err) == (0, "nothing to change: pool.yaml says that already\n")
    assert pool.stat().st_mtime == 1


def test_the_bundled_map_is_not_edited(tmp_path: Path) -> None:
    result = argmap("set", "no-split", "label=x", cwd=tmp_path)
    assert result.status == 2
    assert "argmap new FILE starts one" in result.err
    assert argmap("set", "a", "label=x", "-m", "-").status == 2


def test_the_environment_may_name_the_map(pool: Path) -> None:
    assert argmap("set", "solar", "label=Sun", ARGMAP_MAP=str(pool)).status == 0
    assert "label: Sun" in pool.read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_marks_and_links_stay(mark: str, pool: Path) -> None:
    before = (mark + COMMENTED.replace("\n", "\r\n")).rstrip().encode()
    pool.write_bytes(before)
    pool.chmod(0o640)
    link = pool.parent / "link.yaml"
    link.symlink_to(pool)
    assert edit(link, "add", "new", "A new one.").status == 0
    after = pool.read_bytes()
    lines = after.split(b"\r\n")
    assert [line for line in lines if line not in before.split(b"\r\n")] == [b"    new: A new one."]
    assert (b"\n" in after.replace(b"\r\n", b""), after[:3] == "\ufeff".encode()) == (
        False,
        bool(mark),
    )
    assert link.is_symlink()
    assert pool.stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_meanwhile_is_not_overwritten(pool: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\nsed -i "s/text: .*/text: Written./" "$1"\necho "# later" >> "{pool}"\n'
    )
    editor.chmod(0o755)
    result = edit(pool, "add", "new", "--edit", EDITOR=str(editor))
    assert result.status == 2
    assert "has changed since it was read" in result.err
    assert pool.read_text(encoding="utf-8") == COMMENTED + "# later\n"


def test_a_claim_written_in_an_editor(pool: Path) -> None:
    script = "sed -i -e 's/text: .*/text: Written./' -e 's/# label: /label: Mine/'"
    done = edit(
        pool, "add", "new", "--edit", "--voice", "club", "--attacks", "health", EDITOR=script
    )
    assert done.err == "pool.yaml: added 'new', which attacks health\n"
    shown = json.loads(argmap("show", "new", "--json", "-m", str(pool)).out)
    (claim,) = shown if isinstance(shown, list) else [shown]
    assert (claim["text"], claim["label"], claim["voice"]) == ("Written.", "Mine", "club")


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("true", "the text was left empty"),
        ("false", "the editor 'false' ended with status 1"),
        ("no-such-editor", "cannot start the editor"),
        ("sed -i 's/text: .*/text: [a]/'", "what you wrote is kept in"),
        ("sed -i 's/claims:.*/claims: {a: A, b: B}/;/^ /d'", "must have one claim"),
    ],
)
def test_an_editor_that_brings_no_claim(editor: str, said: str, pool: Path, tmp_path: Path) -> None:
    result = edit(pool, "add", "new", "--edit", EDITOR=editor, TMPDIR=str(tmp_path))
    assert result.status == 2
    assert said in result.err
    assert bool(list(tmp_path.glob("argmap-*"))) == ("kept" in result.err)
    assert pool.read_text(encoding="utf-8") == COMMENTED


def test_json_maps_are_edited_too(tmp_path: Path) -> None:
    path = tmp_path / "debate.json"
    argmap("export", "-o", str(path))
    before = path.read_text(encoding="utf-8")
    for words in (
        ("set", "no-split", "note=Said.", "at=1,2-3"),
        ("add", "more", "More.", "--supports", "no-split"),
        ("rename", "no-split", "no-break"),
        ("remove", "phone-call", "--cascade"),
    ):
        assert edit(path, *words).status == 0
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after["claims"]["no-break"]["at"] == [1, "2-3"]
    assert after["relations"][-1] == {
        "id": "more/no-break",
        "from": ["more"],
        "supports": "no-break",
    }
    assert "phone-call" not in path.read_text(encoding="utf-8")
    assert len(changed(path, before)) < 60


def test_other_formats_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "debate.argdown"
    argmap("export", "-o", str(path))
    before = path.read_bytes()
    result = edit(path, "rename", "no-split", "no-break")
    assert result.status == 2
    assert "argmap export -m debate.argdown -o map.yaml" in result.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "words", ["set b text=C.", "set b label=x", "remove b", "rename b c", "add c C."]
)
def test_what_stands_behind_an_alias_is_changed_well_or_not_at_all(
    words: str, tmp_path: Path
) -> None:
    path = tmp_path / "alias.yaml"
    text = "argmap: 1\nclaims:\n  a: &x {text: &t A., kind: thesis}\n  b: *x\n"
    path.write_text(text, encoding="utf-8")
    result = edit(path, *words.split(" "))
    if result.status:
        assert "edit it by hand" in result.err
        assert path.read_text(encoding="utf-8") == text
    assert argmap("list", "-m", str(path)).status == 0


def test_a_broken_map_is_told_with_its_places(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes((MAPS / "broken.yaml").read_bytes())
    result = edit(path, "set", "open", "label=x")
    assert result.status == 2
    assert "broken.yaml:3:16: error" in result.err
    assert path.read_bytes() == (MAPS / "broken.yaml").read_bytes()


@pytest.mark.parametrize("template", ["claim", "debate", "essay", "framework"])
def test_a_new_map_is_a_map_to_go_on_with(
    template: str, tmp_path: Path, matches: Callable[[str, str], None]
) -> None:
    made = argmap("new", "my.yaml", "It: yes?", "-t", template, "--title", "T", cwd=tmp_path)
    assert made.status == 0
    path = tmp_path / "my.yaml"
    matches(f"new-{template}", path.read_text(encoding="utf-8") + made.err)
    before = path.read_text(encoding="utf-8")
    assert edit(path, "add", "why", "Because.", "--supports", "thesis").status == 0
    tree = argmap("tree", "-m", str(path)).out
    assert "It: yes?" in tree
    assert "Because." in tree
    assert len(changed(path, before)) <= 5
    assert argmap("evaluate", "--check", "-m", str(path)).status == 0


def test_the_schema_line_of_a_new_map(tmp_path: Path) -> None:
    words = ("new", "maps/my.yaml", "--schema", "argmap.schema.json")
    assert argmap(*words, cwd=tmp_path).status == 2  # there is no such folder
    (tmp_path / "maps").mkdir()
    made = argmap(*words, cwd=tmp_path)
    assert "argmap schema -o maps/argmap.schema.json writes it" in made.err
    first = (tmp_path / "maps" / "my.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=argmap.schema.json"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("my.yaml", "there is a file 'my.yaml' already"),
        ("other.dot", "a new map is YAML"),
        ("other", "has no suffix"),
        ("other.yaml --template debat", "did you mean 'debate'?"),
        ("other.yaml --template debate --id cost", "choose another with --id"),
        ("other.yaml --schema a\nb", "must be a line of text"),
    ],
)
def test_a_new_map_that_cannot_be(words: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("mine", encoding="utf-8")
    result = argmap("new", *words.split(" "), cwd=tmp_path)
    assert result.status == 2
    assert said in result.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["my.yaml"]
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_new_map_on_standard_output() -> None:
    made = argmap("new", "-", "First.", "--id", "no")
    assert made.status == 0
    shown = argmap("list", "-m", "-", stdin=made.out)
    assert shown.out == "no\tthesis\t\t\tFirst.\n"


@pytest.mark.parametrize(
    ("script", "message", "kept"),
    [
        ('printf "argmap: 1\\nclaims: {z: caf\\351}\\n" > "$1"', "is not UTF-8", 1),
        ('echo written >> "$1"; exit 3', "ended with status 3", 1),
        ("exit 3", "ended with status 3", 0),
        ('rm "$1"', "cannot read what you wrote", 0),
        (":", "the text was left empty", 0),
    ],
)
def test_what_was_written_in_an_editor_is_never_lost(
    script: str, message: str, kept: int, tmp_path: Path
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims: {a: A is so.}\n", encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    editor.chmod(0o755)
    places = {"VISUAL": str(editor), "TMPDIR": str(tmp_path)}
    result = argmap("add", "z", "--edit", "-m", str(path), cwd=None, **places)
    assert result.status == 2
    assert message in result.err
    assert ("what you wrote is kept in" in result.err) is bool(kept)
    assert len(list(tmp_path.glob("argmap-*.yaml"))) == kept
    taken = argmap("add", "a", "--edit", "-m", str(path), cwd=None, **places)
    assert "there is a claim 'a' already" in taken.err
    assert path.read_text(encoding="utf-8") == "argmap: 1\nclaims: {a: A is so.}\n"
