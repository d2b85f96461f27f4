"""What ``argmap diff`` tells, of files and of what git keeps."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import COMMAND, ROOT, argmap, environment, in_terminal
from support.random_maps import yaml_text

MAPS = "tests/functional/maps/"
OLD, NEW = f"{MAPS}diff-old.yaml", f"{MAPS}diff-new.yaml"
CASES = {
    "diff": f"diff {OLD} {NEW}",
    "diff-back": f"diff {NEW} {OLD}",
    "diff-ascii": f"diff {OLD} {NEW} --charset ascii",
    "diff-same": f"diff {OLD} {OLD}",
    "diff-small": f"diff {MAPS}cyclic.yaml {MAPS}library.yaml",
    "diff-hostile": f"diff {MAPS}empty.yaml {MAPS}hostile.yaml",
    "diff-hostile-markdown": f"diff {MAPS}empty.yaml {MAPS}hostile.yaml -f markdown",
    "diff-markdown": f"diff {OLD} {NEW} -f markdown",
    "diff-broken": f"diff {OLD} {MAPS}broken.yaml",
    "diff-help": "diff --help",
}
Git = Callable[..., str]


@pytest.mark.parametrize("name", CASES)
def test_in_a_terminal(
    name: str, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    matches(name, in_terminal(*CASES[name].split(), columns=100, NO_COLOR="1"))


def test_in_a_narrow_terminal(
    matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    shown = in_terminal(*CASES["diff"].split(), columns=80, TERM="dumb")
    assert all(len(line) <= 80 for line in shown.splitlines())
    matches("diff-80", shown)


def test_as_data(matches: Callable[[str, str], None]) -> None:
    result = argmap("diff", OLD, NEW, "--json", cwd=ROOT)
    assert (result.status, result.err) == (1, "")
    matches("diff-json", result.out)
    found = json.loads(result.out)
    assert found["relations"]["changed"][1]["fields"] == [
        {"field": "kind", "old": "supports", "new": "attacks"}
    ]
    same = json.loads(argmap("diff", OLD, OLD, "--json", cwd=ROOT).out)
    assert same["same"] is True
    assert set(same) == set(found)


def test_a_pipe_has_the_marks_and_no_colour() -> None:
    piped = argmap("diff", OLD, NEW, cwd=ROOT)
    assert piped.status == 1
    assert "[-on Sundays-]{+at weekends+}" in piped.out
    assert "\x1b" not in piped.out
    coloured = argmap("diff", OLD, NEW, cwd=ROOT, FORCE_COLOR="1").out
    assert "\x1b[32m{+at weekends+}" in coloured


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_the_status_says_whether_maps_differ(format_: str) -> None:
    assert argmap("diff", OLD, OLD, "-f", format_, cwd=ROOT).status == 0
    assert argmap("diff", OLD, NEW, "-f", format_, cwd=ROOT).status == 1
    assert argmap("diff", OLD, f"{MAPS}broken.yaml", "-f", format_, cwd=ROOT).status == 2


def discussion(path: Path, *reasons: str) -> str:
    lines = [f"1.{place}. Pro: {reason}" for place, reason in enumerate(reasons, start=1)]
    path.write_text("\n".join(["Discussion Title: T", "", "1. Stay.", *lines]) + "\n", "utf-8")
    return str(path)


def test_what_only_moves_on_by_one_is_counted_once(tmp_path: Path) -> None:
    reasons = [f"Reason {word} counts." for word in ("one", "two", "three")]
    old = discussion(tmp_path / "old.kialo", *reasons)
    new = discussion(tmp_path / "new.kialo", "Nobody asked.", *reasons)
    text = argmap("diff", old, new)
    assert text.status == 1
    assert text.out.count("renumbered") == text.out.count("3 claims renumbered") == 1
    assert "1.2" not in text.out
    markdown = argmap("diff", old, new, "-f", "markdown").out
    assert markdown.count("#### 3 claims renumbered") == 1
    assert "1.2" not in markdown
    data = json.loads(argmap("diff", old, new, "--json").out)
    assert data["claims"]["changed"] == []
    assert (data["claims"]["renumbered"], data["relations"]["renumbered"]) == (3, 0)
    assert [claim["id"] for claim in data["claims"]["added"]] == ["1.1"]


def test_numbers_alone_leave_the_status_0(tmp_path: Path) -> None:
    old = discussion(tmp_path / "old.kialo", "One counts.", "Two counts.")
    new = discussion(tmp_path / "new.kialo", "Two counts.", "One counts.")
    found = argmap("diff", old, new)
    assert (found.status, found.out) == (0, "")
    assert found.err == "the maps say the same; 2 claims renumbered\n"
    markdown = argmap("diff", old, new, "-f", "markdown").out
    assert markdown == "The maps say the same; 2 claims renumbered.\n"
    assert json.loads(argmap("diff", old, new, "--json").out)["same"] is True


def test_sides_may_be_in_different_formats_and_come_from_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    argmap("export", "-m", OLD, "-o", str(path), cwd=ROOT)
    text = (ROOT / OLD).read_bytes()
    assert argmap("diff", str(path), "-", stdin=text).status == 0
    assert argmap("diff", "-", NEW, stdin=text, cwd=ROOT).status == 1
    assert argmap("diff", str(path), "-m", OLD, cwd=ROOT).status == 0
    assert argmap("diff", str(path), cwd=ROOT, ARGMAP_MAP=NEW).status == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("- -", "both maps are standard input"),
        ("- -m -", "both maps are standard input"),
        ("a b c", "argmap diff takes two maps, not 3"),
        ("nothing.yaml", "there is no file 'nothing.yaml'"),
        ("C:/nothing.yaml", "there is no file 'C:/nothing.yaml'"),
        (
            "HEAD:nothing.yaml",
            "there is no file 'HEAD:nothing.yaml', and this folder is not in a git",
        ),
    ],
)
def test_errors_are_reported(words: str, message: str, tmp_path: Path) -> None:
    result = argmap(
        "diff", *words.split(), cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"argmap: error: {message}")


def test_without_git_a_revision_cannot_be_read(tmp_path: Path) -> None:
    result = argmap("diff", "HEAD:a.yaml", cwd=tmp_path, PATH=str(tmp_path))
    assert result.status == 2
    assert result.err.startswith("argmap: error: git is not installed, so 'HEAD:a.yaml'")


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Return git in a new repository whose first commit has the old map, as maps/map.yaml."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    script = bin_ / "argmap"
    script.write_text(f'#!/bin/sh\nexec "{COMMAND[0]}" -m argmap "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    folder = tmp_path / "repository"
    (folder / "maps").mkdir(parents=True)
    own = environment(
        PATH=f"{bin_}:{os.environ['PATH']}",
        HOME=str(tmp_path),
        GIT_CONFIG_NOSYSTEM="1",
        GIT_PAGER="cat",
        **{
            f"GIT_{who}_{what}": "a@b.c"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    )

    def run(*words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=folder, env=own, capture_output=True, text=True, check=True
        )
        return done.stdout + done.stderr

    run("init", "-q", "-b", "main")
    (folder / ".gitattributes").write_text("maps/*.yaml diff=argmap merge=argmap\n")
    (folder / "maps" / "map.yaml").write_bytes((ROOT / OLD).read_bytes())
    run("add", ".")
    run("commit", "-q", "-m", "first")
    return run


def test_versions_that_git_keeps(git: Git, tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    path = folder / "maps" / "map.yaml"
    path.write_bytes((ROOT / NEW).read_bytes())
    git("add", ".")
    expected = argmap("diff", OLD, NEW, cwd=ROOT).out
    assert argmap("diff", "HEAD:maps/map.yaml", "maps/map.yaml", cwd=folder).out == expected
    assert argmap("diff", "HEAD:./map.yaml", ":maps/map.yaml", cwd=folder / "maps").out == expected
    for name in ("HEAD:maps/map.yaml", "HEAD:./map.yaml"):  # with what it is now
        assert argmap("diff", name, cwd=folder / "maps").out == expected
    for name, message in {
        "HEAD:map.yaml": "there is no file 'map.yaml' in 'HEAD'",
        ":map.yaml": "there is no file 'map.yaml' in git's index",
        "HEAD:maps": "there is no file 'maps' in 'HEAD'",
        "HAED:maps/map.yaml": "git knows no revision 'HAED'",
    }.items():
        result = argmap("diff", name, str(path), cwd=folder)
        assert result.status == 2
        assert result.err.startswith(f"argmap: error: {message}")
    (folder / "HEAD:other.yaml").write_bytes(path.read_bytes())  # a file of that name comes first
    assert argmap("diff", "HEAD:other.yaml", str(path), cwd=folder).status == 0


def test_git_diff_and_difftool(git: Git, tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    git("config", "diff.argmap.command", "argmap diff")
    git("config", "difftool.argmap.cmd", 'argmap diff "$LOCAL" "$REMOTE"')
    (folder / "maps" / "map.yaml").write_bytes((ROOT / NEW).read_bytes())
    (folder / "maps" / "new.yaml").write_bytes((ROOT / f"{MAPS}library.yaml").read_bytes())
    (folder / "maps" / "first.yaml").write_text("argmap: 1\nclaims: {a: 3\n")
    (folder / "maps" / "other.yaml").write_text("on: push\n")
    git("add", ".")
    shown = git("diff", "--cached")
    expected = argmap("diff", OLD, NEW, cwd=ROOT).out
    assert f"argmap diff maps/map.yaml\n{expected}" in shown
    # A new file is all added, and one that cannot be read does not stop the rest.
    assert "argmap diff maps/new.yaml\nThe map\n" in shown
    assert "+ costly  A Sunday shift costs more than it is worth.  [4-5]  <council>" in shown
    assert "first.yaml:2:9: error: " in shown
    # What is no map shows as lines.
    assert "+++ b/maps/first.yaml\n@@ -0,0 +1,2 @@\n+argmap: 1\n+claims: {a: 3\n" in shown
    assert "+++ b/maps/other.yaml\n@@ -0,0 +1 @@\n+on: push\n" in shown
    assert "other.yaml:1:1" not in shown
    assert expected in git("difftool", "-y", "-t", "argmap", "--cached", "maps/map.yaml")


def test_a_file_that_is_renamed_shows_its_names(git: Git, tmp_path: Path) -> None:
    git("config", "diff.argmap.command", "argmap diff")
    git("mv", "maps/map.yaml", "maps/pool.yaml")
    assert git("diff", "--cached", "-M") == "argmap diff maps/map.yaml → maps/pool.yaml\n"
    path = tmp_path / "repository" / "maps" / "pool.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Sundays", "Mondays", 1))
    git("add", ".")
    shown = git("diff", "--cached", "-M")
    assert shown.startswith("argmap diff maps/map.yaml → maps/pool.yaml\n")
    assert "{+Mondays+}" in shown


def test_only_layout_does_not_show_in_git_diff(git: Git, tmp_path: Path) -> None:
    git("config", "diff.argmap.command", "argmap diff")
    path = tmp_path / "repository" / "maps" / "map.yaml"
    path.write_text("# A comment.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert git("diff") == ""


@pytest.mark.slow
def test_two_big_maps_that_share_nothing_but_their_ids(tmp_path: Path) -> None:
    paths: list[Any] = [tmp_path / "one.yaml", tmp_path / "two.yaml"]
    for seed, path in enumerate(paths):
        path.write_text(yaml_text(1000, 1200, seed=seed), encoding="utf-8")
    result = argmap("diff", *map(str, paths))
    assert result.status == 1
    assert "Claims: 1,000 changed\n" in result.out
