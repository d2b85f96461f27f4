"""Why a text is not YAML, in the words of whoever wrote it.

A parser reports where it could not go on, which is often far from what a person has to
mend. ``cause`` reads over the lines again, and knows the usual ways to go wrong.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.documents._yaml_values import (
    COLON,
    COMMENT,
    ODD_SPACE,
    WIDE_COLON,
    Flow,
    Trap,
    after_quotes,
    check_start,
    cut_at,
    line_end,
    named,
    quoted_end,
    second_colon,
    skip_properties,
    wide,
)
from argmap.documents.fields import RELATION_KEYS

_ODD = re.compile(f"[{ODD_SPACE}]")
_KEY = re.compile(r"([^\s#][^\n]*?)[ \t]*:(?=[ \t\n]|\Z)")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?=[ \n]|\Z)")
_BULLET = re.compile(r"[*+•‣◦·–—−](?=[ \t])")
_TEXT_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:(?<=[ \t])#.*)?$", re.MULTILINE)
_TIGHT_COLON = re.compile(r"[^\s:\"'{\[]+(:)(?=[^\s:/])")
_EQUALS = re.compile(r"[\w-]+[ \t]*(=)[ \t]")
_STEPS = (2, 4)  # spaces by which most people indent
_FINISHED = tuple(".!?…\"')]")


class _Level(NamedTuple):
    """A list or mapping that is open: its indentation, and where it begins."""

    indent: int
    is_list: bool
    offset: int


def cause(text: str, error: int) -> Trap | None:
    """Return why a parser stopped at an offset, or None where it is none of the usual causes."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
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
        self.levels: list[_Level] = []
        self.last = "empty"  # what stands before: nothing yet, "text" to go on with, or "done"
        self.text_indent = -1  # a line with more goes on with the text
        self.alone: tuple[int, int] | None = None  # column and offset of a value on its own line
        self.cut: int | None = None  # of the comment after the text before

    def read(self, end: int) -> None:
        """Read the lines up to an offset; raises a Trap at the first that is wrong."""
        at = 0
        while at <= end and at < len(self.text):
            at = line_end(self.text, self._line(at)) + 1

    def _line(self, at: int) -> int:
        """Read over the line that starts here, and what it begins; return where that ends."""
        text = self.text
        start = at + _indent(text[at : line_end(text, at)])
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
        if _CONFLICT.match(content) and self.text[start - 1 : start] in {"", "\n"}:
            hint = "choose one side, and delete the lines <<<<<<<, ======= and >>>>>>>"
            raise Trap(start, "a conflict of git is not resolved", hint)
        rest = content.lstrip(" \t")
        goes_on = self.last == "text" and not COLON.search(rest) and not rest.startswith("- ")
        if content.startswith("\t") and rest and rest[0] != "#" and not goes_on:
            raise Trap(start, "the line is indented with a tab", "indent with spaces")
        if _ODD.match(content) and not goes_on:
            hint = "replace it by spaces"
            raise Trap(start, f"the line begins with a {named(content[0])}", hint)

    def _continued(self, start: int, indent: int, content: str) -> int:
        """Read a line that goes on with a text, and may be none that should."""
        if self.cut is not None:
            raise cut_at(self.cut)
        colon, comment = COLON.search(content), COMMENT.search(content)
        if colon and (comment is None or colon.start() < comment.start()):
            if self.alone and self.alone[0] == indent:
                raise self._keyless(self.alone[1], after_text=False)
            raise self._too_far(start, indent, content, colon.start())
        self.cut = start + comment.start() if comment else None
        return start

    def _too_far(self, start: int, indent: int, content: str, colon: int) -> Trap:
        if " " in content[:colon].strip() and not content.startswith(("-", '"', "'")):
            return second_colon(self.text, start, start + colon)
        usual = self.levels[-1].indent if self.levels else 0
        key = content[:colon].removeprefix("- ").strip()
        message = f"'{key}:' is indented by {indent} spaces, and the entry above by {usual}"
        hint = f"indent it by {usual}; or, if it goes on with the text above, put that in quotes"
        return Trap(start, message, hint)

    def _after_done(self, start: int, indent: int, content: str) -> None:
        """Raise the Trap of a line that is indented under a value that is complete."""
        if content.startswith("- ") and self.alone and self.alone[0] == indent:
            raise self._no_dash(self.alone[1])
        colon = COLON.search(content)
        if colon or content.startswith("- "):
            raise self._too_far(start, indent, content, colon.start() if colon else 1)
        message = "the value above is complete, and this line goes on with it"
        raise Trap(start, message, "put it inside the quotes or brackets, or begin it with '#'")

    def _no_dash(self, offset: int) -> Trap:
        return Trap(offset, "the '- ' that begins an item of a list is missing", "begin with '- '")

    def _entry(self, at: int, indent: int) -> int:
        """Read an item of a list or an entry of a mapping, from the first sign in its line."""
        text, start = self.text, at
        self.alone = None
        while text[at] == "-" and text[at + 1 : at + 2] in {" ", "\t", "\n", ""}:
            self._open(indent + at - start, at, is_list=True)
            self.last = "empty"
            inner = at + 1
            while text[inner : inner + 1] in {" ", "\t"}:
                inner += 1
            if text[inner : inner + 1] in {"", "\n", "#"}:
                return inner
            at = inner
        column = indent + at - start
        is_item = at != start
        self._check_entry(at)
        key = self._key_end(at)
        if key is not None:
            self._open(column, at, is_list=False)
            return self._value(key, column)
        if self.levels and self.levels[-1].indent >= column and not is_item:
            if self.levels[-1].is_list and self.levels[-1].indent == column and text[at] in "{[":
                raise self._no_dash(at)
            raise self._keyless(at, after_text=self.last == "text")
        parent = self.levels[-1].indent if self.levels else -1
        self.alone = None if is_item else (column, at)
        return self._value(at, parent)

    def _check_entry(self, at: int) -> None:
        text = self.text
        if text.startswith("? ", at):
            raise _UnusualError
        if _BULLET.match(text, at):
            message = f"'{text[at]}' does not begin an item of a list"
            raise Trap(at, message, "begin it with '- ', or put the text in quotes")
        in_list = self.last == "empty" or (self.levels and self.levels[-1].is_list)
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
                raise self._lone_key(at)
            if closed or self.last != "empty":
                raise self._lone_dash(top, at)
        elif closed:
            raise self._uneven(closed, column, at)
        self.levels.append(_Level(column, is_list, at))

    def _lone_key(self, at: int) -> Trap:
        message = "a key stands where the next '- ' of the list should"
        return Trap(at, message, "begin the item with '- ', or indent the key as those above it")

    def _lone_dash(self, top: _Level, at: int) -> Trap:
        first = _KEY.match(self.text, top.offset)
        if first and first[1] in RELATION_KEYS:
            return self._no_dash(top.offset)
        message = "'- ' begins an item of a list among the keys of a mapping"
        return Trap(at, message, "take the '- ' out, or put all of them in a list")

    def _uneven(self, closed: _Level, column: int, at: int) -> Trap:
        """Return the trap of an entry whose indentation is that of no other above."""
        parent = self.levels[-1].indent if self.levels else -1
        lines = self.text[closed.offset : at].split("\n")[:-1], self.text[at:].split("\n")
        above = 1 + sum(_indent(line) == closed.indent for line in lines[0][1:])
        below = 1
        for line in lines[1][1:]:
            if line.strip() and _indent(line) <= parent:
                break
            below += _indent(line) == column
        # Of as many, those are wrong that are not indented by two or four more than their key.
        is_even = (column - max(parent, 0)) in _STEPS
        is_first = below > above or (below == above and is_even)
        wrong, usual = (closed.indent, column) if is_first else (column, closed.indent)
        message = f"this entry is indented by {wrong} spaces, and its neighbours by {usual}"
        return Trap(closed.offset if is_first else at, message, f"indent it by {usual}")

    def _keyless(self, at: int, *, after_text: bool) -> Trap:
        """Return the trap of a line that should be an entry, and has no colon after its key."""
        line = self.text[at : line_end(self.text, at)]
        sign = re.search(f"[{WIDE_COLON}]", line)
        if sign:
            return wide(at + sign.start(), sign[0], ":")
        odd = re.search(f":([{ODD_SPACE}])", line)
        if odd:
            message = f"a {named(odd[1])} stands after the ':'"
            return Trap(at + odd.start(1), message, "replace it by a space")
        tight = _TIGHT_COLON.match(line)
        if tight:
            return Trap(at + tight.end(), "a space is missing after ':'", "write 'key: value'")
        equals = _EQUALS.match(line)
        if equals:
            return Trap(at + equals.start(1), "a key has ':' after it, not '='", "write ': '")
        word = re.match(r"\S*", line)
        end = at + (word.end() if word else 0)
        before = self.text[:at].rstrip()
        if after_text and " " in line.strip() and not before.endswith(_FINISHED):
            hint = "indent it further than the key above; or put ':' after a key"
            return Trap(at, "the text of the line above goes on at the wrong indentation", hint)
        hint = "or, if the line goes on with the text above, indent it further"
        return Trap(end, f"a ':' is missing after '{self.text[at:end]}'", f"put ': ' here; {hint}")

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
        if _TEXT_BLOCK.match(text, at):
            return self._text_block(end, parent)
        comment = COMMENT.search(text, at, end)
        written = text[at : comment.start() if comment else end]
        check_start(text, at, written)
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
        if text[at] in "}],":
            raise Trap(at, f"there is a '{text[at]}' too many", "take it out")
        raise after_quotes(text, start, end, at)

    def _text_block(self, at: int, parent: int) -> int:
        """Read over a text of several lines after '|' or '>'."""
        first = None
        while at < len(self.text):
            start = at + 1
            end = line_end(self.text, start)
            line = self.text[start:end]
            if line.strip():
                indent = _indent(line)
                if indent <= parent:
                    return at
                first = indent if first is None else first
                if indent < first:
                    hint = f"indent it by {first} spaces, as the first line of the text"
                    raise Trap(start + indent, "the line is indented less than its text", hint)
            at = end
        return at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
