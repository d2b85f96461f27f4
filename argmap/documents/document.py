"""What the YAML and JSON readers have in common: plain values with places.

The value of a document is nested ``dict``, ``list`` and ``str``, with ``Literal`` for
the scalars that YAML writes in many ways, and plain numbers, booleans and None
where JSON has only one. A ``Path`` (keys and indexes from the top) names a
value in it, and its ``Places`` say where in the text that value, or its key,
stands.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple, NoReturn, Protocol, Self

from argmap.documents.diagnostics import Diagnostics
from argmap.model import Diagnostic, FileText, InvalidMapError

Path = tuple[str | int, ...]


class Literal(NamedTuple):
    """A scalar that is not text (a number, a boolean, null), and its spelling in the file.

    As an id its spelling counts, elsewhere its value.
    """

    value: int | float | bool | None
    written: str


class SpelledFloat(float):
    """A number of JSON that is not whole, and its spelling in the file.

    As plain data it is its value, so that it may go where any number goes.
    """

    __slots__ = ("written",)
    written: str

    def __new__(cls, written: str) -> Self:
        """Take the spelling."""
        number = super().__new__(cls, written)
        number.written = written
        return number


def value_of(value: Any) -> Any:
    """Return a value as plain data: of a Literal, its value."""
    return value.value if isinstance(value, Literal) else value


def as_written(value: Any) -> str:
    """Return a scalar as it is spelled in the file."""
    if isinstance(value, Literal | SpelledFloat):
        return value.written
    return value if isinstance(value, str) else json.dumps(value)


def is_nothing(value: Any) -> bool:
    """Return whether a value is null."""
    return value_of(value) is None


def is_scalar(value: Any) -> bool:
    """Return whether a value is neither a list nor a mapping."""
    return not isinstance(value, list | dict)


def is_bare(value: Any, written: str) -> bool:
    """Return whether a key has no colon; ``written`` is the text from it to its value."""
    is_empty = isinstance(value, Literal) and not value.written
    return is_empty and not written.rstrip().endswith(":")


def what(value: Any) -> str:
    """Name the type of a value as a person would."""
    value = value_of(value)
    if value is None:
        return "nothing"
    names = {str: "text", bool: "a true/false value", list: "a list", dict: "a mapping"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "a number")


class Slip(NamedTuple):
    """What is wrong at an offset, as a diagnostic says it."""

    offset: int
    message: str
    hint: str
    code: str = "syntax"


class Places(Protocol):
    """Where the values of a document stand in its text, as offsets from 0."""

    are_known: bool  # or else asking for one parses the text again

    def offset(self, path: Path, *, key: bool) -> int:
        """Return where the value at ``path`` starts, or the key that leads to it."""

    def entries(self, top_key: str) -> list[int]:
        """Return where each entry (key or item) of the collection under ``top_key`` starts."""


class Document(NamedTuple):
    """A parsed file: its ``value``, its text, and where in the text everything stands.

    ``diagnostics`` are errors that did not stop the parser, such as a key given twice.
    """

    value: Any
    file: FileText
    places: Places
    diagnostics: Diagnostics

    def at(self, path: Path) -> Any:
        """Return the value at a path."""
        value = self.value
        for step in path:
            value = value[step]
        return value

    def fail(self, message: str, hint: str | None = None) -> NoReturn:
        """Raise InvalidMapError for a value that is not of the type of the whole."""
        fail(self.file, self.places.offset((), key=False), "wrong-type", message, hint)


MAX_DEPTH = 1000  # a map needs five; libyaml itself stops at a thousand


def fail(file: FileText, offset: int, code: str, message: str, hint: str | None = None) -> NoReturn:
    """Raise InvalidMapError for an error that leaves nothing more to read."""
    diagnostic = Diagnostic(code, message, file.location(offset), hint)
    raise InvalidMapError([diagnostic], file)


def refuse_empty(file: FileText, hint: str | None = None) -> None:
    """Raise InvalidMapError for a text of nothing but white space."""
    if not file.text.strip():
        fail(file, 0, "empty-file", "the file is empty", hint)


def too_deep(file: FileText, offset: int) -> NoReturn:
    """Raise InvalidMapError for nesting that no map has."""
    message = f"nested more than {MAX_DEPTH} levels deep"
    fail(file, offset, "nesting", message, "a map is a few levels deep: was this file generated?")
