"""Three versions of a text merged by git, line by line."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class MergedLines(NamedTuple):
    """Three texts merged; where ``is_clean`` is false, with conflict markers."""

    data: bytes
    is_clean: bool


def merged_lines(base: bytes, ours: bytes, theirs: bytes, *options: str) -> MergedLines | None:
    """Return three texts merged line by line; None where there is no git or it cannot.

    ``options`` are those of ``git merge-file``.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(text)
        command = ["git", "merge-file", "-p", *options, *map(str, paths)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 no shell
        except OSError:
            return None
    # The status is how many places conflict, up to 127; above that git has failed.
    return MergedLines(done.stdout, done.returncode == 0) if done.returncode < 128 else None


def merged_by_line(versions: Sequence[str], favour: str) -> str:
    """Return base, ours and theirs merged line by line; empty where that is not possible.

    ``favour`` says what to take where lines conflict: ``--ours``, ``--theirs`` or ``--union``.
    """
    base, ours, theirs = (version.encode() for version in versions)
    found = merged_lines(base, ours, theirs, favour)
    return found.data.decode(errors="replace") if found and found.is_clean else ""
