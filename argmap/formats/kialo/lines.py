"""The lines of a Kialo export: its title, its claims, and its sources."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.documents.document import fail, refuse_empty
from argmap.model import FileText

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_HEADER = re.compile(r"Discussion\s+(Title|Name)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_ENTRY = re.compile(
    r"\s*+([0-9]++(?:\.[0-9]++)*+)(\.?)(?:\s*+(?<=[.\s])(Pro|Con|Thesis|Question)\s*+:)?",
    re.IGNORECASE,
)
_THESIS = re.compile(r"1\.\s+\S")
_HEAD = 100_000  # characters in which an export shows what it is
_SOURCE = re.compile(r"\s*+\[([0-9]{1,9})\]\s*+(.*)", re.DOTALL)
_ADDRESS = re.compile(r"[a-z]++://|www\.", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([^\w\s])")

Line = tuple[int, str]  # where it starts, and what it says


class Export(NamedTuple):
    """The parts of a text: ``sources`` are by number, ``is_older`` is about the layout."""

    title: str
    is_older: bool
    lines: list[Line]
    sources: dict[int, str]
    end: int  # of the lines, as an offset


def is_export(text: str) -> bool:
    """Return whether a text is an export, which may lack parts.

    It has several claims that say their side, or else the first line and nothing below it
    but one thesis: a text that only has numbers is a list.
    """
    every = [found[1].strip() for found in _LINE.finditer(text[:_HEAD].strip())]
    sided = [m for line in every if (m := _ENTRY.match(line)) and m[3]]
    header = _HEADER.match(every[0])
    if header is None:
        return sum("." in match[1] for match in sided) > 1
    rest = "\n".join(every[1 if header[2] else 2 :]).strip()
    return bool(sided) or not rest or ("\n\n" not in rest and _THESIS.match(rest) is not None)


def start_of_claim(line: str) -> re.Match[str] | None:
    """Match the possible start of a claim: its number, a dot, and Pro, Con and so on, if any."""
    return _ENTRY.match(line)


def unescaped(text: str, *, is_older: bool) -> str:
    """Return a text without the backslashes of the older layout."""
    return _ESCAPE.sub(r"\1", text) if is_older else text


def read_export(file: FileText) -> Export:
    """Return the parts of an export; raises InvalidMapError for another text."""
    lines = [(found.start(), found[1]) for found in _LINE.finditer(file.text)]
    title, is_older, rest = _header(file, lines)
    end = _start_of_sources(rest)
    offset = rest[end][0] if end < len(rest) else len(file.text)
    return Export(title, is_older, rest[:end], _sources(rest[end + 1 :]), offset)


def _header(file: FileText, lines: list[Line]) -> tuple[str, bool, list[Line]]:
    """Return the title, whether the layout is the older one, and the lines that follow."""
    refuse_empty(file)
    first = next(n for n, (_, line) in enumerate(lines) if line.strip())
    offset, line = lines[first]
    found = _HEADER.match(line.strip())
    if found is None:
        offset += len(line) - len(line.lstrip())
        message = "this does not start like an export of Kialo"
        fail(file, offset, "wrong-type", message, "it starts with: Discussion Title: …")
    is_older = found[1].lower() == "title"
    title = found[2]
    rest = lines[first + 1 :]
    if not title and rest and rest[0][1].strip():
        entry = _ENTRY.match(rest[0][1])
        if entry is None or not entry[3]:
            title = rest.pop(0)[1].strip()
    return unescaped(title, is_older=is_older), is_older, rest


def _start_of_sources(lines: list[Line]) -> int:
    """Return the index of the line that starts the sources; past the last where there are none.

    It comes after a blank line and before the first source.
    """
    start, following = len(lines), ""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index][1].strip()
        is_apart = index == 0 or not lines[index - 1][1].strip()
        if line.lower() == "sources:" and is_apart and (not following or _SOURCE.match(following)):
            start = index
        following = line or following
    return start


def _sources(lines: list[Line]) -> dict[int, str]:
    """Return the sources by number; a source may itself contain lines like ``[2] …``.

    The next source is the line with the next number, of several such lines one with an
    address. Numbers are skipped only where no line with the next one has an address.
    """
    matches = [_SOURCE.match(line) for _, line in lines]
    addressed = {int(m[1]): n for n, m in enumerate(matches) if m and _ADDRESS.match(m[2])}
    found: dict[int, list[str]] = {}
    last = 0
    for index, ((_, line), match) in enumerate(zip(lines, matches, strict=True)):
        number = int(match[1]) if match else 0
        is_next = number == last + 1 or not found
        has_address = match is not None and _ADDRESS.match(match[2]) is not None
        is_better_later = addressed.get(number if is_next else last + 1, -1) > index
        is_sure = is_next and has_address
        is_likely = (is_next or has_address) and not is_better_later
        if number > last and (is_sure or is_likely):
            last = number
            found[number] = [line.strip()]
        elif found:
            found[last].append(line.strip())
    return {number: "\n".join(parts).strip() for number, parts in found.items()}
