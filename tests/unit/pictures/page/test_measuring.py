"""Widths from tables: bounds on those in real fonts, and lines that keep to them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.pictures.page import _widths
from argmap.pictures.page.measuring import width, wrapped

_FOLDER = Path("/usr/share/fonts/truetype")
_OURS = Path(str(getattr(find_spec("font_source_sans_pro"), "origin", ""))).parent / "files"
_FACES = {
    False: (
        *("liberation/LiberationSans-Regular", "liberation/LiberationSans-Italic"),
        *("dejavu/DejaVuSans", "dejavu/DejaVuSans-Oblique"),
    ),
    True: (
        *("liberation/LiberationSans-Bold", "liberation/LiberationSans-BoldItalic"),
        *("dejavu/DejaVuSans-Bold", "dejavu/DejaVuSans-BoldOblique"),
    ),
}
_SENTENCES = (
    "The China-Russia relationship is best understood through power balances, AV To fi.",
    "Żółć, œuvre, Straße, “quoted” – ½ of 100 % … fa©ade",
    "Что делать? Щёлк. Ελληνικά, Ђорђе",
)


@pytest.mark.parametrize("is_bold", [False, True])
def test_no_font_is_wider_than_the_tables_say(is_bold: bool) -> None:  # noqa: FBT001
    from PIL import ImageFont

    paths = [_FOLDER / f"{name}.ttf" for name in _FACES[is_bold]]
    paths += [_OURS / f"SourceSansPro-{'Bold' if is_bold else 'Regular'}.ttf"]
    for path in filter(Path.exists, paths):
        font = ImageFont.truetype(str(path), 1000)
        tables = _widths.BOLD if is_bold else _widths.PLAIN
        for start, letters in tables.items():
            for at, letter in enumerate(letters):
                sign = chr(start + at)
                is_there = letter != _widths.SCALE[0] and category(sign) not in {"Mn", "Me"}
                real = font.getlength(sign)
                if is_there and real != font.getlength("\U000ff001"):
                    assert real <= width(sign, 1000, is_bold=is_bold) + 1, (path.name, sign)
        for sentence in _SENTENCES:
            assert font.getlength(sentence) <= width(sentence, 1000, is_bold=is_bold)


def test_what_the_tables_do_not_have_is_wide_enough() -> None:
    for text, least in (("日本語", 3.0), ("שלום", 2.4), ("😀", 1.2), ("e\u0301", 0.5)):
        assert width(text, 1.0) >= least
    assert width("e\u0301", 1.0) == width("e", 1.0)


@given(st.text(max_size=80), st.floats(40, 400))
def test_lines_keep_to_their_room(text: str, room: float) -> None:
    lines = wrapped(text, room, 10.0)
    assert all(width(line, 10.0) <= room + 1e-9 for line in lines)  # sums are rounded


def test_letters_are_kept_whole() -> None:
    assert wrapped("The library should open", 100, 10) == ["The library should", "open"]
    assert "".join(wrapped("x" * 90, 100, 10)) == "x" * 90
    assert wrapped("a\x1b[31mb", 500, 10) == ["a\\x1b[31mb"]
