"""Words on a line of bash: what is put there is read back as it was."""

from __future__ import annotations

import os
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


@given(st.lists(words, min_size=2, max_size=4, unique=True), st.sampled_from(["", "'", '"']))
@example(["a$x", "a(y"], "")
@example(["a$x", 'a"y'], '"')
def test_what_words_begin_with_is_never_half_an_escape(several: list[str], quote: str) -> None:
    """Bash puts it on the line, where a lone backslash would take what is typed next."""
    found = list(BashLine.of(f"argmap show {quote}", BREAKS).completions(several))
    alike = os.path.commonprefix(found)  # noqa: RUF071 characters are meant
    backslashes = len(alike) - len(alike.rstrip("\\"))
    assert quote == "'" or len(found) < 2 or backslashes % 2 == 0


def test_in_the_quotes_of_c_nothing_is_offered() -> None:
    """What stands in them is read for the map, so far as it goes."""
    for line in ("argmap show $'", "argmap show -m $'m\\'.json' $'a\\'b", "argmap show --kind=$'"):
        assert list(BashLine.of(line, BREAKS).completions(["a'b c", "$\\';touch RAN;#"])) == []
    assert BashLine.of("argmap show -m $'m.json' a").words == ["show", "-m", "m.json"]


@given(st.text(max_size=30))
def test_any_line_is_read(line: str) -> None:
    """No line breaks the reading of it, and complete lines are read as the shell would."""
    found = BashLine.of(line, BREAKS)
    assert len(found.typed) >= found.kept >= 0


@pytest.mark.parametrize("word", ["a,b", "$x", "a b", "-x", "@x", "'", "a`n", "#x", "(a)", "", "~"])
def test_what_powershell_would_read_otherwise_is_not_plain(word: str) -> None:
    """Such words are not offered there."""
    assert not is_plain(word)
