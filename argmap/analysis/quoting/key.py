"""What of a text counts where it is compared with a quote of it.

White space, quotation marks, hyphens and dashes do not count, nor do the signs of
Markdown, square brackets, and characters that nobody sees; ligatures and letters of other
widths are those they stand for (Unicode's NFKD). So a word that a line end parts is whole.
What is between ``[^`` and ``]`` or, after a bracket, in ``](…)`` is no text but Markdown.
A hyphen before a number counts, if no word is before it: it is a minus.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_DASHES = r"\-\u2010-\u2015\u2212\u2043\u00ad\ufe58\ufe63\uff0d"
_QUOTES = r"\"\'`\u00b4\u00ab\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\u300c-\u300f\uff02\uff07"
_UNSEEN = r"\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LEFT_OUT = rf"\s*_\[\]\\{_DASHES}{_QUOTES}{_UNSEEN}"
_MINUS = r"(?<![^\W_])[\-\u2212\u2013](?=[0-9])"
_KEPT = re.compile(rf"(?:[^{_LEFT_OUT}]|{_MINUS})+")
_MARKUP = re.compile(r"\]\([^()\s]{0,400}\)|\[\^[^\]\s]{1,60}\]")
_OF_LIGATURE = re.compile(f"[{_LEFT_OUT}]")
_SIGNS = str.maketrans("\u2212\u2013", "--")
# Where a quote leaves words out. Two dots may be a full stop and one of a number.
_GAP = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.(?:\s?\.){2,}")


class Key:
    """The characters of a text that count, each with where in the text it is from."""

    __slots__ = ("_is_one", "_starts", "_texts", "text")

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._starts = array("q")  # of runs of characters that stand together in both
        self._texts = array("q")
        self._is_one = bytearray()  # whether all of a run is from one character
        pieces: list[str] = []
        length = 0
        for start, run, is_one in _runs(text):
            self._starts.append(length)
            self._texts.append(start)
            self._is_one.append(is_one)
            pieces.append(run)
            length += len(run)
        self.text = "".join(pieces)

    def place(self, at: int) -> int:
        """Return where in the text the character of the key at an offset is from."""
        run = bisect_right(self._starts, at) - 1
        return self._texts[run] + (0 if self._is_one[run] else at - self._starts[run])

    def offset(self, place: int) -> int:
        """Return how many characters of the key are from before a place between two words."""
        run = bisect_left(self._texts, place)
        return self._starts[run] if run < len(self._starts) else len(self.text)


def _runs(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the runs of characters that count: where each is from, and if it is of one alone."""
    text = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    for found in _KEPT.finditer(text):
        run = found[0]
        if run.isascii():
            yield found.start(), run, False
            continue
        for place, character in enumerate(run, found.start()):
            plain = unicodedata.normalize("NFKD", character).translate(_SIGNS)
            plain = plain if len(plain) == 1 else _OF_LIGATURE.sub("", plain)
            if plain:
                yield place, plain, True


def pieces(quote: str) -> tuple[str, ...]:
    """Return the keys of the parts of a quote between which words are left out."""
    found = (Key(part).text for part in _GAP.split(quote))
    return tuple(part for part in found if part)
