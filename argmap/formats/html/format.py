"""An HTML page to explore a map in (https://html.spec.whatwg.org/)."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.picture import Picture

SUMMARY = "a page to explore in a browser"
SUFFIXES = (".html", ".htm")
IS_PAGE = True


def draw_html(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a page with outline, search, chains, what-if and, where it can be drawn, a picture.

    Without one, the ``notes`` of ``losses`` give the reason. What else is lost is counted.
    """
    from argmap.formats.html.page import page

    return page(argument_map, picture, losses).encode()
