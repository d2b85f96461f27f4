"""Looking for a claim: a line to type in, and the claims that match."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from argmap.model import Claim
from argmap.views.explorer.lines import Lines, cut, text_of
from argmap.views.phrases import claim_spans
from argmap.views.theme import Glyphs


class Query(Input):
    """The line to type in; arrows move in what is found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "go to it", key_display="⏎"),
        Binding("escape", "leave", "leave", key_display="esc"),
        Binding("up,ctrl+p", "found(-1)", "choose", key_display="↑↓"),
        Binding("down,ctrl+n", "found(1)", "down", show=False),
        Binding("pageup", "found(-10)", "up", show=False),
        Binding("pagedown", "found(10)", "down", show=False),
    ]

    class Left(Message):
        """Nothing is looked for any more."""

    class Stepped(Message):
        """Another of the claims found is wanted."""

        def __init__(self, by: int) -> None:
            """Say how many lines further it is."""
            super().__init__()
            self.by = by

    def __init__(self) -> None:
        """Start empty and without a frame."""
        super().__init__(id="query", compact=True)

    def action_leave(self) -> None:
        """Stop looking."""
        self.post_message(self.Left())

    def action_found(self, by: int) -> None:
        """Choose another of the claims found."""
        self.post_message(self.Stepped(by))


class Found(Lines):
    """The claims that match, the best first."""

    can_focus = False  # what is typed goes on to the query

    def __init__(self, glyphs: Glyphs) -> None:
        """Start with none."""
        super().__init__(glyphs, "found")
        self.claims: list[Claim] = []

    @property
    def is_marked(self) -> bool:
        """The line that enter goes to is always marked."""
        return True

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.claims[self.cursor] if self.claims else None

    def count(self) -> int:
        """Return how many claims match."""
        return len(self.claims)

    def show(self, claims: list[Claim]) -> None:
        """Show other claims, with the cursor on the first."""
        self.claims = claims
        self.show_lines(0)

    def draw(self, number: int, width: int) -> Text:
        """Draw a claim on one line."""
        spans = claim_spans(self.claims[number], voice=True)
        return cut(text_of(spans), width, self.glyphs)
