"""The words of a source text that are most like a quote that does not stand in it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.quoting.source import Span
from argmap.model.paragraph import CountedText

_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W_]+")
_MOST_WORDS = 60  # of a quote that are looked for
_COMMON = 200  # paragraphs; a word that is in more says little of which one is meant
_CANDIDATES = 3  # paragraphs that are looked at word by word
_LONGEST = 5_000  # words of a paragraph, or page, that are looked at
_ALIKE = 1 / 3  # of the words of a quote, at the least


class _Word(NamedTuple):
    """A word without regard to case and accents, and where it stands."""

    word: str
    start: int
    end: int


class NearestWords:
    """The words of a source text, by the paragraphs that they are in."""

    def __init__(self, text: CountedText) -> None:
        """Take the text."""
        self._texts = {number: each.text for number, each in text.paragraphs.items()}
        self._index: dict[str, list[int]] = {}
        for number, each in self._texts.items():
            for word in {word.word for word in _words(each)}:
                self._index.setdefault(word, []).append(number)

    def find(self, quote: str) -> Span | None:
        """Return the words most like a quote; None where no passage has a third of its own.

        Of a long quote the first 60 words count, and words that are everywhere in the text
        are no sign of where to look.
        """
        wanted = [word.word for word in _words(quote)][:_MOST_WORDS]
        votes: Counter[int] = Counter()
        for word in set(wanted):
            numbers = self._index.get(word, [])
            if len(numbers) <= max(_COMMON, _CANDIDATES):
                for number in numbers:
                    votes[number] += 1_000_000 // len(numbers)
        order = sorted(votes, key=lambda number: (-votes[number], number))
        best = max(
            (self._best(number, wanted) for number in order[:_CANDIDATES]),
            key=lambda found: found[0],
            default=(0, None),
        )
        return best[1] if best[0] >= len(wanted) * _ALIKE else None

    def _best(self, number: int, wanted: Sequence[str]) -> tuple[int, Span | None]:
        """Return the words of a paragraph with most of those wanted, and how many they have."""
        words = list(_words(self._texts[number]))[:_LONGEST]
        left, most, where = Counter(wanted), 0, 0
        common = 0
        for at, word in enumerate(words):
            common += left[word.word] > 0
            left[word.word] -= 1
            if at >= len(wanted):
                first = words[at - len(wanted)].word
                left[first] += 1
                common -= left[first] > 0
            if common > most:
                most, where = common, max(0, at - len(wanted) + 1)
        within = words[where : where + len(wanted)]
        shared = [word for word in within if word.word in set(wanted)]
        return most, Span(number, shared[0].start, shared[-1].end) if shared else None


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if not word.isascii():
            plain = unicodedata.normalize("NFKD", word)
            word = "".join(each for each in plain if not unicodedata.combining(each))
        yield _Word(word, found.start(), found.end())
