"""Taking pieces out of a text, and lines of which nothing is left.

A comment goes with its line; where something else stays in that line, so does
the comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.editing.yaml_text._gaps import is_blank
from argmap.editing.yaml_text._splices import Splices

Span = tuple[int, int]  # from a place up to another


def take_out(splices: Splices, spans: list[Span]) -> None:
    """Take out pieces of a text that do not overlap, and the space between them."""
    for group in _groups(splices, sorted(spans)):
        start, end = group[0][0], group[-1][1]
        is_nothing_left = (
            not splices.before(start).strip()
            and is_blank(splices.rest(end))
            and not any(splices.text[a[1] : b[0]].strip() for a, b in pairwise(group))
        )
        if is_nothing_left and splices.text[start:end] != ",":
            splices.remove_lines(start, end)
            continue
        for span in _merged(splices, group):
            _take_out_of_line(splices, *span)


def _groups(splices: Splices, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield pieces that end and start in the same line together."""
    group: list[Span] = []
    for span in spans:
        if group and splices.line_start(span[0]) != splices.line_start(group[-1][1]):
            yield group
            group = []
        group.append(span)
    yield group


def _merged(splices: Splices, group: list[Span]) -> list[Span]:
    """Return pieces, joined where nothing but space is between them."""
    merged = group[:1]
    for start, end in group[1:]:
        if splices.text[merged[-1][1] : start].strip():
            merged.append((start, end))
        else:
            merged[-1] = merged[-1][0], end
    return merged


def _take_out_of_line(splices: Splices, start: int, end: int) -> None:
    """Take out a piece of a line in which something stays."""
    before, rest = splices.before(start), splices.rest(end)
    space_before = len(before) - len(before.rstrip())
    space_after = len(rest) - len(rest.lstrip())
    following = rest[space_after : space_after + 1]
    text = ""
    if following == "#" and splices.line_start(start) != splices.line_start(end):
        end += len(rest)  # the comment of a line that goes
        start -= space_before
    elif following == "#":
        if space_after:
            start -= space_before if before.strip() else 0
        elif not space_before:
            text = " "
    elif not before.strip():
        end += space_after
    elif not following or following in "]}":
        start -= space_before
    else:
        end += space_after
    splices.replace(start, end, text)
