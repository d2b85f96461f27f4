"""The keys of AIF JSON, which tools spell in several ways: ``nodeID``, ``nodeid``, ``node_id``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

ID_KEYS = ("nodeID", "id")
FROM_KEYS = ("fromID", "from", "source")
TO_KEYS = ("toID", "to", "target")
PERSON_KEYS = ("participantID", "personID")
NAME_KEYS = ("firstname", "surname", "lastname", "name")
EDGE_KEYS = ("edgeID", "formEdgeID")
LISTS = ("nodes", "edges", "locutions", "participants")
DRAWING = "OVA"  # where nodes are in the drawing of OVA
TIMES = frozenset({"timestamp", "date", "dtg"})
LAYOUT = frozenset({"x", "y", "w", "h", "visible", "color", "width", "height"})

_KEYS = frozenset(
    {"text", "type", DRAWING, *LISTS, *ID_KEYS, *FROM_KEYS, *TO_KEYS, *PERSON_KEYS, *NAME_KEYS}
    | {*EDGE_KEYS, *TIMES, *LAYOUT}
)


def _folded(key: str) -> str:
    return key.replace("_", "").casefold()


_USUAL = {_folded(key): key for key in _KEYS}


def wrapper(keys: Iterable[str]) -> str | None:
    """Return the key, ``AIF`` or ``aif``, under which xAIF has the graph, or None."""
    return next((key for key in keys if _folded(key) == "aif"), None)


def spellings(keys: Iterable[str]) -> dict[str, str]:
    """Return, by the key as AIFdb spells it, each key as it is given.

    A key that AIF does not have is by itself, and so is a second spelling of one.
    """
    given = dict.fromkeys(keys)
    found: dict[str, str] = {}
    for key in given:
        usual = key if key in _KEYS else _USUAL.get(_folded(key), key)
        is_second = usual != key and (usual in given or usual in found)
        found[key if is_second else usual] = key
    return found


def spelled_usually(body: dict[str, Any]) -> dict[str, Any]:
    """Return an object of the file with the keys that AIFdb uses; itself where it has these."""
    if _KEYS.issuperset(body):
        return body
    return {usual: body[key] for usual, key in spellings(body).items()}
