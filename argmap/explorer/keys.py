"""The keys in use, on the last line: as many as fit, and always the last two.

Textual's footer would cut off the last ones, which show how to get help and how
to leave.
"""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from argmap.views.theme import Glyphs

WIDE = 64  # columns, from which on the claim in full stands beside the tree
_KEPT = 2  # keys at the end that are always shown
_TURN = "app.turn"  # to the claim in full


# Actions without use in an empty map.
ABOUT_CLAIMS = {
    *("search", "trace", "trace_to", "turn_chain", "turn", "follow"),
    *("invert", "evaluate", "reject", "reject_step", "undo", "restore_all", "copy"),
}
# Actions that are disabled during a search, where their keys are typed.
WITHHELD = (ABOUT_CLAIMS - {"turn"}) | {"edit", "help", "quit", "command_palette"}

_NAMES = {"←": "left ", "→": "right ", "↑": "up ", "↓": "down ", "⏎": "enter "}


def spelled(keys: str) -> str:
    """Return the signs of keys as words, for ASCII."""
    for sign, name in _NAMES.items():
        keys = keys.replace(sign, name)
    return " ".join(keys.split())


class Keys(Widget):
    """The keys with their descriptions, each of which can be clicked."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Take the signs; if they are ASCII, keys are spelled out."""
        super().__init__(id="keys")
        self._glyphs = glyphs

    def on_mount(self) -> None:
        """Redraw when bindings change."""
        self.screen.bindings_updated_signal.subscribe(self, self._redraw)

    def _redraw(self, _: Screen[object]) -> None:
        self.refresh()

    def _key(self, binding: Binding) -> str:
        key = self.app.get_key_display(binding)
        return spelled(key) if self._glyphs.is_ascii else key

    def render(self) -> Text:
        """Return what fits."""
        active = [each for each in self.screen.active_bindings.values() if each.enabled]
        by_action = {each.binding.action: each.binding for each in active if each.binding.show}
        if self.app.size.width >= WIDE:
            by_action.pop(_TURN, None)
        shown = [
            (self._key(binding), binding.description, action)
            for action, binding in by_action.items()
        ]
        while (
            len(shown) > _KEPT
            and sum(len(k) + len(d) + 3 for k, d, _ in shown) - 2 > self.size.width
        ):
            del shown[-_KEPT - 1]
        text = Text(end="", no_wrap=True)
        for key, description, action in shown:
            click = Style(meta={"@click": action if "." in action else f"app.{action}"})
            text.append("  " if text else "").append(key, Style(bold=True) + click)
            text.append(f" {description}", Style(dim=True) + click)
        return text
