"""The rule ``near-duplicate``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from math import ceil

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._words import words
from argmap.analysis.checks.duplicate_text import are_joined
from argmap.model import ArgumentMap

SUMMARY = "two claims with almost the same text"
SEVERITY = Severity.HINT
REASON = """
Four words in five are the same, so that the two may well be one statement. Reported where
the texts differ in no negation and no number, and no relation joins the two.
"""
WRONG_WHEN = """
The one word in which they differ is the one that matters.
"""
EXAMPLE = """
argmap: 1
claims:
  early: The shops in the old town should close early on Sundays.
  late: The shops in the old town should all close early on Sundays.
"""
_ALIKE = 0.8  # of the words of both together, the part that both have
_FEWEST = 5  # words; shorter texts are alike by chance
_LISTED_AT_MOST = 30  # claims for a word; one of more claims distinguishes none
_COMPARED_AT_MOST = 50  # claims with another
_TURNS_IT = frozenset(
    {"not", "no", "never", "none", "nor", "neither", "without", "cannot", "less", "more", "fewer"}
    | {"nicht", "kein", "keine", "nie", "ne", "pas", "jamais", "sans", "niet", "geen", "nunca"}
)


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim with an earlier one that is like it.

    By the rarest words (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006):
    two sets that have so much in common share one of a few of these, so that
    most pairs never meet.
    """
    texts = {claim.id: frozenset(words(claim.text)) for claim in argument_map.claims.values()}
    number: Counter[str] = Counter()
    for text in texts.values():
        number.update(text)
    common = {word for word, times in number.items() if times > 1}
    by_word: dict[str, list[str]] = {}
    for name, text in texts.items():
        shared = text & common
        # Of the rarest words of a text, those that are its own come first, and lead nowhere.
        looked_at = len(shared) - ceil(_ALIKE * len(text)) + 1
        if len(text) < _FEWEST or looked_at < 1:
            continue
        rarest = sorted(shared, key=lambda word: (number[word], word))
        listed = [by_word.setdefault(word, []) for word in rarest[:looked_at]]
        # Each is compared once, those first that share most of these words: what is like
        # this text is among them, unless so much is that it is found anyway.
        met = Counter(chain.from_iterable(listed)).most_common(_COMPARED_AT_MOST)
        alike = (each for each, _ in met if _are_alike(text, texts[each]))
        other = next((each for each in alike if not are_joined(argument_map, name, each)), None)
        for names in listed:
            if len(names) < _LISTED_AT_MOST:
                names.append(name)
        if other is not None:
            message = f"'{name}' says almost the same as '{other}'"
            yield Found(name, message, "make them one claim, or relate them", (other,))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two texts say nearly the same, if not in the very same words."""
    return _ALIKE <= _likeness(one, other) < 1 and not _is_turned(one ^ other)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the words of both together that both have (Jaccard)."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def _is_turned(unlike: frozenset[str]) -> bool:
    """Return whether a word in which two texts differ makes another statement of it."""
    return any(word in _TURNS_IT or word.endswith("n't") or word[0].isdigit() for word in unlike)
