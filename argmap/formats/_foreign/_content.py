"""The content of a file that no format takes, and signs of what it may be instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any, NamedTuple

from argmap.documents.sample import Sample
from argmap.model import FileText, InvalidMapError

HEAD = 20_000
"""Characters of a text, and bytes of a file, in which it shows what it is."""
_TAIL = 100_000  # bytes at the end of an archive, where its members are listed
# The markers of a merge in conflict may stand in any file.
_YAML_LINE = re.compile(r"- |---|[^\s:]+[ \t]*:(?:\s|\Z)|([<=>|])\1{6}")
_PARSED_AT_MOST = 1_000_000  # characters of YAML


class Content(Sample):
    """The bytes of a file and its text, which is empty where they are not UTF-8."""

    def __init__(self, data: bytes, text: str = "") -> None:
        """Take the whole content, and the whole text in it."""
        super().__init__(text)
        self.data = data

    @cached_property
    def head(self) -> str:
        """The beginning of the text, from its first character that is not blank."""
        return self.text[: 2 * HEAD].lstrip()[:HEAD]

    @cached_property
    def ends(self) -> bytes:
        """The first and the last bytes."""
        return self.data if len(self.data) < _TAIL else self.data[:HEAD] + self.data[-_TAIL:]

    @cached_property
    def value(self) -> Any:
        """What the text says as JSON or YAML; None where it is neither, or has errors."""
        if self.is_json and self.json_value is not None:
            return self.json_value
        if self.head.startswith("<") or len(self.text) > _PARSED_AT_MOST:
            return None
        from argmap.documents.yaml_document import read_document

        try:
            document = read_document(FileText(self.text))
        except InvalidMapError:
            return None
        # A key given twice is rather the name of a speaker in a dialogue.
        return None if document.diagnostics.count else document.value

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The outermost keys, in order; of JSON or YAML with errors those that can be seen."""
        if isinstance(self.value, dict):
            return tuple(self.value)
        if self.value is not None:
            return ()
        found = self.flow_keys() if self.is_json else self.yaml_keys
        return tuple(dict.fromkeys(found))

    @cached_property
    def is_mostly_keys(self) -> bool:
        """Whether at least half of the lines that are not indented may be those of YAML."""
        every = [line for line in self.head.splitlines() if line[:1].strip() and line[0] != "#"]
        found = sum(_YAML_LINE.match(line) is not None for line in every)
        return found > 0 and 2 * found >= len(every)

    @cached_property
    def row(self) -> dict[str, Any]:
        """The first item of the outermost list where that is a mapping; otherwise empty."""
        first = self.value[0] if isinstance(self.value, list) and self.value else None
        return first if isinstance(first, dict) else {}

    def member(self, key: str) -> Any:
        """Return what the outermost mapping has under a key, or None."""
        return self.value.get(key) if isinstance(self.value, dict) else None


Sign = Callable[[Content], bool]


class Kind(NamedTuple):
    """A kind of file that argmap does not read: what it is called, and what to do with it.

    ``name`` has its article; ``advice`` goes on after a semicolon. A content is of this
    kind where one of the ``signs`` is true of it.
    """

    name: str
    advice: str
    signs: tuple[Sign, ...]

    def fits(self, content: Content) -> bool:
        """Return whether a content shows a sign of this kind."""
        return any(sign(content) for sign in self.signs)


def kind(name: str, advice: str, *signs: Sign) -> Kind:
    """Return the kind of these signs."""
    return Kind(name, advice, signs)


def starts(*beginnings: bytes, at: int = 0) -> Sign:
    """Return the sign of bytes, one of which a file has at this offset."""
    return lambda content: content.data.startswith(beginnings, at)


def archive(*members: bytes) -> Sign:
    """Return the sign of a zip archive that has one of these in the list of its members."""
    return lambda content: (
        content.data.startswith(b"PK\x03\x04") and any(name in content.ends for name in members)
    )


def begins(pattern: str) -> Sign:
    """Return the sign of a text that begins with a pattern, after blanks; case does not count."""
    return lambda content: re.match(pattern, content.head, re.IGNORECASE | re.MULTILINE) is not None


def lines(pattern: str, number: int = 1, share: float = 0.0) -> Sign:
    """Return the sign of a text of which so many lines, and this share of them, begin alike."""

    def sign(content: Content) -> bool:
        every = [line for line in content.head.splitlines() if line.strip()]
        found = sum(re.match(pattern, line) is not None for line in every)
        return found >= number and found >= share * len(every)

    return sign


def keys(*required: str, some: str = "") -> Sign:
    """Return the sign of an outermost mapping with all of the required keys.

    Where ``some`` are given, separated by blanks, it has one of these too.
    """

    def sign(content: Content) -> bool:
        return _has(content.keys, required, some)

    return sign


def rows(*required: str, some: str = "") -> Sign:
    """Return the sign of an outermost list of mappings with these keys, as ``keys`` has them."""
    return lambda content: _has(content.row, required, some)


def items(key: str, *required: str) -> Sign:
    """Return the sign of a collection under a key, whose first item has the required keys."""

    def sign(content: Content) -> bool:
        found = content.member(key)
        parts = found.values() if isinstance(found, dict) else found
        first = next(iter(parts), None) if isinstance(found, dict | list) else None
        return isinstance(first, dict) and set(required) <= set(first)

    return sign


def root(*names: str, within: str = "") -> Sign:
    """Return the sign of an XML root element, with a text ``within`` the beginning."""
    return lambda content: content.xml_root in names and within in content.head


def _has(found: Collection[str], required: Collection[str], some: str) -> bool:
    one_of = some.split()
    return set(required) <= set(found) and (not one_of or any(key in found for key in one_of))
