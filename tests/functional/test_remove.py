"""``argmap remove``: a claim less."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.edits import check_edit, refusal

EDITS = {
    "remove-ground": ("remove", "solar", "--cascade"),
    "remove-root": ("remove", "open-in-winter", "--cascade"),
}


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_meant_change(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    matches(name, check_edit(pool, EDITS[name]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "remove heating",
            "2 relations ('heating/open-in-winter' and 'solar/heating/open-in-winter')",
        ),
        ("remove open-in-winter", "3 relations"),
        ("remove solar", "1 relation ('solar/heating/open-in-winter') and 2 expectations"),
        ("remove healthy", "did you mean 'health'?"),
    ],
)
def test_what_cannot_be_is_refused(words: str, said: str, pool: Path) -> None:
    assert said in refusal(pool, words)
