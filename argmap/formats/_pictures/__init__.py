"""Pictures of maps, drawn by Graphviz: the work behind the formats svg, png and pdf.

``draw_picture`` gives the bytes of a picture, ``svg_element`` one to put into a
page. Graphviz comes with the extra ``draw``.
"""

from __future__ import annotations

from argmap.formats._pictures.drawing import MOST_CLAIMS, draw_picture, svg_element
from argmap.formats._pictures.picture import Direction, Grouping, Picture, Theme

__all__ = [
    "MOST_CLAIMS",
    "Direction",
    "Grouping",
    "Picture",
    "Theme",
    "draw_picture",
    "svg_element",
]
