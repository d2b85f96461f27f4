"""Key-value data of other formats: read into the fields of a map where they fit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from argmap.documents.document import is_nothing
from argmap.documents.field_values import Field, is_id, read_text
from argmap.documents.fields import SOURCE_FIELDS
from argmap.documents.unfit import UnfitError
from argmap.model import Source
from argmap.model.losses import Losses

_TEXT = Field(read_text, "A text.")
_PLURALS = {"entry": "entries", "voice": "voices"}


class Entries:
    """Reads entries by key, and counts the others by name."""

    def __init__(self, losses: Losses) -> None:
        """Take the losses to add to."""
        self._losses = losses

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
                    self._lose(what, key)
            except UnfitError:
                self._lose(f"{what} that does not fit", key)
        return fields

    def _lose(self, what: str, key: str) -> None:
        plural = re.sub("entry|voice", lambda word: _PLURALS[word[0]], what, count=1)
        self._losses.add(what, 1, plural.replace("does not", "do not"), name=key)

    def source(self, body: dict[str, Any]) -> Source | None:
        """Take ``source`` out of a body and return it; None where there is nothing to read."""
        given = body.pop("source") if isinstance(body.get("source"), dict) else {}
        fields = self.read(given, SOURCE_FIELDS, "source entry")
        return Source(**fields) if fields else None

    def voices(self, body: dict[str, Any], *, only_ids: bool = False) -> dict[str, str]:
        """Take ``voices`` out of a body and return them; ``only_ids`` loses other names."""
        given = body.pop("voices") if isinstance(body.get("voices"), dict) else {}
        known = {name: _TEXT for name in given if is_id(name) or not only_ids}
        return self.read(given, known, "voice")

    def title(self, body: dict[str, Any], what: str, passed: Collection[str] = ()) -> str | None:
        """Return the title among entries; the others are lost as a ``what``."""
        return self.read(body, {"title": _TEXT}, what, passed).get("title")
