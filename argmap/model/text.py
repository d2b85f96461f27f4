"""Showing text that nobody has vetted.

A claim may hold anything: control characters that drive a terminal, marks that
reverse the direction of what follows, line ends that fake a line of ours.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
# C0 and C1 controls, direction marks, invisible operators, tag characters,
# halves of surrogate pairs, and what Unicode calls non-characters.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def escaped(text: str) -> str:
    """Return ``text`` with each character that must not reach a terminal as ``\\x1b``."""
    return _UNPRINTABLE.sub(_escape, text)


def one_line(text: str) -> str:
    """Return ``text`` on one line, white space folded, the unprintable escaped."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    return escaped(_SPACES.sub(" ", text).strip())


def paragraphs(text: str) -> list[str]:
    """Return the lines of ``text``, each as ``one_line`` gives it."""
    return [one_line(line) for line in text.strip().splitlines()]


def _escape(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape", "surrogatepass").decode("ascii")
