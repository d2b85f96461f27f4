"""The tree on the left: the open lines of an outline, as ``argmap tree`` prints them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from argmap.analysis.tree import Mark, TreeLine
from argmap.explorer.entry import Entry
from argmap.explorer.lines import Lines, cut, text_of
from argmap.explorer.outline import Outline
from argmap.views.rows import Row
from argmap.views.theme import STYLES, Glyphs
from argmap.views.tree import Judgement, Signs, legend, line_spans, note_signs

_OPENED_AT_ONCE = 2000  # lines, when everything under a line is opened


class Tree(Lines):
    """The open lines, shifted left where they are too deep for the width."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "open", "open", show=False),
        Binding("left,h", "close", "close", show=False),
        Binding("enter,space", "toggle_line", "open", key_display="⏎"),
        Binding("E", "open_all", "open all", show=False),
        Binding("b,backspace", "back", "back", show=False),
        Binding("tab", "app.turn", "read"),  # shown if the claim is not
    ]

    @dataclass
    class OpenedInPart(Message):
        """That many lines were opened, and there are more."""

        lines: int

    def __init__(
        self, glyphs: Glyphs, outline: Outline, judge: Callable[[TreeLine], Judgement]
    ) -> None:
        """Take what to draw, and the function that judges a line."""
        super().__init__(glyphs, "tree")
        self.outline = outline
        self.judge = judge
        self._shift = 0  # indents hidden on the left
        self._visited: list[str] = []

    @property
    def entry(self) -> Entry | None:
        """The line under the cursor; None in an empty map."""
        rows = self.outline.rows
        return rows[self.cursor] if self.cursor < len(rows) else None

    def count(self) -> int:
        """Return how many lines are open."""
        return len(self.outline.rows)

    def show(self, outline: Outline, entry: Entry | None) -> None:
        """Show an outline with the cursor on a line, None for the first."""
        self.outline = outline
        self.show_lines(outline.rows.index(entry) if entry else 0)

    def keep_in_sight(self) -> None:
        """Also shift the lines left so that the one under the cursor can be read."""
        entry = self.entry
        if entry is not None and self.width:
            most = self._most_indents()
            depth = entry.line.depth
            if depth - self._shift > most:
                self._shift = depth - most
            elif depth <= self._shift:
                self._shift = max(depth - most // 2, 0)
        super().keep_in_sight()

    def _most_indents(self) -> int:
        return max(self.width // 2 // len(self.glyphs.branch), 2)

    def draw(self, number: int, width: int) -> Text:
        """Draw a line: guides, signs, claim; it is cut to fit, but never its marks."""
        entry = self.outline.rows[number]
        line = entry.line
        judged = self.judge(line)
        inverted = self.outline.inverted
        bare = judged._replace(after=())
        spans, _ = line_spans(line, entry.above, self.glyphs, bare, inverted=inverted)
        mark = self.outline.mark(entry)
        signs = [(f" {self.glyphs.marks[mark]}", "mark")] if mark else []
        tail = text_of([*judged.after, *signs])
        text = Text(end="", no_wrap=True).append(self._guides(entry), STYLES["guide"])
        text.append_text(text_of(spans))
        return cut(text, max(width - tail.cell_len, 1), self.glyphs).append_text(tail)

    def _guides(self, entry: Entry) -> str:
        glyphs, line = self.glyphs, entry.line
        level = line.depth - self._shift
        if line.depth == 0 and not self._shift:
            return ""
        if not 0 < level <= 2 * self._most_indents():
            return "... " if glyphs.is_ascii else "… "  # further left or right
        guides = [glyphs.last if line.is_last else glyphs.branch]
        above = entry.parent
        while above is not None and len(guides) < level:
            guides.append(glyphs.gap if above.line.is_last else glyphs.bar)
            above = above.parent
        return "".join(reversed(guides))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable opening a line if there is none."""
        if action == "toggle_line":
            return bool(self.outline.rows)
        return super().check_action(action, parameters)

    def legend(self, unit: str) -> Row:
        """Return the legend of the signs on the screen."""
        seen: Signs = set()
        top = self.scroll_offset.y
        for entry in self.outline.rows[top : top + max(self.size.height, 1)]:
            line = entry.line._replace(mark=self.outline.mark(entry))
            judged = self.judge(line)
            inverted = self.outline.inverted
            note_signs(seen, line, self.glyphs, judged, unit, inverted=inverted)
        return legend(seen)

    def action_toggle_line(self) -> None:
        """Open a closed line, close an open one, or go to where it is shown."""
        entry = self.entry
        if entry is None:
            return
        if entry.children and self.outline.mark(entry) is not Mark.CUT:
            self._close(entry)
        else:
            self.action_open()

    def action_open(self) -> None:
        """Open a line, go into an open one, or go to where it is shown."""
        entry = self.entry
        if entry is None:
            return
        mark = self.outline.mark(entry)
        if mark is Mark.CUT:
            self.outline.open(entry)
            self.show_lines()
        elif mark is not None:
            there = self.outline.elsewhere(entry)
            if there is not None:
                self.remember()
                self.show_lines(self.outline.rows.index(there))
        elif entry.children:
            self.action_move(1)

    def action_close(self) -> None:
        """Close an open line, or go to the parent of a closed one."""
        entry = self.entry
        if entry is None:
            return
        if entry.children:
            self._close(entry)
        elif entry.parent is not None:
            self.action_jump(self.outline.rows.index(entry.parent))

    def _close(self, entry: Entry) -> None:
        self.outline.close(entry)
        self.show_lines()

    def action_open_all(self) -> None:
        """Open everything under a line, up to a limit."""
        entry = self.entry
        if entry is None:
            return
        is_all = self.outline.open_all(entry, _OPENED_AT_ONCE)
        self.show_lines(self.outline.rows.index(entry))
        if not is_all:
            self.post_message(self.OpenedInPart(_OPENED_AT_ONCE))

    def remember(self) -> None:
        """Remember the claim under the cursor, to come back to it."""
        if self.entry is not None and self.entry.claim is not None:
            self._visited.append(self.entry.claim.id)

    def action_back(self) -> None:
        """Go back to where the last jump started."""
        while self._visited:
            name = self._visited.pop()
            if name in self.outline.map.claims:
                self.go_to(name)
                return

    def go_to(self, claim_id: str) -> None:
        """Show a claim in the tree, or as a tree of its own if it cannot be reached."""
        outline = self.outline
        if outline.start is not None and not outline.inverted:
            outline = Outline(outline.map)  # leave the tree of one claim
        entry = outline.reveal(claim_id)
        if entry is None:
            outline = Outline(outline.map, claim_id, inverted=outline.inverted)
            entry = outline.tops[0]
            outline.open(entry)
        self.show(outline, entry)
