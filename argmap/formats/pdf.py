"""PDF, drawn by Graphviz."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.picture import Picture

SUMMARY = "a PDF page with the picture"
SUFFIXES = (".pdf",)
IS_BINARY = True


def draw_pdf(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a page in PDF of the size of the picture, in which text is text.

    Raises what ``draw_picture`` raises.
    """
    from argmap.pictures.drawing import draw_picture

    return draw_picture(argument_map, picture, "pdf", losses)
