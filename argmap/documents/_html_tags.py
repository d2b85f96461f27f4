"""The tags and the text of an HTML page, in time that grows with its length alone.

Any text is HTML, as it is for browsers: what is never closed, such as a comment or a tag,
ends with the file. The parser of the standard library takes time that grows with the
square of the length for some pages, and does not say where in the text a tag stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# One attribute after the other, so that a sign in the value of one ends no tag.
_ATTRIBUTE = r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^\s>]*+)))?+"""
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/=]++|{_ATTRIBUTE})*+)>")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
# Elements with text that is no markup, up to the tag that closes them.
_RAW = frozenset({"script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"})
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


class Tag(NamedTuple):
    """A tag: its name in lower case, where it starts, whether it closes, and its attributes."""

    offset: int
    name: str
    is_end: bool = False
    written: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by their names in lower case, the first of each."""
        found: dict[str, str] = {}
        for each in _ATTRIBUTES.finditer(self.written):
            found.setdefault(each[1].lower(), unescape(each[2] or each[3] or each[4] or ""))
        return found


class Words(NamedTuple):
    """Text between tags, with its entities replaced, and where it starts."""

    offset: int
    text: str


def parts(text: str) -> Iterator[Tag | Words]:
    """Yield the tags and texts of a page in their order, without the text of scripts and such."""
    at = begin = 0
    while (at := text.find("<", at)) >= 0:
        tag = _TAG.match(text, at)
        if tag is None and text[at + 1 : at + 2] not in {"!", "?", "/"} and not _begins(text, at):
            at += 1  # a sign of the text
            continue
        if begin < at:
            yield Words(begin, unescape(text[begin:at]))
        if tag is None:
            at = begin = _after_comment(text, at)
            continue
        name = tag[2].lower()
        yield Tag(at, name, bool(tag[1]), tag[3])
        at = begin = tag.end()
        if name in _RAW and not tag[1]:
            closing = _CLOSING[name].search(text, at)
            at = begin = closing.start() if closing else len(text)
    if begin < len(text):
        yield Words(begin, unescape(text[begin:]))


def _begins(text: str, at: int) -> bool:
    """Return whether a sign begins a tag, which is then never closed."""
    follows = text[at + 1 : at + 2]
    return follows.isascii() and follows.isalpha()


def _after_comment(text: str, at: int) -> int:
    """Return where a comment, declaration or tag that begins here ends."""
    if text.startswith("<!--", at):
        end, length = text.find("-->", at + 2), 3
    elif _begins(text, at) or (text[at + 1] == "/" and _begins(text, at + 1)):
        return len(text)
    else:
        end, length = text.find(">", at), 1
    return len(text) if end < 0 else end + length
