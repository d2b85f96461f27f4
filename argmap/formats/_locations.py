"""The places of the claims and relations of a map in the file it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.formats._document import Document, Places
from argmap.model import ArgumentMap, Location


class Locations(Mapping[str, Location]):
    """Where each claim and relation of a map stands in its file, by id."""

    def __init__(self, document: Document, argument_map: ArgumentMap) -> None:
        """Take the places that are at hand; leave finding others until they are asked for."""
        self._source = document.source
        self._ids = (tuple(argument_map.claims), tuple(argument_map.relations))
        self._places: Places | None = document.places
        self._known: dict[str, int] = {}
        if document.places.at_hand:
            self._find()

    def _find(self) -> dict[str, int]:
        if self._places is not None:
            for ids, key in zip(self._ids, ("claims", "relations"), strict=True):
                if ids:
                    self._known.update(zip(ids, self._places.entries(key), strict=True))
            self._places = None
        return self._known

    def __getitem__(self, key: str) -> Location:
        """Return the place of a claim or relation; KeyError for an unknown id."""
        return self._source.location(self._find()[key])

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of claims, then of relations."""
        return iter(self._find())

    def __len__(self) -> int:
        """Return how many claims and relations there are."""
        return sum(map(len, self._ids))
