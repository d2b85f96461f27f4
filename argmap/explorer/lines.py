"""A list of lines with a cursor; only lines on the screen are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.views.rows import Span
from argmap.views.theme import STYLES, Glyphs

_AROUND = 2  # lines kept visible before and after the cursor


def text_of(spans: list[Span]) -> Text:
    """Return spans as text on one line, never interpreted as markup."""
    text = Text(no_wrap=True, end="")
    for part, style in spans:
        text.append(part, STYLES.get(style, style))
    return text


def cut(text: Text, width: int, glyphs: Glyphs) -> Text:
    """Return text cut to ``width`` columns, with an ellipsis if anything is cut off."""
    if text.cell_len <= width:
        return text
    sign = "..." if glyphs.is_ascii else "…"
    shorter = text.copy()
    shorter.truncate(max(width - len(sign), 0), overflow="crop")
    shorter.rstrip()
    return shorter.append(sign[:width])


def shortened(spans: list[Span], most: int, glyphs: Glyphs) -> Text:
    """Return spans in at most ``most`` columns, the longest of them cut if that is enough."""
    text = text_of(spans)
    over = text.cell_len - most
    if over <= 0:
        return text
    longest = max(range(len(spans)), key=lambda at: cell_len(spans[at][0]))
    parts = [text_of([span]) for span in spans]
    parts[longest] = cut(parts[longest], max(parts[longest].cell_len - over, 1), glyphs)
    return cut(Text("", end="", no_wrap=True).join(parts), most, glyphs)


class Lines(ScrollView, can_focus=True):
    """Lines by number; a subclass counts and draws them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "page up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "page down", show=False),
        Binding("home,g", "jump(0)", "first", show=False),
        Binding("end,G", "jump(-1)", "last", show=False),
    ]

    @dataclass
    class _FromLines(Message):
        lines: Lines

        @property
        def control(self) -> Lines:
            """The widget that sent it."""
            return self.lines

    class Moved(_FromLines):
        """The cursor is on another line."""

    class Chosen(_FromLines):
        """The line under the cursor was clicked."""

    def __init__(self, glyphs: Glyphs, id: str) -> None:
        """Take the signs to draw with."""
        super().__init__(id=id)
        self.glyphs = glyphs
        self.cursor = 0

    def count(self) -> int:
        """Return how many lines there are."""
        raise NotImplementedError

    def draw(self, number: int, width: int) -> Text:
        """Return a line as text of at most ``width`` columns."""
        raise NotImplementedError

    def show_lines(self, cursor: int | None = None) -> None:
        """Redraw the lines after a change, with the cursor on one of them."""
        wanted = self.cursor if cursor is None else cursor
        self.cursor = max(min(wanted, self.count() - 1), 0)
        self.virtual_size = Size(self.width, self.count())
        self.keep_in_sight()
        self.refresh()
        self.post_message(self.Moved(self))

    def keep_in_sight(self) -> None:
        """Scroll so that the cursor and some lines around it are visible."""
        height = self.size.height
        if not height:
            return
        around = min(_AROUND, (height - 1) // 2)
        lowest = max(self.count() - height, 0)
        top = min(self.scroll_offset.y, self.cursor - around)
        top = max(top, self.cursor + around + 1 - height)
        self.scroll_to(y=min(max(top, 0), lowest), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        number = y + self.scroll_offset.y
        width = self.width
        style = self.rich_style
        if number >= self.count():
            return Strip.blank(width, style)
        text = self.draw(number, width)
        if number == self.cursor:
            # In one style over the whole width: reversed colours would be a patchwork.
            lines = [s for s in text.spans if isinstance(s.style, Style) and s.style.underline]
            text = Text(text.plain, spans=lines, end="", no_wrap=True)
            style += Style(reverse=True) if self.is_marked else Style(underline=True)
        segments = text.render(self.app.console)
        return Strip(segments).adjust_cell_length(width).apply_style(style)

    @property
    def width(self) -> int:
        """The columns available for a line."""
        return self.scrollable_content_region.width

    @property
    def is_marked(self) -> bool:
        """Whether keys act on the line under the cursor."""
        return self.has_focus

    def on_resize(self) -> None:
        """Redraw for the new width."""
        self.virtual_size = Size(self.width, self.count())
        self.keep_in_sight()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked line, or choose the line if it is there already."""
        number = event.y + self.scroll_offset.y
        if number >= self.count():
            return
        if number == self.cursor:
            self.post_message(self.Chosen(self))
        else:
            self.action_jump(number)

    def action_move(self, by: int) -> None:
        """Move the cursor by some lines."""
        self.action_jump(max(self.cursor + by, 0))

    def action_page(self, by: int) -> None:
        """Move the cursor by some screens."""
        self.action_move(by * max(self.size.height - 1, 1))

    def action_jump(self, number: int) -> None:
        """Move the cursor to a line; -1 is the last."""
        last = self.count() - 1
        number = last if number < 0 else min(number, last)
        if number != self.cursor and number >= 0:
            self.cursor = number
            self.keep_in_sight()
            self.refresh()
            self.post_message(self.Moved(self))
