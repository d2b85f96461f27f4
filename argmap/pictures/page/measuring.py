"""How wide text is at the most, reckoned from tables: never from the fonts of a machine.

Whoever looks at an SVG has other fonts than whoever draws it. So a width is an upper
bound over those it may be shown in, and nothing overlaps in any of them.
"""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width

from argmap.pictures.page import _widths
from argmap.pictures.words import lines_of

_UNIT = 1 / 40  # of the size of the letters
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_SYMBOLS = frozenset({"So", "Sk", "Cn", "Co"})
# Fonts for scripts that the tables do not have; most are narrower.
_SYMBOL, _WIDE, _OTHER = 1.3, 1.02, 0.95


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return how wide a line of text is at the most, in letters of a size."""
    ems = _ems(is_bold)
    return sum(ems[sign] if sign in ems else _em(sign) for sign in text) * size


def wrapped(text: str, room: float, size: float, *, is_bold: bool = False) -> list[str]:
    """Return the lines of untrusted text, none of them wider than ``room``.

    It breaks between words where that is possible, within a word where it is not.
    What could drive a renderer is escaped visibly.
    """

    def measured(piece: str) -> float:
        return width(piece, size, is_bold=is_bold)

    return lines_of(text, room, measured)


@cache
def _ems(is_bold: bool) -> dict[str, float]:  # noqa: FBT001 a function that caches has no names
    """Return the widths of the characters of the tables, in letters of size 1."""
    tables = _widths.BOLD if is_bold else _widths.PLAIN
    return {
        chr(start + at): _widths.SCALE.index(letter) * _UNIT
        for start, letters in tables.items()
        for at, letter in enumerate(letters)
        if letter != _widths.SCALE[0]
    }


@cache
def _em(sign: str) -> float:
    """Return how wide a character that the tables do not have is, in letters of size 1."""
    kind = category(sign)
    if kind in _UNSEEN:
        return 0.0
    if kind in _SYMBOLS:
        return _SYMBOL
    return _WIDE if east_asian_width(sign) in {"W", "F"} else _OTHER
