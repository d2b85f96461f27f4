"""What is read while somebody waits who has pressed Tab."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap import ArgumentMap, load
from argmap.cli import _complete
from argmap.cli._complete import quick_map


def test_a_map_is_read_unless_it_is_too_big(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims: {a: A.}\n", encoding="utf-8")
    for spare, expected in ((0, load(path)), (-1, ArgumentMap())):
        monkeypatch.setattr(_complete, "_MOST_BYTES", path.stat().st_size + spare)
        assert quick_map(str(path)) == expected


def test_nobody_waits_for_a_pipe_or_for_what_is_not_there(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "missing", "a\0b"):
        assert quick_map(str(tmp_path / name)) == ArgumentMap()
    assert quick_map(None) == load()
