"""A claim: a statement that can be supported or attacked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

KINDS = {
    "thesis": "what is argued for",
    "theory": "a view that is argued against",
    "premise": "what the theses rest on",
    "reason": "a step of the argument",
    "evidence": "a fact that is pointed to",
    "concession": "what is granted to the other side",
    "context": "background",
    "question": "what is asked, and neither held nor denied",
}
"""The kinds of claim that argmap suggests and styles, with what each is; a map may use others."""


class Passage(NamedTuple):
    """Where a claim stands in the source: units ``first`` to ``last``, both counted in.

    What a unit is (paragraph, page, …) the map's ``Source.unit`` says.
    """

    first: int
    last: int

    def __str__(self) -> str:
        """Return ``3`` or ``4-5``, as a map file writes it."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


Place = Passage | str
"""Where a claim stands in the source: units by their numbers, or a place by its name.

A name is what the source itself calls it, such as ``II.4``, ``p. 26`` or ``00:12:05``.
"""

_DIGITS = re.compile("([0-9]+)")


def place_order(place: Place) -> tuple[object, ...]:
    """Return what to sort places by: numbers first, then names, the numbers in them as numbers."""
    if isinstance(place, Passage):
        return 0, *place
    parts = _DIGITS.split(place.casefold())
    return 1, tuple(int(part) if n % 2 else part for n, part in enumerate(parts)), place


QUESTION = "question"
"""The kind of what is asked: it has no status, and is never a ground."""


class Standard(StrEnum):
    """By how much an answer has to outweigh its rivals: the proof standards of a balance.

    Gordon and Walton, "Formalizing balancing arguments", 2016.
    """

    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"


class Citation(NamedTuple):
    """Evidence from elsewhere: what it is, where it can be read, and its own words."""

    text: str | None = None
    url: str | None = None
    quote: str | None = None


UNORDERED = ("tags", "quote", "citations")
"""Fields of a claim with members whose order says nothing."""


class Claim(NamedTuple):
    """A statement that can be supported or attacked (an I-node of AIF).

    A named tuple, because a map has many and nothing immutable in Python is quicker
    to make. ``weight`` is a base score in [0, 1], or None
    when the map gives none; ``implicit`` marks what the source leaves unsaid
    but needs; ``assumed`` says whether it may stand on its own, None when the
    map leaves that to its place in it. ``quote`` has runs of the source's own words.
    A question has no status; ``choose`` is ``one`` where its answers exclude one
    another, and ``standard`` is by how much an answer has to outweigh the others, None
    for a preponderance. Where the claim stands in the *map file* is not part of it: see
    ``ArgumentMap.locations``.
    """

    id: str
    text: str
    label: str | None = None
    kind: str | None = None
    voice: str | None = None
    at: tuple[Place, ...] = ()
    weight: float | None = None
    implicit: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    assumed: bool | None = None
    quote: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    choose: str | None = None
    standard: Standard | None = None

    @property
    def is_question(self) -> bool:
        """Whether it is asked, not asserted."""
        return self.kind == QUESTION

    @property
    def headline(self) -> str:
        """The label, or the text where there is none."""
        return self.label or self.text

    @property
    def place(self) -> str:
        """The source places as one string, such as ``1, 4-5``; empty when there are none."""
        return ", ".join(map(str, self.at))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The source places that are numbers."""
        return tuple(place for place in self.at if isinstance(place, Passage))

    @property
    def place_names(self) -> tuple[str, ...]:
        """The source places that are names."""
        return tuple(place for place in self.at if isinstance(place, str))

    def place_by(self, unit: str) -> str:
        """Return the source places with what the numbers count: ``paragraph 1, 4-5, II.4``."""
        runs = groupby(self.at, lambda place: isinstance(place, Passage))
        named = ((is_number, ", ".join(map(str, places))) for is_number, places in runs)
        return ", ".join(f"{unit} {run}" if is_number else run for is_number, run in named)

    def place_signs(self, unit: str) -> Iterator[tuple[str, str]]:
        """Yield how source places are shown and what that means, for a legend."""
        if self.passages:
            yield "[n]", "place in the source" if unit == "place" else f"{unit} of the source"
        if self.place_names:
            yield "[x]", "named place in the source"


def asked_among(claims: Mapping[str, Claim], names: Iterable[str]) -> bool:
    """Return whether some of the ids are of questions, from or to which nothing carries."""
    return any(name in claims and claims[name].is_question for name in names)
