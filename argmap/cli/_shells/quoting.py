"""Words as bash takes them from a line and is given them back.

The rules of quoting are those of POSIX (Shell Command Language, 2.2). Where the
word being typed begins for bash is what its readline library makes of the line:
after an open quote, or else after the last character outside of quotes at which
it splits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PLAIN = re.compile(r"\w[\w./+:=-]*")  # read by every shell as it is written
_ESCAPED = {"'": re.compile("(')"), '"': re.compile(r'([\\$`"])'), "": re.compile(r"([^\w./+%,-])")}


def is_plain(word: str) -> bool:
    """Return whether a shell reads a word as it is written, with no quotes."""
    return word.isprintable() and _PLAIN.fullmatch(word) is not None


class BashLine(NamedTuple):
    """A line up to the cursor.

    ``words`` are those before, and ``typed`` is what there is of the one being
    typed, both without quotes; ``quote`` is the quote that is open in it, or
    empty. bash replaces what follows the first ``kept`` characters of ``typed``.
    """

    words: list[str]
    typed: str
    quote: str
    kept: int

    @classmethod
    def of(cls, line: str = "", splitting: str = " \t\n", *_: str) -> BashLine:
        """Read a line; ``splitting`` are the characters at which bash splits words."""
        words: list[str] = []
        word: str | None = None
        quote, kept, outside = "", 0, 0
        position = 0
        while position < len(line):
            char = line[position]
            position += 1
            if quote:
                if char == quote:
                    quote, kept = "", outside
                elif char == "\\" and quote == '"' and line[position : position + 1] in _IN_DOUBLE:
                    word = (word or "") + line[position]
                    position += 1
                else:
                    word = (word or "") + char
            elif char in {"'", '"'}:
                word = word or ""
                quote, outside, kept = char, kept, len(word)
            elif char == "\\":
                word = (word or "") + line[position : position + 1]
                position += 1
            elif char in " \t\n":
                if word is not None:
                    words.append(word)
                word, kept = None, 0
            else:
                word = (word or "") + char
                kept = len(word) if char in splitting else kept
        return cls(words[1:], word or "", quote, kept)

    def completions(self, words: Iterable[str]) -> Iterator[str]:
        """Yield words as bash puts them on the line, in the quotes that are open.

        What cannot be written there is left out: in double quotes, bash takes an
        exclamation mark for its history.
        """
        for word in words:
            if word.startswith(self.typed) and not (self.quote == '"' and "!" in word):
                yield self._quoted(word[self.kept :])

    def _quoted(self, text: str) -> str:
        by = r"'\\''" if self.quote == "'" else r"\\\1"
        return _ESCAPED[self.quote].sub(by, text)


_IN_DOUBLE = tuple('$`"\\\n')  # before these alone a backslash counts in double quotes
