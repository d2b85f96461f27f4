"""Parts of a map document that stand where they do not belong, each reported once."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Any

from argmap.documents.document import (
    Document,
    Literal,
    Path,
    as_written,
    is_nothing,
    is_scalar,
    value_of,
    what,
)
from argmap.documents.document_reader import DocumentReader
from argmap.documents.field_values import is_id
from argmap.documents.fields import CLAIM_KEYS, RELATION_KEYS, TOP_KEYS, VERBS, VERSION
from argmap.documents.unfit import UnfitError
from argmap.documents.yaml_scalars import flow

_MAPPINGS = ("source", "voices", "schemes", "claims", "expect", "ignore")


class PlaceReader(DocumentReader):
    """Finds what is not indented under its key, and lists where mappings should be."""

    def __init__(self, document: Document) -> None:
        """Begin with everything in its place."""
        super().__init__(document)
        self.lost_claims: set[str] = set()  # ids of claims whose keys are elsewhere
        self.are_claims_read = True

    def top_keys(self, body: dict[str, Any]) -> Collection[str]:
        """Report the unknown keys of the map, and return the known ones that they stand for."""
        keys = [*body]
        unknown = next((n for n, key in enumerate(keys) if key not in TOP_KEYS), 0)
        parent = keys[unknown - 1] if unknown else ""
        if parent in _MAPPINGS and is_nothing(body[parent]) and not _is_near(keys[unknown]):
            message = f"'{keys[unknown]}' is not indented under '{parent}'"
            hint = f"indent it, and what belongs to it, further than '{parent}'"
            self.error((keys[unknown],), "unknown-key", message, hint, key=True)
            self.are_claims_read = False
            return ()
        strays = [key for key in body if key not in TOP_KEYS and self._is_stray(body, key)]
        for key in strays:
            message = f"'{key}' is not indented under 'claims', as the other claims are"
            self.error((key,), "unknown-key", message, "indent it as those", key=True)
        meant = self.unknown_keys((), body, (*TOP_KEYS, *strays))
        self.are_claims_read = "claims" not in meant and not strays
        return meant

    def _is_stray(self, body: dict[str, Any], key: str) -> bool:
        """Return whether a key of the map is a claim that is not indented as the others."""
        above = [each for each in body if each in TOP_KEYS or each == key]
        value = body[key]
        is_claim = "text" in value if isinstance(value, dict) else isinstance(value, str)
        is_below = above[above.index(key) - 1] == "claims" if above[0] != key else False
        return is_below and is_claim and not _is_near(key)

    def claims_given(self, value: Any) -> dict[str, Any]:
        """Return what is given under ``claims``, less what only looks like a claim."""
        hint = "write each claim as its id with a text: open-sundays: The library should open."
        if isinstance(value, list):
            first = next((item for item in value if isinstance(item, dict) and item), {})
            name = first.get("id") or next(iter(first), "open-sundays")
            hint = "take out each '- ', and write the id of each claim as its key: "
            hint += f"{as_written(name) if is_scalar(name) else 'ID'}: {{text: …}}"
        body = self.by_name(("claims",), self.mapping(("claims",), value, hint))
        if not isinstance(value, dict) and not is_nothing(value):
            self.are_claims_read = False
        empty = {key for key, claim in body.items() if is_nothing(claim)}
        passed = self._unindented(body, empty)
        return (
            body if not passed else {key: claim for key, claim in body.items() if key not in passed}
        )

    def _unindented(self, body: dict[str, Any], empty: Collection[str]) -> set[str]:
        """Report keys of a claim that are not indented under its id; return them, and that id."""
        found: dict[str, str] = {}
        owner = None
        for key, following in pairwise(body):
            is_misplaced = isinstance(body[key], dict) and _is_value_alone(body[following])
            owner = key if key in empty or is_misplaced else owner if key in found else None
            if owner is not None and following in CLAIM_KEYS:
                if key == owner:
                    message = f"'{following}' is not indented under '{owner}'"
                    hint = f"indent it, and the other keys of the claim, further than '{owner}'"
                    self.error(("claims", following), "wrong-type", message, hint, key=True)
                found |= {owner: owner, following: owner}
        self.lost_claims |= {*found.values()}
        return {*found}

    def halves(self, body: list[Any]) -> set[int]:
        """Report relations whose verb is in an item of its own; return the indexes of both."""
        found: set[int] = set()
        for index, (one, other) in enumerate(pairwise(body), 1):
            if not isinstance(one, dict) or not isinstance(other, dict) or "from" in other:
                continue
            if "from" in one and VERBS.keys().isdisjoint(one) and VERBS.keys() & other.keys():
                hint = "take the '- ' out, and indent the line as the one above"
                self.error(("relations", index), "missing-key", "this '- ' splits a relation", hint)
                found |= {index - 1, index}
        return found

    def is_keyless(self, path: Path, relation: dict[str, Any]) -> bool:
        """Report a relation whose only key is none of a relation; return whether it is so."""
        if len(relation) != 1:
            return False
        ((key, value),) = relation.items()
        if key in RELATION_KEYS:
            return False
        hint = relation_hint(f"{key} {as_written(value)}" if is_scalar(value) else "")
        if isinstance(value, dict) and is_id(key):
            hint = f"an id has a key of its own, such as: {{id: {flow(key)}, from: …, supports: …}}"
        self.error(path, "unknown-key", f"'{key}' is no key of a relation", hint)
        return True


def _is_value_alone(value: Any) -> bool:
    """Return whether a value is one of a key of a claim, and no claim."""
    return isinstance(value, Literal | list) and not is_nothing(value)


def _is_near(key: str) -> bool:
    """Return whether a key is rather a misspelt one of the map than a name."""
    from difflib import get_close_matches

    return bool(get_close_matches(key[:100].casefold(), TOP_KEYS, 1, 0.8))


def read_version(value: Any) -> int:
    """Return the version of the format, the only one there is."""
    number = value_of(value)
    if type(number) is int and number == VERSION:
        return VERSION
    written = as_written(value) if is_scalar(value) and as_written(value) else what(value)
    named = f"the text '{written}'" if isinstance(value, str) else written
    message = f"this argmap reads format version {VERSION}, not {named}"
    is_meant = number is None or written.strip("v").split(".")[0] == str(VERSION)
    raise UnfitError("version", message, f"write: argmap: {VERSION}" if is_meant else None)


def relation_hint(value: Any) -> str:
    """Return how to write a relation, which may be written as a sentence."""
    words = value.removeprefix("from ").split() if isinstance(value, str) else []
    if len(words) == 3 and words[1] in VERBS:
        return f"write it as {{from: {flow(words[0])}, {words[1]}: {flow(words[2])}}}"
    return "such as: {from: a-premise, supports: a-claim}"
