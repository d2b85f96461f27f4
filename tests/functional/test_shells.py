"""The tab key in a real bash, zsh and fish: whatever a map says, it is data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from support import argmap
from support.shells import Shell

pytestmark = pytest.mark.external

SHELLS = ["bash", "zsh", "fish"]
# Any character that some shell reads as more than itself, alone, in front, within and behind.
SIGNS = "\\$`\"';*?(){}[]<>|&!#~^=:,%@+"
COMMANDS = [
    "$(touch${IFS}RAN)",
    "\\$(touch${IFS}RAN)",
    "\\\\$(touch${IFS}RAN)",
    "`touch${IFS}RAN`",
    "';touch${IFS}RAN;'",
    '";touch${IFS}RAN;"',
    "$'\\x24(touch${IFS}RAN)'",
    "<(touch${IFS}RAN)",
    "(touch${IFS}RAN)",
    "both(a,b)",
    "{a,b}",
    "$HOME",
    "~root",
    "!!",
    "\\",
    "漢字é",
]
TEXT = (
    "$(touch RAN) \\$(touch RAN) `touch RAN` '; touch RAN; ' \" \\ \x1b]0;RAN\x07 \n: %F{red} [b]"
)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    """Give a running shell in an empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    running = Shell(request.param, folder)
    yield running
    assert not list(folder.glob("RAN*"))
    assert not list(folder.glob("*RAN"))
    running.close()


def written(folder: Path, name: str, **claims: object) -> str:
    """Write a map of some claims and return its name."""
    (folder / name).write_text(json.dumps({"argmap": 1, "claims": claims}))
    return name


@pytest.mark.parametrize("number", range(2))
def test_an_id_is_put_on_the_line_as_it_is(shell: Shell, tmp_path: Path, number: int) -> None:
    """The words that argmap gets after the tab key have the very id of the map, or none of it."""
    folder = tmp_path / "work"
    around = [form.format(sign) for sign, form in product(SIGNS, ("{0}a{0}", "a{0}"))]
    ids = [*around, *COMMANDS][number::2]
    missing = []
    for at, name in enumerate(ids):
        file = written(folder, f"{at}.json", **{name: {"text": TEXT, "label": TEXT}})
        words = shell.completed(f"argmap show -m {file} ")
        if words != ["show", "-m", file, name]:
            assert name[0] in "~%", (name, words)  # fish takes it for something: left out
            missing.append(name)
    assert len(missing) <= 3


def test_kinds_voices_and_tags_may_have_spaces(shell: Shell, tmp_path: Path) -> None:
    """They are put on the line as one word."""
    kinds = ["a b", " two", "$(touch RAN)", 'it is "so"', "it's", "a\\ b", "a;touch RAN"]
    for at, word in enumerate(kinds):
        claim = {"text": TEXT, "kind": word, "tags": [word]}
        file = written(tmp_path / "work", f"{at}.json", claim=claim)
        for option in ("--kind", "--tag"):
            words = shell.completed(f"argmap list -m {file} {option} ")
            assert words == ["list", "-m", file, option, word]


def test_what_does_not_show_is_not_offered(shell: Shell, tmp_path: Path) -> None:
    """Line ends, escapes and marks of direction never reach the line."""
    for at, word in enumerate(["a\nb", "a\x1b[31mb", "a\rb", "a\u202eb", "a\x07b", "-x", "--all"]):
        file = written(tmp_path / "work", f"{at}.json", claim={"text": TEXT, "kind": word})
        words = shell.completed(f"argmap list -m {file} --kind ")
        assert word not in words


def test_a_list_of_ids_runs_nothing_and_leaves_the_line(shell: Shell, tmp_path: Path) -> None:
    """Several ids that begin alike are shown; what is on the line stays what was typed of them."""
    ids = [f"begun-{command}" for command in COMMANDS]
    file = written(tmp_path / "work", "map.json", **dict.fromkeys(ids, TEXT))
    shown = shell.complete(f"argmap show -m {file} beg")
    shown += shell.press("\t", quiet=1) + shell.press("\t", quiet=1)
    assert "both" in shown
    shell.press("\x03")
    shell.press("argmap again\n")
    assert shell.words() == ["again"]


def test_the_map_of_the_environment_is_data_too(tmp_path: Path) -> None:
    """ARGMAP_MAP may name a map of somebody else's, and have a name that a shell could read."""
    for name in SHELLS:
        folder = tmp_path / name / "work"
        folder.mkdir(parents=True)
        file = written(folder, "$(touch RAN).json", **{"$(touch${IFS}RAN)": TEXT})
        shell = Shell(name, folder, ARGMAP_MAP=file)
        assert shell.completed("argmap show ")[-1] == "$(touch${IFS}RAN)"
        assert [entry.name for entry in folder.iterdir()] == [file]
        shell.close()


@pytest.mark.parametrize("begun", ["'a", '"a', "a\\ ", "a\\ b", "'a b'", "--kind=a", "--kind='a"])
def test_bash_goes_on_in_the_quotes_that_are_open(begun: str, tmp_path: Path) -> None:
    """What was typed of a word, however it is quoted, is completed in the same way."""
    folder = tmp_path / "work"
    folder.mkdir()
    shell = Shell("bash", folder)
    kind = "a b$(touch RAN)`touch RAN`'\"\\c"
    file = written(folder, "map.json", claim={"text": "A.", "kind": kind})
    option = "" if begun.startswith("--") else "--kind "
    words = shell.completed(f"argmap list -m {file} {option}{begun}")
    assert words[-1].removeprefix("--kind=") == kind
    assert [entry.name for entry in folder.iterdir()] == [file]
    shell.close()


def test_a_file_is_completed_where_no_id_is(shell: Shell, tmp_path: Path) -> None:
    """After -m stand names of files."""
    written(tmp_path / "work", "the-map.json", claim="A.")
    assert shell.completed("argmap tree -m the-")[-1] == "the-map.json"
    assert shell.completed("argmap tree the-")[-1] == "the-map.json"
    assert shell.completed("argmap show the-map.json cl")[-1] == "claim"


@pytest.mark.parametrize("name", SHELLS)
def test_it_is_installed_once(name: str, tmp_path: Path) -> None:
    """Installing again changes nothing more, and a new shell completes."""
    for _ in range(2):
        done = argmap("--install-completion", name, HOME=str(tmp_path))
        assert done.status == 0, done.err
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert before
    assert argmap("--install-completion", name, HOME=str(tmp_path)).status == 0
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


@pytest.mark.parametrize("begun", ["$'", "--kind=$'", "$'a"])
def test_bash_offers_nothing_in_quotes_of_its_own(begun: str, tmp_path: Path) -> None:
    """There, an escape could end them."""
    folder = tmp_path / "work"
    folder.mkdir()
    shell = Shell("bash", folder)
    kind = "a\\';touch${IFS}RAN;#" if begun == "$'a" else "$\\';touch${IFS}RAN;#"
    file = written(folder, "map.json", claim={"text": "A.", "kind": kind})
    option = "" if begun.startswith("--") else "--kind "
    shell.complete(f"argmap list -m {file} {option}{begun}")
    shell.press("\n'\n", quiet=0.5)
    assert [entry.name for entry in folder.iterdir()] == [file]
    shell.close()


def test_zsh_offers_what_is_plain_alone_within_backquotes(tmp_path: Path) -> None:
    """There, what it puts before a sign does not quote it."""
    folder = tmp_path / "work"
    folder.mkdir()
    shell = Shell("zsh", folder)
    for at, name in enumerate(["`touch${IFS}RAN`", "$(touch${IFS}RAN)", "plain"]):
        file = written(folder, f"{at}.json", **{name: TEXT})
        shell.complete(f"echo `argmap show -m {file} ")
        shell.press("`\n", quiet=0.5)
        assert (shell.words()[-1] == name) == (name == "plain")
    assert not (folder / "RAN").exists()
    shell.close()


def test_pressing_tab_changes_no_file(shell: Shell, tmp_path: Path) -> None:
    """Not even after an option that would."""
    home = next(tmp_path.glob("*-home"))
    for option in ("--install-completion", "--show-completion", "--version"):
        shell.press(f"argmap {option} bash ")
        shown = shell.press("\t", quiet=1.5)
        assert "COMPREPLY" not in shown
        shell.press("\x03", quiet=0.3)
    assert [path for path in home.rglob("*") if "argmap" in path.name] == []
    assert not (home / ".bashrc").exists()


def test_settings_in_another_encoding_are_kept(tmp_path: Path) -> None:
    """They belong to whoever wrote them."""
    (tmp_path / ".bashrc").write_bytes(b"echo \xe9")
    assert argmap("--install-completion", "bash", HOME=str(tmp_path)).status == 0
    assert (tmp_path / ".bashrc").read_bytes().startswith(b"echo \xe9\nsource ")
