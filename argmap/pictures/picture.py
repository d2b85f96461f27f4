"""How a map is to be drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.analysis.evaluation.evaluation import Outcome
    from argmap.model.paragraph import CountedText


class Direction(StrEnum):
    """Where arrows point to: with ``up``, the targets of claims stand above them."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


class Theme(StrEnum):
    """What a picture is for: a light or a dark screen, or paper without colours."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class Grouping(StrEnum):
    """What claims that are framed together share; a section is their first place."""

    VOICE = "voice"
    KIND = "kind"
    SECTION = "section"


class Arrangement(StrEnum):
    """What a picture consists of: cards and arrows, or a page of rows of text."""

    CARDS = "cards"
    PAGE = "page"


class Paper(StrEnum):
    """What a page is made for: a sheet of paper, or a slide."""

    A4 = "a4"
    LETTER = "letter"
    SLIDE = "slide"


class PageOptions(NamedTuple):
    """The options of a page; None: whatever suits the map.

    ``width`` is that of the page in pixels; with ``paper`` it is that of the paper.
    ``has_labels_alone`` leaves out the text of claims that have a label.
    """

    width: float | None = None
    columns: int | None = None
    paper: Paper | None = None
    has_labels_alone: bool = False


class Tone(StrEnum):
    """How much a part of the picture stands out."""

    PLAIN = "plain"
    LIT = "lit"
    DIMMED = "dimmed"


class Picture(NamedTuple):
    """How a map is to be drawn; the map itself is not in it.

    ``group`` frames claims that share it. ``highlighted`` are the ids of the
    claims and relations that stand out, those of a chain in its order, the others
    being dimmed; None: all are alike. ``outcome`` is what a semantics says of the
    claims of the map, or of a map that it is a part of; None: nothing is said.
    Where a part is drawn, ``claims_of_whole`` is how many claims the whole has, and
    ``left_out`` how many relations bear on a claim that are not drawn, if any.
    ``arrangement`` None is that which suits the size of the map; ``options`` are those of pages.
    ``text`` is the source of the map, of which an HTML page shows what its claims cite.
    """

    direction: Direction = Direction.UP
    theme: Theme = Theme.LIGHT
    group: Grouping | None = None
    highlighted: Collection[str] | None = None
    outcome: Outcome | None = None
    claims_of_whole: int | None = None
    left_out: Mapping[str, int] = MappingProxyType({})
    arrangement: Arrangement | None = None
    options: PageOptions = PageOptions()
    text: CountedText | None = None

    def tone(self, name: str) -> Tone:
        """Return how much a claim or relation stands out, by its id."""
        if self.highlighted is None:
            return Tone.PLAIN
        return Tone.LIT if name in self.highlighted else Tone.DIMMED

    def tone_around(self, names: Iterable[str]) -> Tone:
        """Return how much a frame around some claims and relations stands out."""
        is_dimmed = all(self.tone(name) is Tone.DIMMED for name in names)
        return Tone.DIMMED if is_dimmed else Tone.PLAIN

    def fixed(self, name: str) -> str | None:
        """Return ``assumed`` or ``rejected`` for a claim or relation whose status is fixed."""
        if self.outcome is None:
            return None
        if name in self.outcome.assumed:
            return "assumed"
        return "rejected" if name in self.outcome.rejected else None
