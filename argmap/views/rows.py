"""Rows: the one shape of text that every view is made of.

A row is a prefix (guides, indents) and spans of text with the names of their
styles. ``plain`` gives each row as one line, never wrapped or cut; ``Wrapped``
is a Rich renderable that wraps each row beside its prefix to the width of the
terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.views.theme import STYLES, Glyphs

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.table import Table
    from rich.text import Text

Span = tuple[str, str]


class Row(NamedTuple):
    """Spans of text, with the prefix of the first line and that of the others.

    Spans with a separator ``between`` them have one style, and lines are broken
    between them, not within. They are wrapped to the left of ``column``, if it is given, and
    ``right`` stands from there on in the first line.
    """

    spans: list[Span]
    first: str | tuple[Span, ...] = ""
    rest: str | tuple[Span, ...] = ""
    between: str = ""
    right: tuple[Span, ...] = ()
    column: int = 0


BLANK = Row([])
INDENT = " " * 4  # of details of the line above
GAP = "  "  # between columns


def unwrapped(row: Row) -> Row:
    """Return a row for where lines are not wrapped: what stands at its right follows, aligned."""
    taken = width_of(_text(row.first) + "".join(text for text, _ in row.spans))
    gap = [(" " * max(row.column - taken, len(GAP)), "")] if row.right else []
    return row._replace(spans=[*row.spans, *gap, *row.right], right=(), column=0)


def _text(spans: str | Iterable[Span]) -> str:
    return spans if isinstance(spans, str) else "".join(text for text, _ in spans)


def spaced(*spans: Span | None, by: str = " ") -> list[Span]:
    """Return the spans that are not None or empty, with ``by`` between them."""
    result: list[Span] = []
    for span in spans:
        if span is not None and span[0]:
            result += [(by, ""), span] if result else [span]
    return result


def width_of(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def plain(rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as a line of plain text without a newline."""
    for row in rows:
        left = _text(row.first) + row.between.join(text for text, _ in row.spans)
        right = GAP + _text(row.right) if row.right else ""
        yield (left + right).rstrip()


class Wrapped:
    """Rows for a terminal: styled, and wrapped beside their prefixes."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows, which are rendered one by one."""
        self.rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield each line of each row."""
        for row in self.rows:
            lines = (_packed if row.between and row.spans else _wrapped)(row, console, options)
            for number, line in enumerate(lines):
                line.rstrip()
                yield _prefixed(row.rest if number else row.first, line, None if number else row)


def _wrapped(row: Row, console: Console, options: ConsoleOptions) -> list[Text]:
    """Return the lines of a row, broken between words."""
    from rich.text import Text

    body = Text(end="", no_wrap=False)
    for text, style in row.spans:
        body.append(text, STYLES.get(style, style))
    room, room_below = _room(options, row, row.first), _room(options, row, row.rest)
    first, *others = body.wrap(console, room) or [body]
    if others and room_below < room:
        left = body.plain[len(first) :].lstrip()
        after = body[len(body) - len(left) :]
        others = list(after.wrap(console, room_below))
    return [first, *others]


def _packed(row: Row, console: Console, options: ConsoleOptions) -> list[Text]:
    """Return the lines of a row, broken between spans, and within a span too long for a line."""
    from rich.cells import cell_len
    from rich.text import Text

    room = min(_room(options, row, row.first), _room(options, row, row.rest))
    lines: list[str] = []
    for text, _ in row.spans:
        longer = f"{lines[-1]}{row.between}{text}" if lines else text
        if lines and cell_len(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(text)
    style = STYLES.get(row.spans[0][1], row.spans[0][1])
    return [part for line in lines for part in Text(line, style, end="").wrap(console, room)]


def _room(options: ConsoleOptions, row: Row, prefix: str | tuple[Span, ...]) -> int:
    """Return how many columns are left beside a prefix, at least a few."""
    from rich.cells import cell_len

    width = min(options.max_width, row.column - len(GAP)) if row.column else options.max_width
    left = width - cell_len(_text(prefix))
    return max(left, min(20, options.max_width // 2), _WIDEST_CHARACTER)


_WIDEST_CHARACTER = 2  # columns


def _prefixed(prefix: str | tuple[Span, ...], line: Text, row: Row | None) -> Text:
    """Return a line after its prefix, the first one of a row with what stands at its right."""
    from rich.text import Text

    result = Text(no_wrap=True, overflow="ignore")
    for text, style in [(prefix, "guide")] if isinstance(prefix, str) else prefix:
        result.append(text, STYLES.get(style, style))
    result.append_text(line)
    if row is not None and row.right:
        result.append(" " * max(len(GAP), row.column - result.cell_len))
        for text, style in row.right:
            result.append(text, STYLES.get(style, style))
    return result


def table_with_head(glyphs: Glyphs, **options: Any) -> Table:
    """Return a Rich table without columns yet; ``options`` are those of ``Table``."""
    from rich.box import ASCII, SIMPLE_HEAD
    from rich.table import Table

    return Table(
        box=ASCII if glyphs.is_ascii else SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style=STYLES["heading"],
        **options,
    )
