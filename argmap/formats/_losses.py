"""What a format could not carry, counted, so that no loss is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from argmap.model import ArgumentMap


class Losses:
    """A tally of what was left out or altered, by kind, in the order it was noticed."""

    def __init__(self) -> None:
        """Start with nothing lost."""
        self.counts: Counter[str] = Counter()

    def add(self, what: str, number: int = 1) -> None:
        """Count ``number`` more of ``what``, a noun phrase in the plural."""
        if number:
            self.counts[what] += number

    def add_fields(self, argument_map: ArgumentMap, carried: Collection[str]) -> None:
        """Count everything optional in a map whose field is not among ``carried``.

        Fields are those of Claim and Relation, and ``source`` and ``voices``.
        """
        claims, relations = argument_map.claims.values(), argument_map.relations.values()
        for field, what in _PLURALS.items():
            if field in carried:
                continue
            owners = relations if field == "scheme" else claims
            self.add(what, sum(_is_given(getattr(owner, field)) for owner in owners))
        if "source" not in carried and argument_map.source is not None:
            self.add("descriptions of the source")
        if "voices" not in carried:
            self.add("descriptions of voices", len(argument_map.voices))

    def __str__(self) -> str:
        """Return ``12 notes, 3 weights``; empty when nothing was lost."""
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


_PLURALS = {
    "text": "full texts (their labels stand)",
    "kind": "kinds",
    "voice": "voices of claims",
    "at": "source places",
    "weight": "weights",
    "implicit": "marks of implicit claims",
    "tags": "lists of tags",
    "note": "notes",
    "scheme": "schemes",
}


def _is_given(value: object) -> bool:
    return value is not None and value is not False and value != ()
