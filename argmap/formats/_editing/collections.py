"""Putting entries into a mapping or sequence of a text, and taking them out.

Entries in brackets are parted by commas; others have lines of their own, and
comments that are indented deeper than an entry above them go with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from argmap.formats._editing.nodes import Node, Shape
from argmap.formats._editing.splices import Splices

_QUESTION = re.compile(r"(.*?)\?\s+")


def head(splices: Splices, node: Node, index: int) -> int:
    """Return where an entry starts: at its key or item, or at the sign before it."""
    if node.shape is Shape.MAPPING:
        start = node.keys[index].start
        if not node.is_flow and (found := _QUESTION.fullmatch(splices.before(start))):
            return splices.line_start(start) + len(found[1])
        return start
    start = node.items[index].start
    return start if node.is_flow else _dash(splices, start)


def _dash(splices: Splices, item: int) -> int:
    """Return where the dash before an item of a block sequence is."""
    at = splices.line_start(item)
    before = splices.text[at:item]
    while not before.rstrip().endswith("-"):
        # It stands alone, with the item and perhaps comments in the lines below it.
        end = splices.line_end_before(at)
        if end is None:
            return item
        at = splices.line_start(end)
        before = splices.text[at:end].split("#", 1)[0]
    return at + before.rindex("-")


def tail(splices: Splices, node: Node, index: int) -> int:
    """Return where the lines of an entry end, or in brackets where its value does."""
    item = node.items[index]
    end = max(item.end, node.keys[index].end) if node.keys else item.end
    if node.is_flow:
        return end
    end = splices.line_end(end)
    depth = len(splices.before(head(splices, node, index)))
    while (following := splices.next_line(end)) is not None:
        line_end = splices.line_end(following)
        line = splices.text[following:line_end]
        is_comment = line.lstrip().startswith("#")
        if not is_comment or len(line) - len(line.lstrip()) <= depth:
            break
        end = line_end
    return end


def colon(splices: Splices, node: Node, index: int) -> int:
    """Return the place after the colon that follows a key."""
    return splices.text.index(":", node.keys[index].end) + 1


def insert_entry(splices: Splices, node: Node, index: int, lines: list[str]) -> None:
    """Put an entry after another of a collection that has some.

    In brackets it is put in the same line, unless the other begins its line.
    """
    start = head(splices, node, index)
    column = splices.column(start)
    at = tail(splices, node, index)
    if not node.is_flow:
        is_parted = index > 0 and _is_blank_before(splices, start)
        text = f"\n{column}".join(["", *lines])
        splices.insert(at, "\n" + text if is_parted and len(lines) > 1 else text)
    elif splices.before(start).strip() or splices.line_start(start) == 0:
        splices.insert(at, ", " + " ".join(line.strip() for line in lines))
    else:
        splices.insert(at, f",\n{column}" + f"\n{column}".join(lines))


def _is_blank_before(splices: Splices, at: int) -> bool:
    before = splices.line_end_before(at)
    return before is not None and not splices.text[splices.line_start(before) : before].strip()


def remove_entries(splices: Splices, node: Node, indexes: Collection[int]) -> None:
    """Take entries out of a collection in which some stay, or which is in brackets."""
    gone = set(indexes)
    stay = [index for index in range(len(node.items)) if index not in gone]
    last = stay[-1] if stay else -1
    for index in sorted(gone):
        start = head(splices, node, index)
        if not node.is_flow:
            _remove_lines(splices, node, index, after_another=index - 1 in gone)
        elif index < last:
            splices.replace(start, head(splices, node, index + 1), "")
        elif index == last + 1:  # the first of those after the last that stays
            start = tail(splices, node, last) if stay else start
            splices.replace(start, tail(splices, node, len(node.items) - 1), "")


def _remove_lines(splices: Splices, node: Node, index: int, *, after_another: bool) -> None:
    """Take out the lines of an entry, and a blank one that would part nothing any more."""
    start, end = head(splices, node, index), tail(splices, node, index)
    if splices.before(start).strip():  # in the line of the dash of what it is in
        splices.replace(start, head(splices, node, index + 1), "")
        return
    before, after = splices.line_end_before(start), splices.next_line(end)
    if before is None:
        splices.replace(0, end if after is None else after, "")
        return
    is_blank_after = after is None or not splices.text[after : splices.line_end(after)].strip()
    if (is_blank_after or after_another) and _is_blank_before(splices, start):
        before = splices.line_end_before(before)
    splices.replace(0 if before is None else before, end, "")
