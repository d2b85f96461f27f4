"""SVG pictures: cards drawn by Graphviz, or a page (https://www.w3.org/TR/SVG2/)."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.picture import Picture

SUMMARY = "an SVG picture, for pages and slides"
SUFFIXES = (".svg",)


def draw_svg(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return an SVG picture whose text is text, without scripts and links.

    Raises the errors of ``draw_picture``.
    """
    from argmap.pictures.drawing import draw_picture

    return draw_picture(argument_map, picture, "svg", losses)
