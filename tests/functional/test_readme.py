"""Every example in the README does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from support import ROOT, argmap, environment
from support.examples import blocks, hold, refreshed

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_do_what_the_readme_says(tmp_path: Path) -> None:
    """As in a terminal of 80 columns; its set-up commands are run by CI, not here."""
    skipped = frozenset({"sh", "python"})
    hold(ROOT / "README.md", refreshed(README, tmp_path, 80, skipped=skipped))


def test_it_is_short() -> None:
    lines = README.splitlines()
    assert len(lines) <= 150
    assert max(map(len, lines)) <= 130


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


def test_the_picture_beside_the_map_is_of_that_map(tmp_path: Path) -> None:
    (text,) = blocks(README, "yaml")
    (tmp_path / "library.yaml").write_text(text, encoding="utf-8")
    words = ["--layout", "page", "--width", "320", "-o", "library.svg"]
    assert argmap("export", "-q", "-m", "library.yaml", *words, cwd=tmp_path).status == 0
    stored = ROOT / "tests" / "snapshots" / "library.svg"
    assert (tmp_path / "library.svg").read_bytes() == stored.read_bytes()


def test_the_readme_names_both_set_up_commands() -> None:
    set_up, test = blocks(README, "sh")
    assert set_up.endswith(".venv/bin/argmap overview\n")
    assert "pytest" in test
