"""Searching claims by words of their id, label or text, or by letters in order.

It ranks as the search of the HTML page does (``formats/html/match.js``): the best
match first, equal ones in the order of the map. Case, accents and the order of
words make no difference, and signs are as good as spaces. Only where no claim has
all the words are their letters looked for: in id and headline however far apart,
in a text close together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from argmap.model import Claim

_LETTERS = {
    word[0]: word[1:] for word in ("ßss", "æae", "œoe", "øo", "đd", "ðd", "łl", "þth", "ıi", "ςσ")
}
_HEAD = 100  # letters of a text without a label that count as its headline
_SEARCHED = 1000  # letters of a text among which those of a word are looked for
_CLOSE = 3  # times its own length that the letters of a word may take up in a text
_AT_ONCE = 500  # claims searched between two questions whether to go on

# The distance of a claim from a word. It is this, less for the whole id and for words in a row.
_START, _WITHIN, _FAR, _IN_TEXT = 3, 4, 10, 600
_EXACT = -100


class _Words(NamedTuple):
    """What a claim is found by, in plain letters: its id, that and its headline, and all of it."""

    name: str
    head: str
    all: str


class Matches(NamedTuple):
    """The claims that match a query, and whether they do so by letters alone."""

    claims: list[Claim]
    is_loose: bool = False


class Index:
    """The claims of a map, prepared for searching."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take the claims, in the order that breaks ties."""
        self.claims = list(claims)

    @cached_property
    def _words(self) -> list[_Words]:
        return [_words(claim) for claim in self.claims]

    def matches(self, query: str, *, goes_on: Callable[[], bool] = lambda: True) -> Matches:
        """Return the claims that match every word of a query, the best first; all for none.

        ``goes_on`` is asked now and then; if it returns False, the result is incomplete.
        """
        terms = _terms(query)
        if not terms:
            return Matches([] if query.strip() else self.claims)
        near = list(self._scored(terms, _nearness, goes_on))
        found = _without_noise(terms, near) or list(self._scored(terms, _distance, goes_on))
        found.sort(key=lambda each: each[0])
        return Matches([claim for _, claim, _ in found], not near)

    def _scored(
        self,
        terms: list[str],
        measure: Callable[[str, _Words], int | None],
        goes_on: Callable[[], bool],
    ) -> Iterator[tuple[int, Claim, list[int]]]:
        """Yield claims with their distances from all terms together and from each."""
        phrase = f" {' '.join(terms)}"
        for number, words in enumerate(self._words):
            if not number % _AT_ONCE and not goes_on():
                return
            each = [found for term in terms if (found := measure(term, words)) is not None]
            if len(each) == len(terms):
                bonus = (
                    _EXACT if words.name == phrase else -(len(terms) > 1 and phrase in words.all)
                )
                yield sum(each) + bonus, self.claims[number], each


def places(query: str, text: str, *, is_loose: bool) -> set[int]:
    """Return the indexes of the letters of a text by which a query finds it."""
    letters = [(at, part) for at, letter in enumerate(text) for part in _folded(letter)]
    plain = " " + "".join(part for _, part in letters)
    found: set[int] = set()
    for term in _terms(query):
        starts = [each.start() for each in re.finditer(re.escape(f" {term}"), plain)]
        starts = starts or [at.start() - 1 for at in re.finditer(re.escape(term), plain)]
        spots = [at for start in starts for at in range(start + 1, start + 1 + len(term))]
        found.update(spots or (_letters_in(term, plain) if is_loose else ()))
    return {letters[at - 1][0] for at in found}


class _Folding(dict[int, str]):
    """What stands for each character, by its code point, found when it is first needed."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code)).lower()
        kept = (
            _LETTERS.get(each, each) for each in letters if unicodedata.category(each)[0] != "M"
        )
        self[code] = "".join(each if each.isalnum() else " " for each in kept)
        return self[code]


_FOLDING = _Folding()


def _folded(words: str) -> str:
    """Return words in lower case, without accents, with a space for each sign."""
    return words.translate(_FOLDING)


def _terms(query: str) -> list[str]:
    return [term for word in query.split() if (term := _folded(word).strip())]


def _words(claim: Claim) -> _Words:
    name = f" {_folded(claim.id)}"
    head = f"{name}\n {_folded(claim.label or claim.text[:_HEAD])}"
    return _Words(name, head, f"{head}\n {_folded(claim.text)}")


def _nearness(term: str, words: _Words) -> int | None:
    """Return 0 for the id, 1 if it or the headline begins with a term, 2 if a word of them does.

    3 if a word of the text does, 4 and 5 if the term is within such a word; None if it is nowhere.
    """
    at = words.all.find(f" {term}")
    if at == 0:
        return 0 if len(term) == len(words.name) - 1 else 1
    if at == len(words.name) + 1:
        return 1
    if at > 0:
        return 2 if at < len(words.head) else _START
    within = words.all.find(term)
    if within < 0:
        return None
    return _WITHIN if within < len(words.head) else _WITHIN + 1


def _distance(term: str, words: _Words) -> int | None:
    """Return how far a claim is from a term: its nearness, or else that of its letters."""
    near = _nearness(term, words)
    if near is not None:
        return near
    heads = (words.name, words.head[len(words.name) + 1 :][:_SEARCHED])
    spreads = [at[-1] - at[0] for head in heads if (at := _letters_in(term, head))]
    if spreads:
        return min(_FAR + min(spreads), _IN_TEXT - 1)
    at = _letters_in(term, words.all[len(words.head) + 1 :][:_SEARCHED])
    is_close = at and at[-1] - at[0] < _CLOSE * len(term)
    return _IN_TEXT + at[-1] - at[0] if is_close else None


def _letters_in(term: str, words: str) -> list[int]:
    """Return where the letters of a term are in order from the start of a word, closest together.

    Empty if they are nowhere.
    """
    first, *others = list(term.replace(" ", ""))
    best: list[int] = []
    start = words.find(f" {first}")
    while start >= 0:
        places = [start + 1]
        for letter in others:
            places.append(words.find(letter, places[-1] + 1))
            if places[-1] < 0:
                return best
        if not best or places[-1] - places[0] < best[-1] - best[0]:
            best = places
        start = words.find(f" {first}", start + 1)
    return best


def _without_noise(
    terms: list[str], found: list[tuple[int, Claim, list[int]]]
) -> list[tuple[int, Claim, list[int]]]:
    """Return the claims in which one or two letters begin a word, or all if there are none.

    They are within nearly every word.
    """
    is_short = [re.fullmatch(r"[a-z0-9]{1,2}", term) is not None for term in terms]
    clear = [
        hit
        for hit in found
        if not any(short and at > _START for short, at in zip(is_short, hit[2], strict=True))
    ]
    return clear or found
