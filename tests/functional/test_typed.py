"""What people type: names of files, beginnings of ids, texts without quotes, odd terminals."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from support import COMMAND, MAPS, argmap, argmap_process, environment, in_terminal, python
from support.shapes import text_of
from support.typed import EDITING, TEXT, WORDS
from typer.core import TyperOption
from typer.main import get_command

from argmap.cli import app, command_names

LIBRARY = str(MAPS / "library.yaml")
# These have a screen or two maps, or none.
OTHERS = {"explore", "diff", "merge", "new", "schema", "formats", "guide"}


def test_every_command_is_tried_here() -> None:
    """A new one has to be put among those that take a map, or the others."""
    assert {*command_names()} == {*WORDS} | OTHERS


# A first argument that is a file is the map.


@pytest.mark.parametrize("name", WORDS)
def test_a_first_argument_that_is_a_file_is_the_map(name: str, here: Path) -> None:
    """In every command, with the answer that -m gives."""
    words = WORDS[name].split()
    path = here / "map.yaml"
    by_option = argmap(name, *words, "-m", "map.yaml")
    changed = path.read_text()
    path.write_text(TEXT)
    assert by_option.status == 0, by_option.err
    assert argmap(name, "map.yaml", *words) == by_option
    assert path.read_text() == changed
    path.write_text(TEXT)
    assert argmap(name, "--", "map.yaml", *[word for word in words if word[0] != "-"]).status == (
        2 if name == "remove" else 0  # there, --cascade would be an id
    )


@pytest.mark.parametrize("name", sorted({*WORDS} - EDITING - {"stats", "check", "read"}))
def test_an_id_of_the_chosen_map_goes_before_a_file(name: str, here: Path) -> None:
    """Of the map of the environment, as of the bundled one."""
    (here / "open").write_text("no map at all: [")
    (here / "no-split").write_text("no map at all: [")
    if WORDS[name]:
        assert argmap(name, *WORDS[name].split(), ARGMAP_MAP="map.yaml").status == 0
        words = ["no-split", "eventual-split"] if name == "trace" else ["no-split"]
        assert argmap(name, *words).status == 0


@pytest.mark.parametrize("name", sorted({*WORDS} - {"stats", "check"}))
def test_two_maps_where_one_is_wanted_are_an_error(name: str, here: Path) -> None:
    """Whether both are options, or one, or none; and the file is as it was."""
    (here / "other.yaml").write_text(TEXT)
    words = WORDS[name].split()
    for maps in (
        ["-m", "map.yaml", "-m", "other.yaml", *words],
        ["-m", "map.yaml", "--map=map.yaml", *words],
        ["map.yaml", "other.yaml", *words],
        ["other.yaml", *words, "-m", "map.yaml"],
    ):
        result = argmap(name, *maps)
        assert (result.status, result.out) == (2, ""), maps
    assert (here / "map.yaml").read_text() == TEXT
    assert (here / "other.yaml").read_text() == TEXT


@pytest.mark.parametrize("name", [*WORDS, "diff", "explore"])
def test_an_empty_name_is_no_map(name: str, here: Path) -> None:
    """As where a variable of a script is not set: it does not stand for another map."""
    words = ["map.yaml"] if name == "diff" else WORDS.get(name, "").split()
    result = argmap(name, *words, "-m", "")
    assert (result.status, result.out) == (2, "")
    assert "-m is given an empty name" in result.err
    assert (here / "map.yaml").read_text() == TEXT


def test_a_map_may_come_through_a_pipe(here: Path) -> None:
    """As -, or as what a shell puts in the place of <(command)."""
    assert argmap("tree", "-", "open", stdin=TEXT) == argmap("tree", "-m", "map.yaml", cwd=here)
    script = f"{' '.join(COMMAND)} tree <(cat map.yaml)"
    done = subprocess.run(
        ["bash", "-c", script], cwd=here, capture_output=True, check=True, env=environment()
    )
    assert done.stdout.decode() == argmap("tree", "-m", "map.yaml", cwd=here).out


@pytest.mark.parametrize("name", [name for name in WORDS if name not in EDITING])
@pytest.mark.parametrize(
    "kind", ["folder", "missing.yaml", "empty.yaml", "binary.yaml", "loop.yaml"]
)
def test_what_is_no_map_is_answered(name: str, kind: str, here: Path) -> None:
    """With what it is, as the first argument and after -m; never with a traceback."""
    (here / "folder").mkdir()
    (here / "empty.yaml").write_bytes(b"")
    (here / "binary.yaml").write_bytes(bytes(range(256)))
    (here / "loop.yml").symlink_to("loop.yml")
    for words in ([kind, *WORDS[name].split()], [*WORDS[name].split(), "-m", kind]):
        result = argmap(name, *words)
        assert result.status in {1, 2}, words
        assert result.err.strip()


@pytest.mark.parametrize("name", command_names())
@pytest.mark.parametrize("word", ["x" * 6000, "word " * 2000, "é" * 300, "a/" * 3000, "\n", " "])
def test_a_long_word_is_no_crash(name: str, word: str, here: Path) -> None:
    """Wherever it stands: it may be a text whose quotes were forgotten."""
    if name == "explore":
        return
    for words in ([word], ["open", word], ["a", "b", word], ["-m", word], ["--from", word]):
        result = argmap(name, *words)
        assert result.status in {0, 1, 2}
        assert len(result.err) < 2500 + len(word) * (name in {"add", "new"}), words
    for path in here.iterdir():
        if path.name != "map.yaml":
            path.unlink()
    assert (here / "map.yaml").read_text() == TEXT


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("add new The text has no quotes -m map.yaml", "quote text that has spaces"),
        ("new other.yaml The text has no quotes", "quote text that has spaces"),
        ("set open text=The text has none -m map.yaml", "put a value of several words in quotes"),
        ("set open label=a label=b -m map.yaml", "label is given twice"),
        ("list map.yaml map.yaml", "argmap list takes one map"),
        ("tree nap.yaml", "did you mean 'map.yaml'"),
        ("tree folder", "argmap stats and argmap check take folders"),
        ("show ope/xx.yaml", "there is no file of that name either; did you mean 'ope/x.yaml'?"),
        ("show ope", "'ope' is a folder, too"),
        ("formats map.yaml", "too many arguments: map.yaml"),
        ("diff map.yaml map.yaml -m map.yaml", "-m names a third map"),
        ("tree -m nap.yaml", "did you mean 'map.yaml'"),
        ("tree -m.yaml", "'./-m.yaml'"),
        ("list -m ", "an empty name"),
        ("check --map.yaml", "to name the file, write ./--map.yaml"),
        ("tree map.yaml --depth 1 -d 2", "--depth takes one value, but is given 2 times"),
    ],
)
def test_what_was_meant_is_said(words: str, said: str, here: Path) -> None:
    """With what to write instead."""
    for folder in ("folder", "ope"):
        (here / folder).mkdir()
    for file in ("--map.yaml", "-m.yaml", "ope/x.yaml"):
        (here / file).write_text(TEXT)
    (here / "map.yaml").write_text(TEXT.replace("claims:", "claims:\n  openly: It is open."))
    if words.startswith("show"):
        words += " -m map.yaml"
    result = argmap(*words.split(" "))
    assert result.status == 2
    assert said in result.err


def options() -> Iterator[tuple[str, TyperOption]]:
    """Yield every option of every command."""
    group: Any = get_command(app)
    context = group.make_context("argmap", ["list"])
    for name in command_names():
        command = group.get_command(context, name)
        yield from ((name, each) for each in command.params if isinstance(each, TyperOption))


SINGLE = [
    (name, option.opts[0])
    for name, option in options()
    if not option.is_flag and not option.multiple
]


@pytest.mark.parametrize(("name", "option"), SINGLE)
@pytest.mark.usefixtures("here")
def test_no_option_is_given_twice(name: str, option: str) -> None:
    """One that takes one value: the first would be dropped in silence."""
    result = argmap(name, *WORDS.get(name, "").split(), option, "1", f"{option}=1")
    assert (result.status, result.out) == (2, "")
    assert f"{option} takes one value, but is given 2 times" in result.err


CHECKED = [
    (name, option.opts[0])
    for name, option in options()
    if option.opts[0] in {"--semantics", "--edges", "--from", "--format", "--charset", "--sort"}
]


@pytest.mark.parametrize(("name", "option"), CHECKED)
@pytest.mark.parametrize("shape", ["map.yaml", "nothing.json"])
def test_a_value_that_there_is_not_is_never_passed_over(
    name: str, option: str, shape: str, here: Path
) -> None:
    """Whatever else is asked, and of an empty map too."""
    if name == "explore":
        return
    (here / "nothing.json").write_text(text_of("nothing"))
    others = [flag for n, each in options() if n == name and each.is_flag for flag in each.opts[:1]]
    for extra in ([], *([other] for other in others if other not in {"--help", "--list"})):
        maps = {"diff": [shape, shape], "merge": [shape] * 3, "new": ["-"]}.get(name, ["-m", shape])
        if name in {"schema", "formats", "guide"}:
            maps = []
        words = [name, *WORDS.get(name, "").split(), *maps, option, "nonsense", *extra]
        result = argmap(*words)
        assert (result.status, result.out) == (2, ""), words
        assert "nonsense" in result.err, words


@pytest.mark.parametrize("words", ["show map.yaml", "show -m map.yaml", "show -m {0}", "show {0}"])
@pytest.mark.parametrize("waiting", ["fifo", "/dev/zero", "huge.yaml"])
def test_nobody_waits_who_presses_tab(words: str, waiting: str, here: Path) -> None:
    """Whatever the map is, named or of the environment; what has no end is not read."""
    os.mkfifo(here / "fifo")
    (here / "huge.yaml").touch()
    os.truncate(here / "huge.yaml", 1 << 40)
    typed = [*words.format(waiting).split(), ""]
    done = argmap(*typed, cwd=here, _ARGMAP_COMPLETE="fish", ARGMAP_MAP=waiting)
    ids = [line.split("\t")[0] for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert ids == (["open", "survey"] if "map.yaml" in words else [])


# Terminals, folders, Pythons.


@pytest.mark.slow
@pytest.mark.parametrize(
    "columns", [1, *(pytest.param(width, marks=pytest.mark.slow) for width in (2, 3, 5))]
)
@pytest.mark.parametrize(
    "name", sorted({*WORDS} - EDITING | {"formats", "diff", "no-such-command"})
)
def test_no_terminal_is_too_narrow(name: str, columns: int) -> None:
    """One column too, and letters that are two columns wide."""
    words = {
        "tree": "", "show": "wide", "trace": "wide", "why": "wide", "cruxes": "wide",
        "evaluate": "", "export": "",
    }  # fmt: skip
    line = [name, *words.get(name, "").split()]
    if name == "diff":
        line += [LIBRARY, str(MAPS / "no-labels.yaml")]
    elif name in WORDS:
        line += ["-m", str(MAPS / "no-labels.yaml")]
    shown = in_terminal(*line, columns=columns)
    assert "Traceback" not in shown
    assert shown.strip()


@pytest.mark.parametrize(
    "name", ["check", "list", "stats .", "diff map.yaml", "export -o out.yaml"]
)
def test_a_folder_that_is_gone_is_not_blamed_on_the_output(name: str, tmp_path: Path) -> None:
    """A command that needs no file of it works, and others say what is not there."""
    folder = tmp_path / "gone"
    folder.mkdir()
    code = (
        f"import os, sys; sys.argv = ['argmap', *{name.split()!r}]; os.rmdir({str(folder)!r})\n"
        "from argmap.__main__ import main\nsys.exit(main())"
    )
    done = python(code, folder)
    assert "Traceback" not in done.stderr
    assert "standard output" not in done.stderr


@pytest.mark.slow
def test_without_docstrings_the_help_is_the_same() -> None:
    """Python drops them with -OO, or PYTHONOPTIMIZE=2."""
    for words in (["--help"], *([name, "--help"] for name in command_names())):
        assert argmap_process(*words, PYTHONOPTIMIZE="2") == argmap(*words)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["--json.yaml", "-f.yaml", "--.yaml", "-", "a b.yaml", "--json"])
def test_git_shows_files_of_any_name(name: str, tmp_path: Path) -> None:
    """A name that looks like an option is none, and the files that follow are shown too."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    who = {
        f"GIT_{role}_{what}": "x@y.z"
        for role, what in product(("AUTHOR", "COMMITTER"), ("NAME", "EMAIL"))
    }
    env = environment(PATH=path, HOME=str(tmp_path), **who)

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    git("init", "-q", "-b", "main")
    git("config", "diff.argmap.command", "argmap diff")
    (tmp_path / ".gitattributes").write_text("* diff=argmap\n.gitattributes -diff\n")
    for file in (name, "zz.yaml"):
        (tmp_path / file).write_text(TEXT)
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    for file in (name, "zz.yaml"):
        (tmp_path / file).write_text(TEXT.replace("survey found", "survey measured"))
    shown = git("diff")
    assert f"argmap diff {name}\n" in shown
    assert "argmap diff zz.yaml\n" in shown
    assert "error" not in shown
    (tmp_path / name).rename(tmp_path / "-moved.yaml")
    git("add", "-A")
    assert f"argmap diff {name} → -moved.yaml\n" in git("diff", "-M30", "--cached")


@pytest.mark.parametrize("name", ["--json.yaml", "-f.yaml", "--json", "-"])
def test_git_hears_of_unmerged_files_of_any_name(name: str, here: Path) -> None:
    """Of these it gives the name alone."""
    os.environ["GIT_DIFF_PATH_COUNTER"] = "1"
    try:
        result = argmap("diff", name)
    finally:
        del os.environ["GIT_DIFF_PATH_COUNTER"]
    assert (result.status, result.err) == (0, f"{name} is unmerged\n")
    assert [entry.name for entry in here.iterdir()] == ["map.yaml"]
