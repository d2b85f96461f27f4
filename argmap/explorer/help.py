"""What the keys do, on a screen of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from argmap.analysis.tree import Mark
from argmap.explorer.keys import Keys, spelled
from argmap.explorer.panes import Pane
from argmap.model import RelationKind, Status
from argmap.views.rows import BLANK, Row
from argmap.views.theme import MARK_MEANINGS, Glyphs

_WIDTH = 11  # columns of what is explained
_UNDER = " " * (2 + _WIDTH + 2)
_KEYS = {
    "Moving about": (
        ("↑ ↓  k j", "one line; PgUp PgDn a screen, g G to the first and the last"),
        ("→  l", "open a claim; on an open one, go into it"),
        ("←  h", "close it; on a closed one, go to what it hangs from"),
        ("⏎  space", "open or close; where it is shown elsewhere, go there"),
        ("E", "open everything that stands under the claim"),
        ("b", "back to where the last jump started"),
        ("tab", "to the claim in full, to the chain, and back; arrows scroll them"),
    ),
    "Asking": (
        ("/", "search as you type; the likeliest comes first"),
        ("", "by words, or by letters in order: pcall finds phone-call"),
        ("i", "what the claim bears on; again, the whole map"),
        ("t", "trace it to its roots: the chains, the shortest first"),
        ("n p", "the next chain, the one before; esc leaves them"),
        ("T", "trace it to a claim that you choose"),
        ("e", "what is in, out and undecided (grounded semantics), or stop"),
        ("x", "reject the claim, or restore it, and see what changes"),
        ("y", "copy its id, through the terminal (OSC 52)"),
    ),
    "Besides": (
        ("ctrl+p", "all commands, by name; in a search up, as ctrl+n is down"),
        ("?", "this page"),
        ("q", "quit; so does ctrl+c, with exit status 130"),
    ),
}


class Help(ModalScreen[None]):
    """The keys, and what the signs mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "screen.dismiss", "back", key_display="esc"),
    ]

    def __init__(self, glyphs: Glyphs) -> None:
        """Take the signs to explain."""
        super().__init__()
        self._glyphs = glyphs
        self._page = Pane("help")

    def compose(self) -> ComposeResult:
        """Put the page on the screen."""
        yield self._page
        yield Keys(self._glyphs)

    def on_mount(self) -> None:
        """Write the page."""
        self._page.say(_rows(self._glyphs))
        self._page.focus()


def _rows(glyphs: Glyphs) -> Iterator[Row]:
    for title, keys in _KEYS.items():
        yield Row([(title, "heading")])
        for key, meaning in keys:
            shown = spelled(key) if glyphs.is_ascii else key
            yield Row([(f"{shown:{_WIDTH}}  ", "id"), (meaning, "")], "  ", _UNDER)
        yield BLANK
    yield Row([("Signs", "heading")])
    signs = [(glyphs.relations[kind], str(kind)) for kind in RelationKind]
    signs += [(glyphs.backing, "backs the step above"), (glyphs.linked, "together or not at all")]
    signs += [
        (glyphs.marks[mark], meaning)
        for mark, meaning in MARK_MEANINGS.items()
        if mark not in {Mark.CONTINUES, Mark.LIMIT}
    ]
    signs += [(glyphs.statuses[status], str(status)) for status in Status]
    for sign, meaning in signs:
        yield Row([(f"{sign:{_WIDTH}}  ", "id"), (meaning, "")], "  ", _UNDER)
