"""YAML text to a document, from PyYAML's events.

The events come from libyaml, or from PyYAML's own parser where that is missing.
Composing them here gives what ``yaml.load`` does not: the place of every value, the
scalars of YAML 1.2, and errors for keys given twice.
"""

from __future__ import annotations

from typing import Any, NoReturn

import yaml

from argmap.documents._duplicate_keys import join_marked
from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import (
    MAX_DEPTH,
    Document,
    Literal,
    Path,
    fail,
    is_bare,
    refuse_empty,
    too_deep,
)
from argmap.documents.yaml_scalars import LITERAL_START, literal
from argmap.model import FileText, InvalidMapError

Parser: Any
try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML was built without libyaml

    class Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        """PyYAML's own event parser, assembled as its loaders assemble it."""

        def __init__(self, text: str) -> None:
            """Prepare to parse ``text``."""
            yaml.reader.Reader.__init__(self, text)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


_FIRST_LINE = "a map begins with the line: argmap: 1"
_CORE_TAG = "tag:yaml.org,2002:"

# An alias is short but may expand to anything: in all they may expand to this many
# times the size of the file, and to a megabyte in any file.
_EXPANSION_FACTOR = 10
_EXPANSION_FREE = 1_000_000


class _Mapping(dict[str, Any]):
    """A mapping that knows its anchor, and the marks of each key and its value."""

    __slots__ = ("anchor", "marks")


class _Sequence(list[Any]):
    """A sequence that knows its anchor, and the mark of each item."""

    __slots__ = ("anchor", "marks")


def read_document(file: FileText) -> Document:
    """Parse one YAML document.

    Raises InvalidMapError for what is not YAML, for a number of documents
    other than one, and for aliases that expand out of all proportion.
    """
    if not file.text or file.text.isspace():
        refuse_empty(file, _FIRST_LINE)
    try:
        composer = _Composer(file)
        value = composer.compose()
    except yaml.reader.ReaderError as error:
        from argmap.documents._yaml_errors import fail_on_character

        fail_on_character(file, error)
    except yaml.MarkedYAMLError as error:
        from argmap.documents._yaml_errors import fail_on_syntax

        fail_on_syntax(file, error)
    return Document(value, file, composer, composer.diagnostics)


def explain(file: FileText, error: InvalidMapError) -> NoReturn:
    """Raise the errors of a text that is YAML, or what in it led to them.

    A quote that is closed by the next one, for example, hides all between them.
    """
    from argmap.documents._yaml_errors import fail_on_trap

    fail_on_trap(file, error)
    raise error


class _Composer:
    """Builds the value of one document, without recursion, and is its ``Places``."""

    are_known = True

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.diagnostics = Diagnostics(file)
        self.duplicates: list[tuple[Any, str, Any]] = []  # key, and its first value
        self.duplicate_places: list[tuple[int, int]] = []  # of the first key, and of this one
        self.anchors: dict[str, Any] = {}
        self.sizes: dict[int, int] = {}
        self.expanded = 0
        self.expansion_limit = _EXPANSION_FREE + _EXPANSION_FACTOR * len(file.text)
        self.parser = Parser(file.text)
        self.open: list[tuple[Any, str | None]] = []
        self.root: Any = None
        self.root_mark: Any = None

    def compose(self) -> Any:
        """Return the value of the only document."""
        next_event = self.parser.get_event
        next_event()  # the start of the stream
        event = next_event()
        if type(event) is yaml.StreamEndEvent:
            fail(self.file, 0, "empty-file", "the file is empty", _FIRST_LINE)
        event = next_event()
        self.root_mark = event.start_mark
        self.root = self._compose_node(event)
        next_event()  # the end of the document
        event = next_event()
        if type(event) is not yaml.StreamEndEvent:
            message = "a second document starts here; a file holds one map"
            fail(self.file, event.start_mark.index, "documents", message)
        self._add_duplicates()
        join_marked([(first, container[key]) for container, key, first in self.duplicates])
        return self.root

    def _compose_node(self, event: Any) -> Any:
        if type(event) is yaml.MappingStartEvent or type(event) is yaml.SequenceStartEvent:
            return self._compose_container(event)
        return self._leaf(event)

    def _compose_container(self, event: Any) -> Any:  # noqa: C901, PLR0912 the inner loop
        """Compose the container that starts with ``event``, and everything in it.

        One loop with its state in local variables: a map of a few megabytes has
        hundreds of thousands of events.
        """
        scalar, mapping, sequence, alias = _EVENTS
        container = root = self._begin(event)
        marks = container.marks
        in_mapping = type(container) is _Mapping
        key = key_mark = None  # of the value that comes next
        stack = self.open
        next_event = self.parser.get_event
        while True:
            event = next_event()
            kind = type(event)
            child = None
            if kind is scalar:
                value = event.value
                if (
                    ((not value or value[0] in LITERAL_START) and not event.style)
                    or event.tag is not None
                    or event.anchor is not None
                ):
                    value = self._leaf(event)
            elif kind is mapping or kind is sequence:
                value = child = self._begin(event)
            elif kind is alias:
                value = self._leaf(event)
            else:  # the end of the container
                if container.anchor is not None:
                    self.anchors[container.anchor] = container
                if not stack:
                    return root
                container, key = stack.pop()
                marks = container.marks
                in_mapping = type(container) is _Mapping
                continue
            if not in_mapping:
                container.append(value)
                marks.append(event.start_mark)
            elif key is None:
                key, key_mark = self._key(value, event, container), event.start_mark
                continue
            else:
                container[key] = value
                marks[key] = key_mark, event.start_mark
                key = None
            if child is not None:
                stack.append((container, key))
                if len(stack) >= MAX_DEPTH:
                    too_deep(self.file, event.start_mark.index)
                container, marks, in_mapping = child, child.marks, kind is mapping

    def _begin(self, event: Any) -> Any:
        container: Any
        if type(event) is yaml.MappingStartEvent:
            container, tag = _Mapping(), _CORE_TAG + "map"
            container.marks = {}
        else:
            container, tag = _Sequence(), _CORE_TAG + "seq"
            container.marks = []
        if event.tag not in {None, "!", tag}:
            self._fail_on_tag(event)
        # Defined only at its end: a container cannot contain itself.
        container.anchor = event.anchor
        return container

    def _leaf(self, event: Any) -> Any:
        """Return the value of an alias, or of a scalar with an anchor, a tag or neither."""
        if type(event) is yaml.AliasEvent:
            return self._alias(event)
        value: Any = event.value
        if event.tag is None:
            value = (None if event.style else literal(value)) or value
        elif event.tag not in {"!", _CORE_TAG + "str"}:
            value = literal(value)
            if event.tag not in _SCALAR_TAGS or value is None:
                self._fail_on_tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def _alias(self, event: Any) -> Any:
        offset = event.start_mark.index
        if event.anchor not in self.anchors:
            message = f"alias '*{event.anchor}' has no anchor '&{event.anchor}' before it"
            hint = "put text that begins with '*' in quotes"
            fail(self.file, offset, "syntax", message, hint)
        value = self.anchors[event.anchor]
        self.expanded += self._size(value)
        if self.expanded > self.expansion_limit:
            limit = self.expansion_limit
            message = f"the aliases in this file expand to more than {limit:,} characters"
            fail(self.file, offset, "alias-expansion", message, "write out what is meant")
        return value

    def _size(self, value: Any) -> int:
        """Return the number of characters in ``value`` with its aliases expanded."""
        sizes = self.sizes
        todo = [value]
        while todo:
            node = todo[-1]
            parts = node.values() if type(node) is _Mapping else node
            if not isinstance(node, _Mapping | _Sequence) or id(node) in sizes:
                todo.pop()
                continue
            inner = [p for p in parts if isinstance(p, _Mapping | _Sequence) and id(p) not in sizes]
            if inner:
                todo += inner
            else:
                sizes[id(node)] = 1 + sum(sizes.get(id(p)) or _length(p) for p in parts)
        return sizes.get(id(value)) or _length(value)

    def _key(self, value: Any, event: Any, container: Any) -> str:
        if isinstance(value, Literal):
            value = value.written
        offset = event.start_mark.index
        if not isinstance(value, str):
            from argmap.documents._yaml_errors import fail_on_key

            fail_on_key(self.file, offset)
        if value in container:
            places = container.marks[value][0].index, offset
            self.duplicates.append((container, value, container[value]))
            self.duplicate_places.append(places)
        return str(value)

    def _add_duplicates(self) -> None:
        """Add an error for each key given twice, but not for words between commas."""
        text = self.file.text
        for (container, key, _), (first, offset) in zip(
            self.duplicates, self.duplicate_places, strict=True
        ):
            key_mark, value_mark = container.marks[key]
            if not is_bare(container[key], text[key_mark.index : value_mark.index]):
                hint = f"the first is in line {self.file.location(first).line}"
                message = f"the key '{key}' is given twice"
                self.diagnostics.add(offset, "duplicate-key", message, hint)

    def _fail_on_tag(self, event: Any) -> NoReturn:
        tag = event.tag.removeprefix(_CORE_TAG)
        message = f"the tag '{tag}' does not fit here"
        hint = "leave the tag out, or put text that begins with '!' in quotes"
        fail(self.file, event.start_mark.index, "tag", message, hint)

    def offset(self, path: Path, *, key: bool) -> int:
        """Return where the value at ``path``, or its key, starts in the text."""
        container, mark = self.root, self.root_mark
        for step in path:
            found = container.marks[step]
            mark = found if isinstance(container, _Sequence) else found[0 if key else 1]
            container = container[step]
        return int(mark.index)

    def entries(self, top_key: str) -> list[int]:
        """Return where each key or item of the collection under ``top_key`` starts."""
        marks = self.root[top_key].marks
        found = marks if isinstance(marks, list) else [key for key, _ in marks.values()]
        return [mark.index for mark in found]


_EVENTS = (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)
_SCALAR_TAGS = frozenset(_CORE_TAG + name for name in ("int", "float", "bool", "null"))


def _length(leaf: Any) -> int:
    return 1 + len(leaf if isinstance(leaf, str) else leaf.written)
