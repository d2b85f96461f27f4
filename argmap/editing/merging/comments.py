"""The comments of a YAML text, and those that a merge has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from argmap.documents.yaml_document import Parser

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n\r]*", re.MULTILINE)


class Comment(NamedTuple):
    """A comment, from its sign to the end of its line, and the number of the line, from 1."""

    line: int
    text: str


def comments(text: str) -> list[Comment]:
    """Return the comments of a YAML text in their order; raises YAMLError for what is not YAML."""
    found: list[Comment] = []
    if _COMMENT.search(text) is None:
        return found
    line, counted = 1, 0
    for start, end in _between_scalars(text):
        for match in _COMMENT.finditer(text, start, end):
            line += text.count("\n", counted, match.start())
            counted = match.start()
            found.append(Comment(line, match.group().rstrip()))
    return found


def _between_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield the gaps between the scalars of a text, the only place of comments."""
    parser: Any = Parser(text)
    at = 0
    kind: type | None = None
    while kind is not yaml.StreamEndEvent:
        event = parser.get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            start = event.start_mark.index
            if text.find("#", at, start) >= 0:
                yield at, start
            at = event.end_mark.index
    yield at, len(text)


class SideComments:
    """The comments of the three texts of a merge, found when they are first asked for."""

    def __init__(self, base: str, ours: str, theirs: str) -> None:
        """Take the texts, which are YAML or empty."""
        self.texts = base, ours, theirs

    @cached_property
    def _found(self) -> list[list[Comment]]:
        return [comments(text) for text in self.texts]

    def lost(self, result: str) -> list[tuple[str, Comment]]:
        """Return the comments that a merged YAML text should have and has not, by their side.

        Comments are merged as all else is: one that a side added, or that both
        kept, belongs in the result; one of the base that a side took out does not.
        """
        base, ours, theirs = self.texts
        if (result == ours and theirs in {base, ours}) or (result == theirs and ours == base):
            return []
        was, own, other = map(_counted, self._found)
        left = _counted(comments(result))
        lost = []
        for name, found in zip(("ours", "theirs"), self._found[1:], strict=True):
            for comment in found:
                text = comment.text
                if left[text] < _wanted(was[text], own[text], other[text]):
                    left[text] += 1
                    lost.append((name, comment))
        return lost


def _counted(found: list[Comment]) -> Counter[str]:
    return Counter(comment.text for comment in found)


def _wanted(base: int, ours: int, theirs: int) -> int:
    """Return how often a comment belongs in a merge, from how often the three texts have it."""
    if base in {ours, theirs}:
        return theirs if ours == base else ours
    return max(ours, theirs) if max(ours, theirs) > base else min(ours, theirs)
