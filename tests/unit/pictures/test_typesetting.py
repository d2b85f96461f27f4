"""Pages as PDF and PNG: the text of the SVG, in our own font, the same bytes each time."""

from __future__ import annotations

import io

import pytest
from support.paged import PAGE, debate
from support.pictured import parsed, without_spaces

from argmap import ArgumentMap, Claim, load
from argmap.formats import Losses, draw
from argmap.pictures.page.canvas import Dialect
from argmap.pictures.page.drawing import page_sheets
from argmap.pictures.picture import PageOptions, Paper, Picture
from argmap.pictures.typesetting import FAMILY, as_pdf, as_png, without_glyph

BARE = Dialect(f"'{FAMILY}'", is_bare=True, has_direction=False)
ODD = ArgumentMap(
    [
        Claim("a", "Żółć, Straße & <Łódź> – ½ “fi” ffi.", label="Ünïcode"),
        Claim("b", "Что? Ελλάδα."),
    ],
    title='Ærø \\ #set $x$ "quoted"',
)


@pytest.mark.parametrize("name", [pytest.param("bundled", marks=pytest.mark.slow), "odd"])
def test_a_pdf_has_the_text_of_the_svg_without_the_fonts_of_the_machine(name: str) -> None:
    from pypdf import PdfReader

    argument_map = load() if name == "bundled" else ODD
    sheets = page_sheets(argument_map, Picture(options=PageOptions(paper=Paper.A4)), BARE)
    made = as_pdf(sheets, "A title", system_fonts=False)
    pdf = PdfReader(io.BytesIO(made))
    assert len(pdf.pages) == len(sheets)
    for page, sheet in zip(pdf.pages, sheets, strict=True):
        written = [text for text in parsed(sheet.svg).itertext() if text.strip()]
        assert sorted(without_spaces(page.extract_text())) == sorted(
            without_spaces("".join(written))
        )
        fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
        assert all("SourceSansPro" in font.get_object()["/BaseFont"] for font in fonts)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "A title"
    assert pdf.metadata.creation_date is None


def test_the_same_map_gives_the_same_bytes() -> None:
    for format in ("pdf", "png"):
        assert draw(ODD, format, picture=PAGE) == draw(ODD, format, picture=PAGE)


def test_a_png_has_two_pixels_a_unit_or_what_there_is_room_for() -> None:
    from PIL import Image

    (sheet,) = page_sheets(ODD, PAGE, BARE)
    with Image.open(io.BytesIO(as_png(sheet))) as image:
        assert image.size == pytest.approx((2 * sheet.width, 2 * sheet.height), abs=2)
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    losses = Losses()
    png = draw(debate(400), "png", picture=PAGE, losses=losses)
    with Image.open(io.BytesIO(png)) as image:
        assert max(image.size) <= 16_001
    assert any("pixels a point" in note for note in losses.notes)


def test_a_pdf_is_on_paper_unless_a_width_is_asked_for() -> None:
    from pypdf import PdfReader

    for options, sides in (
        (PageOptions(), (595, 842)),
        (PageOptions(paper=Paper.LETTER), (612, 792)),
        (PageOptions(paper=Paper.SLIDE), (960, 540)),
        (PageOptions(width=800), (600, None)),
    ):
        made = draw(ODD, "pdf", picture=PAGE._replace(options=options))
        box = PdfReader(io.BytesIO(made)).pages[0].mediabox
        assert float(box.width) == pytest.approx(sides[0], abs=1)
        assert sides[1] is None or float(box.height) == pytest.approx(sides[1], abs=1)


def test_what_no_font_has_is_known() -> None:
    private = "\U000ff001"
    assert without_glyph(f"aé{private}ж") == private
    assert without_glyph("aé") == ""
