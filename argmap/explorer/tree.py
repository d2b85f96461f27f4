"""The tree on the left: rows of an outline, as ``argmap tree`` prints them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from argmap.analysis.outline import Form
from argmap.analysis.outline import Row as OutlineRow
from argmap.analysis.tree import Mark
from argmap.explorer.branches import Branches
from argmap.explorer.lines import Lines, cut, shortened, text_of
from argmap.model import Claim
from argmap.views.outline import Look, RowPrinter
from argmap.views.outline_legend import legend
from argmap.views.rows import GAP, Row
from argmap.views.theme import STYLES, Glyphs
from argmap.views.tree import Judgement

_WIDE = 100  # columns of the screen, from which on there may be room for ids
_SPARE = 12  # columns for what is said of a claim, before those of ids and places

Judge = Callable[[OutlineRow], Judgement]


class _Judged(Mapping[int, Judgement]):
    """What is judged of each row, found when it is asked for."""

    def __init__(self, rows: tuple[OutlineRow, ...], judge: Judge) -> None:
        self._rows, self._judge = rows, judge

    def __getitem__(self, number: int) -> Judgement:
        return self._judge(self._rows[number])

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._rows)))

    def __len__(self) -> int:
        return len(self._rows)


class Tree(Lines):
    """The rows in sight; those of one chain are lit.

    Until it is settled, as many levels are open as fill it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "open", "open", show=False),
        Binding("left,h", "close", "close", show=False),
        Binding("enter,space", "toggle_line", "open", key_display="⏎"),
        Binding("E", "open_all", "open all", show=False),
        Binding("b,backspace", "back", "back", show=False),
        Binding("tab", "app.turn", "read"),  # shown if the claim is not
    ]

    class Listed(Message):
        """What a row counts is listed with the claim in full."""

    def __init__(self, glyphs: Glyphs, branches: Branches, judge: Judge) -> None:
        """Take what to draw, and the function that judges a row."""
        super().__init__(glyphs, "tree")
        self.branches = branches
        self.usual: str | None = None  # the status that is not drawn
        self._judge = judge
        self._lit: Collection[int] = ()
        self._is_settled = False
        self._plain: RowPrinter | None = None  # prints no statuses
        self._printer: RowPrinter | None = None
        self._visited: list[str] = []

    # What is under the cursor

    @property
    def index(self) -> int | None:
        """The row under the cursor; None in an empty map."""
        shown = self.branches.shown
        return shown[self.cursor] if self.cursor < len(shown) else None

    @property
    def row(self) -> OutlineRow | None:
        """The row under the cursor, as it is in the outline."""
        return None if self.index is None else self.branches.rows[self.index]

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor; of a step that of its premise."""
        node = None if self.row is None else self.row.node
        return node if isinstance(node, Claim) or node is None else self._premise(node.premises[0])

    def _premise(self, name: str) -> Claim:
        return self.branches.map.claims[name]

    # What is shown

    def count(self) -> int:
        """Return how many rows are in sight."""
        return len(self.branches.shown)

    def show(self, branches: Branches, index: int | None = None) -> None:
        """Show other branches with the cursor on a row, None for the first."""
        self.branches = branches
        self._plain, self._printer, self._lit = None, None, ()
        self.show_lines(0 if index is None else branches.position(index))

    def settle(self) -> None:
        """Leave open what is open, whatever room there is."""
        self._is_settled = True

    def on_resize(self) -> None:
        """Redraw for the new size, and fill it."""
        self._plain = self._printer = None
        if not self._is_settled and self.size.height:
            index = self.index
            self.branches.fill(self.size.height)
            self.show_lines(0 if index is None else self.branches.position(index))
        super().on_resize()

    def judge_again(self, usual: str | None) -> None:
        """Draw what is judged now; ``usual`` is the status of the most claims."""
        self.usual = usual
        self._printer = None
        self.refresh()

    def light(self, indexes: Collection[int]) -> None:
        """Light the rows of a chain."""
        self._lit = frozenset(indexes)
        self.refresh()

    def draw(self, number: int, width: int) -> Text:
        """Draw a row: whether it is lit, its guides, sign and claim, which is cut to fit."""
        index = self.branches.shown[number]
        row = self._printed(width - 1).row(index)
        lit = (">" if self.glyphs.is_ascii else "▌") if index in self._lit else " "
        text = Text(end="", no_wrap=True).append(lit, STYLES["lit"])
        text.append_text(self._guides(row, width))
        spans = row.spans
        hidden = self.branches.hidden(index)
        if hidden:
            spans = [*spans, (f" {self.glyphs.marks[Mark.CUT]} {hidden:,}", "quiet")]
        right = text_of([*row.right])
        # What is said of a claim may take the room before the columns, and then moves them.
        end = max(row.column + 1, width - right.cell_len) - len(GAP) if row.right else width
        text.append_text(shortened(spans, max(end - text.cell_len, 1), self.glyphs))
        if row.right:
            text.append(" " * max(row.column + 1 - text.cell_len, len(GAP))).append_text(right)
        return cut(text, width, self.glyphs)

    def _guides(self, row: Row, width: int) -> Text:
        """Return what stands before a claim, without what is too far left for the width."""
        text = text_of([(row.first, "")] if isinstance(row.first, str) else [*row.first])
        most = max(width // 2, 4)
        if text.cell_len <= most:
            return text
        sign = "..." if self.glyphs.is_ascii else "…"
        return Text().append(f"{sign} ", STYLES["guide"]).append_text(text[len(sign) + 1 - most :])

    def _printed(self, width: int) -> RowPrinter:
        """Return what prints the rows: with places and ids where these cut off no claim.

        Columns stay where they are when statuses come and go.
        """
        if self._plain is None:
            is_wide = self.app.size.width >= _WIDE
            look = Look(
                self.glyphs,
                width,
                is_inverted=self.branches.start is not None,
                has_ids=is_wide,
                has_places=is_wide,
            )
            self._plain = RowPrinter(self.branches.outline, look, {})
            if is_wide and not self._plain.columns.is_whole:
                look = look._replace(has_ids=False)
                self._plain = RowPrinter(self.branches.outline, look, {})
            start, of_id, of_place, _ = self._plain.columns
            spare = min(width - start - of_id - len(GAP) - of_place, _SPARE)
            if start and spare > 0:
                self._plain.columns = self._plain.columns._replace(start=start + spare)
        if self._printer is None:
            judged = _Judged(self.branches.rows, self._judge)
            self._printer = self._plain.judging(judged, self.usual)
        return self._printer

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable opening a row if there is none."""
        if action == "toggle_line":
            return bool(self.branches.shown)
        return super().check_action(action, parameters)

    def legend(self, unit: str) -> list[str]:
        """Return the signs on the screen with their meanings; ``unit`` is what places count."""
        top = self.scroll_offset.y
        numbers = self.branches.shown[top : top + max(self.size.height, 1)]
        rows = tuple(
            self.branches.rows[n]._replace(mark=Mark.CUT)
            if self.branches.hidden(n)
            else self.branches.rows[n]
            for n in numbers
        )
        outlined = self.branches.outline._replace(rows=rows)
        is_inverted = self.branches.start is not None
        found = {judged.sign for judged in map(self._judge, rows) if judged.sign}
        return [
            *(
                f"{'no ring:' if style == self.usual else sign} {style}"
                for sign, style in sorted(found, key=lambda span: (span[1] == self.usual, span))
            ),
            *legend(
                outlined,
                self.glyphs,
                unit,
                is_inverted=is_inverted,
                has_italics=True,
                among=self.branches.rows,
            ),
        ]

    # Opening and closing

    def action_toggle_line(self) -> None:
        """Open a closed row, close an open one, or go to where its claim stands."""
        index = self.index
        if index is not None and self.branches.is_open(index):
            self._close(index)
        else:
            self.action_open()

    def action_open(self) -> None:
        """Open a row, go into an open one, or go to where its claim stands."""
        index = self.index
        if index is None:
            return
        there = self.branches.elsewhere(index)
        if self.branches.hidden(index):
            self.branches.open(index)
            self.show_lines()
        elif there is not None:
            self.remember()
            self.go_to_row(there)
        elif self.branches.is_open(index):
            self.action_move(1)
        elif self.branches.rows[index].form is Form.MORE:
            self.post_message(self.Listed())

    def action_close(self) -> None:
        """Close an open row, or go to the one above a closed one."""
        index = self.index
        if index is None:
            return
        parent = self.branches.rows[index].parent
        if self.branches.is_open(index):
            self._close(index)
        elif parent is not None:
            self.action_jump(self.branches.position(parent))

    def _close(self, index: int) -> None:
        self.branches.close(index)
        self.show_lines()

    def action_open_all(self) -> None:
        """Open everything under a row."""
        if self.index is not None:
            self.branches.open_all(self.index)
            self.show_lines()

    # Going somewhere

    def remember(self) -> None:
        """Remember the claim under the cursor, to come back to it."""
        if self.claim is not None:
            self._visited.append(self.claim.id)

    def action_back(self) -> None:
        """Go back to where the last jump started."""
        while self._visited:
            name = self._visited.pop()
            if name in self.branches.map.claims:
                self.go_to(name)
                return

    def go_to(self, claim_id: str) -> None:
        """Show a claim, in the whole map where it is not in sight of an inverted outline."""
        if claim_id not in self.branches.outline.row_of:
            self.show(Branches(self.branches.map))
        self.go_to_row(self.branches.outline.row_of[claim_id])

    def go_to_row(self, index: int) -> None:
        """Show a row, with the cursor on it."""
        self.settle()
        self.branches.reveal(index)
        self.show_lines(self.branches.position(index))
