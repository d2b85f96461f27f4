"""The help screen."""

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

_WIDTH = 11  # columns of keys and signs
_UNDER = " " * (2 + _WIDTH + 2)
_KEYS = {
    "Moving": (
        ("↑ ↓  k j", "one line; PgUp PgDn a screen, g G to the first and the last"),
        ("→  l", "open a claim, or go into an open one"),
        ("←  h", "close a claim, or go up from a closed one"),
        ("⏎  space", "open or close; from a claim that stands elsewhere, go there"),
        ("1 to 9", "go to the claim that has this number in the claim in full"),
        ("E", "open everything under the claim"),
        ("b", "back to where the last jump started"),
        ("tab", "to the claim in full, the chain, and back; arrow keys scroll"),
    ),
    "Asking": (
        ("/", "search as you type; the best match comes first"),
        ("", "by words, or by letters in order: pcall finds phone-call"),
        ("i", "what the claim bears on; again, the whole map"),
        ("t", "trace the chains to its roots, the shortest first"),
        ("n p", "the next or previous chain; esc leaves them"),
        ("T", "trace it to a claim of your choice"),
        ("e", "show or hide what is in, out and undecided (grounded)"),
        ("x", "reject or restore the claim, and see what changes"),
        ("X", "reject or restore the step from it to the one above"),
        ("u", "undo that"),
        ("o", "open the file where the claim stands, in $EDITOR"),
        ("y", "copy its id, through the terminal (OSC 52)"),
    ),
    "Other keys": (
        ("ctrl+p", "all commands by name; in a search, up (ctrl+n: down)"),
        ("?", "this help"),
        ("q", "quit; so does ctrl+c, with exit status 130"),
    ),
}


class Help(ModalScreen[None]):
    """The keys, and the meanings of the signs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "screen.dismiss", "back", key_display="esc"),
    ]

    def __init__(self, glyphs: Glyphs) -> None:
        """Take the signs to explain."""
        super().__init__()
        self._glyphs = glyphs
        self._pane = Pane("help")

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        yield self._pane
        yield Keys(self._glyphs)

    def on_mount(self) -> None:
        """Write the help."""
        self._pane.say(_rows(self._glyphs))
        self._pane.focus()


def _rows(glyphs: Glyphs) -> Iterator[Row]:
    for title, keys in _KEYS.items():
        yield Row([(title, "heading")])
        for key, meaning in keys:
            shown = spelled(key) if glyphs.is_ascii else key
            yield Row([(f"{shown:{_WIDTH}}  ", "id"), (meaning, "")], "  ", _UNDER)
        yield BLANK
    yield Row([("Signs", "heading")])
    signs = [(glyphs.relations[kind], str(kind)) for kind in RelationKind]
    brackets = [f"{each.first}{each.middle}{each.last}" for each in glyphs.brackets]
    together = ("together or not at all", "together against it")
    signs += [(glyphs.backing, "backs the step above"), *zip(brackets, together, strict=True)]
    signs += [
        (glyphs.marks[mark], meaning)
        for mark, meaning in MARK_MEANINGS.items()
        if mark not in {Mark.CONTINUES, Mark.LIMIT}
    ]
    signs += [(glyphs.statuses[status], str(status)) for status in Status]
    for sign, meaning in signs:
        yield Row([(f"{sign:{_WIDTH}}  ", "id"), (meaning, "")], "  ", _UNDER)
