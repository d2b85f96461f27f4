"""Key-value data of other formats: read into the fields of a map where they fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from argmap.documents.document import is_nothing
from argmap.documents.fields import Field, UnfitError
from argmap.model.losses import Losses

_NAMED_AT_MOST = 12  # kinds of lost entries; a hostile file may have any number


class Entries:
    """Reads entries by key, and counts the others by key."""

    def __init__(self, losses: Losses) -> None:
        """Take the losses that ``count`` adds to."""
        self._losses = losses
        self._lost: Counter[str] = Counter()

    def read(
        self,
        body: Mapping[str, Any],
        known: Mapping[str, Field],
        what: str,
        passed: Collection[str] = (),
    ) -> dict[str, Any]:
        """Return the entries that ``known`` can read; the others are lost as a ``what``.

        Empty ones, and those whose key is ``passed``, are not.
        """
        fields: dict[str, Any] = {}
        for key, value in body.items():
            if key in passed or is_nothing(value) or value in ("", [], {}):
                continue
            try:
                if key in known:
                    fields[key] = known[key].read(value)
                else:
                    self._lost[f"{what} “{key}”"] += 1
            except UnfitError:
                self._lost[f"{what} “{key}” that does not fit"] += 1
        return fields

    def count(self) -> None:
        """Add the entries that were lost to the losses."""
        for number, (what, count) in enumerate(self._lost.items()):
            named = what if number < _NAMED_AT_MOST else "other entry"
            self._losses.add(named, count, named.replace("entry", "entries", 1))
