"""Mistakes in a map, with the line they stand in and a caret under the place."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Diagnostic, InvalidMapError, Location, SourceText
from argmap.model.text import escaped
from argmap.views.phrases import counted
from argmap.views.rows import INDENT, Row

_AROUND = 60  # characters of a long line to show before and after the place


def error_rows(error: InvalidMapError) -> Iterator[Row]:
    """Yield ``file:line:column: error: …``, the line, a caret and a hint for each mistake."""
    for diagnostic in error.diagnostics:
        yield from _diagnostic(diagnostic, error.source)
    if len(error.diagnostics) > 1:
        number, name = counted(len(error.diagnostics), "error"), escaped(error.source.name)
        yield Row([(f"{number} in {name}", "")])


def _diagnostic(diagnostic: Diagnostic, source: SourceText) -> Iterator[Row]:
    location = diagnostic.location
    yield Row(
        [
            (f"{escaped(str(location))}: ", "heading"),
            (f"{diagnostic.severity}: ", diagnostic.severity),
            (escaped(diagnostic.message), ""),
        ]
    )
    yield from excerpt_rows(source, location)
    if diagnostic.hint:
        yield Row([(escaped(diagnostic.hint), "")], INDENT, INDENT)


def excerpt_rows(
    source: SourceText, location: Location, label: str = "", style: str = "error"
) -> Iterator[Row]:
    """Yield the line of a place and a caret under it, with a ``label`` that the line has not.

    Nothing where the line is blank.
    """
    line = source.line(location.line)
    if line.strip():
        at = location.column - 1
        start = max(at - _AROUND, 0) if len(line) > 2 * _AROUND else 0
        before = escaped(line[start:at].replace("\t", " "))
        after = escaped(line[at : at + _AROUND].replace("\t", " "))
        yield Row([(f"{before}{after}", "quiet")], INDENT, INDENT)
        pad = " " * _cells(before)
        label = "" if label in line else f" {label}"
        rest = f"{INDENT}{pad}  "
        yield Row([(f"{pad}^", style), (label, "quiet")], INDENT, rest)


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes: some characters take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
