"""The blocks of a text, of any kind, to numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.documents.document import fail
from argmap.model import FileText
from argmap.model.paragraph import Paragraph

# Not a link, [1](…) or [1][…], nor where one is defined, [1]: …
NUMBER = re.compile(r"\s*\[([0-9]{1,9})\](?![(\[:])\s*")
"""The number that a paragraph may begin with."""


class Block(NamedTuple):
    """Consecutive lines; those of a heading are left out, as its text does not count."""

    offset: int
    lines: list[str]
    number: int | None = None


def are_numbered(blocks: Iterable[Block]) -> bool:
    """Return whether blocks are counted by their numbers: half of them have one, from early on.

    Notes at the end of a text are numbered too, and there may be many.
    """
    bodies = [block for block in blocks if block.lines]
    numbered = [at for at, block in enumerate(bodies) if block.number is not None]
    return bool(numbered) and len(bodies) <= 2 * len(numbered) and 2 * numbered[0] <= len(numbered)


def by_their_numbers(file: FileText, blocks: Iterable[Block]) -> dict[int, Paragraph]:
    """Return the paragraphs of blocks by the numbers these have.

    A block without one continues the paragraph before it, unless a heading is between
    them. Raises InvalidMapError for a number given twice.
    """
    found: dict[int, Block] = {}
    current: Block | None = None
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


def counted(file: FileText, blocks: Iterable[Block]) -> dict[int, Paragraph]:
    """Return the paragraphs of blocks, counted from 1; headings are left out."""
    bodies = (block for block in blocks if block.lines)
    return {number: _paragraph(file, number, block) for number, block in enumerate(bodies, 1)}


def _paragraph(file: FileText, number: int, block: Block) -> Paragraph:
    text = " ".join(line.strip() for line in block.lines).strip()
    return Paragraph(number, text, file.location(block.offset))
