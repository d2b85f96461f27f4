"""How a text is written in YAML."""

from __future__ import annotations

import pytest

from argmap import loads
from argmap.editing.yaml_text._layout import block_scalar


@pytest.mark.parametrize("style", ["|", ">"])
def test_a_text_in_a_block_is_what_it_was(style: str) -> None:
    text = " ".join(["word", "and:", "#more", "- so"] * 30)
    block = block_scalar(text, f"{style}-", "  ")
    assert block is not None
    assert loads(f"argmap: 1\ntitle: {block}\n").title == text
    assert max(map(len, block.splitlines())) <= 100 or style == "|"
    assert block_scalar("two  spaces", f"{style}-", "  ") is None
