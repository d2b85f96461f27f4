"""A page to explore a map in, of HTML (https://html.spec.whatwg.org/)."""

from __future__ import annotations

from argmap.formats._losses import Losses
from argmap.formats._pictures.picture import Picture
from argmap.model import ArgumentMap

SUMMARY = "a page to explore in a browser"
SUFFIXES = (".html", ".htm")


def draw_html(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a page with outline, picture, search and chains; without a picture if need be.

    Why it has none is told in the ``notes`` of ``losses``. Nothing else is lost: what a
    map expects, and the rules it ignores, are for its author's checks, not for a reader.
    """
    from argmap.formats._page.page import page

    return page(argument_map, picture, losses).encode()
