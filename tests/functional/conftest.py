"""Snapshots: what people see, stored beside the tests.

``ARGMAP_UPDATE_SNAPSHOTS=1 pytest`` writes them anew; look at the diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from support import ROOT

MAPS = ROOT / "tests" / "functional" / "maps"


@pytest.fixture
def matches() -> Callable[[str, str], None]:
    """Return a function that compares a text with the snapshot of a name."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "snapshots" / f"{name}.txt"
        text = text.replace(str(ROOT), "ROOT")
        if os.environ.get("ARGMAP_UPDATE_SNAPSHOTS") == "1":
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no snapshot {path}"
        assert text == path.read_text(encoding="utf-8")

    return compare
