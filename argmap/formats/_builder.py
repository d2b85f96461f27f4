"""Putting a map together from a format that has other rules than ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from argmap.documents.fields import NOT_IN_ID
from argmap.documents.locations import Locations
from argmap.model import (
    ArgumentMap,
    Claim,
    Expectation,
    FileText,
    Relation,
    RelationKind,
    Source,
)
from argmap.model.losses import Losses
from argmap.model.relation import default_id

_NOT_IN_SLUG = re.compile(r"[^\w.+/-]+")
_SLUG_WORDS = 6
_SLUG_AT_MOST = 40  # characters


def usable_id(name: str) -> str:
    """Return a name as an id: as it is, or with a hyphen for what an id cannot have."""
    if name and not NOT_IN_ID.search(name):
        return name
    return "-".join(NOT_IN_ID.sub(" ", name).split())


def slug(title: str, words: int | None = None) -> str:
    """Return a title as an id that is easy to type: its words, joined by hyphens.

    A title that is an id already stays as it is. ``words`` takes the first few
    alone, for a text that has no title. Empty where there is no letter or digit.
    """
    if words is None and title and not NOT_IN_ID.search(title):
        return title
    parts = _NOT_IN_SLUG.sub(" ", NOT_IN_ID.sub(" ", title)).split()
    parts = [part for part in (part.strip(".+/-") for part in parts) if part]
    if words is None:
        return "-".join(parts)
    ends = accumulate(len(part) + 1 for part in parts[:words])
    whole = sum(end <= _SLUG_AT_MOST for end in ends)
    return "-".join(parts[: max(whole, 1)])[:_SLUG_AT_MOST].lower()


class MapBuilder:
    """Collects the claims and relations of a map under ids that are made to fit.

    ``offset`` is where in the text something stands. Add every claim before the
    first relation: a relation gives way where their ids would be the same.
    """

    def __init__(self, file: FileText, losses: Losses) -> None:
        """Start with nothing; ``losses`` counts what cannot be put in."""
        self.losses = losses
        self.claims: dict[str, Claim] = {}
        self.relations: dict[str, Relation] = {}
        self.voices: dict[str, str] = {}
        self.offsets: dict[str, int] = {}
        self.expectations: dict[Expectation, int] = {}  # and where each stands
        self._file = file
        self._next: dict[str, int] = {}
        self._voice_ids: dict[str, str] = {}
        self._voices_taken: set[str] = set()
        self._next_voice: dict[str, int] = {}
        self._reserved: set[str] = set()
        # Finds where everything stands, for a format in which that takes another walk.
        self.find_offsets: Callable[[], Mapping[str, int]] | None = None

    def new_id(self, wanted: str) -> str:
        """Return ``wanted`` as an id that nothing has yet: with a number, where it is taken."""
        base = usable_id(wanted) or "unnamed"
        name = base
        while name in self.claims or name in self.relations or name in self._reserved:
            self._next[base] = self._next.get(base, 1) + 1
            name = f"{base}-{self._next[base]}"
        return name

    def reserve(self, wanted: str) -> str:
        """Return ``new_id`` and keep it for what is added later under this ``reserved`` id."""
        name = self.new_id(wanted)
        self._reserved.add(name)
        return name

    def claim(
        self,
        wanted: str,
        text: str,
        *,
        reserved: str | None = None,
        offset: int | None = None,
        **fields: Any,
    ) -> str:
        """Add a claim and return the id it got; ``fields`` are those of Claim.

        A claim without a text has its label, or else the name it was wanted
        under, for one; a claim without a name has the first words of its text.
        """
        name = reserved or self.new_id(wanted or slug(text, _SLUG_WORDS))
        if not text.strip():
            text = fields.get("label") or wanted or name
        self.claims[name] = Claim(name, text, **fields)
        if offset is not None:
            self.offsets[name] = offset
        return name

    def relation(
        self,
        kind: RelationKind,
        premises: tuple[str, ...],
        target: str,
        *,
        wanted: str | None = None,
        reserved: str | None = None,
        offset: int | None = None,
        scheme: str | None = None,
        note: str | None = None,
    ) -> str | None:
        """Add a relation and return the id it got; None where a map cannot have it.

        Premises named twice count once. What contradicts or restates itself is
        left out and counted. The caller sees to it that the ends are there.
        """
        premises = tuple(dict.fromkeys(premises))
        if kind.is_symmetric and target in premises:
            self.losses.add(
                f"claim that {kind} itself", plural=f"claims that {kind[:-1]} themselves"
            )
            return None
        name = reserved or self.new_id(wanted or default_id(premises, target))
        self.relations[name] = Relation(name, kind, premises, target, scheme, note)
        if offset is not None:
            self.offsets[name] = offset
        return name

    def voice(self, name: str) -> str:
        """Return the id of the voice of this name: a new one, where no id or description is it.

        A new one is described by its name where the id differs.
        """
        if not self._voice_ids:
            self._voice_ids = {text: voice_id for voice_id, text in self.voices.items()}
            self._voice_ids |= {voice_id: voice_id for voice_id in self.voices}
            self._voices_taken = set(self.voices)
        if name not in self._voice_ids:
            voice_id = base = slug(name) or "voice"
            while voice_id in self._voices_taken:
                self._next_voice[base] = self._next_voice.get(base, 1) + 1
                voice_id = f"{base}-{self._next_voice[base]}"
            self._voices_taken.add(voice_id)
            self._voice_ids[name] = voice_id
            if voice_id != name:
                self.voices[voice_id] = name
        return self._voice_ids[name]

    def build(self, *, title: str | None = None, source: Source | None = None) -> ArgumentMap:
        """Return the map."""
        return ArgumentMap(
            self.claims.values(),
            self.relations.values(),
            title=title,
            source=source,
            voices=self.voices,
            locations=Locations(self._file, self.find_offsets or self.offsets),
            expectations=self.expectations,
            expectation_locations=Locations(self._file, self.expectations),
        )
