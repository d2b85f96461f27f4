"""PDF pictures: cards drawn by Graphviz, or a page set by typst."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.picture import Picture

SUMMARY = "a PDF picture"
SUFFIXES = (".pdf",)
IS_BINARY = True


def draw_pdf(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes:
    """Return a PDF file whose text is text: a page on paper, or one sheet as big as its cards.

    Raises the errors of ``draw_picture``.
    """
    from argmap.pictures.drawing import draw_picture

    return draw_picture(argument_map, picture, "pdf", losses)
