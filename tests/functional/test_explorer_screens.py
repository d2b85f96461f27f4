"""Snapshots of the explorer's screen, as text, in terminals of several sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from support import MAPS
from support.exploring import Seen, explored

from argmap import formats

SMALL, USUAL, LARGE = (40, 10), (80, 24), (200, 60)


class Case(NamedTuple):
    """Keys to press on a map, in a terminal of some size."""

    keys: str
    map: str
    size: tuple[int, int]
    ascii: bool = False


CASES = {
    "start-200": Case("", "bundled", LARGE),
    "start-40": Case("", "bundled", SMALL),
    "evaluated-80": Case("e j j x", "bundled", USUAL),
    "traced-80": Case("slash p c a l l enter t n", "bundled", USUAL),
    "letters-80": Case("slash a l l c", "bundled", USUAL),
    "traced-40": Case("j j t", "library", SMALL),
    "read-40": Case("tab", "library", SMALL),
    "search-80": Case("slash p u b", "library", USUAL),
    "cyclic-ascii": Case("E e j j j", "cyclic", (100, 40), ascii=True),
    "hostile-80": Case("E j", "hostile", USUAL),
    "empty-80": Case("", "empty", (80, 34)),
    "help-ascii": Case("question_mark", "library", (80, 46), ascii=True),
}


@pytest.mark.parametrize("name", CASES)
def test_screen(name: str, matches: Callable[[str, str], None]) -> None:
    case = CASES[name]
    is_bundled = case.map == "bundled"
    # Read and not followed, and without places, which name the folder this stands in.
    argument_map = formats.load(None if is_bundled else MAPS / f"{case.map}.yaml")
    argument_map.locations = {}

    async def script(seen: Seen) -> None:
        for key in case.keys.split():
            await seen.press(key)
        assert all(len(line) <= case.size[0] for line in seen.lines)
        matches(f"explore-{name}", seen.text)

    explored(argument_map, script, size=case.size, ascii=case.ascii)
