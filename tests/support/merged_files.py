"""Three files of one map, and what merging them gives."""

from __future__ import annotations

from pathlib import Path

from support import Result, argmap

MERGED = ["base.yaml", "ours.yaml", "theirs.yaml"]


BASE = """\
argmap: 1
claims:
  # What it is about.
  open: {text: The pool should open earlier.}   # asked every year
  cost: {text: Staff would cost more.}
  few: {text: Few would come at that hour.}
relations:
  - {from: cost, attacks: open}
  - {from: few, attacks: open}
"""


def merged(folder: Path, ours: str, theirs: str, *words: str, base: str = BASE) -> Result:
    """Merge three texts."""
    for name, text in zip(MERGED, (base, ours, theirs), strict=True):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return argmap("merge", *MERGED, *words, cwd=folder)
