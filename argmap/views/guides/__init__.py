"""The guides: what to know of argument maps and of argmap, a Markdown file a topic.

A file ``N-x.md`` is the guide to the topic ``x``; topics are listed by their numbers
``N``, and the first line is the title. To add a guide, add a file. Tests run its
examples: a block ``yaml`` is the map ``library.yaml``, ``sh`` has commands, and
``console`` commands with what they print on a terminal of ``COLUMNS`` columns,
which ``ARGMAP_UPDATE_SNAPSHOTS=1`` refreshes. Prose and headings are all the
Markdown that a guide needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import UnknownNameError
from argmap.views.theme import UNICODE, Glyphs

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS = 76  # of an example; a guide sets it in


class Guide(NamedTuple):
    """The guide to a topic: its title, and the whole text in Markdown."""

    topic: str
    title: str
    text: str


@cache
def guides() -> tuple[Guide, ...]:
    """Return all guides, in the order of reading."""
    from importlib.resources import files

    found = [file for file in files(__package__).iterdir() if file.name.endswith(".md")]
    texts = {file.name: file.read_text("utf-8") for file in found}
    return tuple(_guide(name, texts[name]) for name in sorted(texts, key=_number))


def guide(topic: str) -> Guide:
    """Return the guide to a topic; raises UnknownNameError."""
    known = {each.topic: each for each in guides()}
    if topic not in known:
        raise UnknownNameError("guide", topic, tuple(known))
    return known[topic]


def for_terminal(text: str) -> RenderableType:
    """Return Markdown as it is shown on a terminal."""
    from argmap.views.guides._terminal import Rendered

    return Rendered(text)


def with_signs(text: str, glyphs: Glyphs) -> str:
    """Return a text with the signs of a character set for those of Unicode.

    What stands in columns stays so: a longer sign takes of the spaces after it.
    """
    if glyphs is UNICODE:
        return text
    signs = dict(_pairs(UNICODE, glyphs))

    def instead(found: re.Match[str]) -> str:
        sign, spaces = signs[found[1]], len(found[2])
        left = spaces - (len(sign) - len(found[1]))
        return sign + " " * max(left, min(spaces, 1))

    longest_first = sorted(signs, key=len, reverse=True)
    return re.sub(f"({'|'.join(map(re.escape, longest_first))})( *)", instead, text)


def _pairs(ours: Iterable[Any], theirs: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Yield each sign of a character set with that of another, both without spaces around."""
    for one, other in zip(ours, theirs, strict=True):
        if isinstance(one, dict):
            yield from _pairs(one.values(), other.values())
        elif isinstance(one, tuple):
            yield from _pairs(one, other)
        elif isinstance(one, str) and not one.isspace():
            yield one.strip(), other.strip()


def _guide(name: str, text: str) -> Guide:
    topic = name.removesuffix(".md").partition("-")[2]
    return Guide(topic, text.partition("\n")[0].removeprefix("# "), text)


def _number(name: str) -> int:
    return int(name.partition("-")[0])
