"""The numbered paragraphs of the source that a map reconstructs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.location import Location


class Paragraph(NamedTuple):
    """A paragraph of the source: its number, its text on one line, and where it starts."""

    number: int
    text: str
    location: Location


class CountedText(NamedTuple):
    """A source text: its paragraphs by number, in its order.

    ``is_numbered`` is whether the text numbers them itself, so that numbers may
    be missing; otherwise they were counted from 1.
    """

    paragraphs: Mapping[int, Paragraph]
    is_numbered: bool
