"""Panes beside and below the tree: a claim in full, a chain, lines of text."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from argmap.analysis.neighbourhood import neighbourhood
from argmap.analysis.outline import Join, outline
from argmap.explorer.lines import cut, text_of
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line, paragraphs
from argmap.views.claims import claim_rows, fact_row
from argmap.views.outline import Look, RowPrinter
from argmap.views.phrases import claim_spans, counted
from argmap.views.rows import BLANK, GAP, INDENT, Row, Span, Wrapped, spaced
from argmap.views.theme import Glyphs

_MOST_ROWS = 400  # of a claim with thousands of relations
_DIGITS = 9  # relations that a key leads along


class Words(Static):
    """Rows of text, wrapped to the width of the widget; no rows take no room."""

    def __init__(self, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, classes="-empty")

    def say(self, rows: Iterable[Row]) -> None:
        """Replace the rows."""
        rows = list(rows)
        self.set_class(not rows, "-empty")
        self.update(Wrapped(rows))


class Line(Static):
    """Text on one line, cut if it does not fit; empty text takes no room."""

    def __init__(self, glyphs: Glyphs, id: str) -> None:
        """Start empty."""
        super().__init__(id=id, classes="-empty")
        self._glyphs = glyphs
        self._spans: list[Span] = []

    def say(self, spans: list[Span]) -> None:
        """Replace the text."""
        self._spans = spans
        self.set_class(not spans, "-empty")
        self.refresh()

    def render(self) -> Text:
        """Return what fits."""
        return cut(text_of(self._spans), self.size.width, self._glyphs)


class Legend(Line):
    """Signs with their meanings on one line: as many as fit, each whole."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Start empty."""
        super().__init__(glyphs, "legend")
        self._signs: list[str] = []

    def explain(self, signs: list[str]) -> None:
        """Replace the signs; where there are none, the line is blank."""
        self._signs = signs
        self.remove_class("-empty")
        self.refresh()

    def render(self) -> Text:
        """Return what fits."""
        shown = ""
        for sign in self._signs:
            longer = f"{shown}{GAP}{sign}" if shown else sign
            if cell_len(longer) <= self.size.width:
                shown = longer
        return text_of([(shown, "quiet")])


class Pane(VerticalScroll):
    """Rows of text that can be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", "up", show=False),
        Binding("j", "scroll_down", "down", show=False),
    ]

    def __init__(self, id: str) -> None:
        """Start empty."""
        self.words = Words()
        super().__init__(self.words, id=id)

    def say(self, rows: Iterable[Row]) -> None:
        """Replace the rows and scroll to the top; no rows hide the pane."""
        rows = list(rows)
        self.set_class(not rows, "-empty")
        self.words.say(rows)
        self.scroll_home(animate=False)


class SidePane(Pane):
    """A pane beside the tree that can have the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.leave", "back", key_display="esc"),
        Binding("tab", "app.turn", "on", show=False),
    ]


class Known(NamedTuple):
    """The status of a claim or relation, an empty row if unknown, and its place in the file."""

    status: Row
    place: str


class Card(NamedTuple):
    """A claim or relation in full, and the claims that its numbered rows are of, from 1 on."""

    rows: list[Row]
    numbered: list[str]


def card(argument_map: ArgumentMap, node: Claim | Relation, known: Known, glyphs: Glyphs) -> Card:
    """Return a claim or relation in full, with numbers before what it is related to."""
    made = Card([], [])
    rows = made.rows
    if isinstance(node, Relation):
        rows += _relation_rows(argument_map, node, known, glyphs)
    else:
        said, facts = _before_and_after_blank(
            claim_rows(argument_map, node, Look(glyphs), place=known.place, with_relations=False)
        )
        rows += [*said, BLANK]
        rows += [known.status] if known.status.spans else []
        around = neighbourhood(argument_map, [node.id], 1)  # outlined sooner than the whole
        for inverted in (False, True):
            _add_relations(made, around, node, glyphs, inverted=inverted)
        rows += [BLANK, *facts]
    if len(rows) > _MOST_ROWS:
        rows[_MOST_ROWS:] = [Row([("and more: open the claim in the tree", "quiet")])]
    return made


def _before_and_after_blank(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    rows = list(rows)
    at = rows.index(BLANK)
    return rows[:at], rows[at + 1 :]


def _relation_rows(
    argument_map: ArgumentMap, relation: Relation, known: Known, glyphs: Glyphs
) -> Iterator[Row]:
    verb = f"{relation.kind} {one_line(relation.target)}"
    yield Row([(f"{glyphs.relations[relation.kind]} ", str(relation.kind)), (verb, "heading")])
    yield BLANK
    if known.status.spans:
        yield known.status
    facts = [("id", one_line(relation.id)), ("scheme", one_line(relation.scheme or ""))]
    facts.append(("weight", "" if relation.weight is None else f"{relation.weight:g}"))
    facts.append(("raises", one_line(str(relation.raises or ""))))
    facts.append(("note", " ".join(paragraphs(relation.note or ""))))
    facts.append(("file", known.place))
    for name, value in facts:
        if value:
            yield fact_row(name, [(value, "id" if name == "id" else "")])
    yield BLANK
    about = ("together or not at all" if relation.is_linked else "", "quiet")
    yield Row(spaced(("Premises", "heading"), about, by="  "))
    for premise in relation.premises:
        spans = claim_spans(argument_map.claims[premise], voice=True)
        yield Row([(f"{glyphs.linked} ", "quiet"), *spans], "", "  ")
    target = argument_map.claims.get(relation.target)
    if target is not None:
        yield BLANK
        yield Row([(f"It {relation.kind}", "heading")])
        yield Row(claim_spans(target, voice=True))


def _add_relations(
    made: Card,
    argument_map: ArgumentMap,
    claim: Claim,
    glyphs: Glyphs,
    *,
    inverted: bool,
) -> None:
    """Add what a claim is related to on one side, each row after the number that leads there."""
    outlined = outline(
        argument_map, starts=[claim.id], depth=1, inverted=inverted, short_at_most=None
    )
    look = Look(glyphs, is_long=True, is_inverted=inverted, has_ids=False, has_places=False)
    # Only what is next to the claim, without a mark that there is more below.
    bare = outlined._replace(rows=tuple(row._replace(mark=None) for row in outlined.rows))
    shown = [
        (index, row, row.relation)
        for index, row in enumerate(bare.rows)
        # What contradicts or restates the claim is listed with what bears on it.
        if row.relation is not None and not (inverted and row.relation.kind.is_symmetric)
    ]
    look = Look(glyphs, is_long=True, is_inverted=inverted, has_ids=False, has_places=False)
    printer = RowPrinter(bare, look, {})
    list(printer.details(0))  # the voices of the others are named where they differ
    number = len({relation.id for _, _, relation in shown})
    about = counted(number, "relation") if number else "nothing"
    title = "It bears on" if inverted else "Bears on it"
    made.rows.extend([BLANK] if made.rows[-1] != BLANK else [])
    made.rows.append(Row(spaced((title, "heading"), (about, "quiet"), by="  ")))
    for index, row, relation in shown:
        node = row.node
        made.numbered.append(node.id if isinstance(node, Claim) else node.premises[0])
        digit = f"{len(made.numbered)} " if len(made.numbered) <= _DIGITS else "  "
        made.rows.append(_after(digit, printer.row(index)))
        made.rows.extend(_after("  ", each) for each in printer.details(index))
        if relation.note and row.join in {Join.LONE, Join.FIRST}:
            text = " ".join(paragraphs(relation.note))
            made.rows.append(Row([(text, "quiet")], INDENT, INDENT))


def _after(digit: str, row: Row) -> Row:
    """Return a row of an outline after a digit, without columns at the right."""
    first, rest = ([(each, "guide")] if isinstance(each, str) else each for each in row[1:3])
    before, below = ((digit, "id"), *first), (("  ", ""), *rest)
    return row._replace(first=before, rest=below, right=(), column=0)


def first_steps(name: str, *, is_followed: bool) -> list[Row]:
    """Return instructions for a map without claims in the file ``name``."""
    if not is_followed:
        return [Row([("Quit with q, and open a map that has claims.", "")])]
    home = "~/" if name.startswith("~/") else ""  # which a shell expands only if it is not quoted
    file = one_line(home + shlex.quote(name.removeprefix(home)))
    return [
        Row([("Write the first one to the file, or run this in another terminal:", "")]),
        BLANK,
        Row([(f'argmap add my-thesis "My thesis." -m {file}', "id")], "  ", "  "),
        BLANK,
        Row([("It appears here as soon as the file is saved.", "")]),
    ]


def heading(start: Claim) -> list[Span]:
    """Return the heading of the tree of what a claim bears on."""
    return [
        ("What this bears on: ", "heading"),
        (one_line(start.id), "id"),
        ("  i: whole map", "quiet"),
    ]


def sought(trace_from: Claim | None, size: str) -> list[Span]:
    """Return the heading of a search, for a claim to go to or to trace one to."""
    if trace_from is None:
        return [("Search", "heading"), (f"  {size}", "quiet")]
    return [
        ("Trace ", "heading"),
        (one_line(trace_from.id), "id"),
        (" to which claim?", "heading"),
        (f"  {size}", "quiet"),
    ]
