"""Claims beside which their ids and places stand in columns, where there is room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.model import Claim
from argmap.model.text import one_line
from argmap.views.rows import GAP, Span, width_of

_ID_AT_MOST = 26  # columns of an id in its column; a longer one follows the text
_PLACE_AT_MOST = 12
_TEXT_AT_LEAST = 30  # columns, for there to be others beside it
_TEXT_AT_MOST = 60  # columns before the others where lines are not wrapped


class Columns(NamedTuple):
    """The column where ids begin, and the widths of ids and places; all 0 for no columns.

    ``is_whole`` says that every claim fits on its line before them.
    """

    start: int = 0
    of_id: int = 0
    of_place: int = 0
    is_whole: bool = False

    def beside(
        self, claim: Claim, *, has_id: bool = True, has_place: bool = True
    ) -> tuple[list[Span], tuple[Span, ...]]:
        """Return what follows the text of a claim, and what stands in the columns."""
        name = one_line(claim.id) if has_id else ""
        place = one_line(compact_place(claim)) if has_place else ""
        inline: list[Span] = []
        if not self.start or width_of(name) > self.of_id:
            inline = [(f"{GAP}{name}", "id")] if name else []
            name = ""
        if not self.start or width_of(place) > self.of_place:
            inline += [(f" [{place}]", "quiet")] if place else []
            place = ""
        if not (name or place):
            return inline, ()
        padding = " " * (self.of_id - width_of(name) + (len(GAP) if self.of_id else 0))
        return inline, ((name, "id"), (f"{padding}{place.rjust(self.of_place)}".rstrip(), "quiet"))


def columns_for(
    claims: Iterable[Claim],
    extents: Iterable[int],
    width: int | None,
    *,
    has_ids: bool = True,
    has_places: bool = True,
) -> Columns:
    """Return columns for claims whose texts, with what is before them, end at ``extents``.

    ``width`` is that of the terminal, None where lines are not wrapped.
    """
    claims = list(claims)
    of_id = _widest((one_line(c.id) for c in claims if has_ids), _ID_AT_MOST)
    places = (one_line(compact_place(c)) for c in claims if has_places)
    of_place = _widest(places, _PLACE_AT_MOST)
    room = _TEXT_AT_MOST if width is None else width - of_id - of_place - 2 * len(GAP)
    if room < _TEXT_AT_LEAST:
        return Columns()
    widest = max(extents, default=0)
    return Columns(min(widest, room) + len(GAP), of_id, of_place, is_whole=widest <= room)


def compact_place(claim: Claim) -> str:
    """Return the places of a claim for a narrow column: ``1,4-5``."""
    return ",".join(map(str, claim.at))


def _widest(texts: Iterable[str], at_most: int) -> int:
    return max((width for width in map(width_of, texts) if width <= at_most), default=0)
