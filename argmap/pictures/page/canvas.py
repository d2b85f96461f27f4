"""What a page is painted on: sheets with layers, and the writing of text."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import NamedTuple

from argmap.model import Relation
from argmap.pictures.colours import COLOURS
from argmap.pictures.page.places import Places
from argmap.pictures.page.shapes import Pen, number
from argmap.pictures.page.values import Laid
from argmap.pictures.words import is_right_to_left

# Marks of a text that runs to the left, whatever it begins with.
_ISOLATED, _ISOLATED_END = "\u2067", "\u2069"


class Dialect(NamedTuple):
    """What an SVG is for: ``is_bare`` leaves out what only readers of an SVG have use for.

    ``has_direction`` says that a text which runs to the left is marked by an attribute, and so
    begins at its right end; where it is not, ``text-anchor`` is about left and right.
    """

    fonts: str
    is_bare: bool = False
    has_direction: bool = True


class Layers:
    """What is painted on a sheet, from the back to the front, by what it belongs to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.ground: list[str] = []
        self.relations: dict[str, list[str]] = defaultdict(list)
        self.claims: dict[str, list[str]] = defaultdict(list)
        self.front: list[str] = []


class Letters(NamedTuple):
    """How text is written."""

    size: float
    colour: str
    is_bold: bool = False
    is_italic: bool = False


class Canvas:
    """The sheets of a page that is laid out.

    Where most labels run from right to left, the whole page does: ``pen`` mirrors it.
    """

    def __init__(self, laid: Laid, dialect: Dialect) -> None:
        """Begin with empty sheets."""
        self.laid, self.dialect = laid, dialect
        self.metrics, self.picture = laid.metrics, laid.picture
        self.colours = COLOURS[laid.picture.theme]
        self.places = Places(laid)
        turned = sum(is_right_to_left(row.entry.label) for row in laid.rows)
        self.pen = Pen(laid.frame.width if 2 * turned > len(laid.rows) else None)
        self._layers: dict[int, Layers] = defaultdict(Layers)

    def sheet(self, number: int) -> Layers:
        """Return the layers of a sheet."""
        return self._layers[number]

    def column(self, number: int) -> Layers:
        """Return the layers of the sheet that a column is on."""
        return self._layers[self.places.sheet(number)]

    def line_colour(self, relation: Relation) -> str:
        """Return the colour of what is drawn for a relation."""
        colour = self.colours.lines[relation.kind]
        return self.colours.toned(colour, self.picture.tone(relation.id))

    def text(
        self,
        words: str,
        x: float,
        y: float,
        letters: Letters,
        *,
        more: str = "",
        is_at_end: bool = False,
        is_to_the_left: bool | None = None,
    ) -> str:
        """Return a line of text that begins at a point, or ends there with ``is_at_end``.

        ``more`` is markup that follows it; ``is_to_the_left`` says how it runs, None that the
        words tell.
        """
        if is_to_the_left is None:
            is_to_the_left = is_right_to_left(words)
        is_right = is_at_end != (self.pen.mirror is not None)
        attributes = ""
        if is_to_the_left and self.dialect.has_direction:
            attributes += ' direction="rtl"'
            is_right = not is_right  # "start" is then the right side
        elif is_to_the_left:
            words = f"{_ISOLATED}{words}{_ISOLATED_END}"
        attributes += ' text-anchor="end"' if is_right else ""
        attributes += ' font-weight="700"' if letters.is_bold else ""
        attributes += ' font-style="italic"' if letters.is_italic else ""
        return (
            f'<text x="{number(self.pen.across(x))}" y="{number(y)}" '
            f'font-size="{number(letters.size)}" fill="{letters.colour}"{attributes}>'
            f"{escape(words, quote=False)}{more}</text>"
        )
