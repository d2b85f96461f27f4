"""``argmap set``: fields of a claim."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support import in_terminal
from support.edits import check_edit, check_note, edit, refusal

EDITS = {
    "set-short": ("set", "health", "label=Health", "at=3"),
    "set-folded": ("set", "open-in-winter", "text=The pool should stay open.", "voice="),
    "set-list": ("set", "heating", "text=It's dear.", "at=7,8-9", "kind=cost"),
    "set-places": ("set", "heating", "at=II.4, 3 – 4, 1.10, no"),
    "set-braces": ("set", "demand", "tags=", "weight=0.5", "implicit=true"),
}


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_meant_change(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    matches(name, check_edit(pool, EDITS[name]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("set health", "there is nothing to set"),
        ("set health label", "is not FIELD=VALUE"),
        ("set health labl=x", "did you mean 'label'?"),
        ("set health text=", "a claim needs a text"),
        ("set health implicit=perhaps", "implicit must be true or false"),
        ("set helth label=x", "did you mean 'health'?"),
        ("set health at=9999999999999999999", "at must be at most 999,999,999"),
        ("set health at=II.4,3-", "at must not begin or end with a dash"),
        ("set health note=\udcff", "note is not UTF-8: it has the byte 0xff"),
    ],
)
def test_what_cannot_be_is_refused(words: str, said: str, pool: Path) -> None:
    assert said in refusal(pool, words)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("set health voice=nobody", "voices does not say who 'nobody' is"),
        ("set health voice=town", ""),
    ],
)
def test_what_may_not_be_meant_is_noted(words: str, note: str, pool: Path) -> None:
    check_note(pool, words, note)


def test_a_diff_on_a_terminal(
    pool: Path, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pool.parent)
    words = ("set", "health", "label=Health", "-m", "pool.yaml", "--dry-run")
    shown = in_terminal(*words, columns=80)
    matches("set-dry-run-80", shown)
    assert "\x1b[32m" in shown
    assert "\x1b[32m" not in in_terminal(*words, NO_COLOR="1")


def test_what_is_so_already_changes_nothing(pool: Path) -> None:
    os.utime(pool, (1, 1))
    result = edit(pool, "set", "solar", "voice=club")
    assert (result.status, result.err) == (0, "nothing to change: pool.yaml already says so\n")
    assert pool.stat().st_mtime == 1
