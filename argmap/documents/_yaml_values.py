"""Reading over one value of YAML as a parser does, up to what no parser accepts.

A ``Trap`` is raised where the usual way of writing something means something else in
YAML. The text has one kind of line end: a line feed.
"""

from __future__ import annotations

import re

from argmap.documents._signs import (
    CONFLICT,
    CONFLICT_TRAP,
    SMART_QUOTES,
    WIDE_COMMA,
    is_opening,
    wide,
)
from argmap.documents.fields import CLAIM_KEYS, RELATION_KEYS, TOP_KEYS
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
BLOCK_ENTRY = re.compile(
    r"( *)(?:-[ \n]|---|[^\s\"'{}\[\],#:]+[ \t]*:(?=[ \t\n]|\Z)(?!.*,[ \t]*\n))"
)
_QUOTED_KEY = re.compile(r"( *)(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')[ \t]*:(?=[ \t\n]|\Z)")
_ENTRY_START = re.compile(r"[ \t]*(?:- +)*")
_BLANK = re.compile(r"[ \t]*\n?")
QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*+'"),
}
_ESCAPED = r'(?:[0abt\tnvfre "/\\N_LP\n]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})'
_BAD_ESCAPE = re.compile(rf"(?:[^\\]|\\{_ESCAPED})*?(\\)(?!{_ESCAPED})")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+[ \t]*(?=$|[\n,\]}]|#)", re.MULTILINE)
_PROPERTY = r"(?:&[^\s,\[\]{}]+|![^\s,\[\]{}]*)"
_PROPERTIES = re.compile(rf"(?:{_PROPERTY}[ \t]+)*(?:{_PROPERTY}(?=[\n,\]}}]|\Z))?")
_NEXT_KEY = re.compile(r"([\w-]+):(?=[ \t\n])")
_SIGN = re.compile(r"[@`%,\]}|>*]|[-?:](?=[ \t\n]|\Z)|&(?=[ \t\n]|\Z)")
_SIGN_IN_FLOW = re.compile(rf"{_SIGN.pattern}|[?:]")
_ENDS_TEXT = {
    "": re.compile(r"[ \t]{2,}#[ \t].*"),
    "{": re.compile(r",[ \t]*(?:[\w-]+[ \t]*:[ \t]|\Z)|[}\]][ \t}\],]*(?:#.*)?\Z"),
    "[": re.compile(r",|[}\]][ \t}\],]*(?:#.*)?\Z"),
}
CLOSER = {"{": "}", "[": "]"}
_LONGEST_SHOWN = 60  # characters of a text in a hint


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


def check_start(text: str, at: int, within: str = "") -> None:
    """Raise a Trap where the first character of a plain text is a sign of YAML.

    ``within`` is the bracket that the text is in, if any.
    """
    sign = _SIGN_IN_FLOW if within else _SIGN
    if not sign.match(text, at) or _ALIAS.match(text, at):
        return
    hint = in_quotes(rest_of_text(text, at, within))
    if text[at] == "-" and not within:
        hint += "; or, if it begins a list, write it in a line of its own"
    raise Trap(at, f"text that begins with '{text[at]}' has to be in quotes", hint)


def second_colon(text: str, start: int, colon: int, within: str = "") -> Trap:
    """Return the trap of a text that begins at ``start`` and has ': ' in it.

    ``within`` is the bracket that the text is in, if any.
    """
    written = text[start:colon]
    for sign in re.finditer(f"[{WIDE_COMMA}]", written):
        return Trap(*wide(start + sign.start(), sign[0], ",")[:3])
    word = re.search(r"[^\s(\[]+[ \t]*$", written)
    key = word[0].rstrip() if word else ""
    at = start + word.start() if word else start
    before = written[: at - start].strip(" \t([")
    if not within and (
        (key in _KEYS and (not before or before.endswith(",")))
        or (not before and _opens_mapping(text, start))
    ):
        message = f"'{key}:' stands in the line of another key, without braces"
        hint = "begin a new line with it, or put the entries in braces"
        return Trap(at, message, f"{hint}: {{{key}: …}}")
    if key in _KEYS:
        message = f"a comma or a new line is missing before '{key}:'"
        hint = "or, if it is part of the text, put the whole text in quotes"
        return Trap(at, message, hint)
    message = "text with ': ' in it has to be in quotes"
    return Trap(colon, message, in_quotes(rest_of_text(text, start, within)))


def _opens_mapping(text: str, at: int) -> bool:
    """Return whether the key in the line of an offset is one of the map, for more keys."""
    key = text[text.rfind("\n", 0, at) + 1 : at].rstrip(" \t:")
    return key in TOP_KEYS and key != "title"


def rest_of_text(text: str, start: int, within: str) -> str:
    """Return the text that is meant to begin here, in the bracket ``within`` if that is one."""
    rest = text[start : min(line_end(text, start), start + 5 * _LONGEST_SHOWN)]
    end = _ENDS_TEXT[within].search(rest)
    return rest[: end.start()] if end else rest


def quoted_end(text: str, at: int) -> int:
    """Return the end of a text in quotes; raises a Trap where they are not closed."""
    quote = text[at]
    found = QUOTED[quote].match(text, at)
    end = found.end() if found else len(text)
    line = text.find("\n", at, end)
    begins = column(text, at) if line >= 0 else 0
    while 0 <= line < end:
        if CONFLICT.match(text, line + 1):
            raise Trap(line + 1, *CONFLICT_TRAP)
        entry = BLOCK_ENTRY.match(text, line + 1) or _QUOTED_KEY.match(text, line + 1)
        if entry and len(entry[1]) <= begins:
            found = None
            break
        line = text.find("\n", line + 1, end)
    if found is None:
        hint = f"put another {quote} where the text ends"
        if quote == "'":
            hint += "; or, if it is an apostrophe, put the whole text in double quotes"
        raise Trap(at, f"the quote {quote} is opened here and never closed", hint)
    escape = _BAD_ESCAPE.match(text, at, end) if quote == '"' else None
    if escape:
        hint = "write \\\\ for a backslash, or put the text in single quotes"
        raise Trap(escape.start(1), "a backslash in double quotes begins an escape", hint)
    return end


def after_quotes(text: str, start: int, end: int, at: int, within: str = "") -> Trap:
    """Return the trap of text at ``at`` that follows closed quotes, from ``start`` to ``end``.

    The quotes may be brackets; ``within`` is the one around them, if any.
    """
    quote = text[start]
    if quote not in CLOSER and _is_dedented(text, start, end):
        return _never_closed(start, quote)
    word = _NEXT_KEY.match(text, at)
    has_keys = quote == "{" and COLON.search(text, start, end)
    if has_keys and text[at] == ",":
        message = f"the '{quote}' is closed here, and the entries go on"
        return Trap(end - 1, message, f"take the '{CLOSER[quote]}' out")
    if word and (quote not in CLOSER or has_keys or word[1] in _KEYS):
        message = f"a comma or a new line is missing before '{word[0]}'"
        return Trap(at, message, "separate the two entries")
    if quote in CLOSER:
        message = f"text that begins with '{quote}' has to be in quotes"
        return Trap(start, message, in_quotes(rest_of_text(text, start, within)))
    if is_opening(text[start + 1 : end - 1]):
        return _never_closed(start, quote)
    hint = "put the whole text in quotes of the other kind"
    hint += ", or double each apostrophe in it: ''" if quote == "'" else ', or write \\" in it'
    return Trap(end - 1, f"the quote {quote} is closed here, and the text goes on", hint)


def indentation(line: str) -> int:
    """Return the number of spaces that begin a line."""
    return len(line) - len(line.lstrip(" "))


def _never_closed(start: int, quote: str) -> Trap:
    hint = f"put another {quote} where the text ends"
    return Trap(start, f"the quote {quote} is opened here and never closed", hint)


def _is_dedented(text: str, start: int, end: int) -> bool:
    """Return whether quotes hold a line indented no more than the line where they open."""
    first, *others = text[text.rfind("\n", 0, start) + 1 : end].split("\n")
    lines = (line for line in others if line.strip())
    return any(indentation(line) <= indentation(first) for line in lines)


def cut_at(offset: int) -> Trap:
    """Return the trap of a '#' that makes a comment of the rest of a text."""
    hint = "put the whole text in quotes, or take the '#' out"
    return Trap(offset, "' #' cuts the text: what follows is a comment", hint)
