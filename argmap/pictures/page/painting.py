"""The SVG of the sheets of a page that is laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from argmap.analysis.outline import Form, Join, Row
from argmap.model import Claim, Relation, RelationKind
from argmap.model.text import one_line
from argmap.pictures.captions import claim_caption, classes, relation_caption
from argmap.pictures.colours import COLOURS, Colours, mixed
from argmap.pictures.page import shapes
from argmap.pictures.page.arcs import Arc, ports
from argmap.pictures.page.composing import HEADING, Laid, foot_height
from argmap.pictures.page.furniture import Part, Words, stub_sample
from argmap.pictures.page.measuring import wrapped
from argmap.pictures.page.metrics import HEAD, SMALL, stub_width
from argmap.pictures.page.setting import SetRow, Text, label_size
from argmap.pictures.page.shapes import number
from argmap.pictures.picture import Tone
from argmap.pictures.words import is_right_to_left
from argmap.pictures.page.territory import grounds

_NAMESPACE = "http://www.w3.org/2000/svg"
_SYMBOL = "graphics-symbol img"
_BASE = 0.35  # of the size of letters, from the middle of a line down to where they stand
_ISLANDS = "Not connected to the theses"
_OTHERS = "Not connected to anything else"


class Dialect(NamedTuple):
    """What an SVG is for: ``is_bare`` leaves out what only readers of an SVG have use for.

    ``has_direction`` says that a text which runs to the left is marked, and so begins at
    its right end; where it is not, ``text-anchor`` is about left and right.
    """

    fonts: str
    is_bare: bool = False
    has_direction: bool = True


SCREEN = Dialect("Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif")


class Placed(NamedTuple):
    """The place of a row: its column, the left side of that, and its top."""

    column: int
    left: float
    top: float


class Sheet(NamedTuple):
    """A sheet as an SVG, with its sides, of ``scale`` points a unit."""

    svg: str
    width: float
    height: float
    scale: float


class _Layers(NamedTuple):
    """What is painted on a sheet, from the back to the front, by what it belongs to."""

    ground: list[str]
    relations: dict[str, list[str]]
    claims: dict[str, list[str]]
    front: list[str]


def sheets(laid: Laid, dialect: Dialect) -> list[Sheet]:
    """Return the sheets of a page."""
    painter = _Painter(laid, dialect)
    painter.paint()
    return [painter.sheet(number) for number in range(max(laid.sheets, 1))]


class _Painter:
    def __init__(self, laid: Laid, dialect: Dialect) -> None:
        self.laid, self.dialect = laid, dialect
        self.measures, self.picture = laid.metrics, laid.picture
        self.colours: Colours = COLOURS[laid.picture.theme]
        texts = [entry.entry.label for entry in laid.rows]
        is_mirrored = 2 * sum(map(is_right_to_left, texts)) > len(texts)
        self.pen = shapes.Pen(laid.frame.width if is_mirrored else None)
        self.layers: dict[int, _Layers] = defaultdict(lambda: _Layers([], {}, {}, []))
        self.places: dict[int, Placed] = {}
        self.again: list[tuple[int, Placed]] = []
        self.extents: list[tuple[float, float, float]] = []  # left, top and bottom of columns
        self._place()

    # Places

    def _place(self) -> None:
        frame, size = self.laid.frame, self.measures.size
        step = self.measures.room + size * 1.6
        for column, spots in enumerate(self.laid.columns):
            left = frame.margin + step * (column % frame.columns)
            down = frame.margin + (self.laid.head if column < frame.columns else 0.0)
            top = bottom = down
            is_first = True
            for spot in spots:
                placed = Placed(column, left, down + spot.top)
                if spot.is_again:
                    self.again.append((spot.item, placed))
                    continue
                if spot.item == HEADING:
                    self._heading(placed)
                    bottom = placed.top + 2.4 * size
                    continue
                self.places[spot.item] = placed
                top = placed.top if is_first else top
                is_first = False
                bottom = placed.top + self.laid.rows[spot.item].height
            self.extents.append((left, top, bottom))

    def sheet_of(self, column: int) -> int:
        return column // self.laid.frame.columns

    def middle(self, at: int) -> float:
        """Return the height of the middle of the first line of a row."""
        return self.places[at].top + self.measures.line / 2

    def layer(self, column: int) -> _Layers:
        return self.layers[self.sheet_of(column)]

    # Painting

    def paint(self) -> None:
        """Paint all sheets."""
        self._territory()
        self._siblings()
        for at in sorted(self.places):
            self._join(self.laid.rows[at])
        self._brackets()
        self._arcs()
        for at in sorted(self.places):
            self._row(self.laid.rows[at])
        for at, placed in self.again:
            self._again(self.laid.rows[at], placed)
        self._furniture()

    def _territory(self) -> None:
        size, text = self.measures.size, self.measures.place
        for ground in grounds(self.laid.outline.rows, self.laid.pale, self.places):
            first, last = self.places[ground.first], self.places[ground.last]
            indent = ground.depth * self.measures.indent - 0.25 * size
            shape = self.pen.rectangle(
                first.left + indent,
                first.top,
                first.left + text + 0.25 * size,
                last.top + self.laid.rows[ground.last].height,
            )
            colour = self.colours.pale if ground.is_pale else self.colours.ground
            self.layer(first.column).ground.append(
                f'{shape} rx="{number(0.25 * size)}" fill="{colour}"/>'
            )

    def _siblings(self) -> None:
        """Join what hangs under one claim, between the signs and the brackets, by a thin line."""
        under: dict[int, list[int]] = defaultdict(list)
        rows = self.laid.outline.rows
        for at in sorted(self.places):
            row = rows[at]
            if row.parent is not None and row.depth == rows[row.parent].depth + 1:
                under[row.parent].append(at)
        ends = {
            bracket.members[0]: (*bracket.members, *bracket.on_step)[-1]
            for bracket in self.laid.outline.brackets
        }
        colour = mixed(self.colours.frame, self.colours.ground, 0.55)
        gap = 0.55 * self.measures.size
        for children in under.values():
            inside = -1  # the last row of a bracket
            for this, following in zip(children, children[1:], strict=False):
                inside = max(inside, ends.get(this, -1))
                if following <= inside:
                    continue
                start = self.middle(max(this, inside))
                start += gap if inside < this else 0.0
                end = self.middle(following) - (0.0 if following in ends else gap)
                depth = rows[this].depth
                for column, piece in self._vertical(
                    depth, max(this, inside), start, following, end
                ):
                    line = shapes.stroked(piece, colour, 0.07 * self.measures.size)
                    self.layer(column).ground.append(line)

    def _vertical(
        self, depth: int, first: int, start: float, last: int, end: float
    ) -> Iterator[tuple[int, str]]:
        """Yield a line from a height at one row to a height at another, in pieces by column."""
        x = self.measures.sign_at(depth)
        for column, top, bottom in self._pieces(first, start, last, end):
            left = self.extents[column][0]
            yield column, self.pen.line((left + x, top), (left + x, bottom))

    def _pieces(
        self, first: int, start: float, last: int, end: float
    ) -> Iterator[tuple[int, float, float]]:
        begin, finish = self.places[first].column, self.places[last].column
        for column in range(begin, finish + 1):
            _, top, bottom = self.extents[column]
            top = start if column == begin else top
            bottom = end if column == finish else bottom
            if bottom > top:
                yield column, top, bottom

    def _join(self, set_row: SetRow) -> None:
        """Draw the sign that joins a row to what it hangs under; brackets are drawn apart."""
        row, at = set_row.entry.row, set_row.entry.at
        relation = row.relation
        if relation is None or row.parent is None:
            return  # what is without a row to hang under is a branch that began in another block
        if row.join is not Join.LONE and not (row.join is Join.FIRST and _is_signed(row)):
            return
        placed = self.places[at]
        x = placed.left + self.measures.sign_at(row.depth)
        drawn = shapes.sign(
            self.pen,
            x,
            self.middle(at),
            self.measures.size,
            self._line_colour(relation),
            relation.kind,
            on_step=row.on_step,
        )
        self._of_relation(placed.column, relation, drawn)

    def _brackets(self) -> None:
        size = self.measures.size
        for bracket in self.laid.outline.brackets:
            relation = bracket.relation
            rows = [at for at in (*bracket.members, *bracket.on_step) if at in self.places]
            if not rows:
                continue
            gap = 0.2 * size if relation.kind.is_against else 0.0
            thickness = (0.09 if gap else 0.14) * size
            if self.picture.tone(relation.id) is Tone.LIT:
                thickness *= 1.6
            x = self.measures.sign_at(bracket.depth)
            colour = self._line_colour(relation)
            first, last = rows[0], rows[-1]
            start = self.middle(first)
            if is_signed := _is_signed(self.laid.outline.rows[first]):
                start += 0.5 * size
            for column, top, bottom in self._pieces(first, start, last, self.middle(last)):
                left = self.extents[column][0]
                ticks = [
                    self.middle(at)
                    for at in rows
                    if self.places[at].column == column and not (is_signed and at == first)
                ]
                path = shapes.bracket(
                    self.pen, left + x, top, bottom, ticks, 0.42 * size + gap, gap
                )
                self._of_relation(column, relation, shapes.stroked(path, colour, thickness))

    def _arcs(self) -> None:
        arcs = self.laid.arcs.arcs
        tops = {at: placed.top for at, placed in self.places.items()}
        order = ports(arcs, tops)
        count: dict[object, int] = defaultdict(int)
        for arc in arcs:
            count[arc.start] += 1
            count[arc.end] += 1
        for which, arc in enumerate(arcs):
            start = self._port(arc.start, order[which, True], count[arc.start])
            end = self._port(arc.end, order[which, False], count[arc.end])
            self._arc(arc, start, end)

    def _port(self, end: object, place: int, number_of: int) -> tuple[float, float]:
        """Return the point at which an arc ends that is the nth of those at its side of a row."""
        size, measures = self.measures.size, self.measures
        at, is_left = end.row, end.is_left  # type: ignore[attr-defined]
        spacing = min(0.34 * size, 0.8 * measures.line / max(number_of - 1, 1))
        y = self.middle(at) + (place - (number_of - 1) / 2) * spacing
        left = self.places[at].left
        return (left - 0.3 * size if is_left else left + measures.arcs_at, y)

    def _arc(self, arc: Arc, start: tuple[float, float], end: tuple[float, float]) -> None:
        size, relation = self.measures.size, arc.use.relation
        lane = self.extents[arc.gutter][0] + self.measures.lane_at(arc.lane)
        colour = self._line_colour(relation)
        thickness = 0.085 * size
        if arc.use.is_mention:
            colour = mixed(colour, self.colours.ground, 0.5)
        if self.picture.tone(relation.id) is Tone.LIT:
            thickness *= 1.8
        path_end, path_start = end, start
        tips = ""
        if not arc.use.is_mention:
            tips += shapes.tip(self.pen, *end, size, colour, to_right=arc.end.is_left)
            path_end = (end[0] + (-0.3 if arc.end.is_left else 0.3) * size, end[1])
            if relation.kind.is_symmetric:
                tips += shapes.tip(self.pen, *start, size, colour, to_right=arc.start.is_left)
                path_start = (start[0] + (-0.3 if arc.start.is_left else 0.3) * size, start[1])
        dashes = [part * size for part in shapes.DASHES.get(relation.kind, ())]
        path = shapes.arc(self.pen, path_start, path_end, lane, 0.45 * size)
        drawn = shapes.stroked(path, colour, thickness, dashes) + tips
        self._of_relation(arc.gutter, relation, drawn)

    def _line_colour(self, relation: Relation) -> str:
        colour = self.colours.lines[relation.kind]
        return self.colours.toned(colour, self.picture.tone(relation.id))

    def _of_relation(self, column: int, relation: Relation, drawn: str) -> None:
        self.layer(column).relations.setdefault(relation.id, []).append(drawn)

    # Rows

    def _row(self, row: SetRow) -> None:
        entry, placed = row.entry, self.places[row.entry.at]
        tone = self.picture.tone(entry.name)
        ink, quiet = (
            self.colours.toned(each, tone) for each in (self.colours.ink, self.colours.quiet)
        )
        soft = self.colours.toned(mixed(self.colours.ink, self.colours.ground, 0.82), tone)
        middle, left = self.middle(entry.at), placed.left
        size = self.measures.size
        drawn = list(
            self._lines(
                row.label,
                left + row.label_at,
                left + row.label_at + row.label_room,
                middle + _BASE * size,
                label_size(entry, self.measures),
                self.measures.line,
                ink if entry.is_full else quiet,
                quiet,
                is_bold=entry.is_head or tone is Tone.LIT,
                is_italic=entry.is_italic,
                is_at_side=True,
            )
        )
        drawn += self._lines(
            row.sentence,
            left + row.sentence_at,
            left + row.sentence_at + row.sentence_room,
            middle + _BASE * size + row.sentence_down,
            self.measures.letters,
            self.measures.further,
            soft,
            quiet,
            is_italic=entry.is_italic,
        )
        drawn += self._side(row, left, middle, tone)
        self.layer(placed.column).claims.setdefault(entry.name, []).extend(drawn)

    def _side(self, row: SetRow, left: float, middle: float, tone: Tone) -> Iterator[str]:
        """Yield the status, the places and the number of a link, at the right of a row."""
        entry, measures = row.entry, self.measures
        size, quiet = measures.size, self.colours.toned(self.colours.quiet, tone)
        small = size * SMALL
        right = left + measures.place
        for line, place in enumerate(row.places):
            y = middle + _BASE * size + line * self.measures.further
            yield self._text(place, right, y, small, quiet, is_at_end=True)
        beside = left + measures.ring
        if entry.status is not None:
            colour = self.colours.toned(self.colours.statuses[entry.status], tone)
            yield shapes.ring(self.pen, beside, middle, size, colour, entry.status)
        if entry.strength:
            base = middle + _BASE * size
            yield self._text(
                entry.strength, beside + 0.3 * size, base, small, quiet, is_at_end=True
            )
        stub = self.laid.stubs.get(entry.at)
        if stub:
            half = stub_width(stub, size) / 2
            x = left + measures.stub - half
            if not entry.is_full:
                x = left + measures.label_at(entry.row.depth) + half
            yield stub_sample(stub)(self.pen, x, middle, size, self.colours)
        elif entry.row.form is Form.SHORT:
            x = left + measures.label_at(entry.row.depth) + 0.4 * size
            yield shapes.elsewhere(self.pen, x, middle, size, quiet)

    def _lines(
        self,
        lines: tuple[Text, ...],
        start: float,
        end: float,
        base: float,
        size: float,
        leading: float,
        colour: str,
        quiet: str,
        *,
        is_bold: bool = False,
        is_italic: bool = False,
        is_at_side: bool = False,
    ) -> Iterator[str]:
        """Yield lines of text between two sides, from the side at which their script begins.

        With ``is_at_side`` they stay at the first side, where the sign of their row is.
        """
        whole = " ".join(line.words for line in lines)
        is_turned = is_right_to_left(whole) != (self.pen.mirror is not None)
        is_at_end = is_turned and not is_at_side
        small = self.measures.size * SMALL
        for at, (words, remarks) in enumerate(lines):
            more = ""
            if remarks:
                shift = f' dx="{number(0.6 * small)}"' if words else ""
                more = f'<tspan{shift} font-size="{number(small)}" font-weight="400" '
                more += f'font-style="normal" fill="{quiet}">{escape(remarks)}</tspan>'
            yield self._text(
                words,
                end if is_at_end else start,
                base + at * leading,
                size,
                colour,
                more,
                is_bold=is_bold,
                is_italic=is_italic,
                is_at_end=is_at_end,
                is_turned_by=whole,
            )

    def _text(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        colour: str,
        more: str = "",
        *,
        is_bold: bool = False,
        is_italic: bool = False,
        is_at_end: bool = False,
        is_turned_by: str = "",
    ) -> str:
        """Return a line of text that begins at a point, or ends there."""
        is_to_the_left = is_right_to_left(is_turned_by or words)
        is_right = is_at_end != (self.pen.mirror is not None)
        anchor = "end" if is_right else "start"
        attributes = ""
        if is_to_the_left and self.dialect.has_direction:
            attributes += ' direction="rtl"'
            anchor = "start" if is_right else "end"
        attributes += ' text-anchor="end"' if anchor == "end" else ""
        attributes += ' font-weight="700"' if is_bold else ""
        attributes += ' font-style="italic"' if is_italic else ""
        return (
            f'<text x="{number(self.pen.across(x))}" y="{number(y)}" '
            f'font-size="{number(size)}" fill="{colour}"{attributes}>{escape(words)}{more}</text>'
        )

    def _again(self, row: SetRow, placed: Placed) -> None:
        """Repeat the head of a block where it goes on in another column."""
        size = self.measures.size
        base = placed.top + self.measures.line / 2 + _BASE * size
        room = self.measures.place - 8 * size
        lines = wrapped(row.entry.label, room, size, is_bold=True)
        words = lines[0] + (" …" if len(lines) > 1 else "") if lines else ""
        remark = f'<tspan dx="{number(0.5 * size)}" font-weight="400">(continued)</tspan>'
        text = self._text(words, placed.left, base, size, self.colours.quiet, remark, is_bold=True)
        self.layer(placed.column).front.append(text)

    def _heading(self, placed: Placed) -> None:
        size = self.measures.size
        has_theses = any(claim.kind == "thesis" for claim in self.laid.map.claims.values())
        words = _ISLANDS if has_theses else _OTHERS
        base = placed.top + 1.6 * size
        line = self.pen.line(
            (placed.left, placed.top + 0.3 * size),
            (placed.left + self.measures.place, placed.top + 0.3 * size),
        )
        faint = mixed(self.colours.frame, self.colours.ground, 0.5)
        self.layer(placed.column).front.extend(
            (
                shapes.stroked(line, faint, 0.06 * size),
                self._text(words, placed.left, base, size * SMALL, self.colours.quiet),
            )
        )

    # Title, legend, notes, numbers of sheets

    def _furniture(self) -> None:
        laid = self.laid
        top = laid.frame.margin
        self._part(0, laid.title, top)
        self._part(0, laid.legend, top + laid.title.height)
        notes_at = self._notes_top()
        self._part(0, laid.notes, notes_at)
        if laid.sheets > 1 and laid.frame.height is not None:
            for sheet in range(laid.sheets):
                self._number(sheet)

    def _notes_top(self) -> float:
        laid, size = self.laid, self.measures.size
        columns = self.extents[: laid.frame.columns]
        bottom = max((bottom for *_, bottom in columns), default=laid.frame.margin + laid.head)
        if laid.frame.height is None:
            return bottom + size
        foot = foot_height(size) if laid.sheets > 1 else 0.0
        at_foot = laid.frame.height - laid.frame.margin - foot - laid.notes.height
        return max(at_foot, bottom + 0.5 * size)

    def _part(self, sheet: int, part: Part, top: float) -> None:
        left = self.laid.frame.margin
        for each in part.parts:
            if isinstance(each, Words):
                colour = self.colours.quiet if each.is_quiet else self.colours.ink
                drawn = self._text(
                    each.text,
                    left + each.x,
                    top + each.y,
                    each.size,
                    colour,
                    is_bold=each.is_bold,
                    is_italic=each.is_italic,
                )
            else:
                drawn = each.sample(
                    self.pen, left + each.x, top + each.y, self.measures.size, self.colours
                )
            self.layers[sheet].front.append(drawn)

    def _number(self, sheet: int) -> None:
        frame, small = self.laid.frame, self.measures.size * SMALL
        title = one_line(self.laid.map.title or "")
        words = f"{sheet + 1} of {self.laid.sheets}"
        words = f"{title} · {words}" if title and len(title) < 80 else words
        _, height = self._sides(sheet)
        y = height - frame.margin
        right = frame.width - frame.margin
        text = self._text(words, right, y, small, self.colours.quiet, is_at_end=True)
        self.layers[sheet].front.append(text)

    # Sheets

    def _sides(self, sheet: int) -> tuple[float, float]:
        laid, size = self.laid, self.measures.size
        frame = laid.frame
        columns = self.extents[sheet * frame.columns : (sheet + 1) * frame.columns]
        bottom = max((bottom for *_, bottom in columns), default=frame.margin + laid.head)
        if sheet == 0 and laid.notes.parts:
            bottom = self._notes_top() + laid.notes.height
        if frame.height is None:
            return frame.width, bottom + frame.margin
        return frame.width, max(
            frame.height, bottom + foot_height(size) * (laid.sheets > 1) + frame.margin - 0.01
        )

    def sheet(self, which: int) -> Sheet:
        """Return a sheet that is painted."""
        width, height = self._sides(which)
        layers = self.layers[which]
        body = [
            f'<rect class="ground" width="{number(width)}" height="{number(height)}" '
            f'fill="{self.colours.ground}"/>'
        ]
        body += layers.ground
        body += self._relation_groups(layers.relations)
        body += self._claim_groups(layers.claims)
        body += [f'<g class="head">', *layers.front, "</g>"] if layers.front else []
        head = f'<svg xmlns="{_NAMESPACE}" class="argmap" viewBox="0 0 {number(width)} {number(height)}"'
        head += f' width="{number(width)}" height="{number(height)}"'
        lines = [f"{head}{self._described()}", f'<g font-family="{self.dialect.fonts}">']
        svg = "\n".join([*lines, *body, "</g>", "</svg>"])
        return Sheet(svg, width, height, self.laid.frame.scale)

    def _described(self) -> str:
        if self.dialect.is_bare:
            return ">"
        argument_map = self.laid.map
        claims, relations = len(argument_map.claims), len(argument_map.relations)
        said = f"Claims as rows of text, {claims:,} of them, and {relations:,} relations."
        if self.picture.claims_of_whole:
            said += f" It is a part of a map of {self.picture.claims_of_whole:,} claims."
        title = escape(one_line(argument_map.title or "An argument map"))
        return (
            ' role="graphics-document document" aria-roledescription="argument map" '
            'aria-labelledby="picture-title picture-description">\n'
            f'<title id="picture-title">{title}</title>\n'
            f'<desc id="picture-description">{said}</desc>'
        )

    def _relation_groups(self, drawn: Mapping[str, list[str]]) -> Iterator[str]:
        if self.dialect.is_bare:
            for some in drawn.values():
                yield from some
            return
        for count, relation in enumerate(self.laid.map.relations.values(), 1):
            if relation.id in drawn:
                tone = self.picture.tone(relation.id)
                attributes = {
                    "class": classes(["relation", relation.kind], tone),
                    "id": f"picture-relation-{count}",
                    "data-relation": one_line(relation.id),
                    "data-premises": " ".join(map(one_line, relation.premises)),
                    "data-target": one_line(relation.target),
                    "role": _SYMBOL,
                }
                yield _group(attributes, relation_caption(relation), drawn[relation.id])

    def _claim_groups(self, drawn: Mapping[str, list[str]]) -> Iterator[str]:
        if self.dialect.is_bare:
            for some in drawn.values():
                yield from some
            return
        for count, claim in enumerate(self.laid.map.claims.values(), 1):
            if claim.id in drawn:
                yield _group(self._attributes(count, claim), claim_caption(claim), drawn[claim.id])

    def _attributes(self, count: int, claim: Claim) -> dict[str, str]:
        names = ["claim", *(["implicit"] if claim.implicit else [])]
        return {
            "class": classes(names, self.picture.tone(claim.id)),
            "id": f"picture-claim-{count}",
            "data-claim": one_line(claim.id),
            "role": _SYMBOL,
        }


def _is_signed(row: Row) -> bool:
    """Return whether a bracket has the sign of its relation at its first row."""
    kind = row.relation.kind if row.relation else None
    return row.on_step or kind not in {RelationKind.SUPPORTS, RelationKind.ATTACKS}


def _group(attributes: dict[str, str], title: str, drawn: list[str]) -> str:
    given = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return "\n".join([f"<g{given}>", f"<title>{escape(title)}</title>", *drawn, "</g>"])
