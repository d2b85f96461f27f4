"""The entries of a mapping or sequence: where each is, and putting in and taking out some.

Entries in brackets are separated by commas; others have lines of their own, and
comments that are indented deeper than the entry above them belong to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from argmap.editing.yaml_text._gaps import after_gap, has_comment, is_blank, sign
from argmap.editing.yaml_text._nodes import Node
from argmap.editing.yaml_text._removal import Span, take_out
from argmap.editing.yaml_text._splices import Splices

Entry = list[str]  # its lines, without the indentation of the collection


def head(splices: Splices, node: Node, index: int) -> int:
    """Return where an entry starts: at its key or item, or at the sign before it."""
    text = splices.text
    start = (node.keys or node.items)[index].start
    at = after_gap(text, end(node, index - 1)) if index else node.body(text)
    if node.is_flow:
        at = after_gap(text, at + 1)
    return at if at < start and text[at] in "?-" else start


def end(node: Node, index: int) -> int:
    """Return where an entry ends, without a comma or comment after it."""
    item = node.items[index]
    return max(item.end, node.keys[index].end) if node.keys else item.end


def tail(splices: Splices, node: Node, index: int) -> int:
    """Return where the lines of an entry end, or in brackets where its value does."""
    at = end(node, index)
    if node.is_flow:
        return at
    at = splices.line_end(at)
    depth = len(splices.before(head(splices, node, index)))
    while (below := splices.next_line(at)) is not None:
        line = splices.rest(below)
        is_comment = line.lstrip().startswith("#")
        if not is_comment or len(line) - len(line.lstrip()) <= depth:
            break
        at = splices.line_end(below)
    return at


def colon(splices: Splices, node: Node, index: int) -> int:
    """Return the place after the colon that follows a key, or after a key that has none."""
    key_end = node.keys[index].end
    at = sign(splices.text, key_end, ":")
    return key_end if at is None else at + 1


def edit_entries(
    splices: Splices,
    node: Node,
    removed: Collection[int] = (),
    added: Mapping[int, list[Entry]] | None = None,
) -> None:
    """Take entries out of a collection and put others in, each after the one of its index.

    Those at -1 come before the first. A block collection that loses all of its
    entries needs brackets besides.
    """
    gone = set(removed)
    put: dict[int, list[Entry]] = {}
    for index, entries in (added or {}).items():
        at = next((i for i in range(index, -1, -1) if i not in gone), -1)
        put.setdefault(at, []).extend(entries)
    if node.is_flow:
        _Brackets(splices, node, gone, put).edit()
        return
    for index, entries in put.items():
        for lines in entries:
            _add_lines(splices, node, index, lines)
    for index in sorted(gone):
        _remove_lines(splices, node, index, gone)


def _add_lines(splices: Splices, node: Node, index: int, lines: Entry) -> None:
    start = head(splices, node, max(index, 0))
    column = splices.column(start)
    written = [column + line for line in lines]
    if index < 0:
        splices.add_lines_above(start, written)
        return
    if (
        index > 0
        and len(lines) > 1
        and _follows_blank_line(splices, start)
        and not node.items[index].keeps_line_ends(splices.text)
    ):
        written = ["", *written]
    splices.add_lines(tail(splices, node, index), written)


def _follows_blank_line(splices: Splices, start: int) -> bool:
    above = splices.line_before(start)
    return above is not None and splices.is_blank_line(above)


def _remove_lines(splices: Splices, node: Node, index: int, gone: set[int]) -> None:
    """Take out the lines of an entry, and a blank one that separates nothing any more."""
    start = head(splices, node, index)
    if splices.before(start).strip():  # in the line of the dash or colon of what it is in
        stop = end(node, index)
        is_followed = index + 1 < len(node.items) and index + 1 not in gone
        following = head(splices, node, index + 1) if is_followed else stop
        if is_followed and not has_comment(splices.text, stop, following):
            splices.replace(start, following, "")  # the next entry moves there
        else:
            take_out(splices, [(start, stop)])
        return
    last = tail(splices, node, index)
    above, below = splices.line_before(start), splices.next_line(last)
    before = next((i for i in range(index - 1, -1, -1) if i not in gone), None)
    if before is not None and node.items[before].keeps_line_ends(splices.text):
        # Blank lines after it would become a part of what that one says.
        while below is not None and splices.is_blank_line(below):
            last, below = below, splices.next_line(below)
    elif above is not None and splices.is_blank_line(above):
        separates_nothing = index - 1 in gone or splices.is_blank_line(below)
        start = above if separates_nothing else start
    splices.remove_lines(start, last)


class _Brackets:
    """Edits the entries in brackets, and the commas between them."""

    def __init__(
        self, splices: Splices, node: Node, gone: set[int], added: Mapping[int, list[Entry]]
    ) -> None:
        self.splices = splices
        self.text = splices.text
        self.node = node
        self.gone = gone
        self.added = added
        self.last = max((i for i in range(len(node.items)) if i not in gone), default=-1)
        self.is_trailing = bool(node.items) and self.comma(len(node.items) - 1) is not None

    def comma(self, index: int) -> int | None:
        """Return where the comma after an entry is; None where there is none."""
        return sign(self.text, end(self.node, index), ",")

    def edit(self) -> None:
        """Put in what is added, and take out what is gone."""
        is_comma_needed = False
        for index, entries in self.added.items():
            on_lines = self._add(index, entries)
            is_comma_needed |= on_lines and index == self.last
        if not self.gone:
            return
        spans = [span for index in sorted(self.gone) for span in self._spans(index)]
        if 0 <= self.last < len(self.node.items) - 1 and not (self.is_trailing or is_comma_needed):
            spans = self._without_last_comma(spans)
        elif (
            self.last < 0
            and not self.added
            and not has_comment(self.text, self.node.start, self.node.end)
        ):
            spans = [(self.node.body(self.text) + 1, self.node.end - 1)]
        take_out(self.splices, spans)

    def _spans(self, index: int) -> list[Span]:
        """Return what to take out with an entry: itself, its comma and what is between."""
        start, at = head(self.splices, self.node, index), end(self.node, index)
        comma = self.comma(index)
        if comma is None:
            return [(start, at)]
        if has_comment(self.text, self.splices.line_end(at), comma):  # on a line of its own
            return [(start, at), (comma, comma + 1)]
        return [(start, comma + 1)]

    def _without_last_comma(self, spans: list[Span]) -> list[Span]:
        """Return what to take out with the comma after the last entry that stays."""
        comma = self.comma(self.last)
        if comma is None:
            return spans
        first = head(self.splices, self.node, self.last + 1)
        at = end(self.node, len(self.node.items) - 1)
        is_closed = self.splices.line_end(at) >= self.node.end
        if is_closed and not self.text[comma + 1 : first].strip():
            return [*(span for span in spans if span[1] <= comma), (comma, at)]
        return [*spans, (comma, comma + 1)]

    def _add(self, index: int, entries: list[Entry]) -> bool:
        """Put entries in after one; return whether they are on lines of their own."""
        node, splices = self.node, self.splices
        if index < 0:
            inline = ", ".join(map(_joined, entries)) + (", " if self.last >= 0 else "")
            splices.insert(head(splices, node, 0), inline)
            return False
        comma, at = self.comma(index), end(node, index)
        start = head(splices, node, index)
        if splices.before(start).strip():
            splices.insert(at, "".join(f", {_joined(entry)}" for entry in entries))
            return False
        column = splices.column(start)
        after = at if comma is None else comma + 1
        if not is_blank(splices.rest(after)):
            has_lines = comma is None and not has_comment(self.text, at, splices.line_end(at))
            separator = f",\n{column}" if has_lines else ", "
            splices.insert(at, "".join(separator + _joined(lines) for lines in entries))
            return False
        if comma is None:
            splices.insert(at, ",")
        written = [column + _joined(lines) + "," for lines in entries]
        if index == self.last and not self.is_trailing:
            written[-1] = written[-1][:-1]
        splices.add_lines(after, written)
        return True


def _joined(lines: Entry) -> str:
    return " ".join(line.strip() for line in lines)
