"""The numbered paragraphs of the source that a map reconstructs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.location import Location

PARAGRAPH = "paragraph"
PAGE = "page"


class Paragraph(NamedTuple):
    """A paragraph of the source: its number, its text on one line, and where it starts.

    Where a text is counted by pages, it is a page, and its location has the number of the
    page in the file for a line.
    """

    number: int
    text: str
    location: Location


class CountedText(NamedTuple):
    """A source text: its paragraphs by number, in its order.

    ``is_numbered`` is whether the text numbers them itself, so that numbers may
    be missing; otherwise they were counted from 1. ``unit`` is what is counted, a
    paragraph or a page; ``how`` says by what. ``notes`` are sentences on what else a reader
    should know, such as pages without a text.
    """

    paragraphs: Mapping[int, Paragraph]
    is_numbered: bool
    unit: str = PARAGRAPH
    how: str = "by blank lines"
    notes: tuple[str, ...] = ()

    def where(self, paragraph: Paragraph) -> str:
        """Return where a paragraph starts: ``file:line:column``, or ``file, page 3``."""
        place = paragraph.location
        return f"{place.file}, page {place.line}" if self.unit == PAGE else str(place)
