"""Every example in the README does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, argmap, environment
from support.examples import blocks, console_examples

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "expected"), console_examples(README), ids=lambda v: v[:40])
def test_console_example(command: str, expected: str, tmp_path: Path) -> None:
    program, *arguments = command.split()
    assert program == "argmap"
    (library,) = blocks(README, "yaml")
    (tmp_path / "library.yaml").write_text(library, encoding="utf-8")
    result = argmap(*arguments, cwd=tmp_path)
    assert result.status == 0
    assert result.out + result.err == expected


def test_the_map_in_the_readme_is_a_map(tmp_path: Path) -> None:
    (text,) = blocks(README, "yaml")
    (tmp_path / "library.yaml").write_text(text, encoding="utf-8")
    result = argmap("tree", "library.yaml", cwd=tmp_path)
    assert result.status == 0
    assert "⊘ Volunteers have offered to staff it." in result.out
    checked = argmap("evaluate", "--check", "-m", "library.yaml", cwd=tmp_path)
    assert (checked.status, checked.err) == (0, "1 expectation met\n")


def test_the_python_in_the_readme_runs() -> None:
    (code,) = blocks(README, "python")
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    first, status, nodes = done.stdout.splitlines()
    assert status == "undecided"
    assert first.startswith("supports ['western-interest', 'alliance-threat'")
    assert int(nodes) > 100


def test_the_picture_is_what_the_command_draws() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from support.picture import picture; print(picture())"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}"),
    )
    stored = (ROOT / "tests" / "snapshots" / "tree.svg").read_text(encoding="utf-8")
    assert done.stdout == stored + "\n"


def test_the_picture_of_the_map_is_of_the_map_as_it_is(tmp_path: Path) -> None:
    """Where cards stand depends on the fonts of a machine; what they say does not."""
    drawn = tmp_path / "map.svg"
    assert argmap("export", "-o", str(drawn)).status == 0
    stored = ROOT / "tests" / "snapshots" / "map.svg"
    now, then = (
        re.findall(r'data-(?:claim|relation)="[^"]*"|<title[^<]*<', path.read_text("utf-8"))
        for path in (drawn, stored)
    )
    assert len(now) > 200
    assert now == then


def test_the_readme_names_both_set_up_commands() -> None:
    set_up, test = blocks(README, "sh")
    assert set_up.endswith(".venv/bin/argmap tree\n")
    assert "pytest" in test
