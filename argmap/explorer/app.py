"""The explorer itself: what each key does, and what happens by itself."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from argmap.errors import INTERRUPTED, ArgmapError
from argmap.explorer.background import Assessor, FileWatch
from argmap.explorer.board import Board
from argmap.explorer.help import Help
from argmap.explorer.keys import ABOUT_CLAIMS, WITHHELD
from argmap.explorer.lines import Lines, cut, text_of
from argmap.explorer.outline import Outline
from argmap.explorer.palette import Palette
from argmap.explorer.panes import SidePane
from argmap.explorer.paths import free_name
from argmap.explorer.tree import Tree
from argmap.formats import write_text
from argmap.model import Claim, Relation
from argmap.model.text import one_line
from argmap.views.rows import Row

_NAMED_AT_MOST = 40  # columns of an id in a sentence that goes on after it


class Explorer(Board):
    """A map to walk about in; see ``Help`` for the keys, and ``Board`` for what it takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn_chain(1)", "next chain"),
        Binding("p", "turn_chain(-1)", "before"),
        Binding("slash", "search", "search", key_display="/"),
        Binding("t", "trace", "trace"),
        Binding("T", "trace_to", "trace to", show=False),
        Binding("i", "invert", "invert"),
        Binding("e", "evaluate", "evaluate"),
        Binding("x", "reject", "reject"),
        Binding("y", "copy", "copy id", show=False),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("q", "quit", "quit"),
        Binding("escape", "leave", "leave", show=False),
        Binding("ctrl+c", "interrupt", "quit", show=False, priority=True),
    ]

    def action_command_palette(self) -> None:
        """Offer every command by name."""
        if not isinstance(self.screen, ModalScreen):
            self.push_screen(Palette())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let letters be letters while something is looked for."""
        if self._finder.is_open and action in WITHHELD:
            return False
        if not self.map.claims and action in ABOUT_CLAIMS:
            return False
        if action == "turn_chain":
            return self._chain.has_more
        return super().check_action(action, parameters)

    # Keys, one at a time

    async def on_event(self, event: events.Event) -> None:
        """Do what a key asks before the next is looked at, however fast they come.

        Textual sends a key to the widget that has the focus and does what it
        asks once it comes back from there, when the next keys are on their way
        to the same widget.
        """
        is_here = self.app_focus and len(self.screen_stack) == 1
        if is_here and isinstance(event, events.Key):
            await self._obey(event)
        elif is_here and isinstance(event, events.Paste) and self._finder.is_open:
            self._type(event.text)
        else:
            await super().on_event(event)

    async def _obey(self, key: events.Key) -> None:
        bound = self.screen.active_bindings.get(key.key)
        if bound is not None:
            await self.run_action(bound.binding.action, bound.node)
        elif self._finder.is_open and key.is_printable and key.character is not None:
            self._type(key.character)
        elif self._finder.is_open and not self._finder.is_typed_in:
            self._go_on_looking()
            await self._obey(key)

    def _type(self, text: str) -> None:
        self._go_on_looking()
        self._finder.put(text)

    def _go_on_looking(self) -> None:
        self.screen.remove_class("-reading")
        self._finder.go_on()

    # Looking for a claim

    def action_search(self) -> None:
        """Look for a claim to go to."""
        self._trace_from = None
        self._look_for("letters or words of an id, label or text")

    def action_trace_to(self) -> None:
        """Look for the claim to trace this one to."""
        self._trace_from = self._claim()
        if self._trace_from is not None:
            self._look_for("letters or words of the claim to end at")

    def _look_for(self, what: str) -> None:
        self.screen.remove_class("-reading")
        self.screen.add_class("-seeking")
        self._finder.begin(what)
        self._say([])  # what was last done matters no more
        self._show_heading()

    def action_found(self, by: int) -> None:
        """Choose another of the claims found."""
        self._finder.move(by)

    @on(Lines.Chosen, "#found")
    def action_choose(self) -> None:
        """Go to the claim that was looked for, if there is one, or trace to it."""
        claim = self._finder.choose()
        if claim is not None:
            self._look_no_more(claim)

    def _look_no_more(self, claim: Claim | None) -> None:
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
        if claim is not None and start is not None and self._tree.entry is not None:
            if start.id in self.map.claims:
                self._chain.trace(self.map, self._tree.entry, start, claim)
            else:  # the file was changed meanwhile
                self._say([(one_line(start.id), "id"), (" is not in the map any more", "")])

    @on(Lines.Chosen, "#tree")
    def _toggle(self) -> None:
        self._tree.action_toggle_line()

    # What the keys ask

    def _claim(self) -> Claim | None:
        """Return the claim under the cursor; of linked premises the first."""
        entry = self._tree.entry
        node = None if entry is None else entry.line.node
        return self.map.claims[node.premises[0]] if isinstance(node, Relation) else node

    def action_invert(self) -> None:
        """Show what the claim bears on, or the whole map again."""
        entry = self._tree.entry
        if entry is None or entry.claim is None:
            return
        self._tree.remember()
        if self._tree.outline.start is None:
            outline = Outline(self.map, entry.claim.id, inverted=True)
            outline.open(outline.tops[0])
            self._tree.show(outline, None)
        else:
            self._tree.outline = Outline(self.map)
            self._tree.go_to(entry.claim.id)

    def action_trace(self) -> None:
        """Show the shortest chain from the claim to its roots; again, the next."""
        entry, claim = self._tree.entry, self._claim()
        if entry is not None and claim is not None:
            self._chain.trace(self.map, entry, claim)

    def action_turn_chain(self, by: int) -> None:
        """Show another of the chains that are traced."""
        self._chain.turn(by)

    def action_evaluate(self) -> None:
        """Show statuses, or stop."""
        self._assessor.toggle()

    def action_reject(self) -> None:
        """Reject what the cursor is on, or restore it."""
        node = self._node()
        if node is not None:
            self._assessor.reject(node.id)

    def action_restore_all(self) -> None:
        """Reject nothing any more."""
        self._assessor.restore_all()

    def action_copy(self) -> None:
        """Hand the id to the clipboard, by way of the terminal."""
        node = self._node()
        if node is not None:
            self.copy_to_clipboard(node.id)
            how = " is handed to the terminal for the clipboard (OSC 52; some do not take it)"
            named = cut(text_of([(one_line(node.id), "")]), _NAMED_AT_MOST, self.glyphs).plain
            self._say([(named, "id"), (how, "")])

    def action_save_screen(self) -> None:
        """Write a picture of the screen into a new file in the working folder."""
        name = free_name("argmap-explore.svg")
        try:
            write_text(name, self.export_screenshot(title="argmap explore"))
        except ArgmapError as error:
            self._say([(one_line(error.message), "error")])
        else:
            self._say([("the screen is in the file ", ""), (name, "id")])

    def action_turn(self) -> None:
        """Turn from the tree to the claim in full, from there to the chain, and back."""
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

    def _is_there(self, pane: SidePane) -> bool:
        """Return whether there is something in a pane, and room for it; the claim has room."""
        return not pane.has_class("-empty") and (pane is self._card or pane.display)

    def action_leave(self) -> None:
        """Go back to the tree, and to the chain of the line under the cursor.

        While a claim is looked for, go back to what is typed, and from there give it up.
        """
        if self._finder.is_open:
            if self._finder.is_typed_in:
                self._look_no_more(None)
            else:
                self._go_on_looking()
            return
        self.screen.remove_class("-reading")
        self.screen.set_focus(self._tree, scroll_visible=False)
        self._say([])
        self._chain.stop()
        self._tree.show_lines()

    def action_help(self) -> None:
        """Show what the keys do."""
        self.push_screen(Help(self.glyphs))

    def action_interrupt(self) -> None:
        """End as a command does that is interrupted."""
        self.exit(return_code=INTERRUPTED)

    # What happens by itself

    @on(Tree.OpenedInPart)
    def _tell_of_more(self, message: Tree.OpenedInPart) -> None:
        self._say([(f"{message.lines:,} lines were opened; E again opens more", "")])

    @on(Assessor.Judged)
    def _show_statuses(self, message: Assessor.Judged) -> None:
        if message.said:
            self._say(message.said)
        self._tree.refresh()
        self._show_legend()
        self._show_card()

    @on(FileWatch.Changed)
    def _take_file(self, message: FileWatch.Changed) -> None:
        found = message.found
        if isinstance(found, str):
            what = f"{found}. This is the map as it was before."
            self._say([])
            self._mistake.say([Row([(what, "error")])])
            return
        self._mistake.say([])
        old = self._tree.outline
        start = old.start if old.start in found.claims else None
        outline = Outline(found, start, inverted=old.inverted and start is not None)
        entry = outline.open_as(old, self._tree.entry)
        self.map = found
        self._tell_map()
        self._assessor.take(found)
        self._tree.show(outline, entry)
        self._chain.take(found, self._tree.entry)
        self._say([(f"{one_line(self._called)} has changed and was read again", "")])
