"""Finding a quote in a source text: whole words in their order, but for what a key leaves out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from argmap.analysis.quoting._haystack import Haystack
from argmap.analysis.quoting.key import pieces
from argmap.model import Passage
from argmap.model.paragraph import CountedText

_REACH = 2  # paragraphs after its first part in which the other parts of a quote may stand
_MOST_PLACES = 20


class Span(NamedTuple):
    """Words of a paragraph, by its number: from a character of its text to another."""

    number: int
    start: int
    end: int


class Spot(NamedTuple):
    """Where a quote stands: its words, in the order of the text."""

    spans: tuple[Span, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs it stands in, as places of a claim."""
        first, last = self.spans[0].number, self.spans[-1].number
        if first <= last:
            return (Passage(first, last),)
        return tuple(Passage(each.number, each.number) for each in self.spans)


class SourceWords:
    """The words of a source text, in which quotes are found."""

    def __init__(self, text: CountedText) -> None:
        """Take the text."""
        self.text = text
        self._numbers = list(text.paragraphs)
        self._are_sorted = self._numbers == sorted(self._numbers)
        self._haystack = Haystack([each.text for each in text.paragraphs.values()])

    def find(self, quote: str, passage: Passage | None = None) -> Iterator[Spot]:
        """Yield where a quote stands, at most once for each paragraph, in the order of the text.

        In a ``passage`` the parts of a quote that leaves words out may be far from each
        other; otherwise the others stand at most two paragraphs after the first.
        """
        parts = pieces(quote)
        ranges = [(0, len(self._numbers))] if passage is None else self._ranges(passage)
        for first, end in ranges if parts else ():
            reach = _REACH if passage is None else end - first
            yield from self._within(parts, first, end, reach)

    def places(self, quote: str) -> list[Spot]:
        """Return where a quote stands anywhere in the text; of very many places the first."""
        return list(islice(self.find(quote), _MOST_PLACES))

    def _within(self, parts: tuple[str, ...], first: int, end: int, reach: int) -> Iterator[Spot]:
        haystack = self._haystack
        limit = haystack.key_start(end)
        while first < end:
            found = haystack.search(parts, haystack.key_start(first), limit, reach)
            if found is None:
                return
            yield Spot(tuple(self._spans(found)))
            first = haystack.paragraph(found[0][0]) + 1

    def _ranges(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Yield the runs of paragraphs that are of a passage, by where they are in the text."""
        numbers = self._numbers
        if self._are_sorted:
            yield bisect_left(numbers, passage.first), bisect_right(numbers, passage.last)
            return
        start = None
        for at, number in enumerate((*numbers, passage.first - 1)):
            is_inside = passage.first <= number <= passage.last
            if is_inside and start is None:
                start = at
            elif not is_inside and start is not None:
                yield start, at
                start = None

    def _spans(self, found: list[tuple[int, int]]) -> Iterator[Span]:
        """Yield what was found in the key as words of paragraphs."""
        haystack, key = self._haystack, self._haystack.key
        for start, end in found:
            for at in range(haystack.paragraph(start), haystack.paragraph(end - 1) + 1):
                begins = max(start, haystack.key_start(at))
                ends = min(end, haystack.key_start(at + 1))
                if begins < ends:
                    base = haystack.starts[at]
                    yield Span(
                        self._numbers[at], key.place(begins) - base, key.place(ends - 1) - base + 1
                    )
