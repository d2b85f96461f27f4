"""What looks like structure in an Argdown text: labels of premises, and signs without a meaning.

Argdown numbers premises and conclusions ``(1)``. Many people write labels instead, such as
``(P1)`` and ``(C)``, or ``P1.``: they are numbers where an inference stands among them, and
text elsewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.formats._vocabulary import RELATION_WORDS

# P1, 1a, 1.1, P-1, Premise 1, P1', C, IC, iv
_WORD = r"(?i:premise|conclusion|intermediate conclusion)"
_LABEL = (
    rf"(?:(?:[A-Za-z]{{0,3}}|{_WORD})[ .-]?\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?"
    rf"|[A-Za-z]|[IMSFHZ][CK]|[ivx]{{1,4}}|{_WORD})['’*]*"
)
IN_BRACKETS = rf"\((?:\d+|{_LABEL}\.?)\)(?:[:.](?=\s))?"
BARE = rf"{_LABEL}[.:)](?=\s)"
_LINE = re.compile(
    rf"[ \t]*(?:(?P<INFERENCE>--)|(?P<BRACKETS>{IN_BRACKETS})|(?P<BARE>{BARE})"
    r"|(?P<BLANK>(?=[\r\n]|\Z))|)[^\r\n]*(?:\r\n|\n|\r|\Z)"
)
# ASCII; then dashes and bullets, arrows, "therefore", turnstiles, lines and shapes, full width.
_SIGN = (
    r"[-+_<>=~*]{1,4}(?=\s)"
    r"|[‐-―−•·‣←-⇿⟰-⟿⤀-⥿⬀-⯿∴∵≡⊘⊢-⊯─-◿✓-✘➔-➾➕➖＋－＜＞]{1,4}(?=\s|\[)"
)
_VERB = rf"(?i:{'|'.join(word for word in RELATION_WORDS if word.isalpha())}):(?=\s)"
_NUMBERED = rf"\**(?:{IN_BRACKETS}|(?=\w*\d){BARE})|\*{{1,3}}(?=\w*\d){_LABEL}[.:)]"
# In this order: signs, what a relation does, labels, rules and fences, tables, and titles
# without one of their brackets.
_LINE_START = re.compile(
    rf"{_SIGN}|{_VERB}|{_NUMBERED}|--|===|~~~|```|\*\*\*|___|\|"
    r"|(?<=\S\n)@include\b|@include\b(?!\([^()\r\n]*\)[ \t]*(?:[\r\n]|\Z))"
    r"|\[(?![^\[\]\r\n]*\]\()|<|[^\s\[\]<>]{1,60}[\]>]:"
)
# A heading without a blank, and keys of a front matter that is not marked as one.
_FIRST = re.compile(r"#+[^#\s]|(?i:title|subtitle|author|date|abstract|model|color|tags):\s")
# A reference, a tag without a name, and the end of a comment that is not open.
_INSIDE = re.compile(
    r"\[[^\[\]\r\n]+\](?!\()|</?[^<>\r\n]+>|(?<!\S)#(?=[\s(]|\Z)|(?<!\\\*)(?<=\*)/|\{"
)
_NAMED = 30  # characters of a line that are reported


def label_of(marker: str) -> str:
    """Return the number or label of a premise without its brackets: ``1`` of ``(01):``."""
    label = marker.strip("().: \t")
    return str(int(label)) if label.isdecimal() else label


class _Region(NamedTuple):
    """Where labels of a style (``BRACKETS`` or ``BARE``) are numbers: up to ``end``.

    Up to ``stop`` there is no other such place.
    """

    style: str
    end: int
    stop: int


class Labels:
    """The labels of premises in one text, which is gone through once."""

    def __init__(self, text: str) -> None:
        """Take the whole text."""
        self._text = text
        self._region = _Region("", 0, 0)

    def is_number(self, label: str, at: int, *, may_start: bool) -> bool:
        """Return whether the label of the line at an offset is that of a premise or conclusion.

        ``may_start`` is whether a structure may start here; call this from top to bottom.
        """
        if not label or label == "*":
            return False
        if may_start and at >= self._region.stop:
            self._region = _region_of(self._text, at)
        is_bare = label[0] != "("
        return at < self._region.end and is_bare == (self._region.style == "BARE")


def _region_of(text: str, begin: int) -> _Region:
    """Return where labels are numbers, in the paragraphs from a label at ``begin`` on.

    These are the paragraphs that start with a label of the same style or with an inference.
    The place ends with the first label after the last inference, that of the conclusion.
    """
    first = _LINE.match(text, begin)
    style = (first and first.lastgroup) or ""
    end, is_open, after_blank, stop = begin, False, True, begin
    for line in _LINE.finditer(text, begin):
        kind = line.lastgroup
        if after_blank and kind not in {style, "INFERENCE", "BLANK"}:
            break
        if kind == "INFERENCE":
            is_open = True
        elif kind == style and is_open:
            end, is_open = line.end(), False
        after_blank = kind == "BLANK"
        stop = line.end()
    return _Region(style, stop if is_open else end, stop)


def unread_sign(text: str, at: int, *, is_first: bool) -> str | None:
    """Return the start of a line of text if it looks like structure, which it is not; or None.

    ``is_first`` is whether a paragraph starts here, or goes on after a heading.
    """
    if _LINE_START.match(text, at) or (is_first and _FIRST.match(text, at)):
        return _start(text, at, _NAMED)
    return None


def unread_sign_inside(text: str, at: int) -> str | None:
    """Return what stands in the middle of a text and looks like structure; or None."""
    found = _INSIDE.match(text, at)
    if found is None:
        return None
    if found.group() == "/":
        return "*/"
    return found.group() if len(found.group()) > 1 else _start(text, at, 10)


def _start(text: str, at: int, length: int) -> str:
    """Return the start of what is left of a line."""
    return re.split(r"[\r\n]", text[at : at + length], maxsplit=1)[0].strip()
