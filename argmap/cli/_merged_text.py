"""The text of a merged map: with the comments and layout of its sides where that can be."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap.analysis.difference import say_the_same
from argmap.analysis.merging import Merged
from argmap.cli._sides import Side
from argmap.cli._spliced_text import spliced
from argmap.errors import ArgmapError
from argmap.formats import loads


def text_of_sides(merged: Merged, format_: str, sides: Sequence[Side]) -> str:
    """Return a text of the sides that says what the merged map says; empty where there is none.

    One of theirs, or what git makes of them by lines, or ours with the entries
    of theirs: whether that is right is told by reading it as a map. Sides in
    other formats have no such text.
    """
    for side in sides[1:]:
        if side.format == format_ and side.data and say_the_same(merged.map, side.map):
            return side.data.decode("utf-8-sig")
    for text in _candidates(merged, format_, sides):
        try:
            found = loads(text, format_)
        except ArgmapError:
            continue
        if say_the_same(merged.map, found):
            return text
    return ""


def _candidates(merged: Merged, format_: str, sides: Sequence[Side]) -> Iterator[str]:
    if not all(side.format == format_ and side.data for side in sides):
        return
    base, ours, theirs = sides
    # With --union both versions of lines that clash are kept: right where each
    # side has added something in the same place.
    for favour in ("--ours", "--union"):
        yield _merged_by_git(favour, [ours.data, base.data, theirs.data])
    if format_ == "yaml":
        yield spliced(merged, sides, _merged_by_word)
    if sum(len(side.data) for side in sides) <= _BY_WORD_AT_MOST:
        yield _merged_by_word([side.data.decode("utf-8-sig") for side in sides])


_BY_WORD_AT_MOST = 3_000_000  # bytes; git takes a line for each word


def _merged_by_word(versions: list[str]) -> str:
    """Return three versions of some lines merged word by word, ours where words clash."""
    base, ours, theirs = map(_a_word_a_line, versions)
    return _as_it_was(_merged_by_git("--ours", [ours, base, theirs]))


_WORDS = re.compile(r"\n *|\w+|[^\S\n]+|.", re.DOTALL)


def _a_word_a_line(text: str) -> bytes:
    """Return a text with each word on a line after a dot, and each line end as a bare line."""
    found = (word[1:] if word[0] == "\n" else f".{word}" for word in _WORDS.findall(text))
    return "".join(f"{word}\n" for word in found).encode()


def _as_it_was(text: str) -> str:
    lines = text.removesuffix("\n").split("\n") if text else []
    return "".join(line[1:] if line.startswith(".") else f"\n{line}" for line in lines)


def _merged_by_git(favour: str, texts: list[bytes]) -> str:
    """Return what git makes of three texts, line by line; empty where there is no git."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / str(number) for number in range(3)]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text)
        words = ["git", "merge-file", "-p", favour, *map(str, paths)]
        try:
            done = subprocess.run(words, capture_output=True, check=False)  # noqa: S603 no shell
        except OSError:
            return ""
    return done.stdout.decode("utf-8-sig", errors="replace") if done.returncode == 0 else ""
