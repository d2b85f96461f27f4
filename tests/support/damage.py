"""Texts with errors in them: those that marks announce, and those that chance makes.

A mark such as ``«dangling-id»`` stands where a diagnostic with this code is
expected. ``damaged`` makes of a good text what nobody would write, and
``survivor`` says what may become of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from argmap import ArgmapError, ArgumentMap, InvalidMapError, dumps, loads

Found = list[tuple[int, int, str]]  # line, column and code of each diagnostic

_MARK = re.compile("«([a-z-]+)»")
_LINE_END = re.compile("\r\n|\r|\n")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def marked(text: str) -> tuple[str, Found]:
    """Return the text without its marks, and the diagnostics they announce."""
    expected: Found = []
    clean = ""
    for number, part in enumerate(_MARK.split(text)):
        if number % 2:
            line = clean.count("\n") + 1
            expected.append((line, len(clean) - clean.rfind("\n"), part))
        else:
            clean += part
    return clean, sorted(expected)


def errors_in(text: str, format: str = "yaml") -> Found:
    """Return the errors that are reported of a text, none if it is a map."""
    try:
        loads(text, format)
    except InvalidMapError as error:
        found = [(d.location.line, d.location.column, d.code) for d in error.diagnostics]
    else:
        return []
    assert found, "a text is refused without a reason"
    places = [place for *place, _ in found]
    assert places == sorted(places), "errors are reported in the order of the text"
    return sorted(found)


@st.composite
def damaged(draw: st.DrawFn, original: str, pieces: Sequence[str]) -> str:
    """Draw the text with lines moved or said twice, parts cut out and pieces put in."""
    lines = original.splitlines(keepends=True)
    numbers = st.integers(0, len(lines) - 1)
    moves = st.lists(st.tuples(numbers, numbers, st.booleans()), min_size=1, max_size=3)
    for place, target, is_kept in draw(st.just([]) | moves):
        line = lines[place] if is_kept else lines.pop(place)
        lines.insert(target, line)
    text = "".join(lines)
    offsets = st.integers(0, len(original))
    lengths = st.sampled_from([0, 0, 1, 2, 8, len(original) // 20])
    inserted = st.just("") | st.sampled_from(pieces) | st.text(max_size=5)
    for offset, length, piece in draw(st.lists(st.tuples(offsets, lengths, inserted), max_size=4)):
        at = offset % (len(text) + 1)
        text = text[:at] + piece + text[at + length :]
    return text


def survivor(text: str, format: str) -> ArgumentMap | None:
    """Return the map that a text still is, or None where it is refused as it should be.

    A map can be written and read again; whatever else is told stands on a line
    that there is. Only half of a surrogate pair, which no file can hold, may be
    refused without a place.
    """
    reported: ArgmapError
    try:
        m = loads(text, format)
    except ArgmapError as error:
        reported = error
    else:
        assert loads(dumps(m)) == m
        return m
    if isinstance(reported, InvalidMapError):
        last = len(_LINE_END.findall(text)) + 1
        assert reported.diagnostics
        assert all(1 <= d.location.line <= last for d in reported.diagnostics)
    else:
        assert _HALF_A_PAIR.search(text), reported
    return None
