"""``argmap unlink``: a relation less."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.edits import check_edit, refusal

EDITS = {
    "unlink-step": ("unlink", "heating/open-in-winter", "--cascade"),
}


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_meant_change(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    matches(name, check_edit(pool, EDITS[name]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("unlink heating/open-in-winter", "1 relation ('solar/heating/open-in-winter')"),
        ("unlink solar", "'solar' is a claim"),
        ("unlink nede", "did you mean 'need'?"),
    ],
)
def test_what_cannot_be_is_refused(words: str, said: str, pool: Path) -> None:
    assert said in refusal(pool, words)
