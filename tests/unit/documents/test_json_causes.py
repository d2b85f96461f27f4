"""What is not JSON is reported once, at the place that a person has to mend, with its cause."""

from __future__ import annotations

import pytest
from support.traps import JSON, Trap, first_errors


@pytest.mark.parametrize("trap", JSON, ids=lambda trap: trap.words)
def test_what_is_not_json_is_named(trap: Trap) -> None:
    ((line, column, words),) = first_errors(trap.text, "json")
    assert (line, column) == trap.place, words
    assert trap.words in words
