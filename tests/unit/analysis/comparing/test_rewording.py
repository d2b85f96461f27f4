"""What was said and is said otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples

from argmap.analysis.comparing.rewording import Part, reworded

laws = examples(25)


@laws
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_are_both_wordings(old: str, new: str) -> None:
    pieces = reworded(old, new)
    assert "".join(text for part, text in pieces if part is not Part.NEW) == old
    assert "".join(text for part, text in pieces if part is not Part.OLD) == new


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one two three", "one two three", "one two three"),
        ("we open on Sundays.", "we open on Saturdays.", "we open on [Sundays]{Saturdays}."),
        ("it may, or may not", "it may not", "it[ may, or] may not"),
        ("all of this", "nothing like it", "[all of this]{nothing like it}"),
        ("图书馆周日开放", "图书馆周六开放", "图书馆周[日]{六}开放"),
    ],
)
def test_rewording(old: str, new: str, shown: str) -> None:
    marks = {Part.BOTH: "{}", Part.OLD: "[{}]", Part.NEW: "{{{}}}"}
    assert "".join(marks[part].format(text) for part, text in reworded(old, new)) == shown
