"""The outline of a map as rows of text, in columns: claim, id, place."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from argmap.analysis.outline import Form, Guide, Join, Outline, Section, Shape
from argmap.analysis.outline import Row as OutlineRow
from argmap.analysis.tree import Mark
from argmap.model import Claim, Relation, RelationKind
from argmap.model.citing import described, quoted
from argmap.model.text import one_line, shortened
from argmap.views.aligned import Columns, columns_for
from argmap.views.outline_legend import legend
from argmap.views.phrases import (
    glyph_span,
    others,
    raises_span,
    scheme_span,
    step_words,
    weight_span,
)
from argmap.views.rows import BLANK, GAP, Row, Span, spaced, unwrapped, width_of
from argmap.views.theme import Glyphs
from argmap.views.tree import NO_JUDGEMENT, Judgement

SECTION_HEADINGS = {
    Section.AGAINST: "At odds with the theses",
    Section.QUESTIONS: "Questions",
    Section.REST: "Other claims",
    Section.ISLANDS: "Not connected with these",
}

_COMPANIONS_AT_MOST = 3  # that are named

Judge = Callable[[OutlineRow], Judgement]


class Look(NamedTuple):
    """How an outline is printed.

    ``width`` is that of the terminal, None where lines are not wrapped. ``unit`` is what
    the places count. ``is_long`` adds the ids and schemes of steps, and voices where they
    change, ``has_words`` quotes and citations. ``has_italics`` says whether these can be
    seen; ``is_inverted``, that rows show what the one above bears on. ``has_ids`` and
    ``has_places`` say what stands beside claims.
    """

    glyphs: Glyphs
    width: int | None = None
    unit: str = "place"
    is_long: bool = False
    has_words: bool = False
    has_italics: bool = True
    is_inverted: bool = False
    has_ids: bool = True
    has_places: bool = True


def outline_rows(outlined: Outline, look: Look, judge: Judge | None = None) -> Iterator[Row]:
    """Yield a row a row of the outline, headings of sections, and a legend of the signs.

    ``judge`` returns the status or strength of the claim of a row. The commonest status is
    not printed; the legend has it.
    """
    judged = {n: judge(row) for n, row in enumerate(outlined.rows)} if judge else {}
    usual = commonest_status(outlined, judged)
    printer = RowPrinter(outlined, look, judged, usual)
    section = Section.THESES
    for block in outlined.blocks:
        if block.first:
            yield BLANK
        if block.section is not section:
            if block.first:
                yield Row([(SECTION_HEADINGS[block.section], "quiet")])
            section = block.section
        for number in range(block.first, block.end):
            yield printer.row(number)
            yield from printer.details(number)
    signs = legend(
        outlined,
        look.glyphs,
        look.unit,
        is_inverted=look.is_inverted,
        has_italics=look.has_italics,
    )
    signs += _status_signs(outlined, judged, usual)
    signs += ["<v> voice, where it changes"] if printer.has_voices else []
    if signs:
        yield BLANK
        yield Row([(sign, "quiet") for sign in signs], between=GAP)


class RowPrinter:
    """Prints the rows of an outline one by one."""

    def __init__(
        self,
        outlined: Outline,
        look: Look,
        judged: Mapping[int, Judgement],
        usual: str | None = None,
        columns: Columns | None = None,
    ) -> None:
        """Take what is judged of rows, by number, and the status that is not printed.

        ``columns`` are by default as wide as the rows need.
        """
        self._outlined = outlined
        self._rows = outlined.rows
        self._look = look
        self._judged = judged
        self._usual = usual
        self._guide = _guide_span(look.glyphs)
        self._made: dict[int, list[Span]] = {}
        self._voices: dict[int, str | None] = {}
        self.has_voices = False
        self.columns = columns or self._columns()

    def judging(self, judged: Mapping[int, Judgement], usual: str | None) -> RowPrinter:
        """Return one that prints what is judged of rows, too, in the same columns."""
        return RowPrinter(self._outlined, self._look, judged, usual, self.columns)

    def row(self, number: int) -> Row:
        """Return a row: its claim, and in columns the id and place."""
        row = self._rows[number]
        glyphs = self._look.glyphs
        first = (*map(self._guide, row.guides), *_own_spans(row, glyphs))
        rest = tuple(map(self._guide, row.under))
        spans, start = self._spans(number), self.columns.start
        if row.form is not Form.FULL or not isinstance(row.node, Claim):
            return Row(spans, first, rest, column=start if self._look.width else 0)
        has_id, has_place = self._look.has_ids, self._look.has_places
        inline, right = self.columns.beside(row.node, has_id=has_id, has_place=has_place)
        made = Row([*spans, *inline], first, rest, "", right, start)
        return made if self._look.width else unwrapped(made)

    def _spans(self, number: int) -> list[Span]:
        """Return the text of a row, which is made once."""
        if number not in self._made:
            self._made[number] = self._text(self._rows[number], number)
        return self._made[number]

    def _text(self, row: OutlineRow, number: int) -> list[Span]:
        node = row.node
        if row.form is Form.MORE:
            command = f"argmap show {shlex.quote(one_line(node.id))}"
            return [(f"{row.left_out:,} more: {command}", "quiet")]
        sign = _sign_of_linked(row, self._look.glyphs)
        judged = self._judged.get(number, NO_JUDGEMENT)
        is_usual = judged.sign is not None and judged.sign[1] == self._usual
        mark = (self._look.glyphs.marks[row.mark], "mark") if row.mark else None
        return [
            *spaced(
                sign,
                self._headline(row),
                self._kind(row),
                None if is_usual or row.form is Form.SHORT else judged.sign,
                mark,
                self._unsaid(row),
                self._companions(row),
            ),
            *(judged.after if row.join in {Join.LONE, Join.FIRST} else ()),
        ]

    def _headline(self, row: OutlineRow) -> Span:
        node = row.node
        if isinstance(node, Relation):
            return step_words(node), "quiet"
        if row.form is Form.SHORT:
            return shortened(node.headline), "quiet implicit" if node.implicit else "quiet"
        style = "implicit" if node.implicit else ""
        if row.depth == 0:
            style = "heading implicit" if node.implicit else "heading"
        return one_line(node.headline), style

    def _kind(self, row: OutlineRow) -> Span | None:
        """Return the kind of the head of a block, in words."""
        kind = row.node.kind if row.depth == 0 and isinstance(row.node, Claim) else None
        return (f" {one_line(kind)}", "quiet") if kind else None

    def _unsaid(self, row: OutlineRow) -> Span | None:
        is_unsaid = isinstance(row.node, Claim) and row.node.implicit
        return ("(unsaid)", "quiet") if is_unsaid and not self._look.has_italics else None

    def _companions(self, row: OutlineRow) -> Span | None:
        """Return the premises linked with the claim that an inverted row stands under."""
        if not self._look.is_inverted or row.relation is None or row.parent is None:
            return None
        number = len(row.relation.premises) - 1
        if number > _COMPANIONS_AT_MOST:
            return f"(with {number:,} others)", "quiet"
        found = others(row.relation, self._rows[row.parent].node.id)
        return (f"({found})", "quiet") if found else None

    def details(self, number: int) -> Iterator[Row]:
        """Yield, if it is long, scheme and id of the step, a voice that changes, and words."""
        if not self._look.is_long:
            return
        row, spans = self._rows[number], list[Span | None]()
        if row.relation is not None and row.join in {Join.LONE, Join.FIRST}:
            name = "" if row.relation.has_default_id else one_line(row.relation.id)
            said = scheme_span(row.relation), weight_span(row.relation), raises_span(row.relation)
            spans += [*said, (name, "id")]
        if isinstance(row.node, Claim) and row.form is Form.FULL:
            above = self._voices.get(-1 if row.parent is None else row.parent)
            self._voices[number] = row.node.voice or above
            if row.node.voice and row.node.voice != above:
                self.has_voices = True
                spans.append((f"<{one_line(row.node.voice)}>", "quiet"))
        made = spaced(*spans, by=GAP)
        if made:
            under = tuple(map(self._guide, row.under))
            yield Row(made, under, under)
        if self._look.has_words and isinstance(row.node, Claim) and row.form is Form.FULL:
            yield from self._words_of(row, row.node)

    def _words_of(self, row: OutlineRow, claim: Claim) -> Iterator[Row]:
        """Yield the quotes of a claim, and what it cites."""
        under = tuple(map(self._guide, row.under))
        cited = "; ".join(map(described, claim.citations))
        for words in (quoted(claim.quote), cited and f"cites {cited}"):
            if words:
                yield Row([(words, "quiet")], under, under)

    def _columns(self) -> Columns:
        full = [row.node for row in self._rows if row.form is Form.FULL]
        look = self._look
        return columns_for(
            (node for node in full if isinstance(node, Claim)),
            (2 * row.depth + self._extent(number) for number, row in enumerate(self._rows)),
            look.width,
            has_ids=look.has_ids,
            has_places=look.has_places,
        )

    def _extent(self, number: int) -> int:
        if self._rows[number].form is Form.MORE:
            return 0
        return sum(width_of(text) for text, _ in self._spans(number))


def _guide_span(glyphs: Glyphs) -> Callable[[Guide], Span]:
    def span(guide: Guide) -> Span:
        if guide.relation is None:
            return f"{glyphs.thread if guide.shape is Shape.LINE else ' '} ", "guide"
        bracket = glyphs.bracket(guide.relation.kind)
        signs = {Shape.BRACKET: bracket.side, Shape.MEMBER: bracket.middle, Shape.END: bracket.last}
        return f"{signs[guide.shape]} ", str(guide.relation.kind)

    return span


def _own_spans(row: OutlineRow, glyphs: Glyphs) -> list[Span]:
    """Return what stands in the column of a row itself: its sign, or its part of a bracket."""
    if row.depth == 0:
        return []
    if row.join is not Join.LONE and row.relation is not None:
        bracket = glyphs.bracket(row.relation.kind)
        signs = {Join.FIRST: bracket.first, Join.MIDDLE: bracket.middle, Join.LAST: bracket.last}
        return [(f"{signs[row.join]} ", str(row.relation.kind))]
    if row.form is Form.MORE or row.relation is None:
        return [(f"{glyphs.marks[Mark.CUT]} ", "quiet")]
    sign, style = glyph_span(row.relation, glyphs, on_step=row.on_step)
    return [(f"{sign} ", style)]


def _sign_of_linked(row: OutlineRow, glyphs: Glyphs) -> Span | None:
    """Return the sign of linked premises where their bracket does not say it."""
    relation = row.relation
    if relation is None or row.join is not Join.FIRST:
        return None
    is_plain = relation.kind in {RelationKind.SUPPORTS, RelationKind.ATTACKS}
    if is_plain and not row.on_step:
        return None
    return glyph_span(relation, glyphs, on_step=row.on_step)


def commonest_status(outlined: Outline, judged: Mapping[int, Judgement]) -> str | None:
    """Return the status of the most claims; None where nothing is judged, or by strength."""
    numbers = _status_numbers(outlined, judged)
    return max(numbers, key=lambda sign: numbers[sign])[1] if numbers else None


def _status_numbers(outlined: Outline, judged: Mapping[int, Judgement]) -> Counter[Span]:
    signs = (
        each.sign
        for number, each in judged.items()
        if outlined.rows[number].form is Form.FULL and each.legend and each.legend[1] != "0.0000"
    )
    return Counter(sign for sign in signs if sign)


def _status_signs(
    outlined: Outline, judged: Mapping[int, Judgement], usual: str | None
) -> list[str]:
    numbers = _status_numbers(outlined, judged)
    if not numbers:
        strengths = {each.legend[2] for each in judged.values() if each.legend}
        return [f"0.0000 {meaning}" for meaning in sorted(strengths)]
    return [
        f"{'no ring:' if style == usual else sign} {style} ({number:,})"
        for (sign, style), number in sorted(numbers.items(), key=lambda item: item[0][1] == usual)
    ]
