"""Errors in a map, with the line they are in and a caret under the place."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Diagnostic, FileText, InvalidMapError, Location
from argmap.model.text import escaped
from argmap.views.phrases import counted
from argmap.views.rows import INDENT, Row

_SHOWN = 72  # columns of a line, so that it is not wrapped and the caret is in its place
_BEFORE = 40  # columns of these before the place, if not all can be shown
_DOTS = "..."


def error_rows(error: InvalidMapError) -> Iterator[Row]:
    """Yield ``file:line:column: error: …``, the line, a caret and a hint for each error."""
    for diagnostic in error.diagnostics:
        yield from _diagnostic(diagnostic, error.file)
    if error.count > 1:
        number, name = counted(error.count, "error"), escaped(error.file.name)
        yield Row([(f"{number} in {name}", "")])


def _diagnostic(diagnostic: Diagnostic, text: FileText) -> Iterator[Row]:
    location = diagnostic.location
    yield Row(
        [
            (f"{escaped(str(location))}: ", "heading"),
            (f"{diagnostic.severity}: ", diagnostic.severity),
            (escaped(diagnostic.message), ""),
        ]
    )
    yield from excerpt_rows(text, location)
    if diagnostic.hint:
        yield Row([(escaped(diagnostic.hint), "")], INDENT, INDENT)


def excerpt_rows(
    text: FileText,
    location: Location,
    label: str = "",
    style: str = "error",
    indent: str = INDENT,
) -> Iterator[Row]:
    """Yield the line of a location and a caret under it, with a ``label`` unless the line has it.

    A long line is cut to what is around the location; a blank one yields nothing.
    """
    left, right = text.around(location, _SHOWN + 1, _SHOWN + 1)
    if not (left + right).strip():
        return
    before, after = (escaped(part.replace("\t", " ")) for part in (left, right))
    if _cells(before) + _cells(after) > _SHOWN:
        before = _cut(before[::-1], _BEFORE)[::-1]
        after = _cut(after, _SHOWN - _cells(before))
    yield Row([(f"{before}{after}", "quiet")], indent, indent)
    pad = " " * _cells(before)
    label = "" if label[:_BEFORE] in left + right else f" {label}"
    # The rest of a label far to the right is further left.
    rest = indent + " " * min(len(pad) + 2, 12)
    yield Row([(f"{pad}^", style), (label, "quiet")], indent, rest)


def _cut(text: str, width: int) -> str:
    """Return a text cut to ``width`` columns, with dots if anything is cut off."""
    if _cells(text) <= width:
        return text
    while _cells(text) > width - len(_DOTS):
        text = text[: min(len(text) - 1, width)]
    return text + _DOTS


def _cells(text: str) -> int:
    """Return the width of a text in columns; some characters take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
