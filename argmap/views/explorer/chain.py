"""The chain below the tree: that of the line under the cursor, or those that are traced."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on, work
from textual.message import Message

from argmap.analysis.chains import Chain
from argmap.model import ArgumentMap, Claim
from argmap.model.text import one_line
from argmap.views.chains import chain_rows
from argmap.views.explorer.entry import Entry
from argmap.views.explorer.panes import Pane
from argmap.views.explorer.tracing import DEEPEST, chain_of, traced
from argmap.views.phrases import counted
from argmap.views.rows import Row, Span
from argmap.views.theme import Glyphs

_ENDS = 24  # claims and relations told at either end of a very long chain


class _Tracing:
    """The chains from a claim, of which some have been shown."""

    def __init__(
        self, argument_map: ArgumentMap, place: Entry, start: Claim, end: Claim | None
    ) -> None:
        self.place = place
        self.start = start
        self.end = end
        self.number = 0
        self.is_busy = False
        self._chains = traced(argument_map, start.id, end.id if end else None)

    def next(self) -> Chain | None:
        return next(self._chains, None)


class ChainPane(Pane):
    """A chain, told as sentences; what the whole of it does comes first."""

    class Traced(Message):
        """The next of the chains that are traced; None after the last."""

        def __init__(self, tracing: _Tracing, chain: Chain | None) -> None:
            """Keep both."""
            super().__init__()
            self.tracing = tracing
            self.chain = chain

    def __init__(self, glyphs: Glyphs) -> None:
        """Start empty."""
        super().__init__("chain")
        self._glyphs = glyphs
        self._tracing: _Tracing | None = None

    def follow(self, argument_map: ArgumentMap, entry: Entry | None, *, inverted: bool) -> None:
        """Show how a line bears on the top of its tree, or the top on it.

        Tracing that began at another line is over.
        """
        if self._tracing is not None and self._tracing.place is entry:
            return
        self.stop()
        self.screen.remove_class("-tracing")
        chain = None if entry is None else chain_of(argument_map, entry, inverted=inverted)
        if chain is not None:
            self.say(self._told(chain, []))
        elif entry is not None and entry.line.depth > DEEPEST:
            depth = counted(entry.line.depth, "line")
            self.say([Row([(f"{depth} below the top; t traces the chain", "quiet")])])
        else:
            self.say([])

    def stop(self) -> None:
        """Trace nothing any more."""
        self._tracing = None

    def trace(
        self, argument_map: ArgumentMap, place: Entry, start: Claim, end: Claim | None = None
    ) -> None:
        """Show the next chain from a claim to its roots or to ``end``; the first, if it is new.

        ``place`` is the line that the cursor is on. After the last chain the first comes again.
        """
        tracing = self._tracing
        if tracing is None or tracing.start is not start or (end and tracing.end is not end):
            tracing = self._tracing = _Tracing(argument_map, place, start, end)
            self.screen.add_class("-tracing")
            self.say([Row([(f"looking for chains from {one_line(start.id)}", "quiet")])])
        if not tracing.is_busy:
            tracing.is_busy = True
            self._look_on(tracing)

    @work(thread=True)
    def _look_on(self, tracing: _Tracing) -> None:
        self.post_message(self.Traced(tracing, tracing.next()))

    @on(Traced)
    def _show(self, message: Traced) -> None:
        message.stop()
        tracing, chain = message.tracing, message.chain
        tracing.is_busy = False
        if tracing is not self._tracing:
            return
        if chain is not None:
            tracing.number += 1
            title = (f"Chain {tracing.number:,} from {one_line(tracing.start.id)}", "heading")
            self.say(self._told(chain, [title, ("  t: next  esc: leave", "quiet")]))
            return
        self._tracing = None
        self.say([Row([(_no_more(tracing), "")])])

    def _told(self, chain: Chain, title: list[Span]) -> Iterator[Row]:
        *steps, last = chain_rows(chain, self._glyphs, _ENDS)
        if title:
            yield Row(title)
        yield last._replace(rest="  ")
        yield from steps


def _no_more(tracing: _Tracing) -> str:
    start = one_line(tracing.start.id)
    if tracing.number:
        told = counted(tracing.number, "chain")
        return f"{told} from {start}: that was the last; t begins again"
    if tracing.end is None:
        return f"{start} bears on nothing further"
    return f"no chain leads from {start} to {one_line(tracing.end.id)}"
