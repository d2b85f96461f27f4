"""A file changed in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap import ArgmapError
from argmap.editing.changes import (
    with_fields,
)
from argmap.editing.file import open_map

TWO = "argmap: 1\nclaims: {a: A., b: B.}\n"


def test_a_file_that_is_another_now_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(TWO, encoding="utf-8")
    file = open_map(str(path))
    text = file.edited(with_fields(file.argument_map, "a", {"label": "L"}))
    path.write_text(TWO + "# mine\n", encoding="utf-8")
    with pytest.raises(ArgmapError, match="has changed"):
        file.write(text)
    assert path.read_text(encoding="utf-8") == TWO + "# mine\n"
