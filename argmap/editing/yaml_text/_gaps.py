"""The gaps between the values of a YAML text: white space, comments and single signs.

No value is in between, so a ``#`` there starts a comment, and a ``:`` or ``,``
that is in no comment is a sign of the layout.
"""

from __future__ import annotations

import re

# Everything that ends a line for the parser, which is more than for an editor.
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_GAP = re.compile("(?:[ \t\r\n\x85\u2028\u2029\ufeff]+|#[^\r\n\x85\u2028\u2029]*)*")


def after_gap(text: str, at: int) -> int:
    """Return the next place that is in neither white space nor a comment."""
    found = _GAP.match(text, at)
    return found.end() if found else at


def sign(text: str, at: int, wanted: str) -> int | None:
    """Return the place of the next sign if it is the wanted one; else None."""
    next_ = after_gap(text, at)
    return next_ if text.startswith(wanted, next_) else None


def has_comment(text: str, start: int, end: int) -> bool:
    """Return whether there is a comment in what stands between two values."""
    return "#" in text[start:end]


def is_blank(text: str) -> bool:
    """Return whether the rest of a line is empty but for a comment."""
    return not text.strip() or text.lstrip().startswith("#")
