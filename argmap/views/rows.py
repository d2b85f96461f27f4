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
    between them, not within.
    """

    spans: list[Span]
    first: str = ""
    rest: str = ""
    between: str = ""


BLANK = Row([])
INDENT = " " * 4  # of details of the line above


def spaced(*spans: Span | None, by: str = " ") -> list[Span]:
    """Return the spans that are not None or empty, with ``by`` between them."""
    result: list[Span] = []
    for span in spans:
        if span is not None and span[0]:
            result += [(by, ""), span] if result else [span]
    return result


def plain(rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as a line of plain text without a newline."""
    for row in rows:
        yield (row.first + row.between.join(text for text, _ in row.spans)).rstrip()


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
                yield _prefixed(row.rest if number else row.first, line)


def _wrapped(row: Row, console: Console, options: ConsoleOptions) -> list[Text]:
    """Return the lines of a row, broken between words."""
    from rich.text import Text

    body = Text(end="", no_wrap=False)
    for text, style in row.spans:
        body.append(text, STYLES.get(style, style))
    first, *others = body.wrap(console, _room(options, row.first)) or [body]
    if others and _room(options, row.rest) < _room(options, row.first):
        left = body.plain[len(first) :].lstrip()
        after = body[len(body) - len(left) :]
        others = list(after.wrap(console, _room(options, row.rest)))
    return [first, *others]


def _packed(row: Row, console: Console, options: ConsoleOptions) -> list[Text]:
    """Return the lines of a row, broken between spans, and within a span too long for a line."""
    from rich.cells import cell_len
    from rich.text import Text

    room = min(_room(options, row.first), _room(options, row.rest))
    lines: list[str] = []
    for text, _ in row.spans:
        longer = f"{lines[-1]}{row.between}{text}" if lines else text
        if lines and cell_len(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(text)
    style = STYLES.get(row.spans[0][1], row.spans[0][1])
    return [part for line in lines for part in Text(line, style, end="").wrap(console, room)]


def _room(options: ConsoleOptions, prefix: str) -> int:
    """Return how many columns are left beside a prefix, at least a few."""
    from rich.cells import cell_len

    left = options.max_width - cell_len(prefix)
    return max(left, min(20, options.max_width // 2), _WIDEST_CHARACTER)


_WIDEST_CHARACTER = 2  # columns


def _prefixed(prefix: str, line: Text) -> Text:
    from rich.text import Text

    result = Text(no_wrap=True, overflow="ignore")
    result.append(prefix, STYLES["guide"])
    result.append_text(line)
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
