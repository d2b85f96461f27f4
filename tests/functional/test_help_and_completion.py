"""Every command explains itself, and a real bash completes its words."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from support import argmap, environment

import argmap as package
from argmap.cli import command_names

IN_TERMINALS = {"explore"}  # see test_explorer_terminal.py


@pytest.mark.parametrize("command", sorted({*command_names()} - IN_TERMINALS))
def test_every_example_in_the_help_works(command: str, tmp_path: Path) -> None:
    text = argmap(command, "--help").out
    examples = re.findall(r"^    argmap (.*)$", text.split("Examples:")[1], re.MULTILINE)
    assert len(examples) >= 2
    argmap("export", "-f", "json", "-o", "debate.json", cwd=tmp_path)
    argmap("export", "-o", "debate.yaml", cwd=tmp_path)  # for the commands that edit a file
    for example in examples:
        assert argmap(*shlex.split(example), cwd=tmp_path).status == 0, example


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("argmap tr", ["trace", "tree"]),
        ("argmap show cog", ["cognitive-community"]),
        ("argmap list --kind th", ["theory", "thesis"]),
        ("argmap list --voice chi", ["china-and-russia"]),
        ("argmap export -f gr", ["graphml"]),
        ("argmap tree -e su", ["supports"]),
        ("argmap trace --to no-s", ["no-split"]),
        ("argmap tree -m tests/functional/maps/library.yaml vol", ["volunteers"]),
        ("argmap rename -m tests/functional/maps/library.yaml nee", ["need"]),
        ("argmap show -m - cog", []),
    ],
)
def test_bash_completes(line: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent.parent)
    assert completions(line) == expected


def test_the_public_names_are_there() -> None:
    assert [name for name in dir(package) if not hasattr(package, name)] == []
