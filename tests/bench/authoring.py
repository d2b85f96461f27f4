"""What an author waits for: check, diff, edits and figures of a map of 10,000 claims."""

from __future__ import annotations

from pathlib import Path

from measure import COMMAND, process, ratio, row
from support.random_maps import yaml_text


def authoring(folder: Path, *, quick: bool) -> None:
    """Measure each command as a multiple of listing the same map, which is reading it."""
    claims = 1_000 if quick else 10_000
    runs = 3
    old, new = folder / "old.yaml", folder / "new.yaml"
    text = yaml_text(claims, claims * 6 // 5)
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace("weight", "note").replace("Ba", "Be"), encoding="utf-8")
    listing = process(COMMAND, "list", "-m", old)
    cases: list[tuple[list[str | Path], float | None]] = [
        (["check", "-f", "concise", old], 3),
        (["diff", old, new], 6),  # it reads two
        (["stats", "-m", old], None),
        (["read", "-m", old], None),
        (["set", "claim-1", "label=Another", "-m", old, "--dry-run"], None),
    ]
    for words, at_most in cases:
        action = process(COMMAND, *words, answers=(0, 1))
        row(f"{words[0]}, {claims:,} claims", ratio(action, listing, runs), at_most, "x list")
