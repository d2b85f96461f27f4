"""Lines in columns that fit a terminal: a word, a text, facts about it, and an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.model.text import one_line
from argmap.views.rows import BLANK, Row, Span, width_of
from argmap.views.theme import Glyphs


class Line(NamedTuple):
    """A line: the word before it, a text with its style, facts about it, and the id of a claim.

    What is ``whole`` is no claim: its text may take the columns of facts and id, and if it
    has facts these fit beside it.
    ``is_head`` asks for the id among the facts where it has no column.
    """

    word: str = ""
    text: str = ""
    style: str = ""
    facts: tuple[Span, ...] = ()
    id: str = ""
    whole: bool = False
    is_head: bool = False


class _Columns(NamedTuple):
    """The widths of text, facts and id; no id, no column of ids."""

    text: int
    facts: int
    id: int


GUTTER = 10
"""The columns of the word before a line, with the gap after it."""

_GAP = 2
_WORD_STYLES = {"because": "supports", "against": "attacks"}
_IDS_FROM = 100  # columns from which ids have a column of their own


def laid_out(
    lines: Sequence[Line], width: int | None, glyphs: Glyphs, *, high: int = 1
) -> Iterator[Row]:
    """Yield lines as rows of up to ``width`` columns; each whole, on one row, for None.

    A text may take up to ``high`` rows, and is then cut.
    """
    columns = None if width is None else _columns(lines, width)
    for line in lines:
        if not line.text and not line.id:
            yield BLANK
            continue
        word = (f"{line.word:>{GUTTER - _GAP}}{' ' * _GAP}", _WORD_STYLES.get(line.word, "quiet"))
        if columns is None or width is None:
            text = line.text if line.whole else one_line(line.text)
            spans = [(text, line.style), *line.facts]
            spans += [(one_line(line.id), "id")] if line.id else []
            yield Row([word, *[part for span in spans for part in (span, _SPACE)][:-1]])
        elif line.whole:
            text = cut(line.text, width - GUTTER, glyphs)
            yield Row([word, (text, line.style), *_after(line)])
        else:
            first, *others = _wrapped(one_line(line.text), columns.text, high, glyphs)
            yield Row([word, *_in_columns(line, first, columns, glyphs)])
            yield from (Row([(" " * GUTTER, ""), (text, line.style)]) for text in others)


_SPACE: Span = (" " * _GAP, "")


def _after(line: Line) -> list[Span]:
    return [_SPACE, *line.facts] if line.facts else []


def _columns(lines: Sequence[Line], width: int) -> _Columns:
    """Return widths that hold as much of the texts as leaves room for facts, and ids."""
    claims = [line for line in lines if line.id]
    room = max(width - GUTTER, 1)
    ids = max((width_of(one_line(line.id)) for line in claims), default=0)
    ids = min(ids, room // 4) if width >= _IDS_FROM else 0
    left = room - (_GAP + ids if ids else 0)
    about = [_facts(line, ids) for line in claims]
    commas = _width([_COMMA])
    facts = max((_width(each) + commas * max(len(each) - 1, 0) for each in about), default=0)
    texts = max((width_of(one_line(line.text)) for line in claims), default=0)
    texts = min(texts, max(left - _GAP - facts, left * 3 // 5))
    return _Columns(texts, max(min(left - _GAP - texts, facts), 0), ids)


def _wrapped(text: str, room: int, most: int, glyphs: Glyphs) -> list[str]:
    """Return a text in up to ``most`` parts, broken between words, the last one cut."""
    parts: list[str] = []
    words = text.split(" ")
    while words and len(parts) + 1 < most:
        part = words.pop(0)
        while words and width_of(f"{part} {words[0]}") <= room:
            part = f"{part} {words.pop(0)}"
        if width_of(part) > room:  # one long word
            words.insert(0, part)
            break
        parts.append(part)
    return [*parts, cut(" ".join(words), room, glyphs)] if words else parts


def _in_columns(line: Line, text: str, columns: _Columns, glyphs: Glyphs) -> list[Span]:
    """Return the first part of the text of a line, and all else, in columns."""
    kept: list[Span] = []
    for fact in _facts(line, columns.id):
        longer = [*kept, _COMMA, fact] if kept else [fact]
        if _width(longer) <= columns.facts:
            kept = longer
    spans = [(text, line.style), (" " * (columns.text - width_of(text) + _GAP), ""), *kept]
    if columns.id:
        spans.append((" " * (columns.facts - _width(kept) + _GAP), ""))
        spans.append((cut(one_line(line.id), columns.id, glyphs), "id"))
    return spans


_COMMA: Span = (", ", "quiet")


def _facts(line: Line, ids: int) -> list[Span]:
    """Return the facts of a line; the id of a head is among them if it has no column."""
    facts = list(line.facts)
    if line.is_head and not ids:
        facts.insert(1, (one_line(line.id), "id"))
    return facts


def _width(spans: Sequence[Span]) -> int:
    return sum(width_of(text) for text, _ in spans)


def cut(text: str, room: int | None, glyphs: Glyphs) -> str:
    """Return a text, ended by an ellipsis where it takes more than ``room`` columns."""
    if room is None or width_of(text) <= room:
        return text
    from rich.cells import set_cell_size

    dots = "..." if glyphs.is_ascii else "…"
    return f"{set_cell_size(text, max(room - len(dots), 0)).rstrip()}{dots}"
