"""Argdown text to tokens with their places.

Follows the syntax of Argdown 1.7 (https://argdown.org/syntax). Comments are dropped here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.documents.document import fail
from argmap.formats.argdown.lookalikes import (
    BARE,
    IN_BRACKETS,
    Labels,
    unread_sign,
    unread_sign_inside,
)
from argmap.model import FileText


class Kind(StrEnum):
    """The kind of a token."""

    BREAK = "line break"  # inside a paragraph
    HEADING = "heading"
    NUMBER = "number of a premise or conclusion"
    INFERENCE = "inference"
    SIGN = "relation"
    BULLET = "list item"
    STATEMENT = "definition of a statement"
    STATEMENT_NAME = "reference to a statement"
    ARGUMENT = "definition of an argument"
    ARGUMENT_NAME = "reference to an argument"
    TEXT = "text"
    TAG = "tag"
    DATA = "data"


class Token(NamedTuple):
    """A token from ``offset`` to ``end``: ``value`` is a sign, a title or a text.

    ``indent`` is that of its line, in characters.
    """

    kind: Kind
    value: str
    offset: int
    end: int
    indent: int = 0


_SPACES = re.compile(r"[ \t\r\n]+")
_KINDS = {kind.name: kind for kind in Kind}
_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_COMMENT = re.compile(r"<!--(?:.*?(-->)|)|/\*(?:.*?(\*/)|)|//[^\r\n]*()", re.DOTALL)
_START = re.compile(
    r"([ \t]*)(?:(?P<END>\r\n|\n|\r|\Z)|(?P<COMMENT><!--|/[*/])"
    r"|(?P<HEADING>#+(?= ))|(?P<NUMBER>\(\d+\)(?:[:.](?=\s))?)|(?P<INFERENCE>--)"
    r"|(?P<SIGN>\+>|->|_>|<\+|<-(?!-)|<_|><|\+|-|_(?=\s))|(?P<BULLET>\*(?=\s)|\d+\.(?=\s))"
    rf"|(?P<LABEL>{IN_BRACKETS}|{BARE})|)"
)
# A title may contain one level of brackets.
_TITLE = r"(?:[^\[\]\r\n]|\[[^\[\]\r\n]*\])+"
_HEAD = re.compile(
    rf"([ \t]*)(?:\[(?P<STATEMENT>{_TITLE})\]:|\[(?!-)(?P<STATEMENT_NAME>{_TITLE})\](?!\()"
    r"|<(?P<ARGUMENT>[^<>\r\n]+)>:|<(?![!-])(?P<ARGUMENT_NAME>[^<>\r\n]+)>)"
)
_SIGN = re.compile(r"[\\@\[#</{\r\n]")
# No repetition here can contain another start of its own part, so that a long run of
# brackets takes linear time.
_SPECIAL = re.compile(
    r"(?P<ESCAPE>\\[^\r\n])|(?P<TITLE>\[[^\[\]\r\n]+\]:(?=\s)|<[^<>\r\n]+>:(?=\s))|(?P<LINK>@?\[[^\[\]\r\n]+\]\([^()\r\n]+\)|@\[[^\[\]\r\n]+\]|@<[^<>\r\n]+>)"
    r"|#(?:\((?P<LONG>[^)#\r\n]*[^)#\s][^)#\r\n]*)\)|(?P<TAG>[\w\[\]\\^`\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]+))"
    r"|(?P<COMMENT><!--|/\*|(?<!:)//)|(?P<DATA>\{)|(?P<END>\r\n|\n|\r)"
)
# A quote opens a text only where it does so in YAML; if it is not closed, up to the line end.
_DATA_PART = re.compile(
    r"(?<=[\s:,{\[])(?:\"(?:[^\"\\\r\n]|\\.)*+\"?|'[^'\r\n]*+'?)"
    r"|[{}]|(?>\r\n|\n|\r)[ \t]*(?=[\r\n])"
)
_AFTER_DATA = re.compile(r"[ \t]*(?=[\r\n]|//|/\*|<!--|#|\Z)")
_RULE_PART = re.compile(
    r"\\[^\r\n]|\{|-{2,}[ \t]*|<!--|/\*|(?<!:)//"
    rf"|(?P<BLANK>(?>\r\n|\n|\r)[ \t]*(?:[\r\n]|{IN_BRACKETS}))"
)
_WHOLE_INFERENCE = re.compile(r"-{3,}[ \t]*(?=[\r\n]|\Z)")
_DATA_DEPTH = 50


class Scanner:
    """Scans a text once; ``comments`` is the number of those that are skipped.

    ``signs`` counts lines with what looks like structure and is read as text, by what it is.
    """

    def __init__(self, file: FileText, start: int = 0) -> None:
        """Prepare to scan a text from an offset on."""
        self.file = file
        self.text = file.text
        self.at = start
        self.comments = 0
        self.signs: Counter[str] = Counter()
        self._is_noticed = False  # whether this line is counted
        self._labels = Labels(file.text)
        # Whether this paragraph is a premise-conclusion structure, or may become one.
        self._numbered = self._after_argument = False
        self._tokens: list[Token] = []

    def paragraphs(self) -> Iterator[list[Token]]:
        """Yield the tokens of each paragraph; raises InvalidMapError for syntax errors."""
        while self.at < len(self.text):
            found = _START.match(self.text, self.at)
            kind = found and found.lastgroup
            if found is None or kind == "COMMENT":
                self._comment_line()
            elif kind == "END":
                self.at = found.end()
                if self._tokens:
                    yield self._tokens
                self._tokens = []
            else:
                self._line(found, _KINDS.get(kind) if kind else None)
        if self._tokens:
            yield self._tokens

    def _comment_line(self) -> None:
        """Skip a comment that begins a line, with the line end where nothing else is on it."""
        self.at = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
        self._comment()
        end = _LINE_END.match(self.text, self.at)
        if end is not None:
            self.at = end.end()

    def _comment(self) -> None:
        found = _COMMENT.match(self.text, self.at)
        if found is None or found.lastindex is None:
            message = "this comment is never closed"
            hint = "end it with " + ("-->" if self.text[self.at] == "<" else "*/")
            fail(self.file, self.at, "syntax", message, hint)
        self.comments += 1
        self.at = found.end()

    def _line(self, found: re.Match[str], kind: Kind | None) -> None:
        """Scan a line that is not blank, with its end."""
        begin = found.end(1)
        is_first, self._is_noticed = not self._tokens, False
        if is_first:
            self._numbered, self._after_argument = False, self.text.startswith("<", begin)
        label = found["LABEL"] or found["NUMBER"] or found["BULLET"] or ""
        may_start = is_first or (self._after_argument and not self._numbered)
        if self._labels.is_number(label, found.start(), may_start=may_start):
            kind = Kind.NUMBER
        if kind is Kind.NUMBER:
            self._numbered |= is_first or self._after_argument
        if not (self._numbered or is_first):
            is_dash = kind is Kind.INFERENCE and not _WHOLE_INFERENCE.match(self.text, begin)
            if kind is Kind.NUMBER or is_dash:
                kind = None  # a number in brackets, or a dash, in a text
        self.at = begin
        if kind is Kind.INFERENCE:
            self._inference(begin - found.start())
        elif kind is None:
            if not is_first:
                self._tokens.append(Token(Kind.BREAK, "\n", begin, begin))
        else:
            self.at = found.end()
            value, indent = self.text[begin : self.at], begin - found.start()
            self._tokens.append(Token(kind, value, begin, self.at, indent))
        if kind is not Kind.HEADING and kind is not Kind.INFERENCE and not self._head():
            may_be_heading = is_first or self._tokens[0].kind is Kind.HEADING
            self._notice(unread_sign(self.text, self.at, is_first=may_be_heading))
        self._content()

    def _notice(self, sign: str | None) -> None:
        """Count what looks like structure, if anything, unless this line is counted."""
        if sign is not None and not self._is_noticed:
            self.signs[sign] += 1
            self._is_noticed = True

    def _head(self) -> bool:
        """Scan the title in brackets of a statement or an argument; return whether there is one."""
        found = _HEAD.match(self.text, self.at)
        if found is None:
            self.at = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
            return False
        name = str(found.lastgroup)
        self._tokens.append(Token(_KINDS[name], found[name], found.end(1), found.end()))
        self.at = found.end()
        return True

    def _content(self) -> None:
        """Scan text, tags and data up to the end of the line."""
        text = self.text
        while self.at < len(text):
            sign = _SIGN.search(text, self.at)
            stop = sign.start() if sign else len(text)
            found = _SPECIAL.match(text, stop)
            if found is None:
                self._ordinary(stop)
                continue
            if stop > self.at:
                self._tokens.append(Token(Kind.TEXT, text[self.at : stop], self.at, stop))
            self.at = stop
            kind = found.lastgroup
            if kind == "END":
                self.at = found.end()
                return
            if kind == "COMMENT":
                self._comment()
                if text[stop - 1 : stop].isspace():  # one blank is left
                    self.at = _BLANKS.match(text, self.at).end()  # type: ignore[union-attr]
            elif kind == "DATA":
                self._tokens.append(self._data())
            elif kind == "TITLE":
                message = f"the title {found.group()[:-1]} is in the middle of a text"
                hint = (
                    "a title begins a statement or argument; in a text, put \\ before its bracket"
                )
                fail(self.file, stop, "syntax", message, hint)
            else:
                self.at = found.end()
                self._tokens.append(_inline(found))

    def _ordinary(self, stop: int) -> None:
        """Scan text up to a sign at ``stop`` that has no meaning there, with that sign."""
        self._notice(unread_sign_inside(self.text, stop))
        end = min(stop + 1, len(self.text))
        self._tokens.append(Token(Kind.TEXT, self.text[self.at : end], self.at, end))
        self.at = end

    def _data(self) -> Token:
        """Return the data in braces that starts here, or the brace as text."""
        begin = self.at
        end = self._data_end()
        if end and _AFTER_DATA.match(self.text, end):
            self.at = end
            return Token(Kind.DATA, self.text[begin:end], begin, end)
        self._notice(unread_sign_inside(self.text, begin))
        self.at = begin + 1
        return Token(Kind.TEXT, "{", begin, begin + 1)

    def _data_end(self) -> int:
        """Return the offset where the brace here is closed in its paragraph; 0 if it is not."""
        depth = 0
        for part in _DATA_PART.finditer(self.text, self.at):
            sign = part.group()
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if depth == 0:
                return part.end()
            if depth > _DATA_DEPTH or sign[0] in "\r\n":
                break
        return 0

    def _inference(self, indent: int) -> None:
        """Scan an inference, its rules between two lines of --, and its data."""
        begin = self.at
        whole = _WHOLE_INFERENCE.match(self.text, begin)
        if whole is not None:
            self.at = whole.end()
            self._tokens.append(Token(Kind.INFERENCE, "", begin, self.at, indent))
            return
        rules, data = self._rules()
        self._tokens.append(Token(Kind.INFERENCE, rules, begin, self.at, indent))
        self._tokens += data

    def _rules(self) -> tuple[str, list[Token]]:
        """Return the rules up to the second line of --, and the data in them."""
        begin = self.at
        rules: list[str] = []
        data: list[Token] = []
        self.at += 2
        for part in iter(lambda: _RULE_PART.search(self.text, self.at), None):
            rules.append(self.text[self.at : part.start()])
            self.at = part.start()
            if part.group()[0] in "/<":
                self._comment()
            elif part.group() == "{" and (end := self._data_end()):
                data.append(Token(Kind.DATA, self.text[self.at : end], self.at, end))
                self.at = end
            elif part.group()[0] == "-":
                self.at = part.end()
                return _SPACES.sub(" ", "".join(rules)).strip(), data
            elif part["BLANK"]:
                break
            else:
                rules.append(part.group().removeprefix("\\"))
                self.at = part.end()
        message = "this inference is opened by -- and never closed"
        hint = "close it with a second line of --, or write one line of ----"
        return fail(self.file, begin, "syntax", message, hint)


def _inline(found: re.Match[str]) -> Token:
    offset, end = found.span()
    if found.lastgroup == "ESCAPE":
        return Token(Kind.TEXT, found.group()[1:], offset, end)
    tag = (found["LONG"] or found["TAG"] or "").strip()
    if tag:
        return Token(Kind.TAG, tag, offset, end)
    return Token(Kind.TEXT, found.group(), offset, end)
