"""The chain below the tree: what that of the row under the cursor does, or one that is traced."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from argmap.analysis.chains import Chain
from argmap.explorer.branches import Branches, Key, key_of
from argmap.explorer.panes import SidePane
from argmap.explorer.tracing import Traced, chain_of, traced
from argmap.model import ArgumentMap, Claim
from argmap.model.text import one_line
from argmap.views.chains import chain_rows, effect_row, no_chain
from argmap.views.rows import BLANK, Row
from argmap.views.theme import Glyphs

_ENDS = 24  # claims and relations shown at either end of a very long chain


class _Tracing:
    """The chains from a claim, once they are found, and the index of the one shown."""

    def __init__(
        self, argument_map: ArgumentMap, place: Key, start: Claim, end: Claim | None
    ) -> None:
        self.map = argument_map
        self.place = place
        self.start = start
        self.end = end
        self.found: Traced | None = None
        self.index = 0
        self.wanted: tuple[str, ...] | None = None  # the ids of the chain to show first, if any

    @property
    def shown(self) -> tuple[str, ...] | None:
        """The ids of the chain that is shown, or will be when the chains are found."""
        return self.wanted if self.found is None else _ids(self.found.chains[self.index])

    def over(self, argument_map: ArgumentMap, place: Key) -> _Tracing | None:
        """Return the same for another version of the map; None if an end is not in it."""
        claims = argument_map.claims
        start, end = claims.get(self.start.id), claims.get(self.end.id) if self.end else None
        if start is None or (self.end is not None and end is None):
            return None
        again = _Tracing(argument_map, place, start, end)
        again.wanted = self.shown
        return again


class ChainPane(SidePane):
    """A chain in words, with the effect of the whole chain first."""

    @dataclass
    class Found(Message):
        """Chains were traced; ``found`` is a message if there are none."""

        tracing: _Tracing
        found: Traced | str

    @dataclass
    class Shown(Message):
        """A traced chain is shown."""

        chain: Chain

    def __init__(self, glyphs: Glyphs) -> None:
        """Start empty."""
        super().__init__("chain")
        self._glyphs = glyphs
        self._tracing: _Tracing | None = None

    def follow(self, branches: Branches, index: int | None) -> bool:
        """Show what the chain of a row does; return whether a traced one is shown instead.

        Tracing from another row ends.
        """
        place = None if index is None else key_of(branches.rows[index])
        if self._tracing is not None and self._tracing.place == place:
            return True
        self.stop()
        self.screen.remove_class("-tracing")
        chain = None if index is None else chain_of(branches, index)
        self.say([effect_row(chain, self._glyphs)] if chain else [BLANK])
        return False

    def take(self, argument_map: ArgumentMap, place: Key | None) -> None:
        """Trace the same in another version of the map, in which the cursor is at ``place``.

        The old chain is shown until the new ones are found.
        """
        if self._tracing is not None and place is not None:
            self._tracing = self._tracing.over(argument_map, place)
            if self._tracing is not None:
                self._look(self._tracing)

    @property
    def has_more(self) -> bool:
        """Whether there is another chain to show."""
        tracing = self._tracing
        return tracing is not None and tracing.found is not None and len(tracing.found.chains) > 1

    def stop(self) -> None:
        """End tracing."""
        self._tracing = None
        self.app.refresh_bindings()

    def trace(
        self, argument_map: ArgumentMap, place: Key, start: Claim, end: Claim | None = None
    ) -> None:
        """Show the first chain from a claim to its roots or ``end``, or the next if one is shown.

        ``place`` is the row under the cursor.
        """
        tracing = self._tracing
        if tracing is not None and tracing.start is start and (not end or tracing.end is end):
            self.turn(1)
            return
        tracing = self._tracing = _Tracing(argument_map, place, start, end)
        self.screen.add_class("-tracing")
        self.say([Row([(f"looking for chains from {one_line(start.id)}", "quiet")])])
        self._look(tracing)

    def turn(self, by: int) -> None:
        """Show the next or previous chain; the first follows the last."""
        tracing = self._tracing
        if tracing is not None and tracing.found is not None:
            tracing.index = (tracing.index + by) % len(tracing.found.chains)
            self._show_chain(tracing, tracing.found)

    @work(thread=True)
    def _look(self, tracing: _Tracing) -> None:
        end = tracing.end.id if tracing.end else None
        found = traced(tracing.map, tracing.start.id, end)
        self.post_message(self.Found(tracing, found if found.chains else _none(tracing)))

    @on(Found)
    def _take(self, message: Found) -> None:
        message.stop()
        tracing, found = message.tracing, message.found
        if tracing is not self._tracing:
            return
        if isinstance(found, str):
            self._tracing = None
            self.say([Row([(found, "")])])
        else:
            tracing.index = _index_of(found, tracing.wanted)
            tracing.found = found
            self._show_chain(tracing, found)
        self.app.refresh_bindings()

    def _show_chain(self, tracing: _Tracing, found: Traced) -> None:
        count = len(found.chains)
        of = f"{count:,}" if found.is_all else f"more than {count:,}"
        which = f"Chain {tracing.index + 1:,} of {of}" if count > 1 else "The only chain"
        keys = "n next  p previous  esc leave" if count > 1 else "esc leave"
        title = (f"{which} from {one_line(tracing.start.id)}", "heading")
        chain = found.chains[tracing.index]
        *steps, effect = chain_rows(chain, self._glyphs, _ENDS)
        self.say([Row([title, (f"  {keys}", "quiet")]), effect._replace(rest="  "), *steps])
        self.post_message(self.Shown(chain))


def _ids(chain: Chain) -> tuple[str, ...]:
    return tuple(node.id for node in chain.nodes)


def _index_of(found: Traced, wanted: tuple[str, ...] | None) -> int:
    """Return the index of the chain with these ids, or 0 if there is none."""
    return next((n for n, chain in enumerate(found.chains) if _ids(chain) == wanted), 0)


def _none(tracing: _Tracing) -> str:
    start = one_line(tracing.start.id)
    if tracing.end is not None:
        return one_line(no_chain(tracing.map, [tracing.start.id], [tracing.end.id]))
    if tracing.map.outgoing(tracing.start.id):
        return f"{start} leads to no root, only into a cycle; T traces it to a claim"
    return f"{start} bears on nothing further: there is no chain to trace"
