"""A source text, plain or Markdown, to the numbered paragraphs that ``at`` refers to.

Where at least half of the blocks begin with a number in square brackets, ``[3]``,
these numbers count, and a block without one continues the paragraph before it.
Otherwise paragraphs are separated by blank lines and counted from 1. Headings, rules
and the front matter of a Markdown file are not counted, nor are blocks before the
first number, or after a heading that no number follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.documents.document import fail
from argmap.documents.files import decode, read_bytes
from argmap.errors import ArgmapError
from argmap.model import FileText
from argmap.model.paragraph import CountedText, Paragraph

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
# Not a link, [1](…) or [1][…], nor where one is defined, [1]: …
_NUMBER = re.compile(r"\s*\[([0-9]{1,9})\](?![(\[:])\s*")


class _Block(NamedTuple):
    """Consecutive lines; those of a heading are left out, as its text does not count."""

    offset: int
    lines: list[str]
    number: int | None = None


def read_paragraphs(path: str | Path) -> CountedText:
    """Return the paragraphs of a file; raises ArgmapError where it has none or cannot be read."""
    text = parse_paragraphs(decode(read_bytes(path), str(path)))
    if not text.paragraphs:
        raise ArgmapError(f"there is no paragraph in '{path}'", "is it the text of the source?")
    return text


def parse_paragraphs(file: FileText) -> CountedText:
    """Return the paragraphs of a text; raises InvalidMapError for a number given twice."""
    blocks = list(_blocks(file.text, by_number=True))
    bodies = [block for block in blocks if block.lines]
    is_numbered = _are_numbered(bodies)
    if is_numbered:
        return CountedText(_by_their_numbers(file, blocks), is_numbered)
    bodies = [block for block in _blocks(file.text, by_number=False) if block.lines]
    counted = {number: _paragraph(file, number, block) for number, block in enumerate(bodies, 1)}
    return CountedText(counted, is_numbered)


def _are_numbered(bodies: list[_Block]) -> bool:
    """Return whether blocks are counted by their numbers: half of them have one, from early on.

    Notes at the end of a text are numbered too, and there may be many.
    """
    numbered = [at for at, block in enumerate(bodies) if block.number is not None]
    return bool(numbered) and len(bodies) <= 2 * len(numbered) and 2 * numbered[0] <= len(numbered)


def _by_their_numbers(file: FileText, blocks: list[_Block]) -> dict[int, Paragraph]:
    found: dict[int, _Block] = {}
    current: _Block | None = None
    for block in blocks:
        if block.number is not None:
            if block.number in found:
                message = f"paragraph number [{block.number}] is given twice"
                fail(file, block.offset, "duplicate-number", message)
            current = found[block.number] = block
        elif not block.lines:
            current = None
        elif current is not None:
            current.lines.extend(block.lines)
    return {number: _paragraph(file, number, block) for number, block in found.items()}


def _paragraph(file: FileText, number: int, block: _Block) -> Paragraph:
    text = " ".join(line.strip() for line in block.lines).strip()
    return Paragraph(number, text, file.location(block.offset))


def _blocks(text: str, *, by_number: bool) -> Iterator[_Block]:
    """Yield the blocks between blank lines, headings, rules and, with ``by_number``, numbers."""
    block: _Block | None = None
    for offset, line in _lines(text):
        number = _NUMBER.match(line) if by_number else None
        is_break = not line.strip() or _RULE.fullmatch(line)
        if block is not None and _UNDERLINE.fullmatch(line) and len(block.lines) == 1:
            yield _Block(block.offset, [])  # the line above is a heading
            block = None
        elif is_break or _HEADING.match(line) or number:
            if block is not None:
                yield block
            block = None
            if number:
                block = _Block(offset, [line[number.end() :]], int(number[1]))
            elif not is_break:
                yield _Block(offset, [])
        elif block is None:
            block = _Block(offset, [line])
        else:
            block.lines.append(line)
    if block is not None:
        yield block


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and text of each line after the front matter."""
    lines = [(found.start(), found[1]) for found in _LINE.finditer(text)]
    if lines and lines[0][1].rstrip() == "---":
        ends = (n for n, (_, line) in enumerate(lines[1:], 2) if line.rstrip() == "---")
        lines = lines[next(ends, 0) :]
    yield from lines
