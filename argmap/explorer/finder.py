"""The search for a claim: a line to type in, and the claims that match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from argmap.explorer.lines import Lines, cut, text_of
from argmap.explorer.search import Index, Matches, places
from argmap.model import Claim
from argmap.views.phrases import claim_spans, counted
from argmap.views.theme import Glyphs

_FOUND = Style(bold=True, underline=True)  # the letters that were typed


class Query(Input):
    """The line to type in; arrow keys move among the claims found.

    Its keys are actions of the explorer, which runs each before the next key is handled.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.turn", "read"),  # shown where the claim is out of sight
        Binding("enter", "app.choose", "choose", key_display="⏎"),
        Binding("escape", "app.leave", "leave", key_display="esc"),
        Binding("up,ctrl+p", "app.found(-1)", "move", key_display="↑↓"),
        Binding("down,ctrl+n", "app.found(1)", "down", show=False),
        Binding("pageup", "app.found(-10)", "up", show=False),
        Binding("pagedown", "app.found(10)", "down", show=False),
    ]

    def __init__(self) -> None:
        """Start empty and without a frame."""
        # Selecting on focus would replace what was typed before the focus event arrives.
        super().__init__(id="query", compact=True, select_on_focus=False)

    def put(self, text: str) -> None:
        """Insert text in place of the selection."""
        self.replace(text, *sorted(self.selection))


class Found(Lines):
    """The claims that match, the best first."""

    can_focus = False  # keys go to the query

    def __init__(self, glyphs: Glyphs) -> None:
        """Start with none."""
        super().__init__(glyphs, "found")
        self.matches = Matches([])
        self.query_text = ""  # by which the claims were found

    @property
    def is_marked(self) -> bool:
        """Whether there is a selected claim to mark."""
        return bool(self.matches.claims)

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.matches.claims[self.cursor] if self.matches.claims else None

    def count(self) -> int:
        """Return how many lines there are: one per match, or a message."""
        return max(len(self.matches.claims), 1)

    def show(self, query_text: str, matches: Matches) -> None:
        """Show the matches of a query, with the cursor on the first."""
        self.query_text, self.matches = query_text, matches
        self.show_lines(0)

    def draw(self, number: int, width: int) -> Text:
        """Draw a claim on one line, or the message that nothing matches."""
        claims, is_loose = self.matches
        if not claims:
            return cut(text_of([("nothing matches", "quiet")]), width, self.glyphs)
        text = Text(no_wrap=True, end="")
        for part, style in claim_spans(claims[number], voice=True):
            shown = text_of([(part, style)])
            for at in places(self.query_text, part, is_loose=is_loose):
                shown.stylize(_FOUND, at, at + 1)
            text.append_text(shown)
        return cut(text, width, self.glyphs)


class Finder(Vertical):
    """The line to type in and the claims found, in place of the tree during a search."""

    class Moved(Message):
        """Another claim, or none, is selected."""

    @dataclass
    class _Matched(Message):
        index: Index
        query_text: str
        matches: Matches

    def __init__(self, glyphs: Glyphs) -> None:
        """Start hidden."""
        super().__init__(id="finder", classes="-off")
        self._query, self._found = Query(), Found(glyphs)
        self._index = self._shown = Index(())  # of the map, and of the claims shown

    @property
    def is_open(self) -> bool:
        """Whether a search is going on."""
        return not self.has_class("-off")

    @property
    def is_typed_in(self) -> bool:
        """Whether keys go to the line to type in."""
        return self.screen.focused is self._query  # ``has_focus`` is set later

    @property
    def claim(self) -> Claim | None:
        """The selected claim, if any."""
        return self._found.claim

    @property
    def matched(self) -> str:
        """The number of claims that match, and of all."""
        if not self._found.query_text.strip():
            return counted(len(self._index.claims), "claim")
        return f"{len(self._found.matches.claims):,} of {counted(len(self._index.claims), 'claim')}"

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        yield self._query
        yield self._found

    def take(self, claims: Iterable[Claim]) -> None:
        """Search these claims from now on."""
        self._index = Index(claims)
        if self.is_open:
            self._look(self._index, self._query.value)

    def begin(self, what_for: str) -> None:
        """Start a search; ``what_for`` is the placeholder of the line to type in."""
        self._query.placeholder = what_for
        self._query.value = ""
        self.remove_class("-off")
        self.go_on()
        self._show("", self._index.matches(""))

    def go_on(self) -> None:
        """Focus the line to type in at once, before the next key is handled."""
        self.screen.set_focus(self._query, scroll_visible=False)  # ``focus()`` does so later

    def put(self, text: str) -> None:
        """Type the first line of a text."""
        self.go_on()
        self._query.put(next(iter(text.splitlines()), ""))

    def move(self, by: int) -> None:
        """Select the claim ``by`` lines further down."""
        self._found.action_move(by)

    def choose(self) -> Claim | None:
        """Return the selected claim for the query as typed by now; None if nothing matches."""
        typed = self._query.value
        if (self._shown, self._found.query_text) != (self._index, typed):  # outdated
            self._show(typed, self._index.matches(typed))
        return self.claim

    def end(self) -> None:
        """End the search."""
        self.add_class("-off")

    def _show(self, query_text: str, matches: Matches) -> None:
        self._shown = self._index
        self._found.show(query_text, matches)

    @work(thread=True, exclusive=True)
    def _look(self, index: Index, query_text: str) -> None:
        """Search in a thread, which the next search cancels."""
        worker = get_current_worker()
        matches = index.matches(query_text, goes_on=lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self._Matched(index, query_text, matches))

    @on(Query.Changed)
    def _narrow_down(self, message: Query.Changed) -> None:
        message.stop()
        if self.is_open:
            self._look(self._index, message.value)

    @on(_Matched)
    def _show_matches(self, message: _Matched) -> None:
        message.stop()
        if message.index is self._index and message.query_text == self._query.value:
            self._show(message.query_text, message.matches)

    @on(Lines.Moved)
    def _report(self, message: Lines.Moved) -> None:
        # Not forwarded as it is: Textual stops messages that a parent had its child send.
        message.stop()
        self.post_message(self.Moved())
