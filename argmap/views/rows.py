"""Rows: the one shape of text that every view is made of.

A row is a prefix (guides, indents) and spans of text with the names of their
styles. ``plain`` gives each row as one line, never wrapped or cut; ``Wrapped``
is a Rich renderable that wraps each row beside its prefix at the terminal's
width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.views.theme import STYLES

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

Span = tuple[str, str]


class Row(NamedTuple):
    """Spans of text; ``first`` stands before the first line of them, ``rest`` before others.

    Where there is something that stands ``between`` them, they have one style,
    and each is kept whole when the row is folded.
    """

    spans: list[Span]
    first: str = ""
    rest: str = ""
    between: str = ""


BLANK = Row([])
INDENT = " " * 4  # of what belongs to the line above, in messages


def spaced(*spans: Span | None, by: str = " ") -> list[Span]:
    """Return the spans that are there and not empty, with ``by`` between them."""
    result: list[Span] = []
    for span in spans:
        if span is not None and span[0]:
            result += [(by, ""), span] if result else [span]
    return result


def plain(rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as a line of plain text without its line end."""
    for row in rows:
        yield (row.first + row.between.join(text for text, _ in row.spans)).rstrip()


class Wrapped:
    """Rows for a terminal: styled, and folded beside their prefixes."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows, which are drawn one by one as they come."""
        self.rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield each line of each row."""
        for row in self.rows:
            lines = (_packed if row.between and row.spans else _folded)(row, console, options)
            for number, line in enumerate(lines):
                line.rstrip()
                yield _prefixed(row.rest if number else row.first, line)


def _folded(row: Row, console: Console, options: ConsoleOptions) -> list[Text]:
    """Return the lines of a row, folded between words."""
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
    """Return the lines of a row, folded between its spans; within one that fits no line."""
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
    """Return how many columns are left beside a prefix; one too long still leaves some."""
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
