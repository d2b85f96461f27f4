"""What people type: names of files, beginnings of ids, texts without quotes, odd terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support import COMMAND, ROOT, argmap, environment, in_terminal, python
from support.shapes import SHAPES, text_of
from typer.core import TyperOption
from typer.main import get_command

from argmap.cli import app, command_names, run
from argmap.cli._inputs import claim_id, node_ids
from argmap.documents import files
from argmap.errors import ArgmapError
from argmap.formats import loads

MAPS = ROOT / "tests" / "functional" / "maps"
LIBRARY = str(MAPS / "library.yaml")

# What each command needs besides a map, with ids of the map below.
WORDS = {
    "list": "",
    "tree": "open",
    "show": "open",
    "trace": "survey open",
    "read": "",
    "stats": "",
    "check": "",
    "evaluate": "open",
    "why": "open",
    "cruxes": "open",
    "export": "open",
    "add": "new Text.",
    "set": "open label=Label",
    "link": "open attacks survey",
    "unlink": "survey/open",
    "rename": "open opened",
    "remove": "survey --cascade",
}
EDITING = {"add", "set", "link", "unlink", "rename", "remove"}
# These have a screen or two maps, or none.
OTHERS = {"explore", "diff", "merge", "new", "schema", "formats"}
TEXT = """\
argmap: 1
claims:
  open: {text: The library should open., kind: thesis}
  survey: A survey found demand.
relations:
  - {from: survey, supports: open}
"""


class Told(NamedTuple):
    """What a command that ran in this process printed, and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with one map."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_MAP", raising=False)
    (tmp_path / "map.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs a command line in this process."""

    def tell(*words: str) -> Told:
        status = run([*words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Told(status, said.out, said.err)

    return tell


def test_every_command_is_tried_here() -> None:
    """A new one has to be put among those that take a map, or the others."""
    assert {*command_names()} == {*WORDS} | OTHERS


# A first argument that is a file is the map.


@pytest.mark.parametrize("name", WORDS)
def test_a_first_argument_that_is_a_file_is_the_map(name: str, here: Path, told: Any) -> None:
    """In every command, with the answer that -m gives."""
    words = WORDS[name].split()
    path = here / "map.yaml"
    by_option = told(name, *words, "-m", "map.yaml")
    changed = path.read_text()
    path.write_text(TEXT)
    assert by_option.status == 0, by_option.err
    assert told(name, "map.yaml", *words) == by_option
    assert path.read_text() == changed
    path.write_text(TEXT)
    assert told(name, "--", "map.yaml", *[word for word in words if word[0] != "-"]).status == (
        2 if name == "remove" else 0  # there, --cascade would be an id
    )


@pytest.mark.parametrize("name", sorted({*WORDS} - EDITING - {"stats", "check", "read"}))
def test_an_id_of_the_chosen_map_goes_before_a_file(
    name: str, here: Path, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the map of the environment, as of the bundled one."""
    (here / "open").write_text("no map at all: [")
    (here / "no-split").write_text("no map at all: [")
    monkeypatch.setenv("ARGMAP_MAP", "map.yaml")
    if WORDS[name]:
        assert told(name, *WORDS[name].split()).status == 0
        monkeypatch.delenv("ARGMAP_MAP")
        words = ["no-split", "eventual-split"] if name == "trace" else ["no-split"]
        assert told(name, *words).status == 0


@pytest.mark.parametrize("name", sorted({*WORDS} - {"stats", "check"}))
def test_two_maps_where_one_is_wanted_are_an_error(name: str, here: Path, told: Any) -> None:
    """Whether both are options, or one, or none; and the file is as it was."""
    (here / "other.yaml").write_text(TEXT)
    words = WORDS[name].split()
    for maps in (
        ["-m", "map.yaml", "-m", "other.yaml", *words],
        ["-m", "map.yaml", "--map=map.yaml", *words],
        ["map.yaml", "other.yaml", *words],
        ["other.yaml", *words, "-m", "map.yaml"],
    ):
        result = told(name, *maps)
        assert (result.status, result.out) == (2, ""), maps
    assert (here / "map.yaml").read_text() == TEXT
    assert (here / "other.yaml").read_text() == TEXT


@pytest.mark.parametrize("name", [*WORDS, "diff", "explore"])
def test_an_empty_name_is_no_map(name: str, here: Path, told: Any) -> None:
    """As where a variable of a script is not set: it does not stand for another map."""
    words = ["map.yaml"] if name == "diff" else WORDS.get(name, "").split()
    result = told(name, *words, "-m", "")
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
def test_what_is_no_map_is_answered(name: str, kind: str, here: Path, told: Any) -> None:
    """With what it is, as the first argument and after -m; never with a traceback."""
    (here / "folder").mkdir()
    (here / "empty.yaml").write_bytes(b"")
    (here / "binary.yaml").write_bytes(bytes(range(256)))
    (here / "loop.yml").symlink_to("loop.yml")
    for words in ([kind, *WORDS[name].split()], [*WORDS[name].split(), "-m", kind]):
        result = told(name, *words)
        assert result.status in {1, 2}, words
        assert result.err.strip()


@pytest.mark.parametrize("name", command_names())
@pytest.mark.parametrize("word", ["x" * 6000, "word " * 2000, "é" * 300, "a/" * 3000, "\n", " "])
def test_a_long_word_is_no_crash(name: str, word: str, here: Path, told: Any) -> None:
    """Wherever it stands: it may be a text whose quotes were forgotten."""
    if name == "explore":
        return
    for words in ([word], ["open", word], ["a", "b", word], ["-m", word], ["--from", word]):
        result = told(name, *words)
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
def test_what_was_meant_is_said(words: str, said: str, here: Path, told: Any) -> None:
    """With what to write instead."""
    for folder in ("folder", "ope"):
        (here / folder).mkdir()
    for file in ("--map.yaml", "-m.yaml", "ope/x.yaml"):
        (here / file).write_text(TEXT)
    (here / "map.yaml").write_text(TEXT.replace("claims:", "claims:\n  openly: It is open."))
    if words.startswith("show"):
        words += " -m map.yaml"
    result = told(*words.split(" "))
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
def test_no_option_is_given_twice(name: str, option: str, told: Any) -> None:
    """One that takes one value: the first would be dropped in silence."""
    result = told(name, *WORDS.get(name, "").split(), option, "1", f"{option}=1")
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
    name: str, option: str, shape: str, here: Path, told: Any
) -> None:
    """Whatever else is asked, and of an empty map too."""
    if name == "explore":
        return
    (here / "nothing.json").write_text(text_of("nothing"))
    others = [flag for n, each in options() if n == name and each.is_flag for flag in each.opts[:1]]
    for extra in ([], *([other] for other in others if other not in {"--help", "--list"})):
        maps = {"diff": [shape, shape], "merge": [shape] * 3, "new": ["-"]}.get(name, ["-m", shape])
        if name in {"schema", "formats"}:
            maps = []
        words = [name, *WORDS.get(name, "").split(), *maps, option, "nonsense", *extra]
        result = told(*words)
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


# Beginnings of ids.


def test_a_beginning_of_an_id_is_the_id() -> None:
    """Where it is that of one alone; a whole id goes before longer ones, a claim before a step."""
    ids = ["open", "opening", "open-sundays", "cost", "costly-staff"]
    relations = [{"from": "cost", "supports": "open"}, {"from": "opening", "attacks": "cost"}]
    data = {"argmap": 1, "claims": dict.fromkeys(ids, "Text."), "relations": relations}
    argument_map = loads(json.dumps(data), "json")
    for name in (*ids, *argument_map.relations):
        for length in range(1, len(name) + 1):
            typed = name[:length]
            claims = [each for each in ids if each == typed] or [
                each for each in ids if each.startswith(typed)
            ]
            steps = [each for each in argument_map.relations if each.startswith(typed)]
            if len(claims) == 1:
                assert claim_id(argument_map, typed) == claims[0]
                assert node_ids(argument_map, [typed]) == claims
            elif claims:
                with pytest.raises(ArgmapError, match="several ids begin with"):
                    claim_id(argument_map, typed)
            else:
                assert node_ids(argument_map, [typed]) == steps
    for typed in ("", "x", "Open"):
        with pytest.raises(ArgmapError, match="there is no claim"):
            claim_id(argument_map, typed)


@pytest.mark.parametrize("name", sorted({*WORDS} - {"list", "read", "stats", "check"}))
def test_commands_that_read_take_a_beginning_and_edits_do_not(
    name: str, here: Path, told: Any
) -> None:
    """The answer is that for the whole id."""
    words = WORDS[name].split()
    short = [word.replace("open", "ope").replace("survey", "surv") for word in words]
    if name == "add":
        short = ["new", "Text.", "--attacks", "ope"]
    result = told(name, "map.yaml", *short)
    if name in EDITING:
        assert result.status == 2
        assert (here / "map.yaml").read_text() == TEXT
    else:
        assert result == told(name, "map.yaml", *words)
        assert result.status == 0


@pytest.mark.parametrize(
    "words",
    [
        "evaluate --assume ope --reject surv",
        "evaluate --assume survey/",
        "tree --assume ope",
        "why open --reject surv",
        "cruxes open --assume surv",
        "trace --to ope",
        "export -f tgf --around surv --depth 0",
    ],
)
@pytest.mark.usefixtures("here")
def test_so_do_their_options(words: str, told: Any) -> None:
    """Wherever an id is to be given."""
    whole = " ".join(
        {"ope": "open", "surv": "survey", "survey/": "survey/open"}.get(word, word)
        for word in words.split()
    )
    assert whole != words
    found = told(*words.split(), "-m", "map.yaml")
    assert found == told(*whole.split(), "-m", "map.yaml")
    assert found.status in {0, 1}


# Terminals, folders, Pythons.


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
        assert argmap(*words, PYTHONOPTIMIZE="2") == argmap(*words)


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
def test_git_is_told_of_unmerged_files_of_any_name(name: str, told: Any, here: Path) -> None:
    """Of these it gives the name alone."""
    os.environ["GIT_DIFF_PATH_COUNTER"] = "1"
    try:
        result = told("diff", name)
    finally:
        del os.environ["GIT_DIFF_PATH_COUNTER"]
    assert (result.status, result.err) == (0, f"{name} is unmerged\n")
    assert [entry.name for entry in here.iterdir()] == ["map.yaml"]


# Editors.


@pytest.mark.parametrize("editor", [" ", "", "\t"])
def test_an_editor_without_a_name_is_none(editor: str, here: Path) -> None:
    """The next one is taken: here vi, as it was put in the path."""
    (here / "vi").write_text("#!/bin/sh\nsed -i 's/text: .*/text: Written./' \"$1\"\n")
    (here / "vi").chmod(0o755)
    path = f"{here}:{os.environ['PATH']}"
    done = argmap("add", "map.yaml", "x", "--edit", cwd=here, VISUAL="", EDITOR=editor, PATH=path)
    assert done.status == 0, done.err
    assert "Written." in (here / "map.yaml").read_text()


@pytest.mark.parametrize(
    ("editor", "name"),
    [
        ("C:\\bin\\ed.exe", "C:\\bin\\ed.exe"),
        ('"C:\\my bin\\ed.exe" -w', "C:\\my bin\\ed.exe"),
        ("{here}/my ed", "{here}/my ed"),
        ("'{here}/my ed' -w", "{here}/my ed"),
    ],
)
def test_an_editor_may_have_any_path(editor: str, name: str, here: Path) -> None:
    """One of Windows, whose backslashes quote nothing, and one with a space."""
    program = here / name.format(here=here).removeprefix(f"{here}/")
    program.write_text(
        "#!/bin/sh\nfor last; do :; done; sed -i 's/text: .*/text: Written./' \"$last\"\n"
    )
    program.chmod(0o755)
    path = f"{here}:{os.environ['PATH']}"
    given = editor.format(here=here)
    done = argmap("add", "x", "--edit", "-m", "map.yaml", cwd=here, EDITOR=given, PATH=path)
    assert done.status == 0, done.err
    assert "Written." in (here / "map.yaml").read_text()


def test_what_is_shown_alone_is_kept(here: Path) -> None:
    """After --dry-run nothing is in the map, so the text stays where it was written."""
    temporary = here / "temporary"
    temporary.mkdir()
    words = ["add", "map.yaml", "x", "--edit", "--dry-run"]
    editor = "sed -i 's/text: .*/text: Written./'"
    done = argmap(*words, cwd=here, EDITOR=editor, TMPDIR=str(temporary))
    (kept,) = temporary.iterdir()
    assert (done.status, f"what you wrote is kept in {kept}" in done.err) == (0, True)
    assert "Written." in kept.read_text()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_does_not_end_an_editor(number: signal.Signals, here: Path) -> None:
    """Keys that end a command are the editor's; other ends leave it, and say where the text is."""
    editor = here / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, signal, sys, time\n"
        "for each in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):\n"
        "    assert signal.getsignal(each) is not signal.SIG_IGN\n"
        "    signal.signal(each, signal.SIG_IGN)\n"
        f"pathlib.Path({str(here / 'begun')!r}).touch()\ntime.sleep(1)\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text().replace('text:', 'text: Written.'))\n"
        f"pathlib.Path({str(here / 'ended')!r}).touch()\n"
    )
    editor.chmod(0o755)
    temporary = here / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(
        [*COMMAND, "add", "x", "--edit", "-m", "map.yaml"],
        cwd=here,
        stderr=subprocess.PIPE,
        env=environment(EDITOR=str(editor), TMPDIR=str(temporary)),
        start_new_session=True,
        preexec_fn=hear_everything,  # noqa: PLW1509 there are no threads here
    )
    wait_for(here / "begun")
    is_key = number in {signal.SIGINT, signal.SIGQUIT}
    if is_key:
        os.killpg(process.pid, number)  # as a terminal does
    else:
        process.send_signal(number)
    _, said = process.communicate(timeout=30)
    wait_for(here / "ended")
    if is_key:
        assert process.returncode == 0, said
        assert "Written." in (here / "map.yaml").read_text()
        assert not list(temporary.iterdir())
    else:
        assert process.returncode == -number
        (kept,) = temporary.iterdir()
        assert f"what you wrote is kept in {kept}" in said.decode()
        assert "Written." in kept.read_text()
        assert (here / "map.yaml").read_text() == TEXT


def hear_everything() -> None:
    """Undo what whoever runs the tests may have had ignored, as nohup does."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def wait_for(path: Path) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.02)


# What is too big, and what is ended.


@pytest.mark.parametrize("name", sorted({*WORDS} - EDITING))
def test_what_has_no_end_is_refused(
    name: str, here: Path, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device that never ends is read up to a limit, which is said; so is a file beyond it."""
    monkeypatch.setattr(files, "MOST_BYTES", 3 << 20)
    (here / "huge.yaml").touch()
    os.truncate(here / "huge.yaml", 1 << 40)
    for path in ("/dev/zero", "huge.yaml"):
        result = told(name, *WORDS[name].split(), "-m", path)
        assert (result.status, result.out) == (2, "")
        assert "has more than the 3 MB that argmap reads" in result.err


def test_the_real_limit_holds_too() -> None:
    """It is far above a map of a million claims, and far below what ends a machine."""
    assert files.MOST_BYTES >= 500_000_000
    result = argmap("list", "-m", "/dev/zero")
    assert result.status == 2
    assert "has more than the 512 MB" in result.err


def test_too_little_memory_is_said(here: Path) -> None:
    """Not with a traceback."""
    (here / "big.json").write_text(json.dumps({"argmap": 1, "claims": {"a": "x" * 60_000_000}}))
    script = (
        "import resource, sys\nfrom argmap.cli import run\n"
        "resource.setrlimit(resource.RLIMIT_AS, (240 << 20, 240 << 20))\n"
        "sys.exit(run(['list', '-m', 'big.json']))\n"
    )
    done = python(script, here)
    assert (done.returncode, done.stdout) == (2, "")
    assert "out of memory" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_command_that_is_ended_leaves_no_graphviz(number: signal.Signals, here: Path) -> None:
    """What draws for it ends with it, and nothing is written."""
    (here / "dense.json").write_text(json.dumps(_dag(24)))
    process = subprocess.Popen(
        [*COMMAND, "export", "-m", "dense.json", "-o", "map.svg"],
        cwd=here,
        stderr=subprocess.DEVNULL,
        env=environment(),
        preexec_fn=hear_everything,  # noqa: PLW1509 there are no threads here
    )
    end = time.monotonic() + 20
    while not (children := drawing(process.pid)):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(number)
    process.wait(timeout=20)
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    while any(is_running(child) for child in children):
        assert time.monotonic() < end, "it is running still"
        time.sleep(0.02)
    assert not (here / "map.svg").exists()


def _dag(size: int) -> dict[str, Any]:
    """Return a map that Graphviz is busy with for minutes."""
    claims = {f"c{number}": f"Claim {number}." for number in range(size)}
    pairs = [(a, b) for a, b in product(range(size), repeat=2) if b < a]
    return {
        "argmap": 1,
        "claims": claims,
        "relations": [{"from": f"c{a}", "supports": f"c{b}"} for a, b in pairs],
    }


def drawing(parent: int) -> list[int]:
    """Return the processes that draw for another, once they are at it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text()
            words = (entry / "cmdline").read_text()
        except OSError:
            continue
        if int(status.rpartition(")")[2].split()[1]) == parent and "child.py" in words:
            found.append(int(entry.name))
    return found


def is_running(process: int) -> bool:
    """Return whether a process is there, and not only waits to be counted."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_limits_are_said(here: Path, told: Any) -> None:
    """Where something is left out for its number, that is printed, and how to see more."""
    for shape in ("ladder", "standoffs"):
        (here / f"{shape}.json").write_text(json.dumps(SHAPES[shape]()))
    tree = told("tree", "--no-dedupe", "-m", "ladder.json", "-f", "text")
    assert len(tree.out.splitlines()) == 1002
    assert "(-) cut off: --limit shows more" in tree.out
    assert "(-)" not in told("tree", "-m", "ladder.json").out
    few = told("tree", "--no-dedupe", "-m", "ladder.json", "--limit", "3", "--json")
    assert few.out.count('"mark": "limit"') == 1
    assert few.out.count('"claim"') == 3
    words = ["evaluate", "--all", "--semantics", "complete", "-m", "standoffs.json"]
    assert "there are more complete extensions: raise --limit" in told(*words).err
    assert json.loads(told(*words, "--json").out)["more"] is True
    assert len(json.loads(told(*words, "--json", "-n", "7").out)["extensions"]) == 7
    relations = [{"from": "c", "attacks": "b"}, {"from": "b", "attacks": "a"}]
    data = {"argmap": 1, "claims": dict.fromkeys("abc", "Text."), "relations": relations}
    (here / "defended.json").write_text(json.dumps(data))
    sets = ["cruxes", "a", "-m", "defended.json"]
    found = json.loads(told(*sets, "--json").out)
    assert (len(found["sets"]), found["more"]) == (2, 0)
    found = json.loads(told(*sets, "--json", "--limit", "1").out)
    assert (len(found["sets"]), found["more"]) == (1, 1)
    assert "1 more set: raise --limit to see them" in told(*sets, "--limit", "1").err
