"""The places of the parts of a map in the file that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TypeVar

from argmap.documents.document import Document, Path
from argmap.model import ArgumentMap, Expectation, FileText, Location
from argmap.model.argument_map import Part

Key = TypeVar("Key", bound=Hashable)


class Locations(Mapping[Key, Location]):
    """The places of parts of a map: of claims and relations by id, of expectations, of keys."""

    def __init__(
        self, file: FileText, offsets: Mapping[Key, int] | Callable[[], Mapping[Key, int]]
    ) -> None:
        """Take the offset of each key, or a function that finds them all, called on first use."""
        self._file = file
        self._offsets = offsets

    def _known(self) -> Mapping[Key, int]:
        if callable(self._offsets):
            self._offsets = self._offsets()
        return self._offsets

    def __getitem__(self, key: Key) -> Location:
        """Return the place of a part; raises KeyError for an unknown one."""
        return self._file.location(self._known()[key])

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys whose places are known, in the order of the map."""
        return iter(self._known())

    def __len__(self) -> int:
        """Return how many places are known."""
        return len(self._known())


def of_document(document: Document, argument_map: ArgumentMap) -> Locations[str]:
    """Return the places of the claims and relations of a map in its document."""
    ids = {"claims": tuple(argument_map.claims), "relations": tuple(argument_map.relations)}

    def find() -> Mapping[str, int]:
        known: dict[str, int] = {}
        for key, names in ids.items():
            if names:
                known.update(zip(names, document.places.entries(key), strict=True))
        return known

    return _found_by(find, document)


def of_expectations(
    document: Document, paths: Mapping[Expectation, tuple[Path, bool]]
) -> Locations[Expectation]:
    """Return the places of expectations in their document.

    ``paths`` gives for each where it names its claim: the path of a value, and whether
    that is the key.
    """

    def find() -> Mapping[Expectation, int]:
        offset = document.places.offset
        return {each: offset(path, key=is_key) for each, (path, is_key) in paths.items()}

    return _found_by(find, document)


def of_parts(document: Document, argument_map: ArgumentMap) -> Locations[Part]:
    """Return the places of the keys of a whole map, of quotes, citations and ignored rules.

    Each is named by the id of the claim or relation it is in, or None, and the keys
    that lead to it from there.
    """
    paths = dict(_parts(document, argument_map))

    def find() -> Mapping[Part, int]:
        offset = document.places.offset
        return {part: offset(path, key=True) for part, path in paths.items()}

    return _found_by(find, document)


def _found_by(find: Callable[[], Mapping[Key, int]], document: Document) -> Locations[Key]:
    """Return places that are found on first use, or at once where the document knows them."""
    return Locations(document.file, find() if document.places.are_known else find)


def _parts(document: Document, argument_map: ArgumentMap) -> Iterator[tuple[Part, Path]]:
    for key, value in document.value.items():
        yield (None, (key,)), (key,)
        if key in _WITH_PARTS and isinstance(value, dict):
            yield from (((None, (key, inner)), (key, inner)) for inner in value)
    for name, key in _cited(argument_map):
        value = document.value["claims"][name][key]
        yield (name, (key,)), ("claims", name, key)
        for index in range(len(value) if isinstance(value, list) else 0):
            yield (name, (key, str(index))), ("claims", name, key, index)
    indexes: dict[str, int] = {}
    for rule, _, owner in argument_map.ignored:
        if owner in argument_map.relations and not indexes:
            indexes = {name: index for index, name in enumerate(argument_map.relations)}
        if owner is not None:
            where = ("relations", indexes[owner]) if owner in indexes else ("claims", owner)
            yield (owner, ("ignore", rule)), (*where, "ignore", rule)


def _cited(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    """Yield the claims with quotes and citations, by id, and the keys of these."""
    for claim in argument_map.claims.values():
        if claim.quote:
            yield claim.id, "quote"
        if claim.citations:
            yield claim.id, "citations"


_WITH_PARTS = frozenset({"source", "voices", "schemes", "ignore"})
