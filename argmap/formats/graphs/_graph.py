"""The graph in a file, of nodes and edges with attributes, and how attributes are read.

Editors and scripts keep attributes but change their types: numbers and truth values may
come back as text, and a missing attribute as null or an empty text.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from argmap.documents.diagnostics import Diagnostics, Hint
from argmap.documents.document import as_written, what
from argmap.documents.field_values import is_id
from argmap.documents.fields import CLAIM_FIELDS, SOURCE_FIELDS
from argmap.documents.places import read_places
from argmap.documents.unfit import UnfitError
from argmap.model import FileText, Source
from argmap.model.losses import Losses

Place = tuple[str | int, ...] | int  # depending on the format: a path, or an offset


class Node(NamedTuple):
    """A node: its name in the file, and the id it should have in the map.

    An empty id is replaced by one made from its text. ``label`` is what is drawn on it.
    """

    name: str
    id: str
    attributes: dict[str, Any]
    place: Place
    label: str | None = None


class Edge(NamedTuple):
    """An edge between two nodes, by their names; ``order`` is its number if it has one."""

    source: str
    target: str
    order: int | None
    attributes: dict[str, Any]
    place: Place
    label: str | None = None
    is_directed: bool = True


class Graph(ABC):
    """The graph in a file, and the errors found in it so far.

    ``head`` are the attributes of the whole graph. ``undirected`` is the place where the
    file says that its edges have no direction, if it does.
    """

    def __init__(self, file: FileText, diagnostics: Diagnostics, losses: Losses) -> None:
        """Begin without nodes and edges; ``losses`` counts what a map cannot represent."""
        self.file = file
        self.diagnostics = diagnostics
        self.losses = losses
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.head: dict[str, Any] = {}
        self.undirected: Place | None = None

    @abstractmethod
    def offset(self, place: Place, attribute: str | None) -> int:
        """Return the offset of an attribute of the node or edge at a place, or of that itself."""

    def error(
        self,
        place: Place,
        code: str,
        message: str,
        hint: Hint = None,
        attribute: str | None = None,
    ) -> None:
        """Add an error in the node or edge at a place, or in an attribute of it."""
        self.diagnostics.add(self.offset(place, attribute), code, message, hint)

    def lose(self, key: str, value: object) -> None:
        """Count an attribute that a map has no place for, under its key, if it has a value."""
        if not is_given(value):
            return
        if key.casefold() in _OF_DRAWING:
            what, plural = "attribute of the drawing", "attributes of the drawing"
            self.losses.add(what, plural=plural, name=key, is_minor=True)
        else:
            self.losses.add("attribute", name=key)

    def number(self, *ids: object) -> int | None:
        """Return the number of an edge: the first of its ids that is one, or None.

        Ids before it are lost: argmap has the id of a relation in an attribute.
        """
        given = (str(each) for each in ids if isinstance(each, str | int) and each != "")
        for id in dict.fromkeys(given):
            if id.isascii() and id.isdecimal() and len(id) < _DIGITS:
                return int(id)
            self.losses.add("id of an edge", plural="ids of edges", name=id, is_minor=True)
        return None


_DIGITS = 10  # of the number of an edge, at least too many

# What editors keep of places and looks, in the formats read here.
_OF_DRAWING = frozenset(
    {"x", "y", "z", "vx", "vy", "fx", "fy", "position", "size", "width", "height", "bends"}
    | {"color", "colour", "r", "g", "b", "shape", "shape_type", "thickness", "style"}
    | {"nodegraphics", "edgegraphics", "graphics", "resources", "selected", "classes", "index"}
)


def is_given(value: object) -> bool:
    """Return whether an attribute has a value; editors write empty ones."""
    if isinstance(value, str):
        return not (not value or value.isspace())
    return value is not None and value is not False and value not in ([], {})


def read_text(value: Any) -> str | None:
    """Return an attribute as text, a number as it is spelled; None where it is not given.

    Raises UnfitError for a list or a mapping.
    """
    if isinstance(value, list | dict):
        raise UnfitError("wrong-type", f"must be text, not {what(value)}")
    if value is None or (isinstance(value, str) and not is_given(value)):
        return None
    return value if isinstance(value, str) else as_written(value)


def read_number(value: Any) -> float:
    """Return a weight, which may be text; raises UnfitError for other values."""
    if isinstance(value, str):
        with suppress(ValueError):
            value = float(value)
    return float(CLAIM_FIELDS["weight"].read(value))


def read_boolean(value: Any) -> bool:
    """Return a truth value, which may be text; raises UnfitError for other values."""
    word = value.strip().casefold() if isinstance(value, str) else ""
    return bool(CLAIM_FIELDS["implicit"].read({"true": True, "false": False}.get(word, value)))


def read_at(value: Any) -> Any:
    """Return the places in a text such as ``1, 4-5``, or in other data as a map file has it."""
    return read_places(value) if isinstance(value, str) else CLAIM_FIELDS["at"].read(value)


def _list_of(name: str) -> Callable[[Any], Any]:
    """Return a reader of the list of a field, which may be JSON; any other text is one item."""

    def read_list(value: Any) -> Any:
        parts = decoded(value) if isinstance(value, str) else value
        return CLAIM_FIELDS[name].read(parts if isinstance(parts, list) else read_text(value))

    return read_list


READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("text", "label", "kind", "voice", "note"), read_text),
    "at": read_at,
    "weight": read_number,
    "implicit": read_boolean,
    **{name: _list_of(name) for name in ("tags", "quote", "citations")},
    **{name: CLAIM_FIELDS[name].read for name in ("choose", "standard")},
    "assumed": read_boolean,
    "labelled": read_boolean,
}


class Head(NamedTuple):
    """The attributes of a whole graph."""

    title: str | None
    source: Source | None
    voices: dict[str, str]


def read_head(graph: Graph) -> Head:
    """Return the title, source and voices among the attributes of a graph; the others are lost.

    A source that is no JSON object is taken for its title; a name replaces a missing title.
    """
    attributes = graph.head
    title = attributes.get("title", attributes.get("name"))
    source, voices = attributes.get("source"), attributes.get("voices")
    passed = {"title", "source", "voices"} | (set() if "title" in attributes else {"name"})
    for key, value in attributes.items():
        if key not in passed:
            graph.lose(key, value)
    described = _object(voices)
    if not described:
        graph.lose("voices", voices)
    fields = _object(source) or {"title": source}
    known = {key: text for key, text in fields.items() if key in SOURCE_FIELDS and _is_text(text)}
    names = {name: text for name, text in described.items() if is_id(name) and _is_text(text)}
    for kept, given in ((known, fields), (names, described)):
        for key, value in given.items():
            if key not in kept:
                graph.lose(key, value)
    if isinstance(title, list | dict):
        graph.lose("title", title)
        title = None
    return Head(read_text(title), Source(**known) if known else None, names)


def _object(value: Any) -> dict[str, Any]:
    value = decoded(value) if isinstance(value, str) else value
    return value if isinstance(value, dict) else {}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and is_given(value)


def decoded(text: str) -> Any:
    """Return the list or object that a text is in JSON; None for any other text."""
    if text.lstrip()[:1] not in {"[", "{"}:
        return None
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()  # raises for half of a surrogate pair
    except (ValueError, RecursionError):
        return None
    return value
