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
            names = self._names.setdefault(what, {})
            if len(names) <= _NAMED_AT_MOST:
                names[name] = None
        if is_minor:
            self._minor.add(what)

    def add_fields(self, argument_map: ArgumentMap, kept: Collection[str]) -> None:
        """Count everything optional in a map whose field is not among ``kept``.

        Fields are the keys of ``_WORDS``, and ``title``, ``source``, ``voices`` and
        ``expectations``. A field is kept if all of its values are; a writer that keeps
        some counts the others itself, and so it does the texts, labels and ids that it
        leaves out or alters.
        """
        claims, relations = argument_map.claims.values(), argument_map.relations.values()
        for field, (what, plural) in _WORDS.items():
            if field in kept:
                continue
            owners: tuple[Claim | Relation, ...] = (*claims, *relations)
            self.add(what, sum(_is_given(owner, field) for owner in owners), plural)
        if "title" not in kept:
            self.add("title of the map", int(argument_map.title is not None))
        if "source" not in kept:
            self.add("description of the source", int(argument_map.source is not None))
        if "voices" not in kept:
            self.add("description of a voice", len(argument_map.voices), "descriptions of voices")
        if "expectations" not in kept:
            self.add_expectations(argument_map)

    def add_expectations(self, argument_map: ArgumentMap) -> None:
        """Count what a map expects and ignores, for a format that has no place for it."""
        self.add("expectation", len(argument_map.expectations))
        number = len(argument_map.ignored)
        self.add("rule ignored with a reason", number, "rules ignored with a reason")

    def items(self) -> list[tuple[int, str]]:
        """Return how many of what, as words for that number: ``(12, "notes")``."""
        return [(number, self._words(what)) for what, number in self._ordered()]

    def records(self) -> list[dict[str, object]]:
        """Return the items for JSON: ``{"count": 12, "what": "keys", "names": ["x", …]}``."""
        records: list[dict[str, object]] = []
        for what, number in self._ordered():
            records.append({"count": number, "what": self._words(what)})
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


_WORDS = {
    "kind": ("kind of a claim", "kinds of claims"),
    "voice": ("voice of a claim", "voices of claims"),
    "at": ("source place", None),
    "weight": ("weight", None),
    "implicit": ("mark of an implicit claim", "marks of implicit claims"),
    "tags": ("list of tags", "lists of tags"),
    "note": ("note", None),
    "assumed": ("mark of what is assumed", "marks of what is assumed"),
    "scheme": ("scheme", None),
}


def _is_given(owner: Claim | Relation, field: str) -> bool:
    defaults = owner._field_defaults
    return field in defaults and getattr(owner, field) != defaults[field]
