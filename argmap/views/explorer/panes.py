"""What stands beside and below the tree: a claim in full, a chain, words of the moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line, paragraphs
from argmap.views.claims import claim_rows, fact_row
from argmap.views.explorer.lines import cut, text_of
from argmap.views.phrases import claim_spans, counted
from argmap.views.rows import BLANK, Folded, Row, Span, spaced
from argmap.views.theme import Glyphs

_MOST_ROWS = 400  # of a claim on which thousands bear


class Words(Static):
    """Rows of text, folded to the width that is there; nothing takes no room."""

    def __init__(self, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, classes="-empty")

    def say(self, rows: Iterable[Row]) -> None:
        """Show some rows instead of what was there."""
        rows = list(rows)
        self.set_class(not rows, "-empty")
        self.update(Folded(rows))


class Line(Static):
    """Text on one line, cut where it does not fit; nothing takes no room."""

    def __init__(self, glyphs: Glyphs, id: str) -> None:
        """Start empty."""
        super().__init__(id=id, classes="-empty")
        self._glyphs = glyphs
        self._spans: list[Span] = []

    def say(self, spans: list[Span]) -> None:
        """Show other text."""
        self._spans = spans
        self.set_class(not spans, "-empty")
        self.refresh()

    def render(self) -> Text:
        """Draw what fits."""
        return cut(text_of(self._spans), self.size.width, self._glyphs)


class Pane(VerticalScroll):
    """Rows of text that can be scrolled through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", "up", show=False),
        Binding("j", "scroll_down", "down", show=False),
        Binding("tab", "app.turn", "on", show=False),
    ]

    def __init__(self, id: str) -> None:
        """Start empty."""
        self.words = Words()
        super().__init__(self.words, id=id)

    def say(self, rows: Iterable[Row]) -> None:
        """Show some rows from their beginning; none hides the pane."""
        rows = list(rows)
        self.set_class(not rows, "-empty")
        self.words.say(rows)
        self.scroll_home(animate=False)


def card(
    argument_map: ArgumentMap, node: Claim | Relation, status: Row, glyphs: Glyphs
) -> list[Row]:
    """Return a claim or relation in full; ``status`` is an empty row where none is known."""
    if isinstance(node, Relation):
        return list(_relation_card(argument_map, node, status, glyphs))
    return _claim_card(argument_map, node, status, glyphs)


def _claim_card(argument_map: ArgumentMap, claim: Claim, status: Row, glyphs: Glyphs) -> list[Row]:
    rows = list(islice(claim_rows(argument_map, claim, glyphs), _MOST_ROWS))
    if len(rows) == _MOST_ROWS:
        rows.append(Row([("and more: open the claim in the tree", "quiet")]))
    if status.spans:
        rows.insert(rows.index(BLANK) + 1, status)
    return rows


def _relation_card(
    argument_map: ArgumentMap, relation: Relation, status: Row, glyphs: Glyphs
) -> Iterator[Row]:
    verb = f"{relation.kind} {one_line(relation.target)}"
    yield Row([(f"{glyphs.relations[relation.kind]} ", str(relation.kind)), (verb, "heading")])
    yield BLANK
    if status.spans:
        yield status
    facts = [("id", one_line(relation.id)), ("scheme", one_line(relation.scheme or ""))]
    facts.append(("note", " ".join(paragraphs(relation.note or ""))))
    place = argument_map.locations.get(relation.id)
    facts.append(("file", one_line(str(place)) if place else ""))
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


def title(argument_map: ArgumentMap, name: str) -> list[Span]:
    """Return what the map is called, the file it comes from, and how big it is."""
    size = f"{counted(len(argument_map.claims), 'claim')}, "
    size += counted(len(argument_map.relations), "relation")
    called = one_line(argument_map.title or "")
    return spaced((called, "heading"), (one_line(name), "quiet"), (size, "quiet"), by="  ")


def heading(start: Claim, *, inverted: bool) -> list[Span]:
    """Return what a tree that starts at one claim shows."""
    what = "What this bears on: " if inverted else "What stands under this alone: "
    return [(what, "heading"), (one_line(start.id), "id"), ("  i: whole map", "quiet")]
