"""What is on the screen: the tree, the claim in full, the chain, and lines of text around them."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical

from argmap.explorer.background import Assessor, FileWatch, Locator
from argmap.explorer.branches import Branches
from argmap.explorer.chain import ChainPane
from argmap.explorer.finder import Finder
from argmap.explorer.following import FollowedFile
from argmap.explorer.header import Header
from argmap.explorer.keys import WIDE, Keys
from argmap.explorer.lines import Lines
from argmap.explorer.panes import (
    Known,
    Legend,
    Line,
    SidePane,
    Words,
    card,
    first_steps,
    heading,
    sought,
)
from argmap.explorer.tree import Tree
from argmap.model import ArgumentMap, Claim, Relation
from argmap.views.phrases import unit_of
from argmap.views.rows import Row, Span
from argmap.views.theme import Glyphs

WIDTHS = [(0, "-narrow"), (WIDE, "-wide")]
HEIGHTS = [(0, "-low"), (18, "-medium"), (32, "-tall")]


class Board(App[None]):
    """The widgets of the explorer, and how they follow the cursor.

    ``name`` is that of the map's file; ``file``, if given, is watched. ``start`` is
    the id of the claim to start at.
    """

    CSS_PATH = "explorer.tcss"
    AUTO_FOCUS = "#tree"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        argument_map: ArgumentMap,
        glyphs: Glyphs,
        name: str,
        file: FollowedFile | None = None,
        start: str | None = None,
    ) -> None:
        """Take the map and its file."""
        # Set here, too, not only by the theme: Textual handles NO_COLOR in its constructor.
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self.map = argument_map
        self.glyphs = glyphs
        self._called = name
        self._start = start
        self._trace_from: Claim | None = None  # the start of the chain whose end is searched for
        self._watch = FileWatch(file, name)
        self._assessor = Assessor(argument_map, glyphs)
        self._locator = Locator(name)
        self._tree = Tree(glyphs, Branches(argument_map), self._assessor.judge)
        self._finder = Finder(glyphs)
        self._card = SidePane("card")
        self._chain = ChainPane(glyphs)
        self._header, self._heading = Header(glyphs, name), Line(glyphs, "heading")
        self._guide = Words("guide")
        self._legend, self._supposed = Legend(glyphs), Line(glyphs, "supposed")
        self._said, self._error = Words("said"), Words("error")
        self._numbered: list[str] = []  # the claims that digits lead to

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        yield self._header
        with Vertical(id="middle"):  # takes the height that the text below leaves
            with Horizontal(id="body"):
                with Vertical(id="left"):
                    yield from (self._heading, self._guide, self._finder, self._tree)
                yield self._card
            yield from (self._legend, self._chain)
        yield from (self._supposed, self._said, self._error, Keys(self.glyphs))
        yield from (self._watch, self._assessor, self._locator)

    def on_mount(self) -> None:
        """Show as much of the map as fills the tree, or the claim to start at."""
        self.set_class(self.glyphs.is_ascii, "-ascii")  # for every screen
        self._show_map()
        if self._start is None:
            self._tree.branches.fill(self.size.height)  # until it is known how high the tree is
            self._tree.show_lines()
        else:
            self._tree.go_to(self._start)

    def _show_map(self) -> None:
        """Show the title, or what to do about an empty map, and index the claims."""
        is_empty = not self.map.claims
        self.screen_stack[0].set_class(is_empty, "-bare")
        steps = first_steps(self._called, is_followed=self._watch.is_followed)
        self._guide.say(steps if is_empty else [])
        self._header.show(self.map)
        self._finder.take(self.map.claims.values())
        self._locator.take(self.map)
        self.refresh_bindings()

    # What the cursor is on

    @on(Finder.Moved)
    def _look_at_found(self) -> None:
        """Show the selected claim, and how many were found."""
        if self._finder.is_open:
            self._show_card()
            self._show_heading()

    @on(Locator.Located)
    def _show_card(self) -> None:
        """Show in full what is under the cursor."""
        node = self._node()
        if node is None:
            self._card.say([])
            return
        known = Known(self._assessor.status(node), self._locator.place(node))
        rows, self._numbered = card(self.map, node, known, self.glyphs)
        self._card.say(rows)

    @on(Lines.Moved, "#tree")
    def _look_at_line(self) -> None:
        """Show the claim, chain, legend and heading of the line under the cursor."""
        self._show_card()
        branches, index = self._tree.branches, self._tree.index
        if not self._chain.follow(branches, index):
            self._tree.light([] if index is None else branches.way(index))
        self._show_legend()
        self._show_heading()

    def _node(self) -> Claim | Relation | None:
        """Return what is under the cursor, in the tree or among the claims found."""
        if self._finder.is_open:
            return self._finder.claim
        return None if self._tree.row is None else self._tree.row.node

    def _show_legend(self) -> None:
        self._legend.explain(self._tree.legend(unit_of(self.map)))

    def _show_heading(self) -> None:
        if not self.map.claims:
            self._heading.say([("This map has no claims yet.", "heading")])
            return
        if self._finder.is_open:
            self._heading.say(sought(self._trace_from, self._finder.matched))
            return
        start = self._tree.branches.start
        self._heading.say(heading(self.map.claims[start]) if start else [])

    def _say(self, spans: list[Span]) -> None:
        self._said.say([Row(spans)] if spans else [])
