"""The objects in the JSON of Argdown's own tool: their entries, places and errors."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any, TypeVar

from argmap.documents.diagnostics import Hint
from argmap.documents.document import Document, Path, what
from argmap.model.losses import Losses

KEYS = frozenset({"arguments", "statements", "relations"})
_NAMES = {dict: "an object", list: "a list", str: "a text", int: "a whole number"}

_PLACES = frozenset(
    f"{end}{part}" for end in ("start", "end") for part in ("Line", "Column", "Offset")
)
_COLOURS = frozenset({"color", "fontColor"})
# What each object may have besides; what follows from the rest is not read.
_COMMON = _PLACES | _COLOURS | {"type", "title", "tags", "data", "section", "relations"}
_USES = {"TopLevelStatement", "RelationStatement", "Premise", "MainConclusion"}
NODE = _COMMON | {"members", "pcs"} | {f"isUsedAs{use}" for use in _USES}
NODE |= {"isUsedAsIntermediaryConclusion"}
MEMBER = _COMMON | {"role", "text", "ranges", "isReference", "isTopLevel", "pcs", "inference"}
MEMBER |= {"argumentTitle", "statementNr"}
INFERENCE = _COMMON | {"inferenceRules", "argumentTitle", "conclusionIndex"}
RELATION = _COLOURS | {"type", "relationType", "from", "fromType", "to", "toType"}
RELATION |= {"conclusionIndex"}
SECTION = _COMMON | {"id", "level", "children", "ranges", "parent", "isGroup", "isClosed"}
RANGE = frozenset({"type", "start", "stop", "title", "url", "tag"})
TOP = KEYS | {"map", "sections", "tags"}

_TAG = re.compile(r"#(?:\(([^)#]+)\)|([\w-]+))")
Kind = TypeVar("Kind", dict[str, Any], list[Any], str, int)


def part_of(value: Any, *keys: Any) -> Any:
    """Return what keys and indexes lead to in a value; None where there is nothing."""
    for key in keys:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and type(key) is int and 0 <= key < len(value):
            value = value[key]
        else:
            return None
    return value


def ends(relation: dict[str, Any]) -> tuple[str, ...]:
    """Return the ends and the kind of a relation, for comparison with others."""
    keys = ("from", "relationType", "to", "fromType", "toType", "conclusionIndex")
    return tuple(str(relation.get(key)) for key in keys)


def without_tags(text: str, tags: set[str]) -> str:
    """Return a text without the tags at its start and its end, if they are among ``tags``."""
    found = [tag for tag in _TAG.finditer(text) if (tag[1] or tag[2]).strip() in tags]
    start, end = 0, len(text)
    for tag in found:
        if text[start : tag.start()].strip():
            break
        start = tag.end()
    for tag in reversed(found):
        if tag.start() < start or text[tag.end() : end].strip():
            break
        end = tag.start()
    return text[start:end].strip()


def first_line(body: dict[str, Any]) -> tuple[float, float]:
    """Return line and column of the first mention of a node; of one without, the end."""
    found = [body, *(body["members"] if isinstance(body.get("members"), list) else [])]
    return min(
        (
            (each["startLine"], each.get("startColumn", 0))
            for each in found
            if isinstance(each, dict)
            and isinstance(each.get("startLine"), int)
            and isinstance(each.get("startColumn", 0), int)
        ),
        default=(float("inf"), 0),
    )


class Parts:
    """Gives out the parts of an export, checked, and collects the errors in them.

    A place is a number of a path in the JSON, for which ``offset`` finds the offset.
    """

    def __init__(self, document: Document, losses: Losses) -> None:
        """Begin with the errors that the parser found."""
        self.document = document
        self.losses = losses
        self.diagnostics = document.diagnostics
        self.paths: list[Path] = []

    def offset(self, place: int) -> int:
        """Return the offset of a place."""
        return self.document.places.offset(self.paths[place], key=False)

    def place(self, path: Path) -> int:
        """Return a number for the place of a path."""
        self.paths.append(path)
        return len(self.paths) - 1

    def error(self, path: Path, code: str, message: str, hint: Hint = None) -> None:
        """Add an error at a path."""
        self.diagnostics.add(self.document.places.offset(path, key=False), code, message, hint)

    def checked(self, value: Any, path: Path, default: Kind) -> Kind:
        """Return a value of the type of ``default``, or that after an error."""
        if isinstance(value, type(default)):
            return value
        message = f"{path[-1]} must be {_NAMES[type(default)]}, not {what(value)}"
        self.error(path, "wrong-type", message)
        return default

    def get(self, body: dict[str, Any], key: str, path: Path, default: Kind) -> Kind:
        """Return what an object has under a key, or ``default`` where that is nothing."""
        value = body.get(key)
        return default if value is None else self.checked(value, (*path, key), default)

    def texts(self, body: dict[str, Any], key: str, path: Path) -> list[str]:
        """Return the texts in the list under a key."""
        items = self.get(body, key, path, [])
        return [self.checked(item, (*path, key, n), "") for n, item in enumerate(items)]

    def count(self, body: dict[str, Any], known: frozenset[str]) -> None:
        """Count the colours and places of an object, and each entry that is not known."""
        self.losses.add("colour", len(_COLOURS & body.keys()), is_minor=True)
        one, many = "place in the Argdown text", "places in the Argdown text"
        self.losses.add(one, int("startLine" in body), many, is_minor=True)
        for key in body.keys() - known if not body.keys() <= known else ():
            self.losses.add("entry", 1, "entries", name=key)

    def count_repeated(self, copy: Any, original: Any, key: str) -> None:
        """Count each entry of what is repeated under a key that the original has not."""
        waiting = [(key, copy, original)]
        while waiting:
            key, copy, original = waiting.pop()
            if isinstance(copy, dict) and isinstance(original, dict):
                waiting += [(each, copy[each], original.get(each)) for each in copy]
            elif isinstance(copy, list) and isinstance(original, list):
                waiting += [(key, *pair) for pair in zip_longest(copy, original)]
            elif isinstance(copy, dict | list) or copy != original:
                one, many = (
                    "entry that is repeated otherwise",
                    "entries that are repeated otherwise",
                )
                self.losses.add(one, 1, many, name=key)
