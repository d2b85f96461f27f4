"""Three versions of a text merged by git: line by line, or word by word."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class MergedLines(NamedTuple):
    """What git makes of three texts; where ``is_clean`` is false it has conflict markers."""

    data: bytes
    is_clean: bool


def merged_lines(base: bytes, ours: bytes, theirs: bytes, *words: str) -> MergedLines | None:
    """Return three texts merged line by line; None where there is no git or it cannot.

    ``words`` are options of ``git merge-file``.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(text)
        command = ["git", "merge-file", "-p", *words, *map(str, paths)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 no shell
        except OSError:
            return None
    # The status is how many places conflict, up to 127; above that git has failed.
    return MergedLines(done.stdout, done.returncode == 0) if done.returncode < 128 else None


def merged_by_line(versions: Sequence[str], favour: str) -> str:
    """Return base, ours and theirs merged line by line; empty where that cannot be.

    ``favour`` says what to take where lines clash: ``--ours`` or ``--union``.
    """
    base, ours, theirs = (version.encode() for version in versions)
    found = merged_lines(base, ours, theirs, favour)
    return found.data.decode(errors="replace") if found and found.is_clean else ""


def merged_by_word(versions: Sequence[str]) -> str:
    """Return base, ours and theirs merged word by word, ours where words clash."""
    return _as_it_was(merged_by_line([_a_word_a_line(text) for text in versions], "--ours"))


_WORDS = re.compile(r"\n *|\w+|[^\S\n]+|.", re.DOTALL)


def _a_word_a_line(text: str) -> str:
    """Return a text with each word on a line after a dot, and each line end as a bare line."""
    found = (word[1:] if word[0] == "\n" else f".{word}" for word in _WORDS.findall(text))
    return "".join(f"{word}\n" for word in found)


def _as_it_was(text: str) -> str:
    lines = text.removesuffix("\n").split("\n") if text else []
    return "".join(line[1:] if line.startswith(".") else f"\n{line}" for line in lines)
