"""Words on a line of bash: what is put there is read back as it was."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from argmap.cli._shells.quoting import BashLine, is_plain

BREAKS = " \t\n\"'@><=;|&(:"
words = st.text(st.sampled_from("ab \\$`\"';*(){}[]<>|&!#~^=:,%@+é漢\t"), min_size=1, max_size=8)
CLOSING = {"": "", "'": "'", '"': '"'}


def typed(text: str, quote: str) -> str:
    """Write the beginning of a word, in quotes that stay open where there are some."""
    if quote == "'":
        return "'" + text.replace("'", "'\\''")
    if quote == '"':
        return '"' + "".join(f"\\{char}" if char in '\\$`"' else char for char in text)
    return "".join(char if char.isalnum() or char in ":=@" else f"\\{char}" for char in text)


@given(words, st.integers(0, 8), st.sampled_from(["", "'", '"']))
@example("a:b c", 2, "")
@example("it's", 3, "'")
def test_a_completed_word_is_the_word(word: str, length: int, quote: str) -> None:
    """POSIX quoting, as the standard library reads it, gives the word back."""
    assume(quote != '"' or not set("$`") & set(word))  # which shlex reads otherwise there
    length = min(length, len(word))
    line = f"argmap show {typed(word[:length], quote)}"
    found = BashLine.of(line, BREAKS)
    assert (found.words, found.typed) == (["show"], word[:length])
    completions = list(found.completions([word]))
    if quote == '"' and "!" in word:
        assert completions == []
        return
    # bash replaces what follows the characters that it keeps.
    kept = f"argmap show {typed(word[: found.kept], quote)}"
    if quote and not word[: found.kept]:
        kept = f"argmap show {quote}"
    assert shlex.split(kept + completions[0] + CLOSING[quote])[1:] == ["show", word]


@given(st.text(max_size=30))
def test_any_line_is_read(line: str) -> None:
    """No line breaks the reading of it, and complete lines are read as the shell would."""
    found = BashLine.of(line, BREAKS)
    assert len(found.typed) >= found.kept >= 0


@pytest.mark.parametrize("word", ["a,b", "$x", "a b", "-x", "@x", "'", "a`n", "#x", "(a)", "", "~"])
def test_what_powershell_would_read_otherwise_is_not_plain(word: str) -> None:
    """Such words are not offered there."""
    assert not is_plain(word)
