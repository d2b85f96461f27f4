"""``argmap rename``: another id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.edits import check_edit, check_note, refusal

EDITS = {
    "rename-claim": ("rename", "heating", "cost"),
    "rename-step": ("rename", "heating/open-in-winter", "cost-step"),
}


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_meant_change(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    matches(name, check_edit(pool, EDITS[name]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("rename healthy fit", "did you mean 'health'?"),
        ("rename health solar", "there is a claim 'solar' already"),
        ("rename health need", "there is a relation 'need' already"),
        ("rename health a\tb", "white space or control characters"),
    ],
)
def test_what_cannot_be_is_refused(words: str, said: str, pool: Path) -> None:
    assert said in refusal(pool, words)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("rename solar sun", ""),
    ],
)
def test_what_may_not_be_meant_is_noted(words: str, note: str, pool: Path) -> None:
    check_note(pool, words, note)
