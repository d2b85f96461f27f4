"""SVG as PDF and PNG, set by typst in fonts that come with argmap's extra ``draw``.

Text stays text. It is set in Source Sans Pro (SIL Open Font License 1.1), so that the same
map gives the same bytes on any machine; what this font lacks is taken from the machine's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ArgmapError, missing_extra
from argmap.pictures.graphviz import LONGEST, MOST_PIXELS

if TYPE_CHECKING:
    from types import ModuleType

    from typst import Fonts

FAMILY = "Source Sans Pro"
_LONGEST_SIDE = 14_400  # points, of a PDF (ISO 32000-1, annex C)
_SHARPNESS = 2.0  # pixels for a unit, where there is room for them
_POINTS = 72  # in an inch
_PACKAGE = "font_source_sans_pro"
_STYLES = ("Regular", "Bold", "It", "BoldIt")
# One page a sheet; ``title`` is text, as is all that is passed as an input.
_DOCUMENT = """\
#set document(title: sys.inputs.title, date: none)
#for sheet in json(bytes(sys.inputs.sheets)) {
  let (width, height) = (sheet.width * 1pt, sheet.height * 1pt)
  set page(width: width, height: height, margin: 0pt)
  image(bytes(sheet.svg), format: "svg", width: width, height: height)
}
"""
# PDF/A must have a glyph for each character, so that setting it says which have none.
_PROBE = """\
#set document(title: "characters", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: sys.inputs.family)
#for sign in json(bytes(sys.inputs.signs)) [#sign #parbreak()]
"""
_MISSING = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))"` could not be displayed')


class Sheet(NamedTuple):
    """A sheet as an SVG, with its sides, of ``scale`` points a unit."""

    svg: str
    width: float
    height: float
    scale: float


def as_pdf(sheets: Sequence[Sheet], title: str, *, system_fonts: bool = True) -> bytes:
    """Return sheets as the pages of a PDF, without the time at which it was made.

    With ``system_fonts`` false, the fonts of the machine are not looked for. Raises
    ArgmapError where typst or the font is missing.
    """
    scales = [min(sheet.scale, _LONGEST_SIDE / max(sheet.width, sheet.height)) for sheet in sheets]
    return _compiled(sheets, scales, title, system_fonts=system_fonts, format="pdf")


def as_png(sheet: Sheet) -> bytes:
    """Return a sheet as a PNG with two pixels a unit, or fewer where it would be too big.

    Raises what ``as_pdf`` raises.
    """
    sharpness = min(
        _SHARPNESS,
        LONGEST / max(sheet.width, sheet.height),
        (MOST_PIXELS / (sheet.width * sheet.height)) ** 0.5,
    )
    return _compiled([sheet], [1.0], "", format="png", ppi=sharpness * _POINTS)


def without_glyph(signs: str) -> str:
    """Return those characters that neither our font nor one of the machine has.

    Raises what ``as_pdf`` raises.
    """
    import json

    typst = _typst()
    inputs = {"signs": json.dumps(list(signs)), "family": FAMILY}
    with _fonts(system_fonts=True) as fonts:
        try:
            typst.compile(
                _PROBE.encode(),
                font_paths=fonts,
                sys_inputs=inputs,
                format="pdf",
                pdf_standards="a-2u",
            )
        except typst.TypstError as error:
            missing = {
                chr(int(code, 16)) if code else sign
                for code, sign in _MISSING.findall(error.diagnostic)
            }
            return "".join(sign for sign in signs if sign in missing)
    return ""


def _compiled(
    sheets: Sequence[Sheet],
    scales: Sequence[float],
    title: str,
    *,
    system_fonts: bool = True,
    **options: Any,
) -> bytes:
    import json

    given = [
        {"svg": sheet.svg, "width": sheet.width * scale, "height": sheet.height * scale}
        for sheet, scale in zip(sheets, scales, strict=True)
    ]
    typst = _typst()
    inputs = {"title": title, "sheets": json.dumps(given)}
    with _fonts(system_fonts=system_fonts) as fonts:
        try:
            made = typst.compile(_DOCUMENT.encode(), font_paths=fonts, sys_inputs=inputs, **options)
        except typst.TypstError as error:
            raise ArgmapError("typst could not set this page", error.message) from None
    return bytes(made)


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError:
        message = "a page in png or pdf needs typst, which is not installed"
        raise missing_extra(message, "draw") from None
    return typst


@contextmanager
def _fonts(*, system_fonts: bool) -> Iterator[Fonts]:
    """Give our fonts, before those of typst itself and of the machine."""
    import shutil
    from tempfile import TemporaryDirectory

    typst = _typst()
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        message = "a page in png or pdf needs font-source-sans-pro, which is not installed"
        raise missing_extra(message, "draw")
    files = Path(found.origin).parent / "files"
    # The package has other weights besides, and each in two formats: typst must not choose.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for style in _STYLES:
            shutil.copy(files / f"SourceSansPro-{style}.ttf", folder)
        yield typst.Fonts(include_system_fonts=system_fonts, font_paths=[folder])
