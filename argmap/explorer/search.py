"""Finding claims by words or letters of their id, label or text, the likeliest first.

Libraries that search by letters either try every way in which letters can
stand in a text, which on a long one takes longer than anyone waits (Textual),
or measure likeness, by which a letter left out counts as a mistake (RapidFuzz).
Here letters are looked for in order: in the id and in what the tree shows,
however far apart; in the rest of a text, where nearly every few letters stand
somewhere, only close together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from argmap.model import Claim

_SHOWN = 80  # letters of a headline that the tree has room for
_LOOKED_THROUGH = 1000  # letters of a text among which those of a word are looked for
_APART = 2  # letters of a text that may stand between two of a word, on average
_AT_ONCE = 500  # claims looked at between two questions whether to go on
# How far a word is from a claim: these, and for letters apart how far apart they are.
_SAME, _FIRST, _IN_ID, _IN_SHOWN, _IN_TEXT = 0, 1, 2, 4, 6
_INITIALS, _LETTERS, _TEXT_LETTERS = 10, 20, 600


class _Words(NamedTuple):
    """What a claim is found by, in lower case."""

    id: str
    shown: str
    text: str


class _Distance(NamedTuple):
    """How far a claim is from what is looked for; of equal ones the shortest id is the nearest."""

    letters: int
    length: int


class Index:
    """The claims of a map, ready to be searched."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take the claims, in the order that breaks ties."""
        self.claims = list(claims)
        self._words = [
            _Words(c.id.casefold(), _shown(c.headline.casefold()), c.text.casefold())
            for c in self.claims
        ]

    def matches(self, query: str, *, goes_on: Callable[[], bool] = lambda: True) -> list[Claim]:
        """Return the claims that match every word of a query, the best first; all for none.

        ``goes_on`` is asked now and then; once it says no, what is returned is of no use.
        """
        words = query.casefold().split()
        if not words:
            return self.claims
        found = []
        for number, claim in enumerate(self._words):
            if not number % _AT_ONCE and not goes_on():
                break
            distance = _distance(words, claim)
            if distance is not None:
                found.append((distance, number))
        found.sort()
        return [self.claims[number] for _, number in found]


def places(query: str, text: str) -> set[int]:
    """Return the places in a text of the letters by which a query finds it, to show them."""
    lower = text.casefold()
    if len(lower) != len(text):  # then the places in one are not those in the other
        return set()
    found: set[int] = set()
    for word in query.casefold().split():
        start = lower.find(word)
        if start >= 0:
            found.update(range(start, start + len(word)))
        elif len(text) <= _SHOWN:
            found.update(_initials(word, lower) or _letters(word, lower))
    return found


def _shown(headline: str) -> str:
    return headline if len(headline) <= _SHOWN else ""


def _distance(words: list[str], claim: _Words) -> _Distance | None:
    """Return how far a claim is from some words together; None where one is missing."""
    letters = length = 0
    for word in words:
        found = _distance_of_word(word, claim)
        if found is None:
            return None
        letters += found.letters
        length += found.length
    return _Distance(letters, length)


def _distance_of_word(word: str, claim: _Words) -> _Distance | None:
    """Return how far a claim is from a word: as it stands, else by its letters in order."""
    if word in claim.id:
        if claim.id.startswith(word):
            distance = _SAME if word == claim.id else _FIRST
        else:
            distance = _IN_ID + (not _begins_word(word, claim.id))
        return _Distance(distance, len(claim.id))
    for text, distance in ((claim.shown, _IN_SHOWN), (claim.text, _IN_TEXT)):
        if word in text:
            return _Distance(distance + (not _begins_word(word, text)), 0)
    return _distance_of_letters(word, claim)


def _distance_of_letters(word: str, claim: _Words) -> _Distance | None:
    for text, length, further in ((claim.id, len(claim.id), 0), (claim.shown, 0, 1)):
        apart = _apart(word, text)
        if apart is not None:
            distance = _INITIALS if _initials(word, text) else _LETTERS + apart
            return _Distance(min(distance, _TEXT_LETTERS - 2) + further, length)
    apart = _apart(word, claim.text[:_LOOKED_THROUGH])
    if apart is None or apart > _APART * len(word):
        return None
    return _Distance(_TEXT_LETTERS + apart, 0)


def _is_start(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _begins_word(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        if _is_start(text, at):
            return True
        at = text.find(word, at + 1)
    return False


def _initials(word: str, text: str) -> list[int] | None:
    """Return where a word stands of which every letter begins a word of the text or goes on in it.

    As ``pcall`` in ``phone-call``. None where it does not stand so.
    """
    ways: dict[int, list[int]] = {}  # by the last letter's place, the places of all
    for number, letter in enumerate(word):
        further: dict[int, list[int]] = {}
        earliest = min(ways) if number else -1
        for at in range(earliest + 1, len(text)):
            if text[at] != letter:
                continue
            before = ways.get(at - 1)
            if before is None and _is_start(text, at):
                before = ways[earliest] if number else []
            if before is not None:
                further[at] = [*before, at]
        if not further:
            return None
        ways = further
    return ways[min(ways)]


def _closest(word: str, text: str) -> re.Match[str] | None:
    """Return where the letters of a word stand in order and closest together, as group 1."""
    if not _stands(word, text):  # of most claims, and found out much faster
        return None
    return min(_in_order(word).finditer(text), key=lambda found: len(found[1]))


def _stands(word: str, text: str) -> bool:
    if len(word) > _LOOKED_THROUGH:
        return False
    at = -1
    for letter in word:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _apart(word: str, text: str) -> int | None:
    """Return how many letters stand between those of a word at least; None where one is missing."""
    found = _closest(word, text)
    return None if found is None else len(found[1]) - len(word)


@lru_cache(32)
def _in_order(word: str) -> re.Pattern[str]:
    """Return what finds, from each first letter of a word, the nearest of its others in order.

    Each step to the next letter can be made in one way alone, so none is tried twice.
    """
    first, *others = map(re.escape, word)
    return re.compile(f"(?=({first}{''.join(f'[^{letter}]*+{letter}' for letter in others)}))")


def _letters(word: str, text: str) -> list[int]:
    """Return the places of the letters of a word where they stand closest together; else none."""
    found = _closest(word, text)
    if found is None:
        return []
    places = [found.start(1)]
    for letter in word[1:]:
        places.append(text.index(letter, places[-1] + 1))
    return places
