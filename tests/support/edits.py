"""Edits of a map file with comments and many manners of writing."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from support import ROOT, Result, argmap

COMMENTED = (ROOT / "tests" / "functional" / "maps" / "commented.yaml").read_text(encoding="utf-8")


def edit(path: Path, *words: str, **env: str) -> Result:
    """Run a command on a file beside which it is run."""
    return argmap(*words, "-m", path.name, cwd=path.parent, **env)


def changed(path: Path, before: str = COMMENTED) -> list[str]:
    """Return the lines that went and came, as a diff has them."""
    after = path.read_text(encoding="utf-8")
    rows = unified_diff(before.splitlines(), after.splitlines(), lineterm="")
    return [row for row in rows if row[0] in "+-" and row[:3] not in {"+++", "---"}]


def check_edit(pool: Path, words: Sequence[str]) -> str:
    """Make an edit; return what --dry-run shows and what the edit says.

    What is shown is the difference that the edit makes.
    """
    shown = edit(pool, *words, "--dry-run")
    assert pool.read_text(encoding="utf-8") == COMMENTED
    assert (shown.status, shown.err) == (0, "")
    done = edit(pool, *words)
    assert (done.status, done.out) == (0, "")
    rows = [row for row in shown.out.splitlines() if row[:1] in {"+", "-"}]
    assert rows[2:] == changed(pool)
    return shown.out + done.err


def refusal(pool: Path, words: str) -> str:
    """Return what is said of an edit that is refused and changes nothing."""
    result = edit(pool, *words.split(" "))
    assert (result.status, result.out) == (2, "")
    assert pool.read_text(encoding="utf-8") == COMMENTED
    return result.err


def check_note(pool: Path, words: str, note: str) -> None:
    """Make an edit that comes with a note, or with none."""
    expected = [f"note: {note}"] if note else []
    shown = edit(pool, *words.split(" "), "--dry-run")
    assert (shown.status, shown.err.splitlines()) == (0, expected)
    done = edit(pool, *words.split(" "))
    assert (done.status, done.err.splitlines()[1:]) == (0, expected)
