"""What the attributes of a node or an edge say: a claim, or what a relation does.

Files of other programs give these attributes other names, and relations other words: see
``formats/_vocabulary.py``. What is not understood is counted under its name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple, TypeVar

from argmap.documents.fields import CLAIM_FIELDS
from argmap.documents.unfit import UnfitError
from argmap.formats._vocabulary import (
    LABEL_KEYS,
    RELATION_KEYS,
    TEXT_KEYS,
    relation_kind,
    unknown_relation,
)
from argmap.formats.graphs._graph import READERS, Edge, Graph, Node, Place, is_given, read_text

_Part = TypeVar("_Part", Node, Edge)
UnknownWord = tuple[Place, str, str]  # the place of its owner, its attribute, and the word

_FIELDS = tuple(name for name in CLAIM_FIELDS if name not in {"text", "label"})
_OF_CLAIM = frozenset({*_FIELDS, "node", "labelled"})
_OF_RELATION = frozenset({"node", "role", "scheme", "note", "weight"})
_OWN = frozenset({"text", "label", "verb", "relation"})  # a list there is an error
_KNOWN = _OF_CLAIM | _OF_RELATION | {*TEXT_KEYS, *LABEL_KEYS, *RELATION_KEYS}
_NAMES = ("name", "title")  # in which programs repeat the id of a node


class Said(NamedTuple):
    """What a node or an edge says of a relation: its id, and its verb from the attribute ``key``.

    A word that is no verb is ``unknown``, unless another attribute has one.
    """

    name: str | None
    verb: str | None
    key: str
    unknown: UnknownWord | None


def with_known_names(part: _Part) -> _Part:
    """Return a node or an edge in which the attributes that are known are in lower case."""
    given = part.attributes
    if all(key in _KNOWN or key == key.casefold() for key in given):
        return part
    lower = {key: key.casefold() for key in given}
    return part._replace(
        attributes={
            lower[key] if lower[key] in _KNOWN - given.keys() else key: value
            for key, value in given.items()
        }
    )


class Words:
    """Reads the attributes of one graph, and adds what is wrong with them to its errors."""

    def __init__(self, graph: Graph) -> None:
        """Take the graph."""
        self._graph = graph

    def value(self, part: Node | Edge, name: str) -> Any:
        """Return an attribute as a value of the model; None where it is missing or unfit."""
        value = part.attributes.get(name)
        if value is None or (isinstance(value, str) and not is_given(value)):
            return None
        try:
            read: Callable[[Any], Any] = READERS.get(name, read_text)
            return read(value)
        except UnfitError as unfit:
            message = f"{name} {unfit.message}"
            self._graph.error(part.place, unfit.code, message, unfit.hint, name)
            return None

    def text(self, part: Node | Edge, name: str) -> str | None:
        """Return an attribute as text without white space around it."""
        value = self.value(part, name)
        return value.strip() if isinstance(value, str) else None

    def claim(self, node: Node) -> dict[str, Any]:
        """Return the fields of the claim that a node is, with ``text`` but without ``id``."""
        fields = {name: self.value(node, name) for name in _FIELDS}
        texts, labels = self._texts(node, TEXT_KEYS), self._texts(node, LABEL_KEYS)
        known = {*_OF_CLAIM, *texts, *labels}
        labels = {k: v for k, v in labels.items() if k not in _NAMES or not _is_id(node, v)}
        drawn = node.label
        if drawn and (_is_id(node, drawn) or _is_in(drawn, (*texts.values(), *labels.values()))):
            drawn = None  # otherwise it was changed where it is drawn, and is the newer one
        label = drawn or next(iter(labels.values()), None)
        text = next(iter(texts.values()), None)
        if text is None:
            text, label = label or node.label or node.id or node.name, None
        elif label == text and not self.value(node, "labelled"):
            label = None  # the headline, where there is no label
        for key, value in (texts | labels).items():
            if not _is_in(value, (text, label or "")):
                self._graph.lose(key, value)
        self._lose_others(node, known)
        given = {name: value for name, value in fields.items() if value is not None}
        return {"text": text, "label": label, **given}

    def relation(self, part: Node | Edge) -> Said:
        """Return what a node or an edge says of the relation that it is, or is a part of."""
        read = self._texts(part, RELATION_KEYS)
        words = [(key, word) for key, word in read.items() if not _is_id(part, word)]
        if part.label and not _is_in(part.label, read.values()) and not _is_id(part, part.label):
            words.append(("label", part.label))
        name = read.get("relation")
        if name and ("verb" in read or relation_kind(name) is None):
            words = [each for each in words if each[0] != "relation"]
        else:
            name = None
        verb, key = self._verb(part, words)
        named = [("relation", name)] if name and verb is None else []
        unknown = [each for each in (*named, *words) if relation_kind(each[1]) is None]
        for other, word in unknown[len(named) :]:
            if other != "verb":
                self._graph.lose(other, word)
        self._lose_others(part, {*_OF_RELATION, *read})
        is_unknown = verb is None and bool(unknown)
        return Said(name, verb, key, (part.place, *unknown[0]) if is_unknown else None)

    def _verb(self, part: Node | Edge, words: list[tuple[str, str]]) -> tuple[str | None, str]:
        """Return the verb in words, which must not say two, and the attribute that has it.

        A wrong word in argmap's own attribute is returned as it is, after an error.
        """
        found: list[tuple[str, str]] = []
        for key, word in words:
            kind = relation_kind(word)
            if kind is not None:
                found.append((key, str(kind)))
            elif key == "verb":
                self._graph.error(part.place, *unknown_relation(word), key)
                return word, key
        if not found:
            return None, ""
        key, verb = found[0]
        other = next((each for each in found if each[1] != verb), None)
        if other:
            message = f"this says '{verb}', and '{other[1]}' as well"
            self._graph.error(part.place, "two-verbs", message, "say the same in both", other[0])
        return verb, key

    def _texts(self, part: Node | Edge, keys: Collection[str]) -> dict[str, str]:
        """Return the attributes among ``keys`` that have a text, in the order of ``keys``."""
        found = {}
        for key in keys:
            given = part.attributes.get(key)
            if key in _OWN or not isinstance(given, list | dict):
                text = self.value(part, key) if key in _OWN else read_text(given)
                if text is not None:
                    found[key] = text
        return found

    def _lose_others(self, part: Node | Edge, known: Collection[str]) -> None:
        for key, value in part.attributes.items():
            if key not in known and not (key in _NAMES and _is_id(part, value)):
                self._graph.lose(key, value)


def _is_id(part: Node | Edge, text: object) -> bool:
    return isinstance(part, Node) and text in (part.id, part.name)


def _is_in(text: str, others: Iterable[str]) -> bool:
    """Return whether a text is one of others, but for white space, which editors change."""
    return text.split() in (other.split() for other in others)
