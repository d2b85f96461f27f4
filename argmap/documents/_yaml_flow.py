"""Reading over what stands in the brackets of YAML, up to what no parser accepts."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.documents._signs import CONFLICT, CONFLICT_TRAP
from argmap.documents._yaml_values import (
    BLOCK_ENTRY,
    CLOSER,
    QUOTED,
    Trap,
    after_quotes,
    check_start,
    column,
    cut_at,
    in_quotes,
    line_end,
    quoted_end,
    rest_of_text,
    second_colon,
    skip_properties,
)

_FLOW_TEXT = re.compile(r"(?:[^,\[\]{}:#\n]|:(?![ \t\n,\[\]{}]|\Z)|(?<![ \t\n])#)+")


class Value(NamedTuple):
    """Where a value begins in brackets, and whether it is text without quotes."""

    offset: int
    is_plain: bool


class Flow:
    """Reads over what stands in brackets, from an opening one at ``at``; ``end`` is behind it."""

    def __init__(self, text: str, at: int) -> None:
        """Read on to the closing bracket; raises a Trap where something is in the way."""
        self._text = text
        self._indent = column(text, at)
        self._open: list[tuple[int, bool]] = []  # the brackets, and if in an entry with a colon
        self._value: Value | None = None
        self._has_colon = False
        self._key = at
        self._cut: int | None = None  # of a '#' in the text that may be none of a comment
        self._hidden: Trap | None = None  # of another '#', which may hide what closes a bracket
        self.end = self._token(at)
        try:
            while self._open:
                self.end = self._token(self._skip(self.end))
        except Trap as trap:
            raise self._hidden or trap from None

    def _skip(self, at: int) -> int:
        """Return the offset of the next token, past blanks and comments."""
        text = self._text
        while at < len(text):
            is_plain = self._value is not None and self._value.is_plain
            if text[at] == "#" and (text[at - 1] in " \t\n" or not is_plain):
                end = line_end(text, at)
                is_alone = not text[text.rfind("\n", 0, at) + 1 : at].strip()
                if not is_alone:
                    self._comment(at, text[at:end])
                at = end
            elif text[at] in " \t":
                at += 1
            elif text[at] == "\n":
                at += 1
                if CONFLICT.match(text, at):
                    raise Trap(at, *CONFLICT_TRAP)
                entry = BLOCK_ENTRY.match(text, at)
                if entry and len(entry[1]) <= self._indent and not self._closes(at):
                    break
            else:
                return at
        raise self._unclosed("never closed")

    def _comment(self, at: int, comment: str) -> None:
        """Note a comment after something else in its line that may be none."""
        if self._value and self._value.is_plain:
            if _is_cut(comment):
                self._cut = self._cut or at
        elif self._value is None and (self._has_colon or self._within == "["):
            if _is_cut(comment):
                hint = in_quotes(rest_of_text(self._text, at, self._within))
                trap = Trap(at, "text that begins with '#' has to be in quotes", hint)
                self._hidden = self._hidden or trap
        elif any(comment.count(closer) > comment.count(sign) for sign, closer in CLOSER.items()):
            message = "' #' begins a comment, and what closes the bracket is in it"
            hint = "write the comment in a line of its own"
            self._hidden = self._hidden or Trap(at, message, hint)

    def _closes(self, at: int) -> bool:
        """Return whether the line at an offset closes more of the innermost bracket than it opens.

        No entry of a block does, however little it is indented.
        """
        line = self._text[at : line_end(self._text, at)]
        return line.count(CLOSER[self._within]) > line.count(self._within)

    @property
    def _within(self) -> str:
        return self._text[self._open[-1][0]] if self._open else ""

    def _unclosed(self, how: str) -> Trap:
        if self._cut is not None:
            return cut_at(self._cut)
        at = self._open[-1][0]
        sign = self._text[at]
        hint = f"put '{CLOSER[sign]}' where it ends"
        return Trap(at, f"the '{sign}' is opened here and {how}", hint)

    def _token(self, at: int) -> int:
        text, sign = self._text, self._text[at]
        if sign in "{[" and self._value is None:
            self._open.append((at, self._has_colon))
            self._has_colon = False
        elif sign in "}]":
            if self._has_colon and self._value is None and sign == "]":
                check_start(text, at, self._within)
            if CLOSER[text[self._open[-1][0]]] != sign:
                raise self._unclosed(f"not closed before '{sign}'")
            opener, self._has_colon = self._open.pop()
            self._value = Value(opener, is_plain=False)
        elif sign == ",":
            if self._within == "[" and self._has_colon and text[at - 1] == ":":
                raise second_colon(text, self._key, at - 1, "[")
            self._value, self._has_colon = None, False
        elif sign == ":" and (self._value or text[at + 1 : at + 2] in {" ", "\t", "\n", ""}):
            if self._value is None:
                check_start(text, at, self._within)
            elif self._has_colon:
                raise second_colon(text, self._value.offset, at, self._within)
            else:
                self._key = self._value.offset
            self._value, self._has_colon = None, True
        else:
            return self._leaf(at)
        return at + 1

    def _leaf(self, at: int) -> int:
        text, before = self._text, self._value
        if self._cut is not None:
            raise cut_at(self._cut)
        if before and not before.is_plain:
            raise after_quotes(text, before.offset, _last(text, at), at, self._within)
        if before and text[at] in "{[":
            written = rest_of_text(text, before.offset, self._within)
            message = f"text with '{text[at]}' in it has to be in quotes"
            raise Trap(at, message, in_quotes(written if "]" in written else ""))
        if before is None:
            at = skip_properties(text, at)
            if at == len(text):
                return at
            check_start(text, at, self._within)
            if text[at] in QUOTED:
                self._value = Value(at, is_plain=False)
                return quoted_end(text, at)
            if text[at] in "{[,]}":
                return at
            self._value = Value(at, is_plain=True)
        found = _FLOW_TEXT.match(text, at)
        return found.end() if found else at + 1


def _last(text: str, at: int) -> int:
    """Return the end of what stands before an offset, less blanks."""
    return len(text[:at].rstrip())


def _is_cut(comment: str) -> bool:
    return comment[1:2] not in {" ", "#", ""} or any(sign in comment for sign in ",]}")
