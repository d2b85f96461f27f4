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

from argmap.documents._blocks import NUMBER, Block, are_numbered, by_their_numbers, counted
from argmap.model import FileText
from argmap.model.paragraph import CountedText

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")


def parse_paragraphs(file: FileText) -> CountedText:
    """Return the paragraphs of a text; raises InvalidMapError for a number given twice."""
    blocks = list(_blocks(file.text, by_number=True))
    if are_numbered(blocks):
        found = by_their_numbers(file, blocks)
        return CountedText(found, is_numbered=True, how="by the numbers in the text")
    found = counted(file, _blocks(file.text, by_number=False))
    return CountedText(found, is_numbered=False)


def _blocks(text: str, *, by_number: bool) -> Iterator[Block]:
    """Yield the blocks between blank lines, headings, rules and, with ``by_number``, numbers."""
    block: Block | None = None
    for offset, line in _lines(text):
        number = NUMBER.match(line) if by_number else None
        is_break = not line.strip() or _RULE.fullmatch(line)
        if block is not None and _UNDERLINE.fullmatch(line) and len(block.lines) == 1:
            yield Block(block.offset, [])  # the line above is a heading
            block = None
        elif is_break or _HEADING.match(line) or number:
            if block is not None:
                yield block
            block = None
            if number:
                block = Block(offset, [line[number.end() :]], int(number[1]))
            elif not is_break:
                yield Block(offset, [])
        elif block is None:
            block = Block(offset, [line])
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
