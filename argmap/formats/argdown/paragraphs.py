"""The paragraphs of an Argdown text: their statements and arguments, and the indentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.formats.argdown.document import Node
from argmap.formats.argdown.tokens import Kind, Token
from argmap.model import FileText

MARKERS = frozenset({Kind.NUMBER, Kind.INFERENCE, Kind.SIGN, Kind.BULLET, Kind.HEADING})
HEADS = frozenset({Kind.STATEMENT, Kind.STATEMENT_NAME, Kind.ARGUMENT, Kind.ARGUMENT_NAME})


class ParagraphError(Exception):
    """An error for which the rest of a paragraph is not read."""

    def __init__(self, offset: int, message: str, hint: str | None = None) -> None:
        """Take the fields of a diagnostic, which is a syntax error."""
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


class Element(NamedTuple):
    """A statement or argument in a paragraph: its sign, its title in brackets, and the rest."""

    marker: Token | None
    head: Token | None
    body: list[Token]

    @property
    def offset(self) -> int:
        """Where it starts."""
        return (self.marker or self.head or self.body[0]).offset


def grouped(tokens: Iterable[Token]) -> Iterator[Element]:
    """Yield the statements and arguments in the tokens of a paragraph."""
    element: Element | None = None
    for token in tokens:
        if token.kind in MARKERS or element is None:
            if element is not None:
                yield element
            is_head = token.kind in HEADS
            is_body = not is_head and token.kind not in MARKERS
            element = Element(
                None if is_head or is_body else token,
                token if is_head else None,
                [token] if is_body else [],
            )
        elif token.kind in HEADS:
            if element.head or element.body:
                message = "a new statement or argument needs a blank line above it"
                hint = f"or, to begin a text with it: \\{'[' if 'state' in token.kind else '<'}"
                raise ParagraphError(token.offset, message, hint)
            element = element._replace(head=token)
        else:
            element.body.append(token)
    if element is not None:
        yield element


def refuse_markdown(first: Token) -> None:
    """Raise ParagraphError where a paragraph starts with a fence or with front matter."""
    if first.kind is Kind.TEXT and first.value.startswith(("```", "~~~")):
        message = "a Markdown fence is no part of Argdown"
        raise ParagraphError(first.offset, message, "read the text between the fences alone")
    if first.kind is Kind.TEXT and first.value.startswith("==="):
        message = "front matter is not at the start of this text"
        raise ParagraphError(first.offset, message, "move it to the first line")


def parent_of(marker: Token, levels: list[int], last: list[Node]) -> Node:
    """Return the node that a relation is indented under; updates ``levels``."""
    indent = marker.indent
    if indent > levels[-1]:
        levels.append(indent)
    while len(levels) > 1 and indent < levels[-1]:
        levels.pop()
    # An indent between two levels belongs to the outer one.
    if len(levels) == 1:
        hint = "indent it by two spaces under the statement or argument it belongs to"
        how = "indented less than the one above it" if indent else "not indented"
        raise ParagraphError(marker.offset, f"the relation {marker.value} is {how}", hint)
    return last[len(levels) - 2]


def text_of(body: list[Token], file: FileText, *, with_tags: bool = False) -> str:
    """Return the text of an element, without tags before and after it unless ``with_tags``."""
    if len(body) == 1 and body[0].kind is Kind.TEXT:
        return body[0].value.strip(" \t\n")
    kept = [token for token in body if token.kind is not Kind.DATA]
    is_text = [
        (token.kind is Kind.TEXT and not token.value.isspace())
        or (with_tags and token.kind is Kind.TAG)
        for token in kept
    ]
    if not any(is_text):
        return ""
    first, end = is_text.index(True), len(is_text) - is_text[::-1].index(True)
    written = file.text
    parts = (
        written[token.offset : token.end] if token.kind is Kind.TAG else token.value
        for token in kept[first:end]
    )
    lines = "".join(parts).split("\n")
    return " ".join(line.strip(" \t") for line in lines).strip(" ")
