"""Argdown tokens to statements, arguments and the relations between them.

The same title always means the same statement or argument; statements and arguments have
separate titles. Nothing recurses, so that relations may be indented to any depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail, value_of
from argmap.formats.argdown.data import DataReader
from argmap.formats.argdown.document import (
    ArgdownDocument,
    Argument,
    Link,
    Node,
    Statement,
    Step,
)
from argmap.formats.argdown.lookalikes import label_of, unread_sign
from argmap.formats.argdown.paragraphs import (
    HEADS,
    MARKERS,
    Element,
    ParagraphError,
    grouped,
    parent_of,
    refuse_markdown,
    text_of,
)
from argmap.formats.argdown.structures import Structure, out_of_place
from argmap.formats.argdown.tokens import Kind, Scanner, Token
from argmap.model import FileText, RelationKind

_INCLUDE = re.compile(r"@include\([^()\r\n]*\)[ \t]*(?=[\r\n]|\Z)")
_NESTED = (
    "list item under a statement, read without a relation",
    "list items under statements, read without relations",
)
_NAMES = frozenset({Kind.STATEMENT_NAME, Kind.ARGUMENT_NAME})

# Of each sign: the kind of relation, and whether its target follows the sign.
_SIGNS = {
    "+": (RelationKind.SUPPORTS, False),
    "<+": (RelationKind.SUPPORTS, False),
    "+>": (RelationKind.SUPPORTS, True),
    "-": (RelationKind.ATTACKS, False),
    "<-": (RelationKind.ATTACKS, False),
    "->": (RelationKind.ATTACKS, True),
    "_": (RelationKind.UNDERCUTS, False),
    "<_": (RelationKind.UNDERCUTS, False),
    "_>": (RelationKind.UNDERCUTS, True),
    "><": (RelationKind.CONTRADICTS, True),
}


def read_argdown(file: FileText) -> ArgdownDocument:
    """Return the content of an Argdown text; raises InvalidMapError with its errors."""
    return _Parser(file).parse()


class _Parser:
    """Reads one text."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.document = ArgdownDocument()
        self.diagnostics = Diagnostics(file)
        self.statements: dict[str, Statement] = {}
        self.arguments: dict[str, Argument] = {}
        self.data = DataReader(file, self.diagnostics)
        self.headings: list[tuple[int, str]] = []
        self.unused: set[str] = set()  # sections without statements so far
        self.owner: Argument | None = None  # the structure that comes next may be its own
        self.structure: Structure | None = None
        self.seen: set[tuple[RelationKind, int, int]] = set()

    def parse(self) -> ArgdownDocument:
        """Return the document, or raise InvalidMapError."""
        self.document.front_matter, start = self.data.front_matter()
        scanner = Scanner(self.file, start)
        self.document.signs = scanner.signs
        for paragraph in scanner.paragraphs():
            self._attempt(self._paragraph, paragraph)
        self._attempt(self._end_structure)
        self.document.comments = scanner.comments
        one = "heading with no statement under it"
        self._lose(one, one.replace("heading", "headings"), len(self.unused))
        if not self.document.nodes and not start and not self.diagnostics.count:
            hint = "such as: [Title]: What it says."
            fail(self.file, 0, "empty-file", "there is no statement in this text", hint)
        self.diagnostics.raise_any()
        return self.document

    def _attempt(self, read: Any, *arguments: Any) -> None:
        try:
            read(*arguments)
        except ParagraphError as error:
            self.diagnostics.add(error.offset, "syntax", error.message, error.hint)

    def _paragraph(self, tokens: list[Token]) -> None:
        kind = tokens[0].kind
        goes_on = kind is Kind.INFERENCE or kind is Kind.NUMBER
        if self.structure and (self.structure.is_whole or not goes_on):
            self._attempt(self._end_structure)
        if self._is_no_statement(tokens[0]):
            return
        if kind is Kind.SIGN:
            message = f"a paragraph cannot start with the relation {tokens[0].value}"
            hint = "remove the blank line above it, or begin with what it relates to"
            raise ParagraphError(tokens[0].offset, message, hint)
        if kind is Kind.HEADING:
            self._heading(tokens)
            self.owner = None
            return
        if not goes_on:
            self.owner = None
        try:
            self._elements(tokens)
        except ParagraphError:
            self.structure = None  # or its missing end would be another error
            raise

    def _is_no_statement(self, first: Token) -> bool:
        """Return whether a paragraph includes a file; raises ParagraphError for what is no part."""
        is_start = not (self.document.nodes or self.structure)
        if first.kind is Kind.INFERENCE and is_start:
            raise out_of_place(first.offset, "front matter stands between two lines of ===")
        refuse_markdown(first)
        if first.kind is Kind.TEXT and _INCLUDE.match(self.file.text, first.offset):
            self._lose("other file to include", "other files to include")
            return True
        return False

    def _heading(self, tokens: list[Token]) -> None:
        for token in tokens[1:]:
            if token.kind in MARKERS or token.kind in HEADS:
                message = f"a {token.kind} needs a blank line between it and a heading"
                raise ParagraphError(token.offset, message, "put an empty line above this one")
        level = len(tokens[0].value)
        title = text_of(tokens[1:], self.file, with_tags=True)
        if any(token.kind is Kind.DATA for token in tokens):
            self._lose("heading with data", "headings with data")
        self.headings = [heading for heading in self.headings if heading[0] < level]
        self.headings.append((level, title))
        self.unused.add(self._section())

    def _section(self) -> str:
        """Return the headings above what comes next, the outermost first."""
        return " > ".join(title for _, title in self.headings)

    def _lose(self, one: str, many: str, number: int = 1) -> None:
        self.document.lost[one, many] += number

    def _elements(self, tokens: Iterable[Token]) -> None:
        """Read the statements, arguments and relations of a paragraph."""
        levels: list[int] = [0]
        last: list[Node] = []  # at each level
        base = -1  # the indent of the list that the paragraph is, if it is one
        for element in grouped(tokens):
            marker = element.marker
            if marker is not None and marker.kind is Kind.SIGN:
                parent = parent_of(marker, levels, last)
                child = self._node(element)
                last[len(levels) - 1 :] = [child]
                self._relate(marker, parent, child)
            else:
                is_item = marker is not None and marker.kind is Kind.BULLET
                if marker and is_item:
                    base = marker.indent if not last else base
                    self._lose(*_NESTED, marker.indent > base)
                node = self._start(element)
                levels = [marker.indent + 1 if marker and is_item else 0]
                last = [node]

    def _start(self, element: Element) -> Node:
        """Read an element that is not part of a relation."""
        marker = element.marker
        if marker is None or marker.kind is Kind.BULLET:
            node = self._node(element)
            if element.head is None:
                self.document.prose.add(node)
            if marker is None and isinstance(node, Argument):
                self.owner = node
            return node
        if marker.kind is Kind.NUMBER:
            return self._numbered(element, label_of(marker.value))
        if marker.kind is Kind.INFERENCE:
            return self._inference(element, marker.value)
        hint = "put it in a paragraph of its own"
        raise ParagraphError(marker.offset, "a heading needs a blank line above it", hint)

    def _relate(self, marker: Token, parent: Node, node: Statement) -> None:
        verb, is_target = _SIGNS[marker.value]
        if isinstance(parent, Step) and (is_target or verb is not RelationKind.UNDERCUTS):
            message = f"an inference can be undercut, but not take part in {marker.value}"
            raise ParagraphError(marker.offset, message, "write <_ and what undercuts the step")
        self.document.prose -= {parent}
        source, target = (node, parent)
        if is_target and isinstance(parent, Statement):
            source, target = parent, node
        key = (verb, id(source), id(target))
        if key not in self.seen:
            self.seen.add(key)
            self.document.links.append(Link(verb, source, target, marker.offset))

    def _node(self, element: Element) -> Statement:
        """Return the statement or argument that an element defines or refers to."""
        head = element.head
        if head is not None and head.kind in _NAMES and not element.body:
            return self._named(head, element)  # a reference alone, as most are
        text = text_of(element.body, self.file)
        if head is not None and head.kind in _NAMES and text:
            left, right = "[]" if head.kind is Kind.STATEMENT_NAME else "<>"
            name = f"{left}{head.value}{right}"
            message = f"{name} refers to something defined elsewhere, and no text may follow it"
            hint = f"to give it a text, write {name}: …; to begin a text so, write \\{left}"
            offset = element.body[0].offset
            if (sign := unread_sign(self.file.text, offset, is_first=False)) is not None:
                message = f"'{sign}' is no relation, and no text may follow a reference to {name}"
                hint = f"relations begin with {', '.join(_SIGNS)}; a structure, after a blank line"
            raise ParagraphError(offset, message, hint)
        tags = [token for token in element.body if token.kind is Kind.TAG]
        if head is None and not text and tags:
            self.document.signs.update([self.file.text[tags[0].offset : tags[0].end].strip()])
            text = " ".join(self.file.text[tag.offset : tag.end].strip() for tag in tags)
        if head is None and not text:
            message = f"nothing follows {element.marker.value if element.marker else 'here'}"
            raise ParagraphError(element.offset, message, "a statement or an argument is wanted")
        node = self._named(head, element)
        self._take_data(node, element.body)
        if text:
            is_canonical = value_of(node.data.pop("isCanonical", None)) is True
            node.say(text, is_canonical=is_canonical)
        if self.headings and (head is None or head.kind not in _NAMES):
            self._take_section(node)
        return node

    def _take_data(self, node: Statement, body: list[Token]) -> None:
        """Add tags and data to a node; an entry replaces another one with its key."""
        for token in body:
            if token.kind is Kind.TAG:
                node.tags[token.value] = None
            elif token.kind is Kind.DATA:
                data = self.data.read(token)
                other = sum(node.data.get(key, value) != value for key, value in data.items())
                self._lose("data entry given anew", "data entries given anew", other)
                node.data |= data

    def _take_section(self, node: Statement) -> None:
        section = self._section()
        if section in self.unused:  # the headings above it are used as well
            titles = [title for _, title in self.headings]
            self.unused -= {" > ".join(titles[:n]) for n in range(1, len(titles) + 1)}
        node.section = node.section or section
        if node.section != section:
            self._lose("further section of a statement", "further sections of a statement")

    def _named(self, head: Token | None, element: Element) -> Statement:
        """Return the statement or argument with a title, which may be new."""
        title = head.value.strip() if head is not None else None
        offset = (head or element.body[0]).offset
        if head is not None and head.kind in {Kind.ARGUMENT, Kind.ARGUMENT_NAME}:
            known: dict[str, Any] = self.arguments
            made: Statement = Argument(title, offset)
        else:
            known, made = self.statements, Statement(title, offset)
        node: Statement = known.setdefault(title, made) if title is not None else made
        if node is made:
            self.document.nodes.append(node)
        return node

    def _numbered(self, element: Element, number: str) -> Statement:
        """Read a premise or a conclusion."""
        if self.structure is None:
            self.structure = self._new_structure(element.offset)
        structure, node = self.structure, self._node(element)
        structure.add(node, number, element.offset)
        return node

    def _new_structure(self, offset: int) -> Structure:
        argument = self.owner
        if argument is None:
            argument = Argument(None, offset)
            self.document.nodes.append(argument)
        elif argument.steps:
            name = f"<{argument.title}>"
            message = f"{name} has a premise-conclusion structure already"
            raise ParagraphError(offset, message, "an argument has one: give this another title")
        self.owner = None
        return Structure(argument)

    def _inference(self, element: Element, rules: str) -> Step:
        if self.structure is None:
            raise out_of_place(element.offset)
        data: dict[str, Any] = {}
        for token in element.body:
            if token.kind is Kind.DATA:
                data |= self.data.read(token)
            elif token.value.strip():
                self._lose("text after an inference", "texts after inferences")
        step, unknown = self.structure.infer(rules, data, element.offset)
        self._lose("use of what is no premise", "uses of what are no premises", unknown)
        self.document.links.append(step)
        return step

    def _end_structure(self) -> None:
        structure, self.structure = self.structure, None
        if structure is not None:
            structure.end()
