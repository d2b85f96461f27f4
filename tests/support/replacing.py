"""A map file that is replaced."""

from __future__ import annotations

from pathlib import Path

from support import Result, argmap

OLD = "argmap: 1\nclaims:\n  a: A holds.\n"
NOBODY = 65534


def edited(path: Path) -> Result:
    """Set a label in a map."""
    return argmap("set", "a", "label=Label", "-m", str(path))


def left_in(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(entry.name for entry in folder.iterdir())
