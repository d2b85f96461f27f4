"""Building a map from a format with other rules for ids and relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import accumulate
from typing import Any

from argmap.documents.field_values import NOT_IN_ID, as_id, is_id
from argmap.documents.locations import Locations
from argmap.model import (
    ArgumentMap,
    Claim,
    Expectation,
    FileText,
    Relation,
    RelationKind,
    Scheme,
    Source,
)
from argmap.model.claim import QUESTION
from argmap.model.losses import Losses
from argmap.model.relation import default_id

_NOT_IN_SLUG = re.compile(r"[^\w.+/-]+")
_SLUG_WORDS = 6
_SLUG_AT_MOST = 40  # characters


def slug(title: str, words: int | None = None) -> str:
    """Return a title as an id that is easy to type: its words, joined by hyphens.

    A title that is an id already stays as it is. With ``words``, at most so many of the
    first words are used, in lower case. Empty where there is no letter or digit.
    """
    if words is None and is_id(title):
        return title
    parts = _NOT_IN_SLUG.sub(" ", NOT_IN_ID.sub(" ", title)).split()
    parts = [part for part in (part.strip(".+/-") for part in parts) if part]
    if words is None:
        return "-".join(parts)
    ends = accumulate(len(part) + 1 for part in parts[:words])
    whole = sum(end <= _SLUG_AT_MOST for end in ends)
    return "-".join(parts[: max(whole, 1)])[:_SLUG_AT_MOST].lower()


class _Names:
    """Makes names unique by a number: ``a``, ``a-2``, ``a-3``."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def new(self, base: str, *taken: Container[str]) -> str:
        """Return ``base``, with a number where it is in one of ``taken``."""
        name = base
        while any(name in names for names in taken):
            self._last[base] = self._last.get(base, 1) + 1
            name = f"{base}-{self._last[base]}"
        return name


def ask(claims: dict[str, Claim], relations: Iterable[Relation]) -> None:
    """Make a question of each claim that something answers and that has no kind.

    So a file of a format in which claims have no kinds may say what answers what.
    """
    for relation in relations:
        if relation.kind is RelationKind.ANSWERS and relation.target in claims:
            target = claims[relation.target]
            if target.kind is None:
                claims[target.id] = target._replace(kind=QUESTION)


class MapBuilder:
    """Collects the claims and relations of a map, giving them valid and unique ids.

    An ``offset`` is a place in the text. Add all claims before the first relation: of
    two equal ids, the one added later gets a number. A step that is named before it is
    added has its id reserved (``reserve``). A map whose relations do not fit their ends
    raises BrokenMapError when it is built; ``model.integrity.faults`` says which, as in
    ``csv/relations.py``.
    """

    def __init__(self, file: FileText, losses: Losses) -> None:
        """Begin with nothing; ``losses`` counts what a map cannot represent."""
        self.losses = losses
        self.claims: dict[str, Claim] = {}
        self.relations: dict[str, Relation] = {}
        self.voices: dict[str, str] = {}
        self.offsets: dict[str, int] = {}
        self.expectations: dict[Expectation, int] = {}  # with the offset of each
        self._file = file
        self._names = _Names()
        self._reserved: set[str] = set()
        self._voice_ids: dict[str, str] = {}  # by id and by description
        self._voices_taken: set[str] = set()
        self._voice_names = _Names()
        # Returns all offsets, for a format that does not know them at once.
        self.find_offsets: Callable[[], Mapping[str, int]] | None = None

    def new_id(self, wanted: str) -> str:
        """Return ``wanted`` as a valid id that is not taken, with a number if need be."""
        base = as_id(wanted) or "unnamed"
        return self._names.new(base, self.claims, self.relations, self._reserved)

    def reserve(self, wanted: str) -> str:
        """Return ``new_id``, kept for what is added later with this ``reserved`` id."""
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
        """Add a claim and return its id; ``fields`` are those of Claim.

        An empty text is replaced by the label, or else by the id; an empty ``wanted``
        by the first words of the text.
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
        weight: float | None = None,
    ) -> str | None:
        """Add a relation and return its id; None where a map cannot have it.

        Premises named twice count once. What contradicts, restates or answers itself is
        lost. The caller makes sure that premises and target exist.
        """
        premises = tuple(dict.fromkeys(premises))
        if (kind.is_symmetric or kind is RelationKind.ANSWERS) and target in premises:
            self.losses.add(
                f"claim that {kind} itself", plural=f"claims that {kind[:-1]} themselves"
            )
            return None
        name = reserved or self.new_id(wanted or default_id(premises, target))
        self.relations[name] = Relation(name, kind, premises, target, scheme, note, weight)
        if offset is not None:
            self.offsets[name] = offset
        return name

    def voice(self, name: str) -> str:
        """Return the id of the voice with this id or description, or else of a new one.

        A new one is described by its name where the id differs.
        """
        if not self._voice_ids:
            self._voice_ids = {text: voice_id for voice_id, text in self.voices.items()}
            self._voice_ids |= {voice_id: voice_id for voice_id in self.voices}
            self._voices_taken = set(self.voices)
        if name not in self._voice_ids:
            voice_id = self._voice_names.new(slug(name) or "voice", self._voices_taken)
            self._voices_taken.add(voice_id)
            self._voice_ids[name] = voice_id
            if voice_id != name:
                self.voices[voice_id] = name
        return self._voice_ids[name]

    def build(
        self,
        *,
        title: str | None = None,
        source: Source | None = None,
        schemes: Iterable[Scheme] = (),
    ) -> ArgumentMap:
        """Return the map; of a claim without a kind, what is answered is a question."""
        ask(self.claims, self.relations.values())
        return ArgumentMap(
            self.claims.values(),
            self.relations.values(),
            title=title,
            source=source,
            voices=self.voices,
            schemes=schemes,
            locations=Locations(self._file, self.find_offsets or self.offsets),
            expectations=self.expectations,
            expectation_locations=Locations(self._file, self.expectations),
        )
