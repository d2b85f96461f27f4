"""The comments of a YAML text, and those that a merge has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yaml import YAMLError

from argmap.formats._editing.nodes import Node, compose

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n\r]*", re.MULTILINE)


class Comment(NamedTuple):
    """What a comment says, from its sign to the end of its line, and the line, from 1."""

    line: int
    text: str


def comments(text: str) -> list[Comment]:
    """Return the comments of a YAML text in their order; none of what is not YAML."""
    try:
        root = compose(text)
    except (YAMLError, ValueError):
        return []
    found = []
    line, counted = 1, 0
    for start, end in _between_scalars(root, len(text)):
        for match in _COMMENT.finditer(text, start, end):
            line += text.count("\n", counted, match.start())
            counted = match.start()
            found.append(Comment(line, match.group().rstrip()))
    return found


def _between_scalars(root: Node, length: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between the scalars of a text: only there can a comment be."""
    at = 0
    left = [root]
    while left:
        node = left.pop()
        if node.is_collection:
            inner = [*node.keys, *node.items]
            left += sorted(inner, key=lambda each: -each.start)
        else:
            yield at, node.start
            at = node.end
    yield at, length


def lost_comments(result: str, base: str, ours: str, theirs: str) -> list[tuple[str, Comment]]:
    """Return the comments that should be in a merged text and are not, ``ours`` or ``theirs``.

    Comments are merged as all else is: one that a side added, or that both
    kept, belongs in the result; one of the base that a side took out does not.
    """
    was, own, other = (_counted(comments(text)) for text in (base, ours, theirs))
    left = _counted(comments(result))
    lost = []
    for name, side, text in (("ours", own, ours), ("theirs", other, theirs)):
        missing = Counter({key: _wanted(was[key], own[key], other[key]) for key in side})
        missing -= left
        for comment in comments(text) if missing else ():
            if missing[comment.text] > 0:
                missing[comment.text] -= 1
                left[comment.text] += 1
                lost.append((name, comment))
    return lost


def _counted(found: Sequence[Comment]) -> Counter[str]:
    return Counter(comment.text for comment in found)


def _wanted(base: int, ours: int, theirs: int) -> int:
    if base in {ours, theirs}:
        return theirs if ours == base else ours
    return max(ours, theirs) if max(ours, theirs) > base else min(ours, theirs)
