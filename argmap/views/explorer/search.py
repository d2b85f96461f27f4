"""Finding claims by a few letters of their id, label or text.

Textual's own fuzzy search tries every way in which letters can stand in a text:
on a long one that takes longer than anyone waits. Here each word is looked for
as it stands first, and letter by letter in ids and headlines only, from the
left once and back once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.model import Claim


class _Words(NamedTuple):
    """What a claim is found by, in lower case."""

    id: str
    headline: str
    text: str


class Index:
    """The claims of a map, ready to be searched."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take the claims, in the order that breaks ties."""
        self.claims = list(claims)
        self._words = [
            _Words(c.id.casefold(), c.headline.casefold(), c.text.casefold()) for c in self.claims
        ]
        self._last: tuple[str, list[int]] = ("", list(range(len(self.claims))))

    def matches(self, query: str) -> list[Claim]:
        """Return the claims that match every word of a query, the best first; all for none."""
        words = query.casefold().split()
        before, candidates = self._last
        if not query.startswith(before):  # what is typed on narrows down what was found
            candidates = list(range(len(self.claims)))
        found = []
        for number in candidates:
            score = _score(words, self._words[number])
            if score is not None:
                found.append((score, number))
        self._last = query, [number for _, number in found]
        found.sort()
        return [self.claims[number] for _, number in found]


def _score(words: list[str], claim: _Words) -> int | None:
    """Return how far a claim is from some words, the nearest least; None where one is missing."""
    total = 0
    for word in words:
        found = _distance(word, claim)
        if found is None:
            return None
        total += found
    return total


def _distance(word: str, claim: _Words) -> int | None:
    if word in claim.id:
        return 0 if word == claim.id else 1 if claim.id.startswith(word) else 2
    if word in claim.headline:
        return 3 if f" {word}" in f" {claim.headline}" else 4
    if word in claim.text:
        return 5 if f" {word}" in f" {claim.text}" else 6
    spreads = (_spread(word, claim.id), _spread(word, claim.headline))
    # Letters so far apart are no longer what anyone meant.
    near = [spread for spread in spreads if spread is not None and spread <= 2 * len(word)]
    return 7 + min(near) if near else None


def _spread(word: str, text: str) -> int | None:
    """Return how many letters stand between those of a word; None where one is not there."""
    end = -1
    for letter in word:
        end = text.find(letter, end + 1)
        if end < 0:
            return None
    start = end
    for letter in word[-2::-1]:
        start = text.rfind(letter, 0, start)
    return end - start + 1 - len(word)
