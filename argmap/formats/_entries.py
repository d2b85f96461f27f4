"""Entries that other formats keep beside a text: read where a map has a field, else counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from argmap.documents.document import is_nothing
from argmap.documents.fields import Field, UnfitError
from argmap.model.losses import Losses

_NAMED_AT_MOST = 12  # kinds of lost entries; a hostile file may have any number


class Entries:
    """Reads entries by key, and tells at the end what was lost, by key."""

    def __init__(self, losses: Losses) -> None:
        """Take the tally that ``count`` adds to."""
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

        Not those whose key is ``passed`` or that hold nothing.
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
        """Add what was lost to the tally."""
        for number, (what, count) in enumerate(self._lost.items()):
            named = what if number < _NAMED_AT_MOST else "other entry"
            self._losses.add(named, count, named.replace("entry", "entries", 1))
