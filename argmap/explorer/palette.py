"""All commands by name: what each does, the key that does the same, and nothing of Textual's own.

Its commands for a theme and the like would undo what the explorer takes from
the terminal; that for a picture of the screen is worth having.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content


class Command(NamedTuple):
    """A command: its key, its name, what it does, and the action, which may be one of the tree."""

    key: str
    name: str
    what: str
    action: str
    is_of_tree: bool = False


COMMANDS = (
    Command("/", "Search", "find a claim by letters or words", "search"),
    Command("t", "Trace", "the chains from the claim to its roots", "trace"),
    Command("T", "Trace to", "the chains from it to a claim that you choose", "trace_to"),
    Command("n", "Next chain", "of those that are traced", "turn_chain(1)"),
    Command("p", "Chain before", "of those that are traced", "turn_chain(-1)"),
    Command("i", "Invert", "what the claim bears on; again, the whole map", "invert"),
    Command("e", "Evaluate", "show what is in, out and undecided, or stop", "evaluate"),
    Command("x", "Reject", "reject the claim, or restore it, and see what changes", "reject"),
    Command("", "Restore all", "reject nothing any more", "restore_all"),
    Command(
        "E", "Open all", "open everything that stands under the claim", "open_all", is_of_tree=True
    ),
    Command("b", "Back", "to where the last jump started", "back", is_of_tree=True),
    Command("y", "Copy id", "through the terminal (OSC 52)", "copy"),
    Command("", "Save the screen", "as a picture, SVG, in the working folder", "save_screen"),
    Command("?", "Help", "what the keys do and the signs mean", "help"),
    Command("q", "Quit", "leave the explorer", "quit"),
)


_NAMED = 1000  # what a command is called says more than what it does


class Commands(Provider):
    """The commands of the explorer, in their order; by what is typed, the likeliest first."""

    async def discover(self) -> Hits:
        """Yield all of them."""
        for command in COMMANDS:
            if self._is_offered(command):
                shown = _shown(command, Content(_words(command)))
                yield DiscoveryHit(shown, partial(self._do, command), command.name)

    async def search(self, query: str) -> Hits:
        """Yield those whose name or description has the letters in order."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            words = _words(command)
            score = matcher.match(words)
            if score > 0 and self._is_offered(command):
                if matcher.match(command.name) > 0:
                    score += _NAMED
                shown = _shown(command, matcher.highlight(words))
                yield Hit(score, shown, partial(self._do, command), command.name)

    def _is_offered(self, command: Command) -> bool:
        name = command.action.partition("(")[0]
        return self.app.check_action(name, ()) is not False

    async def _do(self, command: Command) -> None:
        there = self.app.query_one("#tree") if command.is_of_tree else self.app
        await self.app.run_action(command.action, there)


def _words(command: Command) -> str:
    return f"{command.name}: {command.what}"


def _shown(command: Command, words: Content) -> Content:
    name = len(command.name) + 1
    return Content.assemble((f"{command.key:3}", "bold"), words.stylize("dim", name))


class Palette(CommandPalette):
    """The commands, over the screen: a line to type in, and a line a command."""

    def __init__(self) -> None:
        """Start with all of them."""
        super().__init__({Commands}, placeholder="letters of a command")
