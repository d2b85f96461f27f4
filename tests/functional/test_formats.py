"""``argmap formats``."""

from __future__ import annotations

import json
import re

from support import argmap, in_terminal

from argmap.formats import drawable, readable, writable


def test_the_formats_are_listed_with_their_ways_and_suffixes() -> None:
    lines = [line.split("\t") for line in argmap("formats").out.splitlines()]
    ways = {line[0]: line[1] for line in lines}
    assert {name for name, way in ways.items() if "read" in way} == set(readable())
    assert {name for name, way in ways.items() if "write" in way} == {*writable(), *drawable()}
    data = json.loads(argmap("formats", "--json").out)
    assert data[0] == {
        "name": "af",
        "reads": True,
        "writes": True,
        "suffixes": [".af"],
        "summary": "ICCMA 2023, for abstract frameworks",
    }
    shown = re.sub(r"\x1b\[\d*m", "", in_terminal("formats", columns=80, NO_COLOR="1"))
    assert max(map(len, shown.splitlines())) == 80
