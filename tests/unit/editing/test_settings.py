"""Settings as words: KEY=VALUE."""

from __future__ import annotations

from argmap.editing.settings import read_settings
from argmap.model import Passage


def test_settings() -> None:
    words = ["at=3, 5-6", "tags=a,b c,", "weight=.5", "implicit=true", "assumed=", "label= x"]
    assert read_settings(words) == {
        "at": (Passage(3, 3), Passage(5, 6)),
        "tags": ("a", "b c"),
        "weight": 0.5,
        "implicit": True,
        "assumed": None,
        "label": " x",
    }
    assert read_settings(["note=12", "text=no"]) == {"note": "12", "text": "no"}
