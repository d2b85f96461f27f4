"""A page to explore a map in, of HTML (https://html.spec.whatwg.org/)."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.picture import Picture

SUMMARY = "a page to explore in a browser"
SUFFIXES = (".html", ".htm")
IS_PAGE = True


def draw_html(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a page with outline, picture, search and chains; without a picture if need be.

    Why it has none is told in the ``notes`` of ``losses``. Nothing else is lost: what a
    map expects, and the rules it ignores, are for its author's checks, not for a reader.
    """
    from argmap.formats.html.page import page

    return page(argument_map, picture, losses).encode()
