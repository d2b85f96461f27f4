"""``argmap merge`` as a merge driver of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import COMMAND, Result, argmap, environment
from support.merged_files import BASE

import argmap as package


class Repository:
    """A git repository with argmap as its merge driver, and a branch for theirs."""

    def __init__(self, folder: Path) -> None:
        """Make it, with the base as the first commit."""
        folder.mkdir()
        self.path = folder / "map.yaml"
        words = f"'{COMMAND[0]}' -m argmap merge %O %A %B -o %A --path %P"
        names = {
            f"GIT_{who}_{what}": "a@b.c"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        self.environment = environment(HOME=str(folder), GIT_CONFIG_NOSYSTEM="1", **names)
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.argmap.driver", words)
        (folder / ".gitattributes").write_text("*.yaml merge=argmap\n")
        self.commit(BASE)

    def git(self, *words: str) -> Result:
        """Run git."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.path.parent,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def commit(self, text: str, path: Path | None = None) -> None:
        """Commit the map as it is now."""
        (path or self.path).write_text(text, encoding="utf-8")
        self.git("add", ".")
        assert self.git("commit", "-q", "-m", "a change").status == 0

    def merge(self, ours: str, theirs: str, path: Path | None = None) -> Result:
        """Merge two changes of the first commit."""
        self.git("checkout", "-q", "-b", "theirs")
        self.commit(theirs, path)
        self.git("checkout", "-q", "main")
        self.commit(ours, path)
        return self.git("merge", "-q", "-m", "merged", "theirs")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a new repository."""
    return Repository(tmp_path / "repository")


def test_as_a_merge_driver(repository: Repository) -> None:
    ours = BASE.replace("The pool should open earlier.", "The pool should open at six.")
    theirs = BASE.replace("earlier.}", "earlier., kind: thesis}")
    result = repository.merge(ours, theirs)
    assert result.status == 0, result
    assert repository.path.read_text(encoding="utf-8") == ours.replace(
        "six.}", "six., kind: thesis}"
    )
    assert repository.git("status", "--porcelain").out == ""


def test_git_hears_of_a_collision(repository: Repository) -> None:
    ours, theirs = (BASE.replace("more.", f"{word}.") for word in ("much", "little"))
    result = repository.merge(ours, theirs)
    assert result.status == 1
    assert "collision: claim 'cost', text: both changed it\n" in result.out + result.err
    assert "theirs  Staff would cost little.\n" in result.out + result.err
    reported = (
        "1 collision in map.yaml: the result has the version of ours; edit it if that is wrong,"
    )
    assert f"{reported} then git add map.yaml\n" in result.out + result.err
    again = "argmap merge :1:map.yaml :2:map.yaml :3:map.yaml -o /dev/null"
    assert again in result.out + result.err
    stages = [f":{stage}:map.yaml" for stage in (1, 2, 3)]
    told_again = argmap("merge", *stages, "-o", "/dev/null", cwd=repository.path.parent)
    assert "theirs  Staff would cost little.\n" in told_again.err
    assert repository.path.read_text(encoding="utf-8") == ours
    assert repository.git("status", "--porcelain").out == "UU map.yaml\n"


def test_a_file_that_both_sides_add_has_an_empty_base(repository: Repository) -> None:
    path = repository.path.with_name("new.yaml")
    start = "argmap: 1\nclaims:\n  a: Same here.\n"
    result = repository.merge(f"{start}  b: Ours alone.\n", f"{start}  c: Theirs alone.\n", path)
    assert result.status == 0, result
    assert list(package.load(path).claims) == ["a", "c", "b"]
