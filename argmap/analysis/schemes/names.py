"""The spellings of a name that are one: of case, spaces, hyphens, plurals and articles."""

from __future__ import annotations

import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")  # between the words of ExpertOpinion
_GAP = re.compile(r"[\W_]+")
_BEFORE = (("argument", "from"), ("argument", "by"), ("argument", "for"), ("from",))
_AFTER = (("scheme", "argumentation"), ("scheme",), ("argument",))  # from the last word on
_ARTICLES = frozenset({"a", "an", "the"})


def key(name: str) -> str:
    """Return what all spellings of a name share.

    ``Argument From Expert Opinion``, ``expert-opinion`` and ``ExpertOpinion`` have one key,
    and so have ``Values`` and ``argument from value``. A key has itself as its key.
    """
    words = [_singular(word) for word in _GAP.split(_HUMP.sub(" ", name).casefold()) if word]
    words = [word for word in words if word not in _ARTICLES] or words
    while start := next((each for each in _BEFORE if _begins(words, each)), None):
        words = words[len(start) :]
    while end := next((each for each in _AFTER if _begins(words[::-1], each)), None):
        words = words[: -len(end)]
    return " ".join(words)


def _begins(words: list[str], others: tuple[str, ...]) -> bool:
    """Return whether words begin with others and go on after them."""
    return len(words) > len(others) and tuple(words[: len(others)]) == others


def _singular(word: str) -> str:
    """Return a word without the s of a plural, which some words have that are none."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
