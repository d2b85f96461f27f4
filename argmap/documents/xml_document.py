"""XML text to a light tree of elements with their places (XML 1.0, fifth edition).

Nothing outside the text is ever opened, neither a DTD nor an external entity. An
entity that the text itself declares is read, unless it refers to others or makes the
text much longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from argmap.documents.document import MAX_DEPTH, fail, refuse_empty, too_deep
from argmap.model import FileText

if TYPE_CHECKING:
    from xml.parsers.expat import ExpatError, XMLParserType

_ATTRIBUTE = re.compile(r"""\s*([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_TAG_NAME = re.compile(r"<[^\s<>/]+")
# An entity may contain anything but a reference to another that is declared.
_NESTED = re.compile(r"&(?!#|amp;|lt;|gt;|quot;|apos;)")
_MAY_GROW_BY = 1_000_000  # characters, over the length of the text, through its entities


class Element:
    """An element: its name without prefix, its content, and the offset of its ``<``.

    ``attributes`` are under their names as written, with any prefix. ``text`` is all
    character data directly inside, joined across the children. ``offset`` counts
    characters from the start of the text.
    """

    __slots__ = ("attributes", "children", "offset", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], offset: int) -> None:
        """Start with nothing inside."""
        self.tag = tag
        self.attributes = attributes
        self.offset = offset
        self.text = ""
        self.children: list[Element] = []

    def named(self, tag: str) -> list[Element]:
        """Return the children with this name, in order."""
        return [child for child in self.children if child.tag == tag]


def read_xml(file: FileText, tag: str | None = None) -> Element:
    """Return the root element of an XML text, which must have ``tag`` if one is given.

    Raises InvalidMapError for another root element, for what is not XML, for elements
    nested too deep, and for entities that would expand too far or are not in the text.
    """
    refuse_empty(file)
    root = _Reader(file).read()
    if tag is not None and root.tag != tag:
        fail(file, root.offset, "wrong-type", f"the root element is <{root.tag}>, not <{tag}>")
    return root


class Shape(NamedTuple):
    """What an element of a format may hold: its attributes and children, and whether text.

    Where ``children`` is None, its reader sees to all that it does not know.
    """

    attributes: frozenset[str] = frozenset()
    children: frozenset[str] | None = frozenset()
    has_text: bool = False


def shape(attributes: str = "", children: str | None = "", *, has_text: bool = False) -> Shape:
    """Return a shape of names separated by spaces."""
    inner = None if children is None else frozenset(children.split())
    return Shape(frozenset(attributes.split()), inner, has_text)


def unknown_parts(root: Element, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, str]]:
    """Yield what is not of a format: ``attribute``, ``element`` or ``text in``, and its name.

    ``shapes`` are by the names of elements; what is in an element that has none is not
    looked into. Namespaces and places of schemas say nothing and are passed over.
    """
    todo = [root]
    while todo:
        element = todo.pop()
        found = shapes.get(element.tag)
        if found is None:
            continue
        for name in element.attributes:
            if name not in found.attributes and not name.startswith(("xmlns", "xsi:", "xml:")):
                yield "attribute", name
        if element.text.strip() and not found.has_text:
            yield "text in", element.tag
        known = found.children
        if known is not None:
            yield from (("element", each.tag) for each in element.children if each.tag not in known)
        todo += [each for each in reversed(element.children) if known is None or each.tag in known]


def value_offset(file: FileText, element: Element, attribute: str) -> int:
    """Return the offset of the value of an attribute, past its quote.

    That of the element where the attribute is not found in its tag.
    """
    name = _TAG_NAME.match(file.text, element.offset)
    at = name.end() if name else len(file.text)
    while found := _ATTRIBUTE.match(file.text, at):
        at = found.end()
        if found[1] == attribute:
            return at - len(found[0].split("=", 1)[1].lstrip()) + 1
    return element.offset


class _Reader:
    """Builds the tree of one text from the events of the parser."""

    def __init__(self, file: FileText) -> None:
        from xml.parsers.expat import ParserCreate

        self.file = file
        self.data = file.text.encode()
        # The text is decoded already, whatever encoding its declaration names.
        self.parser: XMLParserType = ParserCreate("utf-8")
        self.most = len(file.text) + _MAY_GROW_BY
        self.references = file.text.count("&")
        self.tags = file.text.count("<")
        self.defaults = 0  # characters of the attributes that the DTD gives every element
        self.root: Element | None = None
        self.open: list[Element] = []
        self.pieces: list[list[str]] = []  # of the text of each open element
        self.known = (0, 0)  # byte and character of the last place

    def read(self) -> Element:
        from xml.parsers.expat import ExpatError

        parser = self.parser
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.EntityDeclHandler = self.entity
        parser.AttlistDeclHandler = self.default
        parser.ExternalEntityRefHandler = self.external
        parser.SkippedEntityHandler = self.skipped
        try:
            parser.Parse(self.data, True)
        except ExpatError as error:
            self.refuse(error)
        if self.root is None:
            raise AssertionError("the parser takes no text without an element")
        return self.root

    def here(self) -> int:
        """Return the offset of what the parser has just read, in characters."""
        return self.character(self.parser.CurrentByteIndex)

    def character(self, byte: int) -> int:
        """Return the character that starts at a byte; fast for bytes in ascending order."""
        known_byte, known = self.known if byte >= self.known[0] else (0, 0)
        known += len(self.data[known_byte:byte].decode(errors="ignore"))
        self.known = (byte, known)
        return known

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name.rpartition(":")[2], attributes, self.here())
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)
        self.pieces.append([])
        if len(self.open) > MAX_DEPTH:
            too_deep(self.file, element.offset)

    def end(self, _name: str) -> None:
        self.open.pop().text = "".join(self.pieces.pop())

    def characters(self, text: str) -> None:
        self.pieces[-1].append(text)

    def entity(self, name: str, is_parameter: bool, value: str | None, *_rest: Any) -> None:  # noqa: FBT001 - as it is called
        if value is None or is_parameter:
            return  # defined outside the text, or never expanded
        if _NESTED.search(value) or self.references * len(value) > self.most:
            self.refuse_growth(f"the entity '{name}'")

    def default(self, tag: str, attribute: str, _type: str, value: str | None, *_rest: Any) -> None:
        self.defaults += len(attribute) + len(value or "")
        if value is not None and self.tags * self.defaults > self.most:
            self.refuse_growth(f"the attribute '{attribute}' of every <{tag}>")

    def refuse_growth(self, what: str) -> NoReturn:
        message = f"{what} would make this file much longer than it is"
        fail(self.file, self.here(), "entity-expansion", message, "write out what is meant")

    def external(self, context: str | None, *_rest: Any) -> NoReturn:
        name = (context or "").rpartition("\f")[2]
        message = f"the entity '{name}' is defined in another file, which argmap does not open"
        fail(self.file, self.here(), "external-entity", message, "put its text here")

    def skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - as it is called
        if not is_parameter:
            message = f"this file declares no entity '{name}'"
            fail(self.file, self.here(), "syntax", message, "write out what it stands for")

    def refuse(self, error: ExpatError) -> NoReturn:
        """Raise InvalidMapError for what the parser could not read."""
        from xml.parsers.expat import ErrorString, errors

        offset = self.character(self.parser.ErrorByteIndex)
        hint = None
        if self.open and error.code in {errors.codes[name] for name in _LEFT_OPEN}:
            element = self.open[-1]
            line = self.file.location(element.offset).line
            hint = f"<{element.tag}>, opened in line {line}, is not closed yet"
        elif {"&", "<"}.intersection(self.file.text[max(offset - 1, 0) : offset + 1]):
            hint = "in a text, & is written &amp; and < is written &lt;"
        fail(self.file, offset, "syntax", f"not valid XML: {ErrorString(error.code)}", hint)


_LEFT_OPEN = ("mismatched tag", "no element found", "unclosed token")
