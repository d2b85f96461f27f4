"""``argmap merge``, of files and as a merge driver of git."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, argmap, in_terminal
from support.merged_files import BASE, MERGED, merged

import argmap as package
from argmap.analysis.comparing.difference import compare

NAMES = [f"tests/functional/maps/diff-{name}.yaml" for name in ("old", "ours", "theirs")]


def test_collisions_in_a_terminal(
    matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for columns in (80, 100):
        shown = in_terminal("merge", *NAMES, "-o", "/dev/null", columns=columns, TERM="dumb")
        assert all(len(line) <= columns for line in shown.splitlines())
        matches(f"merge-collisions-{columns}", shown)


def test_the_help(matches: Callable[[str, str], None]) -> None:
    matches("merge-help", argmap("merge", "--help").out)


def test_what_collides_is_ours_and_all_else_is_merged_in_place(
    matches: Callable[[str, str], None],
) -> None:
    result = argmap("merge", *NAMES, cwd=ROOT)
    assert result.status == 1
    matches("merge-result", result.out)
    assert result.out.startswith("# Kept by hand; what the council says is from its minutes.\n")


def test_collisions_as_data(matches: Callable[[str, str], None]) -> None:
    result = argmap("merge", *NAMES, "--json", cwd=ROOT)
    matches("merge-json", result.err)
    assert [each["reason"] for each in json.loads(result.err)["collisions"]] == [
        *("both-changed", "theirs-removed")
    ]
    clean = argmap("merge", NAMES[0], NAMES[0], NAMES[2], "--json", cwd=ROOT)
    assert (clean.status, json.loads(clean.err)) == (0, {"collisions": []})


def test_the_result_is_the_same_map_however_it_is_written(tmp_path: Path) -> None:
    text = merged(
        tmp_path,
        *(Path(ROOT / name).read_text() for name in NAMES[1:]),
        base=Path(ROOT / NAMES[0]).read_text(),
    )
    plain = argmap("merge", *NAMES, "-f", "json", cwd=ROOT)
    assert compare(package.loads(text.out), package.loads(plain.out, "json")).is_empty


def test_a_file_is_written_in_the_format_of_its_suffix_or_else_of_ours(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(package.dumps(package.loads(BASE), "json"), encoding="utf-8")
    for output, start in {"out.json": "{", "out.yaml": "argmap: 1", "out": "{"}.items():
        result = argmap("merge", *["plain"] * 3, "-o", output, cwd=tmp_path)
        assert (result.status, result.out, result.err) == (0, "", "")
        assert (tmp_path / output).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("- - base.yaml", "two of the maps are standard input"),
        ("base.yaml base.yaml none.yaml", "there is no file 'none.yaml'"),
        ("base.yaml base.yaml", "Missing argument 'THEIRS'"),
        (
            "base.yaml base.yaml base.yaml -o out.xyz",
            "'out.xyz' does not have the suffix of a format",
        ),
    ],
)
def test_errors_are_reported_and_nothing_is_written(
    words: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    result = argmap("merge", *words.split(), cwd=tmp_path)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"argmap: error: {message}")
    assert [path.name for path in tmp_path.iterdir()] == ["base.yaml"]


def test_a_broken_side_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    result = merged(tmp_path, BASE, "argmap: 1\nclaims: {a: 3}\n", "-o", "ours.yaml")
    assert result.status == 2
    assert result.err.startswith("theirs.yaml:2:13: error: ")
    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == BASE


def test_what_is_no_map_is_merged_by_lines_where_git_names_it(tmp_path: Path) -> None:
    """As a driver: a broken map, or another file that an attribute takes in."""
    base = "on: push\njobs:\n  argmap: 1\n  b: 2\n  c: 3\n  d: 4\n"
    ours, theirs = base.replace("push", "tag"), base.replace("d: 4", "d: five")
    words = ("-o", "ours.yaml", "--path", "ci/build.yaml")
    result = merged(tmp_path, ours, theirs, *words, base=base)
    assert result.status == 0
    reported = "note: ci/build.yaml is not a map, so it is merged by lines"
    assert result.err == reported + "\n"
    assert (tmp_path / "ours.yaml").read_text() == ours.replace("d: 4", "d: five")
    result = merged(tmp_path, ours, base.replace("push", "fork"), *words, base=base)
    assert result.status == 1
    assert "<<<<<<< ours\non: tag\n=======\non: fork\n>>>>>>> theirs\n" in (
        tmp_path / "ours.yaml"
    ).read_text(encoding="utf-8")
    assert result.err == reported + "; conflict markers are where lines collide\n"
    broken = merged(tmp_path, BASE, BASE.replace("cost:", "cost"), *words)
    assert broken.err.startswith("theirs:ci/build.yaml:5:")
    assert argmap("merge", *MERGED, *words, cwd=tmp_path, PATH="").status == 2
