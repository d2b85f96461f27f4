"""Showing text that nobody has vetted.

A claim may hold anything: control characters that drive a terminal, marks that
reverse the direction of what follows, line ends that fake a line of ours.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
# A terminal acts on some of these and hides others: controls, marks of direction, and
# what Unicode says to pass over where it is not known (Default_Ignorable_Code_Point),
# but for the joiners that scripts need and the two variation selectors of emoji.
UNSEEN = (
    "\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that nobody sees in a text, as the inside of a class of a regular expression."""

# Besides these, the controls of ASCII, and halves of surrogate pairs.
_UNPRINTABLE = re.compile(f"[\x00-\x1f{UNSEEN}\ud800-\udfff]")


def escaped(text: str) -> str:
    """Return ``text`` with each character that must not reach a terminal as ``\\x1b``."""
    return _UNPRINTABLE.sub(_escape, text)


def one_line(text: str) -> str:
    """Return ``text`` on one line, white space normalized, the unprintable escaped."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    return escaped(_SPACES.sub(" ", text).strip())


def part_of_line(text: str) -> str:
    """Return a part of a text as ``one_line`` gives it, with a space where it had any at an end."""
    words = one_line(text)
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def shortened(text: str, most: int = 100) -> str:
    """Return ``text`` on one line, cut after a word where it has more than ``most`` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    words, _, _ = line[:most].rpartition(" ")
    return f"{words or line[: most - 1]}…"


def paragraphs(text: str) -> list[str]:
    """Return the lines of ``text``, each as ``one_line`` gives it."""
    return [one_line(line) for line in text.strip().splitlines()]


def _escape(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape", "surrogatepass").decode("ascii")
