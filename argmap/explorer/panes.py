"""Panes beside and below the tree: a claim in full, a chain, lines of text."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from argmap.explorer.lines import cut, text_of
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line, paragraphs
from argmap.views.claims import claim_rows, fact_row
from argmap.views.outline import Look
from argmap.views.phrases import claim_spans
from argmap.views.rows import BLANK, Row, Span, Wrapped, spaced
from argmap.views.theme import Glyphs

_MOST_ROWS = 400  # of a claim with thousands of relations


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


def card(
    argument_map: ArgumentMap, node: Claim | Relation, known: Known, glyphs: Glyphs
) -> list[Row]:
    """Return a claim or relation in full."""
    if isinstance(node, Relation):
        return list(_relation_card(argument_map, node, known, glyphs))
    return _claim_card(argument_map, node, known, glyphs)


def _claim_card(argument_map: ArgumentMap, claim: Claim, known: Known, glyphs: Glyphs) -> list[Row]:
    rows = list(
        islice(
            claim_rows(argument_map, claim, Look(glyphs, is_long=True), place=known.place),
            _MOST_ROWS,
        )
    )
    if len(rows) == _MOST_ROWS:
        rows.append(Row([("and more: open the claim in the tree", "quiet")]))
    if known.status.spans:
        rows.insert(rows.index(BLANK) + 1, known.status)
    return rows


def _relation_card(
    argument_map: ArgumentMap, relation: Relation, known: Known, glyphs: Glyphs
) -> Iterator[Row]:
    verb = f"{relation.kind} {one_line(relation.target)}"
    yield Row([(f"{glyphs.relations[relation.kind]} ", str(relation.kind)), (verb, "heading")])
    yield BLANK
    if known.status.spans:
        yield known.status
    facts = [("id", one_line(relation.id)), ("scheme", one_line(relation.scheme or ""))]
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


def heading(start: Claim, *, inverted: bool) -> list[Span]:
    """Return the heading of a tree that starts at one claim."""
    what = "What this bears on: " if inverted else "Only what is under this: "
    return [(what, "heading"), (one_line(start.id), "id"), ("  i: whole map", "quiet")]


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
