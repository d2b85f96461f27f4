"""Painting a page that is laid out: the grounds, the rows and what is around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from argmap.analysis.outline import Form
from argmap.model.text import one_line
from argmap.pictures.colours import mixed
from argmap.pictures.page import shapes
from argmap.pictures.page.canvas import Canvas, Dialect, Letters
from argmap.pictures.page.document import document
from argmap.pictures.page.furniture import Part, Words, stub_sample
from argmap.pictures.page.joins import paint_arcs, paint_brackets, paint_siblings, paint_signs
from argmap.pictures.page.measuring import wrapped
from argmap.pictures.page.metrics import SMALL, stub_width
from argmap.pictures.page.places import Placed
from argmap.pictures.page.setting import SetRow, Text, label_size
from argmap.pictures.page.shapes import number
from argmap.pictures.page.territory import grounds
from argmap.pictures.page.values import Laid
from argmap.pictures.picture import Tone
from argmap.pictures.typesetting import Sheet
from argmap.pictures.words import is_right_to_left

_BASE = 0.35  # of the size of letters, from the middle of a line down to where they stand
_AFTER_HEAD = 8.0  # letters of room after the head of a block that is repeated
_ISLANDS = "Not connected to the theses"
_OTHERS = "Not connected to anything else"
_LONGEST_TITLE = 80  # characters, beside the number of a sheet

SCREEN = Dialect("Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif")
"""For whoever looks at an SVG, in a font of theirs."""


def sheets(laid: Laid, dialect: Dialect) -> list[Sheet]:
    """Return the sheets of a page."""
    canvas = Canvas(laid, dialect)
    _paint_grounds(canvas)
    paint_siblings(canvas)
    paint_signs(canvas)
    paint_brackets(canvas)
    paint_arcs(canvas)
    for at in sorted(canvas.places.rows):
        _paint_row(canvas, laid.rows[at])
    for at, placed in canvas.places.again:
        _paint_again(canvas, laid.rows[at], placed)
    for placed in canvas.places.headings:
        _paint_heading(canvas, placed)
    _paint_furniture(canvas)
    return [_sheet(canvas, number) for number in range(laid.sheets)]


def _sheet(canvas: Canvas, which: int) -> Sheet:
    width, height = canvas.laid.frame.width, canvas.places.height(which)
    return Sheet(document(canvas, which), width, height, canvas.laid.frame.scale)


def _paint_grounds(canvas: Canvas) -> None:
    laid, metrics, rows = canvas.laid, canvas.metrics, canvas.places.rows
    for ground in grounds(laid.outline.rows, laid.pale, rows):
        first, last = rows[ground.first], rows[ground.last]
        shape = canvas.pen.rectangle(
            first.left + ground.depth * metrics.indent - 0.25 * metrics.size,
            first.top,
            first.left + metrics.place + 0.25 * metrics.size,
            last.top + laid.rows[ground.last].height,
        )
        colour = canvas.colours.pale if ground.is_pale else canvas.colours.ground
        rounded = f'{shape} rx="{number(0.25 * metrics.size)}" fill="{colour}"/>'
        canvas.column(first.column).ground.append(rounded)


def _paint_row(canvas: Canvas, row: SetRow) -> None:
    entry, metrics, colours = row.entry, canvas.metrics, canvas.colours
    placed = canvas.places.rows[entry.at]
    tone = canvas.picture.tone(entry.name)
    if entry.row.relation and not entry.is_full:
        tone = canvas.picture.tone(entry.row.relation.id)
    ink, quiet = (colours.toned(each, tone) for each in (colours.ink, colours.quiet))
    soft = colours.toned(mixed(colours.ink, colours.ground, 0.82), tone)
    base = canvas.places.middle(entry.at) + _BASE * metrics.size
    label = Letters(
        label_size(entry, metrics),
        ink if entry.is_full else quiet,
        is_bold=entry.is_bold,
        is_italic=entry.is_italic,
    )
    start = placed.left + row.label_at
    drawn = list(_lines(canvas, row.label, (start, start), base, metrics.line, label, quiet))
    sides = (placed.left + row.sentence_at, placed.left + row.sentence_at + row.sentence_room)
    sentence = Letters(metrics.letters, soft, is_italic=entry.is_italic)
    down = base + row.sentence_down
    drawn += _lines(canvas, row.sentence, sides, down, metrics.further, sentence, quiet)
    drawn += _side(canvas, row, placed, tone)
    canvas.column(placed.column).claims[entry.name].extend(drawn)


def _lines(
    canvas: Canvas,
    lines: Sequence[Text],
    sides: tuple[float, float],
    base: float,
    leading: float,
    letters: Letters,
    quiet: str,
) -> Iterator[str]:
    """Yield lines of text between two sides, from the side at which their script begins."""
    is_to_the_left = is_right_to_left(" ".join(line.words for line in lines))
    is_at_end = is_to_the_left != (canvas.pen.mirror is not None)
    small = canvas.metrics.size * SMALL
    for at, (words, remarks) in enumerate(lines):
        more = ""
        if remarks:
            shift = f' dx="{number(0.6 * small)}"' if words else ""
            more = f'<tspan{shift} font-size="{number(small)}" font-weight="400" '
            more += f'font-style="normal" fill="{quiet}">{escape(remarks, quote=False)}</tspan>'
        yield canvas.text(
            words,
            sides[is_at_end],
            base + at * leading,
            letters,
            more=more,
            is_at_end=is_at_end and sides[0] != sides[1],
            is_to_the_left=is_to_the_left,
        )


def _side(canvas: Canvas, row: SetRow, placed: Placed, tone: Tone) -> Iterator[str]:
    """Yield the status, the places and the number of a link, at the right of a row."""
    entry, metrics, colours, pen = row.entry, canvas.metrics, canvas.colours, canvas.pen
    size, left, middle = metrics.size, placed.left, canvas.places.middle(entry.at)
    base = middle + _BASE * size
    small = Letters(size * SMALL, colours.toned(colours.quiet, tone))
    for line, place in enumerate(row.places):
        y = base + line * metrics.further
        yield canvas.text(place, left + metrics.place, y, small, is_at_end=True)
    ring = left + metrics.ring
    if entry.status is not None:
        colour = colours.toned(colours.ink, tone)
        yield shapes.ring(pen, ring, middle, size, colour, entry.status)
    if entry.strength:
        yield canvas.text(entry.strength, ring + 0.3 * size, base, small, is_at_end=True)
    stub = canvas.laid.stubs.get(entry.at)
    if stub and entry.is_full:
        x = left + metrics.stub - stub_width(stub, size) / 2
        yield stub_sample(stub)(pen, x, middle, size, colours)
    elif stub:
        x = left + metrics.label_at(entry.row.depth) + stub_width(stub, size) / 2
        yield stub_sample(stub)(pen, x, middle, size, colours)
    elif entry.row.form is Form.SHORT:
        x = left + metrics.label_at(entry.row.depth) + 0.4 * size
        yield shapes.elsewhere(pen, x, middle, size, small.colour)


def _paint_again(canvas: Canvas, row: SetRow, placed: Placed) -> None:
    """Repeat the head of a block where it goes on in another column."""
    size = canvas.metrics.size
    room = canvas.metrics.place - _AFTER_HEAD * size
    lines = wrapped(row.entry.label, room, size, is_bold=True) or [""]
    words = lines[0] + (" …" if len(lines) > 1 else "")
    more = f'<tspan dx="{number(0.5 * size)}" font-weight="400">(continued)</tspan>'
    base = placed.top + canvas.metrics.line / 2 + _BASE * size
    letters = Letters(size, canvas.colours.quiet, is_bold=True)
    text = canvas.text(words, placed.left, base, letters, more=more)
    canvas.column(placed.column).front.append(text)


def _paint_heading(canvas: Canvas, placed: Placed) -> None:
    size, colours = canvas.metrics.size, canvas.colours
    has_theses = any(claim.kind == "thesis" for claim in canvas.laid.map.claims.values())
    y = placed.top + 0.3 * size
    line = canvas.pen.line((placed.left, y), (placed.left + canvas.metrics.place, y))
    faint = mixed(colours.frame, colours.ground, 0.5)
    letters = Letters(size * SMALL, colours.quiet)
    words = _ISLANDS if has_theses else _OTHERS
    text = canvas.text(words, placed.left, placed.top + 1.6 * size, letters)
    front = canvas.column(placed.column).front
    front.extend((shapes.stroked(line, faint, 0.06 * size), text))


def _paint_furniture(canvas: Canvas) -> None:
    """Paint title, legend and notes, and the numbers of sheets where there are several."""
    laid = canvas.laid
    top = laid.frame.margin
    _paint_part(canvas, laid.title, top)
    _paint_part(canvas, laid.legend, top + laid.title.height)
    _paint_part(canvas, laid.notes, canvas.places.notes_top())
    if laid.sheets > 1:
        for sheet in range(laid.sheets):
            _paint_number(canvas, sheet)


def _paint_part(canvas: Canvas, part: Part, top: float) -> None:
    colours, left = canvas.colours, canvas.laid.frame.margin
    for each in part.parts:
        x, y = left + each.x, top + each.y
        if isinstance(each, Words):
            colour = colours.quiet if each.is_quiet else colours.ink
            letters = Letters(each.size, colour, each.is_bold, each.is_italic)
            drawn = canvas.text(each.text, x, y, letters)
        else:
            drawn = each.sample(canvas.pen, x, y, canvas.metrics.size, colours)
        canvas.sheet(0).front.append(drawn)


def _paint_number(canvas: Canvas, sheet: int) -> None:
    frame, laid = canvas.laid.frame, canvas.laid
    title = one_line(laid.map.title or "")
    words = f"{sheet + 1} of {laid.sheets}"
    if title and len(title) < _LONGEST_TITLE:
        words = f"{title} · {words}"
    letters = Letters(canvas.metrics.size * SMALL, canvas.colours.quiet)
    y = canvas.places.height(sheet) - frame.margin
    text = canvas.text(words, frame.width - frame.margin, y, letters, is_at_end=True)
    canvas.sheet(sheet).front.append(text)
