"""Untrusted text in the Markdown of comments and reviews."""

from __future__ import annotations

import re

from argmap.model.text import one_line

# What is markup anywhere in a line to CommonMark or GitHub, and what makes a name a mention.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$]|:(?=\w+:|//)|(?i:(?<=www)\.)")
_MENTION = re.compile(r"@(?=\w)")


def escaped(text: str, *, strip: bool = True) -> str:
    """Return untrusted text with markup and mentions escaped."""
    shown = _MARKUP.sub(r"\\\g<0>", one_line(text) if strip else text)
    return _MENTION.sub("@<!-- -->", shown)


def code(text: str) -> str:
    """Return an id as a code span, within more backquotes than it has in a row."""
    shown = one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
