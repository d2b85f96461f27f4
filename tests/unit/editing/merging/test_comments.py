"""The comments of a merge: each as often as both sides want it."""

from __future__ import annotations

import pytest

from argmap.editing.merging.comments import SideComments, comments

MAP = "argmap: 1\nclaims:\n"


def text(*said: str) -> str:
    """Return a map in which each comment stands behind a claim of its own."""
    return MAP + "".join(f"  c{number}: Text.  # {each}\n" for number, each in enumerate(said))


def lost(base: str, ours: str, theirs: str, result: str) -> list[tuple[str, int, str]]:
    """Return side, line and words of each comment that a result lacks.

    A text is given by its comments, one a letter.
    """
    *sides, merged = (text(*each) for each in (base, ours, theirs, result))
    found = SideComments(*sides).lost(merged)
    return [(side, each.line, each.text) for side, each in found]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result", "expected"),
    [
        ("a", "ab", "ac", "abc", []),
        ("a", "ab", "ac", "ab", [("theirs", 4, "# c")]),
        ("a", "ab", "ac", "a", [("ours", 4, "# b"), ("theirs", 4, "# c")]),
        ("ab", "a", "abc", "ac", []),  # what one side took out may go
        ("ab", "a", "abc", "c", [("ours", 3, "# a")]),
        # The same comment twice is two comments.
        ("a", "aa", "ab", "ab", [("ours", 3, "# a")]),
        ("a", "aa", "ab", "aab", []),
        ("aa", "aa", "aab", "ab", [("ours", 3, "# a")]),
        ("a", "aab", "aac", "abc", [("ours", 3, "# a")]),  # both added it
        ("aaa", "ab", "aac", "abc", []),  # both took some out: as often as the fewer
        ("aaa", "ab", "aac", "bc", [("ours", 3, "# a")]),
        ("", "ab", "ac", "abc", []),
    ],
)
def test_what_a_result_lacks(
    base: str, ours: str, theirs: str, result: str, expected: list[tuple[str, int, str]]
) -> None:
    assert lost(base, ours, theirs, result) == expected


def test_comments_stand_between_scalars_alone() -> None:
    said = 'argmap: 1 # one\ntitle: "no # comment"\n# two  \nclaims:\n  a#b: x#y # three\n'
    assert comments(said) == [(1, "# one"), (3, "# two"), (5, "# three")]
    assert comments("argmap: 1\n") == []
