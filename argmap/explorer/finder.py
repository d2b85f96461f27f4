"""Looking for a claim: a line to type in, and the claims that match."""

from __future__ import annotations

from collections.abc import Iterable
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
from argmap.explorer.search import Index, places
from argmap.model import Claim
from argmap.views.phrases import claim_spans, counted
from argmap.views.theme import Glyphs

_FOUND = Style(bold=True, underline=True)  # the letters that were typed


class Query(Input):
    """The line to type in; arrows move in what is found.

    Its keys are actions of the explorer, which does each before it looks at the next key.
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
        # What was typed before the focus is told of here must not be typed over.
        super().__init__(id="query", compact=True, select_on_focus=False)

    def put(self, text: str) -> None:
        """Put in what is typed, in the place of what is selected."""
        self.replace(text, *sorted(self.selection))


class Found(Lines):
    """The claims that match, the best first."""

    can_focus = False  # what is typed goes on to the query

    def __init__(self, glyphs: Glyphs) -> None:
        """Start with none."""
        super().__init__(glyphs, "found")
        self.claims: list[Claim] = []
        self.query_text = ""  # what the claims were found by

    @property
    def is_marked(self) -> bool:
        """The line that enter goes to is always marked."""
        return bool(self.claims)

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.claims[self.cursor] if self.claims else None

    def count(self) -> int:
        """Return how many claims match; a line that says so where none does."""
        return max(len(self.claims), 1)

    def show(self, query_text: str, claims: list[Claim]) -> None:
        """Show other claims, with the cursor on the first."""
        self.query_text, self.claims = query_text, claims
        self.show_lines(0)

    def draw(self, number: int, width: int) -> Text:
        """Draw a claim on one line; or that there is none."""
        if not self.claims:
            return cut(text_of([("nothing matches", "quiet")]), width, self.glyphs)
        text = Text(no_wrap=True, end="")
        for part, style in claim_spans(self.claims[number], voice=True):
            shown = text_of([(part, style)])
            for at in places(self.query_text, part):
                shown.stylize(_FOUND, at, at + 1)
            text.append_text(shown)
        return cut(text, width, self.glyphs)


class Finder(Vertical):
    """The line to type in and what is found, in the place of the tree while it is wanted."""

    class Moved(Message):
        """Another claim, or none, is the one that enter goes to."""

    class _Matched(Message):
        """What matches is known."""

        def __init__(self, index: Index, query_text: str, claims: list[Claim]) -> None:
            super().__init__()
            self.index = index
            self.query_text = query_text
            self.claims = claims

    def __init__(self, glyphs: Glyphs) -> None:
        """Start out of sight."""
        super().__init__(id="finder", classes="-off")
        self._query, self._found = Query(), Found(glyphs)
        self._index = self._shown = Index(())  # the claims, and those that the list is from

    @property
    def is_open(self) -> bool:
        """Whether a claim is being looked for."""
        return not self.has_class("-off")

    @property
    def is_typed_in(self) -> bool:
        """Whether keys go to the line to type in."""
        return self.screen.focused is self._query  # ``has_focus`` is told later

    @property
    def claim(self) -> Claim | None:
        """The claim that enter goes to, as far as is known."""
        return self._found.claim

    @property
    def told(self) -> str:
        """How many claims match, of how many."""
        if not self._found.query_text.strip():
            return counted(len(self._index.claims), "claim")
        return f"{len(self._found.claims):,} of {counted(len(self._index.claims), 'claim')}"

    def compose(self) -> ComposeResult:
        """Put the parts on the screen."""
        yield self._query
        yield self._found

    def take(self, claims: Iterable[Claim]) -> None:
        """Look among these claims from now on."""
        self._index = Index(claims)
        if self.is_open:
            self._look(self._index, self._query.value)

    def begin(self, what_for: str) -> None:
        """Look for a claim; ``what_for`` stands in the line until something is typed."""
        self._query.placeholder = what_for
        self._query.value = ""
        self.remove_class("-off")
        self.go_on()
        self._show("", self._index.matches(""))

    def go_on(self) -> None:
        """Have keys go to the line to type in, from the very next on."""
        self.screen.set_focus(self._query, scroll_visible=False)  # ``focus()`` does so later

    def put(self, text: str) -> None:
        """Go on typing with some text, of which the first line counts."""
        self.go_on()
        self._query.put(next(iter(text.splitlines()), ""))

    def move(self, by: int) -> None:
        """Choose another of the claims found, so many lines further."""
        self._found.action_move(by)

    def choose(self) -> Claim | None:
        """Return the claim that is chosen, among what matches what was typed; None for none."""
        typed = self._query.value
        if (self._shown, self._found.query_text) != (self._index, typed):  # it is not yet there
            self._show(typed, self._index.matches(typed))
        return self.claim

    def end(self) -> None:
        """Look for nothing any more."""
        self.add_class("-off")

    def _show(self, query_text: str, claims: list[Claim]) -> None:
        self._shown = self._index
        self._found.show(query_text, claims)

    @work(thread=True, exclusive=True)
    def _look(self, index: Index, query_text: str) -> None:
        """Look beside the screen, until something else is to be looked for."""
        worker = get_current_worker()
        claims = index.matches(query_text, goes_on=lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self._Matched(index, query_text, claims))

    @on(Query.Changed)
    def _narrow_down(self, message: Query.Changed) -> None:
        message.stop()
        if self.is_open:
            self._look(self._index, message.value)

    @on(_Matched)
    def _show_matches(self, message: _Matched) -> None:
        message.stop()
        if message.index is self._index and message.query_text == self._query.value:
            self._show(message.query_text, message.claims)

    @on(Lines.Moved)
    def _tell(self, message: Lines.Moved) -> None:
        # Not handed on as it is: Textual ends there what a parent had its child send.
        message.stop()
        self.post_message(self.Moved())
