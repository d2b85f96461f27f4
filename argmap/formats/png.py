"""PNG pictures: cards drawn by Graphviz, or a page set by typst."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.picture import Picture

SUMMARY = "a PNG picture"
SUFFIXES = (".png",)
IS_BINARY = True


def draw_png(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a PNG picture with two pixels per point, or fewer where it would be too big.

    Raises the errors of ``draw_picture``.
    """
    from argmap.pictures.drawing import draw_picture

    return draw_picture(argument_map, picture, "png", losses)
