"""The lists of an overview: as many claims as a line has room for, and a command for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from shlex import join
from typing import NamedTuple

from argmap.model import ArgumentMap, Claim
from argmap.model.text import one_line
from argmap.views.columns import GUTTER, Line, cut
from argmap.views.rows import width_of
from argmap.views.theme import Glyphs


class Place(NamedTuple):
    """Where an overview is shown.

    ``width`` is that of the terminal, None for where nothing is cut. ``map_words`` are
    the words that name the map in a command, and ``name`` is what to call it where it
    has no title.
    """

    glyphs: Glyphs
    width: int | None
    map_words: Sequence[str] = ()
    name: str = ""

    @property
    def room(self) -> int:
        """The columns beside the word before a line."""
        return max((_PIPED if self.width is None else self.width) - GUTTER, 1)


_PIPED = 200  # columns of lists where nothing is cut


class Lists:
    """Writes texts side by side, on ``most`` lines, and commands about a map."""

    def __init__(self, argument_map: ArgumentMap, place: Place, most: int) -> None:
        """Take the map, where it is shown, and the most lines of a list."""
        self._map = argument_map
        self._place = place
        self._most = most

    def joined(
        self, word: str, texts: Sequence[str], command: Sequence[str] = ()
    ) -> Iterator[Line]:
        """Yield texts, as many as there are lines for, and how many more there are."""
        number = 0
        for at in range(self._most):
            is_last = at + 1 == self._most
            reserved = width_of(self._tail(len(texts), command)) if is_last else 1
            line = [*texts[number : number + 1]]
            while line and (more := texts[number + len(line) :]):
                needed = 1 if len(more) == 1 else reserved
                if width_of("; ".join([*line, more[0]])) + needed > self._place.room:
                    break
                line.append(more[0])
            number += len(line)
            left = len(texts) - number
            tail = self._tail(left, command) if is_last else ";" * bool(left)
            if line:
                text = "; ".join(line)
                if self._place.width is not None:
                    text = cut(text, self._place.room - width_of(tail), self._place.glyphs)
                yield Line("" if at else word, text + tail, whole=True)

    def _tail(self, left: int, command: Sequence[str]) -> str:
        """Return what ends a list that leaves some out."""
        if not left:
            return ""
        said = self.command(command) if command else ""
        tail = f"; {left:,} more: {said}"
        return tail if said and width_of(tail) < self._place.room * 2 // 3 else f"; {left:,} more"

    def more(self, text: str, words: Sequence[str], word: str = "") -> Line:
        """Return a line on what is left out, with a command that has it if there is room."""
        command = self.command(words)
        longer = f"{text}: {command}"
        fits = command and width_of(longer) <= self._place.room
        return Line(word, longer if fits else text, "quiet", whole=True)

    def command(self, words: Sequence[str]) -> str:
        """Return the command line of these words; empty where it cannot be typed or is too long."""
        name, *rest = words
        args = [*self._place.map_words, *rest]
        is_option = any(word.startswith("-") and word in self._map.claims for word in rest)
        if is_option or any(word != one_line(word) for word in args):
            return ""
        command = join(["argmap", name, *args])
        return command if width_of(command) <= self._place.room else ""


def named(claims: Iterable[Claim]) -> list[str]:
    """Return what to call some claims in a list."""
    return [one_line(claim.headline).removesuffix(".") for claim in claims]
