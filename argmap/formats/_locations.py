"""The places of the claims and relations of a map in the file it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from argmap.formats._document import Document
from argmap.model import ArgumentMap, Location, SourceText

Offsets = Mapping[str, int]


class Locations(Mapping[str, Location]):
    """Where claims and relations of a map stand in its file, by id."""

    def __init__(self, source: SourceText, offsets: Offsets | Callable[[], Offsets]) -> None:
        """Take where each id stands in the text, or a function that finds it when first asked."""
        self._source = source
        self._offsets = offsets

    def _known(self) -> Offsets:
        if callable(self._offsets):
            self._offsets = self._offsets()
        return self._offsets

    def __getitem__(self, key: str) -> Location:
        """Return the place of a claim or relation; KeyError for an unknown id."""
        return self._source.location(self._known()[key])

    def __iter__(self) -> Iterator[str]:
        """Yield the ids whose place is known, in the order of the map."""
        return iter(self._known())

    def __len__(self) -> int:
        """Return how many places are known."""
        return len(self._known())


def of_document(document: Document, argument_map: ArgumentMap) -> Locations:
    """Return the places of a map in the document it was made from, entry by entry.

    Those that are at hand are taken; others are found when first asked for.
    """
    ids = {"claims": tuple(argument_map.claims), "relations": tuple(argument_map.relations)}

    def find() -> Offsets:
        known: dict[str, int] = {}
        for key, names in ids.items():
            if names:
                known.update(zip(names, document.places.entries(key), strict=True))
        return known

    return Locations(document.source, find() if document.places.at_hand else find)
