"""``argmap link``: a relation more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.edits import check_edit, check_note, refusal

EDITS = {
    "link-claims": ("link", "health", "solar", "attacks", "heating", "--id", "both"),
    "link-step": ("link", "health", "supports", "need", "--note", "A remark."),
}


@pytest.mark.parametrize("name", EDITS)
def test_only_the_lines_meant_change(
    name: str, pool: Path, matches: Callable[[str, str], None]
) -> None:
    matches(name, check_edit(pool, EDITS[name]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("link health helps solar", "there is no verb 'helps'"),
        ("link health supports", "needs a premise, a verb and a target"),
        ("link heating attacks open-in-winter", "is there already"),
        ("link solar undercuts health", "only a relation can be undercut"),
        ("link health supports solar --note \t", "note must not be empty"),
    ],
)
def test_what_cannot_be_is_refused(words: str, said: str, pool: Path) -> None:
    assert said in refusal(pool, words)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("link solar supports solar", "'solar' supports itself"),
        ("link solar health attacks solar", "'solar' attacks itself"),
    ],
)
def test_what_may_not_be_meant_is_noted(words: str, note: str, pool: Path) -> None:
    check_note(pool, words, note)
