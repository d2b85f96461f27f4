"""Characters that nobody sees: escaped where they are written, and the same when read again."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, dumps, loads
from argmap.documents.yaml_scalars import quoted
from argmap.model.plain import json_text
from argmap.model.text import UNSEEN, escaped

# Controls, marks of direction, tags, fillers, selectors: some of each kind.
SOME = "\x7f\x85\xad\u034f\u061c\u115f\u17b4\u180e\u200b\u202e\u2066\u3164\ufe05\ufeff\uffa0"
SOME += "\ufffe\U0001bca0\U0001d173\U000e0001\U000e0041\U000e007f\U000e0100\U000e0fff"
TEXTS = st.text(st.sampled_from(SOME + "a 'é漢😀\u200d\ufe0f\"\\"), min_size=1).filter(
    lambda text: bool(text.strip())
)


@pytest.mark.parametrize("character", SOME)
def test_each_is_written_in_ascii(character: str) -> None:
    assert json_text(character).isascii()
    assert json.loads(json_text(character)) == character
    assert quoted(character).isascii()
    assert escaped(character).isascii()


def test_what_scripts_and_emoji_need_is_left_as_it_is() -> None:
    text = "می\u200cخواهم 👨\u200d👩\u200d👧 ❤\ufe0f"
    assert json_text(text) == f'"{text}"'
    assert quoted(text) == f'"{text}"'
    assert escaped(text) == text


@given(TEXTS)
def test_a_map_reads_the_same_again_and_shows_all_it_holds(text: str) -> None:
    m = ArgumentMap([Claim("a", text, label=text, tags=(text,))], title=text)
    for format in ("yaml", "json"):
        written = dumps(m, format)
        assert not re.search(f"[{UNSEEN}]", written)
        assert loads(written, format) == m
