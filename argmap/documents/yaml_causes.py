"""Why a text is not YAML, in the words of whoever wrote it.

A parser reports where it could not go on, which is often far from what a person has to
mend. ``cause`` reads over the lines again, and knows the usual ways to go wrong.
"""

from __future__ import annotations

import re

from argmap.documents._signs import CONFLICT, CONFLICT_TRAP, ODD_SPACE, named
from argmap.documents._yaml_flow import Flow
from argmap.documents._yaml_lines import (
    STEPS,
    Level,
    keyless,
    lone_key,
    no_dash,
    odd_level,
    too_far,
    uneven,
    unindented,
)
from argmap.documents._yaml_values import (
    COLON,
    COMMENT,
    Trap,
    after_quotes,
    check_start,
    cut_at,
    indentation,
    line_end,
    quoted_end,
    second_colon,
    skip_properties,
    with_line_feeds,
)
from argmap.documents.fields import RELATION_KEYS

_ODD = re.compile(f"[{ODD_SPACE}]")
_KEY = re.compile(r"([^\s#:](?:[^\n:]|:(?![ \t\n]|\Z))*):(?=[ \t\n]|\Z)")
_BULLET = re.compile(r"[*+•‣◦·–—−](?=[ \t])")
_TEXT_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:(?<=[ \t])#.*)?$", re.MULTILINE)


def cause(text: str, error: int) -> Trap | None:
    """Return why a parser stopped at an offset, or None where it is none of the usual causes."""
    text = with_line_feeds(text)
    try:
        _Lines(text).read(line_end(text, error))
    except Trap as trap:
        return trap if trap.offset <= line_end(text, error) else None
    except _UnusualError:
        return None
    return None


class _UnusualError(Exception):
    """The text has something that is right, and so rare that it is not read over here."""


class _Lines:
    """Reads over the lines of a text that are entries of lists and mappings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.levels: list[Level] = []
        self.last = "empty"  # what stands before: nothing yet, "text" to go on with, or "done"
        self.text_indent = -1  # a line with more goes on with the text
        self.alone: tuple[int, int] | None = None  # column and offset of a value without a key
        self.cut: int | None = None  # of the comment after the text before

    def read(self, end: int) -> None:
        """Read the lines up to an offset; raises a Trap at the first that is wrong."""
        at = 0
        while at <= end and at < len(self.text):
            at = line_end(self.text, self._line(at)) + 1

    def _line(self, at: int) -> int:
        """Read over the line that starts here, and what it begins; return where that ends."""
        text = self.text
        start = at + indentation(text[at : line_end(text, at)])
        content = text[start : line_end(text, start)]
        self._check_marks(start, content)
        if not content.strip() or content.startswith("#"):
            return start
        if start == at and (content.startswith(("---", "...")) or self._is_directive(content)):
            self.levels, self.last = [], "empty"
            return start
        if self.last == "text" and start - at > self.text_indent:
            return self._continued(start, start - at, content)
        if self.last == "done" and self.levels and start - at > self.levels[-1].indent:
            self._after_done(start, start - at, content)
        return self._entry(start, start - at)

    def _is_directive(self, content: str) -> bool:
        return content.startswith("%") and not self.levels

    def _check_marks(self, start: int, content: str) -> None:
        """Check for what cannot begin a line: marks of git, tabs, odd spaces, bullets."""
        if CONFLICT.match(content) and self.text[start - 1 : start] in {"", "\n"}:
            raise Trap(start, *CONFLICT_TRAP)
        rest = content.lstrip(" \t")
        goes_on = self.last == "text" and not COLON.search(rest) and not rest.startswith("- ")
        if content.startswith("\t") and rest and rest[0] != "#" and not goes_on:
            raise Trap(start, "the line is indented with a tab", "indent with spaces")
        if _ODD.match(content) and not goes_on:
            hint = "replace it by spaces"
            raise Trap(start, f"the line begins with a {named(content[0])}", hint)

    def _continued(self, start: int, indent: int, content: str) -> int:
        """Read a line that goes on with a text, and may be none that should."""
        colon, comment = COLON.search(content), COMMENT.search(content)
        if colon and (comment is None or colon.start() < comment.start()):
            if self.alone and self.alone[0] <= indent:
                raise keyless(self.text, self.alone[1], after_text=False)
            raise self._too_far(start, indent)
        if self.cut is not None:
            raise cut_at(self.cut)
        self.cut = start + comment.start() if comment else None
        return start

    def _too_far(self, start: int, indent: int) -> Trap:
        trap = unindented(self.text, start, indent) if self._indent() == 0 else None
        if trap:
            return trap
        odd = odd_level(self.text, self.levels[-2:], indent, start)
        if odd:
            return uneven(odd[0].offset, odd[0].indent, odd[1])
        return too_far(self.text, start, indent, self._indent())

    def _indent(self) -> int:
        """Return the indentation of the list or mapping that is open."""
        return self.levels[-1].indent if self.levels else -1

    def _after_done(self, start: int, indent: int, content: str) -> None:
        """Raise the Trap of a line that is indented under a value that is complete."""
        if content.startswith("- ") and self.alone and self.alone[0] == indent:
            offset = self.alone[1]
            if self.text[self.text.rfind("\n", 0, offset) + 1 : offset].isspace():
                raise no_dash(offset)
        if COLON.search(content) or content.startswith("- "):
            raise self._too_far(start, indent)
        message = "the value above is complete, and this line goes on with it"
        raise Trap(start, message, "put it inside the quotes or brackets, or begin it with '#'")

    def _entry(self, at: int, indent: int) -> int:
        """Read an item of a list or an entry of a mapping, from the first sign in its line."""
        text, start = self.text, at
        self.alone = None
        while text[at] == "-" and text[at + 1 : at + 2] in {" ", "\t", "\n", ""}:
            self._open(indent + at - start, at, is_list=True)
            self.last = "empty"
            inner = at + 1
            if text[inner : inner + 1] == "\t":
                raise Trap(inner, "a tab stands after '-'", "write a space there")
            while text[inner : inner + 1] in {" ", "\t"}:
                inner += 1
            if text[inner : inner + 1] in {"", "\n", "#"}:
                return inner
            at = inner
        column = indent + at - start
        is_item = at != start
        self._check_entry(at, column)
        key = self._key_end(at)
        if key is not None:
            self._open(column, at, is_list=False)
            return self._value(key, column)
        if self.levels and self.levels[-1].indent >= column and not is_item:
            if self._is_item_column(column) and text[at] in "{[":
                raise no_dash(at)
            raise keyless(text, at, after_text=self.last == "text")
        parent = self._indent()
        self.alone = column, at
        return self._value(at, parent)

    def _is_item_column(self, column: int) -> bool:
        """Return whether the items of an open list begin in a column."""
        return any(level.is_list and level.indent == column for level in self.levels)

    def _check_entry(self, at: int, column: int) -> None:
        text = self.text
        if text.startswith("? ", at):
            raise _UnusualError
        if _BULLET.match(text, at):
            message = f"'{text[at]}' does not begin an item of a list"
            raise Trap(at, message, "begin it with '- ', or put the text in quotes")
        odd = _ODD.match(text, at + 1) if text[at] == "-" else None
        if odd:
            message = f"a {named(odd[0])} stands after the '-'"
            raise Trap(at + 1, message, "replace it by a space")
        in_list = self.last == "empty" or self._is_item_column(column)
        if text[at] == "-" and in_list and re.match(r"-[^\W\d]|-[{\[\"']", text[at : at + 2]):
            raise Trap(at + 1, "a space is missing after '-'", "write '- ' before each item")

    def _key_end(self, at: int) -> int | None:
        """Return where the colon of a key ends that begins here, None where there is no key."""
        text = self.text
        if text[at] in "\"'":
            end = quoted_end(text, at)
            colon = re.compile(r"[ \t]*:(?=[ \t\n]|\Z)").match(text, end)
            return colon.end() if colon else None
        if text[at] in "{[|>@`%":
            return None
        found = _KEY.match(text, at, line_end(text, at) + 1)
        return found.end() if found and not COMMENT.search(found[0]) else None

    def _open(self, column: int, at: int, *, is_list: bool) -> None:
        """Go to the list or mapping with this indentation, which may be a new one."""
        closed = None
        while self.levels and self.levels[-1].indent > column:
            closed = self.levels.pop()
        top = self.levels[-1] if self.levels else None
        if top and top.indent == column:
            if top.is_list == is_list:
                return
            if top.is_list:
                # A list may be indented as little as the key it is under.
                if len(self.levels) > 1 and self.levels[-2].indent == column:
                    self.levels.pop()
                    return
                raise lone_key(at)
            if closed or self.last != "empty":
                raise self._lone_dash(top, at)
        elif closed:
            raise self._uneven(closed, column, at)
        self.levels.append(Level(column, is_list, at))

    def _uneven(self, closed: Level, column: int, at: int) -> Trap:
        """Return the trap of an entry in a column that no other above has."""
        odd = odd_level(self.text, [*self.levels, closed], column, at)
        if not self.levels:  # the keys of the whole are where the least indented one is
            odd = closed, column
        if odd:
            return uneven(odd[0].offset, odd[0].indent, odd[1])
        return uneven(at, column, closed.indent)

    def _lone_dash(self, top: Level, at: int) -> Trap:
        first = _KEY.match(self.text, top.offset)
        if first and first[1].rstrip() in RELATION_KEYS:
            return no_dash(top.offset)
        message = "'- ' begins an item of a list among the keys of a mapping"
        return Trap(at, message, "take the '- ' out, or put all of them in a list")

    def _value(self, at: int, parent: int) -> int:
        """Read over a value of an entry that is indented by ``parent``; return where it ends."""
        text = self.text
        while text[at : at + 1] in {" ", "\t"}:
            at += 1
        at = skip_properties(text, at)
        end = line_end(text, at)
        self.last, self.cut = "done", None
        if at == end or (text[at] == "#" and text[at - 1] in " \t"):
            self.last = "empty"
            return end
        if text[at] in "\"'":
            return self._tail(at, quoted_end(text, at))
        if text[at] in "{[":
            return self._tail(at, Flow(text, at).end)
        block = _TEXT_BLOCK.match(text, at)
        if block:
            given = re.search(r"[1-9]", block[0].split("#")[0])
            first = max(parent, 0) + int(given[0]) if given else None
            return self._text_block(end, parent, first)
        comment = COMMENT.search(text, at, end)
        written = text[at : comment.start() if comment else end]
        check_start(text, at)
        colon = COLON.search(written)
        if colon:
            raise second_colon(text, at, at + colon.start())
        self.last, self.text_indent = "text", parent
        self.cut = comment.start() if comment else None
        if text[at] == "*":
            self.last = "done"
        return end

    def _tail(self, start: int, end: int) -> int:
        """Check that nothing follows a value in quotes or brackets."""
        text = self.text
        rest = re.compile(r"[ \t]*").match(text, end)
        at = rest.end() if rest else end
        if at == line_end(text, at) or (text[at] == "#" and at > end):
            return at
        if text[at] in "}]" or (text[at] == "," and not text[at + 1 : line_end(text, at)].strip()):
            raise Trap(at, f"there is a '{text[at]}' too many", "take it out")
        raise after_quotes(text, start, end, at)

    def _text_block(self, at: int, parent: int, first: int | None) -> int:
        """Read over a text of several lines after '|' or '>', indented by ``first`` if given."""
        begin = at
        while at < len(self.text):
            start = at + 1
            end = line_end(self.text, start)
            line = self.text[start:end]
            if line.strip():
                indent = indentation(line)
                is_entry = COLON.search(line) or line.lstrip().startswith(("- ", "#"))
                if is_entry and indent < (parent + 1 if first is None else first):
                    return at
                if indent <= parent and first is not None:
                    return at
                if indent <= parent:
                    message = "the text is not indented under its key"
                    raise Trap(start + indent, message, "indent it further than the key")
                if first is None:
                    first, begin = indent, start + indent
                if indent < first and first - max(parent, 0) not in STEPS:
                    hint = f"indent it by {indent} spaces, as the next one"
                    raise Trap(begin, "the first line is indented more than its text", hint)
                if indent < first:
                    hint = f"indent it by {first} spaces, as the first line of the text"
                    raise Trap(start + indent, "the line is indented less than its text", hint)
            at = end
        return at
