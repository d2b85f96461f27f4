"""PNG, drawn by Graphviz."""

from __future__ import annotations

from argmap.formats._losses import Losses
from argmap.formats._pictures.picture import Picture
from argmap.model import ArgumentMap

SUMMARY = "a PNG picture"
SUFFIXES = (".png",)


def draw_png(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a PNG picture with two pixels a point, or fewer where it would be too big.

    Raises what ``draw_picture`` raises.
    """
    from argmap.formats._pictures.drawing import draw_picture

    return draw_picture(argument_map, picture, "png", losses)
