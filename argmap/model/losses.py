"""What a format cannot represent, counted, so that no loss is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import islice

from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import shortened

_NAMED_AT_MOST = 5  # names of one kind of loss; a hostile file may have any number


class Losses:
    """A tally of what was left out or altered, by kind.

    What touches the meaning of a map comes before what is minor, such as the places of
    nodes in a drawing; otherwise in the order it was noticed. ``format`` names the
    format it was lost to, or in reading. ``notes`` are sentences on what else a reader
    should know of the result, though nothing of the map was lost.
    """

    def __init__(self) -> None:
        """Start with nothing lost."""
        self.format = ""
        self.counts: Counter[str] = Counter()
        self.notes: list[str] = []
        self._plurals: dict[str, str] = {}
        self._names: dict[str, dict[str, None]] = {}  # the first ones, each once
        self._minor: set[str] = set()

    def add(
        self,
        what: str,
        number: int = 1,
        plural: str | None = None,
        *,
        name: str | None = None,
        is_minor: bool = False,
    ) -> None:
        """Count ``number`` more of ``what``, in the singular; ``plural`` where -s will not do.

        ``name`` is what the file calls it, such as the key of an unknown entry; the first
        few names are reported. What ``is_minor`` says nothing of what is argued.
        """
        if number <= 0:
            return
        self.counts[what] += number
        self._plurals[what] = plural or f"{what}s"
        if name is not None:
            self._name(what, name)
        if is_minor:
            self._minor.add(what)

    def _name(self, what: str, name: str) -> None:
        names = self._names.setdefault(what, {})
        if len(names) <= _NAMED_AT_MOST:
            names[name] = None

    def include(self, other: Losses) -> None:
        """Count what was lost elsewhere, too, as in reading another file; take its new notes."""
        self.notes += [note for note in other.notes if note not in self.notes]
        for what, number in other.counts.items():
            self.add(what, number, other._plurals[what], is_minor=what in other._minor)
            for name in other._names.get(what, ()):
                self._name(what, name)

    def add_fields(self, argument_map: ArgumentMap, kept: Collection[str]) -> None:
        """Count every value in a map whose field is not among ``kept``.

        Fields are those of claims and relations (``relation id`` is the id of a
        relation, ``relation weight`` its weight), ``title``, ``source``, ``voices``,
        ``schemes`` and ``expectations``. A field is kept
        if all of its values are; a writer that keeps some counts the others itself, and
        so it does the relations that it cannot write.
        """
        for fields, owners in (
            (_OF_CLAIMS, argument_map.claims.values()),
            (_OF_RELATIONS, argument_map.relations.values()),
        ):
            for field, (what, plural) in fields.items():
                if field not in kept:
                    number = sum(_is_given(owner, field) for owner in owners)
                    self.add(what, number, plural, is_minor=field in _IDS)
        if "title" not in kept:
            self.add("title of the map", int(argument_map.title is not None))
        if "source" not in kept:
            self.add("description of the source", int(argument_map.source is not None))
        if "voices" not in kept:
            self.add("description of a voice", len(argument_map.voices), "descriptions of voices")
        if "schemes" not in kept:
            self.add_schemes(argument_map)
        if "expectations" not in kept:
            self.add_expectations(argument_map)

    def add_schemes(self, argument_map: ArgumentMap) -> None:
        """Count the schemes that a map defines, for a format that has no place for them."""
        number = len(argument_map.schemes)
        self.add("definition of a scheme", number, "definitions of schemes")

    def add_expectations(self, argument_map: ArgumentMap, *, is_minor: bool = False) -> None:
        """Count what a map expects and ignores, for a format that has no place for it."""
        self.add("expectation", len(argument_map.expectations), is_minor=is_minor)
        what, plural = "rule ignored with a reason", "rules ignored with a reason"
        self.add(what, len(argument_map.ignored), plural, is_minor=is_minor)

    @property
    def touch_the_argument(self) -> bool:
        """Whether anything was lost that is not minor."""
        return any(what not in self._minor for what in self.counts)

    def items(self) -> list[tuple[int, str]]:
        """Return how many of what, as words for that number: ``(12, "notes")``."""
        return [(number, self._words(what)) for what, number in self._ordered()]

    def records(self) -> list[dict[str, object]]:
        """Return the items for JSON: ``{"count": 12, "what": "keys", "names": ["x", …]}``.

        Those that are minor have ``"minor": true`` as well.
        """
        records: list[dict[str, object]] = []
        for what, number in self._ordered():
            records.append({"count": number, "what": self._words(what)})
            if what in self._minor:
                records[-1]["minor"] = True
            if what in self._names:
                records[-1]["names"] = list(self._names[what])[:_NAMED_AT_MOST]
        return records

    def __str__(self) -> str:
        """Return ``12 notes, 3 keys (colour, size, x)``; empty when nothing was lost."""
        return ", ".join(
            f"{number:,} {self._words(what)}{_listed(self._names.get(what, ()))}"
            for what, number in self._ordered()
        )

    def _ordered(self) -> list[tuple[str, int]]:
        return sorted(self.counts.items(), key=lambda item: item[0] in self._minor)

    def _words(self, what: str) -> str:
        return what if self.counts[what] == 1 else self._plurals[what]


def _listed(names: Collection[str]) -> str:
    if not names:
        return ""
    some = ", ".join(shortened(name, 40) for name in islice(names, _NAMED_AT_MOST))
    return f" ({some}, …)" if len(names) > _NAMED_AT_MOST else f" ({some})"


_OF_CLAIMS = {
    "text": ("text of a claim", "texts of claims"),
    "label": ("label", None),
    "kind": ("kind of a claim", "kinds of claims"),
    "voice": ("voice of a claim", "voices of claims"),
    "at": ("source place", None),
    "weight": ("weight", None),
    "implicit": ("mark of an implicit claim", "marks of implicit claims"),
    "assumed": ("mark of what is assumed", "marks of what is assumed"),
    "note": ("note", None),
    "tags": ("list of tags", "lists of tags"),
    "quote": ("quote from the source", "quotes from the source"),
    "citations": ("list of citations", "lists of citations"),
    "choose": ("mark of a choice of one answer", "marks of choices of one answer"),
    "standard": ("proof standard", None),
    "id": ("id of a claim", "ids of claims"),
}
_OF_RELATIONS = {
    "scheme": ("scheme", None),
    "note": ("note", None),
    "relation weight": ("weight of a relation", "weights of relations"),
    "raises": ("critical question raised", "critical questions raised"),
    "relation id": ("id of a relation", "ids of relations"),
}
_IDS = frozenset({"id", "relation id"})  # names, by which the parts of a map are tied together


def _is_given(owner: Claim | Relation, field: str) -> bool:
    """Return whether a value says something: a text its id does not, an id no default does."""
    if isinstance(owner, Relation):
        if field in _IDS:
            return not owner.has_default_id
        return getattr(owner, field.removeprefix("relation ")) is not None
    if field == "text":
        return owner.text != owner.id
    return field == "id" or getattr(owner, field) != owner._field_defaults[field]
