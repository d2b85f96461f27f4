"""How a text is written in YAML."""

from __future__ import annotations

import pytest

from argmap import loads
from argmap.editing.yaml_text._layout import Layout, block_scalar


@pytest.mark.parametrize(
    ("value", "is_plain"),
    [
        ("Yes, it is (mostly).", True),
        ("a:b#c", True),
        ("a: b", False),
        ("a #b", False),
        ("ends:", False),
        ("yes", False),
        ("No", False),
        ("null", False),
        ("1.5", False),
        ("- a", False),
        ("a\u2028b", False),
        ("a\ufeffb", False),
        ("*a", False),
    ],
)
def test_text_is_plain_in_a_block_where_every_yaml_reads_it_so(value: str, is_plain: bool) -> None:  # noqa: FBT001
    written = Layout().inline(value, in_flow=False)
    assert (written == value) is is_plain
    assert loads(f"argmap: 1\ntitle: {written}\n").title == value


@pytest.mark.parametrize("style", ["|", ">"])
def test_a_text_in_a_block_is_what_it_was(style: str) -> None:
    text = " ".join(["word", "and:", "#more", "- so"] * 30)
    block = block_scalar(text, f"{style}-", "  ")
    assert block is not None
    assert loads(f"argmap: 1\ntitle: {block}\n").title == text
    assert max(map(len, block.splitlines())) <= 100 or style == "|"
    assert block_scalar("two  spaces", f"{style}-", "  ") is None
