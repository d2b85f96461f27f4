"""Argdown text to tokens: what starts a line, what is text, and where everything stands.

Follows the syntax of Argdown 1.7 (https://argdown.org/syntax). Comments end
here; nothing is nested yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.formats._document import fail
from argmap.model import SourceText


class Kind(StrEnum):
    """What a token is."""

    BLANK = "blank line"
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
    """A token: ``value`` is a sign, a title or a text; ``offset`` and ``indent`` in characters.

    ``end`` is where the token ends in the text.
    """

    kind: Kind
    value: str
    offset: int
    end: int
    indent: int = 0


_SPACES = re.compile(r"[ \t\r\n]+")
_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"<!--(?:.*?(-->)|)|/\*(?:.*?(\*/)|)|//[^\r\n]*()", re.DOTALL)
_MARKER = re.compile(
    r"(?P<HEADING>#+(?= ))|(?P<NUMBER>\(\d+\))|(?P<INFERENCE>--)"
    r"|(?P<SIGN>\+>|->|_>|<\+|<-(?!-)|<_|><|\+|-|_(?=\s))|(?P<BULLET>\*(?=\s)|\d+\.(?=\s))"
)
# One level of brackets may stand in a title.
_TITLE = r"(?:[^\[\]\r\n]|\[[^\[\]\r\n]*\])+"
_HEAD = re.compile(
    rf"\[(?P<STATEMENT>{_TITLE})\]:|\[(?!-)(?P<STATEMENT_NAME>{_TITLE})\](?!\()"
    r"|<(?P<ARGUMENT>[^<>\r\n]+)>:|<(?![!-])(?P<ARGUMENT_NAME>[^<>\r\n]+)>"
)
_SPECIAL = re.compile(
    r"(?P<ESCAPE>\\[^\r\n])|(?P<LINK>@?\[[^\]\r\n]+\]\([^)\r\n]+\)|@\[[^\]\r\n]+\]|@<[^>\r\n]+>)"
    r"|#(?:\((?P<LONG>[^)\r\n]+)\)|(?P<TAG>[\w\[\]\\^`\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]+))"
    r"|(?P<COMMENT><!--|/\*|(?<!:)//)|(?P<DATA>\{)|(?P<END>\r\n|\n|\r)"
)
_DATA_PART = re.compile(r"\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'|[{}]|(?>\r\n|\n|\r)[ \t]*(?=[\r\n])")
_AFTER_DATA = re.compile(r"[ \t]*(?=[\r\n]|//|/\*|<!--|#|\Z)")
_RULE_PART = re.compile(
    r"\\[^\r\n]|\{|-{2,}[ \t]*|<!--|/\*|(?<!:)//"
    r"|(?P<BLANK>(?>\r\n|\n|\r)[ \t]*(?>\r\n|\n|\r))"
)
_WHOLE_INFERENCE = re.compile(r"-{3,}[ \t]*(?=[\r\n]|\Z)")
_DATA_DEPTH = 50


class Scanner:
    """Goes through a text once; ``comments`` counts those it passed over."""

    def __init__(self, source: SourceText, start: int = 0) -> None:
        """Prepare to scan a text from an offset on."""
        self.source = source
        self.text = source.text
        self.at = start
        self.comments = 0
        # Whether this paragraph is a premise-conclusion structure, or may become one.
        self._numbered = self._after_argument = False

    def tokens(self) -> Iterator[Token]:
        """Yield the tokens, with one BLANK between paragraphs; InvalidMapError where none fits."""
        is_first = True  # in its paragraph
        is_blank = True
        while self._skip_to_line():
            if self._ends_line():
                if not is_blank:
                    yield Token(Kind.BLANK, "", self.at, self.at)
                is_blank = is_first = True
                continue
            if not is_first:
                yield Token(Kind.BREAK, " ", self.at, self.at)
            yield from self._line(is_first=is_first)
            is_first = is_blank = False

    def _skip_to_line(self) -> bool:
        """Pass over comments that have lines to themselves; tell whether text is left."""
        while self.at < len(self.text):
            begin = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
            if not _COMMENT.match(self.text, begin):
                return True
            self.at = begin
            self._comment()
            rest = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
            end = _LINE_END.match(self.text, rest)
            if end is not None:
                self.at = end.end()
        return False

    def _comment(self) -> None:
        found = _COMMENT.match(self.text, self.at)
        if found is None or found.lastindex is None:
            message = "this comment is never closed"
            hint = "end it with " + ("-->" if self.text[self.at] == "<" else "*/")
            fail(self.source, self.at, "syntax", message, hint)
        self.comments += 1
        self.at = found.end()

    def _ends_line(self) -> bool:
        """Step over the end of a line that is blank from here on."""
        begin = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
        if begin == len(self.text):
            self.at = begin
            return True
        end = _LINE_END.match(self.text, begin)
        if end is not None:
            self.at = end.end()
        return end is not None

    def _line(self, *, is_first: bool) -> Iterator[Token]:
        """Yield the tokens of a line that is not blank, and step over its end."""
        begin = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
        indent = begin - self.at
        self.at = begin
        found = _MARKER.match(self.text, begin)
        kind = Kind[found.lastgroup] if found and found.lastgroup else None
        if is_first:
            self._numbered, self._after_argument = False, self.text.startswith("<", begin)
        if kind is Kind.NUMBER:
            self._numbered |= is_first or self._after_argument
        if kind in {Kind.NUMBER, Kind.INFERENCE} and not (self._numbered or is_first):
            kind = None  # a number in brackets, or a dash, in a text
        if kind is Kind.INFERENCE:
            yield from self._inference(indent)
            return
        if found is not None and kind is not None:
            self.at = found.end()
            yield Token(kind, found.group(), begin, found.end(), indent)
        if kind is not Kind.HEADING:
            yield from self._head()
        yield from self._content()

    def _head(self) -> Iterator[Token]:
        """Yield the title in brackets that a statement or an argument begins with, if any."""
        self.at = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
        found = _HEAD.match(self.text, self.at)
        if found and found.lastgroup:
            title = found[found.lastgroup]
            yield Token(Kind[found.lastgroup], title, self.at, found.end())
            self.at = found.end()

    def _content(self) -> Iterator[Token]:
        """Yield text, tags and data up to the end of the line."""
        text = self.text
        while self.at < len(text):
            found = _SPECIAL.search(text, self.at)
            stop = found.start() if found else len(text)
            if stop > self.at:
                yield Token(Kind.TEXT, text[self.at : stop], self.at, stop)
            self.at = stop
            if found is None:
                return
            kind = found.lastgroup
            if kind == "END":
                self.at = found.end()
                return
            if kind == "COMMENT":
                self._comment()
                if text[stop - 1 : stop].isspace():  # what was apart stays one blank apart
                    self.at = _BLANKS.match(text, self.at).end()  # type: ignore[union-attr]
            elif kind == "DATA":
                yield self._data()
            else:
                self.at = found.end()
                yield _inline(found)

    def _data(self) -> Token:
        """Return the data in braces that starts here, or the brace as text."""
        begin = self.at
        end = self._data_end()
        if end and _AFTER_DATA.match(self.text, end):
            self.at = end
            return Token(Kind.DATA, self.text[begin:end], begin, end)
        self.at = begin + 1
        return Token(Kind.TEXT, "{", begin, begin + 1)

    def _data_end(self) -> int:
        """Return where the brace that opens here is closed in its paragraph; 0 where it is not."""
        depth = 0
        for part in _DATA_PART.finditer(self.text, self.at):
            sign = part.group()
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if depth == 0:
                return part.end()
            if depth > _DATA_DEPTH or sign[0] in "\r\n":
                break
        return 0

    def _inference(self, indent: int) -> Iterator[Token]:
        """Yield an inference and its data: the rules are what stands between two lines of --."""
        begin = self.at
        whole = _WHOLE_INFERENCE.match(self.text, begin)
        if whole is not None:
            self.at = whole.end()
            yield Token(Kind.INFERENCE, "", begin, self.at, indent)
        else:
            yield from self._rules(indent)
        yield from self._content()

    def _rules(self, indent: int) -> Iterator[Token]:
        """Yield an inference up to the second line of --, with its data if it has some."""
        begin = self.at
        rules: list[str] = []
        data: Token | None = None
        self.at += 2
        for part in iter(lambda: _RULE_PART.search(self.text, self.at), None):
            rules.append(self.text[self.at : part.start()])
            self.at = part.start()
            if part.group()[0] in "/<":
                self._comment()
            elif part.group() == "{" and (end := self._data_end()):
                data = Token(Kind.DATA, self.text[self.at : end], self.at, end)
                self.at = end
            elif part.group()[0] == "-":
                self.at = part.end()
                yield Token(
                    Kind.INFERENCE, _SPACES.sub(" ", "".join(rules)).strip(), begin, begin, indent
                )
                if data is not None:
                    yield data
                return
            elif part["BLANK"]:
                break
            else:
                rules.append(part.group().removeprefix("\\"))
                self.at = part.end()
        message = "this inference is opened by -- and never closed"
        hint = "close it with a second line of --, or write one line of ----"
        fail(self.source, begin, "syntax", message, hint)


def _inline(found: re.Match[str]) -> Token:
    offset, end = found.span()
    if found.lastgroup == "ESCAPE":
        return Token(Kind.TEXT, found.group()[1:], offset, end)
    tag = found["LONG"] or found["TAG"]
    if tag:
        return Token(Kind.TAG, tag.strip(), offset, end)
    return Token(Kind.TEXT, found.group(), offset, end)
