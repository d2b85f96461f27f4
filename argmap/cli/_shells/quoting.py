"""How bash splits a line into words, and how to quote words for it.

The rules of quoting are those of POSIX (Shell Command Language, 2.2). Where the
word being typed begins for bash is what its readline library makes of the line:
after an open quote, or else after the last character outside of quotes at which
it splits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PLAIN = re.compile(r"\w[\w./+:=-]*")  # needs no quotes in any shell
_ESCAPED = {"'": re.compile("(')"), '"': re.compile(r'([\\$`"])'), "": re.compile(r"([^\w./+%,-])")}
_ANSI_C = "$'"  # begins a text in which a backslash begins an escape as in C
# Quoted text and its closing quote if there is one, and what a backslash escapes in it.
_QUOTED = {
    _ANSI_C: (re.compile(r"\$'((?:[^'\\]|\\.)*\\?)('?)", re.DOTALL), r"\\(.)"),
    '"': (re.compile(r'"((?:[^"\\]|\\.)*\\?)("?)', re.DOTALL), r'\\([\\$`"\n])'),
    "'": (re.compile(r"'([^']*)('?)"), r"(?!)(.)"),
}
_HALF_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def is_plain(word: str) -> bool:
    """Return whether a word needs no quotes in any shell."""
    return word.isprintable() and _PLAIN.fullmatch(word) is not None


class _Quoted(NamedTuple):
    """A quoted part of a line: its opening quote, its text, and where it ends."""

    opening: str
    text: str
    is_closed: bool
    end: int


def _quoted(line: str, start: int) -> _Quoted | None:
    for opening, (pattern, escapes) in _QUOTED.items():
        found = pattern.match(line, start)
        if found:
            text = re.sub(escapes, r"\1", found[1], flags=re.DOTALL)
            return _Quoted(opening, text, bool(found[2]), found.end())
    return None


class BashLine(NamedTuple):
    """A line up to the cursor.

    ``words`` are the complete words and ``typed`` is the one being typed, all
    without quotes; ``quote`` is the quote that is open in it, or empty. bash
    replaces what follows the first ``kept`` characters of ``typed``.
    """

    words: list[str]
    typed: str
    quote: str
    kept: int

    @classmethod
    def of(cls, line: str = "", splitting: str = " \t\n", *_: str) -> BashLine:
        """Read a line; ``splitting`` are the characters at which bash splits words."""
        words: list[str | None] = [None]
        quote, kept = "", 0
        position = 0
        while position < len(line):
            char, word = line[position], words[-1] or ""
            quoted = _quoted(line, position)
            if quoted:
                words[-1], position = word + quoted.text, quoted.end
                if not quoted.is_closed:
                    quote, kept = quoted.opening, len(word)
                continue
            position += 1
            if char in " \t\n":
                words += [] if words[-1] is None else [None]
                kept = 0
            elif char == "\\":
                words[-1] = word + line[position : position + 1]
                position += 1
            else:
                words[-1] = word + char
                kept = len(word) + 1 if char in splitting else kept
        *before, typed = (word or "" for word in words)
        return cls(before[1:] if before else [], typed, quote, kept)

    def completions(self, words: Iterable[str]) -> Iterator[str]:
        """Yield words as bash is to insert them, quoted for the quote that is open.

        Words that cannot be quoted are left out: in double quotes, bash takes an
        exclamation mark for its history, and $'' has too many escapes. bash inserts
        what several words have in common: if that ends within an escape, what comes
        before the escape is yielded as one of the words.
        """
        if self.quote == _ANSI_C:
            return
        fitting = [word[self.kept :] for word in words if word.startswith(self.typed)]
        quoted = [self._quoted(word) for word in fitting if self.quote != '"' or "!" not in word]
        alike = _beginning(min(quoted, default=""), max(quoted, default=""))
        if len(quoted) > 1 and self.quote != "'" and _HALF_ESCAPE.search(alike):
            yield alike[:-1]
        yield from quoted

    def _quoted(self, text: str) -> str:
        by = r"'\\''" if self.quote == "'" else r"\\\1"
        return _ESCAPED[self.quote].sub(by, text)


def _beginning(first: str, last: str) -> str:
    """Return the common prefix of two words, and so of all that sort between them."""
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((at for at, (one, other) in pairs if one != other), len(first))]
