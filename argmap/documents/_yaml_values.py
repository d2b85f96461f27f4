"""Reading over one value of YAML as a parser does, up to what no parser accepts.

A ``Trap`` is raised where the usual way of writing something means something else in
YAML. The text has one kind of line end: a line feed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.documents._signs import (
    CONFLICT,
    CONFLICT_TRAP,
    SMART_QUOTES,
    WIDE_COMMA,
    is_opening,
    wide,
)
from argmap.documents.fields import CLAIM_KEYS, RELATION_KEYS
from argmap.documents.yaml_scalars import quoted


class Trap(Exception):  # noqa: N818 it names the cause of an error
    """What is wrong at an offset, in words that go on from "not valid YAML", and what to do."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        """Take the fields of a diagnostic, less its code."""
        super().__init__(offset, message, hint)
        self.offset = offset
        self.message = message
        self.hint = hint


COLON = re.compile(r":(?=[ \t\n]|\Z)")
COMMENT = re.compile(r"(?<=[ \t])#")
_KEYS = frozenset({*CLAIM_KEYS, *RELATION_KEYS})
_BLOCK_ENTRY = re.compile(
    r"( *)(?:-[ \n]|---|[^\s\"'{}\[\],#:]+[ \t]*:(?=[ \t\n]|\Z)(?!.*,[ \t]*\n))"
)
_QUOTED_KEY = re.compile(r"( *)(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')[ \t]*:(?=[ \t\n]|\Z)")
_ENTRY_START = re.compile(r"[ \t]*(?:- +)*")
_BLANK = re.compile(r"[ \t]*\n?")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*+'"),
}
_ESCAPED = r'[0abt\tnvfre "/\\N_LPxuU\n]'
_BAD_ESCAPE = re.compile(rf"(?:[^\\]|\\{_ESCAPED})*?(\\)(?!{_ESCAPED})")
_FLOW_TEXT = re.compile(r"(?:[^,\[\]{}:#\n]|:(?![ \t\n,\[\]{}]|\Z)|(?<![ \t\n])#)+")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+[ \t]*(?=$|[\n,\]}]|#)", re.MULTILINE)
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]+)*(?:[&!][^\s,\[\]{}]*(?=[\n,\]}]|\Z))?")
_NEXT_KEY = re.compile(r"([\w-]+):(?=[ \t\n])")
_SIGN = re.compile(r"[@`%,\]}|>*]|[-?:](?=[ \t\n]|\Z)")
_CLOSER = {"{": "}", "[": "]"}
_LONGEST_SHOWN = 60  # characters of a text in a hint


class Value(NamedTuple):
    """Where a value begins in brackets, and whether it is text without quotes."""

    offset: int
    is_plain: bool


def with_line_feeds(text: str) -> str:
    """Return a text of the same length with line feeds alone as line ends."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def line_end(text: str, at: int) -> int:
    """Return the offset of the end of the line of an offset."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def column(text: str, at: int) -> int:
    """Return how far the line of an offset is indented, with the dashes that begin it."""
    start = text.rfind("\n", 0, at) + 1
    found = _ENTRY_START.match(text, start, at)
    return found.end() - start if found else 0


def skip_properties(text: str, at: int) -> int:
    """Return where the value itself begins after anchors and tags."""
    found = _PROPERTIES.match(text, at)
    return found.end() if found else at


def in_quotes(written: str) -> str:
    """Return what to do with a text that needs quotes; short ones are shown in them."""
    written = written.strip()
    if written[:1] in SMART_QUOTES and written:
        return f"put the text in straight quotes: {written[0]} is none of YAML's quotes"
    if not written or len(written) > _LONGEST_SHOWN:
        return "put the whole text in quotes"
    return f"put the whole text in quotes: {quoted(written)}"


def check_start(text: str, at: int) -> None:
    """Raise a Trap where the first character of a plain text is a sign of YAML."""
    if not _SIGN.match(text, at) or _ALIAS.match(text, at):
        return
    sign = text[at]
    raise Trap(
        at,
        f"text that begins with '{sign}' has to be in quotes",
        in_quotes(_rest_of_text(text, at)),
    )


def second_colon(text: str, start: int, colon: int) -> Trap:
    """Return the trap of a text that begins at ``start`` and has ': ' in it."""
    written = text[start:colon]
    for sign in re.finditer(f"[{WIDE_COMMA}]", written):
        return Trap(*wide(start + sign.start(), sign[0], ",")[:3])
    word = re.search(r"\S+$", written)
    if word and word[0] in _KEYS:
        message = f"a comma or a new line is missing before '{word[0]}:'"
        hint = "or, if it is part of the text, put the whole text in quotes"
        return Trap(start + word.start(), message, hint)
    message = "text with ': ' in it has to be in quotes"
    return Trap(colon, message, in_quotes(_rest_of_text(text, start)))


def _rest_of_text(text: str, start: int) -> str:
    rest = text[start : min(line_end(text, start), start + 5 * _LONGEST_SHOWN)]
    in_flow = re.search(r",[ \t]*[\w-]+:[ \t]|[}\]][^}\]]*$", rest)
    return rest[: in_flow.start()] if in_flow else rest


def quoted_end(text: str, at: int) -> int:
    """Return the end of a text in quotes; raises a Trap where they are not closed."""
    quote = text[at]
    found = _QUOTED[quote].match(text, at)
    end = found.end() if found else len(text)
    line = text.find("\n", at, end)
    begins = column(text, at) if line >= 0 else 0
    while 0 <= line < end:
        if CONFLICT.match(text, line + 1):
            raise Trap(line + 1, *CONFLICT_TRAP)
        entry = _BLOCK_ENTRY.match(text, line + 1) or _QUOTED_KEY.match(text, line + 1)
        if entry and len(entry[1]) <= begins:
            found = None
            break
        line = text.find("\n", line + 1, end)
    if found is None:
        hint = f"put another {quote} where the text ends"
        raise Trap(at, f"the quote {quote} is opened here and never closed", hint)
    escape = _BAD_ESCAPE.match(text, at, end) if quote == '"' else None
    if escape:
        hint = "write \\\\ for a backslash, or put the text in single quotes"
        raise Trap(escape.start(1), "a backslash in double quotes begins an escape", hint)
    return end


def after_quotes(text: str, start: int, end: int, at: int) -> Trap:
    """Return the trap of text at ``at`` that follows closed quotes, from ``start`` to ``end``."""
    quote = text[start]
    word = _NEXT_KEY.match(text, at)
    if word and (quote not in _CLOSER or word[1] in _KEYS):
        message = f"a comma or a new line is missing before '{word[0]}'"
        return Trap(at, message, "separate the two entries")
    if quote in _CLOSER:
        message = f"text that begins with '{quote}' has to be in quotes"
        return Trap(start, message, in_quotes(_rest_of_text(text, start)))
    if is_opening(text[start + 1 : end - 1]):
        hint = f"put another {quote} where the text ends"
        return Trap(start, f"the quote {quote} is opened here and never closed", hint)
    hint = "put the whole text in quotes of the other kind"
    hint += ", or double each apostrophe in it: ''" if quote == "'" else ', or write \\" in it'
    return Trap(end - 1, f"the quote {quote} is closed here, and the text goes on", hint)


class Flow:
    """Reads over what stands in brackets, from an opening one at ``at``; ``end`` is behind it."""

    def __init__(self, text: str, at: int) -> None:
        """Read on to the closing bracket; raises a Trap where something is in the way."""
        self._text = text
        self._indent = column(text, at)
        self._open: list[tuple[int, bool]] = []  # the brackets, and if in an entry with a colon
        self._value: Value | None = None
        self._has_colon = False
        self._cut: int | None = None  # of a '#' in the text that may be none of a comment
        self.end = self._token(at)
        while self._open:
            self.end = self._token(self._skip(self.end))

    def _skip(self, at: int) -> int:
        """Return the offset of the next token, past blanks and comments."""
        text = self._text
        while at < len(text):
            if text[at] == "#" and text[at - 1] in " \t\n":
                end = line_end(text, at)
                is_alone = not text[text.rfind("\n", 0, at) + 1 : at].strip()
                is_after_text = self._value is not None and self._value.is_plain and not is_alone
                if is_after_text and _is_cut(text[at:end]):
                    self._cut = self._cut or at
                at = end
            elif text[at] in " \t":
                at += 1
            elif text[at] == "\n":
                at += 1
                if CONFLICT.match(text, at):
                    raise Trap(at, *CONFLICT_TRAP)
                entry = _BLOCK_ENTRY.match(text, at)
                if entry and len(entry[1]) <= self._indent:
                    break
            else:
                return at
        raise self._unclosed("never closed")

    def _unclosed(self, how: str) -> Trap:
        if self._cut is not None:
            return cut_at(self._cut)
        at = self._open[-1][0]
        sign = self._text[at]
        hint = f"put '{_CLOSER[sign]}' where it ends"
        return Trap(at, f"the '{sign}' is opened here and {how}", hint)

    def _token(self, at: int) -> int:
        text, sign = self._text, self._text[at]
        if sign in "{[" and self._value is None:
            self._open.append((at, self._has_colon))
            self._has_colon = False
        elif sign in "}]":
            if self._has_colon and self._value is None and sign == "]":
                check_start(text, at)
            if _CLOSER[text[self._open[-1][0]]] != sign:
                raise self._unclosed(f"not closed before '{sign}'")
            opener, self._has_colon = self._open.pop()
            self._value = Value(opener, is_plain=False)
        elif sign == ",":
            self._value, self._has_colon = None, False
        elif sign == ":" and (self._value or text[at + 1 : at + 2] in {" ", "\t", "\n", ""}):
            if self._has_colon and self._value:
                raise second_colon(text, self._value.offset, at)
            self._value, self._has_colon = None, True
        else:
            return self._leaf(at)
        return at + 1

    def _leaf(self, at: int) -> int:
        text, before = self._text, self._value
        if self._cut is not None:
            raise cut_at(self._cut)
        if before and not before.is_plain:
            raise after_quotes(text, before.offset, _last(text, at), at)
        if before and text[at] in "{[":
            written = _rest_of_text(text, before.offset)
            message = f"text with '{text[at]}' in it has to be in quotes"
            raise Trap(at, message, in_quotes(written if "]" in written else ""))
        if before is None:
            at = skip_properties(text, at)
            if at == len(text):
                return at
            check_start(text, at)
            if text[at] in _QUOTED:
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


def cut_at(offset: int) -> Trap:
    """Return the trap of a '#' that makes a comment of the rest of a text."""
    hint = "put the whole text in quotes, or take the '#' out"
    return Trap(offset, "' #' cuts the text: what follows is a comment", hint)
