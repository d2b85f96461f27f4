"""All commands of the explorer by name, without those of Textual.

Textual's commands for themes and the like would undo what the explorer takes from
the terminal; only saving the screen is offered here, too.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content


class Command(NamedTuple):
    """A command: key, name, description, and action, which may be one of the tree."""

    key: str
    name: str
    what: str
    action: str
    is_of_tree: bool = False


COMMANDS = (
    Command("/", "Search", "find a claim by letters or words", "search"),
    Command("t", "Trace", "the chains from the claim to its roots", "trace"),
    Command("T", "Trace to", "the chains from it to a claim of your choice", "trace_to"),
    Command("n", "Next chain", "of those traced", "turn_chain(1)"),
    Command("p", "Previous chain", "of those traced", "turn_chain(-1)"),
    Command("i", "Invert", "what the claim bears on; again, the whole map", "invert"),
    Command("e", "Evaluate", "show what is in, out and undecided, or stop", "evaluate"),
    Command("x", "Reject", "reject the claim, or restore it, and see what changes", "reject"),
    Command("X", "Reject the step", "from the claim, or restore it", "reject_step"),
    Command("u", "Undo", "suppose what was supposed before", "undo"),
    Command("", "Restore all", "reject nothing", "restore_all"),
    Command("E", "Open all", "open everything under the claim", "open_all", is_of_tree=True),
    Command("b", "Back", "to where the last jump started", "back", is_of_tree=True),
    Command("o", "Edit", "open the file where the claim stands ($EDITOR)", "edit"),
    Command("y", "Copy id", "through the terminal (OSC 52)", "copy"),
    Command("", "Save the screen", "as a picture, SVG, in the working folder", "save_screen"),
    Command("?", "Help", "what the keys do and the signs mean", "help"),
    Command("q", "Quit", "leave the explorer", "quit"),
)


_NAMED = 1000  # score for matching the name rather than the description


class Commands(Provider):
    """The commands of the explorer, in their order or, for a query, the best match first."""

    async def discover(self) -> Hits:
        """Yield all of them."""
        for command in COMMANDS:
            if self._is_offered(command):
                shown = _shown(command, Content(_words(command)))
                yield DiscoveryHit(shown, partial(self._do, command), command.name)

    async def search(self, query: str) -> Hits:
        """Yield those with the letters of the query in order in name or description."""
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


class CommandMenu(CommandPalette):
    """The list of commands, with a line to search it."""

    def __init__(self) -> None:
        """Start with all commands."""
        super().__init__({Commands}, placeholder="letters of a command")
