"""Text in a picture: how wide it is, where its lines break, and its markup for Graphviz.

Graphviz does not wrap text, and the fonts of whoever looks at an SVG are not
ours. So widths are estimated here, for a rather wide font, and only Graphviz,
which measures for itself, may make a card wider.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from unicodedata import bidirectional, category, east_asian_width

from argmap.model.text import one_line

_NARROW = frozenset("iljftrI.,:;'|!()[]{} -·’‘“”\"/\\")
_BROAD = frozenset("mwMW%@—…●○◐")

# A word is followed by the space it ends with; a line may also end after a hyphen within it.
# Where a script does without spaces, it may end after every sign, but not before a closing one.
_DENSE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORD = re.compile(
    rf"[{_DENSE}][、。，．：；！？）」』]*|[^\s{_DENSE}-]++-(?=[^\W_])|[^\s{_DENSE}]+|\s+"
)

BOLD = 1.1  # how much wider bold letters are
_STEPS = 6  # of a search for the least room that a text needs


def width(text: str, size: float) -> float:
    """Return about how wide a line is, in points, in letters of a size in points."""
    return sum(map(_em, text)) * size


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.37
    if sign in _BROAD:
        return 0.95
    if sign.isascii():
        return 0.68 if sign.isupper() or sign.isdigit() else 0.6
    if category(sign) in {"Mn", "Me", "Cf"}:
        return 0.0
    if category(sign) in {"Sm", "So"}:
        return 0.95
    return 1.05 if east_asian_width(sign) in {"W", "F"} else 0.65


def wrapped(text: str, room: float, size: float) -> list[str]:
    """Return the lines of a text, none of them wider than ``room`` points.

    Between words where that is possible, within a word that is too long where
    it is not. What could drive a terminal or a renderer is escaped visibly.
    """
    return lines_of(text, room, lambda piece: width(piece, size))


def lines_of(text: str, room: float, measured: Callable[[str], float]) -> list[str]:
    """Return the lines of a text as ``wrapped`` does, by a width that is measured otherwise."""
    return _lines(_measured(text, room, measured), room)


def evenly_wrapped(text: str, room: float, size: float) -> list[str]:
    """Return as many lines as ``wrapped`` does, about equally long: no word is left alone."""
    words = _measured(text, room, lambda piece: width(piece, size))
    lines = _lines(words, room)
    least = max((room / 2, *(needed for _, needed in words)))
    most = room
    for _ in range(_STEPS if len(lines) > 1 else 0):
        tried = (least + most) / 2
        narrower = _lines(words, tried)
        if len(narrower) > len(lines):
            least = tried
        else:
            most, lines = tried, narrower
    return lines


def _measured(text: str, room: float, measured: Callable[[str], float]) -> list[tuple[str, float]]:
    """Return the words of a text, each with its width; none is wider than the room."""
    return [(word, measured(word)) for word in _pieces(one_line(text), room, measured)]


def _lines(words: Iterable[tuple[str, float]], room: float) -> list[str]:
    lines, line, used = [], "", 0.0
    for word, needed in words:
        if line.strip() and used + needed > room and not word.isspace():
            lines.append(line.strip())
            line, used = "", 0.0
        line += word
        used += needed
    return [*lines, line.strip()] if line.strip() else lines


def _pieces(text: str, room: float, measured: Callable[[str], float]) -> Iterator[str]:
    """Yield the words of a text, those that fit no line in pieces that do."""
    for word in _WORD.findall(text):
        if measured(word) <= room:
            yield word
            continue
        start, used = 0, 0.0
        for at, sign in enumerate(word):
            needed = measured(sign)
            if used + needed > room and at > start:
                yield word[start:at]
                start, used = at, 0.0
            used += needed
        yield word[start:]


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text is of a script that runs to the left."""
    directions = (bidirectional(sign) for sign in text)
    return next((each for each in directions if each in {"L", "R", "AL"}), "L") != "L"


def paragraph(text: str, room: float, size: float, colour: str, tag: str | None = None) -> str:
    """Return untrusted text as a cell ``room`` points wide, in a tag such as ``b``.

    A text that runs to the left begins at the right.
    """
    align = "right" if is_right_to_left(text) else "left"
    lines = evenly_wrapped(text, room / (BOLD if tag == "b" else 1.0), size)
    if not lines:
        return cell("")
    content = stacked(lines, size, colour, tag, align)
    return cell(content, align=align, width=round(room), colspan=2)


def stacked(
    lines: Iterable[str], size: float, colour: str, tag: str | None = None, align: str = "left"
) -> str:
    """Return lines of untrusted text as a table, in a tag such as ``b``.

    Each line is a row: Graphviz would set lines in bold or italic letters closer
    than others.
    """
    rows = ""
    for line in map(markup, lines):
        marked = f"<{tag}>{line}</{tag}>" if tag else line
        rows += f"<tr>{cell(font(marked, size, colour), align=align)}</tr>"
    return table(rows)


def markup(text: str) -> str:
    """Return untrusted text as text in a label of Graphviz: no markup, entity or escape in it.

    Graphviz resolves escapes such as ``\\N`` even in such labels.
    """
    return escape(one_line(text).replace("\\", "\\\\"))


def lines_markup(lines: Iterable[str]) -> str:
    """Return lines of untrusted text for a cell that is aligned to the left."""
    return '<br align="left"/>'.join(map(markup, lines)) + '<br align="left"/>'


def font(content: str, size: float, colour: str) -> str:
    """Return markup in letters of a size in points and of a colour."""
    return f'<font point-size="{size:g}" color="{colour}">{content}</font>'


def table(rows: str, **attributes: object) -> str:
    """Return a table without lines or gaps but for what its attributes say."""
    settings = {"border": 0, "cellborder": 0, "cellspacing": 0, "cellpadding": 0, **attributes}
    return f"<table{_attributes(settings)}>{rows}</table>"


def cell(content: str, **attributes: object) -> str:
    """Return a cell of a table; an attribute that is None is left out."""
    return f"<td{_attributes(attributes)}>{content}</td>"


def _attributes(attributes: dict[str, object]) -> str:
    given = ((name, value) for name, value in attributes.items() if value is not None)
    return "".join(f' {name}="{value}"' for name, value in given)
