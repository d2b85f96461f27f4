"""The command ``guide``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from argmap.cli import _complete
from argmap.cli._groups import Group
from argmap.cli._options import CharsetName
from argmap.cli._output import Charset, glyphs, is_for_terminal, say, show, show_rows, write
from argmap.views.rows import Row

GROUP = Group.LEARN


def command(
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]",
            help="What to read about. Default: list the topics.",
            autocompletion=_complete.topics,
            show_default=False,
        ),
    ] = None,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Explain argument maps and what argmap does with them, a page a topic.

    Every example can be typed as it stands. In a pipe, a guide is Markdown.

    \b
    Examples:
      argmap guide
      argmap guide reading
    """
    from argmap.formats import bundled_names
    from argmap.views.guides import for_terminal, guide, with_signs

    if topic is None:
        show_rows(_topic_rows())
        default, *more = bundled_names()
        say(f"maps to try: {', '.join(more)}, and {default}, which needs no name")
        return
    text = with_signs(guide(topic).text, glyphs(charset))
    if is_for_terminal(None):
        show(for_terminal(text))
    else:
        write(text)


def _topic_rows() -> Iterator[Row]:
    from argmap.views.guides import guides

    width = max(len(each.topic) for each in guides())
    for topic, title, _ in guides():
        name = f"argmap guide {topic:{width}}"
        yield Row([(name, "id"), (f"  {title}", "")], "", " " * (len(name) + 2))
