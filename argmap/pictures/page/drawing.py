"""Drawing a map as a page: from the map to the bytes of an SVG, PNG or PDF."""

from __future__ import annotations

from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.model.text import one_line
from argmap.pictures.font_notes import font_notes
from argmap.pictures.page.canvas import Dialect
from argmap.pictures.page.cited import numbered
from argmap.pictures.page.composing import laid_out
from argmap.pictures.page.painting import SCREEN, sheets
from argmap.pictures.page.values import Laid
from argmap.pictures.picture import Paper, Picture
from argmap.pictures.size_notes import sharpness_notes
from argmap.pictures.typesetting import FAMILY, Sheet, as_pdf, as_png, without_glyph

_KEPT = frozenset({"title", "text", "label", "kind", "voice", "at", "implicit"})
_KEPT_IN_TITLES = frozenset(
    {"id", "relation id", "scheme", "relation weight", "raises"}
)  # shown where the pointer rests
_PRINT = Dialect(f"'{FAMILY}'", is_bare=True, has_direction=False)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def draw_page(argument_map: ArgumentMap, picture: Picture, format: str, losses: Losses) -> bytes:
    """Return a map as a page in a format: svg, png or pdf.

    A pdf is on paper, A4 unless another paper or a width is asked for, of as many sheets as it
    takes. What is not shown is counted in ``losses``, whose ``notes`` say where no font has
    a character of it. Raises ArgmapError where typst or its font is missing for a png or pdf,
    and where an svg or png would take more than one sheet.
    """
    options = picture.options
    if format == "pdf" and options.paper is None and options.width is None:
        picture = picture._replace(options=options._replace(paper=Paper.A4))
    laid = laid_out(argument_map, picture)
    _count(argument_map, laid, format, losses)
    left_out = sum(row.left_out for row in laid.outline.rows)
    losses.add("use of a claim beyond eight", left_out, "uses of claims beyond eight each")
    drawn = sheets(laid, SCREEN if format == "svg" else _PRINT)
    if format != "pdf" and len(drawn) > 1:
        raise _too_many(len(drawn), picture, format)
    first = drawn[0]
    if format == "svg":
        data = f"{_DECLARATION}{first.svg}\n".encode()
    elif format == "png":
        data = as_png(first)
        losses.notes.extend(sharpness_notes(first.width, first.height, data))
    else:
        data = as_pdf(drawn, one_line(argument_map.title or "An argument map"))
    text = "".join(each.svg for each in drawn)
    losses.notes.extend(font_notes(text, format, without_glyph))
    return data


def page_sheets(argument_map: ArgumentMap, picture: Picture, dialect: Dialect) -> list[Sheet]:
    """Return the sheets of a page as SVG."""
    return sheets(laid_out(argument_map, picture), dialect)


def _count(argument_map: ArgumentMap, laid: Laid, format: str, losses: Losses) -> None:
    picture = laid.picture
    kept = _KEPT | (_KEPT_IN_TITLES if format == "svg" else set())
    kept |= {"citations"} if numbered(laid.outline, picture) else set()
    if picture.options.has_labels_alone and format != "svg":  # there the title has the text
        left_out = sum(
            claim.label is not None and claim.label != claim.text
            for claim in argument_map.claims.values()
        )
        losses.add("text beside a label", left_out, "texts beside labels")
    losses.add_fields(argument_map, kept)


def _too_many(number: int, picture: Picture, format: str) -> ArgmapError:
    paper = picture.options.paper
    name = "slides" if paper is Paper.SLIDE else f"sheets of {paper}"
    more = "" if picture.options.has_labels_alone else ", or leave out the sentences with --labels"
    return ArgmapError(
        f"this map takes {number} {name}, and {format} has room for one",
        f"write a pdf{more}",
    )
