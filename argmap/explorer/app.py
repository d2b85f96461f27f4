"""The explorer itself: what each key does, and how it reacts to other events."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from argmap.editing.editor import open_in_editor
from argmap.errors import INTERRUPTED, ArgmapError
from argmap.explorer.background import Assessor, FileWatch
from argmap.explorer.board import Board
from argmap.explorer.branches import Branches, key_of
from argmap.explorer.chain import ChainPane
from argmap.explorer.commands import CommandMenu
from argmap.explorer.help import Help
from argmap.explorer.keys import ABOUT_CLAIMS, WITHHELD
from argmap.explorer.lines import Lines, cut, text_of
from argmap.explorer.panes import SidePane
from argmap.explorer.paths import free_name
from argmap.explorer.tree import Tree
from argmap.formats import bundled_name, write_text
from argmap.model import Claim
from argmap.model.text import one_line
from argmap.views.rows import Row

_NAMED_AT_MOST = 40  # columns of an id in a sentence


class Explorer(Board):
    """A map to explore; see ``Help`` for the keys, and ``Board`` for the parameters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn_chain(1)", "next chain"),
        Binding("p", "turn_chain(-1)", "previous"),
        Binding("slash", "search", "search", key_display="/"),
        Binding("t", "trace", "trace"),
        Binding("T", "trace_to", "trace to", show=False),
        Binding("i", "invert", "invert"),
        Binding("e", "evaluate", "evaluate"),
        Binding("x", "reject", "reject"),
        Binding("X", "reject_step", "reject step", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("o", "edit", "edit", show=False),
        *(Binding(str(digit), f"follow({digit})", "follow", show=False) for digit in range(1, 10)),
        Binding("y", "copy", "copy id", show=False),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("q", "quit", "quit"),
        Binding("escape", "leave", "leave", show=False),
        Binding("ctrl+c", "interrupt", "quit", show=False, priority=True),
    ]

    def action_command_palette(self) -> None:
        """Offer every command by name."""
        if not isinstance(self.screen, ModalScreen):
            self.push_screen(CommandMenu())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable keys that are typed in a search, and those without use in an empty map."""
        if self._finder.is_open and action in WITHHELD:
            return False
        if not self.map.claims and action in ABOUT_CLAIMS:
            return False
        if action == "turn_chain":
            return self._chain.has_more
        return super().check_action(action, parameters)

    # Keys, one at a time

    async def on_event(self, event: events.Event) -> None:
        """Run the action of each key before the next key is handled.

        Textual sends a key to the focused widget and runs its action only when it
        bubbles back, when fast typing has already sent the next keys to the same
        widget.
        """
        is_here = self.app_focus and len(self.screen_stack) == 1
        if is_here and isinstance(event, events.Key):
            await self._handle(event)
        elif is_here and isinstance(event, events.Paste) and self._finder.is_open:
            self._type(event.text)
        else:
            await super().on_event(event)

    async def _handle(self, key: events.Key) -> None:
        self._tree.settle()
        bound = self.screen.active_bindings.get(key.key)
        if bound is not None:
            await self.run_action(bound.binding.action, bound.node)
        elif self._finder.is_open and key.is_printable and key.character is not None:
            self._type(key.character)
        elif self._finder.is_open and not self._finder.is_typed_in:
            self._resume_search()
            await self._handle(key)

    def _type(self, text: str) -> None:
        self._resume_search()
        self._finder.put(text)

    def _resume_search(self) -> None:
        self.screen.remove_class("-reading")
        self._finder.go_on()

    # Searching for a claim

    def action_search(self) -> None:
        """Search for a claim to go to."""
        self._trace_from = None
        self._begin_search("letters or words of an id, label or text")

    def action_trace_to(self) -> None:
        """Search for the claim to trace this one to."""
        self._trace_from = self._tree.claim
        if self._trace_from is not None:
            self._begin_search("letters or words of the claim to end at")

    def _begin_search(self, what: str) -> None:
        self.screen.remove_class("-reading")
        self.screen.add_class("-seeking")
        self._finder.begin(what)
        self._say([])  # the last message is out of date
        self._show_heading()

    def action_found(self, by: int) -> None:
        """Select another of the claims found."""
        self._finder.move(by)

    @on(Lines.Chosen, "#found")
    def action_choose(self) -> None:
        """Go to the selected claim, if any, or trace to it."""
        claim = self._finder.choose()
        if claim is not None:
            self._end_search(claim)

    def _end_search(self, claim: Claim | None) -> None:
        self._finder.end()
        self.screen.remove_class("-seeking", "-reading")
        self.screen.set_focus(self._tree, scroll_visible=False)
        start = self._trace_from
        if claim is not None and start is None:
            self._tree.remember()
            self._tree.go_to(claim.id)
            return
        self._show_card()
        self._show_heading()
        self._show_legend()
        if claim is not None and start is not None and self._tree.row is not None:
            if start.id in self.map.claims:
                self._chain.trace(self.map, key_of(self._tree.row), start, claim)
            else:  # the file has changed meanwhile
                self._say([(one_line(start.id), "id"), (" is no longer in the map", "")])

    @on(Lines.Chosen, "#tree")
    def _toggle(self) -> None:
        self._tree.action_toggle_line()

    # The other keys

    def action_invert(self) -> None:
        """Show what the claim bears on, or the whole map again."""
        claim = self._tree.claim
        if claim is None:
            return
        self._tree.remember()
        if self._tree.branches.start is None:
            branches = Branches(self.map, claim.id)
            branches.fill(self._tree.size.height)
            self._tree.show(branches)
        else:
            self._tree.show(Branches(self.map))
            self._tree.go_to(claim.id)

    def action_follow(self, number: int) -> None:
        """Go to the claim that has a number in the claim in full."""
        if number <= len(self._numbered):
            self.screen.remove_class("-reading")
            self.screen.set_focus(self._tree, scroll_visible=False)
            self._tree.remember()
            self._tree.go_to(self._numbered[number - 1])

    def action_trace(self) -> None:
        """Show the shortest chain from the claim to its roots; the next if it is shown."""
        row, claim = self._tree.row, self._tree.claim
        if row is not None and claim is not None:
            self._chain.trace(self.map, key_of(row), claim)

    @on(ChainPane.Shown)
    def _light(self, message: ChainPane.Shown) -> None:
        """Light a traced chain, as far as it is in the tree, and bring it in sight."""
        branches, index = self._tree.branches, self._tree.index
        rows = branches.along(message.chain.nodes)
        for row in rows:
            branches.reveal(row)
        self._tree.show_lines(0 if index is None else branches.position(index))
        self._tree.light(rows)

    def action_turn_chain(self, by: int) -> None:
        """Show another of the traced chains."""
        self._chain.turn(by)

    def action_evaluate(self) -> None:
        """Show or hide statuses."""
        self._assessor.toggle()

    def action_reject(self) -> None:
        """Reject or restore what is under the cursor."""
        node = self._node()
        if isinstance(node, Claim) and node.is_question:
            self._say([("a question is neither in nor out: reject what answers it", "")])
        elif node is not None:
            self._say([])  # the last message is out of date
            self._assessor.reject(node.id)

    def action_reject_step(self) -> None:
        """Reject or restore the step from the claim under the cursor."""
        row = self._tree.row
        if row is not None and row.relation is not None:
            self._say([])
            self._assessor.reject(row.relation.id)

    def action_undo(self) -> None:
        """Suppose what was supposed before."""
        self._say([])
        self._assessor.undo()

    def action_restore_all(self) -> None:
        """Reject nothing."""
        self._assessor.restore_all()

    def action_copy(self) -> None:
        """Copy the id to the clipboard through the terminal."""
        node = self._node()
        if node is not None:
            self.copy_to_clipboard(node.id)
            how = " was sent to the clipboard of the terminal (OSC 52; not all support it)"
            named = cut(text_of([(one_line(node.id), "")]), _NAMED_AT_MOST, self.glyphs).plain
            self._say([(named, "id"), (how, "")])

    def action_edit(self) -> None:
        """Open the file in an editor where the claim stands, and come back."""
        node, path = self._node(), self._watch.path
        if path is None or bundled_name(path) is not None:
            self._say([("there is no file of yours to edit: argmap export -o map.yaml", "")])
            return
        try:
            with self.suspend():
                open_in_editor(path.absolute(), self._locator.line(node))
        except ArgmapError as error:
            self._say([(one_line(error.message), "error")])
        except SuspendNotSupported:
            self._say([("this terminal cannot be lent to an editor", "")])
        self._watch.look_now()

    def action_save_screen(self) -> None:
        """Write a picture of the screen to a new file in the working folder."""
        name = free_name("argmap-explore.svg")
        try:
            write_text(name, self.export_screenshot(title="argmap explore"))
        except ArgmapError as error:
            self._say([(one_line(error.message), "error")])
        else:
            self._say([("the screen was saved to ", ""), (name, "id")])

    def action_turn(self) -> None:
        """Move the focus from the tree to the claim in full, to the chain, and back."""
        if self.screen is not self.screen_stack[0]:
            return
        there = [pane for pane in (self._card, self._chain) if self._is_there(pane)]
        at = there.index(self.focused) + 1 if self.focused in there else 0
        following = there[at] if at < len(there) else None
        self.screen.set_class(following is self._card, "-reading")
        if following is None and self._finder.is_open:
            self._finder.go_on()
        else:
            self.screen.set_focus(following or self._tree, scroll_visible=False)

    @on(Tree.Listed)
    def _read_list(self) -> None:
        self.screen.add_class("-reading")
        self.screen.set_focus(self._card, scroll_visible=False)

    def _is_there(self, pane: SidePane) -> bool:
        """Return whether a pane has content and room; the claim always has room."""
        return not pane.has_class("-empty") and (pane is self._card or pane.display)

    def action_leave(self) -> None:
        """Go back to the tree and the chain of its line; in a search, to the query or end it."""
        if self._finder.is_open:
            if self._finder.is_typed_in:
                self._end_search(None)
            else:
                self._resume_search()
            return
        self.screen.remove_class("-reading")
        self.screen.set_focus(self._tree, scroll_visible=False)
        self._say([])
        self._chain.stop()
        self._tree.show_lines()

    def action_help(self) -> None:
        """Show the help screen."""
        self.push_screen(Help(self.glyphs))

    def action_interrupt(self) -> None:
        """Exit like an interrupted command."""
        self.exit(return_code=INTERRUPTED)

    # Other events

    @on(Assessor.Judged)
    def _show_statuses(self, message: Assessor.Judged) -> None:
        if message.said:
            self._say([(message.said, "")])
        self._supposed.say(self._assessor.supposed)
        self._tree.judge_again(self._assessor.usual)
        self._show_legend()
        self._show_card()

    @on(FileWatch.Changed)
    def _take_file(self, message: FileWatch.Changed) -> None:
        found = message.found
        if isinstance(found, str):
            self._say([])
            self._error.say([Row([(f"{found}. The map is shown as it was before.", "error")])])
            return
        self._error.say([])
        old = self._tree.branches
        branches = Branches(found, old.start if old.start in found.claims else None)
        index = branches.open_as(old, self._tree.index)
        self.map = found
        self._show_map()
        self._assessor.take(found)
        self._tree.show(branches, index)
        self._chain.take(found, None if self._tree.row is None else key_of(self._tree.row))
        self._say([(f"{one_line(self._called)} has changed and was read again", "")])
