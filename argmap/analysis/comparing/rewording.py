"""What has changed between two wordings, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from argmap.analysis.comparing.matching import UNSPACED

_TOKENS = re.compile(rf"\s+|[{UNSPACED}]|[^\W{UNSPACED}]+|[^\w\s]")
_WORD = re.compile(r"\w")
# Comparing takes time in the product of the lengths; long notes are shown whole.
_PRODUCT_AT_MOST = 250_000
_KEPT_AT_LEAST = 0.25  # of the words; below that, two whole wordings read more easily


class Part(Enum):
    """Which of the two wordings a piece stands in."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


class Piece(NamedTuple):
    """Some words, and which wording has them."""

    part: Part
    text: str


def reworded(old: str, new: str) -> list[Piece]:
    """Return the pieces that two wordings are made of, what is old before what is new.

    The pieces of ``BOTH`` and ``OLD`` together are the old wording, those of
    ``BOTH`` and ``NEW`` the new one.
    """
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    pieces = list(_joined(_runs(before, after)))
    kept = sum(len(_WORD.findall(text)) for part, text in pieces if part is Part.BOTH)
    if kept < _KEPT_AT_LEAST * max(len(_WORD.findall(old)), len(_WORD.findall(new))):
        pieces = [Piece(Part.OLD, old), Piece(Part.NEW, new)]
    return [piece for piece in pieces if piece.text]


_Run = tuple[bool, str, str]  # whether both are the same, the old, the new


def _runs(before: list[str], after: list[str]) -> Iterator[_Run]:
    from difflib import SequenceMatcher

    if len(before) * len(after) > _PRODUCT_AT_MOST:
        yield False, "".join(before), "".join(after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        yield tag == "equal", "".join(before[start:end]), "".join(after[new_start:new_end])


def _joined(runs: Iterator[_Run]) -> Iterator[Piece]:
    """Yield pieces; changes with no word between them are one change."""
    changed_old = changed_new = gap = ""
    for same, old, new in runs:
        if not same:
            changed_old += gap + old
            changed_new += gap + new
            gap = ""
        elif (changed_old or changed_new) and not _WORD.search(old):
            gap = old
        else:
            yield from (Piece(Part.OLD, changed_old), Piece(Part.NEW, changed_new))
            yield Piece(Part.BOTH, gap + old)
            changed_old = changed_new = gap = ""
    yield from (Piece(Part.OLD, changed_old), Piece(Part.NEW, changed_new), Piece(Part.BOTH, gap))
