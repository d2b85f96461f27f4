"""The paragraphs of a text as one key, searched for parts of a quote in their order.

What is looked for in a text is looked for once: the time a search takes grows with the
length of the text, however often the first part of a quote stands in it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from argmap.analysis.quoting.key import Key

# Scripts without spaces between words, in which words end anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class Haystack:
    """Paragraphs as one text, with its key and where each begins in both."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Take the texts of the paragraphs."""
        self.starts: list[int] = []
        length = 0
        for text in paragraphs:
            self.starts.append(length)
            length += len(text) + 1
        self.whole = "\n".join(paragraphs)
        self.key = Key(self.whole)
        self._key_starts = [self.key.offset(start) for start in self.starts]

    def paragraph(self, at: int) -> int:
        """Return in which paragraph, from 0, the character of the key at an offset is."""
        return bisect_right(self._key_starts, at) - 1

    def key_start(self, paragraph: int) -> int:
        """Return where a paragraph begins in the key; its end for one after the last."""
        starts = self._key_starts
        return starts[paragraph] if paragraph < len(starts) else len(self.key.text)

    def search(
        self, parts: Sequence[str], begin: int, limit: int, reach: int
    ) -> list[tuple[int, int]] | None:
        """Return where the parts of a quote stand first in the key, between two offsets of it.

        All end at most ``reach`` paragraphs after the one in which the first part ends.
        """
        cursors = [_Cursor(self, part, limit) for part in parts]
        first, length = cursors[0], len(parts[0])
        while True:
            found: list[tuple[int, int]] = []
            at = begin
            for cursor in cursors:
                start = cursor.next(at)
                at = start + len(cursor.part)
                if start < 0:
                    return None
                found.append((start, at))
                nearest = self.paragraph(at - 1) - reach
                if cursor is not first and nearest > self.paragraph(found[0][1] - 1):
                    # No earlier place of the first part is near enough.
                    begin = max(found[0][0] + 1, self.key_start(nearest) + 1 - length)
                    break
            else:
                return found

    def is_whole(self, start: int, end: int) -> bool:
        """Return whether what stands in the key from one offset to another is whole words."""
        key, whole = self.key, self.whole
        first, last = key.place(start), key.place(end - 1)
        if start and key.place(start - 1) == first:
            return False  # the second half of a ligature
        if end < len(key.text) and key.place(end) == last:
            return False
        return not (
            (first and _is_one_word(whole[first - 1], whole[first]))
            or (last + 1 < len(whole) and _is_one_word(whole[last], whole[last + 1]))
        )


def _is_one_word(left: str, right: str) -> bool:
    """Return whether two characters that stand together are of one word."""
    if unicodedata.combining(right):
        return True
    is_spaced = not _UNSPACED.match(left) and not _UNSPACED.match(right)
    return is_spaced and (left.isalnum() or bool(unicodedata.combining(left))) and right.isalnum()


class _Cursor:
    """The places of a part of a quote in a key up to a limit, one after the other.

    Its first letter may be a capital in one of the two and none in the other.
    """

    __slots__ = ("_haystack", "_limit", "_next", "part")

    def __init__(self, haystack: Haystack, part: str, limit: int) -> None:
        self.part = part
        self._limit = limit
        self._haystack = haystack
        firsts = {part[0], part[0].lower(), part[0].upper()}
        # By variant, where it stands next; -2 where it was not looked for yet.
        self._next = {first + part[1:]: -2 for first in firsts if len(first) == 1}

    def next(self, at: int) -> int:
        """Return the first place from an offset on, or -1; offsets never become smaller."""
        places = (self._place(variant, at) for variant in self._next)
        return min((place for place in places if place >= 0), default=-1)

    def _place(self, variant: str, at: int) -> int:
        place = self._next[variant]
        if place == -1 or place >= at:
            return place
        text = self._haystack.key.text
        place = text.find(variant, at, self._limit)
        while place >= 0 and not self._haystack.is_whole(place, place + len(variant)):
            place = text.find(variant, place + 1, self._limit)
        self._next[variant] = place
        return place
