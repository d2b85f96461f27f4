"""The words of a text, for rules that compare texts."""

from __future__ import annotations

import re
import unicodedata

# Scripts that put no space between words are taken character by character.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]|[^\W_]+(?:['’][^\W_]+)*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")  # the same, and quicker


def words(text: str) -> list[str]:
    """Return the words of a text in their order, without regard to case and composed forms."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
