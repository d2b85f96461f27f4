"""Drawing a map: from the map to the bytes of a picture, of cards or as a page."""

from __future__ import annotations

from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.pictures.accessible import accessible
from argmap.pictures.digraphs import Digraphs, digraphs
from argmap.pictures.finishing import finished
from argmap.pictures.font_notes import font_notes
from argmap.pictures.graphviz import is_installed, laid_out, rendered
from argmap.pictures.layout import Layout
from argmap.pictures.page.drawing import draw_page
from argmap.pictures.picture import Arrangement, Direction, PageOptions, Picture
from argmap.pictures.properties import with_title
from argmap.pictures.size_notes import size_notes

# More take too long to lay out, and nobody finds a claim among them.
MOST_CLAIMS = 1_500
MOST_RELATIONS = 2_000

MOST_CARDS = 25
"""The claims of a map up to which it is drawn as cards, if nothing else is asked for."""

_KEPT = frozenset({"title", "text", "label", "kind", "voice", "at", "implicit"})
_KEPT_IN_TITLES = frozenset(
    {"id", "relation id", "scheme", "relation weight", "raises"}
)  # shown where the pointer rests
_LOST = "that Graphviz found no way for"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def draw_picture(argument_map: ArgumentMap, picture: Picture, format: str, losses: Losses) -> bytes:
    """Return a map as a picture in a format: svg, png or pdf.

    What it has no room for is counted in ``losses``, whose ``notes`` say so where
    the picture is too big to be read well, and where no font has a character of it.
    Raises ArgmapError for cards where pygraphviz is missing, where the map is too big, and
    where Graphviz fails; and for a page what ``draw_page`` raises.
    """
    if arrangement_of(argument_map, picture) is Arrangement.PAGE:
        return draw_page(argument_map, picture, format, losses)
    losses.add_fields(argument_map, _KEPT | (_KEPT_IN_TITLES if format == "svg" else set()))
    drawn, layout = _laid_out(argument_map, picture)
    text, width, height = finished(layout, drawn, argument_map, picture)
    data = rendered(text, format)
    losses.notes.extend(size_notes(width, height, data, format))
    losses.notes.extend(font_notes(text, format))
    losses.add(f"line {_LOST}", layout.lost, f"lines {_LOST}")
    if format == "svg":
        element = accessible(data, drawn, argument_map, picture, has_size=True)
        return f"{_DECLARATION}{element}\n".encode()
    return with_title(data, argument_map) if format == "pdf" else data


def arrangement_of(argument_map: ArgumentMap, picture: Picture) -> Arrangement:
    """Return how a map is drawn: as is asked for, else by its size and by what is installed.

    What is for cards alone asks for cards, and what is for pages alone for a page.
    """
    if picture.arrangement:
        return picture.arrangement
    if picture.options != PageOptions():
        return Arrangement.PAGE
    if picture.group or picture.direction is not Direction.UP:
        return Arrangement.CARDS
    is_small = len(argument_map.claims) <= MOST_CARDS
    return Arrangement.CARDS if is_small and is_installed() else Arrangement.PAGE


def svg_element(argument_map: ArgumentMap, picture: Picture | None = None) -> str:
    """Return a map as an ``<svg>`` element to be put into a page, without an XML declaration.

    The element has ``class="argmap"``, a ``viewBox`` and no width or height: a
    style sheet decides on these. It has ``<title>``, ``<desc>`` and one ``<g>``
    that moves everything into place; in this are, in order,

    - the ground of the picture: ``<polygon class="ground">``;
    - with ``group``, each frame, ``<g class="frame">``;
    - for each relation, in the order of the file, ``<g class="relation KIND"
      id="picture-relation-N" data-relation="ID" data-premises="ID ID…"
      data-target="ID" role="graphics-symbol img">``, ``N`` from 1, with all its lines,
      its arrow heads and its junction, and ``lit`` or ``dimmed`` where something is
      highlighted;
    - with ``group``, the title of each frame, ``<g class="frame-title">``;
    - for each claim, in the order of the file, ``<g class="claim KIND"
      id="picture-claim-N" data-claim="ID" role="graphics-symbol img">``, ``N`` from 1,
      ``KIND`` one of the styled kinds, or absent; then ``implicit``, where it is;
      and ``lit`` or ``dimmed`` as above;
    - the head: ``<g class="head">`` with title and legend.

    Each of claims and relations has a ``<title>`` first: id and full text, or
    the relation as a sentence. Everything else is ``path``, ``polygon``,
    ``polyline``, ``ellipse`` and ``text``. Colours are attributes, nothing is a
    ``style``, a script or a link, so that a strict Content-Security-Policy
    lets it pass and a style sheet can override it.

    Raises what ``draw_picture`` raises.
    """
    picture = picture or Picture()
    drawn, layout = _laid_out(argument_map, picture)
    svg = rendered(finished(layout, drawn, argument_map, picture).text, "svg")
    return accessible(svg, drawn, argument_map, picture, has_size=False)


def _laid_out(argument_map: ArgumentMap, picture: Picture) -> tuple[Digraphs, Layout]:
    """Return what is drawn, and where everything is."""
    if is_too_big(argument_map):
        raise too_big(argument_map, "draw the part around a claim")
    drawn = digraphs(argument_map, picture)
    return drawn, laid_out(drawn.texts)


def is_too_big(argument_map: ArgumentMap) -> bool:
    """Return whether a map is too big to be drawn."""
    return len(argument_map.claims) > MOST_CLAIMS or len(argument_map.relations) > MOST_RELATIONS


def too_big(argument_map: ArgumentMap, hint: str) -> ArgmapError:
    """Return the error for a map of more than a picture has room for."""
    claims, relations = len(argument_map.claims), len(argument_map.relations)
    return ArgmapError(
        f"a picture holds {MOST_CLAIMS:,} claims and {MOST_RELATIONS:,} relations at the most; "
        f"here are {claims:,} and {relations:,}",
        hint,
    )
