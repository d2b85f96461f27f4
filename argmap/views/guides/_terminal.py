"""A guide on a terminal: Rich's Markdown, its examples set in and coloured as what is printed."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.padding import Padding
from rich.text import Text
from rich.theme import Theme

from argmap.views.guides import COLUMNS
from argmap.views.theme import STYLES, UNICODE

_INDENT = 4  # columns by which an example is set in
_COMMAND = r"(?m)^\$ .*$"
_COMMENT = r"(?m)(?:^|(?<= ))# .*$"


class _Heading(Heading):
    """A heading, which stands at the margin."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the heading."""
        yield Text(self.text.plain, STYLES["heading"])


class _Example(CodeBlock):
    """An example, with the colours of commands, comments and signs."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines of the example."""
        text = Text(str(self.text).rstrip(), overflow="fold")
        text.highlight_regex(_COMMAND, STYLES["heading"])
        if self.lexer_name != "console":
            text.highlight_regex(_COMMENT, STYLES["quiet"])
        for kind, sign in UNICODE.relations.items():
            if kind in STYLES:
                text.highlight_words([sign], STYLES[kind])
        yield Padding(text, (0, 0, 0, _INDENT))


class _Markdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _Example,
    }


class Rendered:
    """A guide in Markdown, of at most ``COLUMNS`` columns beside the indent of examples."""

    def __init__(self, text: str) -> None:
        """Take the Markdown."""
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the parts of the guide."""
        # The colours of Rich itself suit dark terminals alone, and hue is for what is argued.
        with console.use_theme(Theme({"markdown.code": STYLES["heading"]})):
            width = min(options.max_width, _INDENT + COLUMNS)
            yield from console.render(_Markdown(self.text), options.update(width=width))
