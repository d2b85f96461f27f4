"""Every command explains itself, and a real bash completes its words."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from support import argmap, argmap_process, environment

import argmap as package
from argmap.cli import command_names

IN_TERMINALS = {"explore"}  # see test_explore.py


COMMANDS = sorted({*command_names()} - IN_TERMINALS)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a folder with the maps that the examples name, and a text with some quotes."""
    for name in ("debate.json", "debate.yaml"):
        assert argmap("export", "-o", name, cwd=tmp_path).status == 0
    (tmp_path / "essay.md").write_text(ESSAY, encoding="utf-8")
    return tmp_path


ESSAY = "It is reluctant to become China's junior partner.\n\nIt takes patience.\n"


def examples(command: str) -> list[list[str]]:
    """Return the words of each example in the help of a command."""
    text = argmap(command, "--help").out
    found = re.findall(r"^    argmap (.*)$", text.split("Examples:")[1], re.MULTILINE)
    return [shlex.split(example) for example in found]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_in_the_help_works(command: str, here: Path) -> None:
    found = examples(command)
    assert len(found) >= 2
    for words in found:
        assert argmap(*words, cwd=here).status == 0, words


QUICK = {"critique", "set", "tree"}


@pytest.mark.parametrize(
    "command",
    [each if each in QUICK else pytest.param(each, marks=pytest.mark.slow) for each in COMMANDS],
)
def test_a_process_of_its_own_gives_the_same(command: str, here: Path) -> None:
    """Nothing that another command has imported is missing."""
    words = examples(command)[0]
    alone = argmap_process(*words, cwd=here)
    for path in here.iterdir():
        path.unlink()
    for name in ("debate.json", "debate.yaml"):
        argmap("export", "-o", name, cwd=here)
    assert alone == argmap(*words, cwd=here)


def completions(line: str) -> list[str]:
    """Return what bash offers at the end of a line."""
    script = f"""
    eval "$(argmap --show-completion bash)"
    COMP_WORDS=({line}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
    [[ "{line}" == *" " ]] && {{ COMP_WORDS+=(""); COMP_CWORD=$((COMP_CWORD + 1)); }}
    COMP_LINE="{line}"; COMP_POINT=${{#COMP_LINE}}
    function_name=$(complete -p argmap | sed 's/.*-F \\([^ ]*\\).*/\\1/')
    "$function_name" argmap
    printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment(PATH=path),
    )
    return done.stdout.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("argmap tr", ["trace", "tree"]),
        ("argmap show cog", ["cognitive-community"]),
        ("argmap list --kind th", ["theory", "thesis"]),
        ("argmap add a A. --kind con", ["concession", "context"]),
        ("argmap list --voice chi", ["china-and-russia"]),
        ("argmap export -f gr", ["graphml"]),
        ("argmap tree -e su", ["supports"]),
        ("argmap guide wr", ["writing"]),
        ("argmap trace --to no-s", ["no-split"]),
        ("argmap tree -m tests/functional/maps/library.yaml vol", ["volunteers"]),
        ("argmap rename -m tests/functional/maps/library.yaml nee", ["need"]),
        ("argmap show -m - cog", []),
    ],
)
def test_bash_completes(line: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent.parent)
    assert completions(line) == expected


def test_bash_completes_the_kinds_of_a_map_too(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    file.write_text("argmap: 1\nclaims: {a: {text: A., kind: contention}}\n", encoding="utf-8")
    offered = completions(f"argmap add b B. -m {file} --kind con")
    assert offered == ["concession", "context", "contention"]
    assert completions(f"argmap list -m {file} --kind con") == ["contention"]


def test_the_public_names_are_there() -> None:
    assert [name for name in dir(package) if not hasattr(package, name)] == []
