"""The places of the claims, relations and expectations of a map in the file it was read from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TypeVar

from argmap.formats._document import Document, Path
from argmap.model import ArgumentMap, Expectation, Location, SourceText

Key = TypeVar("Key", bound=Hashable)


class Locations(Mapping[Key, Location]):
    """Where claims and relations of a map stand in its file, by id, or its expectations."""

    def __init__(
        self, source: SourceText, offsets: Mapping[Key, int] | Callable[[], Mapping[Key, int]]
    ) -> None:
        """Take where each key stands in the text, or a function that finds it when first asked."""
        self._source = source
        self._offsets = offsets

    def _known(self) -> Mapping[Key, int]:
        if callable(self._offsets):
            self._offsets = self._offsets()
        return self._offsets

    def __getitem__(self, key: Key) -> Location:
        """Return the place of what a key names; KeyError for an unknown one."""
        return self._source.location(self._known()[key])

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys whose place is known, in the order of the map."""
        return iter(self._known())

    def __len__(self) -> int:
        """Return how many places are known."""
        return len(self._known())


def of_document(document: Document, argument_map: ArgumentMap) -> Locations[str]:
    """Return the places of a map in the document it was made from, entry by entry.

    Those that are at hand are taken; others are found when first asked for.
    """
    ids = {"claims": tuple(argument_map.claims), "relations": tuple(argument_map.relations)}

    def find() -> Mapping[str, int]:
        known: dict[str, int] = {}
        for key, names in ids.items():
            if names:
                known.update(zip(names, document.places.entries(key), strict=True))
        return known

    return Locations(document.source, find() if document.places.at_hand else find)


def of_expectations(
    document: Document, paths: Mapping[Expectation, tuple[Path, bool]]
) -> Locations[Expectation]:
    """Return the places of expectations in the document they were made from.

    ``paths`` says where each names its claim: the path of a value, and whether
    its key is meant. As with ``of_document``, what is at hand is taken.
    """

    def find() -> Mapping[Expectation, int]:
        offset = document.places.offset
        return {each: offset(path, key=is_key) for each, (path, is_key) in paths.items()}

    return Locations(document.source, find() if document.places.at_hand else find)
