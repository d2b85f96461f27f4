"""Maps in numbers."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, argmap, environment, in_terminal

from argmap import ArgumentMap
from argmap.analysis.statistics import statistics
from argmap.views.statistics import share

MAPS = "tests/functional/maps/"
LIBRARY = f"{MAPS}library.yaml"
CASES = {
    "stats": "stats",
    "stats-cyclic": f"stats -m {MAPS}cyclic.yaml --charset ascii",
    "stats-hostile": f"stats {MAPS}hostile.yaml",
    "stats-several": f"stats {LIBRARY} {MAPS}cyclic.yaml {MAPS}broken.yaml",
    "stats-help": "stats --help",
}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", CASES)
def test_in_a_terminal(name: str, matches: Callable[[str, str], None]) -> None:
    matches(name, in_terminal(*CASES[name].split(), NO_COLOR="1"))


@pytest.mark.parametrize("name", ["stats", "stats-several"])
def test_in_a_narrow_terminal(name: str, matches: Callable[[str, str], None]) -> None:
    shown = in_terminal(*CASES[name].split(), columns=80, NO_COLOR="1", TERM="dumb")
    assert all(len(line) <= 80 for line in shown.splitlines())
    matches(f"{name}-80", shown)


def test_in_a_pipe(matches: Callable[[str, str], None]) -> None:
    matches("stats-piped", argmap("stats", LIBRARY).out)


def test_as_data() -> None:
    found = json.loads(argmap("stats", LIBRARY, "--json").out)
    assert found == {
        "claims": 6,
        "relations": {
            "supports": 2,
            "attacks": 1,
            "undercuts": 1,
            "contradicts": 0,
            "restates": 0,
            "answers": 0,
        },
        "questions": 0,
        "unanswered": 0,
        "roots": 1,
        "grounds": 4,
        "islands": 0,
        "cycles": 0,
        "depth": 2,
        "longest_chain": {"length": 2, "first": "volunteers", "last": "open"},
        "placed": 3,
        "implicit": 1,
        "by_voice": [
            tally("writer", 3, 1, 0, 2, 1),
            tally(None, 2, 1, 1, 0, 0),
            tally("council", 1, 0, 1, 0, 0),
        ],
        "by_kind": [
            tally("thesis", 1, 0, 0, 1, 1),
            tally("premise", 1, 1, 0, 1, 0),
            tally(None, 4, 2, 2, 0, 0),
        ],
        "leaned_on": [],
    }


def tally(name: str | None, *numbers: int) -> dict[str, str | int | None]:
    """Return what is said of a voice or kind."""
    keys = ("claims", "supports", "attacks", "supported", "attacked")
    return {"name": name, **dict(zip(keys, numbers, strict=True))}


def test_several_maps_have_a_total() -> None:
    found = json.loads(argmap("stats", LIBRARY, "-m", f"{MAPS}cyclic.yaml", "--json").out)
    assert [each["map"] for each in found["maps"]] == [LIBRARY, f"{MAPS}cyclic.yaml"]
    assert found["maps"][0]["claims"] + found["maps"][1]["claims"] == found["total"]["claims"] == 9
    assert found["total"]["relations"]["supports"] == 4
    assert (found["total"]["depth"], found["total"]["longest_chain"]["length"]) == (2, 2)
    nobody = next(each for each in found["total"]["by_voice"] if each["name"] is None)
    assert nobody["claims"] == 5


def test_a_folder_is_the_maps_below_it(tmp_path: Path) -> None:
    (tmp_path / "deep" / ".git").mkdir(parents=True)
    shutil.copy(LIBRARY, tmp_path / "deep" / "a.yaml")
    shutil.copy(LIBRARY, tmp_path / "deep" / ".git" / "b.yaml")
    shutil.copy("tests/samples/library.gexf", tmp_path / "c.gexf")
    (tmp_path / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    (tmp_path / "notes.txt").write_text("Nothing.", encoding="utf-8")
    (tmp_path / "config.yaml").write_text("jobs: {}", encoding="utf-8")
    result = argmap("stats", ".", cwd=tmp_path)
    assert (result.status, result.err) == (0, "")
    names = [line.split("\t")[0] for line in result.out.splitlines()]
    assert names == ["map", "c.gexf", "deep/a.yaml", "total"]
    assert argmap("stats", "-m", ".", cwd=tmp_path) == result
    assert argmap("stats", cwd=tmp_path, ARGMAP_MAP=".") == result


def test_what_cannot_be_read_is_reported_and_the_rest_is_counted() -> None:
    result = argmap("stats", f"{MAPS}broken.yaml", LIBRARY, "nothing.yaml", "--json")
    assert result.status == 2
    assert json.loads(result.out)["total"]["claims"] == 6
    first, second, last = result.err.splitlines()
    assert first.startswith(f"{MAPS}broken.yaml:3:16: error: text must be text, not a number")
    assert second == "there is no file 'nothing.yaml'"
    assert first.endswith("; and 4 more")
    assert last == "2 of 3 files could not be read and are not counted"
    one = argmap("stats", f"{MAPS}broken.yaml", LIBRARY)
    assert one.err.endswith("\n1 of 2 files could not be read and is not counted\n")
    none = argmap("stats", f"{MAPS}broken.yaml", "nothing.yaml")
    assert (none.status, none.out) == (2, "")


def test_one_and_several_are_spoken_of_in_their_number() -> None:
    text = "argmap: 1\nclaims: {a: A., b: B., c: C.}\nrelations:\n"
    steps = ["a, attacks: b", "a, contradicts: c", "b, restates: c", "b, supports: a"]
    steps += ["c, undercuts: a/b", "b, undercuts: a/b"]
    lines = text + "".join(f"- {{from: {step}}}\n" for step in steps)
    shown = argmap("stats", "-m", "-", stdin=lines, FORCE_COLOR="1", NO_COLOR="1").out
    reported = "1 support, 1 attack, 2 undercuts, 1 contradiction and 1 restatement"
    assert reported in re.sub("\x1b[^m]*m", "", shown)


@pytest.mark.parametrize(
    ("placed", "of", "reported"),
    [(0, 0, "-"), (0, 9, "0%"), (1, 900, "1%"), (899, 900, "99%"), (9, 9, "100%")],
)
def test_a_hundred_per_cent_is_all_of_them(placed: int, of: int, reported: str) -> None:
    found = statistics(ArgumentMap())._replace(placed=placed, claims=of)
    assert share(found) == reported


def test_a_folder_with_all_there_can_be_in_one(tmp_path: Path) -> None:
    (tmp_path / "deep.yaml").mkdir()
    shutil.copy(LIBRARY, tmp_path / "deep.yaml" / "a.yaml")
    (tmp_path / "deep.yaml" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe")
    result = argmap("stats", str(tmp_path))
    assert (result.status, result.err) == (0, "")
    assert len(result.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("stats nothing.yaml", "there is no file 'nothing.yaml'"),
        ("stats tests/snapshots/nothing", "there is no file"),
        ("stats argmap/model", "no file in 'argmap/model' looks like a map"),
    ],
)
def test_errors(words: str, message: str) -> None:
    result = argmap(*words.split())
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"argmap: error: {message}")


def test_the_environment_names_a_map_where_none_is_named() -> None:
    assert argmap("stats", ARGMAP_MAP=LIBRARY).out == argmap("stats", LIBRARY).out
    assert argmap("stats", LIBRARY, ARGMAP_MAP="nothing").out.startswith("claims\t6\n")


_AT_ONCE = """
from argmap.cli import _progress
_progress._PATIENCE = -1.0
print(list(_progress.with_progress([1, 2, 3], "Reading maps")))
"""


@pytest.mark.parametrize("is_terminal", [True, False])
def test_what_takes_long_has_a_bar_on_a_terminal_alone(is_terminal: bool) -> None:  # noqa: FBT001
    master, slave = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", _AT_ONCE],
        stdout=subprocess.PIPE,
        stderr=slave if is_terminal else subprocess.PIPE,
        env=environment(),
        check=True,
    )
    assert done.stdout == b"[1, 2, 3]\n"
    if is_terminal:
        assert b"Reading maps" in os.read(master, 65536)
    else:
        assert done.stderr == b""
    os.close(slave)
    os.close(master)


def test_an_empty_map() -> None:
    result = argmap("stats", "-m", "-", stdin="argmap: 1\nclaims: {}\n")
    assert (result.status, result.err) == (0, "this map has no claims\n")
    assert result.out.startswith("claims\t0\nrelations\t0\n")
